"""Operators about promises: what the notice says of itself, against what it describes."""

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from notice_lint.engine.operators.prose import hits, prose
from notice_lint.engine.problem import Context, Place, Problem
from notice_lint.findings import Arg, Term, Text
from notice_lint.model.notice import Notice
from notice_lint.model.record import Record

_OPTIONAL_COOKIES = ("preferences", "analytics", "advertising")
_WHERE_DATA_GO = ("purpose", "interest", "recipient", "transfer", "section")


class _Against(NamedTuple):
    """Something in the notice that a promise does not allow."""

    label: Arg
    place: Place


def promises_kept(record: Record, _: Mapping[str, str], context: Context) -> Iterator[Problem]:
    """Find a promise that another part of the notice contradicts, with every such part."""
    for claim in record.ids("claims"):
        against = list(_CONTRADICTED[claim](context.notice)) if claim in _CONTRADICTED else []
        if against:
            args: dict[str, Arg] = {
                "promise": Term("word", claim),
                "against": Term("list", tuple(one.label for one in against)),
            }
            place = record.place("text") or record.route
            yield Problem(place, args, [one.place for one in against], key=claim)


def nothing_sold(record: Record, _: Mapping[str, str], context: Context) -> Iterator[Problem]:
    """Find a promise that other texts seem to break: purposes or recipients that speak of selling data.

    Phrases: list `sale-of-data`.
    """
    found: dict[str, Place] = {}
    for text in context.notice.view("texts"):
        whole = prose(text) if text.text("about") in _WHERE_DATA_GO else None
        for hit in hits(whole, "sale-of-data", context) if whole else ():
            found.setdefault(whole.text[hit.start : hit.end] if whole else "", Place(text.route))
    if found:
        yield Problem(
            record.place("text") or record.route, {"found": Term("list", tuple(found))}, list(found.values())
        )


def _special_data(notice: Notice) -> Iterator[_Against]:
    """Yield the special categories of Art. 9 that a collection really collects."""
    for record in notice.view("data_categories"):
        kind = record.text("special")
        if kind and record.ids("collections"):
            route = record.place("special") or record.route
            yield _Against(_label(record, "label"), Place(route, Term("word", kind)))


def _third_parties(notice: Notice) -> Iterator[_Against]:
    """Yield recipients that are third parties for sure: controllers of their own (Art. 4(10))."""
    for record in notice.view("recipients"):
        if record.text("role") == "controller":
            route = record.place("role") or record.route
            yield _Against(_label(record, "recipient"), Place(route, Term("word", "controller")))


def _cookies_without_consent(notice: Notice) -> Iterator[_Against]:
    """Yield cookies that are not strictly necessary and do not rest on consent."""
    for record in notice.view("cookies"):
        bases = record.ids("legal_bases")
        if record.text("kind") in _OPTIONAL_COOKIES and bases and "consent" not in bases:
            basis = Term("list", tuple(Term("word", base) for base in bases))
            name = record.text("name") or record.text("id")
            yield _Against(name, Place(record.place("purposes") or record.route, basis))


def _automated_decisions(notice: Notice) -> Iterator[_Against]:
    for record in notice.view("automated_decisions"):
        yield _Against(_label(record, "text"), Place(record.place("text") or record.route))


def _label(record: Record, field: str) -> Arg:
    value = record.value(field)
    return value if isinstance(value, Text) else record.text("id")


_CONTRADICTED: Mapping[str, Callable[[Notice], Iterator[_Against]]] = {
    "no-special-categories": _special_data,
    "no-third-party-sharing": _third_parties,
    "no-cookies-without-consent": _cookies_without_consent,
    "no-automated-decisions": _automated_decisions,
}
