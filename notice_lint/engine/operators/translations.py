"""Operators about the languages of a notice: is everything there in each, and does it say the same?"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import zip_longest

from notice_lint.engine.figures import Figure, Figures, figures, may_differ
from notice_lint.engine.operators.prose import language_name
from notice_lint.engine.problem import Context, Place, Problem
from notice_lint.engine.wordlist import primary
from notice_lint.findings import Arg, Term, Text
from notice_lint.model import terms
from notice_lint.model.record import Record
from notice_lint.reference.languages import lexicon
from notice_lint.source.document import Route

TRANSLATED = frozenset(
    (
        "title",
        "label",
        "section",
        "heading",
        "items",
        "text",
        "balancing",
        "when",
        "interest",
        "opt_out",
        "criteria",
        "indefinite",
        "covers",
        "category",
        "service",
        "terms",
        "notice",
        "risks",
        "copy",
        "supplementary_measures",
        *terms.RIGHTS,
        "withdraw_how",
        "limits",
        "how",
        "to_controller",
        "logic",
        "significance",
        "consequences",
        "ground",
        "safeguards",
        "parental_consent",
        "withdraw",
        "who",
        "informed",
        "consequence",
        "arrangement",
        "reason",
        "none",
    )
)
"""Keys of texts that every language needs. Titles of laws and names can be the same in all."""

_LEAST_WORDS, _LEAST_SMALL = 6, 4
"""A shorter text, or one with fewer words in small letters, can be the same in two languages."""


def texts_translated(record: Record, _: Mapping[str, str], context: Context) -> Iterator[Problem]:
    """Find texts that are missing in a language of the notice (`language`, `translations`).

    One problem for each text and language; where most texts are missing, one for the language.
    """
    passages = [one for one in context.notice.view("passages") if _is_prose(one.route, one.value("text"))]
    named = record.ids("translations")
    for language in (record.text("language"), *named) if named else ():
        missing = [one for one in passages if not _has(one, language)]
        args: dict[str, Arg] = {"missing": language_name(language), "count": len(missing)}
        if 2 * len(missing) > len(passages):
            index = named.index(language) if language in named else None
            yield Problem(_translations(index), args, key=language)
        else:
            for one in missing:
                yield Problem(one.route, {**args, "count": 1}, key=language, at_key=True)


def _translations(index: int | None) -> Route:
    return ("notice", "language") if index is None else ("notice", "translations", index)


def _has(passage: Record, language: str) -> bool:
    return any(primary(tag) == primary(language) for tag in passage.ids("languages"))


def _is_prose(route: Route, text: object) -> bool:
    """Whether every language needs the text at `route`: it has several already, or its key is a text's."""
    if isinstance(text, Text) and len(text) > 1:
        return True
    if route[0] in ("headings", "security"):
        return True
    key = route[-2] if isinstance(route[-1], int) else route[-1]
    return key in TRANSLATED and not (isinstance(text, Text) and "same-as-purpose" in text.values())


def not_copied(record: Record, _: Mapping[str, str], _context: Context) -> Iterator[Problem]:
    """Find a longer text that is the same in two languages. Names, addresses and short labels can be."""
    seen: dict[str, str] = {}
    value = record.value("text")
    for language, text in value.items() if isinstance(value, Text) and len(value) > 1 else ():
        words = text.split()
        folded = " ".join(words).casefold()
        small = sum(1 for word in words if len(word) > 1 and word.isalpha() and word.islower())
        if folded in seen and len(words) >= _LEAST_WORDS and small >= _LEAST_SMALL:
            args: dict[str, Arg] = {"first": language_name(seen[folded]), "second": language_name(language)}
            related = [Place((*record.route, seen[folded]), language_name(seen[folded]))]
            yield Problem((*record.route, language), args, related, key=language)
        seen.setdefault(folded, language)


def same_figures(record: Record, _: Mapping[str, str], context: Context) -> Iterator[Problem]:
    """Find numbers, dates, periods and countries that differ between the languages of one text.

    The notice's own language is the original; every other is held against it. Numbers in words
    answer numbers in figures; twelve months are a year; what counts in halves or millions is left alone.
    """
    value = record.value("text")
    if not isinstance(value, Text) or len(value) < 2:  # noqa: PLR2004 - nothing to compare
        return
    own = context.notice.reader.language
    original = own if own in value else next(iter(value))
    spoken = {tag: primary(tag) for tag in value}
    for language, text in value.items():
        known = language != original and lexicon(spoken[language]) and lexicon(spoken[original])
        both = (text, value[original])
        if known and may_differ(both, (spoken[language], spoken[original])):
            theirs, ours = figures(text, spoken[language]), figures(value[original], spoken[original])
            for mine, other in _different(theirs, ours):
                yield _problem(record.route, value, (language, mine), (original, other))


Said = tuple[str, Figure | None]


def _problem(route: Route, texts: Text, here: Said, there: Said) -> Problem:
    """Return the problem at the translation's figure; at the original's where the translation has none."""
    if here[1] is None:
        here, there = there, here
    (language, figure), (other, counterpart) = here, there
    start, end = (figure.start, figure.end) if figure else (0, 0)
    args: dict[str, Arg] = {
        "language_here": language_name(language),
        "here": _words(texts[language], figure),
        "language_there": language_name(other),
        "there": _words(texts[other], counterpart),
    }
    related = [Place((*route, other), language_name(other))]
    key = figure.value if figure else ""
    return Problem((*route, language), args, related, stretch=(start, end), key=key)


def _words(text: str, figure: Figure | None) -> Arg:
    return text[figure.start : figure.end] if figure else Term("phrase", "said.silent")


def _different(theirs: Figures, ours: Figures) -> Iterator[tuple[Figure | None, Figure | None]]:
    if theirs.uncounted or ours.uncounted:
        return
    told: set[Figure] = set()
    for kind in ("period", "month", "country"):
        pair = _missing(theirs, ours, kind), _missing(ours, theirs, kind)
        if pair[0] and pair[1]:
            told.update(*pair)
            yield from zip(*pair, strict=False)
    yield from zip_longest(_unanswered(theirs, ours, told), _unanswered(ours, theirs, told))


def _missing(some: Figures, others: Figures, kind: str) -> list[Figure]:
    """Return the figures of a kind whose value no other has, each value once.

    A period whose number the other text says without a unit is none: "17 ans" is "aged 17".
    """
    known = {figure.value for figure in others.of(kind)}
    numbers = {figure.value for figure in others.of("number")}
    asked = (figure for figure in some.of(kind) if kind != "period" or figure.amount)
    missing = (one for one in asked if one.value not in known and one.amount not in numbers)
    return list({figure.value: figure for figure in missing}.values())


def _unanswered(some: Figures, others: Figures, told: set[Figure]) -> list[Figure]:
    """Return the numbers in figures that the other text does not say, in figures or in words."""
    periods = {figure.value for figure in others.of("period")}
    said = {answer for figure in others.all for answer in _answers(figure)}
    asked: dict[str, Figure] = {}
    for figure in some.all:
        number = figure.amount or figure.value
        if figure.kind not in ("number", "period") or figure.worded or figure in told:
            continue
        if figure.value not in periods and number not in said and not said.issuperset(number.split(".")):
            asked.setdefault(number, figure)
    return list(asked.values())


def _answers(figure: Figure) -> Sequence[str]:
    """Return the numbers that a figure says: a month its own, "6.1" also 6 and 1."""
    if figure.kind == "country":
        return ()
    number = figure.amount or figure.value
    return (number, *number.split("."))
