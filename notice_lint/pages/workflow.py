"""Commands to GitHub's runner: the only place where they are written.

Source of the escapes: `@actions/core`, `escapeData` and `escapeProperty`; of the limits:
github.com/actions/runner (August 2026).
"""

from collections.abc import Mapping

from notice_lint.pages.terminal import harmless, visible

LONGEST = 4096
"""A message is cut after so many UTF-16 code units."""

MOST = 10
"""So many annotations of a level are kept in a step; the rest are dropped without a word."""


def data(text: str) -> str:
    """Return text as the runner reads it back after the second "::"."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def attribute(text: str) -> str:
    """Return text as the runner reads it back from a property."""
    return data(text).replace(":", "%3A").replace(",", "%2C")


def annotation(level: str, properties: Mapping[str, str], message: str, tail: str, last: str = "") -> str:
    """Return an annotation: `level` is error, warning or notice; line breaks of the message are kept.

    A message that is too long ends with `tail`, which says so; `last` is a line that is never cut. Whatever
    else is hidden shows as `\\u{…}`; a property that is empty is left out.
    """
    said = ",".join(f"{key}={attribute(_plain(value))}" for key, value in properties.items() if value)
    text = "\n".join(_plain(line) for line in message.split("\n"))
    end = f"\n{_plain(last)}" if last else ""
    return f"::{level}{' ' if said else ''}{said}::{data(_cut(text, LONGEST - len(end), tail) + end)}"


def _cut(text: str, longest: int, tail: str) -> str:
    """Return text of at most `longest` UTF-16 code units."""
    units = text.encode("utf-16-le")
    if len(units) <= 2 * longest:
        return text
    room = 2 * longest - len(tail.encode("utf-16-le"))
    return units[:room].decode("utf-16-le", "ignore") + tail


def _plain(line: str) -> str:
    return harmless(visible(line))
