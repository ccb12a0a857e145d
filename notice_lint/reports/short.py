"""One line a finding, for editors and for `grep`: path:line:column: severity: message [rule]."""

from notice_lint.i18n import Catalogue
from notice_lint.pages.terminal import harmless, visible
from notice_lint.reports.look import Look
from notice_lint.reports.result import Result, message


def report(result: Result, words: Catalogue, look: Look) -> str:
    """Return one line for each finding that counts; severities are in English, for machines to match."""
    lines = []
    for finding in result.counted():
        path = f"./{finding.path}" if finding.path.startswith((":", "#")) else finding.path
        place = f"{visible(path)}:{finding.span.line}:{finding.span.column}"
        sentence = visible(message(finding, result.rule(finding.rule), words))
        lines.append(
            harmless(
                f"{place}: {look.style(finding.severity, finding.severity)}: {sentence} [{finding.rule}]"
            )
        )
    return "".join(f"{line}\n" for line in lines)
