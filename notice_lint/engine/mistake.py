"""A mistake in a rule pack: where, and what, as data."""

from collections.abc import Iterable
from typing import NamedTuple, Self

from notice_lint.findings import Arg, Term
from notice_lint.i18n.nearest import nearest
from notice_lint.source.document import Document, Route, Span


class Mistake(NamedTuple):
    """What is wrong, and where; `detail` is worded in the reader's language."""

    path: str
    span: Span
    detail: Term

    @classmethod
    def of(cls, path: str, kind: str) -> Self:
        """Make a mistake of a whole file or folder."""
        return cls(path, Span(1, 1, 1, 1), Term("phrase", f"pack.{kind}"))


class Spot:
    """Makes mistakes in one file, from routes."""

    def __init__(self, document: Document) -> None:
        self._document = document

    def mistake(self, route: Route, what: str, /, *, at_key: bool = False, **args: Arg) -> Mistake:
        """Make a mistake at a value, or at its key; `what` names a sentence, `args` fill it."""
        span = self._document.key_span(route) if at_key else self._document.span(route)
        return Mistake(self._document.path, span, Term("phrase", f"pack.{what}", args))

    def unknown(
        self,
        route: Route,
        what: str,
        name: str,
        choices: Iterable[str],
        /,
        *,
        at_key: bool = False,
        **args: Arg,
    ) -> Mistake:
        """Make a mistake about a name that does not exist, with the nearest one that does."""
        known = sorted(choices)
        meant, listed = nearest(name, known), Term("list", tuple(known))
        return self.mistake(route, what, at_key=at_key, name=name, suggestion=meant, choices=listed, **args)
