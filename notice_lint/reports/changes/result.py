"""What every report on changes gets, and all it gets."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from notice_lint.changes.authored import Announcement, Remark
from notice_lint.changes.change import Change, Direction, Duty, Subject
from notice_lint.changes.comparison import Suggestion
from notice_lint.i18n.terms import Term, Text


class Version(NamedTuple):
    """One side of a comparison: which version, as of when, from where."""

    version: str
    """As the notice calls it; "" if it does not."""
    effective: str
    """When it takes effect, as precisely as it says: a year, a month or a day; "" if it does not say."""
    published: str
    source: str
    """The path or revision that it was read from, as users see it."""
    how: str = "file"
    """How it was found: `file`, `folder` (of versions), `declared` (previous_versions), `git`."""
    digest: str = ""
    """SHA-256 of its bytes, in hexadecimal digits."""


class About(NamedTuple):
    """What a page on changes has to say of the notice itself; all of it from the newer version."""

    id: str
    title: Text
    language: str
    languages: tuple[str, ...]
    """The notice's own language first, then its translations."""
    controller: str
    contacts: tuple[str, ...] = ()
    """Where people can ask, best first: for requests, the data protection officer, the controller."""
    url: str = ""
    authorities: tuple[tuple[str, str], ...] = ()
    """Supervisory authorities that the notice names, with their addresses on the web."""


class Step(NamedTuple):
    """From one version to the next."""

    old: Version
    new: Version
    changes: tuple[Change, ...]


class RoundTrip(NamedTuple):
    """Something that came and went, or went and came, in between: the net view shows nothing of it."""

    subject: Subject
    codes: tuple[str, ...]
    """The codes of its changes, in order."""
    versions: tuple[Version, ...]
    """The version that brought each."""


class Lead(NamedTuple):
    """The time between the news and the change, held against the organisation's own policy."""

    policy: str
    """The period that the organisation has set itself, ISO 8601. No law gives a number (WP260 rev.01, 30)."""
    duty: Duty
    """The strongest duty among the changes for which the policy asks for that time."""
    announced: str
    """When people are told: the date of the announcement, else of publication; "" if neither is known."""
    announcement: Announcement | None
    effective: str
    given: int | None
    """Whole days between the two; None where a date is missing or less precise than a day."""
    earliest: str
    """The first day on which the changes may take effect under the policy; "" where it cannot be told."""
    enough: bool | None
    late: bool = False
    """Whether the changes took effect before people were told."""


class ChangeResult(NamedTuple):
    """What one comparison found. Changes are in the order in which readers see them."""

    about: About
    old: Version | None
    """None where no version was in force yet: the notice was first published afterwards."""
    new: Version
    changes: tuple[Change, ...]
    asked: str = ""
    """Since when was asked: a date such as "2024-11", or "" where versions were named."""
    steps: tuple[Step, ...] = ()
    """The way there, version by version; empty unless it was asked for."""
    round_trips: tuple[RoundTrip, ...] = ()
    suggestions: tuple[Suggestion, ...] = ()
    remarks: tuple[Remark, ...] = ()
    lead: Lead | None = None
    occasions: Mapping[str, Text] = {}
    """What the collections are called, by id: which of them a change of data speaks of."""
    first: str = ""
    """Where `old` is None: when the notice was first published."""
    told: tuple[Term, ...] = ()
    """What choosing the versions had to remark: sentences of the words under `versions.`."""

    def of(self, *duties: Duty) -> Iterator[Change]:
        """Yield the changes with one of these duties."""
        return (change for change in self.changes if change.duty in duties)

    @property
    def effective(self) -> str:
        """When the newer version takes effect, else when it was published; "" if it says neither."""
        return self.new.effective or self.new.published


def counts(changes: Sequence[Change]) -> Mapping[str, int]:
    """Return how many changes there are of each duty, in the order of the machine's report."""
    order = [*list(Duty)[1:], Duty.REVIEW]
    return {duty.value: sum(change.duty is duty for change in changes) for duty in order}


def ordered(changes: Sequence[Change], parts: Mapping[str, int]) -> tuple[Change, ...]:
    """Return changes as readers see them: the strongest duty first, then the unfavourable, then by part.

    `parts` gives the place of each part in the notice.
    """
    directions = list(Direction)

    def place(change: Change) -> tuple[object, ...]:
        part = str(change.route[0]) if change.route else ""
        return (
            change.duty.rank,
            directions.index(change.direction),
            parts.get(part, len(parts)),
            change.subject.id,
            change.code,
            [str(step) for step in change.route],
            change.fingerprint,
        )

    return tuple(sorted(changes, key=place))


def list_hash(result: ChangeResult) -> str:
    """Return the SHA-256 of the list of changes, for whoever signs it: fingerprints, duties, versions."""
    from hashlib import sha256  # noqa: PLC0415 - only for counsel and machines

    sides = [result.old.digest if result.old else "", result.new.digest]
    lines = sorted(f"{change.fingerprint} {change.duty}" for change in result.changes)
    return sha256("\n".join([*sides, *lines]).encode()).hexdigest()


def day_of(text: str) -> date | None:
    """Return the day that a date names, or None where it is less precise."""
    try:
        return date.fromisoformat(text) if len(text) == len("2026-11-05") else None
    except ValueError:
        return None
