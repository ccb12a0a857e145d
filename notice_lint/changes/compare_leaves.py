"""Where two canonical values differ: deepdiff finds the places, told as leaves in an order of our own."""

from collections.abc import Iterator, Mapping
from typing import Any

from notice_lint.changes.comparison import MISSING, Leaf
from notice_lint.source.document import Route

_KINDS = ("dictionary_item_added", "dictionary_item_removed", "values_changed", "type_changes")


def leaves(before: Mapping[str, Any], after: Mapping[str, Any]) -> tuple[Leaf, ...]:
    """Return every place that differs, the outermost of what came or went, sorted by path.

    Canonical values have no lists, so that deepdiff needs neither to pair nor to order anything. The options
    keep it from calling a mapping one change when most of its keys differ (`threshold_to_diff_deeper`), and
    from passing over keys that look private. It tells `True` from 1.
    """
    if same(before, after):
        return ()
    from deepdiff.diff import DeepDiff  # noqa: PLC0415 - 70 ms that only a comparison pays, and only if needed

    tree = DeepDiff(
        before,
        after,
        view="tree",
        verbose_level=2,
        threshold_to_diff_deeper=0,
        ignore_private_variables=False,
    )
    found = [_leaf(level) for kind in _KINDS for level in tree.get(kind, ())]
    unknown = set(tree) - set(_KINDS)
    if unknown:
        raise AssertionError(f"deepdiff found {unknown} in canonical values, which have no lists")
    return tuple(sorted(found, key=lambda leaf: [str(step) for step in leaf.path]))


def _leaf(level: Any) -> Leaf:
    path = tuple(level.path(output_format="list"))
    kind = level.report_type
    before = MISSING if kind == "dictionary_item_added" else level.t1
    after = MISSING if kind == "dictionary_item_removed" else level.t2
    return Leaf(path, before, after)


def same(before: object, after: object) -> bool:
    """Whether two canonical values are the same, whatever the order of their keys. `True` is not 1."""
    if type(before) is not type(after):
        return False
    if isinstance(before, dict) and isinstance(after, dict):
        return len(before) == len(after) and all(
            key in after and same(below, after[key]) for key, below in before.items()
        )
    return before == after


def applied(value: Mapping[str, Any], changes: tuple[Leaf, ...]) -> dict[str, Any]:
    """Return `value` with leaves applied to it: what stood before becomes what stands after."""
    result = _copied(value)
    for leaf in changes:
        holder: Any = result
        for step in leaf.path[:-1]:
            holder = holder[step]
        if leaf.after is MISSING:
            del holder[leaf.path[-1]]
        else:
            holder[leaf.path[-1]] = leaf.after
    return result


def reversed_(changes: tuple[Leaf, ...]) -> tuple[Leaf, ...]:
    """Return the leaves of the way back."""
    return tuple(leaf._replace(before=leaf.after, after=leaf.before) for leaf in changes)


def _copied(value: Mapping[str, Any]) -> dict[str, Any]:
    return {key: _copied(below) if isinstance(below, dict) else below for key, below in value.items()}


def strings(value: object, path: Route = ()) -> Iterator[tuple[Route, str]]:
    """Yield every string in a canonical value, and where it stands."""
    if isinstance(value, Mapping):
        for key, below in value.items():
            yield from strings(below, (*path, key))
    elif isinstance(value, str):
        yield path, value
