"""Operators about single texts."""

import re
from collections.abc import Iterator, Mapping

from notice_lint.engine.problem import Context, Problem
from notice_lint.engine.wordlist import Phrases, Reading, primary
from notice_lint.findings import Text
from notice_lint.model.record import Record

_UNITS = (
    "days?|weeks?|months?|years?|hours?|jours?|semaines?|mois|ans?|années?|heures?|"
    "Tage?n?|Wochen?|Monate?n?|Jahre?n?|Stunden?|dag(?:en)?|weken|week|maand(?:en)?|jaar|jaren|uur"
)
_END = r"\s*(?:$|[.…!;,)\]])"
_SURE = (
    r"\blorem ipsum\b"
    rf"|(?<!\w)x{{1,3}}(?=\s+(?:{_UNITS})\b)"
    r"|(?<![\w_])_{4,}(?![\w_])"
    r"|\{\{[^{}\n]{1,60}\}\}|\{(?=[^{}\n]*[^\W\d_]{2})[^{}\n]{1,60}\}"
)
"""What nobody means to publish, wherever it stands."""

_CAPITALS = r"(?<![\w@-])(?:TODO|TBD|TBC|FIXME|X{4,}|xxx+)(?![\w@-])"
"""Marks of people who will come back; in small letters, and in Spanish, "todo" is a word."""

_OPEN = rf"(?:^|[:\[(–—-]\s*)(à compléter|a completer|à préciser|to be completed|to be confirmed){_END}"
"""Words that leave something open where nothing follows: "a form to be completed online" is a sentence."""

_BRACKETS = r"\[([^\[\]\n]{1,60})\](?![(\[]|:\s*\S+://)|(?<!<)<([^<>=\n]{2,60})>(?!>)"
"""Square brackets that are no Markdown link, and angle brackets that are no tag with attributes."""

_SIGNS = (
    *("[", "<", "{", "____", "lorem", "todo", "tbd", "tbc", "fixme", "xxx"),
    *("complete", "complét", "à préc", "be conf"),
)
_NUMBER = r"(?<!\w)[xX]{1,3}\s"
"""A text without `_NUMBER` that in small letters has none of `_SIGNS` has none of the above."""

_BLANK = r"X{1,3}|[●•_]+"
_FILLED = Phrases(
    [
        *("company*", "organi*", "controller", "name*", "address*", "e-mail*", "email*", "date*", "insert*"),
        *(
            "website*",
            "url",
            "phone*",
            "telephone*",
            "number*",
            "country",
            "city",
            "dpo",
            "complete*",
            "fill in",
        ),
        *(
            "société*",
            "nom",
            "noms",
            "adresse*",
            "courriel*",
            "entreprise*",
            "insérer*",
            "compléter",
            "préciser",
        ),
        *(
            "téléphone*",
            "numéro*",
            "pays",
            "ville",
            "raison sociale",
            "responsable du traitement",
            "indiquer",
        ),
        *("Firma", "Unternehmen*", "Anschrift", "Telefon*", "Datum", "einfügen", "bedrijf*", "naam", "adres"),
        *("datum", "invullen", "telefoonnummer", "Firmenname"),
    ]
)
"""What templates leave to be filled in; anything else in brackets is the author's own remark."""

_ARTICLES = ("the ", "le ", "la ", "les ", "l’", "l'", "der ", "die ", "das ", "de ", "het ")
"""What a defined term begins with ("[the Company]"); a template's blank does not."""

_NO_SPANISH = ("es", "pt", "gl", "ca")
_MOST_WORDS = 6


def no_placeholder(record: Record, _: Mapping[str, str], _context: Context) -> Iterator[Problem]:
    """Find what a template left to be filled in: "[Company name]", "TODO", "XX months", "lorem ipsum".

    Brackets count only around words that a template leaves open, not around a remark, a defined term
    or the text of a Markdown link.
    """
    value, place = record.value("text"), record.place("text")
    text = next(iter(value.values()), "") if isinstance(value, Text) else ""
    if place is None:
        return
    for start, end in _blanks(text, primary(record.text("language"))):
        yield Problem(place, {"found": text[start:end]}, stretch=(start, end), key=text[start:end].casefold())


def _blanks(text: str, language: str) -> Iterator[tuple[int, int]]:
    """Yield where something waits to be filled in, in order; nothing twice."""
    if not _may_be_blank(text):
        return
    found = {match.span() for match in re.finditer(_SURE, text, re.IGNORECASE)}
    found.update(match.span(1) for match in re.finditer(_OPEN, text, re.IGNORECASE))
    capitals = re.finditer(_CAPITALS, text)
    found.update(m.span() for m in capitals if m[0] != "TODO" or language not in _NO_SPANISH)
    if "[" in text or "<" in text:
        found.update(match.span() for match in re.finditer(_BRACKETS, text) if _is_blank(text, match))
    end = 0
    for span in sorted(found, key=lambda span: (span[0], -span[1])):
        if span[0] >= end:
            end = span[1]
            yield span


def _may_be_blank(text: str) -> bool:
    """Answer quickly for the usual text, in which no pattern finds anything."""
    small = text.lower()
    for sign in _SIGNS:
        if sign in small:
            return True
    return "x" in small and re.search(_NUMBER, text) is not None


def _is_blank(text: str, match: re.Match[str]) -> bool:
    """Whether brackets hold what a template leaves open."""
    inside = match[1] or match[2]
    if match[1] and re.fullmatch(_BLANK, inside):
        return not _is_checkbox(text, match.start())
    if inside != inside.strip() or "@" in inside or "://" in inside or inside.startswith("/"):
        return False
    if match[2] and f"</{inside}>" in text:
        return False
    named = inside.casefold().startswith(_ARTICLES) or len(inside.split()) > _MOST_WORDS
    return not named and bool(Reading().find(inside, _FILLED))


def _is_checkbox(text: str, start: int) -> bool:
    """Whether a bracket begins an item of a Markdown list: "- [X] done"."""
    return text[:start].rpartition("\n")[2].strip() in ("-", "*", "+")
