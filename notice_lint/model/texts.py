"""Every text of a notice, one record for each language."""

from collections.abc import Iterable, Iterator

from notice_lint.findings import Text
from notice_lint.model.reader import Reader, is_translation
from notice_lint.model.record import Record, Value
from notice_lint.source.document import Route, WholeNumber

_NOT_PROSE = frozenset(
    (
        "format",
        "id",
        "language",
        "translations",
        "version",
        "published",
        "modified",
        "effective",
        "reviewed",
        "regimes",
        "countries",
        "country",
        "processing_countries",
        "kind",
        "large_scale",
        "regime",
        "special",
        "inferred_from",
        "relation",
        "data_subjects",
        "provision",
        "purposes",
        "retention",
        "legal_basis",
        "basis",
        "whose",
        "special_condition",
        "kinds",
        "categories",
        "collections",
        "from",
        "until",
        "period",
        "then",
        "whichever",
        "role",
        "group",
        "parent",
        "organisation",
        "certified",
        "adapted_for",
        "grants",
        "presented_separately",
        "authorities",
        "claims",
        "after",
        "previous_ids",
        "replaces",
        "provider",
        "access",
        "duration",
        "remembered",
        "lead",
        "source",
        "date",
    )
)
"""Keys whose values are ids, words of closed lists, dates or countries."""

_ABOUT = {
    "notice": "title",
    "controller": "controller",
    "joint_controllers": "controller",
    "representatives": "controller",
    "dpo": "controller",
    "data_categories": "data",
    "data_subjects": "data",
    "collections": "collection",
    "legal_bases": "legal-basis",
    "purposes": "purpose",
    "retention": "retention",
    "retention_events": "retention",
    "recipients": "recipient",
    "recipient_groups": "recipient",
    "rights": "right",
    "requests": "request",
    "complaints": "complaint",
    "automated_decisions": "automated-decision",
    "profiling": "automated-decision",
    "children": "children",
    "cookies": "cookie",
    "security": "security",
    "changes": "changes",
    "statements": "statement",
    "sections": "section",
}
_CLOSER = {
    "items": "data",
    "interest": "interest",
    "transfer": "transfer",
    "provision": "provision",
    "source": "source",
    "law": "law",
    "special_law": "law",
}


_WORDS = ("none", "same-as-purpose")
"""Words of the format that can stand where a text can."""

_RIGHT_OF_ACCESS = ("rights", "access")
"""A text, although `access` names recipients in a cookie."""


def texts(reader: Reader) -> Iterator[Record]:
    """Yield every text, name and address of the notice, in the order of the file."""
    found: list[Record] = []
    _gather(found, reader, (), reader.raw(()), prose=True)
    yield from found


def _gather(found: list[Record], reader: Reader, route: Route, raw: object, *, prose: bool) -> None:
    """Add the texts of a mapping or list; plain words in a list count where they are `prose`."""
    if reader.is_broken(route):
        return
    if isinstance(raw, dict):
        translated = is_translation(raw)
        by_purpose = len(route) > 1 and route[-1] == "retention"  # ids of rules, by ids of purposes
        for key, below in raw.items():
            if isinstance(below, (dict, list)):
                _gather(found, reader, (*route, key), below, prose=not by_purpose)
            elif not by_purpose and (key not in _NOT_PROSE or (*route, key) == _RIGHT_OF_ACCESS):
                _add(found, reader, (*route, key), below, key if translated else reader.language)
    elif isinstance(raw, list):
        words = prose and (not route or route[-1] not in _NOT_PROSE)
        for index, below in enumerate(raw):
            if isinstance(below, (dict, list)):
                _gather(found, reader, (*route, index), below, prose=words or isinstance(below, dict))
            elif words:
                _add(found, reader, (*route, index), below, reader.language)


def _add(found: list[Record], reader: Reader, route: Route, raw: object, language: str) -> None:
    """Add one text, unless nothing is said there, or a word of the format."""
    text = raw.written if isinstance(raw, WholeNumber) else raw
    if isinstance(text, str) and text.strip() and text not in _WORDS and not reader.is_broken(route):
        values: dict[str, Value] = {
            "text": Text({language: text}),
            "language": language,
            "about": _about(route),
        }
        found.append(Record(route, values, {"text": route, "language": route}, key=language))


def passages(texts_of_notice: Iterable[Record]) -> Iterator[Record]:
    """Yield every text once, with all the languages in which the notice has it."""
    places: dict[Route, list[Record]] = {}
    for record in texts_of_notice:
        translated = record.route[-1] == record.key
        places.setdefault(record.route[:-1] if translated else record.route, []).append(record)
    for route, records in places.items():
        words = Text()
        for record in records:
            value = record.value("text")
            words.update(value if isinstance(value, Text) else {})
        values: dict[str, Value] = {
            "text": words,
            "languages": tuple(words),
            "about": records[0].value("about"),
        }
        yield Record(route, values, {"text": route})


def _about(route: Route) -> str:
    """Return what kind of text stands there: what the nearest telling key says, else its part."""
    parts = [str(step) for step in route]
    closer = next((_CLOSER[step] for step in reversed(parts[2:]) if step in _CLOSER), "")
    return closer or (_ABOUT.get(parts[0], "other") if parts else "other")
