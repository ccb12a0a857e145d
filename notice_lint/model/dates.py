"""Dates of known precision: "2024", "2024-11", "2024-11-05"."""

from datetime import date
from typing import NamedTuple, Self


class PartialDate(NamedTuple):
    """A day, month or year: every day from `first` to `last` is possible."""

    first: date
    last: date
    written: str

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read "2024", "2024-11" or "2024-11-05". Raises `ValueError` for anything else.

        Source: ISO 8601-1:2019, 5.2.2 (reduced precision).
        """
        parts = text.split("-")
        lengths = [len(part) for part in parts]
        digits = all(part.isascii() and part.isdigit() for part in parts)
        if not digits or lengths not in ([4], [4, 2], [4, 2, 2]):
            raise ValueError(f"{text!r} is not a date such as '2024-11-05' or '2024-11'")
        year, month, day = (int(part) for part in [*parts, "1", "1"][:3])
        first = date(year, month, day)
        if len(lengths) == 1:
            return cls(first, date(year, 12, 31), text)
        if len(lengths) == 3:  # noqa: PLR2004 - year, month and day
            return cls(first, first, text)
        from calendar import monthrange  # noqa: PLC0415 - only where no day is known

        return cls(first, date(year, month, monthrange(year, month)[1]), text)

    def before(self, other: "PartialDate") -> bool | None:
        """Whether it lies before `other`; None where the precision does not tell."""
        if self.last < other.first:
            return True
        if self.first >= other.last:
            return False
        return None
