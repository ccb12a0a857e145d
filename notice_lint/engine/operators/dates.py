"""Operators about dates."""

from collections.abc import Iterator, Mapping

from notice_lint.engine.problem import Context, Place, Problem
from notice_lint.findings import Arg, Term
from notice_lint.model.dates import PartialDate
from notice_lint.model.period import Period
from notice_lint.model.record import Record

_ORDER = (("published", "effective"), ("published", "modified"))
_PAST = ("modified", "reviewed")
_FAR = Period.parse("P10Y")
"""A notice that takes effect in more than ten years has a slip in its year."""


def dates_in_order(record: Record, _: Mapping[str, str], context: Context) -> Iterator[Problem]:
    """Find dates of the notice that cannot be: out of order, in the future where they report, or far off.

    Dates of unknown day are given the benefit of the doubt.
    """
    for earlier, later in _ORDER:
        yield from _out_of_order(record, earlier, later)
    day = context.world.day
    for name in ("published", "effective", *_PAST):
        value, place = record.value(name), record.place(name)
        if not isinstance(value, PartialDate) or place is None:
            continue
        reason = (
            "far"
            if value.first > _FAR.after(day)
            else "future"
            if name in _PAST and value.first > day
            else ""
        )
        if reason:
            args: dict[str, Arg] = {"date": Term("date", value.written), "what": Term("word", name)}
            yield Problem(place, {"detail": Term("phrase", f"dates.{reason}", args)}, key=name)


def _out_of_order(record: Record, earlier: str, later: str) -> Iterator[Problem]:
    first, second = record.value(earlier), record.value(later)
    if not isinstance(first, PartialDate) or not isinstance(second, PartialDate) or not second.before(first):
        return
    args: dict[str, Arg] = {"first": Term("date", first.written), "second": Term("date", second.written)}
    detail = Term("phrase", f"dates.{earlier}-after-{later}", args)
    related = [Place(record.place(earlier) or record.route, Term("date", first.written))]
    yield Problem(record.place(later) or record.route, {"detail": detail}, related, key=later)
