"""The page for the people whose data it is: what changes for me, from when, and what can I do."""

from collections.abc import Iterator, Sequence

from notice_lint.changes.change import Change
from notice_lint.i18n import Catalogue, Term
from notice_lint.pages.blocks import Block, Heading, Items, Paragraph, Tone
from notice_lint.pages.inline import Foreign, Inline, Prose, Ref, colon
from notice_lint.reports.changes.choices import choices, contacts
from notice_lint.reports.changes.document import document_word
from notice_lint.reports.changes.entries import anchor, joined
from notice_lint.reports.changes.listing import MANY, listed
from notice_lint.reports.changes.result import ChangeResult, Version
from notice_lint.reports.changes.sections import Section, absent, one_of_a_kind, sections
from notice_lint.reports.changes.trips import trips
from notice_lint.reports.changes.wording import (
    Filling,
    dated,
    flat,
    for_readers,
    headline,
    sentence,
    version_of,
)

_FIRST = 5
"""So many of many changes are named on the first screen."""


def readers(result: ChangeResult, words: Catalogue) -> Iterator[Block]:
    """Yield the readers' page: what, from when, what they can do; then every change, the weighty first."""
    words = for_readers(words)
    if result.old is None:
        yield from _first(result, words)
        return
    yield Heading(title(result, words))
    yield Paragraph(who(result, result.old, words))
    if not result.changes and not result.round_trips:
        yield Paragraph(words.sentence("changes.none"))
        yield from _whole_text(result, words)
        return
    yield Paragraph(dated("changes.effect", result.effective, words), Tone.NOTE)
    yield from _quoted(result, words)
    yield Heading(words.sentence("changes.short"), 2)
    yield Paragraph(in_short(result.changes, words, linked=not result.steps))
    yield from _above(result, words)
    yield Heading(words.sentence("changes.can"), 2)
    yield Items(choices(result, words))
    if result.steps:
        yield from _history(result, words)
    else:
        yield from listed(result, result.changes, words, 2)
        yield from _absent(result, words)
    yield from trips(result, words)
    yield from _whole_text(result, words)


def _quoted(result: ChangeResult, words: Catalogue) -> Iterator[Block]:
    """Yield why a page quotes another language: the earlier version did not exist in the reader's."""
    new = [change.after for change in result.changes if change.code == "language.added"]
    if words.language in new and result.about.language != words.language:
        own = Term("phrase", f"language.{result.about.language}")
        yield Paragraph(sentence("changes.quoted", words, language=own), Tone.QUIET)


def title(result: ChangeResult, words: Catalogue) -> list[Inline]:
    """Return the page's title, with the notice's own word for itself and since when was asked."""
    document = document_word(result.about, words)
    if result.asked:
        return dated("changes.title", result.asked, words, document=document)
    if result.old and result.old.version:
        return sentence("changes.title.version", words, document=document, version=result.old.version)
    return sentence("changes.title.none", words, document=document)


def who(result: ChangeResult, old: Version, words: Catalogue) -> list[Inline]:
    """Return whose notice it is, and which two versions are compared."""
    new, before = version_of(result.new, words), version_of(old, words)
    about = result.about
    given: dict[str, Filling] = {"controller": about.controller, "title": about.title}
    return sentence("changes.replaces", words, **given, new=new, old=before)


def in_short(changes: Sequence[Change], words: Catalogue, *, linked: bool = False) -> list[Inline]:
    """Return how many changes there are of each kind: "3 changes that affect you · 1 in your favour".

    `linked` says that the sections stand below, so that each number can lead to its own.
    """
    counted = {part: len(members) for part, members in sections(changes).items()}
    shown = [part for part, count in counted.items() if count or part is Section.AFFECTS]
    lines = {part: flat(sentence(f"changes.count.{part}", words, counted[part])) for part in shown}
    return joined(
        [[Ref(line, f"#{part}") if linked and counted[part] else line] for part, line in lines.items()]
    )


def _above(result: ChangeResult, words: Catalogue) -> Iterator[Block]:
    """Yield the weightiest of many changes, one of a kind, each leading to its place on the page."""
    affecting = sections(result.changes)[Section.AFFECTS]
    if len(affecting) > MANY and not result.steps:
        yield Paragraph(words.sentence("changes.above") + colon(words.language))
        first = one_of_a_kind(affecting)[:_FIRST]
        yield Items([[Ref(Foreign(flat(headline(one, words))), f"#{anchor(one)}")] for one in first])


def _history(result: ChangeResult, words: Catalogue) -> Iterator[Block]:
    """Yield the way there, the newest version first."""
    yield Heading(words.sentence("changes.history"), 2)
    for step in reversed(result.steps):
        new, old = version_of(step.new, words), version_of(step.old, words)
        yield Heading(sentence("changes.history.step", words, new=new, old=old), 3)
        if not step.changes:
            yield Paragraph(words.sentence("changes.none"))
            continue
        yield Paragraph(dated("changes.effect", step.new.effective or step.new.published, words))
        yield Paragraph(in_short(step.changes, words))
        yield from listed(result._replace(new=step.new, old=step.old), step.changes, words, 4)


def _absent(result: ChangeResult, words: Catalogue) -> Iterator[Block]:
    """Yield what people fear most and the comparison did not find. Counted from the list, never typed."""
    names = absent(result.changes)
    if names:
        yield Heading(words.sentence("changes.absent"), 2)
        yield Paragraph(words.sentence("changes.absent.explained"))
        yield Items([words.sentence(f"changes.absent.{name}") for name in names])


def _whole_text(result: ChangeResult, words: Catalogue) -> Iterator[Block]:
    """Yield where the whole text can be read and questions be put, and what this page is."""
    yield Heading(words.sentence("changes.read"), 2)
    rows: list[Prose] = []
    if result.about.url:
        url: list[Inline] = [Ref(Foreign(result.about.url), result.about.url)]
        rows.append(sentence("changes.read.now", words, url=url))
    if result.about.contacts:
        rows.append(sentence("changes.can.ask", words, contacts=contacts(result, words)))
    if rows:
        yield Items(rows)
    yield Paragraph(sentence("changes.honest", words, controller=result.about.controller), Tone.QUIET)


def _first(result: ChangeResult, words: Catalogue) -> Iterator[Block]:
    """Yield the page where there was no earlier version: nothing to compare is not nothing to say."""
    document: Term = document_word(result.about, words)
    yield Heading(dated("changes.title", result.asked, words, document=document))
    new = version_of(result.new, words)
    about = result.about
    yield Paragraph(sentence("changes.first", words, controller=about.controller, title=about.title, new=new))
    yield Paragraph(dated("changes.first-published", result.first, words))
    yield from _whole_text(result, words)
