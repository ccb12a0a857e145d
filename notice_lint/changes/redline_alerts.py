"""Which changes of words deserve a second look: not and only, may and must, numbers, dates, countries."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from notice_lint.changes.prose import Token, tokens
from notice_lint.changes.prose_words import OTHER_NAMES, WORDS

KINDS = ("negation", "modality", "number", "date", "country")

Marked = tuple[Token, bool]
"""A token, and whether it went or came."""


def alerts(old: Sequence[Marked], new: Sequence[Marked], language: str) -> tuple[str, ...]:
    """Return the kinds of words that went or came, in the order of `KINDS`.

    In a language without word lists only numbers are known.
    """
    tag = language.partition("-")[0]
    found: set[str] = set()
    for side in (old, new):
        found.update(kind for token, changed in side if changed for kind in _kinds(token, tag))
    if any(_names_a_country(side, tag) for side in (old, new)):
        found.add("country")
    return tuple(kind for kind in KINDS if kind in found)


def _kinds(token: Token, language: str) -> Iterator[str]:
    if any(sign.isdigit() for sign in token.key):
        yield "number"
        if "-" in token.key or "/" in token.key or token.key.count(".") > 1:
            yield "date"
    word = token.key.casefold()
    if language == "en" and token.key == "May":
        yield "date"
        return
    if language == "en" and word.endswith("n't"):
        yield "negation"
    for kind, words in WORDS.get(language, {}).items():
        if word in words:
            yield kind


def _names_a_country(row: Sequence[Marked], language: str) -> bool:
    """Whether a name of a country stands where something went or came: also "States" in "United States"."""
    if language not in WORDS or not any(changed for _, changed in row):
        return False
    names = _names(language)
    keys = [token.key for token, _ in row]
    for at, key in enumerate(keys):
        for name in names.get(key, ()):
            stretch = slice(at, at + len(name))
            if tuple(keys[stretch]) == name and any(changed for _, changed in row[stretch]):
                return True
    return False


@cache
def _names(language: str) -> Mapping[str, tuple[tuple[str, ...], ...]]:
    """Return the names of countries as tokens, by their first one."""
    from notice_lint.i18n.catalogue import territories  # noqa: PLC0415 - names that only a redline looks for

    known = [name for code, name in territories(language).items() if len(code) == 2]  # noqa: PLR2004 - ISO 3166-1
    found: dict[str, tuple[tuple[str, ...], ...]] = {}
    for name in (*known, *OTHER_NAMES.get(language, ())):
        keys = tuple(token.key for token in tokens(name, language))
        found[keys[0]] = (*found.get(keys[0], ()), keys)
    return found
