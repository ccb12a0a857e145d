"""What is weaker or further: who decides, what is left of the data, how well a transfer is covered."""

from collections.abc import Mapping

from notice_lint.changes.change import Direction

_LADDERS: Mapping[str, Mapping[str, int]] = {
    "end": {"delete": 0, "anonymise": 1, "archive": 2},
    "role": {"internal": 0, "processor": 1, "sub-processor": 1, "joint-controller": 2, "controller": 3},
}
"""What is left of the data in the end; who decides about them. Higher is less protective.

`group-company` and `public-authority` say who somebody is, not who decides: they are not ranked. The
controller's own staff (`internal`) come before everybody else.
"""


def ladder(name: str, before: str, after: str) -> Direction:
    """Return whom a step on a ladder (`end`, `role`) favours; undetermined where one side is not on it."""
    steps = _LADDERS[name]
    if before not in steps or after not in steps:
        return Direction.UNDETERMINED
    return by_level(steps[before], steps[after])


def by_level(before: int, after: int) -> Direction:
    """Return whom a move between levels favours; a higher one is less protective."""
    if before == after:
        return Direction.NEUTRAL
    return Direction.LESS_PROTECTIVE if after > before else Direction.MORE_PROTECTIVE


INSIDE, ADEQUATE, SAFEGUARDS, DEROGATION, NOTHING = range(5)
"""The transfer ladder. Source: GDPR Art. 45, 46, 49, in this order of preference."""


def transfer_level(basis: str, status: str) -> int:
    """Return how well a transfer is covered, by the basis that is named and the state of adequacy on the day.

    An adequacy decision that holds counts whatever is named; one that does not hold counts for nothing.
    """
    if status in ("in-force", "expiring"):
        return ADEQUATE
    if not basis or basis == "adequacy":
        return NOTHING
    return DEROGATION if basis.startswith("derogation-") else SAFEGUARDS
