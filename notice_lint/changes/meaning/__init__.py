"""What differences mean, one module a subject. The order counts: who comes first claims first."""

from collections.abc import Callable

from notice_lint.changes.case import Case
from notice_lint.changes.meaning.bases import bases
from notice_lint.changes.meaning.cookies import cookies
from notice_lint.changes.meaning.data import data
from notice_lint.changes.meaning.decisions import decisions
from notice_lint.changes.meaning.exercise import exercise
from notice_lint.changes.meaning.parties import parties
from notice_lint.changes.meaning.people import people
from notice_lint.changes.meaning.purposes import purposes
from notice_lint.changes.meaning.recipients import recipients
from notice_lint.changes.meaning.retention import retention
from notice_lint.changes.meaning.silence import gather
from notice_lint.changes.meaning.structure import follow, form, head, nothing_said, promises, rest
from notice_lint.changes.meaning.texts import languages, texts
from notice_lint.changes.meaning.transfers import transfers

SUBJECTS: tuple[Callable[[Case], None], ...] = (
    languages,
    head,
    form,
    parties,
    data,
    purposes,
    bases,
    people,
    recipients,
    transfers,
    retention,
    decisions,
    cookies,
    exercise,
    promises,
    nothing_said,
    follow,
    texts,
    rest,
    gather,
)
"""Every rule about changes. A language that the whole notice gained is told before its texts are looked at;
data come before purposes, and these before what refers to them."""
