"""What settings come to, as plain data: for people and for programs."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from notice_lint.findings import Ignored
from notice_lint.run.plan import Plan
from notice_lint.settings.settings import Grade, Skip
from notice_lint.source.document import Route
from notice_lint.source.patterns import any_matches
from notice_lint.source.tree import relative


class Line(NamedTuple):
    """One thing that settings say: of which subject, what, since where, and why."""

    subject: str
    """`severities`, `skips`, `packs-off`, `only`, `overrides` or `locked`."""
    what: str
    """Names of rules, or of a pack; of an override its patterns."""
    value: str
    """The severity, or the pack that locks; else nothing."""
    own: str
    """The severity that the rule has of its own."""
    notices: tuple[str, ...]
    place: str
    """File and line; empty for what a pack says."""
    excuse: Ignored | None
    counts: bool


def lines(plan: Plan) -> Iterator[Line]:
    """Yield everything that settings and packs say of rules, for all notices."""
    settings = plan.settings
    for grade in settings.severity:
        yield _grade(plan, grade, ())
    for skip in settings.skip:
        yield _skip(plan, skip)
    for off in settings.packs:
        yield _line(plan, "packs-off", off.name, off.excuse, off.route)
    if settings.only is not None:
        names = ", ".join(settings.only.rules)
        yield _line(plan, "only", names, settings.only.excuse, settings.only.route)
    for override in settings.overrides:
        if override.fail_on:
            yield Line(
                "overrides",
                "fail_on",
                override.fail_on,
                "",
                override.notices,
                _place(plan, override.route),
                None,
                counts=True,
            )
        for grade in override.severity:
            yield _grade(plan, grade, override.notices)._replace(subject="overrides")
        for skip in override.skip:
            yield _skip(plan, skip)._replace(subject="overrides")
    for rule, pack in sorted(plan.known.locked.items()):
        yield Line("locked", rule, pack, "", (), "", None, counts=True)


def lines_for(plan: Plan, place: str) -> list[Line]:
    """Return what holds for one notice and not for all of them."""
    below = relative(place, plan.settings.folder)
    return [line for line in lines(plan) if line.notices and any_matches(below, line.notices)]


def _grade(plan: Plan, grade: Grade, notices: Sequence[str]) -> Line:
    name = plan.known.name(grade.rule)
    line = _line(plan, "severities", name, grade.excuse, grade.route)
    return line._replace(value=grade.severity, own=plan.own[name].value, notices=tuple(notices))


def _skip(plan: Plan, skip: Skip) -> Line:
    names = ", ".join(plan.known.name(rule) for rule in skip.rules)
    return _line(plan, "skips", names, skip.excuse, skip.route)._replace(notices=skip.notices)


def _line(plan: Plan, subject: str, what: str, excuse: Ignored, route: Route) -> Line:
    counts = excuse.explained and not excuse.expired(plan.day)
    return Line(subject, what, "", "", (), _place(plan, route), excuse, counts)


def _place(plan: Plan, route: Route) -> str:
    return f"{plan.settings.path}:{plan.settings.line(route)}"
