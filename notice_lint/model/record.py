"""A record: one thing that rules can ask about, and where each of its values stands."""

from collections.abc import Mapping
from enum import Enum
from typing import Final, TypeGuard

from notice_lint.findings import Term, Text
from notice_lint.model.dates import PartialDate
from notice_lint.model.period import Period
from notice_lint.source.document import Route, Span


class Said(Enum):
    """What stands in place of a value."""

    SILENT = "the notice does not say"
    NONE = "the notice says that there is none"
    UNREADABLE = "something stands there that has the wrong shape, and is a finding of its own"


SILENT: Final = Said.SILENT
NONE: Final = Said.NONE
UNREADABLE: Final = Said.UNREADABLE

Value = str | int | bool | Text | Term | Period | PartialDate | tuple[str, ...] | Said


def is_list(value: object) -> TypeGuard[tuple[str, ...]]:
    """Whether a value is a list of words, ids or countries. Periods and dates are tuples, but no lists."""
    return type(value) is tuple


def members(value: Value) -> tuple[str, ...]:
    """Return the members of a list, none where there is no list."""
    return value if is_list(value) else ()


def said(value: Value) -> bool:
    """Whether it is something other than silence, "none", or what could not be read."""
    return not isinstance(value, Said) and value != ()


class Record:
    """One thing of a view. `values` holds its fields, `places` the routes where they stand."""

    __slots__ = ("anchor", "key", "places", "route", "span", "values")

    def __init__(  # noqa: PLR0913 - what a record is; only views make them
        self,
        route: Route,
        values: Mapping[str, Value],
        places: Mapping[str, Route],
        *,
        anchor: Route = (),
        key: str = "",
        span: Span | None = None,
    ) -> None:
        self.route = route
        """Where the thing itself stands."""
        self.values = values
        self.places = places
        self.anchor = anchor or route
        """Where a finding about something that is missing is shown."""
        self.key = key
        """What tells two records of one route apart: a country, a purpose, a language."""
        self.span = span
        """Where it stands, if its route does not tell: a comment, a place in another file."""

    def value(self, field: str) -> Value:
        """Return what the notice says in `field`, a name of the view's declaration."""
        return self.values.get(field, SILENT)

    def place(self, field: str) -> Route | None:
        """Return where the value of `field` stands, or None where nothing stands."""
        return self.places.get(field)

    def text(self, field: str) -> str:
        """Return a plain word or id of `field`, or "" where it says nothing."""
        value = self.values.get(field)
        return value if isinstance(value, str) else ""

    def ids(self, field: str) -> tuple[str, ...]:
        """Return the list in `field`, empty where it says nothing."""
        value = self.values.get(field)
        return value if is_list(value) else ()
