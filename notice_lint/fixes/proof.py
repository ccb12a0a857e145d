"""The proof of a fix: read again, the text says what it said, but for what the fix was to change."""

from collections import Counter
from collections.abc import Iterable
from copy import deepcopy
from typing import Any

from notice_lint.fixes.fix import Cut, Edit, FixRejected, MoveFirst, Quote, RenameKey, SetList, SetValue
from notice_lint.source.document import Document, Route, WholeNumber
from notice_lint.source.parse import parse
from notice_lint.source.scalars import typed


def proved(text: str, before: Document, edits: Iterable[Edit]) -> Document:
    """Return the document of a new text.

    Raises `FixRejected` unless its data are those of `before` with `edits`, and its comments the same.
    """
    edits = tuple(edits)
    after = parse(text, before.path, bom=before.bom)
    if after.flaws:
        raise FixRejected("unreadable")
    if not _same(after.data, expected(before.data, edits)):
        raise FixRejected("elsewhere")
    if not _comments_kept(before, after, edits):
        raise FixRejected("comments")
    return after


def expected(data: object, edits: Iterable[Edit]) -> object:
    """Return the data with the edits, the deepest first, so that no route changes under another one."""
    changed = deepcopy(data)
    for edit in sorted(edits, key=_depth, reverse=True):
        match edit:
            case SetValue():
                value = typed(edit.value) if edit.typed else edit.value
                _put(changed, edit.route, value)
            case SetList():
                _put(changed, edit.route, list(edit.members))
            case RenameKey():
                _rename(_at(changed, edit.route[:-1]), edit.route[-1], edit.key)
            case Quote(at_key=False):
                _put(changed, edit.route, _as_text(_at(changed, edit.route)))
            case MoveFirst():
                _reorder(changed, edit.keys)
            case _:
                pass
    return changed


def _depth(edit: Edit) -> tuple[int, bool]:
    """Return how deep an edit is; where two are equally deep, values come before keys."""
    route: Route = getattr(edit, "route", ())
    return len(route), not isinstance(edit, RenameKey)


def _at(data: Any, route: Route) -> Any:
    for step in route:
        data = data[step]
    return data


def _put(data: object, route: Route, value: object) -> None:
    _at(data, route[:-1])[route[-1]] = value


def _rename(mapping: dict[str, Any], old: object, new: str) -> None:
    pairs = [(new if key == old else key, value) for key, value in mapping.items()]
    mapping.clear()
    mapping.update(pairs)


def _reorder(data: Any, keys: tuple[str, ...]) -> None:
    pairs = [(key, data[key]) for key in (*(key for key in keys if key in data), *data)]
    data.clear()
    data.update(pairs)


def _as_text(value: object) -> object:
    return value.written if isinstance(value, WholeNumber) else value


def _same(one: object, other: object) -> bool:
    """Whether both are equal in kind, in value and in the order of keys."""
    if type(one) is not type(other):
        return False
    if isinstance(one, dict) and isinstance(other, dict):
        return list(one) == list(other) and all(_same(value, other[key]) for key, value in one.items())
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(_same, one, other))
    if isinstance(one, WholeNumber) and isinstance(other, WholeNumber):
        return one.written == other.written
    return one == other


def _comments_kept(before: Document, after: Document, edits: tuple[Edit, ...]) -> bool:
    """Whether all comments are still there, in any order; a cut takes at most as many as it says."""
    lost = _texts(before) - _texts(after)
    come = _texts(after) - _texts(before)
    cuts = sum(len(edit.stretches) for edit in edits if isinstance(edit, Cut) and edit.comment)
    return lost.total() <= cuts and come.total() <= cuts


def _texts(document: Document) -> Counter[str]:
    return Counter(comment.text.rstrip() for comment in document.comments)
