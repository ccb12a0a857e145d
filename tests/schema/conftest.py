"""Reads the test notices as the product reads notices."""

from collections.abc import Callable
from pathlib import Path

import pytest

from notice_lint.source.parse import parse

Reader = Callable[[str], object]

SMALLEST = "format: 1\nnotice: {id: example, language: fr}\n"


@pytest.fixture
def stored() -> Reader:
    """Return the data of a YAML file that stands beside the tests."""

    def read(name: str) -> object:
        document = parse((Path(__file__).parent / name).read_text(encoding="utf-8"), name)
        assert not document.flaws
        return document.data

    return read


@pytest.fixture
def written() -> Reader:
    """Return the data of a YAML text, laid after the smallest valid notice unless it is a whole file."""

    def read(text: str) -> object:
        whole = text.startswith(("format:", "-", "notice:", "just"))
        document = parse(text if whole else SMALLEST + text, "notice.yaml")
        assert not document.flaws
        return document.data

    return read
