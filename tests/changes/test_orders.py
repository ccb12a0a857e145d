"""What is longer, later, weaker, further; and what cannot be ranked."""

from datetime import date, timedelta
from itertools import permutations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notice_lint.changes import ladders, orders
from notice_lint.changes.change import Direction
from notice_lint.model import terms
from notice_lint.model.period import Period

_PERIODS = st.builds(Period, st.integers(0, 240), st.integers(0, 800))
_DAYS = st.dates(date(1900, 1, 1), date(2300, 1, 1))


@pytest.mark.parametrize(
    ("one", "other", "order"),
    [
        ("P12M", "P1Y", 0),
        ("P1Y6M", "P18M", 0),
        ("P4W", "P28D", 0),
        ("P10Y", "P3Y", 1),
        ("P6M", "P180D", 1),
        ("P1M", "P27D", 1),
        ("P1M", "P32D", -1),
        ("P1M", "P30D", None),
        ("P1Y", "P365D", None),
        ("P13M", "P395D", None),
        ("P999Y", "P1D", 1),
    ],
)
def test_periods_are_ranked_where_every_day_agrees(one: str, other: str, order: int | None) -> None:
    first, second = Period.parse(one), Period.parse(other)

    assert orders.period_order(first, second) == order
    assert orders.period_order(second, first) == (None if order is None else -order)


@given(_PERIODS, _PERIODS, _DAYS)
def test_no_day_contradicts_an_order_of_periods_by_more_than_the_calendar_allows(
    one: Period, other: Period, day: date
) -> None:
    order = orders.period_order(one, other)

    if order == -1:
        assert one.after(day) <= other.after(day) + timedelta(days=3)  # a short month ends earlier
    elif order == 0:
        assert one.after(day) == other.after(day)


@given(_PERIODS, _PERIODS, _PERIODS)
def test_an_order_of_periods_passes_on(one: Period, other: Period, third: Period) -> None:
    if orders.period_order(one, other) == orders.period_order(other, third) == -1:
        assert orders.period_order(one, third) == -1


@pytest.mark.parametrize("written", ["3 years", "P3", "PT", "p3y", "", "PT24H", "none"])
def test_what_is_no_period_is_not_ranked(written: str) -> None:
    assert orders.written_order(written, "P1Y") is None
    assert orders.term({"period": written}).ends == ()


_LINE = ("collection", "last-use", "last-contact", "contract-end", "account-closure", "claim-expiry")


@pytest.mark.parametrize(("first", "second"), [(a, b) for i, a in enumerate(_LINE) for b in _LINE[i + 1 :]])
def test_the_events_of_the_line_follow_each_other(first: str, second: str) -> None:
    assert orders.event_order(first, second) == -1
    assert orders.event_order(second, first) == 1


@pytest.mark.parametrize("event", [event for event in terms.EVENTS if event != "collection"])
def test_nothing_happens_before_data_are_collected(event: str) -> None:
    assert orders.event_order("collection", event) == -1


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("event-end", "contract-end"),
        ("consent-withdrawal", "account-closure"),
        ("collection", "year-end"),
        ("", "collection"),
    ],
)
def test_events_that_depend_on_the_person_are_not_ranked(first: str, second: str) -> None:
    assert orders.event_order(first, second) is None


def test_no_event_comes_before_itself() -> None:
    for first, second in permutations(terms.EVENTS, 2):
        order = orders.event_order(first, second)

        assert order is None or orders.event_order(second, first) == -order


def _rules() -> list[dict[str, Any]]:
    lengths: list[dict[str, Any]] = [
        {"period": "P1Y"},
        {"period": "P3Y"},
        {"period": "P30D"},
        {"period": "P1M"},
    ]
    starts: list[dict[str, Any]] = [{}, {"from": "collection"}, {"from": "account-closure"}]
    ends: list[dict[str, Any]] = [{}, {"until": "account-closure"}, {"until": "consent-withdrawal"}]
    found = [{**a, **b, **c} for a in lengths for b in starts for c in ends]
    found += [{**rule, "whichever": "last"} for rule in found if "until" in rule]
    found += [{**rule, "maximum": True} for rule in found[:12]]
    found += [{"until": "account-closure"}, {"until": "consent-withdrawal"}, {"indefinite": {"en": "x"}}]
    return [*found, {"criteria": {"en": "x"}}, {"statutory": True, "period": "P10Y"}, {}]


_WAY_BACK = {
    "retention.lengthened": "retention.shortened",
    "retention.start.later": "retention.start.earlier",
    "retention.unbounded": "retention.capped",
    "retention.until_consent": "retention.no_longer_until_consent",
    "retention.rule_changed": "retention.rule_changed",
    "retention.equivalent": "retention.equivalent",
    "": "",
}
_WAY_BACK |= {back: there for there, back in _WAY_BACK.items()}


@pytest.mark.parametrize("old", _rules(), ids=repr)
def test_every_change_of_a_rule_has_its_mirror(old: dict[str, Any]) -> None:
    for new in _rules():
        there, back = orders.retention_change(old, new), orders.retention_change(new, old)

        assert back == _WAY_BACK[there], (old, new)
        assert bool(there) == (orders.term(old) != orders.term(new))


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ({"period": "P3Y"}, {"period": "P3Y", "until": "request"}, "retention.shortened"),
        (
            {"period": "P3Y", "from": "x"},
            {"period": "P3Y", "from": "x", "until": "request"},
            "retention.shortened",
        ),
        ({"period": "P3Y", "from": "x"}, {"indefinite": {"en": "always"}}, "retention.unbounded"),
        ({"criteria": {"en": "as needed"}}, {"period": "P3Y", "from": "collection"}, "retention.capped"),
        ({"criteria": {"en": "as needed"}}, {"until": "contract-end"}, "retention.rule_changed"),
        ({"until": "contract-end"}, {"until": "account-closure"}, "retention.start.later"),
        ({"period": "P3Y"}, {"period": "P5Y"}, "retention.lengthened"),
        (
            {"period": "P1Y", "from": "contract-end", "until": "contract-end"},
            {"until": "contract-end"},
            "retention.equivalent",
        ),
    ],
)
def test_what_happens_to_a_rule(old: dict[str, Any], new: dict[str, Any], code: str) -> None:
    found = orders.retention_change(old, new)

    assert found == code


@pytest.mark.parametrize(
    ("name", "before", "after", "direction"),
    [
        ("end", "delete", "anonymise", Direction.LESS_PROTECTIVE),
        ("end", "archive", "delete", Direction.MORE_PROTECTIVE),
        ("role", "processor", "controller", Direction.LESS_PROTECTIVE),
        ("role", "controller", "joint-controller", Direction.MORE_PROTECTIVE),
        ("role", "processor", "sub-processor", Direction.NEUTRAL),
        ("role", "internal", "processor", Direction.LESS_PROTECTIVE),
        ("role", "processor", "public-authority", Direction.UNDETERMINED),
        ("role", "group-company", "processor", Direction.UNDETERMINED),
    ],
)
def test_a_step_on_a_ladder_favours_somebody(
    name: str, before: str, after: str, direction: Direction
) -> None:
    assert ladders.ladder(name, before, after) is direction


@pytest.mark.parametrize(
    ("basis", "status", "level"),
    [
        ("adequacy", "in-force", ladders.ADEQUATE),
        ("standard-contractual-clauses", "expiring", ladders.ADEQUATE),
        ("adequacy", "lapsed", ladders.NOTHING),
        ("adequacy", "out-of-scope", ladders.NOTHING),
        ("standard-contractual-clauses", "absent", ladders.SAFEGUARDS),
        ("binding-corporate-rules", "lapsed", ladders.SAFEGUARDS),
        ("derogation-contract", "absent", ladders.DEROGATION),
        ("", "in-force", ladders.ADEQUATE),
        ("", "absent", ladders.NOTHING),
    ],
)
def test_a_transfer_is_covered_as_well_as_its_best_ground(basis: str, status: str, level: int) -> None:
    assert ladders.transfer_level(basis, status) == level


def test_every_transfer_basis_of_the_format_has_a_level() -> None:
    levels = {ladders.transfer_level(basis, "absent") for basis in terms.TRANSFER_BASES}

    assert levels == {ladders.SAFEGUARDS, ladders.DEROGATION, ladders.NOTHING}
