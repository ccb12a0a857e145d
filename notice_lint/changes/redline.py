"""A text before and after, word by word: what stayed, went and came."""

import re
from collections.abc import Iterator, Sequence

from notice_lint.changes.change import Redline
from notice_lint.changes.prose import Token, fold, same, tokens
from notice_lint.changes.prose_hunks import hunks
from notice_lint.changes.redline_alerts import Marked, alerts

MOST_TOKENS = 2_000
"""Longer texts are compared by paragraphs, then by sentences, and only what belongs together by words."""

_PARAGRAPHS = re.compile(r"(?<=\n)(?=\S)")
_SENTENCES = re.compile(r"(?<=[.!?…;:] )")
_LIKE = 0.3
"""How many words two paragraphs must share for one to be the other's new wording."""
_AHEAD = 20
"""How far a paragraph's new wording is looked for."""

_Piece = tuple[str, str]


def redline(before: str, after: str, language: str) -> Redline | None:
    """Return what differs between two wordings in one language (BCP 47), None if only typography does.

    What stayed is shown in the new wording: `same` and `added` pieces together are the new text, `same` and
    `removed` ones the old one but for typography.
    """
    if same(before, after):
        return None
    rows = list(_rows(before.lstrip(), after.lstrip(), language))
    old = [marked for _, went, _ in rows for marked in went]
    new = [marked for _, _, came in rows for marked in came]
    pieces = _joined(piece for row in rows for piece in row[0])
    return Redline(language, tuple(pieces), alerts(old, new, language))


_Row = tuple[list[_Piece], list[Marked], list[Marked]]
"""Pieces, and the tokens of both sides, each with whether it went or came."""


def _rows(before: str, after: str, language: str) -> Iterator[_Row]:
    """Yield the comparison of each stretch that belongs together."""
    old, new = tokens(before, language), tokens(after, language)
    if max(len(old), len(new)) <= MOST_TOKENS:
        yield _by_words(old, new)
        return
    for cut in (_PARAGRAPHS, _SENTENCES):
        stretches = cut.split(before), cut.split(after)
        if min(map(len, stretches)) > 1:
            for one, other in _paired(*stretches):
                yield from _stretch(one, other, language)
            return
    yield _by_words(old, new)


def _stretch(one: str, other: str, language: str) -> Iterator[_Row]:
    if not one or not other:
        yield _whole(tokens(one, language), tokens(other, language))
    elif fold(one) == fold(other):
        kept = [(token, False) for token in tokens(other, language)]
        yield [("same", other)], kept, kept
    else:
        yield from _rows(one, other, language)


def _paired(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield stretches of text that are each other's wordings; "" beside one that has no other."""
    rows = [[Token(text, fold(text)) for text in side] for side in (old, new)]
    for tag, i1, i2, j1, j2 in hunks(*rows):
        if tag == "equal":
            yield from zip(old[i1:i2], new[j1:j2], strict=True)
        else:
            yield from _likeliest(old[i1:i2], new[j1:j2])


def _likeliest(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Pair what shares most words, in order: first come, first served."""
    words = [set(text.casefold().split()) for text in new]
    reached = 0
    for text in old:
        mine = set(text.casefold().split())
        scores = [_shared(mine, other) for other in words[reached : reached + _AHEAD]]
        best = scores.index(max(scores)) if scores and max(scores) >= _LIKE else None
        if best is None:
            yield text, ""
            continue
        yield from (("", skipped) for skipped in new[reached : reached + best])
        yield text, new[reached + best]
        reached += best + 1
    yield from (("", left) for left in new[reached:])


def _shared(one: set[str], other: set[str]) -> float:
    return len(one & other) / (len(one | other) or 1)


def _by_words(old: Sequence[Token], new: Sequence[Token]) -> _Row:
    pieces: list[_Piece] = []
    went, came = [(token, False) for token in old], [(token, False) for token in new]
    for tag, i1, i2, j1, j2 in hunks(old, new):
        if tag == "equal":
            pieces.append(("same", _written(new[j1:j2])))
            continue
        pieces += [
            ("removed", _blank(old, new, i1, j1) + _written(old[i1:i2])),
            ("added", _written(new[j1:j2])),
        ]
        went[i1:i2] = [(token, True) for token in old[i1:i2]]
        came[j1:j2] = [(token, True) for token in new[j1:j2]]
    return pieces, went, came


def _blank(old: Sequence[Token], new: Sequence[Token], i: int, j: int) -> str:
    """Return the blank between what stayed and what went, where the new text has none there any more."""
    if not i or not j or new[j - 1].written[-1:].isspace() or not old[i - 1].written[-1:].isspace():
        return ""
    return " "


def _whole(old: Sequence[Token], new: Sequence[Token]) -> _Row:
    pieces = [("removed", _written(old)), ("added", _written(new))]
    return pieces, [(token, True) for token in old], [(token, True) for token in new]


def _written(row: Sequence[Token]) -> str:
    return "".join(token.written for token in row)


def _joined(pieces: Iterator[_Piece]) -> Iterator[_Piece]:
    """Join neighbours of one kind; among what differs, first what went."""
    kept, went, came = "", "", ""
    for kind, text in pieces:
        if kind == "same":
            if text and (went or came):
                yield from _told(kept, went, came)
                kept, went, came = "", "", ""
            kept += text
        elif kind == "removed":
            went += text
        else:
            came += text
    yield from _told(kept, went, came)


def _told(*texts: str) -> Iterator[_Piece]:
    yield from ((kind, text) for kind, text in zip(("same", "removed", "added"), texts, strict=True) if text)
