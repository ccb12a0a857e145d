"""The report for a terminal."""

import pytest

from notice_lint.findings import Severity
from notice_lint.i18n import catalogue
from notice_lint.pages.terminal import Style
from notice_lint.reports.formats import report_in
from notice_lint.reports.look import Look
from notice_lint.reports.result import Result
from notice_lint.reports.text import report
from tests.reports.test_expected import few

_LOOK = Look(Style(colour=False))


def test_a_finding_about_a_file_that_is_gone_has_no_empty_excerpt() -> None:
    result = few()
    gone = tuple(finding._replace(path="gone.yaml") for finding in result.findings)
    printed = report(result._replace(findings=gone), catalogue("en"), _LOOK)

    assert "gone.yaml:" in printed
    assert "│" in report(result, catalogue("en"), _LOOK)
    assert "│" not in printed
    assert "\n\n\n" not in printed


def test_french_has_its_space_before_every_colon() -> None:
    printed = report(few(), catalogue("fr"), _LOOK)

    assert "\n  aussi\u00a0: examples/" in printed
    assert "aussi:" not in printed


@pytest.mark.parametrize("form", ["text", "table", "markdown"])
def test_what_a_change_touched_comes_first(form: str) -> None:
    result = few()
    by_rule = {finding.rule: finding for finding in result.findings if finding.severity is Severity.ERROR}
    path = next(iter(by_rule.values())).path
    mine = (finding._replace(touched=False) for finding in by_rule.values() if finding.path == path)
    first, *_, last = sorted(mine, key=lambda finding: finding.span)

    def earlier(shown: Result) -> str:
        printed = report_in(form)(shown, catalogue("en"), _LOOK)
        return min(first.rule, last.rule, key=printed.index)

    assert earlier(result._replace(findings=(first, last))) == first.rule
    assert earlier(result._replace(findings=(first, last._replace(touched=True)))) == last.rule
