"""Inline text: what stands inside a line, ours or written by others, before a writer escapes it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from enum import Enum
from typing import NamedTuple

from notice_lint.i18n import Piece

_BLANK = "\u2423"
"""Stands for a text of nothing but white space: a page must not lose a paragraph or a cell."""


class Foreign(NamedTuple):
    """What others wrote: a notice, a path, a setting. It reads as prose; its white space is folded."""

    text: str
    language: str = ""
    """Its language (BCP 47), where that differs from the page's."""


class Strong(NamedTuple):
    """What must not be overlooked."""

    text: str | Foreign


class Mono(NamedTuple):
    """Names and values of machines: rules, keys, paths. Ours or of others."""

    text: str


class Ref(NamedTuple):
    """A text that leads to an address (https, mailto) or to a place of the page (#anchor).

    Of an address of another kind, and of one that would break out, writers show the text alone.
    """

    text: str | Foreign
    target: str


class Dim(NamedTuple):
    """What only some readers need."""

    text: str | Foreign


class Kind(Enum):
    """How a stretch of a line is set."""

    PLAIN = "plain"
    STRONG = "strong"
    MONO = "mono"
    DIM = "dim"


class Run(NamedTuple):
    """A stretch of a line that is set in one way: what writers get."""

    text: str
    kind: Kind = Kind.PLAIN
    foreign: bool = False
    language: str = ""
    target: str = ""


Inline = str | Foreign | Strong | Mono | Ref | Dim
"""A bare string is the tool's own sentence: what stands between back-ticks in it is `Mono`."""

Prose = Inline | Sequence[Inline]
"""What may stand wherever a block takes a text."""


def runs(prose: Prose) -> list[Run]:
    """Return a line as runs. Back-ticks pair up across pieces; one without a partner is a sign."""
    if isinstance(prose, str | Foreign | Strong | Mono | Ref | Dim):  # a named tuple is a piece, no sequence
        prose = [prose]
    return [run for run in _coded(prose) if run.text]


def said(pieces: Iterable[Piece]) -> list[Inline]:
    """Return the pieces of a filled sentence as inline text: what others wrote stays apart from ours."""
    return [Foreign(piece.text) if piece.foreign else piece.text for piece in pieces]


def words_of(prose: Prose) -> str:
    """Return the bare words of a line, unescaped: for lengths, and for media without any syntax."""
    return "".join(run.text for run in runs(prose))


def folded(text: str) -> str:
    """Return a text on one line, with single spaces; no-break spaces hold."""
    return re.sub(r"[ \t\r\n]+", " ", text)


def _coded(parts: Sequence[Inline]) -> Iterator[Run]:
    """Yield runs; what stands between two back-ticks of ours is set in mono, also where others wrote it."""
    ticks = sum(part.count("`") for part in parts if isinstance(part, str))
    paired = ticks - ticks % 2
    inside = False
    for part in parts:
        if not isinstance(part, str):
            yield _coded_run(part, inside=inside)
            continue
        for index, text in enumerate(part.split("`")):
            if index and paired:
                inside, paired = not inside, paired - 1
            elif index:
                yield Run("`")
            yield Run(text, Kind.MONO if inside else Kind.PLAIN)


def _coded_run(part: Foreign | Strong | Mono | Ref | Dim, *, inside: bool) -> Run:
    run = _run(part)
    return run._replace(kind=Kind.MONO) if inside and run.kind is Kind.PLAIN and not run.target else run


def _run(part: Foreign | Strong | Mono | Ref | Dim) -> Run:
    match part:
        case Foreign(text, language):
            shown = folded(text) if text.strip() else _BLANK * bool(text)
            return Run(shown, foreign=True, language=language)
        case Mono(text):
            return Run(text, Kind.MONO, foreign=True)
        case Ref(text, target):
            return _inner(text)._replace(target=target)
        case Strong(text):
            return _inner(text)._replace(kind=Kind.STRONG)
        case Dim(text):
            return _inner(text)._replace(kind=Kind.DIM)


def _inner(text: str | Foreign) -> Run:
    return Run(text) if isinstance(text, str) else _run(text)


def colon(language: str) -> str:
    """Return what stands between a label and its text: French has a no-break space before it."""
    return "\u00a0:" if language.partition("-")[0] == "fr" else ":"
