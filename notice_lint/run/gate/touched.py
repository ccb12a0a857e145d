"""What a change touched: the lines and the entries that differ from the base revision."""

from collections import Counter
from collections.abc import Callable, Sequence

from notice_lint.source.document import Document, Route, Span

_ENTRY = 2
"""So many steps of a route name an entry: `recipients`, `zoom`."""

_MOST = 4000
"""Of more lines than this that differ, no order is looked for: a line counts as old if it stood anywhere."""

Touched = Callable[[Route, Span], bool]


def touched(before: Document | None, after: Document) -> Touched:
    """Return whether a place of a notice was touched; of a notice that is new, every place was."""
    if before is None:
        return lambda _, __: True
    if before.text == after.text:
        return lambda _, __: False
    lines = changed_lines(before.lines, after.lines)
    entries: dict[Route, bool] = {}

    def asked(route: Route, span: Span) -> bool:
        if not lines.isdisjoint(range(span.line, span.end_line + 1)):
            return True
        entry = route[:_ENTRY]
        if entry not in entries:
            entries[entry] = bool(entry) and before.value(entry) != after.value(entry)
        return entries[entry]

    return asked


def changed_lines(before: Sequence[str], after: Sequence[str]) -> frozenset[int]:
    """Return the lines of `after`, counted from 1, that are not in `before` where they would be expected."""
    start, end = 0, 0
    least = min(len(before), len(after))
    while start < least and before[start] == after[start]:
        start += 1
    while end < least - start and before[-1 - end] == after[-1 - end]:
        end += 1
    old, new = before[start : len(before) - end], after[start : len(after) - end]
    if max(len(old), len(new)) > _MOST:
        left = Counter(old)
        found = []
        for number, line in enumerate(new):
            if left[line]:
                left[line] -= 1
            else:
                found.append(number)
    else:
        found = list(_ordered(old, new))
    return frozenset(start + number + 1 for number in found)


def _ordered(old: Sequence[str], new: Sequence[str]) -> Sequence[int]:
    from difflib import SequenceMatcher  # noqa: PLC0415 - only for `--base`

    matcher = SequenceMatcher(None, old, new, autojunk=False)
    blocks = [(tag, first, last) for tag, _, _, first, last in matcher.get_opcodes() if tag != "equal"]
    return [number for _, first, last in blocks for number in range(first, last)]
