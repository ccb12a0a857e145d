"""What is stated of a collection or a category in it: where data come from, whether they must be given."""

from collections.abc import Iterator, Sequence

from notice_lint.model.reader import Fields, Reader, gathered, label_of, union, words_of
from notice_lint.model.record import SILENT, UNREADABLE, Record
from notice_lint.source.document import Route

STATEMENTS = {
    "source": {"who": "text", "public": "flag", "informed": "text"},
    "provision": {"consequence": "text", "law": "text"},
}
"""Both statements, with what each can say besides its kind."""


def statement(reader: Reader, route: Route, subject: str) -> Fields:
    """Read a `source` or `provision`: a word, or a mapping with `kind` and more."""
    fields = Fields(reader, route)
    if isinstance(reader.raw(route), dict):
        fields.read(subject, "word", "kind")
        fields.read_all(STATEMENTS[subject])
    else:
        fields.values.update(dict.fromkeys(STATEMENTS[subject], SILENT))
        value = reader.value(route, "word")
        fields.put(subject, value, route if value is not SILENT else None)
    return fields


def statements(reader: Reader, subject: str, collected: Sequence[Record]) -> Iterator[Record]:
    """Yield each `source` or `provision` that is stated, of a collection or of one of its categories."""
    for name, route in reader.entries("collections"):
        inside = [record for record in collected if record.text("collection") == name]
        own = [record for record in inside if reader.states((*record.route, subject))]
        if reader.states((*route, subject)):
            heirs = [record for record in inside if record not in own]
            stated = statement(reader, (*route, subject), subject)
            stated.put("label", label_of(reader, name, route))
            yield _completed(stated, subject, heirs or inside, name)
        for record in own:
            stated = statement(reader, (*record.route, subject), subject)
            stated.put("label", record.value("label"))
            yield _completed(stated, subject, [record], name)


def _completed(fields: Fields, subject: str, concerned: Sequence[Record], collection: str) -> Record:
    """Add what a rule on sources, or on provisions, needs to know of the data."""
    data = f"collections.{collection}.categories"
    if subject == "source":
        complete = not fields.reader.hides(data)
        fields.put("categories", gathered(words_of(concerned, "category"), complete=complete))
    else:
        hidden = fields.reader.hides(data, f"collections.{collection}.purposes", "purposes.*.legal_basis")
        bases = union([record.ids("legal_bases") for record in concerned])
        fields.put("legal_bases", UNREADABLE if hidden else bases)
    return fields.record(anchor=fields.places.get(subject, fields.route))
