"""Text for terminals and build logs: nothing that others wrote can move the cursor or give a command."""

import unicodedata

_HIDDEN = frozenset(("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"))
"""Unicode categories of what nobody sees: controls, format characters, surrogates, separators of lines."""

STYLES = {"bold": "1", "dim": "2", "error": "1;31", "warning": "1;33", "note": "1;36"}


def visible(text: str) -> str:
    """Return text in which every hidden character shows as `\\u{…}`: line breaks, escapes, bidi controls."""
    if text.replace("\u00a0", " ").isprintable():  # French has no-break spaces, which are no harm
        return text
    return "".join(f"\\u{{{ord(c):x}}}" if unicodedata.category(c) in _HIDDEN else c for c in text)


def harmless(line: str) -> str:
    """Return a line that no build service takes for a command.

    GitHub's runner obeys "::name::" at the start of a line, after any white space, and "##[name]" anywhere.
    Source: github.com/actions/runner, ActionCommand.cs (August 2026).
    """
    start = len(line) - len(line.lstrip())
    if line.startswith("::", start):
        line = f"{line[:start]}: :{line[start + 2 :]}"
    return line.replace("##[", "# #[")


class Style:
    """Colours, where they are wanted."""

    def __init__(self, *, colour: bool) -> None:
        self._colour = colour

    def __call__(self, kind: str, text: str) -> str:
        """Return text in one of `STYLES`, plain where no colours are wanted."""
        return f"\x1b[{STYLES[kind]}m{text}\x1b[0m" if self._colour and text else text


def wrapped(text: str, width: int, first: str, rest: str) -> list[str]:
    """Break text into lines of at most `width` characters; the lines begin with `first` and `rest`.

    No-break spaces hold, as French needs before ":" and inside quotation marks.
    """
    lines, line = [], first
    empty = True
    for word in text.split(" "):
        if not empty and len(line) + 1 + len(word) > width:
            lines.append(line)
            line, empty = rest, True
        line += word if empty else f" {word}"
        empty = False
    return [*lines, line]
