"""That every edge case of the reference has a test: its number is in a test's name or a table's row."""

import re

from tests.changes import test_compare_edge_cases, test_meaning
from tests.conftest import ROOT

KNOWN = range(1, 93)
"""The edge cases of comparing versions; their numbers are those in the names of the tests."""

_NAMED = re.compile(r"^def test_edge((?:_\d+)+)_", re.MULTILINE)
_ROW = re.compile(r'"edge (\d+): ')
_FOLDERS = ("tests/changes", "tests/source")


def _in_names() -> set[int]:
    texts = [path.read_text(encoding="utf-8") for one in _FOLDERS for path in (ROOT / one).glob("test_*.py")]
    named = [
        number for text in texts for name in _NAMED.findall(text) for number in name.split("_") if number
    ]
    return {int(number) for number in (*named, *(row for text in texts for row in _ROW.findall(text)))}


def _in_tables() -> set[int]:
    compared = [case.number for case in test_compare_edge_cases.CASES]
    told = [case.number for case in test_meaning.CASES]
    refused = [row[0] for row in test_compare_edge_cases.REFUSED]
    heads = [str(row[0]) for row in test_compare_edge_cases.HEADS]
    return {int(number) for number in (*compared, *told, *refused, *heads)}


def test_every_edge_case_has_a_test() -> None:
    tested = _in_names() | _in_tables()

    assert [number for number in KNOWN if number not in tested] == []
    assert sorted(tested - set(KNOWN)) == []
