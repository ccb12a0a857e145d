"""Operators about cookies."""

from collections.abc import Iterator, Mapping

from notice_lint.engine.problem import Context, Place, Problem
from notice_lint.findings import Arg, Term
from notice_lint.model.period import Period
from notice_lint.model.record import Record


def cookie_retention_agrees(record: Record, _: Mapping[str, str], context: Context) -> Iterator[Problem]:
    """Find a cookie whose retention rule sets another period than every rule of its purposes' data.

    Rules without a period, and periods that cannot be ranked (P1M against P30D), are given the benefit of
    the doubt.
    """
    rules = context.notice.by_id("retention_rules")
    own, place = rules.get(record.text("retention")), record.place("retention")
    others = [rules[name] for name in record.ids("purpose_retention") if name in rules]
    if own is None or place is None or not others or not all(_differ(own, other) for other in others):
        return
    lengths = {written: _period(other) for other in others if (written := _written(other))}
    args: dict[str, Arg] = {"own": _period(own), "others": Term("list", tuple(lengths.values()))}
    related = [Place(rule.place("period") or rule.route, _period(rule)) for rule in (own, *others)]
    yield Problem(place, args, related)


def _differ(first: Record, second: Record) -> bool:
    lengths = first.value("period"), second.value("period")
    if not isinstance(lengths[0], Period) or not isinstance(lengths[1], Period):
        return False
    return not lengths[0].same_length(lengths[1]) and lengths[0].shorter_than(lengths[1]) is not None


def _period(rule: Record) -> Term:
    return Term("period", _written(rule))


def _written(rule: Record) -> str:
    period = rule.value("period")
    return period.written if isinstance(period, Period) else ""
