"""In which part of the readers' page a change stands: every change has exactly one place."""

from collections.abc import Mapping, Sequence
from enum import StrEnum

from notice_lint.changes.change import Change, Direction, Duty

_TEXT = ("text.", "security.text.")
"""How the codes of changed prose begin."""

_STATED = ("information.stated", "retention.added")
"""The codes of what was not said before: that it is stated now favours nobody by itself."""


class Section(StrEnum):
    """The parts of the page, in its order. The values end the keys of their words."""

    AFFECTS = "affects"
    FAVOUR = "favour"
    STATED = "stated"
    OTHER = "other"
    REWORDED = "reworded"
    FORM = "form"


def section(change: Change) -> Section:
    """Return where a change stands. What has no effect is form; prose that nobody has classed stands apart.

    An unfavourable change never stands among the others, nor a favourable one at the top.
    """
    if change.duty is Duty.EDITORIAL:
        return Section.FORM
    if change.code.startswith(_TEXT) and change.duty in (Duty.REVIEW, Duty.PUBLISH):
        return Section.REWORDED
    if change.code in _STATED:
        return Section.STATED
    if change.direction is Direction.MORE_PROTECTIVE:
        return Section.FAVOUR
    if change.direction is Direction.NEUTRAL:
        return Section.OTHER
    return Section.AFFECTS


def sections(changes: Sequence[Change]) -> Mapping[Section, tuple[Change, ...]]:
    """Return the changes by part of the page.

    Each part keeps the order of the list; at the top, what surely takes something away comes before what
    only a person can judge.
    """
    found = {part: [change for change in changes if section(change) is part] for part in Section}
    found[Section.AFFECTS].sort(key=_certain)
    return {part: tuple(members) for part, members in found.items()}


def _certain(change: Change) -> tuple[bool, bool]:
    return change.direction is Direction.UNDETERMINED, change.duty is Duty.REVIEW


def part_of(change: Change) -> str:
    """Return the part of the notice that a change belongs to, as its subject has it."""
    part = change.subject.kind or (str(change.route[0]) if change.route else "notice")
    return "data_categories" if part == "categories" else part


def by_part(changes: Sequence[Change]) -> Mapping[str, tuple[Change, ...]]:
    """Return changes by part of the notice, in the order in which the parts first come up."""
    parts = dict.fromkeys(part_of(change) for change in changes)
    return {name: tuple(change for change in changes if part_of(change) == name) for name in parts}


_FEARED = {
    "purpose": ("purpose.added", "purpose.widened"),
    "special": ("category.added.special", "category.reclassified"),
    "retention": (
        "retention.lengthened",
        "retention.start.later",
        "retention.unbounded",
        "retention.removed",
    ),
    "recipient": ("recipient.added", "recipient.granularity.coarser"),
    "transfer": ("transfer.added", "transfer.country_changed"),
    "decision": ("adm.added", "adm.widened"),
    "right": ("rights.removed", "rights.restricted"),
}
"""What people ask first about a new version, and how the codes of it begin."""


def absent(changes: Sequence[Change]) -> tuple[str, ...]:
    """Return which of the feared kinds of change are not among these."""
    found = [change.code for change in changes]
    return tuple(name for name, codes in _FEARED.items() if not any(code.startswith(codes) for code in found))


def one_of_a_kind(changes: Sequence[Change]) -> tuple[Change, ...]:
    """Return the first change of each code, then the others: the beginning of a long list says most."""
    firsts = {change.code: change for change in reversed(changes)}
    kinds = [change for change in changes if firsts[change.code] is change]
    return (*kinds, *(change for change in changes if firsts[change.code] is not change))
