"""Comments and where they stand: the number signs that are in no scalar."""

from collections.abc import Generator, Iterator

from notice_lint.source.index import BLOCK, Lines, line_end
from notice_lint.source.places import Comment


def comments(text: str, begins: list[int], ends: list[int], limit: int) -> Iterator[Comment]:
    """Yield the comments up to the offset `limit`, in the order of the text.

    `begins` and `ends` are the offsets of all keys and values; a container's end is -1.
    Between them stand only indicators, blanks and comments.
    """
    lines = Lines(text)
    at = 0
    for begin, end in zip(begins, ends, strict=True):
        at = yield from _between(text, lines, at, begin)
        if text[begin : begin + 1] in BLOCK and end > begin:
            yield from _between(text, lines, begin, line_end(text, begin))
        at = max(at, end)
    yield from _between(text, lines, at, limit)


def _between(text: str, lines: Lines, at: int, until: int) -> Generator[Comment, None, int]:
    while (start := text.find("#", at, until)) >= 0:
        at = line_end(text, start)
        line, column = lines.place(start)
        alone = not text[start - column + 1 : start].strip(" \t")
        yield Comment(line, column, text[start:at].removesuffix("\r"), alone)
    return max(at, until)
