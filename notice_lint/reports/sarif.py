"""SARIF 2.1.0, for code scanning: https://docs.oasis-open.org/sarif/sarif/v2.1.0/.

Columns are code points and ends exclusive, as everywhere in this tool. Ignored findings are kept as
suppressed, with the reason. GitHub takes 25,000 results a run: of more, the gravest are kept, and a
notification says so.
"""

from typing import Any

from notice_lint import __version__
from notice_lint.engine.rule import Rule
from notice_lint.findings import Certainty, Finding, Related, Severity
from notice_lint.i18n import Catalogue, Term
from notice_lint.pages.blocks import Block, Facts, Link, Links, Paragraph
from notice_lint.pages.json import written
from notice_lint.pages.markdown import markdown
from notice_lint.pages.sarif import address, message
from notice_lint.pages.terminal import visible
from notice_lint.reports.look import Look
from notice_lint.reports.result import Result
from notice_lint.reports.told import justification, labelled, not_checked, told
from notice_lint.source.document import Span

MOST = 25_000
"""Source: docs.github.com, "SARIF support for code scanning", results per run (2026)."""

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_HOME = f"pkg:pypi/notice-lint@{__version__}"
"""A package URL: an absolute reference without the address of a host."""

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}
_PROBLEMS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "recommendation"}
_PRECISION = {Certainty.SURE: "very-high", Certainty.REVIEW: "medium"}


def report(result: Result, words: Catalogue, look: Look) -> str:
    """Return the report as SARIF in one run, in the language of `words`."""
    del look
    numbers = {rule.name: number for number, rule in enumerate(result.rules)}
    driver = {
        "name": "notice-lint",
        "version": __version__,
        "semanticVersion": __version__,
        "informationUri": _HOME,
        "language": words.language,
        "rules": [_rule(rule, words) for rule in result.rules],
    }
    run = {
        "tool": {"driver": driver},
        "language": words.language,
        "columnKind": "unicodeCodePoints",
        "invocations": [_invocation(result, words, numbers)],
        "artifacts": [{"location": {"uri": address(notice.path)}} for notice in result.notices],
        "results": [_finding(result, finding, words, numbers) for finding in _kept(result)],
        "properties": {"day": result.day.isoformat(), "reference_data": result.reference_data},
    }
    return written({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]})


def _kept(result: Result) -> list[Finding]:
    """Return at most `MOST` findings in their order: what counts before what is ignored, then the gravest."""
    if len(result.findings) <= MOST:
        return list(result.findings)
    order = sorted(
        range(len(result.findings)),
        key=lambda n: (result.findings[n].ignored is not None, result.findings[n].severity.rank),
    )
    return [result.findings[number] for number in sorted(order[:MOST])]


def _rule(rule: Rule, words: Catalogue) -> dict[str, Any]:
    text = rule.words(words.language)
    law = [words.cite(reference.cite) for reference in rule.references]
    fix = labelled("report.fix", text.fix_hint, words) if text.fix_hint else ""
    plain = "\n".join(part for part in (text.why, fix, "; ".join(law)) if part)
    where = next((r.url for r in rule.references if r.url.startswith("https://")), "")
    return {
        "id": rule.name,
        "shortDescription": {"text": _sentence(text.summary)},
        "fullDescription": {"text": visible(text.why)},
        "help": {"text": "\n".join(map(visible, plain.split("\n"))), "markdown": _page(rule, words)},
        **({"helpUri": where} if where else {}),
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {
            "code": rule.code,
            "pack": rule.pack,
            "certainty": rule.certainty.value,
            "severity": rule.severity.value,
            "precision": _PRECISION[rule.certainty],
            "problem.severity": _PROBLEMS[rule.severity],
            "tags": ["privacy", rule.pack],
        },
    }


def _sentence(summary: str) -> str:
    return visible(summary if summary.endswith(("?", ".")) else f"{summary}.")


def _page(rule: Rule, words: Catalogue) -> str:
    """Return what GitHub shows beside a result, as Markdown.

    Braces stand single here, against the letter of 3.11.5: no reader fills placeholders in a help text, and
    GitHub would show people a wrong thing to write.
    """
    text = rule.words(words.language)
    blocks: list[Block] = [Paragraph(text.why)]
    if text.fix_hint:
        blocks.append(Facts([(words.sentence("report.fix"), text.fix_hint)]))
    blocks.append(Links([Link(words.cite(r.cite), r.url) for r in rule.references]))
    return markdown(blocks)


def _invocation(result: Result, words: Catalogue, numbers: dict[str, int]) -> dict[str, Any]:
    notes = [
        _notification("error", text, path, rule, numbers) for path, rule, text in not_checked(result, words)
    ]
    left = len(result.findings) - MOST
    if left > 0:
        notes.append(_notification("warning", words.say("page.sarif.left-out", left, most=MOST)))
    if result.stale:
        day = words.date(result.day.isoformat())
        data = Term("date", result.reference_data)
        notes.append(_notification("warning", words.say("report.stale", as_of=data, day=day)))
    if result.assumed:
        assumed = words.say("report.assumed", what=Term("list", result.assumed))
        notes.append(_notification("note", assumed))
    return {"executionSuccessful": result.complete, "toolExecutionNotifications": notes}


def _notification(
    level: str, text: str, path: str = "", rule: str = "", numbers: dict[str, int] | None = None
) -> dict[str, Any]:
    note: dict[str, Any] = {"level": level, "message": {"text": message(text)}}
    if path:
        note["locations"] = [{"physicalLocation": {"artifactLocation": {"uri": address(path)}}}]
    if rule:
        note["associatedRule"] = {"id": rule}
        if numbers and rule in numbers:
            note["associatedRule"]["index"] = numbers[rule]
    return note


def _finding(result: Result, finding: Finding, words: Catalogue, numbers: dict[str, int]) -> dict[str, Any]:
    route = ".".join(map(str, finding.route))
    place = _place(finding.path, finding.span)
    if route:
        place["logicalLocations"] = [{"fullyQualifiedName": visible(route)}]
    suppressions = []
    if finding.ignored:
        kind = "inSource" if finding.ignored.how == "inline" else "external"
        reason = visible(justification(finding.ignored, words))
        suppressions = [{"kind": kind, "status": "accepted", "justification": reason}]
    return {
        "ruleId": finding.rule,
        "ruleIndex": numbers[finding.rule],
        "level": _LEVELS[finding.severity],
        "message": {"text": message(told(finding, result, words).message)},
        "locations": [place],
        "relatedLocations": [
            _related(finding, related, number, words) for number, related in enumerate(finding.related, 1)
        ],
        "partialFingerprints": {"noticeLint/v1": finding.fingerprint},
        "suppressions": suppressions,
        "properties": {
            "certainty": finding.certainty.value,
            "fixable": bool(finding.fix),
            "touched": finding.touched,
        },
    }


def _related(finding: Finding, related: Related, number: int, words: Catalogue) -> dict[str, Any]:
    text = words.arg(related.label) if related.label else words.sentence("report.also")
    return {"id": number, **_place(finding.path, related.span), "message": {"text": message(text)}}


def _place(path: str, span: Span) -> dict[str, Any]:
    region = {
        "startLine": span.line,
        "startColumn": span.column,
        "endLine": span.end_line,
        "endColumn": span.end_column,
    }
    return {"physicalLocation": {"artifactLocation": {"uri": address(path)}, "region": region}}
