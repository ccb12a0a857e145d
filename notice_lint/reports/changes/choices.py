"""What people can do about changes: the author's offers, rights that a change brings, where to turn."""

from collections.abc import Iterator

from notice_lint.i18n import Arg, Catalogue, Text
from notice_lint.pages.inline import Foreign, Inline, Prose, Ref
from notice_lint.reports.changes.entries import joined
from notice_lint.reports.changes.result import ChangeResult
from notice_lint.reports.changes.wording import quoted, sentence


def choices(result: ChangeResult, words: Catalogue) -> list[Prose]:
    """Return what people can do, one thing an item; never empty where the notice says whom to ask."""
    return [*_offered(result, words), *_brought(result, words), *_usual(result, words)]


def _offered(result: ChangeResult, words: Catalogue) -> Iterator[Prose]:
    """Yield the author's choices, each once, marked as the organisation's words."""
    seen: set[str] = set()
    for change in result.changes:
        for choice in change.authored.choices if change.authored else ():
            text = quoted(choice, words)
            if text.text not in seen:
                seen.add(text.text)
                controller = result.about.controller
                yield sentence("changes.can.choice", words, choice=[text], controller=controller)


def _brought(result: ChangeResult, words: Catalogue) -> Iterator[Prose]:
    """Yield the rights that changes bring, each with the things for which it can be used from now on."""
    gained: dict[str, list[Arg]] = {}
    for change in result.changes:
        for right in change.rights_gained:
            subjects = gained.setdefault(right, [])
            if change.subject.label not in subjects:
                subjects.append(change.subject.label)
    for right, subjects in gained.items():
        unstopped = [_unstopped(subject) for subject in subjects]
        named: list[Inline] = [Foreign(words.list(unstopped))]  # cut, because each change says it in full
        yield sentence(f"changes.can.{right}", words, subjects=named)


def _unstopped(label: Arg) -> Arg:
    """Return a sentence of the notice without its full stop: it stands inside another one."""
    if not isinstance(label, Text):
        return label
    return Text({language: said.removesuffix(".") for language, said in label.items()})


def _usual(result: ChangeResult, words: Catalogue) -> Iterator[Prose]:
    if result.about.contacts:
        yield sentence("changes.can.ask", words, contacts=contacts(result, words))
    for name, url in result.about.authorities[:1]:
        yield sentence("changes.can.complain", words, authority=[Ref(Foreign(name), url)])


def contacts(result: ChangeResult, words: Catalogue) -> list[Inline]:
    """Return where people can ask; an e-mail address leads to a message."""
    del words
    return joined([[_reached(contact)] for contact in result.about.contacts[:2]])


def _reached(contact: str) -> Inline:
    if "@" in contact and " " not in contact:
        return Ref(Foreign(contact), f"mailto:{contact}")
    return Ref(Foreign(contact), contact) if contact.startswith("https://") else Foreign(contact)
