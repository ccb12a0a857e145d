"""A baseline written anew: what is there now is accepted for a reason, what is gone is left out."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from notice_lint.errors import UsageProblem
from notice_lint.findings import Finding, Ignored
from notice_lint.i18n import catalogue
from notice_lint.model.notice import HANDED
from notice_lint.pages.terminal import visible
from notice_lint.reports.result import Result, message
from notice_lint.source.parse import parse
from notice_lint.suppress.baseline import Baseline, Entry, written

_LONGEST = 160
"""Characters of a finding's sentence that stand in the file."""


class Accepted(NamedTuple):
    """A new baseline, and what has become of the findings."""

    text: str
    result: Result
    """As if the new baseline had been there before."""
    new: int
    kept: int
    gone: int


class Accepting(NamedTuple):
    """What is needed to write a baseline."""

    path: str
    """From the root of the tree."""
    before: Baseline | None
    excuse: Ignored
    place: Callable[[str], str]
    locked: frozenset[str]
    whole: bool
    """Whether the run was over everything: then entries of notices that were not judged are gone."""


def accept(result: Result, asked: Accepting) -> Accepted:
    """Accept every finding that counts. Raises `UsageProblem` if there are new ones and no reason is given.

    Not accepted is what keeps a notice from being read, what a locked rule finds, and what is about ignores.
    """
    old = asked.before.document.path if asked.before is not None else None
    unreadable = {notice.path for notice in result.notices if not notice.readable}
    entries: dict[tuple[str, str], Entry] = {}
    findings: list[Finding] = []
    new = 0
    for finding in result.findings:
        if finding.path == old:  # of an entry that is written anew, or taken out
            continue
        entry = None if finding.path in unreadable else _entry(finding, result, asked)
        if entry is not None:
            entries[entry.path, entry.fingerprint] = entry
            new += finding.ignored is None
        findings.append(finding if entry is None else finding._replace(ignored=entry.excuse))
    if new and not asked.excuse.explained:
        raise UsageProblem(
            "--update-baseline needs --reason: findings that it would accept: {count}", count=str(new)
        )
    kept = len(entries) - new
    for entry in _untouched(result, asked):
        kept += (entry.path, entry.fingerprint) not in entries
        entries.setdefault((entry.path, entry.fingerprint), entry)
    before = len(asked.before.entries) if asked.before is not None else 0
    text = written(list(entries.values()), asked.path)
    if parse(text, asked.path).flaws:
        raise UsageProblem("there are too many findings for one baseline: {count}", count=str(len(entries)))
    return Accepted(text, result._replace(findings=tuple(findings)), new, kept, max(0, before - kept))


def _entry(finding: Finding, result: Result, asked: Accepting) -> Entry | None:
    """Return the entry for a finding that counts or is in the baseline, else None."""
    rule, place = result.rule(finding.rule), asked.place(finding.path)
    ours = rule.for_each not in HANDED and rule.name not in asked.locked
    if not ours or (finding.ignored is not None and finding.ignored.how != "baseline"):
        return None
    says = visible(message(finding, rule, catalogue("en")))
    says = says if len(says) <= _LONGEST else f"{says[: _LONGEST - 1]}…"
    new = Entry(place, finding.fingerprint, rule.name, says, asked.excuse, result.day.isoformat(), ())
    if finding.ignored is None or asked.before is None:
        return new
    old = asked.before.speaking(finding, place, rule.was)
    return new._replace(excuse=finding.ignored, added=old.added if old is not None else new.added)


def _untouched(result: Result, asked: Accepting) -> Iterator[Entry]:
    """Yield the entries of which this run says nothing: other notices, rules that did not run."""
    judged = {asked.place(notice.path) for notice in result.notices if notice.readable}
    unread = {asked.place(path) for path, _ in result.could_not_check}
    unread |= {asked.place(notice.path) for notice in result.notices if not notice.readable}
    broken = {(asked.place(one.path), one.rule) for one in result.could_not_run}
    ran = {name for rule in result.rules for name in (rule.name, *rule.was)}
    for entry in asked.before.entries if asked.before is not None else ():
        gone = entry.path not in judged and entry.path not in unread and asked.whole
        if entry.path in judged:
            gone = entry.rule in ran and (entry.path, entry.rule) not in broken
        if not gone:
            yield entry
