"""Rows of cells in columns of plain text: cells break at words, and signs of double width count double."""

import unicodedata
from collections.abc import Iterator, Mapping, Sequence

_GAP = 2
_LEAST = 8
"""A column is not made narrower than this, unless its longest word is."""


def width_of(text: str) -> int:
    """Return how many columns of a terminal a text takes."""
    if text.isascii():
        return len(text)
    return sum(_width(sign) for sign in text)


def _width(sign: str) -> int:
    if unicodedata.combining(sign) or unicodedata.category(sign) in ("Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(sign) in "WF" else 1


def padded(text: str, width: int) -> str:
    """Return a text with spaces up to a width in columns."""
    return text + " " * max(0, width - width_of(text))


def broken(text: str, width: int) -> list[str]:
    """Break a text into lines of at most `width` columns: at spaces, and within words that are longer."""
    lines: list[str] = []
    line = ""
    for word in text.split(" "):
        for part in _pieces(word, width):
            if line and width_of(line) + 1 + width_of(part) > width:
                lines.append(line)
                line = part
            else:
                line = f"{line} {part}" if line else part
    return [*lines, line]


def _pieces(word: str, width: int) -> Iterator[str]:
    """Yield a word in pieces that fit; a path is parted after a slash, a name after a hyphen."""
    while width_of(word) > width:
        end = width
        while width_of(word[:end]) > width:
            end -= 1
        cut = max(word.rfind(sign, 0, end) + 1 for sign in "/-._")
        cut = cut if cut > width // 3 else max(end, 1)
        yield word[:cut]
        word = word[cut:]
    yield word


def widths(rows: Sequence[Sequence[str]], total: int, most: Mapping[int, int] = {}) -> list[int]:
    """Return a width for each column, so that rows fit into `total` columns of the terminal.

    Long texts give way first; `most` limits columns, by their number from 0.
    """
    wanted = [max(width_of(cell) for cell in column) for column in zip(*rows, strict=True)]
    if sum(wanted) + _GAP * (len(wanted) - 1) > total:
        wanted = [min(width, most.get(number, width)) for number, width in enumerate(wanted)]
    room = max(total - _GAP * (len(wanted) - 1), _LEAST * len(wanted))
    while sum(wanted) > room:
        widest = wanted.index(max(wanted))
        others = [width for index, width in enumerate(wanted) if index != widest]
        next_widest = max(others, default=0)
        wanted[widest] = max(_LEAST, next_widest - 1, wanted[widest] - (sum(wanted) - room))
        if max(wanted) <= _LEAST:
            break
    return wanted


def grid(rows: Sequence[Sequence[str]], columns: Sequence[int]) -> Iterator[list[str]]:
    """Yield each row as lines; the last column is not padded."""
    for row in rows:
        cells = [broken(cell, width) for cell, width in zip(row, columns, strict=True)]
        height = max(map(len, cells))
        yield [
            (" " * _GAP)
            .join(
                padded(cell[at] if at < len(cell) else "", width)
                for cell, width in zip(cells, columns, strict=True)
            )
            .rstrip(" ")
            for at in range(height)
        ]
