"""Blanks at the ends of lines: which of them mean nothing."""

import re
from collections.abc import Iterator

from notice_lint.source.document import Document
from notice_lint.source.parse import parse
from notice_lint.source.places import Route, Span

_AT_END = re.compile(r"[ \t]+(?=\r?\n|\r?\Z)")
_ENDS = (" \n", "\t\n", " \r\n", "\t\r\n")


def blanks_at_line_ends(document: Document) -> list[tuple[int, int]]:
    """Return the offsets of all blanks at ends of lines that mean nothing; none where that is not certain.

    Blanks in a block scalar (`|`, `>`) are part of its text. Everything else is held to the proof: without
    these blanks the text must say the same.
    """
    text = document.text
    if document.flaws or not (text.endswith((" ", "\t")) or any(end in text for end in _ENDS)):
        return []
    kept = list(_blocks(document))
    found = [
        match.span()
        for match in _AT_END.finditer(text)
        if not _inside(text.count("\n", 0, match.start()) + 1, kept)
    ]
    return found if found and _means_the_same(document, without(text, found)) else []


def without(text: str, stretches: list[tuple[int, int]]) -> str:
    """Return a text without these stretches, which are in order."""
    at, parts = 0, []
    for start, end in stretches:
        parts.append(text[at:start])
        at = end
    return "".join([*parts, text[at:]])


def _means_the_same(document: Document, text: str) -> bool:
    again = parse(text, document.path)
    return not again.flaws and repr(again.data) == repr(document.data)


def _inside(line: int, spans: list[Span]) -> bool:
    return any(span.line < line <= span.end_line for span in spans)


def _blocks(document: Document) -> Iterator[Span]:
    """Yield where block scalars stand, with the empty lines after them: `|+` keeps these."""
    lines = document.lines
    for route in _texts((), document.data):
        if document.written(route)[:1] in ("|", ">"):
            span = document.span(route)
            last = span.end_line
            while last < len(lines) and not lines[last].strip():
                last += 1
            yield span._replace(end_line=last)


def _texts(route: Route, data: object) -> Iterator[Route]:
    if isinstance(data, dict):
        for key, value in data.items():
            yield from _texts((*route, key), value)
    elif isinstance(data, list):
        for place, value in enumerate(data):
            yield from _texts((*route, place), value)
    elif isinstance(data, str):
        yield route
