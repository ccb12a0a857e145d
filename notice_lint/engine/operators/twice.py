"""Operators about what stands twice, and about what nobody refers to."""

from collections.abc import Iterator, Mapping

from notice_lint.engine.problem import Context, Place, Problem
from notice_lint.findings import Arg, Term, Text
from notice_lint.model.reader import label_of
from notice_lint.model.record import Record
from notice_lint.source.document import Route

_OWN_WORDS = {
    ("collections", "label"),
    ("retention", "text"),
    ("automated_decisions", "text"),
    ("profiling", "text"),
    ("statements", "text"),
    ("sections", "text"),
}
"""Texts that say what one thing is, and no other. Two recipients may do the same; purposes of the same words
can be told apart by their people, and have a rule of their own."""

_FEWEST_WORDS = 5
"""Shorter texts ("Customers", "As long as you have an account") can say the same of two things."""

_DECLARED = {
    "data_subjects": ("data subject", ("collections.*.data_subjects", "purposes.*.data_subjects")),
    "recipient_groups": ("recipient group", ("recipients.*.group",)),
    "retention_events": ("retention event", ("retention.*.from", "retention.*.until")),
}
"""Parts that are there to be referred to: what they declare, and where one refers to it."""


def texts_differ(_record: Record, _: Mapping[str, str], context: Context) -> Iterator[Problem]:
    """Find a longer text that stands word for word under two things of one kind, at the later place.

    Case, spaces and the final stop do not count. An alias repeats a text on purpose.
    """
    seen: dict[tuple[str, ...], tuple[str, Route]] = {}
    for record in context.notice.view("texts"):
        route, value = record.place("text"), record.value("text")
        if route is None or not isinstance(value, Text) or not _describes(route):
            continue
        words = next(iter(value.values()), "").casefold().rstrip(" .").split()
        if len(words) < _FEWEST_WORDS or context.notice.document.written(route).startswith("*"):
            continue
        key = (str(route[0]), record.text("language"), *words)
        other, place = seen.setdefault(key, (str(route[1]), route))
        if other != route[1]:
            yield Problem(route, {"other": other}, [Place(place)], key=other)


def _describes(route: Route) -> bool:
    return len(route) > 2 and (route[0], route[2]) in _OWN_WORDS  # noqa: PLR2004 - part, id, key


def entries_used(_record: Record, _: Mapping[str, str], context: Context) -> Iterator[Problem]:
    """Find declared people, recipient groups and retention events to which nothing refers, at their keys."""
    reader = context.notice.reader
    used = {(one.text("kind"), one.text("target")) for one in context.notice.view("references")}
    for part, (kind, places) in _DECLARED.items():
        if reader.hides(*places):
            continue
        for name, route in reader.entries(part):
            if (kind, name) not in used:
                args: dict[str, Arg] = {"entry": label_of(reader, name, route), "kind": Term("word", kind)}
                yield Problem(route, args, key=name, at_key=True)
