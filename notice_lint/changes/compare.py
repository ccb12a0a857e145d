"""Two resolved notices to a comparison: what differs, entry by entry, each thing once."""

from collections.abc import Iterator, Sequence

from notice_lint.changes.canonical import entries
from notice_lint.changes.canonical_form import PARTS, SINGLE
from notice_lint.changes.compare_aligned import Sides, aligned, with_new_names
from notice_lint.changes.compare_echoes import told_once
from notice_lint.changes.compare_leaves import leaves
from notice_lint.changes.comparison import Comparison, Entry, Equivalent, Pair
from notice_lint.changes.pairing import pairing
from notice_lint.changes.pairing_similar import suggestions
from notice_lint.changes.prose_languages import languages
from notice_lint.model.notice import Notice
from notice_lint.source.document import Route

_UNORDERED = (frozenset(SINGLE) | {"rights"}) - {"cookies"}
"""Parts whose order in the file is not the order of a text."""


def compare(old: Notice, new: Notice) -> Comparison:
    """Return everything that differs between two notices, in the order of the parts and of the new file.

    Renames that the author declares are applied to the old side first, so that what only names a renamed
    thing does not differ. What nobody declared is removed and added, and may be suggested as a rename.
    """
    before, after = entries(old), entries(new)
    paired = pairing(before, after)
    sides = aligned([with_new_names(side, paired.renamed) for side in paired.pairs])
    sides.sort(key=lambda side: PARTS.index(_either(side).part))
    pairs = [pair for pair in told_once([_pair(side) for side in sides]) if _differs(pair)]
    refused = {entry.part for entry in (*before, *after) if _is_refused(entry)}
    pairs = [pair for pair in pairs if not refused or _is_known(pair, refused)]
    return Comparison(
        old,
        new,
        tuple(pairs),
        paired.successions,
        suggestions(pairs),
        tuple(_reordered(sides, before)),
        tuple(_equivalents(sides, old, new)),
        languages(before, after),
    )


def _either(side: Sides) -> Entry:
    entry = side[1] or side[0]
    if entry is None:
        raise AssertionError("a pair has a side")
    return entry


def _pair(side: Sides) -> Pair:
    before, after, how = side
    part = _either(side).part
    if before is None or after is None:
        return Pair(part, before, after, how)
    return Pair(part, before, after, how, leaves(before.value, after.value))


def _differs(pair: Pair) -> bool:
    return bool(pair.leaves) or pair.before is None or pair.after is None or pair.how == "declared"


def _is_refused(entry: Entry) -> bool:
    """Whether the schema refused a whole part, so that nobody knows what is in it."""
    return not entry.id and isinstance(entry.value, dict) and "unreadable" in entry.value


def _is_known(pair: Pair, refused: set[str]) -> bool:
    """Whether both sides of a pair could be read: what stands in a refused part neither came nor went."""
    sides = [side for side in (pair.before, pair.after) if side is not None]
    hidden = pair.part in refused or (pair.part == "categories" and "collections" in refused)
    return not hidden or len(sides) > 1 or any(map(_is_refused, sides))


def _reordered(sides: Sequence[Sides], old: Sequence[Entry]) -> Iterator[str]:
    """Yield the parts in which things that stayed changed places among each other.

    `sides` stand in the order of the new file.
    """
    place = {(entry.part, entry.id): number for number, entry in enumerate(old)}
    positions: dict[str, dict[str, list[int]]] = {}
    for before, after, _ in sides:
        if before is not None and after is not None and before.part not in _UNORDERED:
            group = after.id.partition("/")[0] if after.part == "categories" else ""
            positions.setdefault(after.part, {}).setdefault(group, []).append(place[before.part, before.id])
    for part, groups in positions.items():
        if any(order != sorted(order) for order in groups.values()):
            yield part


def _equivalents(sides: Sequence[Sides], old: Notice, new: Notice) -> Iterator[Equivalent]:
    """Yield the periods that mean the same and are written in another way."""
    for before, after, _ in sides:
        if before is None or after is None:
            continue
        for path in _PERIODS.get(after.part, ()):
            written = old.document.value((*before.route, *path)), new.document.value((*after.route, *path))
            if written[0] == written[1] or not all(isinstance(one, str) and one.strip() for one in written):
                continue
            if _at(before.value, path) == _at(after.value, path):
                yield Equivalent(after.part, after.id, path, str(written[0]), str(written[1]))


def _at(value: object, path: Route) -> object:
    for step in path:
        value = value.get(step) if isinstance(value, dict) else None
    return value


_PERIODS: dict[str, tuple[Route, ...]] = {
    "retention": (("period",),),
    "cookies": (("duration",), ("consent", "remembered")),
    "changes": (("lead",),),
}
"""Where periods stand in an entry."""
