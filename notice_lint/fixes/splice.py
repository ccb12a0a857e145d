"""Edits on a text: each becomes a few replacements at exact marks, and every other character stays."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import NamedTuple, assert_never

from notice_lint.fixes.fix import Cut, Edit, Fix, FixRejected, MoveFirst, Quote, RenameKey, SetList, SetValue
from notice_lint.fixes.marks import Marks
from notice_lint.fixes.moving import moved_first
from notice_lint.source.document import Document
from notice_lint.source.misread import misread
from notice_lint.source.scalars import typed

_WORD = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]*")
"""What a fix may write: ids, codes, dates, periods and closed words. None of them needs an escape."""


class Replacement(NamedTuple):
    """New text for the stretch from `start` to `end`, exclusive; an insertion where both are the same."""

    start: int
    end: int
    new: str


def spliced(text: str, replacements: Iterable[Replacement]) -> str:
    """Return the text with these replacements, which do not overlap."""
    at, parts = 0, []
    for one in sorted(replacements):
        parts += [text[at : one.start], one.new]
        at = one.end
    return "".join([*parts, text[at:]])


def apart(fixes: Sequence[Sequence[Replacement]]) -> list[int]:
    """Return the positions of fixes that do not overlap with an earlier one; the others wait."""
    taken: list[Replacement] = []
    chosen = []
    for place, wanted in enumerate(fixes):
        if not any(_meet(one, other) for one in wanted for other in taken):
            taken += wanted
            chosen.append(place)
    return chosen


def _meet(one: Replacement, other: Replacement) -> bool:
    """Whether two replacements overlap; the same insertion twice does, touching stretches do not."""
    if (one.start, one.end) == (other.start, other.end):
        return True
    return one.start < other.end and other.start < one.end


def replacements(fix: Fix, document: Document, marks: Marks) -> tuple[Replacement, ...]:
    """Return what a fix writes where. Raises `FixRejected` where that cannot be told to the character."""
    return tuple(chain.from_iterable(_of(edit, document, marks) for edit in fix.edits))


def _of(edit: Edit, document: Document, marks: Marks) -> Iterator[Replacement]:
    match edit:
        case SetValue():
            start, end = _stretch(edit.route, document, marks)
            yield Replacement(start, end, _scalar(edit, document.text[start:end]))
        case SetList():
            start, end = _stretch(edit.route, document, marks)
            yield Replacement(start, end, _list(edit.members, document.text[start:end]))
        case RenameKey():
            start, end = marks.key(edit.route)
            yield Replacement(start, end, _word(edit.key, document.text[start:end]))
        case Quote():
            start, end = marks.key(edit.route) if edit.at_key else marks.value(edit.route)
            yield Replacement(start, end, _quoted(document.text[start:end]))
        case Cut():
            yield from (Replacement(start, end, "") for start, end in edit.stretches)
        case MoveFirst():
            yield from (Replacement(*one) for one in moved_first(edit.keys, document))
        case _:
            assert_never(edit)


def _stretch(route: tuple[str | int, ...], document: Document, marks: Marks) -> tuple[int, int]:
    start, end = marks.value(route)
    if "\n" in document.text[start:end] or "#" in document.text[start:end]:
        raise FixRejected("several-lines")
    return start, end


def _scalar(edit: SetValue, before: str) -> str:
    return edit.value if edit.typed else _word(edit.value, before)


def _list(members: Sequence[str], before: str) -> str:
    quote = before[:1] if before[:1] in ("'", '"') else ""
    return f"[{', '.join(_word(member, quote) for member in members)}]"


def _word(value: str, before: str) -> str:
    """Write a word in the quotation marks that stood there; in some where it needs them."""
    if not _WORD.fullmatch(value):
        raise FixRejected("needs-escapes")
    quote = before[:1] if before[:1] in ("'", '"') else ""
    if not quote and (misread(value) or not isinstance(typed(value), str)):
        quote = '"'
    return f"{quote}{value}{quote}"


def _quoted(written: str) -> str:
    if '"' in written or "\\" in written or "\n" in written:
        raise FixRejected("needs-escapes")
    return f'"{written}"'
