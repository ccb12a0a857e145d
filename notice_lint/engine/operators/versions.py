"""The operator about earlier versions of the notice."""

from collections.abc import Iterator, Mapping

from notice_lint.engine.problem import Context, Problem
from notice_lint.findings import Arg, Term
from notice_lint.model.dates import PartialDate
from notice_lint.model.record import SILENT, Record

_LISTED = ("notice", "previous_versions")


def previous_versions_readable(record: Record, _: Mapping[str, str], context: Context) -> Iterator[Problem]:
    """Find earlier versions without an address, and a notice that was changed and names no earlier one.

    A notice whose last change is the day of its publication was not changed since.
    Source: GDPR Art. 5(2), 7(1); EDPB Guidelines 05/2020, para 108.
    """
    reader = context.notice.reader
    listed = list(reader.items(_LISTED))
    for route in listed:
        if reader.value((*route, "url"), "string") is SILENT:
            version = reader.value((*route, "version"), "string")
            named: Arg = version if isinstance(version, str) else Term("phrase", "said.silent")
            yield Problem(route, {"detail": Term("phrase", "versions.no-address", {"version": named})})
    changed, published = record.value("modified"), record.value("published")
    place = record.place("modified")
    if (
        listed
        or not isinstance(changed, PartialDate)
        or place is None
        or reader.hides("notice.previous_versions")
    ):
        return
    if not isinstance(published, PartialDate) or published.before(changed) is True:
        date = Term("date", changed.written)
        yield Problem(place, {"detail": Term("phrase", "versions.none-named", {"date": date})})
