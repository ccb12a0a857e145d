"""On which law the duty of a change rests."""

from notice_lint.changes.change import Change
from notice_lint.changes.codes import code
from notice_lint.i18n import Catalogue
from notice_lint.pages.inline import Inline, Ref


def law(change: Change) -> tuple[tuple[str, str], ...]:
    """Return the citations of a change's code, each with its address."""
    return tuple((source.cite, source.url) for source in code(change.code).references)


def cited(change: Change, words: Catalogue) -> str:
    """Return the citations on one line, as lawyers write them in the reader's language."""
    return "; ".join(words.cite(cite) for cite, _ in law(change))


def linked(change: Change, words: Catalogue) -> list[Inline]:
    """Return the citations, each leading to its text."""
    line: list[Inline] = []
    for cite, url in law(change):
        line += ["; "] if line else []
        line.append(Ref(words.cite(cite), url))
    return line
