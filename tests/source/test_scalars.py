"""What unquoted scalars become: null, true, false, whole numbers; everything else is the text as written."""

import copy
import json
import pickle

import pytest

from notice_lint.source.document import WholeNumber
from notice_lint.source.parse import parse

# 45 scalars on which YAML readers differ, and what each is here.
AS_WRITTEN = [
    *("no", "yes", "on", "off", "NO", "No", "Yes", "y", "n", "0o10", "0x1F", "0b11", "12:30", "1:20:30"),
    *("190:20:30.15", "1e3", "1.5e3", "12e03", "=", "3.10", "1.10", "1_000", "2024-01-02", "2024-1-2"),
    *("2024-11", ".inf", "-.inf", ".NaN", "nULL", "tRUE", "1.", "+", "+-5", "٣", "²", "P10Y"),
]
TYPED = [("010", 10), ("+5", 5), ("-0", 0), ("2024", 2024), ("~", None), ("", None), ("true", True)]
MORE_TYPED = [
    *((written, None) for written in ("null", "Null", "NULL")),
    *((written, True) for written in ("True", "TRUE")),
    *((written, False) for written in ("false", "False", "FALSE")),
    ("9" * 18, 10**18 - 1),
]
LOOKALIKES = [*AS_WRITTEN, "9" * 19, "--5", "1 000", "5 ans"]


@pytest.mark.parametrize("pure", [False, True])
@pytest.mark.parametrize("written", LOOKALIKES)
def test_what_only_looks_typed_stays_text(written: str, pure: bool) -> None:  # noqa: FBT001 - a test's parameter
    assert parse(f"key: {written}\n", "n.yaml", pure=pure).data == {"key": written}


@pytest.mark.parametrize(("written", "value"), [*TYPED, *MORE_TYPED])
def test_null_booleans_and_whole_numbers_are_typed(written: str, value: object) -> None:
    found = parse(f"key: {written}\n", "n.yaml").value(("key",))

    assert found == value
    assert isinstance(found, WholeNumber) == (type(value) is int)


@pytest.mark.parametrize("written", [*(written for written, _ in TYPED), "no", "<<", "1.0"])
@pytest.mark.parametrize("quote", ["'", '"'])
def test_quotes_make_text_of_everything(written: str, quote: str) -> None:
    document = parse(f"{quote}{written}{quote}: {quote}{written}{quote}\n", "n.yaml")

    assert document.flaws == ()
    assert document.data == {written: written}


def test_a_block_scalar_is_text() -> None:
    assert parse("key: |-\n  12\n", "n.yaml").data == {"key": "12"}


def test_a_whole_number_remembers_how_it_was_written() -> None:
    found = parse("key: 0123\n", "n.yaml").value(("key",))

    assert isinstance(found, WholeNumber)
    assert (found, found.written, json.dumps(found)) == (123, "0123", "123")
    assert copy.deepcopy(found).written == pickle.loads(pickle.dumps(found)).written == "0123"  # noqa: S301 - our own


@pytest.mark.parametrize("key", ["no", "NO", "3.10", "2024-11-05", "BE", "12:30", "1e3", "«é»", "-a", "+x"])
def test_a_key_that_is_no_typed_scalar_is_text(key: str) -> None:
    document = parse(f"{key}: x\n", "n.yaml")

    assert document.flaws == ()
    assert document.data == {key: "x"}
