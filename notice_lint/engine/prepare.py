"""A document made ready to be judged: its shape looked at, its meaning resolved for one day."""

from notice_lint.engine.problem import Context
from notice_lint.engine.wordlist import Reading, WordLists
from notice_lint.model.notice import Handed, Notice
from notice_lint.reference.world import World
from notice_lint.schema.load import load_schema
from notice_lint.schema.validate import Violation, violations
from notice_lint.source.document import Document, Route


def prepare(document: Document, world: World, lists: WordLists, handed: Handed | None = None) -> Context:
    """Return the context in which rules judge `document`. A text with flaws has no shape to look at.

    `handed` holds the records of views that a notice cannot build by itself.
    """
    wrong: list[Violation] = [] if document.flaws else violations(document.data, load_schema("notice"))
    broken = frozenset[Route]()
    if wrong:
        from notice_lint.engine.refused import refused_routes  # noqa: PLC0415 - needed only here

        broken = refused_routes(document, wrong)
    notice = Notice(document, world, broken, handed or {})
    return Context(notice, world, notice.regimes[0], lists, wrong, Reading())
