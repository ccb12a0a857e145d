"""The examples inside rules: are they found where they say, and only there?"""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple

from notice_lint.engine.judge import judge
from notice_lint.engine.pack import Pack
from notice_lint.engine.prepare import prepare
from notice_lint.engine.rule import Example, Rule
from notice_lint.model.notice import HANDED, Handed
from notice_lint.reference.world import World
from notice_lint.source.document import Document, Route
from notice_lint.source.parse import parse

Hand = Callable[[Rule, Example, Document], Handed]
"""Gives the records of a view that no notice builds by itself (`model.notice.HANDED`), for one example.

`run.hand` makes one: for `ignores` it runs the rules that the example's comments name, for `differences` it
compares the example with its `before`.
"""

_SMALLEST: Mapping[str, Any] = {"format": 1, "notice": {"id": "example", "language": "en"}}


class Trial(NamedTuple):
    """What one example said, and what it should have."""

    rule: str
    example: str
    path: str
    found: tuple[str, ...]
    expected: tuple[str, ...]
    unreadable: tuple[str, ...] = ()
    """Routes at which the example itself is no notice, where the rule is not about that."""

    @property
    def passed(self) -> bool:
        """Whether both are the same."""
        return sorted(self.found) == sorted(self.expected) and not self.unreadable


def trials(packs: tuple[Pack, ...], hand: Hand | None = None) -> Iterator[Trial]:
    """Yield every example of these packs, run with only its own rule."""
    for pack in packs:
        for rule in pack.rules:
            for example in rule.examples:
                yield try_example(rule, example, pack, hand)


def try_example(rule: Rule, example: Example, pack: Pack, hand: Hand | None = None) -> Trial:
    """Run one example on its own day, under its own assumptions; `hand` gives what it cannot know itself."""
    document = _document(example)
    world = World(date.fromisoformat(example.on), frozenset(example.assume))
    handed = hand(rule, example, document) if hand is not None and rule.for_each in HANDED else {}
    context = prepare(document, world, pack.lists, handed)
    wrong = () if rule.for_each == "document" else tuple(dotted(v.route) for v in context.violations)
    found = judge(rule, context).findings
    return Trial(
        rule.name, example.name, rule.path, tuple(dotted(f.route) for f in found), example.finds, wrong
    )


def dotted(route: Route) -> str:
    """Write a route as rule files do: `recipients.zoom.country`, the root as `.`."""
    return ".".join(map(str, route)) or "."


def earlier(example: Example) -> Document:
    """Return the version before, of an example that has one; else the smallest notice."""
    return parse(_written(_over(_SMALLEST, example.before or {})), "before.yaml")


def _document(example: Example) -> Document:
    if example.notice is None:
        return parse(example.text, "example.yaml")
    return parse(_written(_over(_SMALLEST, example.notice)), "example.yaml")


def _over(base: Mapping[str, Any], top: Mapping[str, Any]) -> dict[str, Any]:
    """Lay one mapping over another; mappings are laid over each other in turn, all else is replaced."""
    both = dict(base)
    for key, value in top.items():
        below = both.get(key)
        both[key] = (
            _over(below, value) if isinstance(below, Mapping) and isinstance(value, Mapping) else value
        )
    return both


def _written(data: object) -> str:
    """Write plain data as YAML's flow style, so that an example is read like any other file."""
    from json import dumps  # noqa: PLC0415 - only where examples run

    return dumps(data, ensure_ascii=False, indent=1)
