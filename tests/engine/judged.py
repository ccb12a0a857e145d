"""Judges texts by the packs that ship, for tests."""

from collections.abc import Mapping, Sequence
from copy import deepcopy
from datetime import date
from functools import cache
from json import dumps
from pathlib import Path
from typing import Any

from notice_lint.engine.judge import judge
from notice_lint.engine.pack import Pack
from notice_lint.engine.prepare import prepare
from notice_lint.engine.problem import Context
from notice_lint.engine.rule import Rule
from notice_lint.engine.shipped import shipped_packs
from notice_lint.findings import Finding
from notice_lint.reference.world import World
from notice_lint.run.check import Options, Source, check
from notice_lint.source.document import Document, Route
from notice_lint.source.parse import parse

ROOT = Path(__file__).parent.parent.parent
DAY = date(2026, 11, 22)
SMALLEST = "format: 1\nnotice: {id: example, language: en}\n"


def context(text: str, day: date = DAY, *, assume: Sequence[str] = ()) -> Context:
    """Return a text made ready to be judged."""
    return prepare(parse(text, "notice.yaml"), World(day, frozenset(assume)), {})


def small(text: str) -> str:
    """Return a text laid after the smallest valid notice."""
    return SMALLEST + text


@cache
def rules() -> Mapping[str, tuple[Pack, Rule]]:
    """Return every rule that ships, by name."""
    return {rule.name: (pack, rule) for pack in shipped_packs() for rule in pack.rules}


def found_by(name: str, text: str, day: date = DAY) -> tuple[Finding, ...]:
    """Return what one rule that ships finds in a text."""
    pack, rule = rules()[name]
    return judge(rule, context(text, day)._replace(lists=pack.lists)).findings


def findings(document: Document) -> tuple[Finding, ...]:
    """Return what all rules find in a document; no rule may break."""
    result = check([Source(document.path, lambda: document)], Options(shipped_packs(), DAY))
    assert not result.could_not_run
    return result.findings


def findings_of(data: object) -> tuple[Finding, ...]:
    """Return what all rules find in plain data."""
    return findings(parse(dumps(data, ensure_ascii=False, indent=1), "notice.yaml"))


def names(found: Sequence[Finding]) -> list[str]:
    """Return which rules found something, in the order of the findings."""
    return [finding.rule for finding in found]


def dotted(found: Sequence[Finding]) -> list[str]:
    """Return where, as rule files write routes."""
    return [".".join(map(str, finding.route)) for finding in found]


@cache
def sound() -> Document:
    """Return the sound notice of the tests."""
    return parse((ROOT / "tests/notices/shop.yaml").read_text(encoding="utf-8"), "tests/notices/shop.yaml")


def routes(data: object, above: Route = ()) -> list[Route]:
    """Return the route of every value in plain data, those of mappings and lists included."""
    pairs: list[tuple[Any, object]] = []
    if isinstance(data, dict):
        pairs = list(data.items())
    elif isinstance(data, list):
        pairs = list(enumerate(data))
    return [route for step, value in pairs for route in [(*above, step), *routes(value, (*above, step))]]


def replaced(data: Any, route: Route, value: object) -> Any:
    """Return a copy of plain data with another value at a route."""
    copy = deepcopy(data)
    holder = copy
    for step in route[:-1]:
        holder = holder[step]
    holder[route[-1]] = value
    return copy


def renamed(data: Any, route: Route, key: str) -> Any:
    """Return a copy of plain data in which the key at a route is another one, at the same place."""
    copy = deepcopy(data)
    holder = copy
    for step in route[:-1]:
        holder = holder[step]
    pairs = [(key if name == route[-1] else name, value) for name, value in holder.items()]
    holder.clear()
    holder.update(pairs)
    return copy
