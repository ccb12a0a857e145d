"""What our comment says: short enough for a telephone, made from the report as JSON and from nothing else.

The report may come from the run of a stranger's pull request: everything in it is somebody else's text.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from notice_lint.findings import Severity
from notice_lint.i18n import Catalogue
from notice_lint.pages.blocks import Heading, Items, Paragraph
from notice_lint.pages.inline import Foreign, Inline, Mono, Ref, Strong
from notice_lint.pages.markdown import markdown

LONGEST = 65_000
"""A comment takes 65,536 characters. Counted here in bytes, which are never fewer."""

_MOST = 50
"""So many findings are named; who wants more reads the summary of the run."""


def body(report: Mapping[str, Any], compared: str, link: str, words: Catalogue) -> str:
    """Return what has been found, what the pull request touches first, then what changes for the reader."""
    found = [finding for finding in report.get("findings", ()) if not finding["ignored"]]
    found.sort(key=lambda finding: (not finding["touched"], Severity(finding["severity"]).rank))
    shown = [_item(finding, words) for finding in found[:_MOST]]
    head = markdown(
        [Heading(words.say("page.comment.title", counts=_counts(report, words)), 2)], words.language
    )
    last = _last(len(found) - len(shown), link, words)
    room = LONGEST - _size(head) - _size(last) - 500
    while shown and _size(markdown([Items(shown)], words.language)) > room:
        shown.pop()
        last = _last(len(found) - len(shown), link, words)
    listed = markdown([Items(shown)], words.language) if shown else ""
    room -= _size(listed)
    readers = f"\n{compared.strip()}\n" if compared and _size(compared) <= room else ""
    return "\n".join(part for part in (head, listed, readers, last) if part)


def clear(report: Mapping[str, Any], link: str, words: Catalogue) -> str:
    """Return what our comment says once nothing is left."""
    rules = words.say("report.rules", int(report["rules"]["run"]))
    notices = words.say("report.notices", len(report["notices"]))
    text = words.say("page.comment.clear", rules=rules, notices=notices)
    return markdown([Paragraph(text)], words.language) + "\n" + _last(0, link, words)


def worth_saying(report: Mapping[str, Any], compared: str, *, failed: bool) -> bool:
    """Whether a pull request needs a comment: it fails, touches a finding, or changes what readers read."""
    touched = any(finding["touched"] and not finding["ignored"] for finding in report.get("findings", ()))
    return bool(report) and (failed or touched or bool(compared))


def _item(finding: Mapping[str, Any], words: Catalogue) -> Sequence[Inline]:
    severity = words.sentence(f"severity.{Severity(finding['severity'])}")
    place = f"{finding['path']}:{finding['line']}"
    return [
        Strong(severity),
        words.sentence("page.colon"),
        Foreign(str(finding["message"])),
        " ",
        Mono(str(finding["rule"])),
        " ",
        Mono(place),
    ]


def _counts(report: Mapping[str, Any], words: Catalogue) -> str:
    return ", ".join(words.say(f"report.{level}s", int(report["counts"][level])) for level in Severity)


def _last(left: int, link: str, words: Catalogue) -> str:
    more = [Paragraph(words.say("page.comment.more", left))] if left > 0 else []
    run: list[Inline] = [words.sentence("page.comment.run"), " ", Ref(link, link)] if link else []
    return markdown([*more, *([Paragraph(run)] if run else [])], words.language) if more or run else ""


def _size(text: str) -> int:
    return len(text.encode("utf-8", "surrogatepass"))
