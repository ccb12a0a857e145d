"""Operators about ages."""

from collections.abc import Iterator, Mapping

from notice_lint.engine.problem import Context, Problem
from notice_lint.findings import Arg, Term
from notice_lint.model.record import Record


def consent_age_reaches_national(record: Record, _: Mapping[str, str], context: Context) -> Iterator[Problem]:
    """Find each country whose age of digital consent, in years on the day, is above the notice's own.

    Source: GDPR Art. 8(1), second subparagraph.
    """
    declared = record.value("consent_age")
    place = record.place("consent_age")
    if not isinstance(declared, int) or place is None:
        return
    for code in record.ids("audience_countries"):
        national = context.world.digital_consent_age(code)
        if national is not None and declared < national.age:
            args: dict[str, Arg] = {"country": Term("country", code), "national_age": national.age}
            yield Problem(place, {**args, "declared_age": declared}, key=code)
