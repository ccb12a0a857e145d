"""The last lines of a report: what was checked, against what, on which day, and what was not."""

from collections.abc import Iterator

from notice_lint.findings import Severity
from notice_lint.i18n import Catalogue, Term
from notice_lint.pages.terminal import visible
from notice_lint.reports.look import Detail, Look
from notice_lint.reports.result import Result

_COUNTS = {
    Severity.ERROR: "report.errors",
    Severity.WARNING: "report.warnings",
    Severity.NOTE: "report.notes",
}


def counts(result: Result, words: Catalogue) -> str:
    """Return how many findings of each severity there are, in words."""
    return ", ".join(words.say(key, result.count(severity)) for severity, key in _COUNTS.items())


def summary(result: Result, words: Catalogue, look: Look) -> Iterator[str]:
    """Yield the last lines of a report. What could not be checked is said even where quiet is asked for."""
    style = look.style
    for rule, path, reason in result.could_not_run:
        yield style("error", visible(words.say("report.could-not-run", rule=rule, path=path, reason=reason)))
    for path, reason in result.could_not_check:
        yield style(
            "error", visible(words.say("report.could-not-check", path=path, reason=words.failure(reason, {})))
        )
    if look.detail is Detail.QUIET:
        return
    if look.detail is Detail.VERBOSE:
        yield from _details(result, words, look.settings)
    clean = not any(True for _ in result.counted()) and result.complete
    yield style("bold", headline(result, words, clean=clean))
    hidden = sum(finding.ignored is not None for finding in result.findings)
    if hidden:
        yield words.say("ignore.shown" if look.ignored else "ignore.count", hidden)
    yield from fixable(result, words)
    if result.assumed:
        yield words.say("report.assumed", what=Term("list", result.assumed))
    if not result.quick_parser:
        yield words.sentence("report.pure-parser")
    day = words.date(result.day.isoformat())
    if result.stale:
        yield style("warning", words.say("report.stale", as_of=Term("date", result.reference_data), day=day))
    yield style("dim", words.say("report.data", as_of=Term("date", result.reference_data)))


def fixable(result: Result, words: Catalogue) -> Iterator[str]:
    """Yield how many findings the tool can put right, and for how many it has but a guess."""
    for kind, key in (("safe", "fix.can"), ("unsafe", "fix.can.unsafe")):
        count = sum(finding.fix == kind for finding in result.counted())
        if count:
            yield words.say(key, count)


def _details(result: Result, words: Catalogue, settings: str) -> Iterator[str]:
    if settings:
        yield visible(words.say("settings.file", path=settings))
    for notice in result.notices:
        yield visible(f"{notice.path}: {notice.id} {notice.version}".rstrip())
    idle = [rule.name for rule in result.rules if rule.name not in result.had_something]
    if idle:
        rules = words.say("report.rules", len(idle))
        yield words.say("report.nothing-to-check", len(idle), rules=rules, names=", ".join(idle))


def headline(result: Result, words: Catalogue, *, clean: bool) -> str:
    """Return the sentence that says what was checked and what came of it."""
    had = words.say("report.rules", sum(rule.name in result.had_something for rule in result.rules))
    said = words.say(
        "report.clean" if clean else "report.summary",
        notices=words.say("report.notices", len(result.notices)),
        rules=words.say("report.rules", len(result.rules)),
        day=words.date(result.day.isoformat()),
        counts=counts(result, words),
        had=had,
    )
    accepted = [one.ignored for one in result.findings if one.ignored and one.ignored.how == "accepted"]
    if not accepted:
        return said
    reason = visible(accepted[0].reason)
    return f"{said} {words.say('gate.accepted', len(accepted), reason=reason)}"
