"""Dates as people ask for them: “2024-11”, “november 2024”, “5 novembre 2024”; no guessing."""

import re
from collections.abc import Mapping
from functools import cache
from typing import Any

from notice_lint.i18n.catalogue import LANGUAGES
from notice_lint.i18n.load import words
from notice_lint.i18n.nearest import fold
from notice_lint.model.dates import PartialDate

_LONGEST = 60

_SHORTEST_MONTH = 3

_LEAD = re.compile(r"(?:since|from|depuis|de)\s+(?:the\s+|le\s+)?|le\s+", re.IGNORECASE)

_DAY = r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th|er|e)?"
_MONTH = r"(?P<month>[^\W\d_]+)\.?"
_YEAR = r"(?P<year>[0-9]{4})"
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"(?:{_DAY}\s+)?(?:of\s+)?{_MONTH},?\s+{_YEAR}",  # 5 November 2024, 1er novembre 2024, Nov. 2024
        rf"{_MONTH}\s+{_DAY},?\s+{_YEAR}",  # November 5, 2024
    )
)

_NUMBERS = re.compile(r"[0-9]{1,4}([/.-])[0-9]{1,2}(\1[0-9]{1,4})?")


def when(asked: str) -> PartialDate | None:
    """Return the year, month or day that somebody asks for; None for anything else.

    Read are ISO 8601 dates of any precision, and months by their English or French name. Days in numbers
    alone are not: 01/11/2024 is in November to some people and in January to others.
    """
    text = " ".join(asked.split())
    if len(text) > _LONGEST:
        return None
    lead = _LEAD.match(text)
    text = text[lead.end() :] if lead else text
    try:
        return PartialDate.parse(text)
    except ValueError:
        return _in_words(text)


def looks_like_a_date(asked: str) -> bool:
    """Whether a text that `when` does not read was plainly meant as a date."""
    text = " ".join(asked.split())[:_LONGEST]
    if _NUMBERS.fullmatch(text):
        return True
    return any(_month(word) for word in re.findall(r"[^\W\d_]+", text)) and any(map(str.isdigit, text))


def _in_words(text: str) -> PartialDate | None:
    for form in _FORMS:
        found = form.fullmatch(text)
        month = _month(found["month"]) if found else 0
        if found and month:
            day = f"-{int(found['day']):02}" if found["day"] else ""
            try:
                return PartialDate.parse(f"{found['year']}-{month:02}{day}")
            except ValueError:  # 31 November
                return None
    return None


def _month(word: str) -> int:
    """Return the number of the month that a word names, whole or shortened; else 0."""
    start = fold(word)
    if len(start) < _SHORTEST_MONTH:
        return 0
    meant = {number for name, number in _months().items() if name.startswith(start)}
    return meant.pop() if len(meant) == 1 else 0  # “jui” is June or July in French


@cache
def _months() -> Mapping[str, int]:
    """Return the months by name, without accents and capitals, in every language of the tool."""
    named: list[Any] = [words(language)["month"] for language in LANGUAGES]
    names = {fold(name): number for months in named for number, name in enumerate(months, 1)}
    return names | {"sept": 9}
