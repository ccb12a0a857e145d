"""The report that people read in a terminal: each finding with its place, reason, law and what to write."""

from collections.abc import Iterator

from notice_lint.findings import Certainty, Finding
from notice_lint.i18n import Catalogue
from notice_lint.pages.terminal import Style, harmless, visible, wrapped
from notice_lint.reports.look import Look
from notice_lint.reports.result import Judged, Result, message, sources_of
from notice_lint.reports.summary import summary
from notice_lint.reports.told import justification, labelled

_WIDTH = 100
_STEP = 40
_BEFORE = 2
_LONGEST = 110


def report(result: Result, words: Catalogue, look: Look) -> str:
    """Return the whole report. The reason, the law and the fix stand at the first finding of each rule.

    Findings on what a change touched come first (`--base`); the order is that of the files otherwise.
    """
    lines: list[str] = []
    told: set[str] = set()
    shown = result.findings if look.ignored else result.counted()
    for finding in sorted(shown, key=lambda finding: not finding.touched):
        lines += _finding(result, finding, words, look.style, full=finding.rule not in told)
        told.add(finding.rule)
    lines += summary(result, words, look)
    return "".join(f"{harmless(line)}\n" for line in lines)


def _finding(
    result: Result, finding: Finding, words: Catalogue, style: Style, *, full: bool
) -> Iterator[str]:
    rule = result.rule(finding.rule)
    text = rule.words(words.language)
    severity = words.sentence(f"severity.{finding.severity}")
    title = visible(text.summary)
    gap = " " * max(2, _WIDTH - len(severity) - len(title) - len(rule.name) - 2)
    yield f"{style(finding.severity, severity)}  {style('bold', title)}{gap}{style('dim', rule.name)}"
    yield ""
    yield from _place(finding, words, style)
    yield ""
    excerpt = list(_excerpt(result.notice(finding.path), finding, style))
    yield from [*excerpt, ""] if excerpt else ()
    yield from wrapped(visible(message(finding, rule, words)), _WIDTH, "  ", "  ")
    for related in finding.related:
        label = f"  {visible(words.arg(related.label))}" if related.label else ""
        place = f"{_path(finding.path)}:{related.span.line}:{related.span.column}"
        yield f"  {labelled('report.also', f'{place}{label}', words)}"
    if finding.certainty is Certainty.REVIEW:
        yield f"  {words.sentence('report.review')}"
    if finding.capped:
        yield f"  {words.sentence('report.capped')}"
    if finding.touched:
        yield f"  {words.sentence('page.touched')}"
    yield ""
    column = _column(words, ignored=finding.ignored is not None)
    if finding.ignored is not None:
        reason = visible(justification(finding.ignored, words))
        yield from _labelled(words.sentence("ignore.label"), reason, column)
    if full:
        law = "; ".join(words.cite(reference.cite) for reference in sources_of(finding, result))
        yield from _labelled(words.sentence("report.why"), visible(text.why), column)
        yield from _labelled("", law, column)
        yield from _labelled(words.sentence("report.fix"), visible(text.fix_hint), column)
    yield from _labelled(words.sentence("report.more"), f"notice-lint explain {rule.name}", column)
    yield ""


def _path(path: str) -> str:
    """Return a path that cannot be taken for a command of a build service."""
    return visible(f"./{path}" if path.startswith((":", "#")) else path)


def _place(finding: Finding, words: Catalogue, style: Style) -> Iterator[str]:
    trail = " › ".join(words.arg(step, _STEP) for step in finding.trail)
    route = ".".join(map(str, finding.route))
    place = f"{_path(finding.path)}:{finding.span.line}:{finding.span.column}"
    yield f"  {place}   {visible(trail)}".rstrip()
    if route:
        yield style("dim", f"  {visible(route)}")


_LABELS = ("report.why", "report.fix", "report.more")


def _column(words: Catalogue, *, ignored: bool) -> int:
    """Return how wide the labels are in a language, with the space behind them."""
    labels = (*_LABELS, "ignore.label") if ignored else _LABELS
    return max(len(words.sentence(label)) for label in labels) + 3


def _labelled(label: str, text: str, column: int) -> list[str]:
    """Return text beside its label."""
    return wrapped(text, _WIDTH, f"  {label:<{column}}", "  " + " " * column)


def _excerpt(notice: Judged, finding: Finding, style: Style) -> Iterator[str]:
    """Yield the lines at which a finding stands; nothing where there are none, as of a file that is gone."""
    span = finding.span
    if not notice.lines:
        return
    first = max(1, span.line - _BEFORE)
    width = len(str(span.line))
    for number in range(first, span.line + 1):
        line = notice.lines[number - 1] if number <= len(notice.lines) else ""
        start = span.column - 1 if number == span.line else 0
        cut = max(0, start - _LONGEST // 2) if len(line) > _LONGEST else 0
        shown = (
            ("…" if cut else "")
            + visible(line[cut : cut + _LONGEST])
            + ("…" if len(line) > cut + _LONGEST else "")
        )
        yield f"    {style('dim', f'{number:>{width}} │')} {shown}".rstrip()
    line = notice.lines[span.line - 1] if span.line <= len(notice.lines) else ""
    cut = max(0, span.column - 1 - _LONGEST // 2) if len(line) > _LONGEST else 0
    before = len(visible(line[cut : span.column - 1])) + bool(cut)
    end = span.end_column - 1 if span.end_line == span.line else len(line)
    marked = len(visible(line[span.column - 1 : min(end, cut + _LONGEST)]))
    dim = style("dim", " " * width + " │")
    yield f"    {dim} {' ' * before}{style(finding.severity, '^' * max(1, marked))}"
