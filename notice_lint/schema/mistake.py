"""Mistakes in files that are no notices (rule packs, settings, baselines): where, and what, as data."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple, Protocol, Self

from notice_lint.errors import NoticeLintError
from notice_lint.findings import Arg, Term
from notice_lint.i18n.nearest import nearest
from notice_lint.source.document import Route, Span


class Mistake(NamedTuple):
    """What is wrong, and where; `detail` is worded in the reader's language."""

    path: str
    span: Span
    detail: Term

    @classmethod
    def of(cls, path: str, kind: str) -> Self:
        """Make a mistake of a whole file or folder."""
        return cls(path, Span(1, 1, 1, 1), Term("phrase", f"pack.{kind}"))


class Mistaken(NoticeLintError):
    """Files are wrong, so that nothing can be checked with them.

    `refused` names the sentence that says how many mistakes there are ("pack.refused"). `lines` are those of
    the files, by path, where each mistake is to be shown with its excerpt.
    """

    refused = "pack.refused"

    def __init__(self, mistakes: Sequence[Mistake], lines: Mapping[str, Sequence[str]] | None = None) -> None:
        super().__init__(f"{len(mistakes)} mistakes in {', '.join(dict.fromkeys(m.path for m in mistakes))}")
        self.mistakes = tuple(mistakes)
        self.lines = lines or {}


class Placed(Protocol):
    """A file whose parts have places."""

    path: str

    def span(self, route: Route) -> Span:
        """Return where a value stands."""

    def key_span(self, route: Route) -> Span:
        """Return where its key stands."""


class Spot:
    """Makes mistakes in one file, from routes; `about` is how the names of their sentences begin."""

    def __init__(self, document: Placed, about: str = "pack") -> None:
        self._document = document
        self._about = about

    def mistake(self, route: Route, what: str, /, *, at_key: bool = False, **args: Arg) -> Mistake:
        """Make a mistake at a value, or at its key; `what` names a sentence, `args` fill it."""
        span = self._document.key_span(route) if at_key else self._document.span(route)
        return Mistake(self._document.path, span, Term("phrase", f"{self._about}.{what}", args))

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
