"""The traps of deepdiff, by their number in the reference: each is out of reach, or held off by an option."""

from json import dumps
from typing import Any

import pytest

from notice_lint.changes.canonical import entries
from notice_lint.changes.compare_leaves import applied, leaves, reversed_
from notice_lint.changes.comparison import MISSING, Leaf
from tests.changes.oracle import compared, lines, told, whole
from tests.model.resolved import notice

CASES: list[tuple[str, str, dict[str, Any], dict[str, Any]]] = [
    ("T1", "one went and one came at the same place", {"a": {"x": "1"}, "b": {}}, {"a": {"x": "1"}, "c": {}}),
    ("T2", "one item on both sides, and one more", {"a": {"x": "1"}}, {"a": {"x": "2"}, "b": {"x": "1"}}),
    ("T4", "few keys survive", {"a": {"1": "x", "2": "x", "3": "x"}}, {"a": {"1": "x", "4": "y", "5": "x"}}),
    ("T4", "no key survives", {"a": {"x": "1"}}, {"b": {"x": "1"}}),
    ("T7", "members of a set", {"a": {"x": True, "y": True}}, {"a": {"y": True, "z": True}}),
    ("T9", "empty text is not nothing", {"a": ""}, {}),
    ("T9", "an empty mapping is not nothing", {"a": {}}, {}),
    ("T11", "keys with quotes and brackets", {"a['b']": {'"': "1"}}, {"a['b']": {'"': "2"}}),
    ("T11", "keys with dots, slashes, tildes, blanks", {"a.b/c~ ": "1", "": "2"}, {"a.b/c~ ": "2"}),
    ("T11", "keys that look like positions", {"0": {"1": "a"}}, {"0": {"1": "b"}}),
    ("T13", "keys that look private", {"__a": "1", "_b": "2"}, {"__a": "2", "_b": "3"}),
    ("T18", "true is not one", {"a": True, "b": False, "c": 1}, {"a": 1, "b": 0, "c": True}),
    ("T18", "a number is not its text", {"a": 1}, {"a": "1"}),
    ("T8", "a text for a mapping", {"a": {"b": "c"}}, {"a": "b"}),
]
_IDS = [f"{number}: {sentence}" for number, sentence, *_ in CASES]


@pytest.mark.parametrize(("before", "after"), [case[2:] for case in CASES], ids=_IDS)
def test_deepdiff_finds_what_a_walk_by_hand_finds(before: dict[str, Any], after: dict[str, Any]) -> None:
    assert whole(before, after) != set()
    assert told(leaves(before, after)) == whole(before, after)


@pytest.mark.parametrize(("before", "after"), [case[2:] for case in CASES], ids=_IDS)
def test_t16_what_was_found_leads_there_and_back(before: dict[str, Any], after: dict[str, Any]) -> None:
    found = leaves(before, after)

    assert dumps(applied(before, found), sort_keys=True) == dumps(after, sort_keys=True)
    assert dumps(applied(after, reversed_(found)), sort_keys=True) == dumps(before, sort_keys=True)


def test_t3_an_entry_that_says_the_same_as_another_is_not_dropped() -> None:
    twice = "purposes: {a: {text: x}, b: {text: x}}"

    assert lines(compared("purposes: {a: {text: x}}", twice)) == ["+ purposes/b"]


def test_t5_what_went_is_not_taken_for_what_came() -> None:
    old, new = "purposes: {marketing: {text: To sell}}", "purposes: {analytics: {text: To count}}"

    assert lines(compared(old, new)) == ["+ purposes/analytics", "- purposes/marketing"]


def test_t6_one_entry_that_says_nothing_does_not_spoil_the_others() -> None:
    old = "purposes: {a: {text: x}, b: , c: {text: z}}"
    new = "purposes: {c: {text: z}, b: , a: {text: y}}"

    assert lines(compared(old, new)) == ["purposes/a text.en: x -> y", "purposes: reordered"]


def test_t8_what_yaml_takes_for_other_types_is_text() -> None:
    (entry,) = [one for one in entries(notice("controller: {country: NO}")) if one.part == "controller"]

    assert entry.value == {"country": "NO"}


def test_t10_only_typography_differs_and_that_is_kept_for_the_reader() -> None:
    (line,) = lines(compared('security: "l\'accès : non"', 'security: "l’accès\u00a0: non"'))

    assert line == "security text.en: l'accès : non -> l’accès\u00a0: non"


def plain(value: object) -> bool:
    """Whether a value is plain data without lists."""
    if type(value) is dict:
        return all(type(key) is str and plain(below) for key, below in value.items())
    return type(value) in (str, int, bool)


def test_t14_t15_canonical_values_are_plain_data_without_lists() -> None:
    text = """
purposes: {a: {text: 12, legal_basis: [consent, {basis: contract, when: x}]}}
children: {minimum_age: 013}
recipients: {r: {country: US, transfer: [{basis: adequacy, module: 2, adapted_for: [ch]}]}}
collections: {c: {categories: {d: {items: [a, {en: b, fr: c}], retention: {a: [x, y]}, purposes: [a]}}}}
complaints: {authorities: [be-apd]}
"""
    found = entries(notice(text, head="previous_versions: [{version: 1, url: x}], published: 2024"))

    assert [entry for entry in found if not plain(entry.value)] == []
    assert {entry.id: entry.value for entry in found}["a"]["text"] == {"en": "12"}


def test_t17_however_much_differs_all_of_it_is_told() -> None:
    before, after = ({str(number): {"x": side} for number in range(3000)} for side in ("a", "b"))

    assert len(leaves(before, after)) == 3000


def test_a_leaf_says_where_nothing_stood() -> None:
    assert leaves({}, {"a": {"b": "c"}}) == (Leaf(("a",), MISSING, {"b": "c"}),)
