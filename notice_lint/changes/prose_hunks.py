"""What stayed, went and came between two rows of words, in bounded time, and exact for what people write."""

from bisect import bisect_left
from collections import Counter, deque
from collections.abc import Iterator, Sequence
from itertools import accumulate

from notice_lint.changes.prose import Token

Hunk = tuple[str, int, int, int, int]
"""`equal`, `replace`, `delete` or `insert`, and from where to where in the old and in the new tokens."""

BUDGET = 5_000_000
"""Steps of the search for what stayed, about half a second: a text made to take longer is told coarsely."""


_LONG = 400
"""Longer rows are first held together by what stands once on both sides."""
_WIDTH = 4
"""Words in a row that are looked for there."""

_Run = tuple[int, int, int]
"""Where it begins in the old and in the new row, and how long it is."""


def hunks(old: Sequence[Token], new: Sequence[Token]) -> list[Hunk]:
    """Return what stayed, went and came between two rows of tokens."""
    before, after = [token.key for token in old], [token.key for token in new]
    found: list[Hunk] = []
    i = j = 0
    for i1, j1, size in [*_stayed(before, after), (len(before), len(after), 0)]:
        if i < i1 or j < j1:
            kind = "insert" if i == i1 else "delete" if j == j1 else "replace"
            found.append((kind, i, i1, j, j1))
        if size:
            found.append(("equal", i1, i1 + size, j1, j1 + size))
        i, j = i1 + size, j1 + size
    return found


def _stayed(before: Sequence[str], after: Sequence[str]) -> list[_Run]:
    """Return the stretches that stayed, in order: the longest first, then what is left on both sides of it.

    The widest stretches are looked through first, so that what the budget cuts off are details.
    """
    from difflib import SequenceMatcher  # noqa: PLC0415 - 5 ms that only a comparison pays

    # Without `autojunk=False`, words that stand often count for nothing, and one edit looks like a rewrite.
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    often = Counter(after)
    cost = list(accumulate((1 + often[word] for word in before), initial=0))
    found = _anchors(before, after) if len(before) + len(after) > _LONG else []
    left, rest = BUDGET, deque(_gaps(found, len(before), len(after)))
    while rest:
        i1, i2, j1, j2 = rest.popleft()
        left -= cost[i2] - cost[i1]
        if left < 0 or i1 == i2 or j1 == j2:
            continue
        i, j, size = matcher.find_longest_match(i1, i2, j1, j2)
        if size:
            found.append((i, j, size))
            rest += [(i1, i, j1, j), (i + size, i2, j + size, j2)]
    return sorted(found)


def _gaps(runs: Sequence[_Run], old: int, new: int) -> Iterator[tuple[int, int, int, int]]:
    i = j = 0
    for i1, j1, size in [*runs, (old, new, 0)]:
        yield i, i1, j, j1
        i, j = i1 + size, j1 + size


def _anchors(before: Sequence[str], after: Sequence[str]) -> list[_Run]:
    """Return what stands once on both sides, four words at a time, as far as it is in the same order."""
    old, new = _once(before), _once(after)
    common = [(i, new[words]) for words, i in old.items() if words in new]
    runs: list[_Run] = []
    for i, j in _in_order(common):
        i1, j1, size = runs[-1] if runs else (0, 0, 0)
        if runs and i - i1 == j - j1 and i <= i1 + size:
            runs[-1] = (i1, j1, i - i1 + _WIDTH)
        elif i >= i1 + size and j >= j1 + size:
            runs.append((i, j, _WIDTH))
    return runs


def _once(row: Sequence[str]) -> dict[tuple[str, ...], int]:
    """Return the places of what stands once, in order."""
    groups = list(zip(*(row[shift:] for shift in range(_WIDTH)), strict=False))
    number = Counter(groups)
    return {words: at for at, words in enumerate(groups) if number[words] == 1}


def _in_order(places: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the longest row of places that goes forward on both sides; they go forward on the first."""
    ends: list[int] = []
    last: list[int] = []
    before: list[int] = []
    for number, (_, j) in enumerate(places):
        at = bisect_left(ends, j)
        before.append(last[at - 1] if at else -1)
        ends[at:at] = [] if at < len(ends) else [j]
        last[at:at] = [] if at < len(last) else [number]
        ends[at], last[at] = j, number
    found: list[tuple[int, int]] = []
    number = last[-1] if last else -1
    while number >= 0:
        found.append(places[number])
        number = before[number]
    return found[::-1]
