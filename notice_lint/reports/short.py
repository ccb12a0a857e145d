"""One line a finding, for editors and for `grep`: path:line:column: severity: message [rule]."""

from notice_lint.i18n import Catalogue
from notice_lint.pages.terminal import harmless, visible
from notice_lint.reports.look import Look
from notice_lint.reports.result import Result, message
from notice_lint.reports.told import justification, labelled


def report(result: Result, words: Catalogue, look: Look) -> str:
    """Return one line for each finding that counts; severities are in English, for machines to match.

    Ignored findings, where they are asked for, have their reason after the rule: no machine matches those.
    """
    lines = []
    for finding in result.findings if look.ignored else result.counted():
        path = f"./{finding.path}" if finding.path.startswith((":", "#")) else finding.path
        place = f"{visible(path)}:{finding.span.line}:{finding.span.column}"
        sentence = visible(message(finding, result.rule(finding.rule), words))
        line = f"{place}: {look.style(finding.severity, finding.severity)}: {sentence} [{finding.rule}]"
        if finding.ignored is not None:
            why = labelled("ignore.label", justification(finding.ignored, words), words)
            line = f"{line} ({visible(why)})"
        lines.append(harmless(line))
    return "".join(f"{line}\n" for line in lines)
