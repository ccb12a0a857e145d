"""A slip is recognised; a word that merely looks a little alike is not."""

import pytest

from notice_lint.i18n.nearest import nearest

KNOWN = ("controller", "recipients", "retention", "purposes", "dpo", "text", "country", "FR", "GB", "EEA")


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("controller", "controller"),
        ("contorller", "controller"),
        ("conroler", "controller"),
        ("controllers", "controller"),
        ("CONTROLLER", "controller"),
        ("con-trol ler", "controller"),
        ("cоntrоllеr", "controller"),  # three Cyrillic letters
        ("control\u200bler", "controller"),
        ("ΡURΡOSES", "purposes"),  # two Greek letters
        ("réténtion", "retention"),
        ("dop", "dpo"),
        ("txet", "text"),
        ("test", "text"),
        ("fr", "FR"),
        ("eea", "EEA"),
        ("eee", "EEA"),
    ],
)
def test_a_slip_is_recognised(word: str, meant: str) -> None:
    assert nearest(word, KNOWN) == meant


@pytest.mark.parametrize(
    "word", ["", "x", "tt", "next one", "FX", "FRA", "BG", "county hall", "日本", "c" * 70, "---"]
)
def test_another_word_is_left_alone(word: str) -> None:
    assert nearest(word, KNOWN) == ""


def test_the_nearest_wins_and_of_equals_the_first() -> None:
    assert nearest("purposs", ["purpose", "purposes"]) == "purpose"
    assert nearest("purposed", ["purposex", "purposey"]) == "purposex"
