"""The reference data as files: every entry has its source, its days make sense, nothing stands twice."""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from typing import Any

import pytest

from notice_lint.reference import countries
from notice_lint.reference.load import FILES, data

ENTRIES = {
    "eea": ("states", "territories", "overseas"),
    "countries": ("groups", "aliases"),
    "adequacy": ("decisions",),
    "adequacy-uk": ("decisions",),
    "adequacy-ch": ("decisions",),
    "frameworks": ("frameworks",),
    "authorities": ("authorities",),
    "ages": ("ages",),
    "identifiers": ("identifiers",),
    "languages": ("languages", "skipped", "spoken"),
    "articles": ("articles",),
}
DECISIONS = ("adequacy", "adequacy-uk", "adequacy-ch")
LANGUAGES = {"en", "fr"}


def entries(name: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield a file's entries, each with words that find it again."""
    for part in ENTRIES[name]:
        records = data(name)[part]
        pairs = records.items() if isinstance(records, dict) else enumerate(records)
        for key, entry in pairs:
            yield f"{name}.{part}[{entry.get('id', entry.get('country', key))}]", entry


def decisions() -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield every adequacy decision of every regime."""
    for name in DECISIONS:
        yield from entries(name)


def test_the_tests_know_every_file() -> None:
    assert set(ENTRIES) == set(FILES)


@pytest.mark.parametrize("name", FILES)
def test_a_file_says_of_which_day_it_speaks(name: str) -> None:
    as_of, checked = date.fromisoformat(data(name)["as_of"]), date.fromisoformat(data(name)["checked"])

    assert as_of <= checked


@pytest.mark.parametrize("name", FILES)
def test_every_entry_has_a_source_a_day_and_a_mark(name: str) -> None:
    for where, entry in entries(name):
        assert entry["source"].strip(), where
        assert date.fromisoformat(entry["checked"]), where
        assert entry["evidence"] in {"V", "S", "K"}, where
        assert set(entry.get("evidence_of", {}).values()) <= {"V", "S", "K"}, where


@pytest.mark.parametrize("name", FILES)
def test_no_file_says_more_recent_things_than_its_own_last_check(name: str) -> None:
    for where, entry in entries(name):
        assert entry["checked"] <= data(name)["checked"], where


@pytest.mark.parametrize("name", FILES)
def test_an_entry_ends_after_it_begins(name: str) -> None:
    for where, entry in entries(name):
        if entry.get("until") is not None:
            assert date.fromisoformat(entry["from"]) < date.fromisoformat(entry["until"]), where


@pytest.mark.parametrize("name", ["adequacy", "adequacy-uk", "adequacy-ch", "frameworks", "authorities"])
def test_an_id_stands_once_in_its_file(name: str) -> None:
    ids = [entry["id"] for _, entry in entries(name)]

    assert len(ids) == len(set(ids))


def test_an_id_of_a_decision_stands_once_in_all_regimes() -> None:
    ids = [entry["id"] for _, entry in decisions()]

    assert len(ids) == len(set(ids))


def test_the_decisions_of_one_country_do_not_overlap() -> None:
    for name in DECISIONS:
        spans: dict[str, list[tuple[str, str]]] = {}
        for _, entry in entries(name):
            place = entry.get("country") or entry["organisation"]
            spans.setdefault(place, []).append((entry["from"], entry["until"] or "9999-12-31"))
        for place, found in spans.items():
            for (_, end), (begin, _) in pairwise(sorted(found)):
                assert end < begin, place


def test_a_decision_has_its_words_in_both_languages() -> None:
    for where, entry in decisions():
        assert set(entry["title"]) == LANGUAGES, where
        assert set(entry["scope_text"]) == LANGUAGES, where
        assert set(entry.get("litigation", entry["title"])) == LANGUAGES, where


def test_a_decision_for_the_certified_names_their_framework() -> None:
    known = {entry["id"] for _, entry in entries("frameworks")}

    for where, entry in decisions():
        assert (entry["scope"] == "certified") == ("framework" in entry), where
        assert entry.get("framework") in known | {None}, where


def test_a_decision_and_its_framework_agree_on_their_days() -> None:
    frameworks = {entry["id"]: entry for _, entry in entries("frameworks")}
    for where, entry in decisions():
        if "framework" in entry:
            framework = frameworks[entry["framework"]]
            days = (framework["from"], framework["until"])

            assert days == (entry["from"], entry["until"]), where


def test_a_limited_decision_says_to_what() -> None:
    for where, entry in decisions():
        if entry["limited"]:
            assert entry["scope"] not in {"whole", "certified"}, where


@pytest.mark.parametrize("name", ["eea", "adequacy", "adequacy-uk", "adequacy-ch", "ages", "authorities"])
def test_every_country_is_a_known_code(name: str) -> None:
    for where, entry in entries(name):
        if "country" in entry and entry["country"] != "EU":
            assert entry["country"] in countries.codes(), where


def test_there_are_249_official_codes_and_each_stands_once() -> None:
    groups = {group["name"]: group["codes"] for group in data("countries")["groups"]}
    every = [code for codes in groups.values() for code in codes]

    assert len(groups["iso"]) == 249
    assert groups["user-assigned"] == ["XK"]
    assert len(every) == len(set(every))


def test_norway_is_a_country_and_not_a_refusal() -> None:
    assert "NO" in countries.codes()


def test_a_dead_instrument_has_phrases_in_four_languages() -> None:
    for where, entry in entries("frameworks"):
        assert set(entry["phrases"]) == {"en", "fr", "nl", "de"}, where
        assert all(entry["phrases"].values()), where


def test_no_phrase_names_two_things_at_once() -> None:
    for language in ("en", "fr", "nl", "de"):
        owners: dict[str, str] = {}
        for where, entry in entries("frameworks"):
            for phrase in entry["phrases"][language]:
                assert owners.setdefault(phrase.casefold(), where) == where, phrase


def test_bare_safe_harbor_is_not_a_phrase() -> None:
    phrases = {
        phrase.casefold()
        for _, entry in entries("frameworks")
        for found in entry["phrases"].values()
        for phrase in found
    }

    assert not phrases & {"safe harbor", "safe harbour"}


def test_what_replaces_a_framework_is_there() -> None:
    known = {entry["id"] for _, entry in entries("frameworks")}

    for where, entry in entries("frameworks"):
        assert entry["replaced_by"] in known | {None}, where
        assert (entry["until"] is None) == (entry["ended_by"] is None), where


def test_a_host_belongs_to_one_authority() -> None:
    hosts = [host for _, entry in entries("authorities") for host in entry["hosts"]]

    assert len(hosts) == len(set(hosts))


def test_a_host_is_bare_and_the_url_leads_to_it() -> None:
    for where, entry in entries("authorities"):
        host = entry["url"].removeprefix("https://").removeprefix("www.")

        assert host in entry["hosts"], where
        assert not any(
            one.startswith("www.") or one != one.lower() or "/" in one for one in entry["hosts"]
        ), where


def test_every_german_land_has_an_authority() -> None:
    lands = {entry["land"] for _, entry in entries("authorities") if "land" in entry}

    assert len(lands) == 16


def test_ages_of_one_country_follow_on_each_other_without_a_gap() -> None:
    spans: dict[str, list[tuple[str, str | None]]] = {}
    for _, entry in entries("ages"):
        spans.setdefault(entry["country"], []).append((entry["from"], entry["until"]))

    for country, found in spans.items():
        for (_, end), (begin, _) in pairwise(sorted(found)):
            assert end is not None, country
            assert (date.fromisoformat(begin) - date.fromisoformat(end)).days == 1, country


def test_every_age_is_one_that_the_regulation_allows() -> None:
    assert all(13 <= entry["age"] <= 16 for _, entry in entries("ages"))


@pytest.mark.parametrize(
    "cite",
    [
        *(f"13(1)({letter})" for letter in "abcdef"),
        *(f"13(2)({letter})" for letter in "abcdef"),
        *(f"14(1)({letter})" for letter in "abcdef"),
        *(f"14(2)({letter})" for letter in "abcdefg"),
        *(
            "3(2)",
            "4(7)",
            "4(8)",
            "4(9)",
            "5(1)",
            "6(1)",
            "6(3)",
            "7(3)",
            "7(4)",
            "8(1)",
            "9(1)",
            "9(2)",
            "10",
        ),
        *(
            "12(1)",
            "12(2)",
            "13(3)",
            "14(3)",
            "15",
            "16",
            "17",
            "18",
            "20",
            "21(1)",
            "21(2)",
            "21(3)",
            "21(4)",
        ),
        *("22(1)", "22(2)", "22(3)", "22(4)", "26(1)", "26(2)", "27(1)", "27(3)", "28(2)", "28(4)", "37(1)"),
        *("38(6)", "44", "45(1)", "45(3)", "45(5)", "46(1)", "46(2)", "46(3)", "47", "49(1)", "77(1)"),
        "49(1) second subparagraph",
    ],
)
def test_a_provision_that_rules_cite_says_what_it_asks(cite: str) -> None:
    article = data("articles")["articles"][f"GDPR Art. {cite}"]

    assert article["says"].endswith(".")
    assert article["url"] == "https://eur-lex.europa.eu/eli/reg/2016/679/oj"
