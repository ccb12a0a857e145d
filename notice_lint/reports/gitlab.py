"""GitLab's Code Quality report: what a merge request got better and worse.

Source: docs.gitlab.com/ci/testing/code_quality, "Code Quality report format" (2026). Its severities are info,
minor, major, critical and blocker: an error is critical, a warning major, a note info; what could not be
checked is a blocker, since the format has no other place for it. Two reports are compared by fingerprint,
which must stand once: ours is joined with the path, as two versions of a notice share their id.
"""

from hashlib import sha256
from typing import Any

from notice_lint.findings import Finding, Severity
from notice_lint.i18n import Catalogue
from notice_lint.pages.json import written
from notice_lint.reports.look import Look
from notice_lint.reports.result import Result
from notice_lint.reports.told import labelled, not_checked, told

_SEVERITIES = {Severity.ERROR: "critical", Severity.WARNING: "major", Severity.NOTE: "info"}


def report(result: Result, words: Catalogue, look: Look) -> str:
    """Return the findings that count as a JSON list; lines count from 1, the format has no columns."""
    del look
    unchecked = [
        _entry(path, 1, rule or "could-not-check", "blocker", sentence, rule or "could-not-check")
        for path, rule, sentence in not_checked(result, words)
    ]
    return written(unchecked + [_finding(result, finding, words) for finding in result.counted()])


def _finding(result: Result, finding: Finding, words: Catalogue) -> dict[str, Any]:
    said = told(finding, result, words)
    sentence = f"{said.message} {labelled('report.fix', said.fix, words)}"
    severity = _SEVERITIES[finding.severity]
    return _entry(finding.path, finding.span.line, finding.rule, severity, sentence, finding.fingerprint)


def _entry(path: str, line: int, rule: str, severity: str, sentence: str, identity: str) -> dict[str, Any]:  # noqa: PLR0913, PLR0917 - one parameter a field
    return {
        "description": sentence,
        "check_name": rule,
        "fingerprint": sha256(f"{path}\n{identity}".encode("utf-8", "surrogatepass")).hexdigest()[:32],
        "severity": severity,
        "location": {"path": path.removeprefix("./"), "lines": {"begin": line}},
    }
