"""What a change asks for in the end: the base duty of its code, raised by one step or lowered by one.

Source of the steps: WP260 rev.01, points 29 and 30 (impact on people, how unexpected a change is), and our
reading of it: one step in all, whatever it is raised for; what speaks for raising and a favourable direction
cancel each other; a change that its code calls favourable is not lowered again, because the base duty has
counted that; what is neutral and only published stays so; form never rises.
"""

from collections.abc import Iterable, Sequence

from notice_lint.changes.change import Direction, Duty
from notice_lint.changes.claims import Draft
from notice_lint.changes.codes import Code, code
from notice_lint.changes.touched import Touched

_STEPS = (Duty.PRIOR_NOTICE, Duty.ADVANCE_NOTICE, Duty.NOTIFY, Duty.PUBLISH)
"""What can be raised and lowered. `review` is no step: nobody knows; `editorial` touches nobody."""

MORE_PROTECTIVE = "more-protective"


def directions(drafts: Iterable[Draft]) -> None:
    """Give every draft the direction of its code, unless it worked out its own."""
    for draft in drafts:
        if draft.direction is None:
            draft.direction = code(draft.code).direction or Direction.UNDETERMINED


def duty_of(draft: Draft, touched: Touched, accumulated: Sequence[Draft]) -> tuple[Duty, tuple[str, ...]]:
    """Return the duty of a change and the steps that led there.

    `accumulated` are the drafts that share their subject with another one to people's disadvantage.
    """
    kind = code(draft.code)
    reasons = list(dict.fromkeys((*draft.steps, *_touched(draft, touched, kind))))
    if any(draft is other for other in accumulated):
        reasons.append("accumulated")
    if kind.duty not in _STEPS:
        return kind.duty, ()
    if draft.direction is Direction.MORE_PROTECTIVE:
        return _favourable(kind, reasons)
    settled = (
        draft.direction is Direction.NEUTRAL and kind.duty is Duty.PUBLISH and "only-route" not in reasons
    )
    if not reasons or settled:
        return kind.duty, ()
    return _STEPS[max(0, _STEPS.index(kind.duty) - 1)], tuple(reasons)


def _favourable(kind: Code, reasons: Sequence[str]) -> tuple[Duty, tuple[str, ...]]:
    """Return the duty of a change in people's favour: what raises it and what lowers it cancel each other."""
    if not kind.computed:
        return kind.duty, ()
    if reasons:
        return kind.duty, (*reasons, MORE_PROTECTIVE)
    lowered = _STEPS[min(len(_STEPS) - 1, _STEPS.index(kind.duty) + 1)]
    if kind.always and lowered.rank > Duty.NOTIFY.rank:
        return kind.duty, ()
    return lowered, (MORE_PROTECTIVE,)


def _touched(draft: Draft, touched: Touched, kind: Code) -> Iterable[str]:
    return (reason for reason in touched.by(draft) if reason not in kind.counts)


def accumulated(drafts: Sequence[Draft]) -> list[Draft]:
    """Return the drafts of things to which several changes happened, all to people's disadvantage."""
    groups: dict[tuple[str, str], list[Draft]] = {}
    for draft in drafts:
        if draft.direction is Direction.LESS_PROTECTIVE and draft.subject.id:
            groups.setdefault((draft.subject.kind, draft.subject.id), []).append(draft)
    return [draft for group in groups.values() if len(group) > 1 for draft in group]
