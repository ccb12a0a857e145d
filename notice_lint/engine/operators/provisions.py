"""Operators about whether data must be given."""

from collections.abc import Iterator, Mapping

from notice_lint.engine.problem import Context, Problem
from notice_lint.findings import Term, Text
from notice_lint.model.record import Record


def consent_is_free(record: Record, _: Mapping[str, str], context: Context) -> Iterator[Problem]:
    """Find a statement that data must be given, where some of these data rest on consent alone.

    Judged by collected category: a statement of a collection may speak of data that rest on consent and of
    others that do not. One problem for each statement, with the data it is about. Source: GDPR Art. 7(4).
    """
    place = record.place("provision")
    purposes = context.notice.by_id("purposes")
    resting = [
        one
        for one in context.notice.view("collected_categories")
        if one.place("provision") == place and _on_consent_alone(one, purposes)
    ]
    if place is not None and resting and record.text("provision") not in ("", "voluntary"):
        labels = (one.value("label") for one in resting)
        named = Term("list", tuple(label for label in labels if isinstance(label, Text)))
        yield Problem(place, {"categories": named})


def _on_consent_alone(collected: Record, purposes: Mapping[str, Record]) -> bool:
    """Whether every purpose of the data is known and rests on consent, and on nothing else."""
    own = collected.ids("purposes")
    known = all(name in purposes for name in own)
    return bool(own) and known and all(purposes[name].ids("legal_bases") == ("consent",) for name in own)
