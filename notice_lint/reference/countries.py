"""Countries: their codes, and which of them a law counts as its own on a day."""

from datetime import date
from typing import Any

from notice_lint.reference.load import data

REGION = "EEA"
"""What a notice may write where it knows only the region."""


def canonical(code: str) -> str:
    """Return the ISO 3166-1 code for one of the aliases (`UK`, `EL`), any other text as it is."""
    for entry in data("countries")["aliases"]:
        if entry["alias"] == code:
            return str(entry["country"])
    return code


def codes() -> frozenset[str]:
    """Return every code that a notice may use: ISO 3166-1 alpha-2, `XK` and `EEA`."""
    return frozenset(code for group in data("countries")["groups"] for code in group["codes"])


def members(day: date, *, union: bool = False) -> frozenset[str]:
    """Return the states of the EEA on `day`, or only those of the Union; the United Kingdom until 2020-12-31.

    Source: EEA Agreement; Withdrawal Agreement, Art. 127 (Union law applied until the transition ended).
    """
    return frozenset(
        entry["country"]
        for entry in data("eea")["states"]
        if _covers(entry, day) and (entry["eu"] or not union)
    )


def area(day: date, *, union: bool = False) -> frozenset[str]:
    """Return `members` and their territories with a code of their own where the GDPR applies (`AX`, `RE`)."""
    states = members(day, union=union)
    return states | {entry["country"] for entry in data("eea")["territories"] if entry["state"] in states}


def overseas() -> frozenset[str]:
    """Return codes of which only a person can say whether Chapter V applies: `SJ`, overseas countries."""
    return frozenset(entry["country"] for entry in data("eea")["overseas"])


def state_of(code: str) -> str:
    """Return the state that a territory belongs to (`AX`: `FI`), any other code as it is."""
    for entry in data("eea")["territories"]:
        if entry["country"] == code:
            return str(entry["state"])
    return code


def _covers(entry: dict[str, Any], day: date) -> bool:
    # ISO days compare as text.
    text = day.isoformat()
    return str(entry["from"]) <= text and (entry["until"] is None or text <= str(entry["until"]))
