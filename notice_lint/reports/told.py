"""What a finding tells its reader, part by part, for formats that put each part in a place of its own."""

from typing import NamedTuple

from notice_lint.findings import Finding, Ignored
from notice_lint.i18n import Catalogue, Term
from notice_lint.reports.result import Result, message, sources_of


class Told(NamedTuple):
    """The words of one finding; whatever a notice wrote is in them, unescaped."""

    summary: str
    message: str
    why: str
    fix: str
    law: str


def told(finding: Finding, result: Result, words: Catalogue) -> Told:
    """Return a finding's words in the language of `words`."""
    rule = result.rule(finding.rule)
    text = rule.words(words.language)
    law = "; ".join(words.cite(reference.cite) for reference in sources_of(finding, result))
    return Told(text.summary, message(finding, rule, words), text.why, text.fix_hint, law)


def labelled(key: str, text: str, words: Catalogue) -> str:
    """Return text after its label, as the language writes it: "Fix: …"."""
    return words.say("page.labelled", label=words.sentence(key), text=text)


def justification(ignored: Ignored, words: Catalogue) -> str:
    """Return the reason for which a finding is ignored, with who said so and until when, if it is known."""
    known = "-".join(name for name in ("by", "until") if getattr(ignored, name))
    until = Term("date", ignored.until) if ignored.until else ""
    key = f"page.ignored.{known}" if known else "page.ignored"
    return words.say(key, reason=ignored.reason, by=ignored.by or "", until=until)


def not_checked(result: Result, words: Catalogue) -> list[tuple[str, str, str]]:
    """Return what could not be checked: the path, the rule ("" for all of them), and the sentence."""
    unread = [
        (path, "", words.say("report.could-not-check", path=path, reason=words.failure(reason, {})))
        for path, reason in result.could_not_check
    ]
    broken = [
        (path, rule, words.say("report.could-not-run", rule=rule, path=path, reason=reason))
        for rule, path, reason in result.could_not_run
    ]
    return unread + broken
