"""Two readers of YAML, one place: ruamel's marks and our own spans are held against each other."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from notice_lint.fixes.fix import FixRejected
from notice_lint.fixes.marks import Marks
from notice_lint.source.document import Document, Route
from notice_lint.source.parse import parse
from notice_lint.source.read import read
from tests.conftest import ROOT, SHARED

_SUITE = SHARED / "corpora" / "yaml-test-suite"
_NOTICES = sorted(
    [*(ROOT / "tests/notices/sound").glob("*.yaml"), *(ROOT / "examples/clearnox").rglob("*2024-11.yaml")]
)


def _routes(data: object, route: Route = ()) -> Iterator[Route]:
    pairs = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for step, value in pairs:
        yield (*route, step)
        yield from _routes(value, (*route, step))


def _scalars(document: Document) -> Iterator[Route]:
    for route in _routes(document.data):
        plain = not isinstance(document.value(route), dict | list) and document.written(route)
        alias = any(document.written(route[:length]).startswith("*") for length in range(1, len(route) + 1))
        if plain and not alias and document.written(route)[0] not in "|>":
            yield route


@pytest.mark.parametrize("path", _NOTICES, ids=lambda path: path.stem)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_both_readers_agree_about_every_value_and_key_of_a_notice(path: Path, end: str) -> None:
    sound = read(path, path.name)
    document = parse(sound.text.replace("\n", end), path.name)
    marks = Marks(document)
    routes = list(_scalars(document))

    for route in routes:
        start, stop = marks.value(route)
        assert document.text[start:stop] == document.written(route)
        if isinstance(route[-1], str):
            start, stop = marks.key(route)
            assert document.text[start:stop].strip("'\"") == route[-1]

    assert len(routes) > 100


def _cases() -> list[Path]:
    return sorted(path.parent for path in _SUITE.rglob("in.yaml"))


@pytest.mark.skipif(not _SUITE.is_dir(), reason="the YAML test suite is not on this machine")
def test_no_mark_of_the_yaml_test_suite_leads_elsewhere() -> None:
    agreed = refused = 0
    for case in _cases():
        document = parse((case / "in.yaml").read_text(encoding="utf-8"), "in.yaml")
        if document.flaws or not isinstance(document.data, dict | list):
            continue
        marks = Marks(document)
        for route in _scalars(document):
            try:
                start, stop = marks.value(route)
            except FixRejected:
                refused += 1
                continue
            agreed += 1
            assert document.text[start:stop] == document.written(route), (case, route)

    assert agreed > 200
    assert refused < agreed / 10, json.dumps([agreed, refused])
