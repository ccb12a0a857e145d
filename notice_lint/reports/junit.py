"""JUnit XML, as Jenkins, GitLab and others read test results: a suite a notice, a case a finding.

Valid under the schema of the Jenkins xunit plugin. A finding that counts is a failure, whatever its
severity, which stands as the failure's type; an ignored one is skipped, with the reason; what could not be
checked is an error.
No times and no host: the same result gives the same bytes.
"""

from collections.abc import Iterator
from typing import NamedTuple

from notice_lint.findings import Certainty, Finding
from notice_lint.i18n import Catalogue
from notice_lint.pages.xml import element, escaped
from notice_lint.reports.look import Look
from notice_lint.reports.result import Result
from notice_lint.reports.told import justification, labelled, not_checked, told


class _Case(NamedTuple):
    """A test case: its name, how it ended ("" for well), and its XML."""

    name: str
    end: str
    inside: str


def report(result: Result, words: Catalogue, look: Look) -> str:
    """Return the report; a notice without findings is one case that passed."""
    del look
    cases: dict[str, list[_Case]] = {notice.path: [] for notice in result.notices}
    for finding in result.findings:
        cases.setdefault(finding.path, []).append(_finding(result, finding, words))
    for path, rule, sentence in not_checked(result, words):
        kind = rule or words.sentence("page.could-not-check")
        inside = element("error", {"type": "could-not-check", "message": sentence})
        cases.setdefault(path, []).append(_Case(kind, "error", inside))
    sound = _Case(words.sentence("page.no-finding"), "", "")
    suites = [_suite(path, found or [sound]) for path, found in cases.items()]
    everything = [case for found in cases.values() for case in found or [sound]]
    totals = {key: value for key, value in _counts(everything).items() if key != "skipped"}
    lines = "\n".join(suites)
    whole = element("testsuites", {"name": "notice-lint", **totals}, f"\n{lines}\n")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{whole}\n'


def _suite(path: str, cases: list[_Case]) -> str:
    seen: dict[str, int] = {}
    lines = []
    for case in cases:
        seen[case.name] = seen.get(case.name, 0) + 1
        name = f"{case.name} ({seen[case.name]})" if seen[case.name] > 1 else case.name
        attributes = {"classname": path.removesuffix(".yaml").removesuffix(".yml"), "name": name}
        lines.append("    " + element("testcase", attributes, *([case.inside] if case.inside else [])) + "\n")
    attributes = {"name": path, **_counts(cases), "file": path}
    return "  " + element("testsuite", attributes, "\n", *lines, "  ")


def _counts(cases: list[_Case]) -> dict[str, str]:
    ends = [case.end for case in cases]
    return {
        "tests": str(len(ends)),
        "failures": str(ends.count("failure")),
        "errors": str(ends.count("error")),
        "skipped": str(ends.count("skipped")),
    }


def _finding(result: Result, finding: Finding, words: Catalogue) -> _Case:
    """Return a finding as a case; its name has no line number, so that its history goes on after an edit."""
    route = ".".join(map(str, finding.route))
    name = f"{finding.rule}: {route}" if route else finding.rule
    sentence = told(finding, result, words).message
    if finding.ignored:
        reason = justification(finding.ignored, words)
        said = {"type": finding.ignored.how, "message": reason}
        inside = element("skipped", said, "\n", *_lines(result, finding, words))
        return _Case(name, "skipped", inside)
    said = {"type": finding.severity.value, "message": sentence}
    return _Case(name, "failure", element("failure", said, "\n", *_lines(result, finding, words)))


def _lines(result: Result, finding: Finding, words: Catalogue) -> Iterator[str]:
    said = told(finding, result, words)
    place = f"{finding.path}:{finding.span.line}:{finding.span.column}"
    yield escaped(f"{place}: {finding.severity}: {said.message}") + "\n"
    for related in finding.related:
        where = f"{finding.path}:{related.span.line}:{related.span.column}"
        label = words.arg(related.label) if related.label else ""
        yield escaped(labelled("report.also", f"{where} {label}".rstrip(), words)) + "\n"
    if finding.certainty is Certainty.REVIEW:
        yield words.sentence("report.review") + "\n"
    for key, text in (("why", f"{said.why} {said.law}"), ("fix", said.fix)):
        yield escaped(labelled(f"report.{key}", text, words)) + "\n"
