"""Pairs of notices for tests of changes: short ones, laid over the smallest head."""

from datetime import date
from itertools import permutations
from pathlib import Path
from typing import Any

import yaml

from notice_lint.changes.change import Change
from notice_lint.changes.differ import differences
from notice_lint.model import terms
from notice_lint.model.notice import Notice
from notice_lint.reference.world import World
from notice_lint.source.parse import parse

DAY = "2026-11-22"


def notice(said: dict[str, Any] | str, day: str = DAY) -> Notice:
    """Return a notice that says this, resolved for a day."""
    parts: dict[str, Any] = said if isinstance(said, dict) else parse(said, "notice.yaml").data or {}  # type: ignore[assignment]
    head = {"format": 1, **parts, "notice": {"id": "example", "language": "en", **parts.get("notice", {})}}
    text = yaml.safe_dump(head, allow_unicode=True, sort_keys=False, width=10_000)
    document = parse(text, "notice.yaml")
    assert not document.flaws
    return Notice(document, World(date.fromisoformat(day)))


def changes(old: dict[str, Any] | str, new: dict[str, Any] | str, *days: str) -> tuple[Change, ...]:
    """Return the changes between two short notices."""
    first, second = days or (DAY, DAY)
    return differences(notice(old, first), notice(new, second))


def told(old: dict[str, Any] | str, new: dict[str, Any] | str, *days: str) -> list[str]:
    """Return the codes of the changes between two short notices, sorted."""
    return sorted(change.code for change in changes(old, new, *days))


def pairs() -> dict[str, tuple[Notice, Notice]]:
    """Return a pair of notices for every code, by the code."""
    stated: Any = yaml.safe_load(Path(__file__).with_name("pairs.yaml").read_text(encoding="utf-8"))
    return {**{code: _pair(one) for code, one in stated.items()}, **_swaps()}


def _pair(stated: dict[str, Any]) -> tuple[Notice, Notice]:
    both = _plain(stated.get("both", {}))
    days = stated.get("days", (DAY, DAY))
    old, new = ({**both, **_plain(stated[side] or {})} for side in ("old", "new"))
    return notice(old, days[0]), notice(new, days[1])


def _plain(value: Any) -> Any:
    """Return data as our reader sees them: a date is text."""
    if isinstance(value, dict):
        return {key: _plain(below) for key, below in value.items()}
    if isinstance(value, list):
        return [_plain(below) for below in value]
    return value.isoformat() if isinstance(value, date) else value


def _swaps() -> dict[str, tuple[Notice, Notice]]:
    """Return every pair of legal bases."""
    found = {}
    for one, other in permutations(terms.LEGAL_BASES, 2):
        code = f"basis.changed.{one}_to_{other}".replace("-", "_")
        sides = (
            {"purposes": {"orders": {"text": "To deliver", "legal_basis": basis}}} for basis in (one, other)
        )
        old, new = map(notice, sides)
        found[code] = (old, new)
    return found
