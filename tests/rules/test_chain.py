"""From data to purpose, legal basis and retention: a link taken away is found where it is missing."""

from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from notice_lint.model.notice import Notice
from notice_lint.model.record import Record
from notice_lint.reference.world import World
from notice_lint.source.parse import parse
from tests.engine.judged import DAY, ROOT, dotted, findings, findings_of

NOTICES = ("tests/notices/shop.yaml", "examples/clearnox/notice.yaml")
CHAIN = ("category-without-purpose", "category-without-legal-basis", "category-without-retention")


def text_of(path: str) -> str:
    """Return a notice's text, or skip."""
    file = ROOT / Path(path)
    if not file.exists():
        pytest.skip(f"{path} is not written yet")
    return file.read_text(encoding="utf-8")


def categories(path: str) -> list[Record]:
    """Return the collected categories of a notice."""
    if not (ROOT / path).exists():
        return []
    return list(Notice(parse(text_of(path), path), World(DAY)).view("collected_categories"))


EACH = pytest.mark.parametrize(
    ("path", "record"),
    [
        pytest.param(path, record, id=f"{path}: {'.'.join(map(str, record.route[1:]))}")
        for path in NOTICES
        for record in categories(path)
    ],
)


def at(data: Any, record: Record) -> Any:
    """Return what the file says of a category in a collection, as a mapping that can be changed."""
    _, collection, _, category = record.route
    inside = data["collections"][collection]["categories"]
    inside[category] = dict(inside[category] or {})
    return inside[category]


def found(data: Any, rule: str) -> list[str]:
    """Return where one rule finds something."""
    return dotted([finding for finding in findings_of(data) if finding.rule == rule])


@pytest.mark.parametrize("path", NOTICES)
def test_the_chain_of_a_sound_notice_is_whole(path: str) -> None:
    broken = [finding for finding in findings(parse(text_of(path), path)) if finding.rule in CHAIN]

    assert dotted(broken) == []


@EACH
def test_a_category_that_loses_its_purposes_is_found(path: str, record: Record) -> None:
    data = deepcopy(parse(text_of(path), path).data)
    at(data, record)["purposes"] = []

    assert ".".join(map(str, record.route)) in found(data, "category-without-purpose")


@EACH
def test_a_category_whose_purposes_lose_their_legal_basis_is_found(path: str, record: Record) -> None:
    data: Any = deepcopy(parse(text_of(path), path).data)
    for purpose in record.ids("purposes"):
        data["purposes"][purpose].pop("legal_basis")

    assert ".".join(map(str, record.route)) in found(data, "category-without-legal-basis")


@EACH
def test_a_category_that_loses_its_retention_is_found(path: str, record: Record) -> None:
    data = deepcopy(parse(text_of(path), path).data)
    at(data, record)["retention"] = []

    assert ".".join(map(str, record.route)) in found(data, "category-without-retention")


@EACH
def test_a_category_whose_collection_loses_everything_is_found_thrice(path: str, record: Record) -> None:
    data: Any = deepcopy(parse(text_of(path), path).data)
    own = at(data, record)
    for holder in (own, data["collections"][record.route[1]]):
        holder.pop("purposes", None)
        holder.pop("retention", None)
    route = ".".join(map(str, record.route))

    assert route in found(data, "category-without-purpose")
    assert route in found(data, "category-without-retention")
