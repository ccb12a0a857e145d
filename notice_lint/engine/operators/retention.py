"""Operators about how long data are kept, and by whom."""

from collections.abc import Iterator, Mapping

from notice_lint.engine.operators.contradictions import exceeds, is_ceiling, is_open
from notice_lint.engine.problem import Context, Place, Problem
from notice_lint.findings import Arg, Term, Text
from notice_lint.model.collected import retention_by_purpose
from notice_lint.model.period import Period
from notice_lint.model.record import Record

_WITHDRAWN = "consent-withdrawal"
_GRACE = Period.parse("P1M")
"""What deleting may take. Art. 17(1) says "without undue delay"; a month is our reading, on the safe side."""


def ends_with_consent(record: Record, _: Mapping[str, str], context: Context) -> Iterator[Problem]:
    """Find retention rules that keep data for a term after the consent on which alone they rest is withdrawn.

    A term of up to a month is left alone: deleting takes its time. So is a rule with a law, and a purpose
    that also rests on another basis, such as the proof of the consent. Source: GDPR Art. 17(1)(b).
    """
    rules, purposes = context.notice.by_id("retention_rules"), context.notice.by_id("purposes")
    for purpose, place, names in retention_by_purpose(context.notice.reader, record):
        concerned = (purpose,) if purpose else record.ids("purposes")
        bases = [purposes[name].ids("legal_bases") for name in concerned if name in purposes]
        if not bases or any(those != ("consent",) for those in bases):
            continue
        for name in names:
            rule = rules.get(name)
            if rule is not None and _outlasts_consent(rule):
                related = [Place(rule.place("period") or rule.route, _period(rule))]
                args: dict[str, Arg] = {"rule": name, "period": _period(rule)}
                yield Problem(place, args, related, key=f"{purpose}+{name}")


def _outlasts_consent(rule: Record) -> bool:
    """Whether a rule runs on, for more than a month, after the consent was withdrawn."""
    period = rule.value("period")
    after = rule.text("from") == _WITHDRAWN and not (is_ceiling(rule) or is_open(rule))
    later = rule.text("until") == _WITHDRAWN and rule.text("whichever") == "last"
    long = isinstance(period, Period) and _GRACE.shorter_than(period) is True
    return long and (after or later) and rule.place("law") is None


def _period(rule: Record) -> Term:
    period = rule.value("period")
    return Term("period", period.written) if isinstance(period, Period) else Term("phrase", "said.silent")


def no_longer_than_ours(record: Record, _: Mapping[str, str], context: Context) -> Iterator[Problem]:
    """Find a recipient that keeps a category of data for longer than every rule of the controller lets it.

    Only terms that can be ranked count: an event without a period, and a term of the recipient that an
    event may end before, are given the benefit of the doubt. Source: GDPR Art. 28(3)(g).
    """
    rules = context.notice.by_id("retention_rules")
    theirs, place = rules.get(record.text("retention")), record.place("retention")
    if theirs is None or place is None or is_ceiling(theirs) or is_open(theirs):
        return
    for category, ours in _rules_by_category(record, context).items():
        known = [rules[name] for name in ours if name in rules]
        if known and all(not is_open(one) and exceeds(theirs, one) for one in known):
            args: dict[str, Arg] = {
                "kept": _label(category, context),
                "theirs": _period(theirs),
                "ours": Term("list", tuple(_period(one) for one in known)),
            }
            related = [Place(one.place("period") or one.route, _period(one)) for one in known]
            yield Problem(place, args, related, key=category)


def _rules_by_category(recipient: Record, context: Context) -> dict[str, tuple[str, ...]]:
    """Return the controller's own retention rules of each category that a recipient gets for its purposes."""
    served = set(recipient.ids("purposes"))
    found: dict[str, dict[str, None]] = {}
    for record in context.notice.view("collected_categories"):
        category = record.text("category")
        if category not in recipient.ids("categories") or not served.intersection(record.ids("purposes")):
            continue
        for purpose, _, names in retention_by_purpose(context.notice.reader, record):
            if not purpose or purpose in served:
                found.setdefault(category, {}).update(dict.fromkeys(names))
    return {category: tuple(names) for category, names in found.items()}


def _label(category: str, context: Context) -> Arg:
    known = context.notice.by_id("data_categories").get(category)
    label = known.value("label") if known else None
    return label if isinstance(label, Text) else category
