"""Is the model of the real notice faithful? It adds nothing, leaves nothing out, and corrects nothing."""

import os
import re
from collections.abc import Iterator
from datetime import date
from functools import cache

import pytest

from notice_lint.findings import Text
from notice_lint.model.notice import Notice
from notice_lint.model.record import Record
from notice_lint.reference.world import World
from notice_lint.source.read import read
from tests.conftest import ROOT, SHARED

_MODEL = ROOT / "examples/clearnox/versions/2024-11.yaml"
_SOURCE = SHARED / "clearnox" / "notice-2024-11.fr.txt"
_BETWEEN = re.compile(r"\b([ivx]+|[a-o]|\d+(\.\d)?)\b|[\s.,;:()]|et/ou|\bet\b|ainsi que")
"""What may stand between two texts of the model: numbers of items, punctuation, and words that join them."""


def folded(text: str) -> str:
    """Return text with every white space as one space."""
    return " ".join(text.split())


@cache
def notice() -> Notice:
    """Return the model, resolved."""
    return Notice(read(_MODEL, "2024-11.yaml"), World(date(2026, 11, 22)))


@pytest.fixture
def published() -> str:
    """Return the published text."""
    if not _SOURCE.is_file() and not os.environ.get("CI"):
        pytest.skip("the published text is not beside the repository")
    return folded(_SOURCE.read_text(encoding="utf-8"))


def texts() -> Iterator[tuple[Record, str]]:
    """Yield every text of the model."""
    for record in notice().view("texts"):
        value = record.value("text")
        assert isinstance(value, dict)
        yield record, folded(value["fr"])


def test_every_text_stands_in_the_published_notice(published: str) -> None:
    added = [(record.route, text) for record, text in texts() if text not in published]

    assert added == []


def test_every_sentence_of_the_published_notice_stands_in_the_model(published: str) -> None:
    covered = bytearray(len(published))
    for _, text in texts():
        for start in re.finditer(rf"(?<!\w){re.escape(text)}(?!\w)", published):
            covered[start.start() : start.end()] = b"\x01" * len(text)
    left = "".join("\n" if done else sign for sign, done in zip(published, covered, strict=True))

    assert [piece for piece in left.split("\n") if _BETWEEN.sub("", piece)] == []


@pytest.mark.parametrize(
    ("view", "count"),
    [("collections", 14), ("purposes", 26), ("retention_rules", 15), ("recipients", 23)],
)
def test_everything_that_the_notice_lists_is_there(view: str, count: int) -> None:
    assert len(notice().view(view)) == count


@pytest.mark.parametrize("view", ["purposes", "retention_rules"])
def test_things_stand_in_the_order_of_the_text(view: str, published: str) -> None:
    said = [record.value("text") for record in notice().view(view)]
    places = [published.find(folded(text.best("fr"))) for text in said if isinstance(text, Text)]

    assert len(places) == len(said)
    assert places == sorted(places)


def test_the_ten_american_recipients_state_no_transfer_basis() -> None:
    american = [record for record in notice().view("recipients") if record.text("country") == "US"]

    assert len(american) == 10
    assert all(record.ids("transfer_bases") == () for record in american)
