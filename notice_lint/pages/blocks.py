"""Blocks: what a page is made of, whatever the medium."""

from collections.abc import Sequence
from typing import NamedTuple


class Heading(NamedTuple):
    """A title; level 1 is the page's own."""

    text: str
    level: int = 1


class Paragraph(NamedTuple):
    """A run of sentences."""

    text: str


class Items(NamedTuple):
    """A list without an order."""

    texts: Sequence[str]


class Link(NamedTuple):
    """A text that leads somewhere, with a remark."""

    text: str
    target: str
    remark: str = ""


class Links(NamedTuple):
    """A list of links."""

    links: Sequence[Link]


class Facts(NamedTuple):
    """Short answers, each with its label."""

    rows: Sequence[tuple[str, str]]


class Table(NamedTuple):
    """Rows under a head."""

    head: Sequence[str]
    rows: Sequence[Sequence[str]]


class Code(NamedTuple):
    """Lines that are shown as they are."""

    text: str
    language: str = ""


Block = Heading | Paragraph | Items | Links | Facts | Table | Code
