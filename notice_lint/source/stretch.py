"""From a character of a value back to the characters that stand for it in the text.

Source: YAML 1.2.2, chapters 7.3 (flow scalars, folding) and 8.1 (block scalars).
"""

from collections.abc import Iterator

Piece = tuple[str, int, int]
"""A character of the value, and where what stands for it begins and ends in the written scalar."""

_ESCAPES = {
    **dict(zip("0abtnvfre", "\0\a\b\t\n\v\f\r\x1b", strict=True)),
    **dict(zip("N_LP", "\x85\xa0\u2028\u2029", strict=True)),
    **{itself: itself for itself in "\t \"/\\'"},
}
_HEX = {"x": 2, "u": 4, "U": 8}


def pieces(written: str, value: str) -> list[Piece] | None:
    """Return a piece for each character of `value`, or None if `written` does not say `value`.

    `written` is the scalar as it stands in the text: with its quotes, or from its `|` or `>` on.
    """
    if written[:1] in ("|", ">"):
        tries = _block(written)
    elif written[:1] in ("'", '"'):
        tries = iter([list(_flow(written, 1, len(written) - 1, written[0]))])
    else:
        tries = iter([list(_flow(written, 0, len(written), ""))])
    for found in tries:
        said = "".join(piece[0] for piece in found)
        if said[: len(value)] == value and not said[len(value) :].strip("\n"):
            return found[: len(value)]
    return None


def _flow(written: str, at: int, end: int, quote: str) -> Iterator[Piece]:
    while at < end:
        character, here = written[at], at
        if character in " \t\r\n":
            at = _blanks_end(written, at, end)
            yield from _folded(written, here, at)
        elif character == "\\" and quote == '"':
            at, escaped = _escape(written, at, end)
            yield from escaped
        else:
            at += 2 if character == quote else 1  # '' inside single quotes
            yield character, here, at


def _blanks_end(written: str, at: int, end: int) -> int:
    while at < end and written[at] in " \t\r\n":
        at += 1
    return at


def _folded(written: str, at: int, end: int) -> list[Piece]:
    """White space as it is; one line end is a space, and of several all but the first are kept."""
    breaks = _breaks(written, at, end)
    if not breaks:
        return [(written[i], i, i + 1) for i in range(at, end)]
    if len(breaks) == 1:
        return [(" ", at, end)]
    return breaks[1:]


def _breaks(written: str, at: int, end: int) -> list[Piece]:
    return [
        ("\n", i - (i > at and written[i - 1] == "\r"), i + 1) for i in range(at, end) if written[i] == "\n"
    ]


def _escape(written: str, at: int, end: int) -> tuple[int, list[Piece]]:
    letter = written[at + 1 : at + 2]
    if letter in ("\r", "\n"):
        after = _blanks_end(written, at + 1, end)
        return after, _breaks(written, at + 1, after)[1:]
    digits = _HEX.get(letter, 0)
    after = at + 2 + digits
    if not digits:
        return after, [(_ESCAPES.get(letter, ""), at, after)]
    try:
        return after, [(chr(int(written[at + 2 : after], 16)), at, after)]
    except (ValueError, OverflowError):  # no such character: nothing will be found to say the value
        return after, []


def _block(written: str) -> Iterator[list[Piece]]:
    """Yield readings of a block scalar, one for each indentation that it can have."""
    lines: list[tuple[int, str, str]] = []
    at = 0
    for line in _split(written):
        content = line.rstrip("\r\n")
        lines.append((at, content, line[len(content) :]))
        at += len(line)
    body = lines[1:]
    shown = [len(text) - len(text.lstrip(" ")) for _, text, _ in body if text.strip(" ")]
    indents = shown[0] if shown else max((len(text) for _, text, _ in body), default=0)
    for indent in range(indents, -1, -1):
        yield _lines(body, indent, folds=written[0] == ">")


def _split(written: str) -> list[str]:
    """Split at line feeds only; `splitlines` knows line ends that YAML and editors do not."""
    parts = written.split("\n")
    return [*(part + "\n" for part in parts[:-1]), parts[-1]]


def _lines(body: list[tuple[int, str, str]], indent: int, *, folds: bool) -> list[Piece]:
    found: list[Piece] = []
    waiting: list[Piece] = []  # line ends that are not yet known to fold
    foldable = False
    for start, line, line_end in body:
        text = line[indent:] if not line[:indent].strip(" ") else line.lstrip(" ")
        if text:
            blank = text[0] in " \t"
            if folds and foldable and not blank:
                waiting = waiting[1:] or [(" ", waiting[0][1], waiting[0][2])]
            found += waiting
            waiting = []
            at = start + len(line) - len(text)
            found += [(character, at + i, at + i + 1) for i, character in enumerate(text)]
            foldable = not blank
        stop = start + len(line)
        waiting.append(("\n", stop, stop + len(line_end)))
    return found + waiting
