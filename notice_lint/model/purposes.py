"""Purposes and retention rules: what is said of them, and what is linked to them."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from notice_lint.model.reader import Fields, Reader, gathered, is_translation, union, words_of
from notice_lint.model.record import SILENT, UNREADABLE, Record, Value, members, said
from notice_lint.source.document import Route

_OWN = {
    "law": "text",
    "special_condition": "word",
    "special_law": "text",
    "kinds": "words",
    "opt_out": "text",
}
_LIMITS = ("categories", "collections", "data_subjects")
_RETENTION = {
    "text": "text",
    "period": "period",
    "from": "id",
    "until": "id",
    "whichever": "word",
    "criteria": "text",
    "indefinite": "text",
    "law": "text",
    "statutory": "flag",
    "then": "word",
    "maximum": "flag",
    "covers": "text",
}


class Links(NamedTuple):
    """What other parts of the notice say that a purpose can be linked to."""

    collected: Sequence[Record]
    recipients: Sequence[Record]
    data_subjects: Mapping[str, Record]
    special: Mapping[str, str]
    """The special category of each data category that is one."""


def stated_purposes(reader: Reader) -> dict[str, Record]:
    """Return what each purpose says of itself, by id; `only.*` are the limits that it sets."""
    purposes = {}
    for name, route in reader.entries("purposes"):
        fields = Fields(reader, route)
        fields.put("id", name)
        fields.label("text", name)
        fields.read_all(_OWN)
        _legal_bases(fields)
        _interest(fields)
        for limit in _LIMITS:
            fields.read(f"only.{limit}", "ids", limit)
        fields.put("controller_kind", controller_kind(reader))
        purposes[name] = fields.record()
    return purposes


def controller_kind(reader: Reader) -> Value:
    """Return what the controller is; a company if the notice does not say."""
    kind = reader.value(("controller", "kind"), "word")
    return "company" if kind is SILENT else kind


def _legal_bases(fields: Fields) -> None:
    """Read one basis, or several that may each say when it applies."""
    reader, place = fields.reader, (*fields.route, "legal_basis")
    bases: list[Value] = []
    whens: list[Value] = []
    for route in reader.items(place):
        mapping = isinstance(reader.raw(route), dict)
        bases.append(reader.value((*route, "basis") if mapping else route, "word"))
        whens.append(reader.value((*route, "when"), "text") if mapping else SILENT)
    if reader.is_broken(place) or UNREADABLE in bases:
        fields.put("legal_bases", UNREADABLE, place)
    else:
        named = tuple(dict.fromkeys(basis for basis in bases if isinstance(basis, str)))
        fields.put("legal_bases", named or SILENT, place if bases else None)
    explained = len(bases) == 1 or all(map(said, whens))
    fields.put("legal_bases_explained", UNREADABLE if UNREADABLE in whens else explained)


def _interest(fields: Fields) -> None:
    reader, place = fields.reader, (*fields.route, "interest")
    raw = reader.raw(place)
    if raw == "same-as-purpose":
        fields.put("interest", fields.values["text"], place)
    elif isinstance(raw, dict) and not is_translation(raw):
        fields.read("interest", "text", "interest", "text")
    else:
        fields.read("interest", "text")
    fields.read("interest.whose", "word", "interest", "whose")
    if fields.read("interest.balancing", "text", "interest", "balancing") is SILENT:
        shared: Route = ("legal_bases", "legitimate-interests", "balancing")
        fields.put("interest.balancing", reader.value(shared, "text"), shared)


def purposes(reader: Reader, stated: Mapping[str, Record], links: Links) -> Iterator[Record]:
    """Yield the purposes with everything that is linked to them."""
    complete = not reader.hides("collections.*.purposes", "collections.*.categories.*.purposes")
    collected, received = by_purpose(links.collected), by_purpose(links.recipients)
    for name, record in stated.items():
        served = collected.get(name, [])
        categories = words_of(served, "category") or record.ids("only.categories")
        places = words_of(served, "collection") or record.ids("only.collections")
        people = record.ids("only.data_subjects") or union([item.ids("data_subjects") for item in served])
        groups = [links.data_subjects[who] for who in people if who in links.data_subjects]
        linked: dict[str, Value] = {
            "categories": gathered(categories, complete=complete),
            "collections": gathered(places, complete=complete),
            "data_subjects": people,
            "relations": words_of(groups, "relation"),
            "may_be_parties": _may_be_parties(record, served, links.data_subjects),
            "special_categories": union([(links.special[c],) for c in categories if c in links.special]),
            "provisions": words_of(served, "provision"),
            "recipients": tuple(r.text("id") for r in received.get(name, ())),
            "retention_rules": union([item.ids("retention_rules") for item in served]),
        }
        yield Record(record.route, {**record.values, **linked}, record.places)


def by_purpose(records: Sequence[Record]) -> dict[str, list[Record]]:
    """Return records by each purpose that they name, in their order; a thousand of each are read once."""
    found: dict[str, list[Record]] = {}
    for record in records:
        for name in dict.fromkeys(record.ids("purposes")):
            found.setdefault(name, []).append(record)
    return found


def brings_portability(reader: Reader, stated: Mapping[str, Record]) -> Value:
    """Whether a purpose rests on consent or a contract; silent where no legal basis is said.

    Source: GDPR Art. 20(1)(a).
    """
    bases = union([(*purpose.ids("legal_bases"), *_words(purpose)) for purpose in stated.values()])
    if {"consent", "contract"}.intersection(bases):
        return True
    hidden = reader.hides("purposes.*.legal_basis", "purposes.*.special_condition")
    return UNREADABLE if hidden else False if bases else SILENT


def consents_can_be_stopped(reader: Reader, stated: Mapping[str, Record]) -> bool:
    """Whether each purpose that rests on consent says how to stop it, itself or by `cookies.consent`."""
    cookies: set[str] = set()
    if said(reader.value(("cookies", "consent", "withdraw"), "text")):
        items = [route for _, route in reader.entries("cookies", "items")]
        cookies.update(*(members(reader.value((*route, "purposes"), "ids")) for route in items))
    resting = [p for p in stated.values() if "consent" in (*p.ids("legal_bases"), *_words(p))]
    return bool(resting) and all(said(p.value("opt_out")) or p.text("id") in cookies for p in resting)


def _words(purpose: Record) -> tuple[str, ...]:
    return ("consent",) if purpose.text("special_condition") == "explicit-consent" else ()


def _may_be_parties(purpose: Record, served: Sequence[Record], groups: Mapping[str, Record]) -> bool:
    """Whether some of those concerned can be parties: not if each is of a group whose relation is `other`."""
    people = [purpose.ids("only.data_subjects")] if purpose.ids("only.data_subjects") else []
    people = people or [record.ids("data_subjects") for record in served]
    if not people or () in people:
        return True
    return any(
        who not in groups or groups[who].text("relation") != "other" for whom in people for who in whom
    )


def retention_rules(reader: Reader, collected: Sequence[Record]) -> Iterator[Record]:
    """Yield the retention rules."""
    for name, route in reader.entries("retention"):
        fields = Fields(reader, route)
        held = [record for record in collected if name in record.ids("retention_rules")]
        fields.put("id", name)
        fields.read_all(_RETENTION)
        fields.put("used_by", words_of(held, "category"))
        fields.put("purposes", union([record.ids("purposes") for record in held]))
        yield fields.record()
