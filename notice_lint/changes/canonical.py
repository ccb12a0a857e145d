"""A resolved notice in canonical form: one entry for each thing, in which equal values mean the same."""

from collections.abc import Iterator
from typing import Any

from notice_lint.changes.canonical_form import INHERITED, KEYED, NAMED, PARTS, SINGLE, Fields, Kind
from notice_lint.changes.canonical_values import Values, unreadable
from notice_lint.changes.comparison import Entry
from notice_lint.model import terms
from notice_lint.model.notice import Notice
from notice_lint.source.document import Route

__all__ = ["entries"]

_RIGHTS = frozenset(terms.RIGHTS)
_NOT_ENTRIES = {"cookies": ("cookies", "items")}
"""Where the things of a part stand, if not at its own name."""


def entries(notice: Notice) -> tuple[Entry, ...]:
    """Return everything that a notice says, part by part, in the order of the file.

    Inheritance is applied: a category inside a collection has the purposes, retention, source and provision
    that count for it, wherever they are written. What says nothing is left out; `none` is an entry of its
    own, `{"none": text}`. What the schema refused stands as `{"unreadable": …}`.
    """
    values = Values(notice.reader, notice.world.canonical_country)
    return tuple(entry for part in PARTS for entry in _part(values, part))


def _part(values: Values, part: str) -> Iterator[Entry]:
    if part in ("categories", "rights", "security"):
        yield from {"categories": _categories, "rights": _rights, "security": _security}[part](values)
        return
    raw = values.reader.document.value((part,))
    if values.reader.is_broken((part,)):
        yield Entry(part, "", (part,), {"unreadable": unreadable(raw)})
        return
    if raw == "none" or (isinstance(raw, dict) and "none" in raw):
        said = raw.get("none") if isinstance(raw, dict) else None
        yield Entry(part, "" if part in SINGLE else "none", (part,), {"none": values.text(said)})
        return
    if part in SINGLE:
        value = values.mapping(raw, SINGLE[part], (part,))
        yield from [Entry(part, "", (part,), value)] if value else []
    if part in KEYED:
        yield from _things(values, part, _NOT_ENTRIES.get(part, (part,)))


def _things(values: Values, part: str, place: Route) -> Iterator[Entry]:
    raw = values.reader.document.value(place)
    for name, below in raw.items() if isinstance(raw, dict) else ():
        entry = _thing(values, part, name, (*place, name), below)
        if part == "collections" and not _has_categories(below):
            yield entry._replace(value={**entry.value, **_uncollected(values, below, entry.route)})
        else:
            yield entry


def _thing(values: Values, part: str, name: str, route: Route, raw: object) -> Entry:
    value = values.value(raw, KEYED[part], route) if raw else {}
    if part in NAMED and isinstance(raw, dict) and ("previous_ids" in raw or "replaces" in raw):
        previous, replaced = (tuple(values.members(raw.get(key))) for key in ("previous_ids", "replaces"))
        return Entry(part, name, route, value, previous, replaced)
    return Entry(part, name, route, value)


def _has_categories(collection: object) -> bool:
    return isinstance(collection, dict) and bool(collection.get("categories"))


def _uncollected(values: Values, raw: object, route: Route) -> dict[str, Any]:
    """Return what a collection without categories says in their place."""
    if not isinstance(raw, dict):
        return {}
    found = {key: _stated(values, key, raw.get(key), (*route, key), raw.get("purposes")) for key in INHERITED}
    return {key: value for key, value in found.items() if value}


def _categories(values: Values) -> Iterator[Entry]:
    """Yield the categories of every collection, with what they have of it.

    What a category has of its own replaces the collection's key whole; an own `[]` says that nothing is
    inherited (principle 8 of the format).
    """
    collections = values.reader.document.value(("collections",))
    for collection, raw in collections.items() if isinstance(collections, dict) else ():
        inside = raw.get("categories") if isinstance(raw, dict) else None
        for category, own in inside.items() if isinstance(inside, dict) else ():
            route = ("collections", collection, "categories", category)
            entry = _thing(values, "categories", f"{collection}/{category}", route, own and _own(own))
            inherited = _inherited(values, own if isinstance(own, dict) else {}, raw, route)
            yield entry._replace(value={**entry.value, **inherited})


def _own(category: object) -> object:
    if not isinstance(category, dict):
        return category
    return {key: below for key, below in category.items() if key not in INHERITED}


def _inherited(values: Values, own: dict[str, Any], above: dict[str, Any], route: Route) -> dict[str, Any]:
    found: dict[str, Any] = {}
    purposes = own.get("purposes") if own.get("purposes") is not None else above.get("purposes")
    for key in INHERITED:
        mine = own.get(key) is not None
        raw, place = (own[key], (*route, key)) if mine else (above.get(key), (*route[:2], key))
        value = _stated(values, key, raw, place, purposes)
        if value:
            found[key] = value
    return found


def _stated(values: Values, key: str, raw: object, place: Route, purposes: object) -> Any:
    if raw in (None, "", [], {}):
        return None
    if key != "retention" or values.reader.is_broken(place):
        return values.value(raw, INHERITED[key], place)
    return _uses(values, raw, tuple(values.members(purposes)))


def _uses(values: Values, raw: object, purposes: tuple[str, ...]) -> dict[str, Any]:
    """Return which retention rules count for which purpose; "" for all, where they are the same for all.

    A purpose that the category does not have is left out: nothing is kept for it.
    """
    if not isinstance(raw, dict):
        return {"": values.members(raw)}
    found = {name: values.members(rules) for name, rules in raw.items() if name in purposes or not purposes}
    found = {name: rules for name, rules in found.items() if rules}
    rules = list(found.values())
    if rules and len(rules) == len(purposes) and all(one == rules[0] for one in rules):
        return {"": rules[0]}
    return found


def _rights(values: Values) -> Iterator[Entry]:
    """Yield each right that is granted, by a text of its own or by one for several, and what else is said."""
    raw = values.reader.document.value(("rights",))
    if not isinstance(raw, dict):
        return
    together = values.members(raw.get("grants"))
    for name, below in raw.items():
        text = values.value(below, Kind("text"), ("rights", name)) if below else None
        if name in _RIGHTS and text:
            yield Entry("rights", name, ("rights", name), {"granted": True, "text": text})
        elif name not in (*_RIGHTS, "grants", "presented_separately") and text:
            yield Entry("rights", name, ("rights", name), {"text": text})
        elif name == "grants":
            for right in together:
                if not values.text(raw.get(right)):
                    yield Entry("rights", right, ("rights", "grants"), {"granted": True})
    apart = values.members(raw.get("presented_separately"))
    if apart:
        yield Entry("rights", "presented_separately", ("rights", "presented_separately"), {"rights": apart})


def _security(values: Values) -> Iterator[Entry]:
    raw = values.reader.document.value(("security",))
    fields: Fields = SINGLE["security"]
    value = values.mapping({"text": raw}, fields, ("security",))
    if value:
        yield Entry("security", "", ("security",), value)
