"""What other programs make of an unquoted scalar: YAML 1.1 has more truths and more numbers.

Sources: the YAML 1.1 types `bool`, `int` and `float` (https://yaml.org/type/), in the forms that PyYAML,
Psych and go-yaml read. Dates are left out: a reader that makes a date of `2024-11-05` prints the same day.
"""

import re

_TRUTHS = {
    **{form: "true" for word in ("yes", "on") for form in (word, word.title(), word.upper())},
    **{form: "false" for word in ("no", "off") for form in (word, word.title(), word.upper())},
}
_NUMBER = re.compile(
    r"(?P<octal>[-+]?0[0-7_]+)|(?P<hexadecimal>0x[0-9a-fA-F_]+)|(?P<binary>0b[01_]+)"
    r"|(?P<sixty>[-+]?[1-9][0-9]*(?::[0-5]?[0-9])+)|(?P<float>[-+]?[0-9][0-9_]*\.[0-9]*)|(?P<int>[-+]?[0-9][0-9_]*)"
)
_LONGEST = 40
"""A longer row of digits is told as it is; nobody needs its other reading to the last digit."""


def misread(written: str) -> str:
    """Return what another program reads for an unquoted scalar: "false" for `NO`, "3.1" for `3.10`.

    "" where it reads the same text, or a number that is written just so.
    """
    if written in _TRUTHS:
        return _TRUTHS[written]
    if len(written) > _LONGEST or not written[:1] or written[0] not in "0123456789+-":
        return ""
    match = _NUMBER.fullmatch(written)
    reading = _number(match.lastgroup or "", written.replace("_", "")) if match else written
    return "" if reading == written else reading


def _number(kind: str, digits: str) -> str:
    match kind:
        case "octal":
            return str(int(digits, 8))
        case "hexadecimal" | "binary":
            return str(int(digits, 0))
        case "sixty":
            return str(_by_sixties(digits))
        case "float":
            return str(float(digits))
        case _:
            return str(int(digits))


def _by_sixties(digits: str) -> int:
    """Return the number of `12:30`, which is 750 to the base of sixty."""
    total = 0
    for part in digits.lstrip("+-").split(":"):
        total = total * 60 + int(part)
    return -total if digits.startswith("-") else total
