"""Frameworks and standard clauses on which a transfer can rest, or could once."""

from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple

from notice_lint.reference.load import data


class Framework(NamedTuple):
    """A framework or a set of standard clauses that a transfer can rest on, or could once."""

    id: str
    kind: str
    """`framework` or `clauses`."""
    regime: str
    country: str | None
    name: Mapping[str, str]
    number: str
    url: str
    from_: date
    until: date | None
    """The last day on which one could rely on it."""
    in_force: bool
    """On the day of the check, assumptions considered."""
    ended_by: str | None
    replaced_by: str | None
    phrases: Mapping[str, tuple[str, ...]]
    """By language, the ways in which texts name it; to be matched as whole words."""
    evidence: str


def frameworks(day: date, void: frozenset[str]) -> tuple[Framework, ...]:
    """Return all of them as they stand on `day`, those in `void` taken for ended."""
    return tuple(_framework(entry, day, void) for entry in data("frameworks")["frameworks"])


def assumable() -> tuple[str, ...]:
    """Return the ids of the frameworks; what becomes of a transfer if clauses fell, no rule asks."""
    return tuple(entry["id"] for entry in data("frameworks")["frameworks"] if entry["kind"] == "framework")


def _framework(entry: Mapping[str, Any], day: date, void: frozenset[str]) -> Framework:
    text = day.isoformat()
    return Framework(
        id=entry["id"],
        kind=entry["kind"],
        regime=entry["regime"],
        country=entry["country"],
        name=entry["name"],
        number=entry["decision"],
        url=entry["url"],
        from_=date.fromisoformat(entry["from"]),
        until=None if entry["until"] is None else date.fromisoformat(entry["until"]),
        in_force=entry["id"] not in void and entry["from"] <= text <= (entry["until"] or text),
        ended_by=entry["ended_by"],
        replaced_by=entry["replaced_by"],
        phrases={language: tuple(phrases) for language, phrases in entry["phrases"].items()},
        evidence=entry["evidence"],
    )
