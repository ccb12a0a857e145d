"""Two notices to changes: what differs, what it means, whom it favours, what it asks for."""

from notice_lint.changes.canonical_form import PARTS
from notice_lint.changes.canonical_places import route_of
from notice_lint.changes.case import Case
from notice_lint.changes.change import Change, Direction, Duty, Side
from notice_lint.changes.claims import Atom, Draft
from notice_lint.changes.codes import code
from notice_lint.changes.compare import compare
from notice_lint.changes.comparison import Comparison
from notice_lint.changes.duties import accumulated, directions, duty_of
from notice_lint.changes.meaning import SUBJECTS
from notice_lint.changes.touched import Touched
from notice_lint.model.notice import Notice
from notice_lint.source.document import Route

_DIRECTIONS = tuple(Direction)
"""Unfavourable ones first."""


def differences(old: Notice, new: Notice) -> tuple[Change, ...]:
    """Return every change between two notices: gravest duty first, then the unfavourable, then part by part.

    Each side is judged on its notice's own day: a transfer by the adequacy decisions of that day. Nothing
    that differs is left out: it is a change, or an echo of one.
    """
    return changes_of(compare(old, new))


def changes_of(comparison: Comparison) -> tuple[Change, ...]:
    """Return the changes of a comparison; see `differences`."""
    case = told(comparison)
    shared = accumulated(case.drafts)
    touched = Touched(*case.labels, case.was)
    found: dict[str, Change] = {}
    for draft in case.drafts:
        change = _change(case, draft, *duty_of(draft, touched, shared))
        known = found.setdefault(change.fingerprint, change)
        if known is not change:  # one text that stands for several countries differs at each of them
            echoes = dict.fromkeys((*known.echoes, *change.echoes))
            found[change.fingerprint] = known._replace(echoes=tuple(echoes))
    return tuple(sorted(found.values(), key=_order))


def told(comparison: Comparison) -> Case:
    """Return the case with everything told, and who told what in its drafts."""
    case = Case(comparison)
    for rule in SUBJECTS:
        rule(case)
    directions(case.drafts)
    return case


def _change(case: Case, draft: Draft, duty: Duty, steps: tuple[str, ...]) -> Change:
    route, *echoes = _routes(case, draft)
    return Change(
        code=draft.code,
        duty=duty,
        direction=draft.direction or Direction.UNDETERMINED,
        subject=draft.subject,
        route=route,
        before=draft.before,
        after=draft.after,
        shown_before=draft.shown_before,
        shown_after=draft.shown_after,
        args={"subject": draft.subject.label, **draft.args},
        base=code(draft.code).duty,
        steps=steps,
        old=_side(case.old, case, draft, route),
        new=_side(case.new, case, draft, route),
        redlines=draft.redlines,
        rights_gained=draft.rights_gained,
        rights_lost=draft.rights_lost,
        echoes=tuple(echoes),
        notice=case.new.id,
    )


def _routes(case: Case, draft: Draft) -> list[Route]:
    """Return where the change stands, then the other places that differ because of it."""
    found = [draft.route] if draft.route else []
    for atom in draft.atoms:
        found += [_written(case, atom), *atom.echoes]
    return list(dict.fromkeys(found)) or [("notice",)]


def _written(case: Case, atom: Atom) -> Route:
    notice = case.old if atom.went else case.new
    entry = atom.pair.before if atom.went and atom.pair.before else atom.entry
    return route_of(notice, entry, atom.path)


def _side(notice: Notice, case: Case, draft: Draft, route: Route) -> Side | None:
    """Return where one half of a change stands; None where nothing of it is written."""
    is_old = notice is case.old
    place: Route | None = None
    if draft.atoms and not (draft.route and not is_old):
        atom = draft.atoms[0]
        entry = atom.pair.before if is_old else atom.pair.after
        if entry is not None:
            place = route_of(notice, entry, atom.path)
    elif draft.atoms or notice.document.exists(route):
        place = route
    if place is None:
        return None
    whole = not draft.atoms or draft.atoms[0].leaf is None
    span = notice.document.key_span(place) if whole else notice.document.span(place)
    return Side(notice.document.path, place, span)


def _order(change: Change) -> tuple[object, ...]:
    part = change.subject.kind
    return (
        change.duty.rank,
        _DIRECTIONS.index(change.direction),
        PARTS.index(part) if part in PARTS else len(PARTS),
        change.subject.id,
        change.code,
        [str(step) for step in change.route],
        change.fingerprint,
    )
