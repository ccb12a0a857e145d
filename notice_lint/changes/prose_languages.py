"""In which languages a notice speaks, and which of them a new version gained or lost as a whole."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from notice_lint.changes.canonical_form import Fields, Kind, fields_of
from notice_lint.changes.comparison import Entry, Languages

_FEW, _MANY = 0.1, 0.5
"""Shares of all texts: a language that a tenth had and half have now has been added to the notice."""


def languages(before: Iterable[Entry], after: Iterable[Entry]) -> Languages:
    """Return the languages that hardly any text had and most have now, and the other way round."""
    old, new = _shares(before), _shares(after)
    if not old or not new:  # a notice without any text speaks no language yet
        return Languages()
    return Languages(tuple(_gained(old, new)), tuple(_gained(new, old)))


def _gained(old: Mapping[str, float], new: Mapping[str, float]) -> Iterator[str]:
    for language in sorted(new):
        had = old.get(language, 0.0)
        if not had or (had <= _FEW and new[language] >= _MANY):
            yield language


def _shares(entries: Iterable[Entry]) -> dict[str, float]:
    found: Counter[str] = Counter()
    total = 0
    for entry in entries:
        for text in texts(entry.value, fields_of(entry.part)):
            total += 1
            found.update(text.keys())
    return {language: number / total for language, number in found.items()}


def texts(value: Any, fields: Fields) -> Iterator[Mapping[str, str]]:
    """Yield every text in a canonical value, each as a mapping from language to string."""
    if not isinstance(value, dict):
        return
    for key, below in value.items():
        kind = fields.get(key)
        if isinstance(kind, Kind):
            yield from _inside(below, kind)
        elif kind is not None:
            yield from texts(below, kind)


def _inside(value: Any, kind: Kind) -> Iterator[Mapping[str, str]]:
    if not isinstance(value, dict) or "unreadable" in value:
        return
    if kind.how == "text":
        yield value
    elif kind.how == "texts":
        yield from value.values()
    elif kind.how in ("short", "interest"):
        yield from texts(value, kind.fields)
    elif kind.how == "transfers":
        for bases in value.values():
            for details in bases.values():
                yield from texts(details, kind.fields)
    elif kind.fields:
        for below in value.values():
            yield from texts(below, kind.fields)
