"""Figures of a text: its numbers, periods, months and countries, whatever language words them."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from notice_lint.reference.languages import Meaning, asking_words, counting_words, lexicon

_TOKEN = re.compile(
    r"\S+@\S+|\S*://\S+|www\.\S+"
    r"|\+\d[\d \u00a0\u202f().-]{6,}\d|\b0\d(?:[ \u00a0\u202f.]\d{2}){3,}\b"
    r"|(?P<date>\b\d{1,2}[./-]\d{1,2}[./-]\d{4}\b|\b\d{4}-\d{2}-\d{2}\b)"
    r"|(?P<number>\d{1,3}(?:[ \u00a0\u202f.,’']\d{3})+(?!\d)|\d+(?:[.,]\d+)*)"
    r"|(?P<word>[^\W\d_]+(?:-[^\W\d_]+)*)"
)
"""Addresses and telephone numbers, which say no figure; dates in figures; numbers; words."""

_THOUSANDS = re.compile(r"[ \u00a0\u202f.,’'](?=\d{3}(?:\D|$))")


_DIGIT = re.compile(r"\d")
_LABEL = 5
"""Characters of a text that is too short for a figure in words."""


class Figure(NamedTuple):
    """One figure, and where it stands."""

    kind: str
    """`number`, `period`, `month` or `country`."""
    value: str
    """Comparable across languages: "12", "12m" (months), "48h" (hours), "DE"."""
    start: int
    end: int
    worded: bool
    """Whether it is a number in words: it can answer a figure, and asks for none."""
    amount: str = ""
    """Of a period, its number; empty for "a year", which can mean "per year"."""


class Figures(NamedTuple):
    """All figures of a text."""

    all: tuple[Figure, ...]
    uncounted: bool
    """Whether it counts in halves, quarters, dozens or millions, which are not read."""

    def of(self, kind: str) -> list[Figure]:
        """Return those of a kind, in the order of the text."""
        return [figure for figure in self.all if figure.kind == kind]


class _Token(NamedTuple):
    text: str
    start: int
    end: int
    meaning: Meaning | None
    worded: bool


def may_differ(texts: Sequence[str], languages: Sequence[str]) -> bool:
    """Whether texts can hold figures to compare: one has a digit, or each has a unit or a country."""
    return any(map(_DIGIT.search, texts)) or all(map(_has_words, texts, languages))


def _has_words(text: str, language: str) -> bool:
    return len(text) > _LABEL and any(word in text for word in asking_words(language))


@lru_cache(maxsize=4096)
def figures(text: str, language: str) -> Figures:
    """Return the figures of a text in English, French, German or Dutch."""
    tokens = list(_tokens(text, language))
    return Figures(tuple(_read(tokens)), any(_is_uncounted(token.text) for token in tokens))


def _is_uncounted(word: str) -> bool:
    uncounted = counting_words("uncounted")
    return word in uncounted or word.lower() in uncounted


def _tokens(text: str, language: str) -> Iterator[_Token]:
    known = lexicon(language)
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        match match.lastgroup:
            case "word":
                word = match[0]
                meaning = known.get(word) or known.get(word.lower())
                if meaning is None and word[0].isupper():
                    meaning, end = _two_words(text, word, end, language)
                yield _Token(text[start:end], start, end, meaning or _sum(word, language), worded=True)
            case "number":
                yield _Token(match[0], start, end, ("number", _plain(match[0])), worded=False)
            case "date":
                yield from _in_figures(match[0], start, end)


def _two_words(text: str, word: str, end: int, language: str) -> tuple[Meaning | None, int]:
    """Return the country whose name begins with `word` and ends with the next one."""
    following = re.compile(r"\s+([^\W\d_]+)").match(text, end)
    meaning = lexicon(language).get(f"{word} {following[1]}") if following else None
    return (meaning, following.end()) if following and meaning else (None, end)


def _sum(word: str, language: str) -> Meaning | None:
    """Return the number that a compound says: "twenty-five", "vingt-cinq", "fünfundzwanzig"."""
    parts = word.lower().split("und" if language == "de" else "-")
    meanings = [lexicon(language).get(part) for part in parts]
    if len(parts) < 2 or any(meaning is None or meaning[0] != "number" for meaning in meanings):  # noqa: PLR2004 - no sum
        return None
    return "number", str(sum(int(meaning[1]) for meaning in meanings if meaning))


def _plain(written: str) -> str:
    """Return a number in one form: "1 000", "1,000" and "1.000" are 1000; "2,5" is 2.5; "07" is 7."""
    joined = _THOUSANDS.sub("", written) if re.fullmatch(r"\d{1,3}(?:\D\d{3})+", written) else written
    return joined.replace(",", ".").lstrip("0") or "0"


def _in_figures(written: str, start: int, end: int) -> Iterator[_Token]:
    """Yield day, month and year of a date in figures as numbers said in words: any of them can answer."""
    for part in re.split(r"\D", written):
        yield _Token(written, start, end, ("number", part.lstrip("0") or "0"), worded=True)


def _read(tokens: Sequence[_Token]) -> Iterator[Figure]:
    """Yield figures: a number before a unit is a period; a month counts only beside a number."""
    for index, token in enumerate(tokens):
        kind, value = token.meaning or ("", "")
        if kind == "number" and _is_afternoon(tokens, index) and value.isdigit():
            for hour in (value, str(int(value) + 12)):
                yield Figure("number", hour, token.start, token.end, worded=True)
        elif kind == "number":
            unit = _unit_after(tokens, index)
            length = _length(token, unit)
            if unit is not None and length:
                amount = "" if token.text in counting_words("articles") else value
                yield Figure("period", length, token.start, unit.end, token.worded, amount)
            else:
                yield Figure("number", value, token.start, token.end, token.worded)
        elif kind == "country" or (kind == "month" and _beside_a_number(tokens, index)):
            yield Figure(kind, value, token.start, token.end, worded=kind == "month")


def _is_afternoon(tokens: Sequence[_Token], index: int) -> bool:
    """Whether a number is an hour such as "5 p.m.", which others write "17 h"."""
    following = [token.text.lower() for token in tokens[index + 1 : index + 3]]
    return following[:1] == ["pm"] or following == ["p", "m"]


def _length(number: _Token, unit: _Token | None) -> str:
    """Return a period in hours ("48h") or months ("12m"), "" where there is none."""
    value = number.meaning[1] if number.meaning else ""
    if unit is None or unit.meaning is None or not value.isdigit() or number.text in counting_words("about"):
        return ""
    return f"{int(value) * int(unit.meaning[1][:-1])}{unit.meaning[1][-1]}"


def _unit_after(tokens: Sequence[_Token], index: int) -> _Token | None:
    for token in tokens[index + 1 : index + 3]:
        if token.meaning and token.meaning[0] == "unit":
            return token
        if token.text not in counting_words("between"):
            return None
    return None


def _beside_a_number(tokens: Sequence[_Token], index: int) -> bool:
    beside = [*tokens[max(0, index - 1) : index], *tokens[index + 1 : index + 2]]
    return any(token.meaning and token.meaning[0] == "number" and not token.worded for token in beside)
