"""Two versions of a notice as records for rules that compare: every difference, and the step itself."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from notice_lint.changes.authored import FILE_NAME, ChangesFile, apply, read_changes
from notice_lint.changes.change import Change
from notice_lint.engine.prepare import prepare
from notice_lint.model.dates import PartialDate
from notice_lint.model.notice import Handed, Notice
from notice_lint.model.period import Period
from notice_lint.model.record import SILENT, Value
from notice_lint.reference.world import World
from notice_lint.run.lead import Dated, lead
from notice_lint.source.document import Document
from notice_lint.source.shown import shown

VIEWS = ("differences", "revision")


def revised(old: Notice, new: Notice, file: ChangesFile, day: date, policy: Mapping[str, str]) -> Handed:
    """Return the records of `VIEWS`: `old` compared with `new`, with the author's words.

    `day` decides which acknowledgements count; `policy` says how long ahead people are told, by duty.
    """
    from notice_lint.changes.compare import compare  # noqa: PLC0415 - imports deepdiff, which takes 70 ms
    from notice_lint.changes.differ import changes_of  # noqa: PLC0415 - likewise
    from notice_lint.changes.records import records  # noqa: PLC0415 - likewise
    from notice_lint.changes.revision import revision  # noqa: PLC0415 - likewise

    comparison = compare(old, new)
    changes, _ = apply(changes_of(comparison), file, day, (old.version, new.version))
    reused = {one.new for one in comparison.suggestions if one.why == "reused"}
    head = new.view("notice")[0]
    languages = (new.reader.language, *head.ids("translations"))
    planned = {"draft": _draft(old, day), **planned_for(new, changes, file, policy)}
    return {
        "differences": records(changes, languages, reused),
        "revision": (revision(old, new, changes, planned),),
    }


def compared(before: Document, after: Document, day: date, beside: str, policy: Mapping[str, str]) -> Handed:
    """Return the records of `VIEWS` for two documents, each judged on the day from which it counts.

    `beside` is the path of the notice beside which changes.yaml lies. Raises `InvalidChangesFile`.
    """
    old, new = (_on_its_day(one, day) for one in (before, after))
    file = authored(beside, new.reader.language)
    return revised(old, new, file, day, policy)


def _on_its_day(document: Document, day: date) -> Notice:
    """Resolve a version on the first day on which it counts, on `day` where it does not say."""
    notice = prepare(document, World(day), {}).notice
    since = notice.view("notice")[0].value("in_force_from")
    return prepare(document, World(since.first), {}).notice if isinstance(since, PartialDate) else notice


def _draft(notice: Notice, day: date) -> bool:
    """Whether nobody can have been given a version: the dates that it states all lie ahead of `day`."""
    head = notice.view("notice")[0]
    dates = [head.value(field) for field in ("published", "effective")]
    stated = [one for one in dates if isinstance(one, PartialDate)]
    return bool(stated) and all(one.first > day for one in stated)


def planned_for(
    new: Notice, changes: Sequence[Change], file: ChangesFile, policy: Mapping[str, str]
) -> dict[str, Value]:
    """Return what the author plans, and whether that leaves the time that the policy asks for."""
    told = file.announcements.get(new.version)
    dated = Dated(new.version, _written(new, "effective"), _written(new, "published"))
    time = lead(changes, dated, file, policy)
    values: dict[str, Value] = {
        "announcement_date": _date(told.date) if told else SILENT,
        "announcement_channel": told.channel if told and told.channel else SILENT,
        "with_marketing": SILENT if told is None or told.with_marketing is None else told.with_marketing,
    }
    if time is not None:
        values["lead"] = Period.parse(time.policy)
        values["announced"] = _date(time.announced)
        values["lead_days"] = SILENT if time.given is None else time.given
        values["lead_kept"] = SILENT if time.enough is None else time.enough
    return values


def authored(path: str, language: str) -> ChangesFile:
    """Return what stands in changes.yaml beside a notice; nothing if there is no such file.

    `language` is the notice's. Raises `InvalidChangesFile` for a file that is wrong.
    """
    beside = Path(path).with_name(FILE_NAME)
    if not beside.is_file():
        return ChangesFile(shown(str(beside)))
    return read_changes(beside, shown(str(beside)), language)


def _written(notice: Notice, field: str) -> str:
    value = notice.view("notice")[0].value(field)
    return value.written if isinstance(value, PartialDate) else ""


def _date(written: str) -> Value:
    return PartialDate.parse(written) if written else SILENT
