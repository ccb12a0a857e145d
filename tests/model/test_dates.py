"""Dates of known precision."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notice_lint.model.dates import PartialDate


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2024", "2024-01-01", "2024-12-31"),
        ("9999", "9999-01-01", "9999-12-31"),
        ("2024-11", "2024-11-01", "2024-11-30"),
        ("2024-12", "2024-12-01", "2024-12-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2024-11-05", "2024-11-05", "2024-11-05"),
    ],
)
def test_a_date_stands_for_every_day_that_is_possible(text: str, first: str, last: str) -> None:
    assert PartialDate.parse(text) == (date.fromisoformat(first), date.fromisoformat(last), text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "24",
        "2024-1",
        "2024-13",
        "2024-00",
        "2024-02-30",
        "0000",
        "2024-11-5",
        "2024/11",
        "2024-11-05T10:00",
        "٢٠٢٤",
        "-2024",
    ],
)
def test_anything_else_is_no_date(text: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        PartialDate.parse(text)


@pytest.mark.parametrize(
    ("one", "other", "before"),
    [
        ("2024-10", "2024-11", True),
        ("2024-11", "2024-10", False),
        ("2024", "2025-01-01", True),
        ("2024-11", "2024-11-15", None),
        ("2024-11", "2024-11", None),
        ("2024", "2024-11", None),
        ("2024-11-05", "2024-11-05", False),
        ("2024-11-30", "2024-11", False),
        ("2024-11-01", "2024-11", None),
    ],
)
def test_a_date_lies_before_another_if_its_precision_tells(
    one: str, other: str, *, before: bool | None
) -> None:
    assert PartialDate.parse(one).before(PartialDate.parse(other)) is before


@given(st.dates(), st.dates())
def test_days_are_always_told_apart(one: date, other: date) -> None:
    first, second = PartialDate.parse(one.isoformat()), PartialDate.parse(other.isoformat())

    assert first.before(second) is (one < other)
