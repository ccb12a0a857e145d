"""Changes that say the same of several things: shown once, with all of these named."""

from collections.abc import Sequence

from notice_lint.changes.change import Change
from notice_lint.changes.labels import listed
from notice_lint.i18n import Catalogue
from notice_lint.pages.blocks import Card
from notice_lint.reports.changes.entries import card, occasion_of
from notice_lint.reports.changes.result import ChangeResult
from notice_lint.reports.changes.sections import part_of, section


def cards(
    result: ChangeResult, changes: Sequence[Change], words: Catalogue, level: int, number: int
) -> list[Card]:
    """Return cards for changes; `number` is the first one. A card of several has all their numbers."""
    found = []
    for group in alike(result, changes):
        last = number + len(group) - 1
        numbers = f"{number}–{last}" if len(group) > 1 else number
        found.append(card(as_one(group), numbers, result, words, level))
        number = last + 1
    return found


def alike(result: ChangeResult, changes: Sequence[Change]) -> list[list[Change]]:
    """Return changes in groups of which everything is the same but the thing that changed.

    What a person wrote, or has to read word by word, stands alone.
    """
    groups: dict[object, list[Change]] = {}
    for change in changes:
        groups.setdefault(_said(result, change), []).append(change)
    return list(groups.values())


def _said(result: ChangeResult, change: Change) -> object:
    """Return all that a card says of a change beside its subject."""
    if change.authored or change.redlines:
        return change.fingerprint
    args = {name: arg for name, arg in change.args.items() if name != "subject"}
    shown = [
        None if one == change.subject.label else one for one in (change.shown_before, change.shown_after)
    ]
    return repr(
        [
            [change.code, section(change), part_of(change), *shown],
            [sorted(args.items()), change.rights_gained, change.rights_lost, occasion_of(change, result)],
        ]
    )


def as_one(group: Sequence[Change]) -> Change:
    """Return changes that are alike as one, about all their subjects."""
    first = group[0]
    if len(group) == 1:
        return first
    label = listed(change.subject.label for change in group)
    own = first.subject.label  # what only repeats one subject of several says nothing of the others
    return first._replace(
        subject=first.subject._replace(label=label),
        shown_before=None if first.shown_before == own else first.shown_before,
        shown_after=None if first.shown_after == own else first.shown_after,
    )
