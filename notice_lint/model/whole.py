"""The notice as a whole: what it says of itself, its parts, and what rules need across all of it."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from notice_lint.model.reader import Fields, Reader, gathered, union, words_of
from notice_lint.model.record import SILENT, UNREADABLE, Record, Value, said
from notice_lint.source.document import Route

View = Callable[[str], Sequence[Record]]
"""Gives the records of a view by its name."""

_PARTS = (
    "controller",
    "joint_controllers",
    "representatives",
    "dpo",
    "data_categories",
    "data_subjects",
    "collections",
    "purposes",
    "retention",
    "recipients",
    "rights",
    "requests",
    "complaints",
    "automated_decisions",
    "profiling",
    "children",
    "cookies",
    "changes",
    "statements",
    "sections",
)
_HEAD = {
    "id": "id",
    "title": "text",
    "language": "string",
    "translations": "ids",
    "version": "string",
    "published": "date",
    "modified": "date",
    "effective": "date",
    "reviewed": "date",
    "url": "string",
}
_AGGREGATES: Mapping[str, tuple[tuple[tuple[str, str], ...], tuple[str, ...]]] = {
    "collected": ((("collected_categories", "category"),), ("collections.*.categories",)),
    "legal_bases_used": ((("purposes", "legal_bases"),), ("purposes.*.legal_basis",)),
    "special_conditions_used": ((("purposes", "special_condition"),), ("purposes.*.special_condition",)),
    "special_categories_used": (
        (("collected_categories", "special"),),
        ("collections.*.categories", "data_categories.*.special"),
    ),
    "purpose_kinds_used": ((("purposes", "kinds"),), ("purposes.*.kinds",)),
    "sources_used": (
        (("collected_categories", "source"), ("sources", "source")),
        ("collections.*.source", "collections.*.categories.*.source"),
    ),
    "rights_granted": ((("rights", "granted"),), ("rights",)),
    "third_countries": (
        (("recipients", "third_countries"),),
        ("recipients.*.country", "recipients.*.processing_countries"),
    ),
    "claims": ((("statements", "claims"),), ("statements.*.claims",)),
}
"""What is gathered from which fields of which views, and the places that must be readable for that."""


class Aggregates(dict[str, Value]):
    """What rules need across the whole notice: legal bases used, kinds of purpose used and the like.

    Each is gathered when it is first asked for.
    """

    def __init__(self, reader: Reader, view: View) -> None:
        super().__init__()
        self._reader = reader
        self._view = view

    def __missing__(self, name: str) -> Value:
        fields, places = _AGGREGATES[name]
        found = union(_all(self._view(view), field) for view, field in fields)
        self[name] = gathered(found, complete=not self._reader.hides(*places))
        return self[name]


def _all(records: Sequence[Record], field: str) -> tuple[str, ...]:
    """Return every member of a list field, or every value of a word field."""
    return union([record.ids(field) for record in records]) or words_of(records, field)


def notice(reader: Reader, view: View, regimes: tuple[str, ...], used: Aggregates) -> Iterator[Record]:
    """Yield the whole notice, as one record."""
    fields = Fields(reader, ("notice",))
    fields.read_all(_HEAD)
    fields.put("regimes", regimes)
    dates = (fields.values[name] for name in ("effective", "published", "modified"))
    fields.put("in_force_from", next((day for day in dates if said(day)), SILENT))
    fields.read("audience_countries", "countries", "audience", "countries")
    fields.read("previous_versions", "part")
    for part in _PARTS:
        fields.put(part, reader.value((part,), "part"), _place(reader, part))
    fields.put("security", reader.value(("security",), "text"), _place(reader, "security"))
    controller = view("controller")[0]
    for own, field in (("country", "controller_country"), ("kind", "controller_kind")):
        fields.put(field, controller.value(own), controller.place(own))
    fields.put("controller_inside", controller.value("inside"))
    _representatives(fields, view("representatives"))
    for name in _AGGREGATES:
        fields.put(name, used[name])
    fields.put("purposes_without_people", _without_people(reader, view), _place(reader, "purposes"))
    fields.put("purposes_without_balancing", _without_balancing(view("purposes")), _place(reader, "purposes"))
    yield fields.record(anchor=("notice",))


def _without_people(reader: Reader, view: View) -> Value:
    """Return the purposes whose data are linked to no group of people, where the notice names several."""
    if reader.hides("collections.*.data_subjects", "purposes.*.data_subjects", "data_subjects"):
        return UNREADABLE
    purposes = [one for one in view("purposes") if one.ids("categories") and not one.ids("data_subjects")]
    return tuple(one.text("id") for one in purposes) if len(view("data_subjects")) > 1 else SILENT


def _without_balancing(purposes: Sequence[Record]) -> tuple[str, ...]:
    """Return the purposes on legitimate interests without a word, of their own or shared, on the weighing."""
    resting = [one for one in purposes if "legitimate-interests" in one.ids("legal_bases")]
    return tuple(one.text("id") for one in resting if one.value("interest.balancing") is SILENT)


def _place(reader: Reader, part: str) -> Route | None:
    return (part,) if reader.document.exists((part,)) else None


def _representatives(fields: Fields, known: Sequence[Record]) -> None:
    complete = not fields.reader.hides("representatives.*.regime")
    for field, regime in (("eu_representatives", "eu-gdpr"), ("uk_representatives", "uk-gdpr")):
        names = tuple(record.text("id") for record in known if record.text("regime") == regime)
        fields.put(field, gathered(names, complete=complete), _place(fields.reader, "representatives"))
    inside = [record for record in known if record.text("regime") == "eu-gdpr" and record.text("country")]
    complete = complete and not fields.reader.hides("representatives.*.country")
    countries = gathered(words_of(inside, "country"), complete=complete)
    fields.put("representative_countries", countries, inside[0].place("country") if inside else None)
