"""The author's words about changes: `changes.yaml` beside a notice, and what they do to a list of changes."""

from collections.abc import Mapping, Sequence
from datetime import date
from os import PathLike
from typing import Any, NamedTuple

from notice_lint.changes.change import Acknowledged, Authored, Change, Duty
from notice_lint.i18n.terms import Text
from notice_lint.schema.load import load_schema
from notice_lint.schema.mistake import Mistake, Mistaken
from notice_lint.schema.told import flaw_retold, violation_retold
from notice_lint.schema.validate import violations
from notice_lint.schema.violation import Violation
from notice_lint.source.document import Document, Span

FILE_NAME = "changes.yaml"
ACKNOWLEDGED = "acknowledged"
"""The step of a change whose duty a person has stated."""


class InvalidChangesFile(Mistaken):
    """`changes.yaml` is wrong; `mistakes` say where and how, to be worded by whoever shows them."""

    refused = "changes.refused"


class Entry(NamedTuple):
    """What the file says of one change. `code` and `subject` are there for people."""

    fingerprint: str
    says: Authored
    span: Span
    code: str = ""
    subject: str = ""
    between: tuple[str, str] = ("", "")
    """The two versions of the notice that it speaks of; "" where it does not say."""

    def speaks_of(self, old: str, new: str) -> bool:
        """Whether it should match a change between these two versions."""
        return self.between[0] in ("", old) and self.between[1] in ("", new)


class Announcement(NamedTuple):
    """How people are told of a version: on which day, how, whom, and whether with advertising."""

    date: str
    channel: str = ""
    audience: Text | None = None
    with_marketing: bool | None = None


class ChangesFile(NamedTuple):
    """`changes.yaml` as read; without such a file, nothing stands in it."""

    path: str = FILE_NAME
    entries: Mapping[str, Entry] = {}
    announcements: Mapping[str, Announcement] = {}


class Remark(NamedTuple):
    """What an entry of the file does not do, though it is there."""

    kind: str
    """`unknown`: no change has the fingerprint; `expired`: the acknowledgement has run out;
    `no-duty`: it acknowledges a change under review, and does not say as what; `lowered`: it asks for less
    than the tool does."""
    entry: Entry
    path: str
    now: str = ""
    """Of an unknown one: the fingerprint of the only change with its code and subject."""
    duty: Duty | None = None
    """Of a lowered one: what the tool asks for."""


def read_changes(path: str | PathLike[str], shown: str, language: str) -> ChangesFile:
    """Read the author's file; `language` is the notice's, for texts that name none.

    Raises `UnreadableNotice` for a file that cannot be opened, `InvalidChangesFile` for one that is wrong.
    """
    from notice_lint.source.read import read  # noqa: PLC0415 - most notices have no such file

    return changes_file(read(path, shown), language)


def changes_file(document: Document, language: str) -> ChangesFile:
    """Return what the author's file says. Raises `InvalidChangesFile` with everything that is wrong in it."""
    mistakes = [Mistake(document.path, flaw.span, flaw_retold(flaw)) for flaw in document.flaws]
    if not mistakes:
        mistakes = [_mistake(document, one) for one in violations(document.data, load_schema("changes-file"))]
    if mistakes:
        raise InvalidChangesFile(mistakes, {document.path: document.lines})
    data: Any = document.data
    entries = {
        fingerprint: _entry(document, fingerprint, said or {}, language)
        for fingerprint, said in (data.get("changes") or {}).items()
    }
    announcements = {
        str(version): _announcement(said, language) for version, said in data.get("announcements", {}).items()
    }
    return ChangesFile(document.path, entries, announcements)


def apply(
    changes: Sequence[Change], file: ChangesFile, today: date, between: tuple[str, str] = ("", "")
) -> tuple[tuple[Change, ...], tuple[Remark, ...]]:
    """Return the changes with the author's words, in the same order, and what the file leaves to say.

    `today` decides which acknowledgements count. `between` are the versions that were compared: entries that
    name others may match nothing.
    """
    told: list[Change] = []
    remarks: list[Remark] = []
    for change in changes:
        entry = file.entries.get(change.fingerprint)
        told.append(change if entry is None else _with_words(change, entry, file.path, today, remarks))
    known = {change.fingerprint for change in changes}
    lost = [e for e in file.entries.values() if e.fingerprint not in known and e.speaks_of(*between)]
    remarks += [Remark("unknown", entry, file.path, _now(entry, changes, file)) for entry in lost]
    return tuple(told), tuple(sorted(remarks, key=lambda remark: (remark.entry.span, remark.kind)))


def _with_words(change: Change, entry: Entry, path: str, today: date, remarks: list[Remark]) -> Change:
    """Return one change with the author's words, and note what they do not settle."""
    says = entry.says
    given = says.acknowledged
    if given is None:
        return change._replace(authored=says)
    if given.until is not None and given.until < today.isoformat():
        remarks.append(Remark("expired", entry, path))
        return change._replace(authored=says._replace(acknowledged=None))
    if given.duty is None:
        if change.duty is Duty.REVIEW:
            remarks.append(Remark("no-duty", entry, path))
        return change._replace(authored=says)
    duty = Duty(given.duty)
    if change.duty is not Duty.REVIEW and duty.rank > change.duty.rank:
        remarks.append(Remark("lowered", entry, path, duty=change.duty))
    steps = change.steps if duty is change.duty else (*change.steps, ACKNOWLEDGED)
    return change._replace(authored=says, duty=duty, steps=steps)


def _now(entry: Entry, changes: Sequence[Change], file: ChangesFile) -> str:
    """Return the fingerprint of the change that was probably meant: its value has changed again."""
    meant = [
        change.fingerprint
        for change in changes
        if change.code == entry.code
        and subject_named(change) == entry.subject
        and change.fingerprint not in file.entries
    ]
    return meant[0] if len(meant) == 1 else ""


def subject_named(change: Change) -> str:
    """Return how the file names the thing that changed: "retention billing"."""
    return f"{change.subject.kind} {change.subject.id}".strip()


def settled(change: Change) -> bool:
    """Whether a person has read a change and nothing about it is open: a gate need not stop for it."""
    given = change.authored.acknowledged if change.authored else None
    return given is not None and change.duty is not Duty.REVIEW


def _entry(document: Document, fingerprint: str, said: dict[str, Any], language: str) -> Entry:
    given = said.get("acknowledged")
    acknowledged = None if given is None else Acknowledged(**given)
    choices = tuple(_text(choice, language) for choice in said.get("choices", ()))
    words = {
        key: _text(said[key], language)
        for key in ("reason", "impact", "compatibility", "consent_renewal")
        if key in said
    }
    says = Authored(nature=said.get("nature", ""), choices=choices, acknowledged=acknowledged, **words)
    span = document.key_span(("changes", fingerprint))
    between = _word(said.get("from", "")), _word(said.get("to", ""))
    return Entry(fingerprint, says, span, said.get("code", ""), said.get("subject", ""), between)


def _announcement(said: dict[str, Any], language: str) -> Announcement:
    audience = _text(said["audience"], language) if "audience" in said else None
    return Announcement(said["date"], _word(said.get("channel", "")), audience, said.get("with_marketing"))


def _text(said: Any, language: str) -> Text:
    return Text(said) if isinstance(said, dict) else Text({language: said})


def _word(said: Any) -> str:
    return str(getattr(said, "written", said))


def _mistake(document: Document, violation: Violation) -> Mistake:
    span = document.key_span(violation.route) if violation.at_key else document.span(violation.route)
    return Mistake(document.path, span, violation_retold(violation))
