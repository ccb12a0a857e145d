"""The step from one version to the next as a record of the view `revision`, for rules that judge it."""

from collections.abc import Sequence

from notice_lint.changes.change import AHEAD, Change, Duty
from notice_lint.changes.codes import code
from notice_lint.model.dates import PartialDate
from notice_lint.model.notice import Notice
from notice_lint.model.record import SILENT, Record, Value
from notice_lint.source.document import Route

_HEAD = ("version", "effective", "published")
_LONGEST = 8
"""Digits of one number of a version: a day, 20241105."""


def revision(old: Notice, new: Notice, changes: Sequence[Change], planned: dict[str, Value]) -> Record:
    """Return what the step from `old` to `new` is; `planned` is what the author and the policy say of it."""
    shown = [change for change in changes if code(change.code).listed]
    duties = sorted((one.duty for one in shown if one.duty is not Duty.REVIEW), key=lambda duty: duty.rank)
    before, after = _head(old), _head(new)
    values: dict[str, Value] = {
        "changed": any(change.duty is not Duty.EDITORIAL for change in shown),
        "count": len(shown),
        "material": any(duty in (*AHEAD, Duty.NOTIFY) for duty in duties),
        "advance": any(duty in AHEAD for duty in duties),
        "strongest": duties[0].value if duties else SILENT,
        "version": after["version"],
        "version_before": before["version"],
        "version_step": version_step(before["version"], after["version"]),
        "effective": after["effective"],
        "effective_before": before["effective"],
        "effective_step": _date_step(before["effective"], after["effective"]),
        "published": after["published"],
        **planned,
    }
    places: dict[str, Route] = {key: ("notice", key) for key in _HEAD if new.document.exists(("notice", key))}
    places["version_step"], places["effective_step"] = (
        places.get(key, ("notice",)) for key in ("version", "effective")
    )
    return Record(("notice",), values, places)


def _head(notice: Notice) -> dict[str, Value]:
    record = notice.view("notice")[0]
    return {key: record.value(key) for key in _HEAD}


def version_step(before: Value, after: Value) -> str:
    """Return how a version follows on the one before: 1.10 comes after 1.9; names have no order: `other`."""
    if not isinstance(before, str) or not isinstance(after, str):
        return "unsaid"
    if before == after:
        return "same"
    first, second = _numbers(before), _numbers(after)
    if first is None or second is None or len(first) != len(second):
        return "other"
    return "later" if second > first else "earlier" if second < first else "other"


def _numbers(version: str) -> tuple[int, ...] | None:
    """Return the numbers of a version such as "v2.1" or "2024-11"; None for one that has words."""
    parts = version.strip().removeprefix("v").replace("-", ".").split(".")
    numbers = all(part.isascii() and part.isdigit() and len(part) <= _LONGEST for part in parts)
    return tuple(map(int, parts)) if numbers else None


def _date_step(before: Value, after: Value) -> str:
    if not isinstance(before, PartialDate) or not isinstance(after, PartialDate):
        return "unsaid"
    if before.written == after.written:
        return "same"
    return "later" if after.first > before.first else "earlier" if after.first < before.first else "other"
