"""An excerpt as lines of text, for media with letters of one width."""

from collections.abc import Iterator
from typing import NamedTuple

from notice_lint.pages.blocks import Excerpt
from notice_lint.pages.terminal import visible

_LONGEST = 110


def numbered(excerpt: Excerpt) -> Iterator[str]:
    """Yield the lines with their numbers; a line of carets stands under the marked stretch.

    A long line is cut around the stretch, with an ellipsis at each cut.
    """
    width = max((len(str(number)) for number, _ in excerpt.lines), default=1)
    for number, line in excerpt.lines:
        marked = number == excerpt.line
        cut = _cut(line, excerpt.start) if marked else 0
        shown = ("…" if cut else "") + visible(line[cut : cut + _LONGEST])
        shown += "…" if len(line) > cut + _LONGEST else ""
        yield f"{number:>{width}} │ {shown}".rstrip()
        if marked:
            before = len(visible(line[cut : excerpt.start - 1])) + bool(cut)
            length = len(visible(line[excerpt.start - 1 : min(excerpt.end - 1, cut + _LONGEST)]))
            yield f"{' ' * width} │ {' ' * before}{'^' * max(1, length)}"


def _cut(line: str, start: int) -> int:
    """Return how many characters are left out before a stretch that begins at column `start`."""
    return max(0, start - 1 - _LONGEST // 2) if len(line) > _LONGEST else 0


class Row(NamedTuple):
    """A line of an excerpt, parted at its marked stretch."""

    number: int
    before: str
    marked: str = ""
    after: str = ""


def parted(excerpt: Excerpt) -> Iterator[Row]:
    """Yield the lines for media that can mark a stretch; a long line is cut around it, with ellipses."""
    for number, line in excerpt.lines:
        if number != excerpt.line:
            yield Row(number, line[:_LONGEST] + ("…" if len(line) > _LONGEST else ""))
            continue
        cut = _cut(line, excerpt.start)
        last = cut + _LONGEST
        end = max(excerpt.start, min(excerpt.end - 1, last))
        yield Row(
            number,
            ("…" if cut else "") + line[cut : excerpt.start - 1],
            line[excerpt.start - 1 : end] or "\u00a0",
            line[end:last] + ("…" if len(line) > last else ""),
        )
