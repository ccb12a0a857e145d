"""Figures of texts, and whether two languages say the same."""

import pytest

from notice_lint.engine.figures import figures
from tests.engine.judged import found_by

RULE = "translation-number-mismatch"


def values(text: str, language: str, kind: str) -> list[str]:
    """Return the values of all figures of a kind."""
    return [figure.value for figure in figures(text, language).of(kind)]


def told(texts: str) -> list[str]:
    """Return the words at which the rule points, for one text in several languages."""
    text = f"format: 1\nnotice: {{id: example, language: en}}\nsecurity:\n{texts}"
    lines = text.splitlines()
    spans = [finding.span for finding in found_by(RULE, text)]
    return [lines[span.line - 1][span.column - 1 : span.end_column - 1] for span in spans]


@pytest.mark.parametrize(
    ("text", "language", "periods"),
    [
        ("for 12 months", "en", ["12m"]),
        ("for one year", "en", ["12m"]),
        ("within 30 working days", "en", ["720h"]),
        ("a 30-day period", "en", ["720h"]),
        ("pendant deux ans", "fr", ["24m"]),
        ("sous vingt-cinq jours", "fr", ["600h"]),
        ("sous quinze jours", "fr", []),
        ("fünfundzwanzig Jahre", "de", ["300m"]),
        ("innerhalb von zwei Monaten", "de", ["2m"]),
        ("binnen twee weken", "nl", ["336h"]),
        ("12 people", "en", []),
    ],
)
def test_a_period_is_the_same_in_words_and_in_figures(text: str, language: str, periods: list[str]) -> None:
    assert values(text, language, "period") == periods


@pytest.mark.parametrize(
    ("text", "language", "numbers"),
    [
        ("1,000 and 2.5", "en", ["1000", "2.5"]),
        ("1\u00a0000 et 2,5", "fr", ["1000", "2.5"]),
        ("1.000 und 2,5", "de", ["1000", "2.5"]),
        ("07", "en", ["7"]),
        ("+33 2 47 60 65 96, https://example.eu/7, a7@example.eu", "en", []),
        ("", "en", []),
    ],
)
def test_a_number_is_the_same_however_it_is_written(text: str, language: str, numbers: list[str]) -> None:
    assert values(text, language, "number") == numbers


def test_a_month_is_none_without_a_number_beside_it() -> None:
    assert values("We may write in May.", "en", "month") == []
    assert values("Until 31 May", "en", "month") == ["5"]


@pytest.mark.parametrize(
    ("english", "french", "words"),
    [
        ("Kept for 12 months.", "Conservées 14 mois.", ["14 mois"]),
        ("Kept for 12 months.", "Conservées un an.", []),
        ("In Germany and France", "En Allemagne et en Inde", ["Inde"]),
        ("Our American provider", "Notre prestataire aux États-Unis", []),
        ("Within 3 days", "Sans délai", ["3 days"]),
        ("4 times a year, aged 13 to 17", "4 fois par an, de 13 à 17 ans", []),
        ("From 9 a.m. to 5 p.m., or 6pm", "De 9 h à 17 h, ou 18 h", []),
        ("Half of 40 people", "40 personnes sur 80", []),
    ],
)
def test_a_difference_is_shown_at_its_words(english: str, french: str, words: list[str]) -> None:
    assert told(f'  en: "{english}"\n  fr: "{french}"\n') == words


def test_every_translation_is_held_against_the_original() -> None:
    assert told('  en: "For 6 months"\n  fr: "Pendant 6 mois"\n  de: "7 Monate"\n  nl: "8 maanden"\n') == [
        "7 Monate",
        "8 maanden",
    ]
