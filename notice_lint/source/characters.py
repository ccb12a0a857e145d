"""Characters that no notice may hold: unseen ones, and ones that make editors and parsers count differently.

Zero width (non-)joiners (U+200C, U+200D) and no-break spaces are allowed: scripts, emoji and French use them.
Source for bidirectional controls: Unicode UAX #9, section 2; their abuse: CVE-2021-42574.
"""

import re
from collections.abc import Iterator

REPLACEMENT = "\ufffd"
_KINDS = (
    ("line-break-character", "\x85\u2028\u2029\r"),  # parsers count them as line ends, editors do not
    ("bidi-character", "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"),
    ("invisible-character", "\u200b\u2060\ufeff"),
)
_ODD = (
    "[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x9f\\u061c\\u200b\\u200e\\u200f\\u2028-\\u202e"
    "\\u2060\\u2066-\\u2069\\ud800-\\udfff\\ufeff\\ufffe\\uffff]|\\r(?!\\n)"
)
_ALLOWED = ("\r\n", "\n", "\t", "\xa0", "\u202f")
"""Allowed, and not printable in Python's eyes."""


def odd_characters(text: str) -> Iterator[tuple[str, int]]:
    """Yield the kind and the offset of each character that a notice may not hold.

    Old Macintosh line ends (a bare CR) are told once: they would be at every line.
    """
    if _harmless(text):
        return
    returned = False
    for match in re.finditer(_ODD, text):
        if match[0] == "\r":
            if returned:
                continue
            returned = True
        yield _kind(match[0]), match.start()


def without_odd_characters(text: str) -> str:
    """Return the text, of the same length, with a replacement character for each odd one."""
    return re.sub(_ODD, REPLACEMENT, text)


def named(character: str) -> str:
    """Return a character as people look it up: `U+202E`."""
    return f"U+{ord(character):04X}"


def _harmless(text: str) -> bool:
    """Answer quickly for the usual notice; a pattern would take ten times as long."""
    for allowed in _ALLOWED:
        if allowed[0] in text:  # finding one character costs a tenth of replacing
            text = text.replace(allowed, "")
    return text.isprintable()


def _kind(character: str) -> str:
    for kind, characters in _KINDS:
        if character in characters:
            return kind
    return "not-utf8" if "\ud800" <= character <= "\udfff" else "control-character"
