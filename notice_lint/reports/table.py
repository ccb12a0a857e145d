"""One row a finding, by notice: the quick look in a terminal, and for a mail in plain text."""

from collections.abc import Iterator, Sequence

from notice_lint.findings import Finding
from notice_lint.i18n import Catalogue
from notice_lint.pages.grid import grid, padded, widths
from notice_lint.pages.terminal import Style, harmless, visible
from notice_lint.reports.finding import trail
from notice_lint.reports.look import Look
from notice_lint.reports.result import Result, message
from notice_lint.reports.sections import chapters
from notice_lint.reports.summary import summary
from notice_lint.reports.told import justification, labelled

_KEYS = ("place", "severity", "section", "what")
_SEVERITY, _SECTION = 1, 2
_NARROW = 16
_GAP = 2


def report(result: Result, words: Catalogue, look: Look) -> str:
    """Return the table, as wide as the look says; each notice has its own, and the summary comes last."""
    lines: list[str] = []
    for chapter in chapters(result, words, ignored=look.ignored):
        findings = [finding for section in chapter.sections for finding in section.findings]
        if findings:
            path = chapter.notice.path
            shown = visible(f"./{path}" if path.startswith((":", "#")) else path)
            lines += [look.style("bold", shown), ""]
            lines += _table(result, sorted(findings, key=lambda f: (not f.touched, f.span)), words, look)
            lines.append("")
    lines += summary(result, words, look)
    return "".join(f"{harmless(line)}\n" for line in lines)


def _table(result: Result, findings: Sequence[Finding], words: Catalogue, look: Look) -> Iterator[str]:
    head = [words.sentence(f"page.column.{key}") for key in _KEYS]
    rows = [_row(result, finding, words) for finding in findings]
    columns = widths([head, *rows], look.width, {_SECTION: max(_NARROW, look.width // 4)})
    (first, *_), *others = [list(lines) for lines in grid([head, *rows], columns)]
    yield look.style("bold", first)
    yield look.style("dim", "  ".join("─" * width for width in columns))
    for finding, lines in zip(findings, others, strict=True):
        yield _coloured(lines[0], columns, finding, look.style)
        yield from lines[1:]


def _row(result: Result, finding: Finding, words: Catalogue) -> list[str]:
    sentence = message(finding, result.rule(finding.rule), words)
    if finding.ignored is not None:
        why = justification(finding.ignored, words)
        sentence = f"{sentence} – {labelled('ignore.label', why, words)}"
    return [
        f"{finding.span.line}:{finding.span.column}",
        words.sentence(f"severity.{finding.severity}"),
        visible(trail(finding, words)),
        visible(f"{sentence} [{finding.rule}]"),
    ]


def _coloured(line: str, columns: Sequence[int], finding: Finding, style: Style) -> str:
    """Return the first line of a row with its severity in colour."""
    start = columns[0] + _GAP
    end = start + columns[_SEVERITY]
    word = line[start:end].rstrip(" ")
    return f"{line[:start]}{style(finding.severity, word)}{padded('', end - start - len(word))}{line[end:]}"
