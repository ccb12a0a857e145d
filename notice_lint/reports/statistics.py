"""Only numbers: how many findings of which rule, the gravest first."""

from collections import Counter

from notice_lint.i18n import Catalogue
from notice_lint.pages.terminal import harmless, visible
from notice_lint.reports.look import Look
from notice_lint.reports.result import Result
from notice_lint.reports.summary import summary


def report(result: Result, words: Catalogue, look: Look) -> str:
    """Return one line a rule and severity: how many count, how many are ignored, and what the rule finds."""
    counts = Counter((f.severity, f.rule) for f in result.counted())
    ignored = Counter((f.severity, f.rule) for f in result.findings if f.ignored is not None)
    rows = []
    for severity, name in sorted({*counts, *ignored}, key=lambda row: (row[0].rank, -counts[row], row[1])):
        hidden = words.say("statistics.ignored", ignored[severity, name]) if ignored[severity, name] else ""
        grade = words.sentence(f"severity.{severity}")
        text = result.rule(name).words(words.language).summary
        rows.append((str(counts[severity, name]), grade, name, f"{text} {hidden}".rstrip()))
    widths = [max((len(row[column]) for row in rows), default=0) for column in range(3)]
    lines = [
        harmless(visible(f"{number:>{widths[0]}}  {grade:<{widths[1]}}  {name:<{widths[2]}}  {text}"))
        for number, grade, name, text in rows
    ]
    if rows:
        total = words.say("statistics.total", sum(counts.values()))
        lines += ["", look.style("bold", total), ""]
    lines += [harmless(line) for line in summary(result, words, look)]
    return "".join(f"{line}\n" for line in lines)
