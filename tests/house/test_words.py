"""Is nothing missing in any language?"""

from typing import Any

import pytest

from notice_lint.engine.placeholders import placeholders
from notice_lint.engine.shipped import shipped_packs
from notice_lint.i18n import LANGUAGES, catalogue
from notice_lint.i18n.load import PREFIXES, SUBJECTS, words_of
from notice_lint.i18n.load import words as first_words
from notice_lint.model import terms
from notice_lint.schema.violation import KINDS
from notice_lint.source.syntax import PROBLEMS

_OTHERS = [language for language in LANGUAGES if language != "en"]
_RULES = [(pack, rule) for pack in shipped_packs() for rule in pack.rules]
_TERMS = sorted(
    {
        term
        for name, choices in vars(terms).items()
        if name.isupper() and name != "TEXT_KINDS"
        for term in choices
    }
)
_FLAWS = (
    "not-utf8",
    "too-large",
    "too-deep",
    "too-many-nodes",
    "scalar-too-long",
    "too-many-aliases",
    "alias-expansion",
    "recursive-alias",
    "unknown-alias",
    "tag",
    "directive",
    "merge-key",
    "duplicate-key",
    "key-not-text",
    "second-document",
    "control-character",
    "bidi-character",
    "invisible-character",
    "line-break-character",
    *(f"syntax.{problem}" for problem in PROBLEMS),
)


def words(language: str) -> dict[str, Any]:
    """Return all words of a language: those that every run may need, and those of each subject."""
    return {**first_words(language), **{k: v for s in SUBJECTS for k, v in words_of(s, language).items()}}


def forms(sentence: Any) -> list[str]:
    """Return a sentence in all its forms."""
    if isinstance(sentence, dict):
        return [str(form) for form in sentence.values()]
    return [str(form) for form in sentence] if isinstance(sentence, list) else [str(sentence)]


@pytest.mark.parametrize("language", _OTHERS)
def test_every_sentence_of_the_tool_exists_in_every_language(language: str) -> None:
    assert list(words(language)) == list(words("en"))


@pytest.mark.parametrize("subject", SUBJECTS)
def test_a_sentence_of_a_subject_is_looked_for_in_its_file(subject: str) -> None:
    own = [key for key in words_of(subject, "en") if key != "language"]

    assert [key for key in own if key.partition(".")[0] not in PREFIXES or key in first_words("en")] == []


@pytest.mark.parametrize("language", _OTHERS)
def test_every_sentence_is_filled_with_the_same_things(language: str) -> None:
    english = {
        key: {frozenset(placeholders(form)) for form in forms(text)} for key, text in words("en").items()
    }
    other = {
        key: {frozenset(placeholders(form)) for form in forms(text)} for key, text in words(language).items()
    }

    assert other == english


@pytest.mark.parametrize("language", _OTHERS)
@pytest.mark.parametrize(("pack", "rule"), _RULES, ids=lambda value: getattr(value, "name", ""))
def test_every_rule_speaks_every_language(pack: Any, rule: Any, language: str) -> None:
    english, other = rule.words("en"), rule.words(language)

    same = [one for one, two in zip(english, other, strict=True) if one == two]

    assert [text for text in same if text not in ("", "{detail}")] == [], (pack.name, rule.name)
    assert placeholders(other.message) == rule.placeholders


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_rule_says_what_it_does_not_judge(language: str) -> None:
    assert [rule.name for _, rule in _RULES if not rule.words(language).limits] == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("term", _TERMS)
def test_every_term_of_the_format_has_a_word(term: str, language: str) -> None:
    assert f"word.{term}" in words(language)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "kind", [*(f"violation.{kind}" for kind in KINDS), *(f"flaw.{kind}" for kind in _FLAWS)]
)
def test_every_mistake_in_a_file_has_a_sentence(kind: str, language: str) -> None:
    assert kind in words(language)


def test_french_writes_dates_as_the_french_do() -> None:
    assert catalogue("fr").date("2024-11-01") == "1er novembre 2024"
    assert catalogue("fr").date("2024-11") == "novembre 2024"
    assert catalogue("en").date("2024-11-05") == "5 November 2024"


@pytest.mark.parametrize(
    ("count", "english", "french"),
    [(0, "0 errors", "0 erreur"), (1, "1 error", "1 erreur"), (2, "2 errors", "2 erreurs")],
)
def test_nothing_is_singular_in_french(count: int, english: str, french: str) -> None:
    assert catalogue("en").say("report.errors", count) == english
    assert catalogue("fr").say("report.errors", count) == french


def test_the_word_compliant_is_never_said() -> None:
    said = [
        text for language in LANGUAGES for sentence in words(language).values() for text in forms(sentence)
    ]
    said += [text for _, rule in _RULES for language in LANGUAGES for text in rule.words(language)]

    assert [text for text in said if "compliant" in text.casefold()] == []


def test_french_typography_has_no_break_spaces() -> None:
    said = [text for sentence in words("fr").values() for text in forms(sentence)]
    said += [text for _, rule in _RULES for text in rule.words("fr")]

    assert [text for text in said if any(pair in text for pair in (" ?", " ;", " !", "« ", " »"))] == []
