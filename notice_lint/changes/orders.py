"""What is longer or later: the orders behind the direction of a change of retention.

The other orders stand in `ladders.py`.

Every order is partial. Where two things cannot be ranked the answer is None, and a person has to look: a
wrong "shorter" is worse than a question.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple

from notice_lint.model.period import Period

_REFERENCE_DATES = (date(1696, 9, 1), date(1697, 2, 1), date(1903, 3, 1), date(1903, 7, 1))
"""Days on which periods are laid side by side: leap years and months of every length lie behind them.

Source: W3C XML Schema Part 2, 3.2.6.2 (order relation on duration).
"""


def period_order(one: Period, other: Period) -> int | None:
    """Return -1, 0, 1 as `one` is shorter than, as long as, longer than `other`; None if the day decides.

    "P12M" is as long as "P1Y"; "P6M" is longer than "P180D"; "P1M" and "P30D" cannot be ranked.
    """
    if one.same_length(other):
        return 0
    ends = [(one.after(start), other.after(start)) for start in _REFERENCE_DATES]
    if all(first < second for first, second in ends):
        return -1
    return 1 if all(first > second for first, second in ends) else None


_LATER: Mapping[str, tuple[str, ...]] = {
    "collection": ("last-use", "event-end", "request", "consent-withdrawal"),
    "last-use": ("last-contact",),
    "last-contact": ("contract-end", "erasure-request"),
    "contract-end": ("account-closure",),
    "account-closure": ("claim-expiry",),
    "event-end": ("claim-expiry",),
    "request": ("erasure-request",),
}
"""Each event with those that come next: collection, last use, last contact, end of the contract, closing of
the account, expiry of claims. The other events of the format come after collection; how they lie to the rest
of the line depends on the person, so that they are not ranked there. Our judgement, not the law's.
"""


def event_order(one: str, other: str) -> int | None:
    """Return -1, 0 or 1 as `one` happens before, with or after `other`; None where that is not declared."""
    if one == other:
        return 0
    if other in _after(one):
        return -1
    return 1 if one in _after(other) else None


def _after(event: str) -> set[str]:
    found: set[str] = set()
    for later in _LATER.get(event, ()):
        found |= {later} | _after(later)
    return found


def readable(written: object) -> Period | None:
    """Return a period, None for what is none: the schema has a finding for that, and it is not "no time"."""
    try:
        return Period.parse(str(written))
    except ValueError:
        return None


def written_order(one: object, other: object) -> int | None:
    """Return the order of two periods as they are written; None where one cannot be read or ranked."""
    first, second = readable(one), readable(other)
    return None if first is None or second is None else period_order(first, second)


class End(NamedTuple):
    """A moment at which data go: a length of time after an event."""

    event: str
    """"" where the notice does not say from when the time runs."""
    period: Period

    def by(self, other: "End") -> bool:
        """Whether it never lies after `other`, as far as can be told."""
        events, periods = event_order(self.event, other.event), period_order(self.period, other.period)
        return events is not None and events <= 0 and periods is not None and periods <= 0


class Term(NamedTuple):
    """How long a retention rule keeps data, in a form that can be ranked."""

    ends: tuple[End, ...]
    """The moments it names; none where only criteria are given, or nothing."""
    last: bool = False
    """Whether the last of them counts, not the first (`whichever: last`)."""
    indefinite: bool = False
    ceiling: bool = False
    """Whether it is a ceiling (`maximum`), not a term."""
    floor: bool = False
    """Whether the law fixes it (`statutory`): then the data are kept at least so long."""
    criteria: bool = False

    @property
    def capped(self) -> bool:
        """Whether a length of time limits it, and not only what somebody does."""
        timed = any(not end.period.is_nothing for end in self.ends)
        return timed and not self.indefinite and (not self.last or len(self.ends) == 1)


def term(rule: Mapping[str, Any]) -> Term:
    """Return the term of a retention rule in canonical form. `until: X` ends no time after X."""
    ends = []
    length = readable(rule.get("period"))
    if length is not None:
        ends.append(End(str(rule.get("from", "")), length))
    if isinstance(rule.get("until"), str):
        ends.append(End(rule["until"], Period(0, 0)))
    return Term(
        ends=tuple(ends),
        last=rule.get("whichever") == "last",
        indefinite="indefinite" in rule,
        ceiling=rule.get("maximum") is True,
        floor=rule.get("statutory") is True,
        criteria="criteria" in rule,
    )


def retention_change(old: Mapping[str, Any], new: Mapping[str, Any]) -> str:
    """Return the code for what happens to a retention rule's term, both in canonical form; "" for nothing.

    What cannot be ranked is `retention.rule_changed`, unless one side alone is without a limit in time.
    """
    before, after = term(old), term(new)
    if before == after:
        return ""
    if before.ceiling != after.ceiling:
        return _across_kinds(before, after)
    if before.indefinite or after.indefinite:
        return _indefinite(before, after)
    if not before.ends or not after.ends:
        return _criteria(before, after)
    found = _ranked(before, after)
    ending = new if found == "retention.until_consent" else old
    by_consent = found in ("retention.until_consent", "retention.no_longer_until_consent")
    return "retention.rule_changed" if by_consent and ending.get("then", "delete") != "delete" else found


def _across_kinds(before: Term, after: Term) -> str:
    """A ceiling against a term: a ceiling that is no higher is shorter, nothing else can be told.

    Not even that where the law fixes the term: then it is a floor.
    """
    if before.floor or after.floor or not before.ends or not after.ends:
        return "retention.rule_changed"
    if after.ceiling and _within(after, before):
        return "retention.shortened"
    if before.ceiling and _within(before, after):
        return "retention.lengthened"
    return "retention.rule_changed"


def _indefinite(before: Term, after: Term) -> str:
    if before.indefinite and after.indefinite:
        return "retention.rule_changed"
    return "retention.capped" if before.indefinite else "retention.unbounded"


def _criteria(before: Term, after: Term) -> str:
    """Criteria, or nothing, against a term: whichever has a limit in time is the capped one."""
    if before.capped and after.criteria:
        return "retention.unbounded"
    if before.criteria and after.capped:
        return "retention.capped"
    return "retention.rule_changed"


def _ranked(before: Term, after: Term) -> str:
    longer, shorter = _within(before, after), _within(after, before)
    if longer and shorter:
        return "retention.equivalent"
    if longer:
        if before.capped and not after.capped:
            return "retention.unbounded"
        return "retention.start.later" if _only_start(before, after) else "retention.lengthened"
    if shorter:
        if after.capped and not before.capped:
            return "retention.capped"
        return "retention.start.earlier" if _only_start(before, after) else "retention.shortened"
    return _unranked(before, after)


def _unranked(before: Term, after: Term) -> str:
    """What is neither longer nor shorter on every day.

    As long as consent lasts is bounded by the person's own act, and counts as such against a fixed term.
    """
    if before.capped and _ends_with_consent(after):
        return "retention.until_consent"
    if after.capped and _ends_with_consent(before):
        return "retention.no_longer_until_consent"
    if before.capped != after.capped:
        return "retention.unbounded" if before.capped else "retention.capped"
    return "retention.rule_changed"


def _ends_with_consent(what: Term) -> bool:
    return [end.event for end in what.ends] == ["consent-withdrawal"] and what.ends[0].period.is_nothing


def _within(one: Term, other: Term) -> bool:
    """Whether `one` never keeps data beyond `other`."""
    if not other.last:
        whole = [[first.by(second) for first in one.ends] for second in other.ends]
        return all(all(row) if one.last else any(row) for row in whole)
    rows = [[first.by(second) for second in other.ends] for first in one.ends]
    return all(any(row) for row in rows) if one.last else any(any(row) for row in rows)


def _only_start(before: Term, after: Term) -> bool:
    """Whether the length is the same and runs from another event."""
    if len(before.ends) != 1 or len(after.ends) != 1:
        return False
    (old,), (new,) = before.ends, after.ends
    return old.event != new.event and period_order(old.period, new.period) == 0
