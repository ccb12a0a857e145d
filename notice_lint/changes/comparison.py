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
    """Its id; of a category in a collection "collection/category"; "" for a part that is one thing, "none"
    where a part of several things says that there is none."""
    route: Route
    value: Any
    """Plain data without lists, see `canonical_form`; `{"none": text}` says that there is none."""
    previous: tuple[str, ...] = ()
    """Ids that it had in earlier versions (`previous_ids`)."""
    replaces: tuple[str, ...] = ()
    """Ids of the things that it stands for now."""


class Echo(NamedTuple):
    """The same difference at another entry: said once, at the leaf that has it in `echoes`."""

    part: str
    id: str
    path: Route
    before: Any
    after: Any


class Leaf(NamedTuple):
    """One place inside an entry that differs. A side that says nothing there is `MISSING`."""

    path: Route
    """From the entry down."""
    before: Any
    after: Any
    follows: tuple[str, str] | None = None
    """Part and id of the thing that came or went altogether, where this place only names it."""
    echoes: tuple[Echo, ...] = ()
    """Of what categories of a collection share: it is told at the collection, and differs at these."""


class Pair(NamedTuple):
    """The same thing in both versions, or one side of it. Equal pairs are left out."""

    part: str
    before: Entry | None
    after: Entry | None
    how: str = "id"
    """`id`, or `declared` where `previous_ids` says that the id changed."""
    leaves: tuple[Leaf, ...] = ()
    """Empty where one side is missing, and where only the id changed."""
    follows: tuple[str, str] | None = None
    """Part and id of the collection that came or went with it."""


class Succession(NamedTuple):
    """Entries that the author declares to stand for others (`replaces`): one to one, a split, a merger."""

    part: str
    old: tuple[str, ...]
    new: tuple[str, ...]


class Suggestion(NamedTuple):
    """What nobody declared and the author should look at: told, never acted on."""

    part: str
    old: str
    new: str
    why: str
    """`identical` or `similar`: a rename, perhaps; `reused`: an id that now seems to name something else."""


class Equivalent(NamedTuple):
    """A period that is written in another way and means the same: "P12M", "P1Y"."""

    part: str
    id: str
    path: Route
    before: str
    after: str


class Languages(NamedTuple):
    """Languages that a notice as a whole gained and lost: one thing, however many texts it has."""

    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()


class Comparison(NamedTuple):
    """Everything that differs between two notices. `reordered` names parts whose entries changed places."""

    old: Notice
    new: Notice
    pairs: tuple[Pair, ...]
    successions: tuple[Succession, ...] = ()
    suggestions: tuple[Suggestion, ...] = ()
    reordered: tuple[str, ...] = ()
    equivalents: tuple[Equivalent, ...] = ()
    languages: Languages = Languages()
