"""Adequacy on a day: in force, about to end, ended, assumed void, only for the certified."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notice_lint.errors import NoticeLintError
from notice_lint.reference.adequacy import judge
from notice_lint.reference.load import data
from notice_lint.reference.world import UnknownAssumption, World, known_assumptions

TODAY = date(2026, 11, 22)
REGIMES = ("eu-gdpr", "uk-gdpr", "ch-fadp")
STATUSES = {"in-force", "expiring", "lapsed", "absent", "out-of-scope"}

days = st.dates(date(1995, 1, 1), date(2060, 1, 1))
codes = st.sampled_from(sorted(World(TODAY).named_list("countries")))


def on(day: str, *void: str) -> World:
    """Return the world on a day, with some decisions assumed void."""
    return World(date.fromisoformat(day), frozenset(void))


@pytest.mark.parametrize(
    ("country", "regime", "day", "status"),
    [
        ("GB", "eu-gdpr", "2021-03-01", "expiring"),
        ("GB", "eu-gdpr", "2021-06-27", "expiring"),
        ("GB", "eu-gdpr", "2021-07-01", "in-force"),
        ("GB", "eu-gdpr", "2025-06-10", "expiring"),
        ("GB", "eu-gdpr", "2025-12-18", "expiring"),
        ("GB", "eu-gdpr", "2025-12-19", "in-force"),
        ("GB", "eu-gdpr", "2025-12-27", "in-force"),
        ("GB", "eu-gdpr", "2025-12-28", "in-force"),
        ("GB", "eu-gdpr", "2026-11-22", "in-force"),
        ("UK", "eu-gdpr", "2026-11-22", "in-force"),
        ("GB", "eu-gdpr", "2031-06-29", "in-force"),
        ("GB", "eu-gdpr", "2031-06-30", "expiring"),
        ("GB", "eu-gdpr", "2031-12-01", "expiring"),
        ("GB", "eu-gdpr", "2031-12-27", "expiring"),
        ("GB", "eu-gdpr", "2031-12-28", "lapsed"),
        ("GB", "eu-gdpr", "2032-01-10", "lapsed"),
        ("BR", "eu-gdpr", "2026-01-25", "absent"),
        ("BR", "eu-gdpr", "2026-01-26", "in-force"),
        ("BR", "uk-gdpr", "2026-11-22", "absent"),
        ("BR", "ch-fadp", "2026-11-22", "absent"),
        ("KR", "eu-gdpr", "2021-12-16", "absent"),
        ("KR", "eu-gdpr", "2021-12-17", "in-force"),
        ("KR", "uk-gdpr", "2022-12-18", "absent"),
        ("KR", "uk-gdpr", "2022-12-19", "in-force"),
        ("JP", "ch-fadp", "2026-11-22", "absent"),
        ("US", "eu-gdpr", "2000-07-25", "absent"),
        ("US", "eu-gdpr", "2015-10-05", "out-of-scope"),
        ("US", "eu-gdpr", "2015-10-06", "lapsed"),
        ("US", "eu-gdpr", "2016-07-11", "lapsed"),
        ("US", "eu-gdpr", "2016-07-12", "out-of-scope"),
        ("US", "eu-gdpr", "2020-07-15", "out-of-scope"),
        ("US", "eu-gdpr", "2020-07-16", "lapsed"),
        ("US", "eu-gdpr", "2023-07-09", "lapsed"),
        ("US", "eu-gdpr", "2023-07-10", "out-of-scope"),
        ("US", "uk-gdpr", "2023-10-11", "absent"),
        ("US", "uk-gdpr", "2023-10-12", "out-of-scope"),
        ("US", "ch-fadp", "2024-09-14", "absent"),
        ("US", "ch-fadp", "2024-09-15", "out-of-scope"),
        ("IN", "eu-gdpr", "2026-11-22", "absent"),
        ("MC", "eu-gdpr", "2026-11-22", "absent"),
        ("MC", "ch-fadp", "2026-11-22", "in-force"),
        ("GI", "uk-gdpr", "2026-11-22", "in-force"),
        ("GB", "ch-fadp", "2026-11-22", "in-force"),
        ("FR", "ch-fadp", "2023-08-31", "absent"),
        ("FR", "ch-fadp", "2026-11-22", "in-force"),
        ("FR", "uk-gdpr", "2026-11-22", "in-force"),
        ("NO", "uk-gdpr", "2026-11-22", "in-force"),
        ("EEA", "uk-gdpr", "2026-11-22", "in-force"),
        ("AX", "uk-gdpr", "2026-11-22", "in-force"),
        ("FR", "eu-gdpr", "2026-11-22", "absent"),
        ("ZZ", "eu-gdpr", "2026-11-22", "absent"),
    ],
)
def test_adequacy_is_judged_by_regime_and_day(country: str, regime: str, day: str, status: str) -> None:
    assert on(day).adequacy(country, regime).status == status


@pytest.mark.parametrize(
    ("country", "regime", "framework", "void", "status"),
    [
        ("US", "eu-gdpr", "eu-us-dpf", (), "in-force"),
        ("US", "eu-gdpr", "uk-us-bridge", (), "out-of-scope"),
        ("US", "eu-gdpr", "eu-us-privacy-shield", (), "out-of-scope"),
        ("US", "eu-gdpr", "eu-us-dpf", ("eu-us-dpf",), "lapsed"),
        ("US", "eu-gdpr", None, ("eu-us-dpf",), "lapsed"),
        ("US", "eu-gdpr", "eu-us-dpf", ("uk-us-bridge", "swiss-us-dpf"), "in-force"),
        ("US", "uk-gdpr", "uk-us-bridge", (), "in-force"),
        ("US", "uk-gdpr", "uk-us-bridge", ("uk-us-bridge",), "lapsed"),
        ("US", "ch-fadp", "swiss-us-dpf", (), "in-force"),
        ("US", "ch-fadp", "swiss-us-dpf", ("swiss-us-dpf",), "lapsed"),
        ("GB", "eu-gdpr", None, ("uk-adequacy",), "lapsed"),
        ("GB", "ch-fadp", None, ("uk-adequacy",), "in-force"),
        ("JP", "eu-gdpr", None, ("jp-adequacy",), "lapsed"),
        ("JP", "eu-gdpr", None, ("uk-adequacy",), "in-force"),
        ("IN", "eu-gdpr", "eu-us-dpf", (), "absent"),
    ],
)
def test_certification_and_assumptions_change_the_answer(
    country: str, regime: str, framework: str | None, void: tuple[str, ...], status: str
) -> None:
    world = World(TODAY, frozenset(void))

    assert world.adequacy(country, regime, framework).status == status


def test_a_void_decision_is_void_on_every_day_of_its_extensions() -> None:
    statuses = {
        on(day, "uk-adequacy").adequacy("GB", "eu-gdpr").status
        for day in ("2021-07-01", "2025-07-01", "2025-12-27", "2025-12-28", "2031-12-27")
    }

    assert statuses == {"lapsed"}


def test_an_answer_says_which_decision_and_until_when() -> None:
    answer = World(TODAY).adequacy("GB", "eu-gdpr")

    assert answer.decision == "uk-adequacy"
    assert answer.number == "(EU) 2021/1772, renewed by (EU) 2025/2574"
    assert answer.title["fr"] == "Décision d'adéquation pour le Royaume-Uni"
    assert answer.until == date(2031, 12, 27)
    assert answer.evidence == "S"


def test_the_end_is_the_one_that_was_known_on_the_day() -> None:
    ends = {
        day: on(day).adequacy("GB", "eu-gdpr").until for day in ("2025-06-23", "2025-06-24", "2025-12-19")
    }

    assert ends == {
        "2025-06-23": date(2025, 6, 27),
        "2025-06-24": date(2025, 12, 27),
        "2025-12-19": date(2031, 12, 27),
    }


def test_a_successor_that_is_assumed_void_prolongs_nothing() -> None:
    words = {"title": {}, "scope_text": {}, "scope": "whole", "limited": False, "url": "", "evidence": "S"}
    first = {**words, "id": "a", "decision": "A", "from": "2030-01-01", "until": "2030-12-31"}
    second = {
        **words,
        "id": "b",
        "decision": "B",
        "adopted": "2030-01-01",
        "from": "2031-01-01",
        "until": None,
    }
    day = date(2030, 12, 1)

    assert judge([first, second], day, frozenset()).status == "in-force"
    assert judge([first, second], day, frozenset({"b"})).status == "expiring"


def test_the_data_privacy_framework_carries_its_litigation_and_its_scope() -> None:
    answer = World(TODAY).adequacy("US", "eu-gdpr")

    assert (answer.scope, answer.framework, answer.litigation) == ("certified", "eu-us-dpf", True)
    assert "C-703/25 P" in answer.litigation_text["en"]
    assert not World(TODAY).adequacy("NZ", "eu-gdpr").litigation


@pytest.mark.parametrize("country", ["CA", "JP", "KR", "BR"])
def test_where_the_scope_is_limited_the_author_is_asked(country: str) -> None:
    assert World(TODAY).adequacy(country, "eu-gdpr").limited


@pytest.mark.parametrize("country", ["GB", "NZ", "CH", "US", "IN"])
def test_where_the_scope_is_plain_nobody_is_asked(country: str) -> None:
    assert not World(TODAY).adequacy(country, "eu-gdpr").limited


def test_the_patent_organisation_is_adequate_for_the_union_only() -> None:
    assert on("2025-07-14").organisation("epo").status == "absent"
    assert on("2025-07-15").organisation("epo").status == "in-force"
    assert World(TODAY).organisation("epo", "uk-gdpr").status == "absent"
    assert World(TODAY).organisation("icrc").status == "absent"


def test_an_unknown_assumption_is_refused_with_the_choices() -> None:
    with pytest.raises(UnknownAssumption) as refusal:
        World(TODAY, frozenset({"us-dpf", "uk-adequacy"}))

    assert isinstance(refusal.value, NoticeLintError)
    assert refusal.value.ids == ("us-dpf",)
    assert "'us-dpf'" in str(refusal.value)
    assert "eu-us-dpf" in str(refusal.value)


@pytest.mark.parametrize(
    "name", ["uk-adequacy", "eu-us-dpf", "uk-us-bridge", "swiss-us-dpf", "jp-adequacy", "ca-adequacy"]
)
def test_what_may_fall_can_be_assumed_void(name: str) -> None:
    assert name in known_assumptions()


@given(codes, st.sampled_from(REGIMES), days)
def test_every_country_has_an_answer_on_every_day(country: str, regime: str, day: date) -> None:
    answer = World(day).adequacy(country, regime)

    assert answer.status in STATUSES
    assert (answer.decision is None) == (answer.status == "absent")
    assert answer.from_ is None or answer.from_ <= day
    if answer.until is not None:
        assert (answer.until < day) == (answer.status == "lapsed")


@given(codes, st.sampled_from(REGIMES), days)
def test_what_is_assumed_void_is_never_in_force(country: str, regime: str, day: date) -> None:
    answer = World(day, frozenset(known_assumptions())).adequacy(country, regime, "eu-us-dpf")

    assert answer.status in {"absent", "lapsed"}


@given(st.sampled_from(REGIMES), days)
def test_at_most_one_decision_of_a_country_is_in_force(regime: str, day: date) -> None:
    name = {"eu-gdpr": "adequacy", "uk-gdpr": "adequacy-uk", "ch-fadp": "adequacy-ch"}[regime]
    text = day.isoformat()
    current = [
        entry.get("country") or entry["organisation"]
        for entry in data(name)["decisions"]
        if entry["from"] <= text <= (entry["until"] or text)
    ]

    assert len(current) == len(set(current))
