"""A walk by hand over two canonical values, which deepdiff must agree with; and comparisons told in lines."""

from collections.abc import Iterator, Mapping
from json import dumps
from typing import Any

from notice_lint.changes.compare import compare
from notice_lint.changes.comparison import MISSING, Comparison, Entry, Leaf, Pair
from notice_lint.source.document import Route
from tests.model.resolved import notice

Difference = tuple[str, Route]
"""`added`, `removed` or `changed`, and where."""


def walk(before: Any, after: Any, path: Route = ()) -> Iterator[Difference]:
    """Yield what differs between two mappings, the outermost of what came or went."""
    if not (isinstance(before, dict) and isinstance(after, dict)):
        if type(before) is not type(after) or before != after:
            yield "changed", path
        return
    for key in {**before, **after}:
        if key not in after:
            yield "removed", (*path, key)
        elif key not in before:
            yield "added", (*path, key)
        else:
            yield from walk(before[key], after[key], (*path, key))


def told(leaves: tuple[Leaf, ...]) -> set[Difference]:
    """Return leaves as the walk tells them."""
    return {(_kind(leaf), leaf.path) for leaf in leaves}


def _kind(leaf: Leaf) -> str:
    if leaf.before is MISSING:
        return "added"
    return "removed" if leaf.after is MISSING else "changed"


def whole(before: Mapping[str, Any], after: Mapping[str, Any]) -> set[Difference]:
    """Return what differs, as a set."""
    return set(walk(before, after))


def compared(old: str, new: str, *, old_head: str = "", new_head: str = "") -> Comparison:
    """Return the comparison of two short notices; the heads are laid into the keys of `notice`."""
    return compare(notice(old, head=old_head), notice(new, head=new_head))


def lines(comparison: Comparison) -> list[str]:
    """Return a comparison as lines that a test can state."""
    return [
        *(line for pair in comparison.pairs for line in _pair(pair)),
        *(f"{one.part}: {'+'.join(one.old)} => {'+'.join(one.new)}" for one in comparison.successions),
        *(f"{one.part}: {one.why} {one.old} ~ {one.new}" for one in comparison.suggestions),
        *(f"{part}: reordered" for part in comparison.reordered),
        *(f"{one.part}/{one.id}: {one.before} = {one.after}" for one in comparison.equivalents),
        *(f"language +{language}" for language in comparison.languages.added),
        *(f"language -{language}" for language in comparison.languages.removed),
    ]


def _pair(pair: Pair) -> Iterator[str]:
    if pair.before is None or pair.after is None:
        entry = pair.before or pair.after
        assert entry is not None
        yield f"{'-' if pair.before else '+'} {_name(entry)}{_because(pair.follows)}"
        return
    if pair.how == "declared":
        yield f"{pair.part}: {pair.before.id} -> {pair.after.id}"
    for leaf in pair.leaves:
        told_of = f" ({len(leaf.echoes)} categories)" if leaf.echoes else ""
        path = ".".join(map(str, leaf.path))
        sides = f"{_said(leaf.before)} -> {_said(leaf.after)}"
        yield f"{_name(pair.after)} {path}: {sides}{told_of}{_because(leaf.follows)}"


def _name(entry: Entry) -> str:
    return f"{entry.part}/{entry.id}" if entry.id else entry.part


def _because(cause: tuple[str, str] | None) -> str:
    return f", with {'/'.join(cause)}" if cause else ""


def _said(side: object) -> str:
    if side is MISSING or side is True:
        return "" if side is MISSING else "yes"
    return side if isinstance(side, str) else dumps(side, ensure_ascii=False)
