"""Which words are a date, and which are refused?"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notice_lint.changes.when import looks_like_a_date, when

READ = [
    ("2024", "2024"),
    ("2024-11", "2024-11"),
    ("2024-11-05", "2024-11-05"),
    ("  2024-11 ", "2024-11"),
    ("november 2024", "2024-11"),
    ("November 2024", "2024-11"),
    ("novembre 2024", "2024-11"),
    ("Nov 2024", "2024-11"),
    ("nov. 2024", "2024-11"),
    ("Sept 2024", "2024-09"),
    ("février 2024", "2024-02"),
    ("FEVRIER 2024", "2024-02"),
    ("août 2024", "2024-08"),
    ("aou. 2024", "2024-08"),
    ("juil. 2024", "2024-07"),
    ("déc. 2024", "2024-12"),
    ("mar 2024", "2024-03"),
    ("5 November 2024", "2024-11-05"),
    ("05 november 2024", "2024-11-05"),
    ("November 5, 2024", "2024-11-05"),
    ("1er novembre 2024", "2024-11-01"),
    ("1st November 2024", "2024-11-01"),
    ("22nd of November 2024", "2024-11-22"),
    ("le 5 novembre 2024", "2024-11-05"),
    ("since november 2024", "2024-11"),
    ("depuis novembre 2024", "2024-11"),
    ("depuis le 1er novembre 2024", "2024-11-01"),
    ("since 2024-11", "2024-11"),
    ("29 février 2024", "2024-02-29"),
]

REFUSED = [
    "",
    "01/11/2024",
    "1/11/24",
    "2024/11/01",
    "01.11.2024",
    "01-11-2024",
    "2024-13",
    "2024-00",
    "2024-11-31",
    "2023-02-29",
    "31 November 2024",
    "0 november 2024",
    "2024-1",
    "24-11",
    "202411",
    "0000",
    "٢٠٢٤",
    "jui 2024",
    "no 2024",
    "november",
    "november 24",
    "brumaire 2024",
    "yesterday",
    "last year",
    "garbage",
    "2024-11-05T12:00",
    "v2024",
    "-1",
    "2024-11 --output=x",
    "november\n2024\x00",
    "x" * 100_000,
]


@pytest.mark.parametrize(("asked", "expected"), READ)
def test_edge_81_a_date_is_read_in_every_form_that_has_one_meaning(asked: str, expected: str) -> None:
    found = when(asked)

    assert found is not None
    assert found.written == expected


@pytest.mark.parametrize("asked", REFUSED)
def test_edge_81_what_has_two_meanings_or_none_is_no_date(asked: str) -> None:
    assert when(asked) is None


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("01/11/2024", True),
        ("1.11.24", True),
        ("2024-13", True),
        ("2024-11-31", True),
        ("31 November 2024", True),
        ("nov 24", True),
        ("v1.2.3", False),
        ("nonsense", False),
        ("release-2024", False),
        ("november", False),
    ],
)
def test_what_was_meant_as_a_date_is_told_apart_from_a_name(asked: str, expected: bool) -> None:  # noqa: FBT001 - a table
    assert looks_like_a_date(asked) is expected


@given(st.text(max_size=80))
def test_whatever_is_asked_is_a_date_or_none(asked: str) -> None:
    found = when(asked)

    assert found is None or found.first <= found.last
    assert looks_like_a_date(asked) in (True, False)
