"""Findings about records that are handed in: ignores, entries of settings and baselines, weakenings."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from notice_lint.engine.judge import judge
from notice_lint.engine.pack import Pack
from notice_lint.engine.problem import Context
from notice_lint.engine.rule import Rule
from notice_lint.engine.wordlist import Reading
from notice_lint.findings import Finding
from notice_lint.model.notice import Notice
from notice_lint.model.record import Record
from notice_lint.reference.world import World
from notice_lint.source.document import Document


class Elsewhere(NamedTuple):
    """Records of a handed-in view that stand in a file which is no notice, such as the settings.

    Each record has its `span`.
    """

    path: str
    """As users see it."""
    lines: Sequence[str]
    view: str
    records: Sequence[Record]


def findings_about(
    context: Context, view: str, records: Iterable[Record], rules: Iterable[tuple[Pack, Rule]]
) -> Iterator[Finding]:
    """Yield what the rules of a handed-in view find in these records, which belong to a notice."""
    notice = context.notice
    own = Notice(notice.document, notice.world, handed={view: records})
    for pack, rule in rules:
        if rule.for_each == view:
            yield from judge(rule, context._replace(notice=own, lists=pack.lists)).findings


def findings_elsewhere(
    elsewhere: Elsewhere, rules: Iterable[tuple[Pack, Rule]], world: World, regimes: Sequence[str]
) -> Iterator[Finding]:
    """Yield what the rules of a handed-in view find in a file that is no notice.

    Such rules speak of the work on notices: they hold under each of `regimes`, those of the run.
    """
    if not elsewhere.records:
        return
    data = {"notice": {"regimes": list(regimes)}}
    document = Document(elsewhere.path, "", data)
    notice = Notice(document, world)
    context = Context(notice, world, notice.regimes[0], {}, (), Reading())
    for finding in findings_about(context, elsewhere.view, elsewhere.records, rules):
        yield finding._replace(notice="", trail=())
