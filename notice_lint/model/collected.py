"""Collections, the data categories inside them, and everything that these inherit."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from notice_lint.model.reader import Entry, Fields, Reader, gathered, label_of, named, union, words_of
from notice_lint.model.record import SILENT, UNREADABLE, Record, Value, is_list, members, said
from notice_lint.model.stated import STATEMENTS, statement
from notice_lint.source.document import Route


class Facts(NamedTuple):
    """What the rest of the notice says about purposes and data categories, by id."""

    purposes: dict[str, Record]
    data_categories: dict[str, Record]


def collected_categories(reader: Reader, facts: Facts) -> Iterator[Record]:
    """Yield one record for each category inside each collection."""
    for collection in reader.entries("collections"):
        for category in reader.entries(*collection[1], "categories"):
            yield _collected(reader, facts, collection, category)


def _collected(reader: Reader, facts: Facts, collection: Entry, category: Entry) -> Record:
    fields = Fields(reader, category[1])
    known = facts.data_categories.get(category[0])
    fields.put("category", category[0])
    fields.put("label", known.value("label") if known else named(reader, category[0]))
    fields.put("collection", collection[0])
    fields.put("collection_label", label_of(reader, *collection))
    fields.put("data_subjects", reader.value((*collection[1], "data_subjects"), "ids"))
    _inherit_statements(fields, collection[1])
    _inherit_purposes(fields, facts, collection, category[0])
    _inherit_retention(fields, collection[1])
    fields.put("special", known.value("special") if known else SILENT)
    fields.put("criminal", known.value("criminal") if known else SILENT)
    condition = _lacking(facts, fields, "special_condition") if said(fields.values["special"]) else SILENT
    fields.put("purposes_without_condition", condition)
    fields.put("inferred_from", known.value("inferred_from") if known else SILENT)
    return fields.record()


def _owner(reader: Reader, category: Route, collection: Route, key: str) -> Route:
    """Return where `key` is taken from: what a category has of its own replaces the collection's whole."""
    return (*category, key) if reader.states((*category, key)) else (*collection, key)


def _inherit_statements(fields: Fields, collection: Route) -> None:
    for subject in STATEMENTS:
        owner = _owner(fields.reader, fields.route, collection, subject)
        stated = statement(fields.reader, owner, subject)
        for name, value in stated.values.items():
            field = name if name == subject else f"{subject}.{name}"
            fields.put(field, value, stated.places.get(name))


def _inherit_purposes(fields: Fields, facts: Facts, collection: Entry, category: str) -> None:
    place = _owner(fields.reader, fields.route, collection[1], "purposes")
    purposes = fields.reader.value(place, "ids")
    if is_list(purposes):
        people = members(fields.values["data_subjects"])
        here = {"categories": (category,), "collections": (collection[0],), "data_subjects": people}
        purposes = tuple(name for name in purposes if _concerns(facts.purposes.get(name), here)) or SILENT
    fields.put("purposes", purposes, place if purposes is not SILENT else None)
    known = [facts.purposes[name] for name in members(purposes) if name in facts.purposes]
    fields.put("legal_bases", union([purpose.ids("legal_bases") for purpose in known]))
    fields.put("purposes_without_legal_basis", _lacking(facts, fields, "legal_bases"))


def _concerns(purpose: Record | None, here: dict[str, tuple[str, ...]]) -> bool:
    """Whether a purpose that is limited to some people, data or collections concerns this one.

    Where the collection does not say whose data it collects, a purpose for some people may concern them.
    """
    for limit, own in here.items() if purpose else ():
        only = purpose.ids(f"only.{limit}") if purpose else ()
        if only and own and not set(only) & set(own):
            return False
    return True


def _lacking(facts: Facts, fields: Fields, what: str) -> tuple[str, ...]:
    """Return the purposes of a category that do not say `what`."""
    purposes = (facts.purposes.get(name) for name in members(fields.values["purposes"]))
    silent = (purpose for purpose in purposes if purpose and not said(purpose.value(what)))
    return tuple(purpose.text("id") for purpose in silent if purpose.value(what) is not UNREADABLE)


def _inherit_retention(fields: Fields, collection: Route) -> None:
    """Read the rules that apply: one, several at once, or one for each purpose."""
    reader = fields.reader
    place = _owner(reader, fields.route, collection, "retention")
    raw = reader.raw(place)
    missing: tuple[str, ...] = ()
    if isinstance(raw, dict):
        wanted = members(fields.values["purposes"]) or tuple(raw)
        rules_of = {name: reader.value((*place, name), "ids") for name in wanted}
        missing = tuple(name for name, rules in rules_of.items() if rules is SILENT)
        rules: Value = union([members(rules) for rules in rules_of.values()]) or SILENT
        if rules is SILENT and UNREADABLE in rules_of.values():
            rules = UNREADABLE
    else:
        rules = reader.value(place, "ids")
    fields.put("retention_rules", rules, place if rules is not SILENT else None)
    fields.put("purposes_without_retention", missing)


def retention_by_purpose(reader: Reader, record: Record) -> Iterator[tuple[str, Route, tuple[str, ...]]]:
    """Yield, for a collected category, each purpose ("" for all), where its rules stand, and the rules."""
    place = record.place("retention_rules")
    if place is None:
        return
    raw = reader.raw(place)
    if not isinstance(raw, dict):
        yield "", place, record.ids("retention_rules")
        return
    for purpose in record.ids("purposes") or tuple(raw):
        yield purpose, (*place, purpose), members(reader.value((*place, purpose), "ids"))


def collections(reader: Reader, collected: Sequence[Record]) -> Iterator[Record]:
    """Yield one record for each collection."""
    for name, route in reader.entries("collections"):
        fields = Fields(reader, route)
        inside = [record for record in collected if record.text("collection") == name]
        fields.put("id", name)
        fields.label("label", name)
        fields.read("data_subjects", "ids")
        complete = not reader.hides(f"collections.{name}.categories")
        fields.put("categories", gathered(words_of(inside, "category"), complete=complete))
        own = members(reader.value((*route, "purposes"), "ids"))
        fields.put("purposes", union([own, *(record.ids("purposes") for record in inside)]))
        fields.put("legal_bases", union([record.ids("legal_bases") for record in inside]))
        for subject in STATEMENTS:
            stated = statement(reader, (*route, subject), subject)
            for key, value in stated.values.items():
                fields.put(key if key == subject else f"{subject}.{key}", value, stated.places.get(key))
        fields.put("sources", words_of([fields.record(), *inside], "source"))
        yield fields.record()
