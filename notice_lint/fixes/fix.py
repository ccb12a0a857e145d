"""What a fix is: edits by route, data without words and without offsets."""

from typing import NamedTuple

from notice_lint.errors import NoticeLintError
from notice_lint.findings import Arg, Term
from notice_lint.source.places import Route


class FixRejected(NoticeLintError):
    """The fix would change more than it says; `reason` names a sentence (`fix.refused.…`)."""

    def __init__(self, reason: str) -> None:
        super().__init__("a fix would change more than it says ({reason})", reason=reason)
        self.reason = reason


class SetValue(NamedTuple):
    """One plain value instead of what stands at a route. `typed` values stand without quotation marks."""

    route: Route
    value: str
    typed: bool = False
    """Whether it is a number, or true or false."""


class SetList(NamedTuple):
    """A list instead of the single value at a route."""

    route: Route
    members: tuple[str, ...]


class RenameKey(NamedTuple):
    """Another key for what stands at a route."""

    route: Route
    key: str


class Quote(NamedTuple):
    """Quotation marks around the value at a route, or around its key: the text itself stays."""

    route: Route
    at_key: bool


class Cut(NamedTuple):
    """Text that says nothing in YAML: blanks, a comment or a part of one. Offsets, the end exclusive."""

    stretches: tuple[tuple[int, int], ...]
    comment: bool
    """Whether a comment goes."""


class MoveFirst(NamedTuple):
    """These keys of the root to the beginning, in this order."""

    keys: tuple[str, ...]


Edit = SetValue | SetList | RenameKey | Quote | Cut | MoveFirst


class Fix(NamedTuple):
    """How a finding can be put right. What the notice promises is the same afterwards."""

    title: Term
    """What changes, to be worded."""
    safe: bool
    """Whether it may be applied without a person looking: no guess is in it."""
    edits: tuple[Edit, ...]

    @property
    def safety(self) -> str:
        """`safe` or `unsafe`, as findings have it."""
        return "safe" if self.safe else "unsafe"


def becomes(before: str, after: str) -> Term:
    """Return the title of a fix that writes one thing as another."""
    return Term("phrase", "fix.becomes", {"before": before, "after": after})


def members(arg: Arg | None) -> list[str]:
    """Return the members of an argument that is a list; none of anything else."""
    if not isinstance(arg, Term) or not isinstance(arg.value, tuple | list):
        return []
    return [str(member) for member in arg.value]
