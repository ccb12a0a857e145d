"""Both sides of a comparison in words that can be compared: renamed ids, and forms that mean the same."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from notice_lint.changes.canonical_form import INHERITED, Fields, Kind, fields_of
from notice_lint.changes.comparison import Entry
from notice_lint.changes.pairing import Key

Sides = tuple[Entry | None, Entry | None, str]
"""The old and the new side of one thing, and how they were found."""


def with_new_names(side: Sides, renamed: Mapping[Key, str]) -> Sides:
    """Return the old side with the new ids of what was renamed, wherever it names such a thing."""
    before, after, how = side
    if before is None or not renamed:
        return side
    return before._replace(value=_renamed(before.value, fields_of(before.part), renamed)), after, how


def _renamed(value: Any, fields: Fields, renamed: Mapping[Key, str]) -> Any:
    return {key: _named_anew(below, fields.get(key), renamed) for key, below in value.items()}


def _named_anew(value: Any, kind: Kind | Fields | None, renamed: Mapping[Key, str]) -> Any:
    if kind is None or (isinstance(value, dict) and "unreadable" in value):
        return value
    if not isinstance(kind, Kind):
        return _renamed(value, kind, renamed)
    name = _RENAMES.get(kind.how)
    return name(value, kind.of, renamed) if name and kind.of else value


def _set(names: Any, part: str, renamed: Mapping[Key, str]) -> Any:
    return {renamed.get((part, name), name): True for name in names}


def _uses(uses: Any, part: str, renamed: Mapping[Key, str]) -> Any:
    return {
        renamed.get(("purposes", purpose), purpose): _set(rules, part, renamed)
        for purpose, rules in uses.items()
    }


def _place(route: str, _: str, renamed: Mapping[Key, str]) -> str:
    part, _, name = route.partition(".")
    return f"{part}.{renamed[part, name]}" if (part, name) in renamed else route


_RENAMES: Mapping[str, Callable[[Any, str, Mapping[Key, str]], Any]] = {
    "ref": lambda name, part, renamed: renamed.get((part, name), name),
    "set": _set,
    "uses": _uses,
    "place": _place,
}


def aligned(sides: Sequence[Sides]) -> list[Sides]:
    """Return the sides with each thing said in the same form on both.

    A retention that counts for all purposes on one side is said for each of them where the other side
    tells them apart. What a collection without categories says is told of its categories where the
    other side has some.
    """
    collected = [{entry.id.partition("/")[0] for entry in _of(sides, at, "categories")} for at in (0, 1)]
    return [_aligned(side, collected) for side in sides]


def _of(sides: Sequence[Sides], at: int, part: str) -> list[Entry]:
    entries = [side[1] if at else side[0] for side in sides]
    return [entry for entry in entries if entry is not None and entry.part == part]


def _aligned(side: Sides, collected: Sequence[set[str]]) -> Sides:
    before, after, how = side
    if before is None or after is None:
        return side
    if before.part == "categories":
        return _for_each(before, after), _for_each(after, before), how
    if before.part == "collections" and (before.id in collected[0]) != (after.id in collected[1]):
        return _without_inherited(before), _without_inherited(after), how
    return side


def _for_each(entry: Entry, other: Entry) -> Entry:
    """Return an entry whose retention is said for each purpose, if that is how the other says it."""
    mine, theirs = entry.value.get("retention"), other.value.get("retention")
    if not isinstance(mine, dict) or not isinstance(theirs, dict) or "" not in mine or "" in theirs:
        return entry
    if "unreadable" in theirs:
        return entry
    purposes = entry.value.get("purposes") or theirs
    return entry._replace(value={**entry.value, "retention": dict.fromkeys(purposes, mine[""])})


def _without_inherited(entry: Entry) -> Entry:
    return entry._replace(value={key: below for key, below in entry.value.items() if key not in INHERITED})
