"""A change between two versions: what differs, whom it favours, what it asks for; data without words."""

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple

from notice_lint.i18n.terms import Arg, Text
from notice_lint.source.document import Route, Span


class Duty(StrEnum):
    """What the controller has to do about a change, strongest first. Order: `rank`.

    Sources: GDPR Art. 13(3), 14(4); WP260 rev.01, points 29 to 31. See `codes.yaml`.
    """

    REVIEW = "review"
    """The tool cannot tell: a person must class it. Gates treat it as the strongest."""
    PRIOR_NOTICE = "prior-notice"
    ADVANCE_NOTICE = "advance-notice"
    NOTIFY = "notify"
    PUBLISH = "publish"
    EDITORIAL = "editorial"

    @property
    def rank(self) -> int:
        """0 for `review`, 5 for `editorial`: smaller asks for more."""
        return list(Duty).index(self)


AHEAD = (Duty.PRIOR_NOTICE, Duty.ADVANCE_NOTICE)
"""Duties by which people learn of a change before it applies. Source: GDPR Art. 13(3); WP260 rev.01, 30."""


class Direction(StrEnum):
    """Whom a change favours, seen from the person whose data it is."""

    LESS_PROTECTIVE = "less-protective"
    UNDETERMINED = "undetermined"
    NEUTRAL = "neutral"
    MORE_PROTECTIVE = "more-protective"


class Subject(NamedTuple):
    """The thing that changed: `kind` is a part of the notice ("retention"), `label` its own words."""

    kind: str
    id: str
    label: Arg


class Side(NamedTuple):
    """Where one half of a change stands, in the old or in the new file."""

    path: str
    route: Route
    span: Span


class Redline(NamedTuple):
    """What differs inside one text, in one language: stretches that stayed, went and came."""

    language: str
    pieces: tuple[tuple[str, str], ...]
    """Each with its kind: `same`, `removed`, `added`."""
    alerts: tuple[str, ...] = ()
    """Kinds of words that it touches: `negation`, `modality`, `number`, `date`, `country`."""


class Acknowledged(NamedTuple):
    """Who has read a change and classed it, and until when that counts."""

    by: str
    when: str
    until: str | None = None
    duty: str | None = None


class Authored(NamedTuple):
    """What the author of the notice says of a change, in `changes.yaml`: the organisation's own words."""

    reason: Text | None = None
    nature: str = ""
    """`new_processing`, `correction`, `legal`, `supplier`, or nothing."""
    choices: tuple[Text, ...] = ()
    impact: Text | None = None
    """What the change means for people. Source: WP260 rev.01, point 31."""
    compatibility: Text | None = None
    """Why data that are already held may serve a new purpose. Source: GDPR Art. 6(4)."""
    consent_renewal: Text | None = None
    """How consent is asked for again. Source: EDPB Guidelines 05/2020, point 110."""
    acknowledged: Acknowledged | None = None


class Change(NamedTuple):
    """One change. Everything that differs is in exactly one change, or in the `echoes` of one."""

    code: str
    """A dotted name of `codes.yaml`: `retention.lengthened`."""
    duty: Duty
    direction: Direction
    subject: Subject
    route: Route
    """In the new notice; of what is gone, in the old one."""
    before: object
    """The canonical value, plain data for machines; None where nothing stood."""
    after: object
    shown_before: Arg | None = None
    """The same for readers: a text of the notice, a period, a list of labels; None where nothing stood."""
    shown_after: Arg | None = None
    args: Mapping[str, Arg] = {}
    """What else fills the braces of the code's sentences."""
    base: Duty = Duty.REVIEW
    """The duty of the code itself, before `steps`."""
    steps: tuple[str, ...] = ()
    """Why the duty is not the base: `special-category`, `children`, `automated-decision`, `consent`,
    `accumulated`, `more-protective`."""
    old: Side | None = None
    new: Side | None = None
    redlines: tuple[Redline, ...] = ()
    rights_gained: tuple[str, ...] = ()
    rights_lost: tuple[str, ...] = ()
    echoes: tuple[Route, ...] = ()
    """Places that differ only because of this change."""
    authored: Authored | None = None
    notice: str = ""
    """The notice's id."""

    @property
    def told_by(self) -> str:
        """The key of the sentence that tells it; data that were collected before have one of their own."""
        return f"changes.code.{self.code}{'.again' if 'occasion' in self.args else ''}"

    @property
    def fingerprint(self) -> str:
        """Name this change: 16 hexadecimal digits, from code, subject, route and both values.

        Never from words: an acknowledgement lapses when the value changes again, not when a sentence does.
        """
        from hashlib import sha256  # noqa: PLC0415 - only machines' outputs need it
        from json import dumps  # noqa: PLC0415 - likewise

        identity = [self.notice, self.code, self.subject.kind, self.subject.id, list(self.route)]
        text = dumps([*identity, self.before, self.after], sort_keys=True, ensure_ascii=True)
        return sha256(text.encode()).hexdigest()[:16]
