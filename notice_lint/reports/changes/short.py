"""The short form, for a banner or a push message: at most 500 characters, and always where to read on."""

from collections.abc import Sequence

from notice_lint.changes.change import Change
from notice_lint.i18n import Catalogue
from notice_lint.pages.inline import Inline
from notice_lint.pages.terminal import harmless, visible
from notice_lint.reports.changes.choices import contacts
from notice_lint.reports.changes.document import document_word
from notice_lint.reports.changes.entries import joined
from notice_lint.reports.changes.result import ChangeResult
from notice_lint.reports.changes.sections import Section, one_of_a_kind, sections
from notice_lint.reports.changes.wording import dated, flat, for_readers, headline, sentence

MOST = 500
"""Characters, with the line end. Source: what banners and push messages take."""


def short(result: ChangeResult, words: Catalogue) -> str:
    """Return the short form on one line; what does not fit is counted, and nothing is cut inside a word."""
    words = for_readers(words)
    head = _head(result, words)
    asks = _asks(result, words)
    sections_of = sections(result.changes)
    weighty = (*one_of_a_kind(sections_of[Section.AFFECTS]), *one_of_a_kind(sections_of[Section.FAVOUR]))
    best = ""
    named: list[str] = []
    for shown in range(len(weighty) + 1):
        text = " ".join(part for part in (head, _list(named, len(weighty), words), asks) if part)
        if len(text) >= MOST:
            break
        best = text
        if shown < len(weighty):
            named.append(_plain(flat(headline(weighty[shown], words))))
    return f"{best or _cut(head)}\n"


def _head(result: ChangeResult, words: Catalogue) -> str:
    """Return who, which document, from when, and how many changes there are."""
    controller, document = result.about.controller, document_word(result.about, words)
    counted: list[Inline] = []
    if result.old is None:
        effect = dated("changes.first-published", result.first, words)
    elif not result.changes:
        effect = [words.sentence("changes.none")]
    else:
        effect = dated("changes.effect", result.effective, words)
        counted = [" ", *_counts(result.changes, words), "."]
    line = sentence("changes.short-form", words, controller=controller, document=document, effect=effect)
    return _plain(flat([*line, *counted]))


def _counts(changes: Sequence[Change], words: Catalogue) -> list[Inline]:
    """Return how many changes affect people, favour them, and all others together."""
    counted = {part: len(members) for part, members in sections(changes).items()}
    shown = {part: counted.pop(part) for part in (Section.AFFECTS, Section.FAVOUR)}
    shown[Section.OTHER] = sum(counted.values())
    return joined([sentence(f"changes.count.{part}", words, n) for part, n in shown.items() if n])


def _list(named: Sequence[str], total: int, words: Catalogue) -> str:
    """Return the first changes in a row, and how many more there are."""
    if not named:
        return ""
    more = total - len(named)
    rest = f" {words.say('changes.short-form.more', more)}" if more else ""
    return f"{words.sentence('changes.list.semicolon').join(named)}.{rest}"


def _asks(result: ChangeResult, words: Catalogue) -> str:
    """Return where to read on: the notice's address, else whom to ask."""
    where = [result.about.url] if result.about.url else []
    if not where and result.about.contacts:
        where = [flat(contacts(result, words))]
    return _plain(flat(sentence("changes.short-form.ask", words, contacts=where[0]))) if where else ""


def _plain(text: str) -> str:
    return harmless(visible(" ".join(text.split(" "))))


def _cut(text: str) -> str:
    return text if len(text) < MOST else text[: MOST - 2].rsplit(" ", 1)[0] + "…"
