"""Calendar periods, such as "P10Y", and what can be said about their order."""

from datetime import date
from typing import NamedTuple, Self

_UNITS = "YMWD"


class Period(NamedTuple):
    """A length of calendar time. Months and days stay apart: no month is a number of days."""

    months: int
    days: int
    written: str = ""
    """As the notice has it; two periods are equal by length, not by this."""

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read an ISO 8601 period in calendar units, such as "P2Y6M" or "P90D".

        Raises `ValueError` for anything else; clock units ("PT24H") are refused,
        because no law that this tool checks counts retention in hours.

        Source: ISO 8601-1:2019, 5.5.2; weeks beside other units: ISO 8601-2:2019.
        """
        amounts = dict.fromkeys(_UNITS, 0)
        number, last = "", -1
        if len(text) < 3 or text[0] != "P" or len(text) > 20:  # noqa: PLR2004 - "P1Y" is the shortest
            raise ValueError(f"{text!r} is not a period such as 'P2Y' or 'P90D'")
        for sign in text[1:]:
            if sign.isascii() and sign.isdigit():
                number += sign
                continue
            unit = _UNITS.find(sign)
            if not number or unit <= last:
                raise ValueError(f"{text!r} is not a period such as 'P2Y' or 'P90D'")
            amounts[sign], number, last = int(number), "", unit
        if number:
            raise ValueError(f"{text!r} is not a period such as 'P2Y' or 'P90D'")
        months = 12 * amounts["Y"] + amounts["M"]
        return cls(months, 7 * amounts["W"] + amounts["D"], text)

    @property
    def is_nothing(self) -> bool:
        """Whether it is no time at all ("P0D")."""
        return not (self.months or self.days)

    def same_length(self, other: "Period") -> bool:
        """Whether both are the same length: "P12M" is "P1Y", "P1M" is not "P30D"."""
        return (self.months, self.days) == (other.months, other.days)

    def shorter_than(self, other: "Period") -> bool | None:
        """Whether it is shorter for every day it may start on; None where that depends on the day.

        A month is 28 to 31 days, a year 365 or 366: P1M against P30D cannot be ranked.
        """
        if self.same_length(other):
            return False
        if self.longest < other.shortest:
            return True
        if self.shortest > other.longest:
            return False
        if self.months <= other.months and self.days <= other.days:
            return True
        if self.months >= other.months and self.days >= other.days:
            return False
        return None

    @property
    def shortest(self) -> int:
        """The fewest days that it can last: 12 months are at least 365 days, a single one 28."""
        years, months = divmod(self.months, 12)
        return 365 * years + 28 * months + self.days

    @property
    def longest(self) -> int:
        """The most days that it can last."""
        years, months = divmod(self.months, 12)
        return 366 * years + 31 * months + self.days

    def after(self, start: date) -> date:
        """Return the last day of this period when it runs from `start`.

        Months keep the day of the month and stop at the month's end: one month
        from 31 January is 28 or 29 February. Past the calendar's end, its last day.

        Source: Regulation (EEC, Euratom) No 1182/71, Art. 3(2)(c).
        """
        return _shifted(start, self.months, self.days)

    def before(self, end: date) -> date:
        """Return the day on which this period must begin to be over on `end`."""
        return _shifted(end, -self.months, -self.days)


def _shifted(day: date, months: int, days: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not date.min.year <= year <= date.max.year:
        return date.max if months > 0 else date.min
    from calendar import monthrange  # noqa: PLC0415 - most runs shift no day

    start = date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
    return date.fromordinal(min(max(start.toordinal() + days, 1), date.max.toordinal()))
