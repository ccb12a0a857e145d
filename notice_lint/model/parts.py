"""The smaller parts of a notice: vocabulary, rights, complaints, decisions, children, cookies, promises."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from notice_lint.model import terms
from notice_lint.model.dates import PartialDate
from notice_lint.model.parties import anchor_of, contact
from notice_lint.model.purposes import controller_kind
from notice_lint.model.reader import Fields, Reader, gathered, union, words_of
from notice_lint.model.record import SILENT, UNREADABLE, Record, Value, members, said
from notice_lint.source.document import Route

_CORE = 4
"""How many rights every notice states: access, rectification, erasure, restriction (GDPR Art. 13(2)(b))."""

_NAMING_CATEGORIES = (
    ("collections", "categories"),
    ("purposes", "categories"),
    ("recipients", "categories"),
    ("data_categories", "inferred_from"),
)
"""Parts whose entries name data categories, and under which key."""

_YOUNGEST_AGE, _OLDEST_AGE = 13, 16
"""The ages between which a state may set the age of consent. Source: GDPR Art. 8(1)."""


def data_categories(reader: Reader) -> Iterator[Record]:
    """Yield the vocabulary of data categories."""
    where: dict[str, list[str]] = {}
    for collection, route in reader.entries("collections"):
        for category, _ in reader.entries(*route, "categories"):
            where.setdefault(category, []).append(collection)
    named = {*where, *_named_categories(reader)}
    complete = not reader.hides(*(f"{part}.*.{key}" for part, key in _NAMING_CATEGORIES))
    for name, route in reader.entries("data_categories"):
        fields = _entry(reader, name, route, "label")
        fields.read_all({"special": "word", "criminal": "flag", "law": "text", "inferred_from": "ids"})
        fields.put("collections", tuple(where.get(name, ())))
        fields.put("used", True if name in named else False if complete else UNREADABLE)
        yield fields.record()


def _named_categories(reader: Reader) -> Iterator[str]:
    """Yield every data category that another part than its collection names."""
    for part, key in _NAMING_CATEGORIES:
        for _, route in reader.entries(part):
            yield from members(reader.value((*route, key), "ids"))


def data_subjects(reader: Reader) -> Iterator[Record]:
    """Yield the groups of people."""
    for name, route in reader.entries("data_subjects"):
        fields = _entry(reader, name, route, "label")
        fields.read("relation", "word")
        yield fields.record()


def _entry(reader: Reader, name: str, route: Route, label: str) -> Fields:
    fields = Fields(reader, route)
    fields.put("id", name)
    fields.label(label, name)
    return fields


def rights(reader: Reader, used: Mapping[str, Value]) -> Iterator[Record]:
    """Yield what the notice says about rights; `used` are the aggregates that rules on rights need."""
    fields = Fields(reader, ("rights",))
    granted = reader.value(("rights", "grants"), "ids")
    shared = reader.value(("rights", "text"), "text")
    for right in terms.RIGHTS:
        if fields.read(right, "text") is not SILENT:
            continue
        if UNREADABLE in (granted, shared):
            fields.put(right, UNREADABLE)
        elif right in members(granted) and said(shared):
            fields.put(right, shared, ("rights", "text"))
    fields.put("granted", tuple(right for right in terms.RIGHTS if said(fields.values[right])))
    core = {right: fields.values[right] for right in terms.RIGHTS[:_CORE]}
    missing = tuple(right for right, value in core.items() if not said(value) and value is not UNREADABLE)
    fields.put("core_missing", missing)
    fields.read_all({"withdraw_how": "text", "limits": "text", "presented_separately": "words"})
    for name, value in used.items():
        fields.put(name, value)
    yield fields.record(anchor=anchor_of(reader, "rights"))


def requests(reader: Reader) -> Iterator[Record]:
    """Yield how rights are exercised; a way to reach the DPO or the controller counts as `reachable`."""
    fields = contact(reader, ("requests",))
    fields.read("how", "text")
    parties = (fields, *(contact(reader, (party,)) for party in ("dpo", "controller")))
    ways = [party.values["channels"] for party in parties]
    fields.put("reachable", gathered(union(map(members, ways)), complete=UNREADABLE not in ways))
    yield fields.record(anchor=anchor_of(reader, "requests"))


def complaints(reader: Reader, day: date) -> Iterator[Record]:
    """Yield where to complain; `day` is that of the check, for duties that begin on one."""
    fields = Fields(reader, ("complaints",))
    fields.put("day", PartialDate.parse(day.isoformat()))
    fields.put("controller_kind", controller_kind(reader))
    fields.read_all({"authorities": "ids", "url": "string", "text": "text", "to_controller": "text"})
    yield fields.record(anchor=anchor_of(reader, "complaints"))


def automated_decisions(reader: Reader, purposes: Mapping[str, Record]) -> Iterator[Record]:
    """Yield the automated decisions."""
    for name, route in reader.entries("automated_decisions"):
        fields = _entry(reader, name, route, "text")
        fields.read_all({"logic": "text", "significance": "text", "consequences": "text"})
        parts = ("logic", "significance", "consequences")
        fields.put("unexplained", tuple(part for part in parts if fields.values[part] is SILENT))
        fields.read_all({"ground": "text", "safeguards": "text"})
        linked = [purposes[p] for p in members(fields.read("purposes", "ids")) if p in purposes]
        fields.put("special_categories", union([purpose.ids("special_categories") for purpose in linked]))
        fields.put("special_conditions", words_of(linked, "special_condition"))
        yield fields.record()


def profiling(reader: Reader) -> Iterator[Record]:
    """Yield the profilings."""
    for name, route in reader.entries("profiling"):
        fields = _entry(reader, name, route, "text")
        fields.read("purposes", "ids")
        yield fields.record()


def children(reader: Reader, legal_bases: Value, people: Sequence[Record]) -> Iterator[Record]:
    """Yield what the notice says about children, where it speaks of them."""
    if reader.value(("children",), "part") is not True:
        return
    fields = Fields(reader, ("children",))
    youngest, consent = fields.read("minimum_age", "number"), fields.read("consent_age", "number")
    fields.read_all({"text": "text", "parental_consent": "text", "version_url": "string"})
    fields.put("audience_countries", reader.value(("notice", "audience", "countries"), "countries"))
    fields.put(
        "consent_used", legal_bases if legal_bases is UNREADABLE else "consent" in members(legal_bases)
    )
    fields.put("below_consent_age", _below(youngest, consent))
    fields.put("relations", words_of(people, "relation"))
    yield fields.record()


def _below(youngest: Value, consent: Value) -> Value:
    """Whether users may be younger than the age of consent; silent where the notice does not settle it."""
    if not isinstance(youngest, int):
        return SILENT
    if isinstance(consent, int):
        return youngest < consent
    if youngest < _YOUNGEST_AGE:
        return True
    return False if youngest >= _OLDEST_AGE else SILENT


def statements(reader: Reader, third_countries: Value) -> Iterator[Record]:
    """Yield the promises."""
    for name, route in reader.entries("statements"):
        fields = _entry(reader, name, route, "text")
        fields.read("claims", "words")
        fields.put("third_countries", third_countries)
        yield fields.record()


def changes(reader: Reader) -> Iterator[Record]:
    """Yield how people learn of changes."""
    fields = Fields(reader, ("changes",))
    fields.read_all({"text": "text", "channel": "string", "lead": "period"})
    yield fields.record(anchor=anchor_of(reader, "changes"))
