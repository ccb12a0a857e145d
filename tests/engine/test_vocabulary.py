"""The words of rules: when each holds, does not, or cannot be known."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notice_lint.engine.condition import condition
from notice_lint.engine.vocabulary import WORDS, Constant, Truth, constant_of, constants_of, negated
from notice_lint.findings import Text
from notice_lint.model.dates import PartialDate
from notice_lint.model.period import Period
from notice_lint.model.record import NONE, SILENT, UNREADABLE, Record, Value
from tests.engine.judged import context

DAY = date(2026, 11, 22)
YEAR, MONTH, DAYS = Period.parse("P1Y"), Period.parse("P1M"), Period.parse("P30D")


def day(text: str) -> PartialDate:
    """Return a date of known precision."""
    return PartialDate.parse(text)


def some(*members: str) -> frozenset[str]:
    """Return a rule's list."""
    return frozenset(members)


TRUTHS: list[tuple[str, Value, Constant, Truth]] = [
    *[("present", value, (), True) for value in ("x", ("x",), True, False, 0, Text({"en": "x"}), YEAR)],
    *[("present", value, (), False) for value in (SILENT, NONE, ())],
    ("present", UNREADABLE, (), None),
    ("declared", NONE, (), True),
    ("declared", "x", (), True),
    ("declared", SILENT, (), False),
    ("declared", UNREADABLE, (), None),
    ("absent", SILENT, (), True),
    ("absent", (), (), True),
    ("absent", NONE, (), False),
    ("absent", "x", (), False),
    ("absent", UNREADABLE, (), None),
    ("is", "FR", "FR", True),
    ("is", "FR", "BE", False),
    ("is", True, True, True),
    ("is", False, True, False),
    ("is", SILENT, "FR", None),
    ("is", UNREADABLE, "FR", None),
    ("is", NONE, "FR", False),
    ("is", "FR", SILENT, None),
    ("is", YEAR, Period.parse("P12M"), True),
    ("is", MONTH, DAYS, False),
    ("is", day("2024"), day("2024"), True),
    ("is", day("2024"), day("2024-11"), False),
    ("is", Text({"en": "a", "fr": "b"}), "b", True),
    ("is_not", "FR", "BE", True),
    ("is_not", "FR", "FR", False),
    ("is_not", SILENT, "FR", None),
    ("is_not", UNREADABLE, "FR", None),
    ("in", "FR", some("FR", "BE"), True),
    ("in", "US", some("FR", "BE"), False),
    ("in", SILENT, some("FR"), None),
    ("in", "FR", ("FR", "BE"), True),
    ("not_in", "US", some("FR"), True),
    ("not_in", "FR", some("FR"), False),
    ("not_in", SILENT, some("FR"), None),
    ("not_in", UNREADABLE, some("FR"), None),
    ("any_in", ("a", "b"), some("b"), True),
    ("any_in", ("a",), some("b"), False),
    ("any_in", (), some("b"), None),
    ("any_in", SILENT, some("b"), None),
    ("any_in", UNREADABLE, some("b"), None),
    ("any_in", ("a",), SILENT, None),
    ("none_in", ("a",), some("b"), True),
    ("none_in", ("a", "b"), some("b"), False),
    ("none_in", SILENT, some("b"), None),
    ("all_in", ("a", "b"), some("a", "b", "c"), True),
    ("all_in", ("a", "d"), some("a", "b"), False),
    ("all_in", (), some("a"), None),
    ("at_least", 16, 13, True),
    ("at_least", 13, 13, True),
    ("at_least", 12, 13, False),
    ("at_least", SILENT, 13, None),
    ("at_least", ("a", "b"), 2, True),
    ("at_least", ("a",), 2, False),
    ("at_least", (), 2, None),
    ("at_least", YEAR, MONTH, True),
    ("at_least", MONTH, YEAR, False),
    ("at_least", MONTH, DAYS, None),
    ("at_least", day("2025"), day("2024-06-01"), True),
    ("at_least", day("2024"), day("2024-06-01"), None),
    ("at_least", "16", 13, None),
    ("at_most", 13, 13, True),
    ("at_most", 14, 13, False),
    ("at_most", MONTH, YEAR, True),
    ("at_most", DAYS, MONTH, None),
    ("at_most", UNREADABLE, 13, None),
    ("older_than", day("2025-11-21"), YEAR, True),
    ("older_than", day("2025-11-22"), YEAR, False),
    ("older_than", day("2025-11"), YEAR, None),
    ("older_than", day("2024"), YEAR, True),
    ("older_than", SILENT, YEAR, None),
    ("newer_than", day("2025-11-23"), YEAR, True),
    ("newer_than", day("2025-11-22"), YEAR, False),
    ("newer_than", day("2025"), YEAR, None),
    ("newer_than", UNREADABLE, YEAR, None),
]


@pytest.mark.parametrize(("word", "value", "constant", "truth"), TRUTHS)
def test_a_word_holds_or_not_or_is_unknown(word: str, value: Value, constant: Constant, truth: Truth) -> None:
    assert WORDS[word].holds(value, constant, DAY) is truth


def test_every_word_has_its_row() -> None:
    assert {row[0] for row in TRUTHS} == set(WORDS)


def test_unknown_stays_unknown_under_not() -> None:
    assert [negated(truth) for truth in (True, False, None)] == [False, True, None]


RECORD = Record((), {"name": "x", "country": SILENT, "kind": "company"}, {})
HOLDS, FAILS, UNKNOWN = {"name": {"is": "x"}}, {"name": {"is": "y"}}, {"country": {"is": "FR"}}


@pytest.mark.parametrize(
    ("raw", "truth"),
    [
        ({"all_of": [HOLDS, HOLDS]}, True),
        ({"all_of": [HOLDS, UNKNOWN]}, None),
        ({"all_of": [UNKNOWN, FAILS]}, False),
        ({"any_of": [FAILS, HOLDS]}, True),
        ({"any_of": [FAILS, UNKNOWN]}, None),
        ({"any_of": [UNKNOWN, HOLDS]}, True),
        ({"any_of": [FAILS, FAILS]}, False),
        ({"not": HOLDS}, False),
        ({"not": UNKNOWN}, None),
        ({"not": {"any_of": [FAILS, UNKNOWN]}}, None),
        ({"not": {"not": UNKNOWN}}, None),
        ({"name": {"is": "x", "is_not": "y"}}, True),
        ({"name": "present", "country": "absent"}, True),
        ({"country": {"is": {"field": "name"}}}, None),
        ({}, True),
    ],
)
def test_conditions_together_have_three_values(raw: dict[str, object], truth: Truth) -> None:
    assert condition(raw, "controller").holds(RECORD, context("format: 1")) is truth


@pytest.mark.parametrize(("country", "truth"), [("FR", True), ("US", False), ("EL", True), ("EEA", True)])
def test_a_named_list_is_judged_on_the_day(country: str, truth: Truth) -> None:
    given_ = context(f"format: 1\nnotice: {{id: a, language: en}}\ncontroller: {{country: {country}}}")
    (record,) = given_.notice.view("controller")

    assert condition({"country": {"in": "eea"}}, "controller").holds(record, given_) is truth


@pytest.mark.parametrize(
    ("kind", "raw"),
    [
        ("number", "3"),
        ("number", True),
        ("flag", "yes"),
        ("flag", 1),
        ("date", "soon"),
        ("period", "1 year"),
        ("period", 12),
        ("word", 3),
        ("country", ["FR"]),
        ("ids", "two"),
        ("text", None),
    ],
)
def test_a_constant_of_another_kind_is_refused(kind: str, raw: object) -> None:
    with pytest.raises(ValueError, match=r".*"):
        constant_of(kind, raw)


@pytest.mark.parametrize("raw", [[], [1], ["FR", True], [None]])
def test_a_list_holds_words_and_at_least_one(raw: list[object]) -> None:
    with pytest.raises(ValueError, match=r".*"):
        constants_of(raw)


@given(st.sampled_from(sorted(set(WORDS) - {"present", "declared", "absent"})))
def test_no_word_but_those_on_silence_judges_what_is_not_said(word: str) -> None:
    for value in (SILENT, UNREADABLE):
        assert WORDS[word].holds(value, some("a"), DAY) is None
