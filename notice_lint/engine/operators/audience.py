"""Operators about the people whom a notice addresses."""

from collections.abc import Iterator, Mapping

from notice_lint.engine.operators.prose import language_name, spoken
from notice_lint.engine.problem import Context, Problem
from notice_lint.findings import Arg, Term
from notice_lint.model.record import UNREADABLE, Record
from notice_lint.reference.languages import spoken_in


def audience_language_there(record: Record, _: Mapping[str, str], _context: Context) -> Iterator[Problem]:
    """Find each country of Europe that is addressed and in none of whose languages the notice exists.

    Source: WP260 rev.01, para 13.
    """
    if not record.text("language") or record.value("translations") is UNREADABLE:
        return  # a finding of its own
    offered = list(dict.fromkeys([record.text("language"), *record.ids("translations")]))
    place = record.place("audience_countries")
    readers = {spoken(language) for language in offered}
    for code in record.ids("audience_countries"):
        needed = spoken_in(code)
        if place is not None and needed and not readers.intersection(needed):
            args: dict[str, Arg] = {
                "country": Term("country", code),
                "offered": Term("list", tuple(map(language_name, offered))),
                "official": Term("list", tuple(map(language_name, needed))),
            }
            yield Problem(place, args, key=code)
