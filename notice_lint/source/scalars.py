"""Unquoted YAML scalars to values: null, true, false, whole numbers, and else the text as written.

The YAML 1.2 core schema without its floats, octal and hexadecimal numbers: `NO` is Norway, `3.10` a version.
Source: YAML 1.2.2, section 10.3.2 (https://yaml.org/spec/1.2.2/#1032-tag-resolution).
"""

from typing import Self

CONSTANTS: dict[str, bool | None] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
DIGITS = frozenset("0123456789+-")
"""What a whole number can start with."""

FIRST = DIGITS | frozenset("~nNtTfF") | {""}
"""What a scalar that is not text can start with; a look-up here spares most scalars the rest."""

MOST_DIGITS = 18
"""A longer row of digits is no count of anything in a notice, and stays text (it also fits 64 bits)."""


class WholeNumber(int):
    """A whole number that remembers how it was written (`0123`, `+5`), for places where text is expected."""

    written: str

    def __new__(cls, written: str | int) -> Self:
        number = super().__new__(cls, written)
        number.written = str(written)
        return number


def typed(written: str) -> str | bool | WholeNumber | None:
    """Return what an unquoted scalar means."""
    if written in CONSTANTS:
        return CONSTANTS[written]
    digits = written[1:] if written[0] in "+-" else written
    if digits.isdecimal() and digits.isascii() and len(digits) <= MOST_DIGITS:
        return WholeNumber(written)
    return written
