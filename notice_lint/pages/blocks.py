"""Blocks: what a page is made of, whatever the medium.

Wherever a block takes `Prose`, a bare string is the tool's own sentence (back-ticks set names of machines),
and what others wrote stands in `Foreign` or `Mono`; `pages.inline.said` turns a filled sentence into both.
"""

from __future__ import annotations  # blocks hold blocks

from collections.abc import Sequence
from enum import Enum
from typing import NamedTuple

from notice_lint.pages.drawing import Drawing
from notice_lint.pages.inline import Foreign, Prose


class Tone(Enum):
    """What kind of thing a block speaks of. Never the only sign of it: words say the same."""

    USUAL = "usual"
    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"
    GOOD = "good"
    QUIET = "quiet"


class Heading(NamedTuple):
    """A title; level 1 is the page's own."""

    text: Prose
    level: int = 1
    anchor: str = ""
    """A name of ours (letters, digits, hyphens) to which `Ref("…", "#name")` leads."""


class Paragraph(NamedTuple):
    """A run of sentences."""

    text: Prose
    tone: Tone = Tone.USUAL


class Items(NamedTuple):
    """A list without an order."""

    texts: Sequence[Prose]


class Numbered(NamedTuple):
    """A list with an order; each item is made of blocks, of which the first should be a paragraph."""

    items: Sequence[Sequence[Block]]
    start: int = 1


class Link(NamedTuple):
    """A text that leads somewhere, with a remark."""

    text: Prose
    target: str
    remark: Prose = ""


class Links(NamedTuple):
    """A list of links."""

    links: Sequence[Link]


class Facts(NamedTuple):
    """Short answers, each with its label."""

    rows: Sequence[tuple[Prose, Prose]]


class Table(NamedTuple):
    """Rows under a head."""

    head: Sequence[Prose]
    rows: Sequence[Sequence[Prose]]
    caption: Prose = ""
    row_heads: bool = False
    """Whether the first cell of a row is its head."""


class Code(NamedTuple):
    """Lines that are shown as they are, also where others wrote them."""

    text: str
    language: str = ""

    @property
    def lines(self) -> list[str]:
        """Its lines; only LF and CRLF end one, and empty ones at the end are left out."""
        return self.text.replace("\r\n", "\n").rstrip("\n").split("\n")


class Quote(NamedTuple):
    """Prose of others, in its language (BCP 47); empty lines part its paragraphs."""

    text: str
    language: str = ""

    @property
    def paragraphs(self) -> list[Foreign]:
        """Its paragraphs."""
        parts = [part.strip() for part in self.text.split("\n\n") if part.strip()]
        return [Foreign(part) for part in parts or [self.text]]


class Pieced(Enum):
    """What became of a stretch of text between two versions."""

    SAME = "same"
    GONE = "gone"
    NEW = "new"


class Redline(NamedTuple):
    """A text of others with what changed in it. `labels` are the words for "deleted" and "added"."""

    pieces: Sequence[tuple[Pieced, str]]
    labels: tuple[str, str]
    language: str = ""


class Excerpt(NamedTuple):
    """Lines of a file, with numbers, and a marked stretch that ends before column `end`; all count from 1."""

    lines: Sequence[tuple[int, str]]
    line: int
    start: int
    end: int


class Details(NamedTuple):
    """What not every reader needs: folded away where the medium can, else under its title."""

    summary: Prose
    blocks: Sequence[Block]
    open: bool = False


class Card(NamedTuple):
    """Blocks that belong together, such as one finding or one change; the first should be a heading."""

    blocks: Sequence[Block]
    tone: Tone = Tone.USUAL


class Picture(NamedTuple):
    """A drawing, where the medium has drawings; `otherwise` says the same in words, in every medium."""

    title: str
    description: str
    drawing: Drawing
    otherwise: Sequence[Block]
    label: str
    """What the words are called where they are folded away under the drawing: "The same as a table"."""


Block = (
    Heading
    | Paragraph
    | Items
    | Numbered
    | Links
    | Facts
    | Table
    | Code
    | Quote
    | Redline
    | Excerpt
    | Details
    | Card
    | Picture
)
