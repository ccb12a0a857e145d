"""What operators on prose share: a record's text, its sentences, lists of phrases in its language."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from notice_lint.engine.problem import Context
from notice_lint.engine.wordlist import Hit, primary
from notice_lint.findings import Term, Text
from notice_lint.model.record import Record
from notice_lint.source.document import Route

_ENDS = re.compile(r"[.!?;:…](?=[\s»”\"’)\]])|\n")
"""Where a sentence, or a clause that can be read by itself, ends: never inside a number or an address."""


_NAMED = frozenset(
    (
        "bg",
        "cs",
        "da",
        "de",
        "el",
        "en",
        "es",
        "et",
        "fi",
        "fr",
        "ga",
        "hr",
        "hu",
        "is",
        "it",
        "lb",
        "lt",
        "lv",
        "mt",
        "nl",
        "no",
        "pl",
        "pt",
        "ro",
        "sk",
        "sl",
        "sv",
        "tr",
    )
)
"""Languages whose names the tool's own words have (`language.fr`)."""

_SAME = {"nb": "no", "nn": "no"}
"""Languages that are written forms of another."""


class Prose(NamedTuple):
    """One text in one language, and where it stands."""

    text: str
    language: str
    """The language without a region: "fr" for "fr-BE"."""
    place: Route


def prose(record: Record) -> Prose | None:
    """Return the text of a record of `texts`, or None if it has none."""
    value = record.values["text"]
    text = value.get(record.key, "") if isinstance(value, Text) else ""
    return Prose(text, primary(record.key), record.route) if text else None


def spoken(language: str) -> str:
    """Return the language that readers of a tag understand: Norwegian for both of its written forms."""
    return _SAME.get(primary(language), primary(language))


def language_name(language: str) -> Term:
    """Return a language for a message: its name, or its tag where the tool has no name for it."""
    name = spoken(language)
    return Term("phrase", f"language.{name}") if name in _NAMED else Term("word", language)


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Yield where each sentence stands, without the spaces around it."""
    start = 0
    for end in [*(match.end() for match in _ENDS.finditer(text)), len(text)]:
        sentence = text[start:end]
        if sentence.strip():
            yield start + len(sentence) - len(sentence.lstrip()), start + len(sentence.rstrip())
        start = end


def hits(text: Prose, name: str, context: Context) -> tuple[Hit, ...]:
    """Return where phrases of a word list stand in a text; nowhere if its language has no such list."""
    phrases = context.lists.get(name, {}).get(text.language)
    return context.reading.find(text.text, phrases) if phrases is not None else ()
