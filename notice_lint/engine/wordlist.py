"""Word lists: whole words and phrases in a text, whatever their accents, case and apostrophes."""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from typing import Any, NamedTuple

_LETTERS = (("œ", "oe"), ("æ", "ae"), ("ø", "o"), ("ł", "l"), ("đ", "d"))
_MARKS = "[\u0300-\u036f]+"
_OTHER_WORDS = frozenset(("ou", "a", "la", "du", "des", "sur", "mur", "cote", "pres", "ca", "code"))
"""Folded words that another accent makes another word (ou/où, sur/sûr): there accents count."""

_NEAR = 5
"""How many words before or after a phrase can take its meaning away ("no longer rely on the …")."""

_STAR = "\ue000"
_WORD = "[^\\W_\ue000]+(?:[\u0300-\u036f]+[^\\W_\ue000]*)*\ue000?"
"""Letters and digits, with accents that stand as signs of their own; `_STAR` ends a word of a list."""


class Hit(NamedTuple):
    """Where a phrase stands in a text: offsets in characters, the end exclusive."""

    start: int
    end: int


class _Word(NamedTuple):
    plain: str
    folded: str
    start: int
    end: int
    ends: bool
    """Whether a sentence ends after it."""


class Entry:
    """One phrase of a list, as its file states it: text, or a mapping with `phrase` and exceptions."""

    def __init__(self, raw: object) -> None:
        self._raw: Mapping[str, Any] = raw if isinstance(raw, dict) else {"phrase": raw}
        self.words = _phrase(str(self._raw["phrase"]))

    @cached_property
    def unless_before(self) -> tuple[tuple[str, ...], ...]:
        """What takes its meaning away where it stands before it."""
        return tuple(_phrase(str(text)) for text in self._raw.get("unless_before") or ())

    @cached_property
    def unless_after(self) -> tuple[tuple[str, ...], ...]:
        """What takes its meaning away where it stands behind it."""
        return tuple(_phrase(str(text)) for text in self._raw.get("unless_after") or ())


class Phrases:
    """A word list in one language, as its file states it; made ready when it is first used."""

    def __init__(self, raw: Sequence[object]) -> None:
        self._raw = raw

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """The phrases, in the order of the file."""
        return tuple(entry for entry in map(Entry, self._raw) if entry.words)

    @cached_property
    def by_sign(self) -> Mapping[str, Sequence[Entry]]:
        """The phrases by their longest word, folded: a text that does not hold it has none of them."""
        signs: dict[str, list[Entry]] = {}
        for entry in self.entries:
            longest = max((fold(word.removesuffix("*")) for word in entry.words), key=len)
            signs.setdefault(longest, []).append(entry)
        return signs


WordLists = Mapping[str, Mapping[str, Phrases]]
"""Name of the list, then language, then its phrases."""


class Reading:
    """What word lists find in the texts of one notice; each text is folded, split and searched once."""

    def __init__(self) -> None:
        self._folded: dict[str, str] = {}
        self._words: dict[str, list[_Word]] = {}
        self._hits: dict[tuple[str, Phrases], tuple[Hit, ...]] = {}

    def find(self, text: str, phrases: Phrases) -> tuple[Hit, ...]:
        """Return where phrases stand in `text`, in order; of overlapping ones the longest."""
        known = self._hits.get((text, phrases))
        if known is None:
            known = self._hits[text, phrases] = tuple(self._find(text, phrases))
        return known

    def _find(self, text: str, phrases: Phrases) -> Iterator[Hit]:
        folded = self._folded.get(text)
        if folded is None:
            folded = self._folded[text] = fold(text)
        possible = [entry for sign, those in phrases.by_sign.items() if sign in folded for entry in those]
        if not possible:
            return
        if text not in self._words:
            self._words[text] = list(_split(text))
        words, end = self._words[text], 0
        begins = _Beginnings(possible)
        for index, word in enumerate(words):
            if word.start < end:
                continue
            lengths = [
                len(entry.words)
                for entry in begins.at(word)
                if _stands(words, index, entry.words) and not _excused(words, index, entry)
            ]
            if lengths:
                end = words[index + max(lengths) - 1].end
                yield Hit(word.start, end)


class _Beginnings:
    """Phrases by their first word."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        self._whole: dict[str, list[Entry]] = {}
        self._starts: list[tuple[str, Entry]] = []
        for entry in entries:
            first = entry.words[0]
            if first.endswith("*"):
                self._starts.append((first[:-1], entry))
            else:
                self._whole.setdefault(_folded_word(first), []).append(entry)

    def at(self, word: _Word) -> Sequence[Entry]:
        """Return the phrases that may begin with a word."""
        whole = self._whole.get(word.folded, ())
        starts = [entry for start, entry in self._starts if word.folded.startswith(start)]
        return [*whole, *starts] if starts else whole


def find(text: str, raw: Sequence[object]) -> tuple[Hit, ...]:
    """Return where phrases of a list, as its file states it, stand in `text`."""
    return Reading().find(text, Phrases(raw))


@lru_cache(maxsize=256)
def primary(language: str) -> str:
    """Return the language of a tag without its region, by which lists are kept: "fr" for "fr-BE"."""
    return language.partition("-")[0].lower()


@lru_cache(maxsize=4096)
def _folded_word(plain: str) -> str:
    return fold(plain)


def fold(text: str) -> str:
    """Return a text without case and accents: "Nécessaires" and "necessaires" are one."""
    if text.isascii():
        return text.lower()
    lower = unicodedata.normalize("NFKD", text).casefold()
    for letter, plain in _LETTERS:
        lower = lower.replace(letter, plain)
    return re.sub(_MARKS, "", unicodedata.normalize("NFKD", lower))


def _phrase(text: str) -> tuple[str, ...]:
    """Split a phrase into words; a `*` stays at the end of the word that it follows."""
    return tuple(
        _key(word.plain.removesuffix(_STAR)) + "*" * word.plain.endswith(_STAR)
        for word in _split(text.replace("*", _STAR))
    )


def _key(plain: str) -> str:
    folded = fold(plain)
    return plain if folded in _OTHER_WORDS else folded


def _split(text: str) -> Iterator[_Word]:
    for match in re.finditer(_WORD, text):
        start, end = match.span()
        plain = match[0].casefold()
        if not plain.isascii():
            plain = unicodedata.normalize("NFC", plain)
        yield _Word(plain, _folded_word(plain), start, end, text[end : end + 1] in (".", "!", "?", ";"))


def _stands(words: Sequence[_Word], index: int, phrase: Sequence[str]) -> bool:
    return index + len(phrase) <= len(words) and all(
        _same(words[index + offset], part) for offset, part in enumerate(phrase)
    )


def _same(word: _Word, part: str) -> bool:
    if part.endswith("*"):
        return word.folded.startswith(part[:-1])
    return word.plain == part if word.folded in _OTHER_WORDS else word.folded == part


def _excused(words: Sequence[_Word], index: int, entry: Entry) -> bool:
    """Whether a word near the phrase, in the same sentence, takes its meaning away."""
    after = index + len(entry.words)
    first = index
    while first > 0 and index - first < _NEAR and not words[first - 1].ends:
        first -= 1
    last = after
    while last < len(words) and last - after < _NEAR and not words[last - 1].ends:
        last += 1
    return _any_in(words[first:index], entry.unless_before) or _any_in(words[after:last], entry.unless_after)


def _any_in(words: Sequence[_Word], phrases: Sequence[Sequence[str]]) -> bool:
    return any(_stands(words, index, phrase) for phrase in phrases for index in range(len(words)))
