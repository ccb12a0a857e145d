"""A large file with many mistakes is answered soon, and what is told stands where it is said to stand."""

from typing import Any

import pytest

from notice_lint.schema import prune
from notice_lint.schema.load import load_schema
from notice_lint.schema.validate import violations

SCHEMA = load_schema("notice")
SMALLEST: dict[str, Any] = {"format": 1, "notice": {"id": "example", "language": "fr"}}

CROWDS: list[tuple[dict[str, object], str]] = [
    ({f"key{number}": 1 for number in range(5000)}, "unknown-key"),
    ({"purposes": {f"p{number}": {"legal_basis": "contrat"} for number in range(5000)}}, "value-unknown"),
    ({"purposes": {f"P {number}": {} for number in range(5000)}}, "id-form"),
    ({"collections": {"w": {"purposes": ["A b"] * 5000}}}, "id-form"),
    ({"notice": {**SMALLEST["notice"], "previous_versions": [1] * 5000}}, "not-a-mapping"),
]


@pytest.mark.parametrize(("part", "kind"), CROWDS)
def test_of_thousands_of_equal_mistakes_the_first_five_hundred_are_told(
    part: dict[str, object], kind: str
) -> None:
    told = violations({**SMALLEST, **part}, SCHEMA)

    assert len(told) == prune.MOST
    assert {violation.kind for violation in told} == {kind}


def test_items_keep_their_positions_among_items_that_fit() -> None:
    items: list[object] = [{"country": "FR"}] * 60
    items[7], items[50] = {"country": "fr"}, {"basis": ["x"]}
    told = violations({**SMALLEST, "recipients": {"zoom": {"transfer": items}}}, SCHEMA)

    assert [violation.route for violation in told] == [
        ("recipients", "zoom", "transfer", 7, "country"),
        ("recipients", "zoom", "transfer", 50, "basis"),
    ]


def test_one_language_among_many_keys_is_enough_to_be_a_text() -> None:
    text: dict[str, object] = {f"word{number}": "x" for number in range(100)}
    told = violations({**SMALLEST, "security": {**text, "fr": "x"}}, SCHEMA)

    assert {violation.kind for violation in told} == {"language-form"}


def test_none_beside_many_sound_entries_is_told() -> None:
    entries: dict[str, object] = {f"r{number}": {"name": "x"} for number in range(1000)}
    [told] = violations({**SMALLEST, "recipients": {**entries, "none": "x"}}, SCHEMA)

    assert (told.kind, told.route) == ("none-with-others", ("recipients", "none"))


def test_required_keys_are_not_missed_in_a_crowd_of_mistakes() -> None:
    crowd: dict[str, object] = {f"key{number}": 1 for number in range(5000)}
    told = violations({**crowd, **SMALLEST}, SCHEMA)

    assert "key-missing" not in {violation.kind for violation in told}
