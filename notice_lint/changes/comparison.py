"""What differs between two notices, before anybody says what it means: paired entries and their leaves."""

from enum import Enum
from typing import Any, Final, NamedTuple

from notice_lint.model.notice import Notice
from notice_lint.source.document import Route


class Missing(Enum):
    """What stands where a side says nothing: not null, not `none`, not an empty text."""

    MISSING = "nothing is said"


MISSING: Final = Missing.MISSING


class Entry(NamedTuple):
    """One thing of a notice in canonical form: equal values mean the same."""

    part: str
    """`recipients`, `purposes`, `collections`, `categories` (of a collection), `controller`, `notice` …"""
    id: str
    """Its id; of a category in a collection "collection/category"; "" for a part that is one thing."""
    route: Route
    value: Any


class Leaf(NamedTuple):
    """One place inside an entry that differs. A side that says nothing there is `MISSING`."""

    path: Route
    """From the entry down."""
    before: Any
    after: Any


class Pair(NamedTuple):
    """The same thing in both versions, or one side of it. Equal pairs are left out."""

    part: str
    before: Entry | None
    after: Entry | None
    how: str = "id"
    """`id`, or `declared` where `previous_ids` says that the id changed."""
    leaves: tuple[Leaf, ...] = ()


class Succession(NamedTuple):
    """Entries that the author declares to stand for others (`replaces`): one to one, a split, a merger."""

    part: str
    old: tuple[str, ...]
    new: tuple[str, ...]


class Suggestion(NamedTuple):
    """A rename that nobody declared: never acted on, told to the author."""

    part: str
    old: str
    new: str
    why: str
    """`identical`, or `similar`."""


class Comparison(NamedTuple):
    """Everything that differs between two notices. `reordered` names parts whose entries changed places."""

    old: Notice
    new: Notice
    pairs: tuple[Pair, ...]
    successions: tuple[Succession, ...] = ()
    suggestions: tuple[Suggestion, ...] = ()
    reordered: tuple[str, ...] = ()
