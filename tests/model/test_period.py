"""Periods: reading them, ranking them, and counting with them."""

from calendar import monthrange
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notice_lint.model.period import Period

PERIODS = st.builds(Period, st.integers(0, 400), st.integers(0, 4000))
DAYS = st.dates(date(1970, 1, 1), date(2100, 1, 1))


@pytest.mark.parametrize(
    ("text", "months", "days"),
    [
        ("P10Y", 120, 0),
        ("P14M", 14, 0),
        ("P1Y6M", 18, 0),
        ("P4W", 0, 28),
        ("P30D", 0, 30),
        ("P1Y2M3W4D", 14, 25),
        ("P0D", 0, 0),
        ("P007M", 7, 0),
    ],
)
def test_a_calendar_period_is_months_and_days(text: str, months: int, days: int) -> None:
    assert Period.parse(text) == (months, days, text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "P",
        "P1",
        "1Y",
        "PY",
        "P1Y1Y",
        "P1M1Y",
        "P1.5Y",
        "PT24H",
        "P1YT1H",
        "p1y",
        "P-1Y",
        "P 1Y",
        "P1Y ",
        "P²Y",
        "P" + "9" * 30 + "Y",
    ],
)
def test_anything_else_is_no_period(text: str) -> None:
    with pytest.raises(ValueError, match="is not a period"):
        Period.parse(text)


@pytest.mark.parametrize(
    ("shorter", "longer"),
    [
        ("P27D", "P1M"),
        ("P1M", "P32D"),
        ("P6M", "P1Y"),
        ("P364D", "P1Y"),
        ("P1Y", "P367D"),
        ("P3Y", "P10Y"),
        ("P4W", "P5W"),
    ],
)
def test_periods_are_ranked_where_every_start_agrees(shorter: str, longer: str) -> None:
    first, second = Period.parse(shorter), Period.parse(longer)

    assert first.shorter_than(second) is True
    assert second.shorter_than(first) is False


@pytest.mark.parametrize(
    ("one", "other"), [("P1M", "P30D"), ("P1M", "P28D"), ("P1M", "P31D"), ("P1Y", "P365D"), ("P1Y", "P366D")]
)
def test_a_month_and_thirty_days_cannot_be_ranked(one: str, other: str) -> None:
    first, second = Period.parse(one), Period.parse(other)

    assert first.shorter_than(second) is None
    assert second.shorter_than(first) is None
    assert not first.same_length(second)


@pytest.mark.parametrize(("one", "other"), [("P12M", "P1Y"), ("P7D", "P1W"), ("P0D", "P0M")])
def test_the_same_length_can_be_written_in_two_ways(one: str, other: str) -> None:
    assert Period.parse(one).same_length(Period.parse(other))
    assert Period.parse(one).shorter_than(Period.parse(other)) is False


@given(PERIODS, PERIODS, DAYS)
def test_a_shorter_period_never_ends_later(one: Period, other: Period, start: date) -> None:
    if one.shorter_than(other):
        assert one.after(start) <= other.after(start)
    if one.shorter_than(other) is False:
        assert one.after(start) >= other.after(start)


@given(PERIODS, PERIODS)
def test_of_two_periods_not_both_are_shorter(one: Period, other: Period) -> None:
    assert not (one.shorter_than(other) and other.shorter_than(one))


@given(PERIODS, DAYS)
def test_a_period_lasts_between_its_fewest_and_its_most_days(period: Period, start: date) -> None:
    lasted = (period.after(start) - start).days

    # Months stop at a month's end: a period from the 31st can be up to three days short of its fewest.
    assert period.shortest - 3 <= lasted <= period.longest


@pytest.mark.parametrize(
    ("period", "start", "end"),
    [
        ("P1M", "2026-01-31", "2026-02-28"),
        ("P1M", "2024-01-31", "2024-02-29"),
        ("P1Y", "2024-02-29", "2025-02-28"),
        ("P1M1D", "2026-01-31", "2026-03-01"),
        ("P12M", "2026-11-22", "2027-11-22"),
        ("P4W", "2026-12-20", "2027-01-17"),
        ("P9000Y", "2026-11-22", "9999-12-31"),
        ("P9999999D", "2026-11-22", "9999-12-31"),
    ],
)
def test_a_period_ends_on_the_day_that_the_calendar_has(period: str, start: str, end: str) -> None:
    assert Period.parse(period).after(date.fromisoformat(start)) == date.fromisoformat(end)


@given(st.integers(0, 1200), DAYS)
def test_months_keep_the_day_or_stop_at_the_end_of_the_month(months: int, start: date) -> None:
    end = Period(months, 0).after(start)

    assert end.day == min(start.day, monthrange(end.year, end.month)[1])
    assert (end.year - start.year) * 12 + end.month - start.month == months


@given(st.integers(0, 30_000), DAYS)
def test_days_can_be_counted_back(days: int, start: date) -> None:
    period = Period(0, days)

    assert period.before(period.after(start)) == start
    assert period.before(start) == start - timedelta(days=days)
