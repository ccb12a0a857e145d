"""The message to people: a subject line and a text about the changes, and nothing else (WP260 rev.01, 29)."""

from collections.abc import Iterator

from notice_lint.i18n import Catalogue
from notice_lint.pages.blocks import Block, Heading, Items, Paragraph
from notice_lint.pages.inline import Foreign, Inline, Ref
from notice_lint.pages.plain import plain
from notice_lint.pages.terminal import harmless, visible
from notice_lint.reports.changes.alike import alike, as_one
from notice_lint.reports.changes.choices import choices
from notice_lint.reports.changes.document import document_word
from notice_lint.reports.changes.entries import card, joined
from notice_lint.reports.changes.readers import in_short, who
from notice_lint.reports.changes.result import ChangeResult
from notice_lint.reports.changes.sections import Section, sections
from notice_lint.reports.changes.wording import dated, flat, for_readers, headline, sentence

_WIDTH = 72
"""Source: RFC 3676, 4.2, for lines of plain text in mail."""

_MANY = 12
"""A message with more changes than these names each in one line: nobody reads a mail of forty pages."""

_TOLD = (Section.AFFECTS, Section.FAVOUR)
"""What a message lists; the rest is counted, and can be read on the page."""


def email(result: ChangeResult, words: Catalogue) -> str:
    """Return the message as plain text: the subject on the first line, an empty line, the text."""
    words = for_readers(words)
    document = document_word(result.about, words)
    subject = flat(dated("changes.email.subject", result.effective, words, document=document))
    text = plain(_blocks(result, words), words.language, _WIDTH)
    return f"{harmless(visible(subject))}\n\n{text}"


def _blocks(result: ChangeResult, words: Catalogue) -> Iterator[Block]:
    document = document_word(result.about, words)
    yield Paragraph(sentence("changes.email.opening", words, document=document))
    if result.old is None:
        yield Paragraph(dated("changes.first-published", result.first, words))
        return
    yield Paragraph(who(result, result.old, words))
    if not result.changes:
        yield Paragraph(words.sentence("changes.none"))
        return
    yield Paragraph(dated("changes.effect", result.effective, words))
    yield Paragraph(in_short(result.changes, words))
    yield Heading(words.sentence("changes.can"), 2)
    yield Items(choices(result, words))
    members = {part: sections(result.changes)[part] for part in _TOLD}
    brief = sum(map(len, members.values())) > _MANY
    number = 1
    for part, found in members.items():
        if found:
            yield Heading(words.sentence(f"changes.group.{part}"), 2)
        if brief and found:
            yield Items([headline(as_one(group), words) for group in alike(result, found)])
        else:
            yield from (card(one, index, result, words, 0) for index, one in enumerate(found, number))
        number += len(found)
    yield from _rest(result, words)


def _rest(result: ChangeResult, words: Catalogue) -> Iterator[Block]:
    """Yield how many changes of which kind the message does not list, and where they are."""
    counted = {part: len(found) for part, found in sections(result.changes).items() if part not in _TOLD}
    lines = [sentence(f"changes.count.{part}", words, count) for part, count in counted.items() if count]
    if not lines:
        return
    yield Paragraph(sentence("changes.email.rest", words, counts=joined(lines)))
    if result.about.url:
        url: list[Inline] = [Ref(Foreign(result.about.url), result.about.url)]
        yield Paragraph(sentence("changes.read.now", words, url=url))
