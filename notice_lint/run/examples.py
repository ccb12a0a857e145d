"""The examples of rules that have a fix: does it leave the text that they say?"""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from notice_lint.engine.pack import Pack
from notice_lint.engine.rule import Example, Rule
from notice_lint.engine.shipped import shipped_packs
from notice_lint.model.notice import HANDED
from notice_lint.reports.result import Result
from notice_lint.run.check import Options, Source, check
from notice_lint.run.fix import fix
from notice_lint.source.document import Document
from notice_lint.source.parse import parse


class FixTrial(NamedTuple):
    """What a fix left of one example, and what it should have left."""

    rule: str
    example: str
    path: str
    left: str
    expected: str

    @property
    def passed(self) -> bool:
        """Whether both are the same."""
        return self.left == self.expected


def fix_trials(packs: Sequence[Pack]) -> Iterator[FixTrial]:
    """Yield every example of these packs that says what `--fix --unsafe-fixes` leaves of it."""
    for pack in packs:
        for rule in pack.rules:
            for example in rule.examples if rule.fix else ():
                if example.fixed is not None:
                    left = _left(rule, example, pack)
                    yield FixTrial(rule.name, example.name, rule.path, left, example.fixed)


def _left(rule: Rule, example: Example, pack: Pack) -> str:
    """Return an example with its fixes. No other rule has a say, but an ignore needs what it hides."""
    alone = rule.for_each not in HANDED
    packs = (pack,) if alone else (pack, *(one for one in shipped_packs() if one.name != pack.name))
    only = (rule.name,) if alone else ()
    day, void = date.fromisoformat(example.on), frozenset(example.assume)
    options = Options(packs, day, only, void=void)

    def judged(document: Document) -> Result:
        result = check([Source(document.path, lambda: document)], options)
        return result._replace(findings=tuple(one for one in result.findings if one.rule == rule.name))

    return fix(parse(example.text, "example.yaml"), judged, unsafe=True).document.text
