"""What an operator finds, and what it may know while it looks."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from notice_lint.engine.wordlist import Reading, WordLists
from notice_lint.findings import Arg, Term
from notice_lint.model.notice import Notice
from notice_lint.model.record import Record
from notice_lint.reference.world import World
from notice_lint.schema.validate import Violation
from notice_lint.source.document import Route, Span


class Place(NamedTuple):
    """A second place that belongs to a problem, and what stands there."""

    route: Route
    label: Term | None = None
    span: Span | None = None


class Problem(NamedTuple):
    """One defect at one place, before it becomes a finding."""

    route: Route
    args: Mapping[str, Arg] = {}
    related: Sequence[Place] = ()
    stretch: tuple[int, int] | None = None
    """First and last offset (exclusive) inside the text at `route`."""
    span: Span | None = None
    """Where it stands, if the route does not tell: a mistake in the text itself."""
    key: str = ""
    at_key: bool = False
    """Whether the key is wrong, not its value."""


class Context(NamedTuple):
    """Everything that a judgement may know beside the record."""

    notice: Notice
    world: World
    regime: str
    """The law under which a list such as `eea` is read."""
    lists: WordLists
    violations: Sequence[Violation]
    reading: Reading
    """Looks for phrases; remembers what it has read."""


class Operator(NamedTuple):
    """A judgement that words cannot state, by the name that rule files use."""

    judge: Callable[[Record, Mapping[str, str], Context], Iterator[Problem]]
    view: str
    """The view whose records it judges."""
    meaning: str
    parameters: Mapping[str, tuple[str, ...]] = {}
    """Each parameter with its choices; all are needed."""
    arguments: tuple[str, ...] = ()
    """What it adds to the placeholders of the view."""
