"""Hands examples of rules what they cannot build by themselves: ignores, differences between versions."""

from collections.abc import Mapping, Sequence
from datetime import date
from json import dumps

from notice_lint.changes.authored import changes_file
from notice_lint.changes.differ import differences
from notice_lint.engine.examples import Hand, earlier
from notice_lint.engine.judge import judge
from notice_lint.engine.pack import Pack
from notice_lint.engine.prepare import prepare
from notice_lint.engine.rule import Example, Rule
from notice_lint.engine.select import names
from notice_lint.findings import Finding
from notice_lint.model.notice import Handed
from notice_lint.reference.world import World
from notice_lint.run.hiding import VIEW, Hiding
from notice_lint.run.plan import Plan
from notice_lint.run.revised import VIEWS, revised
from notice_lint.settings.settings import Settings
from notice_lint.source.document import Document
from notice_lint.source.parse import parse
from notice_lint.suppress.ignore import ignores

WEAKENINGS = "weakenings"


def hand_over(packs: Sequence[Pack], others: Mapping[str, Hand] | None = None) -> Hand:
    """Return what gives an example the records of its rule's view; `packs` are all that ignores may name.

    `others` gives the records of further views, by name.
    """

    def hand(rule: Rule, example: Example, document: Document) -> Handed:
        if rule.for_each == VIEW:
            return _ignores(packs, example, document)
        if rule.for_each in VIEWS:
            return _revised(example, document)
        if rule.for_each == WEAKENINGS:
            from notice_lint.run.gate.examples import weakened  # noqa: PLC0415 - few packs have such rules

            return weakened(rule, example, document)
        other = (others or {}).get(rule.for_each)
        return other(rule, example, document) if other is not None else {}

    return hand


def _ignores(packs: Sequence[Pack], example: Example, document: Document) -> Handed:
    """Run the rules that the ignores of an example name, and return what came of each ignore."""
    world = World(date.fromisoformat(example.on), frozenset(example.assume))
    plan = Plan(packs, Settings(), world.day)
    plan.known = plan.known._replace(locked=dict.fromkeys(example.locked, "example"))
    known = names(packs)
    named = {known.get(name) for one in ignores(document) for name in one.rules}
    findings: list[Finding] = []
    for pack, rule in plan.rules:
        if rule.name in named and rule.for_each != VIEW:
            findings += judge(rule, prepare(document, world, pack.lists)).findings
    _, records = Hiding(plan, None).notice(document, "", findings, [rule.name for _, rule in plan.rules])
    return {VIEW: records}


def _revised(example: Example, document: Document) -> Handed:
    """Compare an example with its version before; the author's words name changes by their codes."""
    day = date.fromisoformat(example.on)
    old, new = (prepare(one, World(day), {}).notice for one in (earlier(example), document))
    said = dict(example.authored or {})
    prints: dict[str, list[str]] = {}
    for change in differences(old, new):
        prints.setdefault(change.code, []).append(change.fingerprint)
    words = {one: text for code, text in said.get("changes", {}).items() for one in prints.get(code, [])}
    announced = {new.version: said["announcement"]} if "announcement" in said else {}
    data = {"format": 1, "changes": words, "announcements": announced}
    file = changes_file(parse(dumps(data, ensure_ascii=False), "changes.yaml"), new.reader.language)
    return revised(old, new, file, day, {})
