"""One edit, told once: at the collection what its categories share; what only names a thing follows it."""

from collections.abc import Mapping, Sequence
from json import dumps

from notice_lint.changes.canonical_form import INHERITED, Kind, kind_of
from notice_lint.changes.comparison import MISSING, Echo, Leaf, Pair
from notice_lint.source.document import Route

_Key = tuple[str, str]


def told_once(pairs: Sequence[Pair]) -> list[Pair]:
    """Return the pairs with what is an echo of something else marked as one.

    Nothing is lost: every leaf is either in a pair or in the `echoes` of one leaf.
    """
    whole = {_key(pair): pair.before is None for pair in pairs if pair.before is None or pair.after is None}
    marked = [_marked(pair, whole) for pair in pairs]
    return _shared(marked)


def _key(pair: Pair) -> _Key:
    entry = pair.after or pair.before
    return pair.part, entry.id if entry else ""


def _marked(pair: Pair, whole: Mapping[_Key, bool]) -> Pair:
    """Mark what follows from a thing that came (`whole` has True) or went altogether."""
    if pair.before is None or pair.after is None:
        return pair._replace(follows=_followed(pair, whole)) if pair.part == "categories" else pair
    if not pair.leaves:
        return pair
    leaves = tuple(leaf._replace(follows=_cause(pair.part, leaf, whole)) for leaf in pair.leaves)
    return pair._replace(leaves=leaves)


def _followed(pair: Pair, whole: Mapping[_Key, bool]) -> _Key | None:
    """Return the collection, else the data category, that came or went with a category in a collection."""
    collection, _, category = _key(pair)[1].partition("/")
    for cause in (("collections", collection), ("data_categories", category)):
        if whole.get(cause) == (pair.before is None):
            return cause
    return None


def _cause(part: str, leaf: Leaf, whole: Mapping[_Key, bool]) -> _Key | None:
    kind = kind_of(part, leaf.path)
    if kind is None or kind.how not in ("ref", "set", "uses"):
        return None
    for came, side in ((True, leaf.after), (False, leaf.before)):
        for cause in _named(kind, leaf.path, side):
            if whole.get(cause) is came:
                return cause
    return None


def _named(kind: Kind, path: Route, side: object) -> list[_Key]:
    """Return the one thing that a side names; nothing where it names several."""
    if side is MISSING:
        return []
    if kind.how == "ref":
        return [(kind.of, str(side))]
    if kind.how == "set":
        names = list(side) if isinstance(side, dict) else [str(path[-1])]
        return [(kind.of, name) for name in names] if len(names) == 1 else []
    steps = [str(step) for step in path[path.index("retention") + 1 :]]
    if len(steps) == 1 and steps[0]:
        return [("purposes", steps[0])]
    return [(kind.of, steps[1])] if len(steps) > 1 else []


def _shared(pairs: Sequence[Pair]) -> list[Pair]:
    """Tell at the collection what two or more of its categories share."""
    groups: dict[tuple[str, str], list[tuple[str, Leaf]]] = {}
    for pair in pairs:
        if pair.part == "categories" and pair.after is not None:
            for leaf in pair.leaves:
                if leaf.path and leaf.path[0] in INHERITED:
                    name = pair.after.id
                    groups.setdefault((name.partition("/")[0], _told(leaf)), []).append((name, leaf))
    shared = {key: group for key, group in groups.items() if len(group) > 1}
    return [_retold(pair, shared) for pair in pairs] if shared else list(pairs)


def _told(leaf: Leaf) -> str:
    sides = [None if side is MISSING else [side] for side in (leaf.before, leaf.after)]
    return dumps([list(leaf.path), *sides], sort_keys=True)


def _retold(pair: Pair, shared: Mapping[tuple[str, str], Sequence[tuple[str, Leaf]]]) -> Pair:
    entry = pair.after
    if entry is None or pair.before is None:
        return pair
    if pair.part == "categories":
        collection = entry.id.partition("/")[0]
        return pair._replace(leaves=tuple(x for x in pair.leaves if (collection, _told(x)) not in shared))
    if pair.part != "collections":
        return pair
    lifted = [_lifted(group) for (name, _), group in shared.items() if name == entry.id]
    leaves = sorted((*pair.leaves, *lifted), key=lambda leaf: [str(step) for step in leaf.path])
    return pair._replace(leaves=tuple(leaves)) if lifted else pair


def _lifted(group: Sequence[tuple[str, Leaf]]) -> Leaf:
    leaf = group[0][1]
    echoes = tuple(Echo("categories", name, one.path, one.before, one.after) for name, one in group)
    return leaf._replace(echoes=echoes)


def every_leaf(pairs: Sequence[Pair]) -> dict[tuple[str, str], list[Leaf]]:
    """Return all leaves where they stand, echoes included, by part and id of the entry."""
    found: dict[tuple[str, str], list[Leaf]] = {}
    for pair in pairs:
        for leaf in pair.leaves:
            if leaf.echoes:
                for echo in leaf.echoes:
                    one = Leaf(echo.path, echo.before, echo.after)
                    found.setdefault((echo.part, echo.id), []).append(one)
            else:
                found.setdefault(_key(pair), []).append(Leaf(leaf.path, leaf.before, leaf.after))
    return found
