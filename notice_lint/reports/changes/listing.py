"""Every change in its section: the weighty ones open, what weighs little folded away with its count."""

from collections.abc import Iterator, Sequence

from notice_lint.changes.change import Change
from notice_lint.i18n import Catalogue
from notice_lint.pages.blocks import Block, Details, Heading, Paragraph
from notice_lint.reports.changes.alike import cards
from notice_lint.reports.changes.result import ChangeResult
from notice_lint.reports.changes.sections import Section, by_part, sections
from notice_lint.reports.changes.wording import sentence

MANY = 8
"""A section with more changes than these gets headings by part of the notice."""

_EXPLAINED = (Section.STATED, Section.REWORDED, Section.FORM)
"""Sections that need a word on what they are; their changes are folded away by part of the notice."""


def listed(result: ChangeResult, changes: Sequence[Change], words: Catalogue, level: int) -> Iterator[Block]:
    """Yield every change in its section, numbered throughout; nothing is left out."""
    number = 1
    for part, members in sections(changes).items():
        if not members:
            continue
        name = words.sentence(f"changes.group.{part}")
        title = sentence("changes.counted", words, len(members), name=name)
        yield Heading(title, level, anchor=part)
        if part in _EXPLAINED:
            yield Paragraph(words.sentence(f"changes.{part}.explained"))
            yield from _folded(result, members, words, level + 1, number)
        else:
            yield from _open(result, members, words, level + 1, number)
        number += len(members)


def _open(
    result: ChangeResult, changes: Sequence[Change], words: Catalogue, level: int, number: int
) -> Iterator[Block]:
    """Yield changes as cards; many of them under headings by part of the notice."""
    if len(changes) <= MANY:
        yield from cards(result, changes, words, level, number)
        return
    for part, members in by_part(changes).items():
        yield Heading(part_named(part, words), level)
        yield from cards(result, members, words, level + 1, number)
        number += len(members)


def _folded(
    result: ChangeResult, changes: Sequence[Change], words: Catalogue, level: int, number: int
) -> Iterator[Block]:
    """Yield changes folded away by part of the notice, each fold with its count."""
    for part, members in by_part(changes).items():
        summary = sentence("changes.counted", words, len(members), name=part_named(part, words))
        yield Details(summary, cards(result, members, words, level, number))
        number += len(members)


def part_named(part: str, words: Catalogue) -> str:
    """Return the name of a part of the notice, as a heading begins."""
    name = words.part(part)
    return name[:1].upper() + name[1:]
