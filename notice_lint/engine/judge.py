"""Rules against one notice: findings."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from notice_lint.engine.condition import Check, Leaf, Mention
from notice_lint.engine.problem import Context, Problem
from notice_lint.engine.rule import Rule
from notice_lint.findings import Finding, Related, Severity, Text
from notice_lint.model.notice import Notice
from notice_lint.model.record import NONE, Record, Said
from notice_lint.source.document import Document, Route, Span


class Outcome(NamedTuple):
    """What one rule said of one notice."""

    findings: tuple[Finding, ...]
    had_something: bool
    """Whether some record was of the kind that the rule looks at."""


def judge(rule: Rule, context: Context) -> Outcome:
    """Judge a notice by a rule. Findings are in the order of the records; equal ones are one."""
    notice = context.notice
    if rule.for_each != "document":
        if not set(rule.regimes).intersection(notice.regimes):
            return Outcome((), had_something=False)
        if rule.exemption and notice.exempted(rule.exemption):
            return Outcome((), had_something=True)
    findings: dict[tuple[object, ...], Finding] = {}
    seen = False
    for record, here in _asked(rule, context):
        seen = True
        if rule.require.holds(record, here) is False:
            for problem in _problems(rule, record, here):
                finding = _finding(rule, record, problem, notice)
                findings.setdefault((finding.route, finding.key, finding.span), finding)
    return Outcome(tuple(findings.values()), seen)


def _asked(rule: Rule, context: Context) -> Iterator[tuple[Record, Context]]:
    """Yield the records that the rule looks at, each under its law: a transfer knows its own."""
    for record in context.notice.view(rule.for_each):
        here = context
        if rule.for_each == "transfers":
            here = context._replace(regime=record.text("regime"))
            if here.regime not in rule.regimes:
                continue
        if rule.where.holds(record, here) is True:
            yield record, here


def _problems(rule: Rule, record: Record, context: Context) -> Iterator[Problem]:
    """Yield what is wrong with a record: what operators find, else phrases, else that it is as it is."""
    failing = list(rule.require.failing(record, context))
    found = [
        problem for leaf in failing if isinstance(leaf, Check) for problem in leaf.problems(record, context)
    ]
    if not found:
        mentions = (leaf for leaf in failing if isinstance(leaf, Mention))
        found = [problem for leaf in mentions for problem in _mentioned(record, leaf, context)]
    yield from found or [Problem(_place(rule, record, failing), key=record.key, span=record.span)]


def _mentioned(record: Record, mention: Mention, context: Context) -> Iterator[Problem]:
    place = record.place(mention.field) or record.anchor
    whole = record.value(mention.field)
    several = isinstance(context.notice.document.value(place), dict)
    for language, hits in mention.hits(record, context):
        text = whole[language] if isinstance(whole, Text) else ""
        for hit in hits:
            words = text[hit.start : hit.end]
            route = (*place, language) if several else place
            yield Problem(route, {"found": words}, stretch=(hit.start, hit.end), key=words.casefold())


def _place(rule: Rule, record: Record, failing: Sequence[Leaf]) -> Route:
    """Return where to point: a wrong value is shown where it stands, a missing one at the record's anchor."""
    for field in [rule.at] if rule.at else [leaf.field for leaf in failing]:
        place, value = record.place(field), record.value(field)
        if place is not None and (value is NONE or not isinstance(value, Said)):
            return place
    return record.anchor


def _finding(rule: Rule, record: Record, problem: Problem, notice: Notice) -> Finding:
    from notice_lint.engine.argument import arguments, trail  # noqa: PLC0415 - a clean notice needs no words

    document = notice.document
    capped = (
        rule.severity is Severity.ERROR and rule.reads_adequacy and record.text("adequacy.evidence") == "K"
    )
    return Finding(
        rule=rule.name,
        code=rule.code,
        severity=Severity.WARNING if capped else rule.severity,
        certainty=rule.certainty,
        path=document.path,
        route=problem.route,
        span=_span(document, problem),
        args=arguments(rule, record, problem, notice),
        notice=notice.id,
        key=problem.key or record.key,
        related=tuple(
            Related(place.route, place.span or place_span(document, place.route), place.label)
            for place in problem.related
        ),
        capped=capped,
        trail=trail(notice, problem.route),
    )


def _span(document: Document, problem: Problem) -> Span:
    if problem.span is not None:
        return problem.span
    if problem.stretch is not None:
        return document.stretch(problem.route, *problem.stretch)
    return document.key_span(problem.route) if problem.at_key else place_span(document, problem.route)


def place_span(document: Document, route: Route) -> Span:
    """Return where to point for a route: a plain value itself, of anything larger its key."""
    value = document.value(route)
    span = document.span(route)
    large = (
        isinstance(value, dict) or value is None or (isinstance(value, list) and span.line != span.end_line)
    )
    return document.key_span(route) if large else span
