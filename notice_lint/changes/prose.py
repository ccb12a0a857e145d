"""What two texts have in common: the same but for typography, or which words differ; French is respected."""

import re
from typing import NamedTuple
from unicodedata import is_normalized, normalize

_FOLDED = str.maketrans(
    {
        **dict.fromkeys("‘’‚‛′‹›", "'"),
        **dict.fromkeys("“”„‟″«»", '"'),
        **dict.fromkeys("‐‑‒–—―−", "-"),
        "…": "...",
        "\u00ad": "",  # a soft hyphen only says where a line may break
    }
)
_BLANKS = re.compile(r"\s+")
_FRENCH_BLANKS = re.compile(r" (?=[:;!?%])")
_OPENING = re.compile(r"« ?")
_CLOSING = re.compile(r" ?»")


def fold(text: str) -> str:
    """Return a text without what only typography knows.

    Folded are: composed and decomposed letters, kinds of quotation marks, apostrophes, dashes and blanks,
    line breaks, the blank before `: ; ! ? %` and inside « », the ellipsis, the soft hyphen. Never case,
    accents, or joiners, which can change a word.
    """
    if text.isascii():
        return _FRENCH_BLANKS.sub("", " ".join(text.split())) if _may_blank(text) else text
    if not is_normalized("NFC", text):
        text = normalize("NFC", text)
    text = " ".join(_BLANKS.split(text)).strip(" ")
    text = _CLOSING.sub("»", _OPENING.sub("«", text)).translate(_FOLDED)
    return _FRENCH_BLANKS.sub("", text)


def _may_blank(text: str) -> bool:
    return any(sign in text for sign in ("  ", "\n", "\t", "\r", " :", " ;", " !", " ?", " %")) or (
        text[:1] == " " or text[-1:] == " "
    )


def same(before: str, after: str) -> bool:
    """Whether two texts are the same but for typography, so that nobody reads anything else in them."""
    return before == after or fold(before) == fold(after)


class Token(NamedTuple):
    """A word, number or sign, as written with the blanks after it, and as it compares."""

    written: str
    key: str


_MARKS = "[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0900-\u0903\u093a-\u094f\ufe0f\u200d]*"
_LETTER = f"(?:[^\\W\\d_]{_MARKS})"
_TOKEN = re.compile(
    r"(?:"
    r"https?://[^\s<>\"«»]*[\w/]"  # an address
    r"|[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,8}"  # bounded: what comes from a notice is hostile
    r"|\d{4}-\d\d(?:-\d\d)?(?!\d)|\d\d?[./]\d\d?[./]\d{4}(?!\d)"  # a date
    r"|\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?!\d)|\d+(?:[.,]\d+)*"  # a number
    rf"|{_LETTER}+(?:[-‐‑'’]{_LETTER}+)*['’]?(?=\W|\d|_|$)|{_LETTER}+"
    rf"|\S{_MARKS}"
    r")\s*"
)


def tokens(text: str, language: str = "") -> list[Token]:
    """Return a text as words, numbers and signs, each with the blanks that follow it.

    Numbers are whole ("1,5", "10 000"), so are hyphenated words, dates and addresses; in French and Italian
    an elision is a word of its own, with its apostrophe ("l’", "adresse").
    """
    found: list[Token] = []
    elides = language.partition("-")[0] in ("fr", "it")
    for match in _TOKEN.finditer(text.lstrip()):
        written = match.group()
        if elides and ("'" in written or "’" in written):
            found += _elided(written)
        else:
            found.append(Token(written, fold(written)))
    return found


def _elided(written: str) -> list[Token]:
    from notice_lint.changes.prose_words import ELISIONS  # noqa: PLC0415 - a list that few texts need

    parts = [part for part in re.split(r"(?<=['’])", written) if part]
    found: list[str] = []
    for part in parts:
        if found and found[-1][:-1].casefold() not in ELISIONS and found[-1][-1:] in "'’":
            found[-1] += part
        else:
            found.append(part)
    return [Token(part, fold(part)) for part in found]
