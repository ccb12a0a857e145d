"""The canonical form: what means the same is the same, what could not be read is not taken for silence."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notice_lint.changes.canonical import entries
from notice_lint.changes.canonical_values import normal, plain
from notice_lint.changes.compare import compare
from notice_lint.model.notice import Notice
from notice_lint.model.period import Period
from notice_lint.reference.world import World
from notice_lint.source.parse import parse
from tests.changes.oracle import lines
from tests.model.resolved import DAY, notice


def values(text: str, head: str = "") -> dict[str, Any]:
    """Return the canonical values of a short notice by part and id."""
    return {f"{one.part}/{one.id}".rstrip("/"): one.value for one in entries(notice(text, head=head))}


PERIODS = [
    ("P12M", "P1Y"),
    ("P18M", "P1Y6M"),
    ("P4W", "P28D"),
    ("P1Y", "P1Y"),
    ("P0Y", "P0D"),
    ("P1M", "P1M"),
    ("P30D", "P30D"),
    ("P1Y2W", "P1Y14D"),
]


@pytest.mark.parametrize(("written", "canonical"), PERIODS)
def test_edge_54_a_period_has_one_form(written: str, canonical: str) -> None:
    assert normal(Period.parse(written)) == canonical


@given(st.integers(0, 5000), st.integers(0, 5000))
def test_the_one_form_of_a_period_is_a_period_of_the_same_length(months: int, days: int) -> None:
    assert Period.parse(normal(Period(months, days))).same_length(Period(months, days))


TEXTS = [
    ("trailing blanks and lines", "a \n", "a"),
    ("several blanks", "a  b\tc", "a b c"),
    ("lines stay lines", "a\n- b\n- c", "a\n- b\n- c"),
    ("paragraphs stay paragraphs", "a\n\n\n\nb", "a\n\nb"),
    ("the ends of lines of Windows", "a\r\nb", "a\nb"),
    ("a no-break space is kept for the reader", "a\u00a0: b", "a\u00a0: b"),
    ("composed letters", "e\u0301", "\u00e9"),
]


@pytest.mark.parametrize(("text", "canonical"), [row[1:] for row in TEXTS], ids=[row[0] for row in TEXTS])
def test_a_text_compares_without_its_layout(text: str, canonical: str) -> None:
    assert plain(text) == canonical


@given(st.text())
def test_what_is_canonical_stays_as_it_is(text: str) -> None:
    assert plain(plain(text)) == plain(text)


def test_a_text_in_one_language_is_a_text_in_the_language_of_the_notice() -> None:
    assert values("security: locked") == values("security: {en: locked, fr: ''}")


def test_a_text_that_is_a_number_keeps_how_it_was_written() -> None:
    assert values("controller: {name: 0123, phone: +33}")["controller"] == {"name": "0123", "phone": "+33"}


def test_a_transfer_block_without_a_country_stands_for_each_country_outside_the_eea() -> None:
    found = values(
        "recipients: {r: {country: FR, processing_countries: [US, UK, DE], transfer: {basis: adequacy}}}"
    )

    assert found["recipients/r"]["transfer"] == {"GB": {"adequacy": {}}, "US": {"adequacy": {}}}


def test_the_day_of_a_notice_does_not_change_its_form() -> None:
    text = "recipients: {r: {country: UK, transfer: {basis: adequacy}}}"
    before_brexit, today = (entries(notice(text, day=day)) for day in (date(2019, 1, 1), DAY))

    assert before_brexit == today


def test_two_blocks_of_one_country_and_basis_are_both_kept() -> None:
    found = values(
        "recipients: {r: {country: US, transfer: [{basis: adequacy, copy: a}, {basis: adequacy, copy: b}]}}"
    )

    assert list(found["recipients/r"]["transfer"]["US"]) == ["adequacy", "adequacy#2"]


def test_retention_of_a_purpose_that_a_category_does_not_have_is_no_retention_of_it() -> None:
    found = values("collections: {c: {retention: {p: r, q: s}, categories: {a: {purposes: [p]}}}}")

    assert found["categories/c/a"] == {"purposes": {"p": True}, "retention": {"": {"r": True}}}


def test_none_is_an_entry_and_its_text_is_kept() -> None:
    found = values("recipients: none\ndpo: {none: small}\nprofiling: {none: {fr: non}}")

    expected = {"recipients/none": {"none": {}}, "profiling/none": {"none": {"fr": "non"}}}
    assert {key: found[key] for key in expected} == expected
    assert found["dpo"] == {"none": {"en": "small"}}


@pytest.mark.parametrize(
    "data", ["", "[]", "text", "12", "notice: x", "purposes: []", "cookies: {items: []}"]
)
def test_what_is_hardly_a_notice_has_hardly_an_entry(data: str) -> None:
    document = parse(data, "notice.yaml")

    assert [entry for entry in entries(Notice(document, World(DAY))) if entry.part != "notice"] == []


REFUSED = [
    (("recipients", "r", "country"), "recipients: {r: {name: R, country: Nowhere}}", ["country"]),
    (("purposes", "p", "kinds"), "purposes: {p: {kinds: {a: b}}}", ["kinds"]),
    (("purposes", "p", "legal_basis"), "purposes: {p: {legal_basis: [[a], 1]}}", ["legal_basis"]),
    (("children", "minimum_age"), "children: {minimum_age: old}", ["minimum_age"]),
]


@pytest.mark.parametrize(("route", "text", "path"), REFUSED)
def test_edge_87_what_the_schema_refused_is_unreadable_and_not_gone(
    route: tuple[str, ...], text: str, path: list[str]
) -> None:
    resolved = notice(text, broken=frozenset((route,)))
    value = next(one.value for one in entries(resolved) if one.part == route[0])

    assert list(value[path[-1]]) == ["unreadable"]


def test_edge_87_a_part_that_was_refused_is_unreadable_and_not_gone() -> None:
    resolved = notice("recipients: [a, b]", broken=frozenset((("recipients",),)))

    told = lines(compare(notice("recipients: {a: {name: A}}"), resolved))
    assert told == ["+ recipients"]


@pytest.mark.parametrize(
    "text",
    [
        "purposes: {p: {legal_basis: [[a], 1, {basis: [x]}], interest: [1], text: [a]}}",
        "recipients: {r: {transfer: [[a], 1], processing_countries: {a: b}, country: [x]}}",
        "collections: {c: {categories: [a], retention: [[x]], purposes: {a: b}, source: [[]]}}",
        "collections: {c: {categories: {a: 1, b: [x], d: {retention: {p: {q: r}}}}}}",
        "rights: {access: [a], grants: {a: b}}\nheadings: 1\nsecurity: [a]\ncookies: {items: {a: 1}}",
        "notice: {previous_versions: [1, [a], {version: [x]}], exemptions: {a: 1}, audience: 1}",
    ],
)
def test_any_shape_is_compared_without_a_crash(text: str) -> None:
    head = text if text.startswith("notice") else f"notice: {{id: a, language: en}}\n{text}"
    odd = Notice(parse(head, "notice.yaml"), World(DAY))

    assert lines(compare(odd, odd)) == []
    compare(notice("security: x"), odd)
