"""Every rule that ships: its examples, its words, its sources."""

from collections import Counter
from pathlib import Path

import pytest

from notice_lint.engine.examples import Trial, try_example
from notice_lint.engine.pack import Pack
from notice_lint.engine.placeholders import placeholders
from notice_lint.engine.rule import Example, Rule
from notice_lint.engine.shipped import shipped_packs
from notice_lint.findings import Severity
from notice_lint.run.hand import hand_over

ROOT = Path(__file__).parent.parent.parent
RULES = [(pack, rule) for pack in shipped_packs() for rule in pack.rules]
HAND = hand_over(shipped_packs())
ALL = pytest.mark.parametrize("rule", [rule for _, rule in RULES], ids=lambda rule: rule.name)
LANGUAGES = ("fr",)
_LONGEST = 200
"""Lines of a rule file, its examples included."""
_SUMMARY = 100
"""Characters of a summary: it stands on one line."""


@pytest.mark.parametrize(
    ("pack", "rule", "example"),
    [
        pytest.param(pack, rule, example, id=f"{rule.name}: {example.name}")
        for pack, rule in RULES
        for example in rule.examples
    ],
)
def test_a_rule_finds_what_its_example_says(pack: Pack, rule: Rule, example: Example) -> None:
    trial: Trial = try_example(rule, example, pack, HAND)

    assert sorted(trial.found) == sorted(example.finds)
    assert trial.unreadable == (), "the example itself is no notice"


@ALL
def test_a_rule_shows_both_sides(rule: Rule) -> None:
    assert any(example.finds for example in rule.examples), "no example that it finds"
    assert any(not example.finds for example in rule.examples), "no example that it passes"


@ALL
def test_examples_of_a_rule_are_told_apart_by_name(rule: Rule) -> None:
    assert not [name for name, count in Counter(e.name for e in rule.examples).items() if count > 1]


@pytest.mark.parametrize("language", LANGUAGES)
@ALL
def test_a_rule_has_words_in_every_language_with_the_same_braces(rule: Rule, language: str) -> None:
    own, other = rule.words("en"), rule.words(language)

    assert all(
        text and text != english for text, english in zip(other, own, strict=True) if "{detail}" not in text
    )
    assert placeholders(other.message) == placeholders(own.message)


@ALL
def test_a_rule_names_its_sources_their_day_and_how_well_they_were_read(rule: Rule) -> None:
    assert rule.references
    assert all(reference.cite and reference.as_of for reference in rule.references)
    assert all(reference.url.startswith("https://") for reference in rule.references)
    assert {reference.evidence for reference in rule.references} <= {"V", "S", "K"}


@ALL
def test_an_error_rests_on_a_source_that_was_read(rule: Rule) -> None:
    read = [reference for reference in rule.references if reference.evidence == "V"]

    assert rule.severity is not Severity.ERROR or read


@ALL
def test_a_rule_file_can_be_read_in_one_go(rule: Rule) -> None:
    lines = (ROOT / rule.path).read_text(encoding="utf-8").splitlines()

    assert len(lines) <= _LONGEST
    assert len(rule.words("en").summary) <= _SUMMARY


def test_names_and_codes_are_unique() -> None:
    taken = Counter(name for _, rule in RULES for name in (rule.name, rule.code))

    assert not [name for name, count in taken.items() if count > 1]


def test_no_rule_speaks_of_compliance() -> None:
    texts = [text for _, rule in RULES for language in ("en", *LANGUAGES) for text in rule.words(language)]

    assert not [
        text for text in texts if "compliant" in text.casefold() or "conforme au rgpd" in text.casefold()
    ]
