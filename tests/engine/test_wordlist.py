"""Word lists: whole words and phrases, in the languages of the notices."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notice_lint.engine.wordlist import Phrases, Reading, find, fold


def words(text: str, *entries: object) -> list[str]:
    """Return what a list finds in a text, as it stands there."""
    return [text[hit.start : hit.end] for hit in find(text, entries)]


@pytest.mark.parametrize(
    ("text", "entry", "found"),
    [
        ("as long as necessary", "as long as necessary", ["as long as necessary"]),
        ("As  long\nas necessary.", "as long as necessary", ["As  long\nas necessary"]),
        ("LE TEMPS NÉCESSAIRE", "le temps nécessaire", ["LE TEMPS NÉCESSAIRE"]),
        ("le temps ne\u0301cessaire", "le temps nécessaire", ["le temps ne\u0301cessaire"]),
        ("le temps necessaire", "le temps nécessaire", ["le temps necessaire"]),
        ("unnecessary", "necessary", []),
        ("necessarily", "necessary", []),
        ("necessarily", "necessar*", ["necessarily"]),
        ("unnecessarily", "necessar*", []),
        ("qu’elles sont nécessaires", "qu'elles sont nécessaires", ["qu’elles sont nécessaires"]),
        ("lorsqu'il est nécessaire", "il est nécessaire", ["il est nécessaire"]),
        ("l’accès", "accès", ["accès"]),
        ("une œuvre", "oeuvre", ["œuvre"]),
        ("die Straße", "strasse", ["Straße"]),
        ("là où nous allons", "où", ["où"]),
        ("blanc ou noir", "où", []),
        ("là où nous allons", "ou", []),
        ("e-mail", "e mail", ["e-mail"]),
        ("2010/87/UE", "2010/87/UE", ["2010/87/UE"]),
        ("in 2010, 87 people", "2010/87/UE", []),
        ("snake_case", "case", ["case"]),
        ("", "necessary", []),
        ("…", "necessary", []),
    ],
)
def test_a_phrase_is_found_as_whole_words(text: str, entry: str, found: list[str]) -> None:
    assert words(text, entry) == found


NOT_LONGER = {"phrase": "Privacy Shield", "unless_before": ["no longer", "not"], "unless_after": ["invalid*"]}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("We rely on the Privacy Shield.", ["Privacy Shield"]),
        ("We do not rely on the Privacy Shield.", []),
        ("We no longer rely on the Privacy Shield.", []),
        ("The Privacy Shield was declared invalid.", []),
        ("This is not so. The Privacy Shield protects you.", ["Privacy Shield"]),
        ("The Privacy Shield protects you. Nothing is invalid.", ["Privacy Shield"]),
        ("We do not sell your data to anybody who relies on the Privacy Shield.", ["Privacy Shield"]),
    ],
)
def test_words_near_a_phrase_in_its_sentence_take_its_meaning_away(text: str, found: list[str]) -> None:
    assert words(text, NOT_LONGER) == found


def test_of_overlapping_phrases_the_longest_counts_and_each_place_once() -> None:
    text = "as long as necessary, as long as we need, necessary"

    assert words(text, "necessary", "as long as", "as long as necessary") == [
        "as long as necessary",
        "as long as",
        "necessary",
    ]


def test_a_list_without_words_finds_nothing() -> None:
    assert words("anything", "*", "…") == []


@given(
    st.text(max_size=40),
    st.text(alphabet="abéœßN ", min_size=1, max_size=8).filter(str.strip),
    st.text(max_size=40),
)
def test_offsets_lead_back_to_the_phrase(before: str, phrase: str, after: str) -> None:
    text = f"{before}. {phrase} .{after}"
    found = words(text, phrase)

    assert [fold(one).split() == fold(phrase).split() for one in found] == [True] * len(found)
    assert found or "́" in after[:1]


@given(st.text(max_size=60), st.lists(st.text(max_size=10), max_size=4))
def test_searching_twice_finds_the_same_and_nothing_breaks(text: str, entries: list[str]) -> None:
    reading, phrases = Reading(), Phrases(entries)

    assert reading.find(text, phrases) is reading.find(text, phrases)
    assert reading.find(text, phrases) == find(text, entries)


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


def test_a_list_is_made_ready_when_it_is_first_used() -> None:
    class Untouchable(list[Any]):
        def __iter__(self) -> Any:
            raise AssertionError

    Phrases(Untouchable(["a"]))

    with pytest.raises(AssertionError):
        _ = Phrases(Untouchable(["a"])).entries
