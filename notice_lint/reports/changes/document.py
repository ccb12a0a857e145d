"""What a notice is called in a sentence: its own word for itself, taken from its title."""

from notice_lint.i18n import Catalogue, Term
from notice_lint.i18n.nearest import fold
from notice_lint.reports.changes.result import About

_WORDS = {
    "notice": "notice",
    "politique": "policy",
    "policy": "policy",
    "declaration": "statement",
    "statement": "statement",
    "charte": "charter",
    "charter": "charter",
}
"""The words by which notices call themselves, folded, in the languages of the tool."""


def document_word(about: About, words: Catalogue) -> Term:
    """Return the words for the document in the reader's language; "privacy notice" if the title has none."""
    texts = [about.title.best(words.language), *about.title.values()]
    known = (kind for text in texts if (kind := _kind(text)))
    return Term("phrase", f"changes.document.{next(known, 'notice')}")


def _kind(title: str) -> str:
    return next((_WORDS[word] for word in map(fold, title.split()) if word in _WORDS), "")
