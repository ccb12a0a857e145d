"""Operators about the weighing of interests."""

from collections.abc import Iterator, Mapping, Sequence

from notice_lint.engine.problem import Context, Problem
from notice_lint.engine.wordlist import Hit, primary
from notice_lint.findings import Text
from notice_lint.model.record import Record

_OURS, _YOURS = "interests-ours", "interests-yours"
_NOT_OVER, _NOT_OVER_BY = "does-not-outweigh", "is-not-outweighed-by"
_ONLY_IF = "only-if"
_ENDS = ".!?;\n"


def weighs_right_way(record: Record, _: Mapping[str, str], context: Context) -> Iterator[Problem]:
    """Find a sentence that says of the controller's interests that they do not outweigh the person's.

    Read are sentences with one such verb. Before it only the one side may stand, after it first the other;
    a sentence that says when something would be so ("unless", "where") is left alone.
    Source: GDPR Art. 6(1)(f).
    """
    value, place = record.value("text"), record.place("text")
    text = next(iter(value.values()), "") if isinstance(value, Text) else ""
    if place is None or not text:
        return
    for verb, first, last in ((_NOT_OVER, _OURS, _YOURS), (_NOT_OVER_BY, _YOURS, _OURS)):
        for hit in _hits(verb, record, text, context):
            start, end = _sentence(text, hit)
            before = _sides(record, text, (start, hit.start), context)
            after = _sides(record, text, (hit.end, end), context)
            if set(before) == {first} and after[:1] == (last,) and _ONLY_IF not in after:
                yield Problem(place, stretch=(start, end), key=text[hit.start : hit.end].casefold())


def _hits(name: str, record: Record, text: str, context: Context) -> Sequence[Hit]:
    language = primary(record.text("language"))
    phrases = context.lists.get(name, {}).get(language)
    return context.reading.find(text, phrases) if phrases else ()


def _sentence(text: str, hit: Hit) -> tuple[int, int]:
    """Return where the sentence around a phrase begins and ends, the end exclusive and with its full stop."""
    start = max(text.rfind(sign, 0, hit.start) for sign in _ENDS) + 1
    start += len(text[start:]) - len(text[start:].lstrip())
    ends = [found for sign in _ENDS if (found := text.find(sign, hit.end)) >= 0]
    return start, min(ends) + 1 if ends else len(text.rstrip())


def _sides(record: Record, text: str, part: tuple[int, int], context: Context) -> tuple[str, ...]:
    """Return whose interests a part of a text names, in order; also `_ONLY_IF` where it sets a condition."""
    found = [
        (hit.start, name)
        for name in (_OURS, _YOURS, _ONLY_IF)
        for hit in _hits(name, record, text, context)
        if part[0] <= hit.start and hit.end <= part[1]
    ]
    return tuple(name for _, name in sorted(found))
