"""The machine's report: a written shape with a version, `notice_lint/schema/check.schema.json`."""

from typing import Any

from notice_lint.findings import Finding, Related, Severity
from notice_lint.i18n import Catalogue
from notice_lint.pages.json import written
from notice_lint.reports.look import Look
from notice_lint.reports.result import Result, message, sources_of

SHAPE = "notice-lint/check/1"


def report(result: Result, words: Catalogue, look: Look) -> str:
    """Return the report as JSON: places count from 1, columns in code points, ends are exclusive."""
    del look
    shape = {
        "shape": SHAPE,
        "day": result.day.isoformat(),
        "reference_data": result.reference_data,
        "language": words.language,
        "notices": [
            {
                "path": notice.path,
                "id": notice.id,
                "version": notice.version,
                "language": notice.language,
            }
            for notice in result.notices
        ],
        "rules": {
            "run": len(result.rules),
            "had_something_to_check": sum(rule.name in result.had_something for rule in result.rules),
            "could_not_run": [broken._asdict() for broken in result.could_not_run],
        },
        "could_not_check": [{"path": path, "reason": reason} for path, reason in result.could_not_check],
        "assumed": list(result.assumed),
        "findings": [_finding(result, finding, words) for finding in result.findings],
        "counts": {
            **{severity.value: result.count(severity) for severity in Severity},
            "ignored": sum(finding.ignored is not None for finding in result.findings),
        },
    }
    return written(shape)


def _finding(result: Result, finding: Finding, words: Catalogue) -> dict[str, Any]:
    rule = result.rule(finding.rule)
    text = rule.words(words.language)
    span = finding.span
    return {
        "rule": finding.rule,
        "code": finding.code,
        "severity": finding.severity.value,
        "certainty": finding.certainty.value,
        "path": finding.path,
        "line": span.line,
        "column": span.column,
        "end_line": span.end_line,
        "end_column": span.end_column,
        "route": list(finding.route),
        "message": message(finding, rule, words),
        "why": text.why,
        "fix_hint": text.fix_hint,
        "references": [
            {"cite": reference.cite, "url": reference.url} for reference in sources_of(finding, result)
        ],
        "related": [_related(finding, related, words) for related in finding.related],
        "fingerprint": finding.fingerprint,
        "ignored": finding.ignored._asdict() if finding.ignored else None,
        "fixable": bool(finding.fix),
        "touched": finding.touched,
    }


def _related(finding: Finding, related: Related, words: Catalogue) -> dict[str, Any]:
    return {
        "path": finding.path,
        "line": related.span.line,
        "column": related.span.column,
        "end_line": related.span.end_line,
        "end_column": related.span.end_column,
        "route": list(related.route),
        "message": words.arg(related.label) if related.label else "",
    }
