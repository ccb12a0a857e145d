"""Ignores inside a notice, before and after: old ones stay honoured, new ones are found."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from notice_lint.run.gate.weakening import Weakening, detail, listed, longer
from notice_lint.source.document import Document, Route, Span
from notice_lint.suppress.ignore import Ignore, ignores


class Compared(NamedTuple):
    """What came of a notice's ignores."""

    honoured: frozenset[Span]
    """The places of those that count: they were there before, in the same place of the notice."""
    found: tuple[Weakening, ...]


def compared(before: Document | None, after: Document, names: Mapping[str, str]) -> Compared:
    """Compare the ignores of a notice with those that it had; without an earlier version all are new.

    An ignore is the same if it speaks of the same entry and key, whatever its line; a list may have moved it.
    `names` gives the rule's own name for a name, a code or an earlier name.
    """
    old = [one for one in ignores(before) if _works(one)] if before is not None else []
    honoured, found = set(), []
    for ignore in ignores(after):
        if not _works(ignore):
            honoured.add(ignore.span)  # it hides nothing, and that is a finding of its own
            continue
        here = [one for one in old if before and _same_place(one.route, before, ignore.route, after)]
        rules = _names(ignore, names)
        if any(rules <= _names(one, names) and not _put_off(one, ignore) for one in here):
            honoured.add(ignore.span)
        else:
            found.append(_weakening(ignore, here, sorted(rules), names, after.path))
    return Compared(frozenset(honoured), tuple(found))


def _works(ignore: Ignore) -> bool:
    return not ignore.malformed and ignore.excuse.explained


def _names(ignore: Ignore, names: Mapping[str, str]) -> set[str]:
    return {names.get(rule, rule) for rule in ignore.rules}


def _put_off(old: Ignore, new: Ignore) -> bool:
    return longer(old.excuse.until, new.excuse.until)


def _same_place(old: Route, before: Document, new: Route, after: Document) -> bool:
    """Whether two routes lead to the same thing; of a list, positions may differ where the items do not."""
    if old == new:
        return True
    keys = [[step for step in route if isinstance(step, str)] for route in (old, new)]
    moved = len(old) == len(new) and keys[0] == keys[1]
    return moved and before.value(_item(old)) == after.value(_item(new))


def _item(route: Route) -> Route:
    """Return the route of the innermost item of a list on the way."""
    last = max((at for at, step in enumerate(route) if isinstance(step, int)), default=len(route) - 1)
    return route[: last + 1]


def _weakening(
    ignore: Ignore, here: Sequence[Ignore], rules: Sequence[str], names: Mapping[str, str], path: str
) -> Weakening:
    same = [one for one in here if set(rules) <= _names(one, names)]
    kind = "ignore-until" if same else "ignore-wider" if here else "ignore"
    was = (same or list(here))[0].written if here else ""
    said = detail(kind, rules=listed(rules))
    return Weakening("ignores", said, path, ignore.span, ignore.route, tuple(rules), was, ignore.written)
