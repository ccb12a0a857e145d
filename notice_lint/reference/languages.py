"""What languages call numbers, periods and countries, and which languages a country speaks."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from notice_lint.reference.load import data

Meaning = tuple[str, str]
"""A kind (`number`, `unit`, `month`, `country`) and a value: "12", "1m" or "24h", "3", "DE"."""


@cache
def lexicon(language: str) -> Mapping[str, Meaning]:
    """Return what the words of a language mean, names in their case; nothing for an unknown language."""
    entries: list[dict[str, Any]] = data("languages")["languages"]
    return next((_meanings(entry) for entry in entries if entry["id"] == language), {})


def _meanings(entry: Mapping[str, Any]) -> Mapping[str, Meaning]:
    words = {word: ("number", str(number)) for word, number in entry["numbers"].items()}
    words |= {word: ("unit", str(length)) for word, length in entry["units"].items()}
    words |= {month: ("month", str(index)) for index, month in enumerate(entry["months"], 1)}
    for code, names in entry["countries"].items():
        words |= dict.fromkeys(names if isinstance(names, list) else [names], ("country", code))
    return words


@cache
def asking_words(language: str) -> tuple[str, ...]:
    """Return the units and countries of a language, one word for all that begin with it."""
    words = sorted(word for word, (kind, _) in lexicon(language).items() if kind in ("unit", "country"))
    return tuple(
        word for word in words if not any(word != other and word.startswith(other) for other in words)
    )


@cache
def counting_words(name: str) -> frozenset[str]:
    """Return words that change how numbers are read: `uncounted`, `between`, `about`, `articles`."""
    return next(frozenset(entry["words"]) for entry in data("languages")["skipped"] if entry["id"] == name)


def spoken_in(country: str) -> tuple[str, ...]:
    """Return the languages in which a country of the EEA, the UK or Switzerland speaks to everyone."""
    found = (entry["countries"].get(country, ()) for entry in data("languages")["spoken"])
    return tuple(language for languages in found for language in languages)
