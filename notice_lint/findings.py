"""Findings: what is wrong, where, and with what; data without words."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from notice_lint.i18n.terms import Arg, Term, Text
from notice_lint.source.document import Route, Span

__all__ = ["Arg", "Certainty", "Finding", "Ignored", "Related", "Severity", "Term", "Text"]


class Severity(StrEnum):
    """How grave a finding is. Order: `rank`."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"

    @property
    def rank(self) -> int:
        """0 for an error, 1 for a warning, 2 for a note: smaller is graver."""
        return ("error", "warning", "note").index(self.value)


class Certainty(StrEnum):
    """Whether the tool can decide it."""

    SURE = "sure"
    REVIEW = "review"
    """Only a person can decide; the finding is a question."""


class Related(NamedTuple):
    """The other half of a contradiction, or the first of two equal keys."""

    route: Route
    span: Span
    label: Term | None = None


class Ignored(NamedTuple):
    """Why a finding does not count. `how` is `inline`, `settings` or `baseline`."""

    how: str
    reason: str
    by: str | None = None
    until: str | None = None
    """The last day on which it counts, or the month or year: `2027-03-01`, `2027-03`, `2027`."""

    @property
    def explained(self) -> bool:
        """Whether the reason says something: a word at least, not a dash or dots."""
        return any(sign.isalnum() for sign in self.reason)

    def expired(self, day: date) -> bool:
        """Whether its last day is over on `day`."""
        return self.until is not None and day.isoformat()[: len(self.until)] > self.until


class Finding(NamedTuple):
    """One defect of a notice at one place."""

    rule: str
    """The rule's name, as users write it to ignore it: `controller-contact-missing`."""
    code: str
    severity: Severity
    certainty: Certainty
    path: str
    """Relative to the working directory, with `/`."""
    route: Route
    span: Span
    args: Mapping[str, Arg]
    """What fills the braces of the rule's message, in any language."""
    notice: str = ""
    """The notice's id, where it could be read."""
    key: str = ""
    ordinal: int = 0
    """Counts findings that rule, notice, route and key do not tell apart."""
    related: tuple[Related, ...] = ()
    ignored: Ignored | None = None
    trail: tuple[Arg, ...] = ()
    """The route as readers know it: "recipients", "Zoom"."""
    capped: bool = False
    """Whether it would be an error, had the reference data that it rests on been read at the source."""
    fix: str = ""
    """How it can be put right by the tool: `safe`, `unsafe`, or not at all."""
    touched: bool = False
    """Whether it stands on a line or in an entry that differs from the base revision (`--base`)."""

    @property
    def fingerprint(self) -> str:
        """Name this finding across versions of the file: 16 hexadecimal digits.

        Built from rule, notice id, route, the record's own key and an ordinal; never from line
        numbers or wording, so that neither an edit above nor a new sentence makes an old finding look new.
        """
        from hashlib import sha256  # noqa: PLC0415 - 4 ms that only machines' reports need

        identity = [self.rule, self.notice, *map(repr, self.route), self.key, str(self.ordinal)]
        return sha256("\n".join(identity).encode("utf-8", "surrogatepass")).hexdigest()[:16]
