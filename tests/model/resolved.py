"""Resolves short notices, for tests."""

from datetime import date

from notice_lint.model.notice import Notice
from notice_lint.model.record import Record
from notice_lint.reference.world import World
from notice_lint.source.document import Route
from notice_lint.source.parse import parse

DAY = date(2026, 11, 22)


def notice(text: str, day: date = DAY, *, head: str = "", broken: frozenset[Route] = frozenset()) -> Notice:
    """Return a notice laid after the smallest valid head (and `head` in it), resolved for a day."""
    document = parse(f"format: 1\nnotice: {{id: example, language: en, {head}}}\n{text}", "notice.yaml")
    assert not document.flaws
    return Notice(document, World(day), broken)


def only(text: str, view: str) -> Record:
    """Return the single record of a view."""
    (record,) = notice(text).view(view)
    return record


def category(text: str, name: str = "contact") -> Record:
    """Return the collected category of a name."""
    return next(r for r in notice(text).view("collected_categories") if r.text("category") == name)
