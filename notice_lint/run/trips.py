"""What came and went on the way from one version to another, so that the net view does not show it."""

from collections.abc import Sequence

from notice_lint.changes.change import Change, Duty
from notice_lint.reports.changes.result import RoundTrip, Step, Version
from notice_lint.source.document import Route

Thing = tuple[str, str, Route]


def round_trips(steps: Sequence[Step], net: Sequence[Change]) -> tuple[RoundTrip, ...]:
    """Return the places that changed on the way, at least twice, and do not differ between the two ends.

    Form does not count.
    """
    seen: dict[Thing, list[tuple[Change, Version]]] = {}
    for step in steps:
        for change in step.changes:
            if change.duty is not Duty.EDITORIAL:
                seen.setdefault(_thing(change), []).append((change, step.new))
    still = {_thing(change) for change in net}
    return tuple(
        RoundTrip(
            told[0][0].subject, tuple(change.code for change, _ in told), tuple(when for _, when in told)
        )
        for thing, told in seen.items()
        if thing not in still and len(told) > 1
    )


def _thing(change: Change) -> Thing:
    """Return what tells things apart: kind, id and place, so that a part of a thing is one of its own."""
    return change.subject.kind, change.subject.id, change.route
