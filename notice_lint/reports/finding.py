"""A finding as blocks, for reports that are pages: what is wrong, where, why, by which law, what to write."""

from collections.abc import Iterator, Sequence

from notice_lint.findings import Certainty, Finding, Severity
from notice_lint.i18n import Catalogue, Term
from notice_lint.i18n.catalogue import pieces
from notice_lint.pages.blocks import Block, Excerpt, Facts, Paragraph, Tone
from notice_lint.pages.inline import Foreign, Inline, Mono, Prose, Ref, Strong, said
from notice_lint.reports.result import Judged, Result, sources_of

TONES = {Severity.ERROR: Tone.ERROR, Severity.WARNING: Tone.WARNING, Severity.NOTE: Tone.NOTE}

_STEP = 60
_BEFORE, _AFTER = 2, 1


def sentence(finding: Finding, result: Result, words: Catalogue) -> list[Inline]:
    """Return the finding's message; what the notice says in it stays apart from our words."""
    template = result.rule(finding.rule).words(words.language).message
    return said(pieces(template, finding.args, words))


def place(finding: Finding) -> str:
    """Return where the finding stands, as editors take it: path:line:column."""
    return f"{finding.path}:{finding.span.line}:{finding.span.column}"


def trail(finding: Finding, words: Catalogue) -> str:
    """Return the way to the place in the notice's own words: "recipients › Zoom"."""
    return " › ".join(words.arg(step, _STEP) for step in finding.trail)


def excerpt(finding: Finding, notice: Judged) -> list[Block]:
    """Return the lines at which the finding stands, nothing where there are none."""
    span = finding.span
    if span.line > len(notice.lines):
        return []
    first, last = max(1, span.line - _BEFORE), min(len(notice.lines), span.line + _AFTER)
    lines = [(number, notice.lines[number - 1]) for number in range(first, last + 1)]
    end = span.end_column if span.end_line == span.line else len(notice.lines[span.line - 1]) + 1
    return [Excerpt(lines, span.line, span.column, end)]


def remarks(finding: Finding, words: Catalogue) -> Iterator[Block]:
    """Yield what must be known of the verdict, such as that only a person can decide."""
    if finding.touched:
        yield Paragraph(Strong(words.sentence("page.touched")))
    if finding.certainty is Certainty.REVIEW:
        yield Paragraph(words.sentence("report.review"))
    if finding.capped:
        yield Paragraph(words.sentence("report.capped"))


def related(finding: Finding, words: Catalogue) -> list[tuple[Prose, Prose]]:
    """Return the other places that belong to the finding, each with its label."""
    rows: list[tuple[Prose, Prose]] = []
    for other in finding.related:
        where: list[Inline] = [Mono(f"{finding.path}:{other.span.line}:{other.span.column}")]
        if other.label:
            where += [" ", Foreign(words.arg(other.label))]
        rows.append((words.sentence("page.also"), where))
    return rows


def law(finding: Finding, result: Result, words: Catalogue) -> list[Inline]:
    """Return the citations, each as a link."""
    found: list[Inline] = []
    for reference in sources_of(finding, result):
        found += [
            words.sentence("page.semicolon") if found else "",
            Ref(words.cite(reference.cite), reference.url),
        ]
    return found


def reasons(finding: Finding, result: Result, words: Catalogue) -> Facts:
    """Return why it is a finding, by which law, and what to write."""
    text = result.rule(finding.rule).words(words.language)
    rows: list[tuple[Prose, Prose]] = [(words.sentence("report.why"), text.why)]
    rows.append((words.sentence("explain.law"), law(finding, result, words)))
    rows.append((words.sentence("report.fix"), text.fix_hint))
    return Facts([(label, said_) for label, said_ in rows if said_])


def day_of(written: str, words: Catalogue) -> str:
    """Return a date in words; one that is none stays as it is written."""
    try:
        return words.arg(Term("date", written))
    except (ValueError, IndexError):
        return written


def gravest_first(findings: Sequence[Finding]) -> list[Finding]:
    """Return findings by severity, those on what a change touched first; else in the order of files."""
    return sorted(findings, key=lambda finding: (not finding.touched, finding.severity.rank))
