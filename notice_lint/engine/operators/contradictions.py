"""Operators that hold one part of a notice against another."""

from collections.abc import Iterator, Mapping
from itertools import combinations

from notice_lint.engine.problem import Context, Place, Problem
from notice_lint.findings import Arg, Term, Text
from notice_lint.model.collected import retention_by_purpose
from notice_lint.model.period import Period
from notice_lint.model.record import UNREADABLE, Record


def one_period(record: Record, _: Mapping[str, str], context: Context) -> Iterator[Problem]:
    """Find two retention rules that both apply to a collected category and cannot both be kept.

    Two terms contradict each other if they differ in length, or run from different events. A ceiling
    (`maximum`, or the first of a period and an event) contradicts only a longer term. An end by an event
    contradicts a term that only starts with it. Periods that cannot be ranked (P1M against P30D) are given
    the benefit of the doubt.
    """
    rules = context.notice.by_id("retention_rules")
    for purpose, place, names in retention_by_purpose(context.notice.reader, record):
        known = [rules[name] for name in dict.fromkeys(names) if name in rules]
        for first, second in combinations(known, 2):
            if _contradict(first, second):
                args: dict[str, Arg] = {"first": _words(first), "second": _words(second)}
                related = [
                    Place(rule.place("period") or rule.place("until") or rule.route, _words(rule))
                    for rule in (first, second)
                ]
                key = "+".join([purpose, first.text("id"), second.text("id")])
                yield Problem(place, args, related, key=key)


def _contradict(first: Record, second: Record) -> bool:
    if is_open(first) or is_open(second):
        return False
    if _ends_where_it_starts(first, second) or _ends_where_it_starts(second, first):
        return True
    return _differ_in_length(first, second)


def _differ_in_length(first: Record, second: Record) -> bool:
    lengths = first.value("period"), second.value("period")
    if not isinstance(lengths[0], Period) or not isinstance(lengths[1], Period):
        return False
    match is_ceiling(first), is_ceiling(second):
        case True, True:
            return False
        case True, False:
            return exceeds(second, first)
        case False, True:
            return exceeds(first, second)
    if lengths[0].same_length(lengths[1]):
        return _other_event(first, second)
    return lengths[0].shorter_than(lengths[1]) is not None


def _ends_where_it_starts(end: Record, term: Record) -> bool:
    """Whether one rule ends with the event from which the other's term only starts to run."""
    fixed = isinstance(term.value("period"), Period) and not is_ceiling(term)
    return fixed and end.text("until") != "" and end.text("until") == term.text("from")


def is_open(rule: Record) -> bool:
    """Whether an event may make the term any longer than its period, or something cannot be read."""
    hidden = any(rule.value(field) is UNREADABLE for field in ("from", "until", "whichever", "maximum"))
    return hidden or (rule.text("until") != "" and rule.text("whichever") == "last")


def is_ceiling(rule: Record) -> bool:
    """Whether the period is the most, not the term: it says so, or an event may end it before."""
    return rule.value("maximum") is True or rule.text("until") != ""


def exceeds(term: Record, ceiling: Record) -> bool:
    """Whether a term is longer than a ceiling allows, from whatever day each runs.

    Where both name another event, this is sure only of a ceiling that runs from the collection: nothing
    else comes before it.
    """
    if _other_event(term, ceiling) and ceiling.text("from") != "collection":
        return False
    most, length = ceiling.value("period"), term.value("period")
    return isinstance(most, Period) and isinstance(length, Period) and most.shorter_than(length) is True


def _other_event(first: Record, second: Record) -> bool:
    """Whether both say from when they run, and say it differently."""
    return bool(first.text("from") and second.text("from")) and first.text("from") != second.text("from")


def _words(rule: Record) -> Term:
    """Return the period, a ceiling as one, with the event from which it runs and the rule that says it."""
    period = rule.value("period")
    args: dict[str, Arg] = {
        "rule": rule.text("id"),
        "period": Term("period", period.written) if isinstance(period, Period) else "",
    }
    if not args["period"] and rule.text("until"):
        until = Term("word", rule.text("until"))
        return Term("phrase", "retention.until", {"rule": rule.text("id"), "event": until})
    sentence = "retention.at-most" if is_ceiling(rule) else "retention.rule"
    if rule.text("from"):
        return Term("phrase", f"{sentence}-from", {**args, "event": Term("word", rule.text("from"))})
    return Term("phrase", sentence, args)


def no_third_country(record: Record, _: Mapping[str, str], context: Context) -> Iterator[Problem]:
    """Find a promise that no data leave the EEA where a recipient lies in a third country on the day."""
    abroad = [
        recipient for recipient in context.notice.view("recipients") if recipient.ids("third_countries")
    ]
    if abroad:
        labels = (recipient.value("recipient") for recipient in abroad)
        named = Term("list", tuple(label for label in labels if isinstance(label, Text)))
        related = [Place(one.place("country") or one.route, _countries(one)) for one in abroad]
        yield Problem(record.place("text") or record.route, {"recipients": named}, related)


def _countries(recipient: Record) -> Term:
    return Term("countries", recipient.ids("third_countries"))
