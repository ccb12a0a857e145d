"""The small words for places in a text: routes, spans, comments, flaws."""

from typing import NamedTuple

Step = str | int
Route = tuple[Step, ...]
"""How to get to a value from the root: keys of mappings, positions in lists (from 0)."""


class Span(NamedTuple):
    """A stretch of a text: lines and columns count from 1, columns in code points; the end is exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int


class Comment(NamedTuple):
    """A comment with its `#` and without its line end; `alone` if only blanks stand before it on its line."""

    line: int
    column: int
    text: str
    alone: bool


class Flaw(NamedTuple):
    """What is wrong with the text itself: a kind, where, and what fills the words that tell of it."""

    kind: str
    span: Span
    args: dict[str, str]
    related: tuple[Span, ...] = ()
    route: Route = ()
