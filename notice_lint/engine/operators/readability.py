"""Operators about sentences: how long they are, and whether a word is missing."""

import re
from collections.abc import Iterator, Mapping

from notice_lint.engine.operators.prose import prose, sentences
from notice_lint.engine.problem import Context, Problem
from notice_lint.findings import Arg
from notice_lint.model.record import Record

LENGTHS = ("20", "25", "30", "35", "40", "45", "50", "60")
"""The limits, in words, that a rule can set for a sentence."""

_BEGINNING = 6
"""Words of a sentence by which a finding names it."""

_STRAY = re.compile(r"[ \u00a0\n]([b-xzß-ÿ])(?=[ \n](?!\s*[&=+»”\d]))")
"""A small letter by itself between two spaces, and not in a formula or at the end of a quotation."""

_LETTER_WORDS: Mapping[str, str] = {"fr": "àâô", "en": "i", "de": "", "nl": "u"}
"""The words of one letter that each language has, beside "a" and "y"."""

_OPENERS = frozenset(
    (
        "du",
        "de",
        "des",
        "la",
        "le",
        "les",
        "un",
        "une",
        "au",
        "aux",
        "en",
        "par",
        "pour",
        "sur",
        "dans",
        "avec",
        "the",
        "an",
        "of",
        "to",
        "in",
        "for",
        "with",
        "by",
        "from",
        "our",
        "your",
        "der",
        "die",
        "das",
        "dem",
        "den",
        "ein",
        "eine",
        "einen",
        "zu",
        "von",
        "mit",
        "für",
        "zur",
        "zum",
        "het",
        "een",
        "van",
        "voor",
        "met",
        "bij",
    )
)
"""Words after which a word must follow; after others a letter can be a name: "point f", "plan b"."""

_CUT: Mapping[str, re.Pattern[str]] = {
    "fr": re.compile(r" ((?:du|aux)\s*[.;](?=\s|$)|(?:és|ées|ée|ement|ements)(?![\w’'-]))"),
    "en": re.compile(r" (the\s*[.;](?=\s|$))"),
    "de": re.compile(r" ((?:im|zum|zur|beim)\s*[.;](?=\s|$))"),
}
"""An article with nothing after it, and endings that have lost their word."""


def short_sentences(record: Record, parameters: Mapping[str, str], _: Context) -> Iterator[Problem]:
    """Find sentences of more than `most` words. A colon, a semicolon and a new line end one too."""
    most = int(parameters["most"])
    whole = prose(record)
    if whole is None or whole.text.count(" ") < most:
        return
    for start, end in sentences(whole.text):
        words = [part for part in whole.text[start:end].split() if any(map(str.isalnum, part))]
        if len(words) > most:
            beginning = " ".join(words[:_BEGINNING])
            args: dict[str, Arg] = {"count": len(words), "beginning": beginning}
            yield Problem(whole.place, args, stretch=(start, end), key=beginning.casefold())


def no_missing_word(record: Record, _: Mapping[str, str], _context: Context) -> Iterator[Problem]:
    """Find where a word has been lost: a letter that is no word, an article before a full stop.

    Only what cannot be a sentence of the language: "à l’échelle du e en identifiant", "des envois és".
    """
    whole = prose(record)
    if whole is None or whole.language not in _LETTER_WORDS or " " not in whole.text:
        return
    for start, end in _lost(whole.text, whole.language):
        found = _surroundings(whole.text, start, end)
        yield Problem(whole.place, {"found": found}, stretch=(start, end), key=found.casefold())


def _lost(text: str, language: str) -> Iterator[tuple[int, int]]:
    for match in _STRAY.finditer(text):
        before = text[: match.start()].split()[-1:]
        if before and before[0].lower() in _OPENERS and match[1] not in _LETTER_WORDS[language]:
            yield match.span(1)
    cut = _CUT.get(language)
    if cut is not None:
        yield from (match.span(1) for match in cut.finditer(text))


def _surroundings(text: str, start: int, end: int) -> str:
    """Return the place with the two words before and after it."""
    return " ".join([*text[:start].split()[-2:], text[start:end], *text[end:].split()[:2]])
