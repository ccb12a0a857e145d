"""Annotations of GitHub Actions: workflow commands that the runner shows beside the changed lines."""

from collections.abc import Iterator

from notice_lint.findings import Certainty, Finding, Severity
from notice_lint.i18n import Catalogue
from notice_lint.pages.terminal import harmless
from notice_lint.pages.workflow import MOST, annotation
from notice_lint.reports.look import Detail, Look
from notice_lint.reports.result import Result
from notice_lint.reports.summary import headline
from notice_lint.reports.told import labelled, not_checked, told

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}

_Shown = tuple[dict[str, str], str]
"""The properties of an annotation, and its message."""


def report(result: Result, words: Catalogue, look: Look) -> str:
    """Return one command a line, the best ten of each level, and a last line that says what was checked.

    What could not be checked comes first, then findings on what the change touched, then the others in the
    order of the files. The tenth says how many more there are. Ignored findings are left out.
    """
    lines = [line for severity in Severity for line in _level(result, severity, words)]
    if look.detail is not Detail.QUIET:
        clean = not any(True for _ in result.counted()) and result.complete
        lines.append(harmless(headline(result, words, clean=clean)))
    return "".join(f"{line}\n" for line in lines)


def _level(result: Result, severity: Severity, words: Catalogue) -> Iterator[str]:
    found = [finding for finding in result.counted() if finding.severity is severity]
    first = list(_unchecked(result, words)) if severity is Severity.ERROR else []
    best = sorted(found, key=lambda finding: not finding.touched)[: max(0, MOST - len(first))]
    shown = [*first, *(_finding(result, finding, words) for finding in best)][:MOST]
    left = len(first) + len(found) - len(shown)
    tail = words.sentence("page.cut")
    for number, (properties, message) in enumerate(shown, 1):
        more = words.say("page.github.more", left, most=MOST) if left and number == len(shown) else ""
        yield annotation(_LEVELS[severity], properties, message, tail, more)


def _unchecked(result: Result, words: Catalogue) -> Iterator[_Shown]:
    for path, rule, sentence in not_checked(result, words):
        title = words.sentence("page.could-not-run" if rule else "page.could-not-check")
        yield {"title": title, "file": path}, sentence


def _finding(result: Result, finding: Finding, words: Catalogue) -> _Shown:
    said = told(finding, result, words)
    span = finding.span
    place = {"file": finding.path, "line": str(span.line), "endLine": str(span.end_line)}
    if span.line == span.end_line:  # the runner drops columns of what is longer than a line
        place |= {"col": str(span.column), "endColumn": str(span.end_column)}
    message = [
        said.message,
        *([words.sentence("report.review")] if finding.certainty is Certainty.REVIEW else []),
        labelled("report.fix", said.fix, words),
        labelled("report.why", f"{said.why} {said.law}", words),
    ]
    return {"title": f"{finding.rule}: {said.summary}", **place}, "\n".join(message)
