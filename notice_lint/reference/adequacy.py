"""What adequacy decisions say of a country on a day."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Any, NamedTuple

EXPIRING_DAYS = 180
"""A decision that ends within so many days is `expiring`: another safeguard needs about as long."""

_NO_WORDS: Mapping[str, str] = {}


class Adequacy(NamedTuple):
    """The answer for one country, under one regime, on one day.

    Source: GDPR Art. 45; UK GDPR Art. 45A; Swiss FADP Art. 16(1).
    """

    status: str
    """`in-force`, `expiring` (its end, as known on the day, is near), `lapsed` (a decision existed and has
    ended, or is assumed void), `absent`, or `out-of-scope` (in force, but only for the certified)."""
    decision: str | None = None
    """The decision's id in the reference data, None if there never was one. For `lapsed`, the last one."""
    number: str | None = None
    """How the law cites it: `(EU) 2023/1795`."""
    title: Mapping[str, str] = _NO_WORDS
    url: str | None = None
    from_: date | None = None
    until: date | None = None
    """The last day, extensions known on the day included; None if no end is set."""
    scope: str | None = None
    """`whole`, `certified`, `automated`, `commercial`, or the act that binds recipients (`appi`, `pipa`)."""
    scope_text: Mapping[str, str] = _NO_WORDS
    limited: bool = False
    """Whether the author must say that the recipient is in scope."""
    framework: str | None = None
    """Of a `certified` scope, the framework under which recipients are certified."""
    litigation: bool = False
    litigation_text: Mapping[str, str] = _NO_WORDS
    evidence: str = "S"
    """V, S or K. That there is no decision was seen in secondary sources."""


def judge(
    decisions: Sequence[Mapping[str, Any]],
    day: date,
    void: frozenset[str],
    framework: str | None = None,
) -> Adequacy:
    """Return what `decisions`, those of one country in the order of their days, amount to on `day`.

    `void` are decisions to be taken for ended; `framework` is the one under which the recipient is certified.
    """
    begun = [one for one in decisions if _day(one["from"]) <= day]
    if not begun:
        return Adequacy("absent")
    last = begun[-1]
    if assumption(last) in void or _ended(last, day):
        return _answer("lapsed", last, _end(last))
    end = _known_end(decisions, last, day, void)
    if last["scope"] == "certified" and last["framework"] != framework:
        return _answer("out-of-scope", last, end)
    near = end is not None and end - day <= timedelta(days=EXPIRING_DAYS)
    return _answer("expiring" if near else "in-force", last, end)


def assumption(decision: Mapping[str, Any]) -> str:
    """Return the id by which `--assume` names a decision: one for all its extensions."""
    return str(decision.get("assume", decision["id"]))


def _known_end(
    decisions: Sequence[Mapping[str, Any]], current: Mapping[str, Any], day: date, void: frozenset[str]
) -> date | None:
    """The end of `current`, or of what was known by `day` to continue it without a gap."""
    end = _end(current)
    for later in _continuations(decisions, current):
        known = _day(later.get("adopted", later["from"])) <= day and assumption(later) not in void
        if end is None or not known or _day(later["from"]) != end + timedelta(days=1):
            break
        end = _end(later)
    return end


def _continuations(
    decisions: Sequence[Mapping[str, Any]], current: Mapping[str, Any]
) -> Iterator[Mapping[str, Any]]:
    return (one for one in decisions if _day(one["from"]) > _day(current["from"]))


def _answer(status: str, decision: Mapping[str, Any], end: date | None) -> Adequacy:
    return Adequacy(
        status=status,
        decision=decision["id"],
        number=decision["decision"],
        title=decision["title"],
        url=decision["url"],
        from_=_day(decision["from"]),
        until=end,
        scope=decision["scope"],
        scope_text=decision["scope_text"],
        limited=decision["limited"],
        framework=decision.get("framework"),
        litigation="litigation" in decision,
        litigation_text=decision.get("litigation", _NO_WORDS),
        evidence=decision["evidence"],
    )


def _ended(decision: Mapping[str, Any], day: date) -> bool:
    end = _end(decision)
    return end is not None and end < day


def _end(decision: Mapping[str, Any]) -> date | None:
    return None if decision["until"] is None else _day(decision["until"])


def _day(text: str) -> date:
    return date.fromisoformat(text)
