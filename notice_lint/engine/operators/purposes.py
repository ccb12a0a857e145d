"""Operators about what purposes say of themselves, and about two that say the same."""

from collections.abc import Iterator, Mapping
from functools import lru_cache

from notice_lint.engine.problem import Context, Place, Problem
from notice_lint.engine.wordlist import fold, primary
from notice_lint.findings import Text
from notice_lint.model.record import SILENT, Record

_LABELS = "purpose-labels"
"""The word list of the pack: words that name a purpose and do not describe it."""


def purpose_described(record: Record, _: Mapping[str, str], context: Context) -> Iterator[Problem]:
    """Find a purpose that is only named: it has no text, or one that consists of labels alone ("Marketing").

    Source: GDPR Art. 13(1)(c), Art. 5(1)(b).
    """
    place, value = record.place("text"), record.value("text")
    if place is None:
        if context.notice.reader.value((*record.route, "text"), "text") is SILENT:
            yield Problem(record.route)
        return
    lists = context.lists.get(_LABELS, {})
    for language, text in value.items() if isinstance(value, Text) else ():
        phrases = lists.get(primary(language))
        if phrases is None:
            continue
        hits = context.reading.find(text, phrases)
        ends = [0, *(hit.end for hit in hits)]
        starts = [*(hit.start for hit in hits), len(text)]
        between = (text[end:start] for end, start in zip(ends, starts, strict=True))
        if hits and not any(sign.isalnum() for gap in between for sign in gap):
            several = isinstance(context.notice.document.value(place), dict)
            yield Problem((*place, language) if several else place)
            return


def purposes_told_apart(record: Record, _: Mapping[str, str], context: Context) -> Iterator[Problem]:
    """Find an earlier purpose of the same words that rests on something else, or keeps data otherwise.

    Two that concern other people or other collections are told apart by them. Source: GDPR Art. 12(1).
    """
    for other in context.notice.view("purposes"):
        if other.text("id") == record.text("id"):
            return
        if _same_words(record, other) and not _apart(record, other) and _differ(record, other):
            place = record.place("text") or record.route
            related = [Place(other.place("text") or other.route)]
            yield Problem(place, {"other": other.text("id")}, related, key=other.text("id"))
            return


def _same_words(record: Record, other: Record) -> bool:
    """Whether both have a text, and it is the same in a language that both have."""
    if record.place("text") is None or other.place("text") is None:
        return False
    ours, theirs = record.value("text"), other.value("text")
    if not isinstance(ours, Text) or not isinstance(theirs, Text):
        return False
    return any(_plain(text) == _plain(theirs[tag]) for tag, text in ours.items() if tag in theirs)


@lru_cache(maxsize=1024)
def _plain(text: str) -> str:
    """Return a text without case, accents, signs and doubled blanks."""
    return " ".join("".join(sign if sign.isalnum() else " " for sign in fold(text)).split())


def _apart(record: Record, other: Record) -> bool:
    """Whether they concern different people, or other data: of other collections, or of other categories."""
    fields = ("data_subjects", "collections", "categories")
    pairs = [(record.ids(field), other.ids(field)) for field in fields]
    return any(ours and theirs and not set(ours) & set(theirs) for ours, theirs in pairs)


def _differ(record: Record, other: Record) -> bool:
    """Whether both name legal bases, or retention rules, and not the same."""
    fields = ("legal_bases", "retention_rules")
    pairs = [(set(record.ids(field)), set(other.ids(field))) for field in fields]
    return any(ours and theirs and ours != theirs for ours, theirs in pairs)
