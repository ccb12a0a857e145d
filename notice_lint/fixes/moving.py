"""Top-level keys to the beginning of a file, with the comments that belong to them."""

from collections.abc import Iterator, Sequence

from notice_lint.fixes.fix import FixRejected
from notice_lint.source.document import Document

Stretch = tuple[int, int]


def moved_first(keys: Sequence[str], document: Document) -> Iterator[tuple[int, int, str]]:
    """Yield replacements (start, end, new text) that put these keys first; what stands right already stays.

    Comments at the head of the file stay there; those just above a moved key go with it.
    Raises `FixRejected` for a file in another layout than one key a line.
    """
    if document.text[:1] == "{" or not isinstance(document.data, dict):
        raise FixRejected("layout")
    blocks = _Blocks(document)
    order = list(document.data)
    moving = _moving(keys, order)
    if not moving:
        return
    settled = next(place for place, key in enumerate(order) if place >= len(keys) or key != keys[place])
    target = blocks.start(order[settled], alone=settled == 0)
    moved = [blocks.stretch(key) for key in moving]
    yield target, target, "".join(blocks.text(start, end) for start, end in moved)
    for start, end in moved:
        yield start, end, ""


def _moving(keys: Sequence[str], order: Sequence[str]) -> list[str]:
    """Return the keys that have to move so that all stand first, in the order of `keys`."""
    now, moving = list(order), []
    for place, key in enumerate(key for key in keys if key in order):
        if now[place] != key:
            now.remove(key)
            now.insert(place, key)
            moving.append(key)
    return moving


class _Blocks:
    """The lines of each top-level key."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._offsets = [0]
        for line in document.text.split("\n"):
            self._offsets.append(min(self._offsets[-1] + len(line) + 1, len(document.text)))
        self._end = "\r\n" if "\r\n" in document.text else "\n"

    def start(self, key: str, *, alone: bool) -> int:
        """Return where the lines of a key begin: with the comments just above it, or `alone`."""
        return self._offsets[self._first_line(key, alone=alone) - 1]

    def stretch(self, key: str) -> Stretch:
        """Return where the lines of a key stand, from its comments to the last line of its value."""
        last = max(self._document.span((key,)).end_line, self._document.key_span((key,)).end_line)
        if self._document.span((key,)).end_column == 1:
            last -= 1
        start, end = self.start(key, alone=False), self._offsets[last]
        if end == len(self._document.text) and not self._document.text.endswith("\n"):
            start -= len(self._end)  # a file without a last line end stays one
        return start, end

    def text(self, start: int, end: int) -> str:
        """Return whole lines, also of the end of a file without a last line end."""
        text = self._document.text[start:end]
        return text if text.endswith("\n") else text.removeprefix(self._end) + self._end

    def _first_line(self, key: str, *, alone: bool) -> int:
        span = self._document.key_span((key,))
        if self._document.lines[span.line - 1][: span.column - 1].strip(" \t"):
            raise FixRejected("layout")
        line = span.line
        lines = self._document.lines
        while not alone and line > 1 and lines[line - 2].startswith("#"):
            line -= 1
        return line
