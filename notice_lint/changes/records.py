"""Changes as records of the view `differences`, for rules that compare two versions."""

from collections.abc import Iterable, Mapping, Sequence

from notice_lint.changes.change import Authored, Change, Duty
from notice_lint.changes.codes import code
from notice_lint.i18n.terms import Arg, Term
from notice_lint.model.record import SILENT, Record, Value
from notice_lint.source.document import Route

__all__ = ["records"]


def records(
    changes: Iterable[Change], languages: Sequence[str] = (), reused: Iterable[str] = ()
) -> tuple[Record, ...]:
    """Return changes as records, in the same order; the author's words count where a change has them.

    `languages` are those of the notice: a reason is missing in each that it does not have. `reused` are the
    ids that now seem to name something else.
    """
    told: list[Record] = []
    left = set(reused)
    for change in changes:
        again = change.subject.id in left  # told once: every field of such a thing differs
        left.discard(change.subject.id)
        told.append(_record(change, languages, again=again))
    return tuple(told)


def _record(change: Change, languages: Sequence[str], *, again: bool) -> Record:
    kind = code(change.code)
    values: dict[str, Value] = {
        "code": change.code,
        "area": change.code.partition(".")[0],
        "headline": Term("phrase", change.told_by, change.args),
        "duty": change.duty.value,
        "base": change.base.value,
        "steps": change.steps,
        "direction": change.direction.value,
        "subject_kind": change.subject.kind,
        "subject_id": change.subject.id or SILENT,
        "subject": _phrase(change.subject.label),
        "before": _phrase(change.shown_before),
        "after": _phrase(change.shown_after),
        "listed": kind.listed,
        "material": kind.listed and change.duty.rank <= Duty.NOTIFY.rank,
        "touches_consent": "consent" in (*change.steps, *kind.counts),
        "countries_added": _countries(change),
        "id_reused": again,
        **_authored(change, languages),
    }
    places: Mapping[str, Route] = {"code": change.route} if change.new is not None else {}
    return Record(change.route, values, places, key=change.fingerprint)


def _phrase(arg: Arg | None) -> Value:
    """Return an argument as a phrase of ours."""
    if arg is None:
        return SILENT
    return arg if isinstance(arg, Term) else Term("list", (arg,))


def _countries(change: Change) -> tuple[str, ...]:
    """Return the third countries that a change adds: of a new recipient, or of one that stays."""
    added = ("recipient.added.", "transfer.added", "transfer.country_changed")
    named = change.args.get("countries")
    if not change.code.startswith(added) or not isinstance(named, Term):
        return ()
    return tuple(named.value) if isinstance(named.value, (tuple, list)) else ()


def _authored(change: Change, languages: Sequence[str]) -> dict[str, Value]:
    said = change.authored or Authored()
    given = said.acknowledged
    own = Duty(given.duty) if given and given.duty else None
    return {
        "explained": bool(said.reason),
        "reason": said.reason or SILENT,
        "nature": said.nature or SILENT,
        "choices": len(said.choices),
        "impact": said.impact or SILENT,
        "compatibility": said.compatibility or SILENT,
        "consent_renewal": said.consent_renewal or SILENT,
        "reason_languages_missing": tuple(tag for tag in languages if said.reason and tag not in said.reason),
        "classed_lower": SILENT if own is None else _lower(own, change),
        "acknowledged": given is not None,
        "acknowledged_duty": own.value if own else SILENT,
    }


def _lower(own: Duty, change: Change) -> bool:
    """Whether a person has classed a change lower than its code does; of a review any class stands."""
    return change.base is not Duty.REVIEW and own.rank > change.base.rank
