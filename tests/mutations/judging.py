"""What all rules say of a mutated notice, held against what is expected."""

from functools import cache
from json import dumps
from typing import NamedTuple

from notice_lint.engine.judge import judge
from notice_lint.engine.prepare import prepare
from notice_lint.engine.wordlist import Reading
from notice_lint.findings import Finding, Severity
from notice_lint.reference.world import World
from notice_lint.source.document import Document, Route
from notice_lint.source.parse import parse
from tests.engine.judged import DAY, rules
from tests.mutations.change import Mutation, TextMutation, mutate
from tests.mutations.sound import data, document
from tests.mutations.table import TABLE

_READING = Reading()
"""Shared, because most texts of a mutated notice are those of the sound one: each is searched once."""


class Outcome(NamedTuple):
    """What became of one mutation of one notice."""

    expected: frozenset[Route]
    found: frozenset[Route]
    """Where the rule found what it does not find in the sound notice."""
    extras: frozenset[str]
    """Other rules that report an error or a warning."""
    allowed: frozenset[str]

    @property
    def missed(self) -> bool:
        """Whether the rule did not find the change, or found something elsewhere."""
        return self.found != self.expected

    @property
    def unexpected(self) -> frozenset[str]:
        """The other rules that nothing allows to speak."""
        return self.extras - self.allowed


def judged(notice: Document) -> tuple[Finding, ...]:
    """Return what all rules that ship find, as `notice_lint.run.check` asks them; no rule may break."""
    context = prepare(notice, World(DAY), {})._replace(reading=_READING)
    readable = isinstance(notice.data, dict) and not notice.flaws
    asked = (both for both in rules().values() if readable or both[1].for_each == "document")
    outcomes = (judge(rule, context._replace(lists=pack.lists)) for pack, rule in asked)
    return tuple(finding for outcome in outcomes for finding in outcome.findings)


@cache
def as_it_is(notice: str) -> tuple[Finding, ...]:
    """Return what all rules find in a sound notice."""
    return judged(document(notice))


@cache
def outcomes(rule: str, notice: str) -> tuple[tuple[int, Outcome], ...]:
    """Return what became of each mutation for a rule that fits a notice, with its number in the table."""
    tried = ((number, _try(rule, one, notice)) for number, one in enumerate(TABLE[rule]))
    return tuple((number, outcome) for number, outcome in tried if outcome)


def _try(rule: str, mutation: Mutation | TextMutation, notice: str) -> Outcome | None:
    if isinstance(mutation, TextMutation):
        sound = document(notice)
        changed, expected = parse(mutation.change(sound), sound.path), frozenset([mutation.at(sound)])
    else:
        mutated = mutate(mutation, data(notice))
        if mutated is None:
            return None
        changed, expected = parse(dumps(mutated.notice, ensure_ascii=False), "notice.yaml"), mutated.expected
    found, before = judged(changed), _routes(rule, as_it_is(notice))
    grave = (finding for finding in found if finding.severity is not Severity.NOTE)
    extras = frozenset(finding.rule for finding in grave if finding.rule != rule)
    return Outcome(expected, _routes(rule, found) - before, extras, frozenset(mutation.extras))


def _routes(rule: str, found: tuple[Finding, ...]) -> frozenset[Route]:
    return frozenset(finding.route for finding in found if finding.rule == rule)


def dotted(places: frozenset[Route]) -> str:
    """Write routes as rule files do."""
    return ", ".join(sorted(".".join(map(str, route)) or "." for route in places)) or "nowhere"
