"""The words of rules, and when they hold: true, false, or unknown (None)."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from notice_lint.findings import Text
from notice_lint.model.dates import PartialDate
from notice_lint.model.period import Period
from notice_lint.model.record import NONE, SILENT, UNREADABLE, Value, is_list

Truth = bool | None
Constant = Value | frozenset[str]

_UNKNOWN = (SILENT, UNREADABLE, ())
"""Values that nothing can be compared with."""

_LISTS = ("words", "ids", "countries")
_SINGLE = ("string", "word", "id", "country", "number", "flag", "date", "period", "text")
_RANKED = ("number", "date", "period", *_LISTS)


class Word(NamedTuple):
    """One word of the vocabulary: the kinds of field it fits, what it is compared with, and when it holds."""

    kinds: tuple[str, ...]
    constant: str
    """`none`, `one` (of the field's kind), `several` (or the name of a list), or `period`."""
    holds: Callable[[Value, Constant, date], Truth]


def is_present(value: Value) -> Truth:
    """Hold when a field says something other than "none"."""
    if value is UNREADABLE:
        return None
    return value not in (SILENT, NONE, ())


def is_declared(value: Value) -> Truth:
    """Hold when a field says something, be it "none"."""
    return True if value is NONE else is_present(value)


def negated(truth: Truth) -> Truth:
    """Return the opposite; unknown stays unknown."""
    return None if truth is None else not truth


def _equal(value: Value, constant: Constant, day: date) -> Truth:
    del day
    if value in _UNKNOWN or constant in _UNKNOWN:
        return None
    if isinstance(value, Period) and isinstance(constant, Period):
        return value.same_length(constant)
    if isinstance(value, PartialDate) and isinstance(constant, PartialDate):
        return (value.first, value.last) == (constant.first, constant.last)
    if isinstance(value, Text):
        return constant in value.values() or value == constant
    return value == constant


def _member(value: Value, constant: Constant, day: date) -> Truth:
    if isinstance(constant, frozenset) or is_list(constant):
        return None if value in _UNKNOWN or constant == () else value in constant
    return _equal(value, constant, day)


def _overlap(value: Value, constant: Constant, day: date) -> Truth:
    del day
    known = _members(value), _members(constant)
    return None if None in known else any(member in (known[1] or ()) for member in known[0] or ())


def _within(value: Value, constant: Constant, day: date) -> Truth:
    del day
    known = _members(value), _members(constant)
    return None if None in known else all(member in (known[1] or ()) for member in known[0] or ())


def _members(value: Constant) -> frozenset[str] | None:
    if isinstance(value, frozenset):
        return value
    if isinstance(value, str):
        return frozenset([value])
    return frozenset(value) if is_list(value) and value else None


def _at_least(value: Value, constant: Constant, day: date) -> Truth:
    return negated(_less(value, constant, day))


def _at_most(value: Value, constant: Constant, day: date) -> Truth:
    return negated(_less(constant, value, day))


def _less(smaller: Constant, greater: Constant, day: date) -> Truth:
    """Whether the first is less than the second: numbers, counts of lists, dates or periods."""
    del day
    if isinstance(smaller, Period) and isinstance(greater, Period):
        return smaller.shorter_than(greater)
    if isinstance(smaller, PartialDate) and isinstance(greater, PartialDate):
        return smaller.before(greater)
    counts = _count(smaller), _count(greater)
    return None if counts[0] is None or counts[1] is None else counts[0] < counts[1]


def _count(value: Constant) -> int | None:
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    return len(value) if is_list(value) and value else None


def _older_than(value: Value, constant: Constant, day: date) -> Truth:
    if not isinstance(value, PartialDate) or not isinstance(constant, Period):
        return None
    limit = constant.before(day)
    if value.last < limit:
        return True
    return False if value.first >= limit else None


def _newer_than(value: Value, constant: Constant, day: date) -> Truth:
    if not isinstance(value, PartialDate) or not isinstance(constant, Period):
        return None
    limit = constant.before(day)
    if value.first > limit:
        return True
    return False if value.last <= limit else None


def _not(holds: Callable[[Value, Constant, date], Truth]) -> Callable[[Value, Constant, date], Truth]:
    return lambda value, constant, day: negated(holds(value, constant, day))


WORDS: Mapping[str, Word] = {
    "present": Word((), "none", lambda value, _, __: is_present(value)),
    "declared": Word((), "none", lambda value, _, __: is_declared(value)),
    "absent": Word((), "none", lambda value, _, __: negated(is_declared(value))),
    "is": Word(_SINGLE, "one", _equal),
    "is_not": Word(_SINGLE, "one", _not(_equal)),
    "in": Word(_SINGLE[:4], "several", _member),
    "not_in": Word(_SINGLE[:4], "several", _not(_member)),
    "any_in": Word(_LISTS, "several", _overlap),
    "none_in": Word(_LISTS, "several", _not(_overlap)),
    "all_in": Word(_LISTS, "several", _within),
    "at_least": Word(_RANKED, "one", _at_least),
    "at_most": Word(_RANKED, "one", _at_most),
    "older_than": Word(("date",), "period", _older_than),
    "newer_than": Word(("date",), "period", _newer_than),
}
"""Every word that compares a value; `kinds` is empty where all fit."""

MENTIONS = ("mentions", "mentions_none")
"""Words that look into a text, by a list of the pack."""


def constant_of(kind: str, raw: object) -> Value:
    """Return a rule's constant as a value of the field's kind. Raises `ValueError` where it is none."""
    text = str(raw)
    if kind == "date" and isinstance(raw, str | int):
        return PartialDate.parse(text)
    if kind == "period" and isinstance(raw, str):
        return Period.parse(text)
    if kind == "flag":
        if isinstance(raw, bool):
            return raw
    elif kind == "number" or kind in _LISTS:
        if isinstance(raw, int) and not isinstance(raw, bool):
            return int(raw)
    elif isinstance(raw, str):
        return raw
    raise ValueError(text)


def constants_of(raw: Sequence[object]) -> frozenset[str]:
    """Return a rule's list of constants. Raises `ValueError` for an empty one, or if not all is text."""
    if not raw or not all(isinstance(member, str) for member in raw):
        raise ValueError(str(raw))
    return frozenset(str(member) for member in raw)
