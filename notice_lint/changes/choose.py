"""Which version is meant: the one in force at a time, or one that is named."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from notice_lint.changes.versions import Version, at_commit, current, in_git, kept
from notice_lint.changes.when import looks_like_a_date, when
from notice_lint.errors import UnreadableNotice, UsageProblem
from notice_lint.findings import Arg, Term
from notice_lint.model.dates import PartialDate
from notice_lint.source.git import GitProblem, Repository, UnknownRevision, repository
from notice_lint.source.git.revision import refuse
from notice_lint.source.history import history

_ARCHIVED = ("folder", "declared")

_SHALLOW = (
    "which version was in force cannot be told: this clone is shallow, and no file keeps older versions. Run"
    " “git fetch --unshallow”, or in a workflow check out with “fetch-depth: 0”"
)


_NO_DATE = (
    "“{asked}” is no date such as 2024-11 or “november 2024”, no version of this notice ({versions}), and no"
    " tag or commit"
)
_NO_FILE = "“{asked}” is no file, no version of this notice ({versions}), and no tag or commit"


class Choice(NamedTuple):
    """Which version was taken, and what the user should know about it."""

    asked: str
    how: str
    """What `asked` was taken for: `date`, `version`, `file`, `revision`."""
    taken: Version | None
    """None where no version was in force yet: then `first` says when the notice was first published."""
    first: Version | None = None
    upcoming: tuple[Version, ...] = ()
    """Versions that are not in force on the day of the run."""
    told: tuple[Term, ...] = ()
    """Sentences about the choice, of the words under `versions.`."""


def since(path: str, asked: str, today: date) -> Choice:
    """Return the version of the notice at `path` that was in force by then: a date, a version or a tag.

    A month includes what took effect on any of its days. Versions come from files beside the notice; where
    these do not answer, from git. Raises `UsageProblem`, `UnreadableNotice`, `GitProblem`.
    """
    day = when(asked)
    if day is not None:
        return _in_force(path, asked, day, today)
    found = _named(path, asked)
    if found is not None:
        return Choice(asked, "version", found)
    if looks_like_a_date(asked):
        sentence = "“{asked}” cannot be read as one date: write 2024-11-01, 2024-11 or “november 2024”"
        raise UsageProblem(sentence, asked=asked)
    return _by_revision(path, asked, _NO_DATE)


def named(path: str, asked: str) -> Choice:
    """Return the version that `asked` names: a file, `REVISION:PATH`, a version, or a revision alone.

    Of a revision alone, the notice at `path` is taken, by the name that it had then. Raises `UsageProblem`
    for what is nothing of the kind, or no notice; `UnreadableNotice`, `GitProblem`.
    """
    if Path(asked).is_file() if "\0" not in asked else False:
        return Choice(asked, "file", _notice(current(asked)))
    revision, colon, file = asked.partition(":")
    if colon and revision:
        refuse(revision)
        found = repository(Path(path).parent)
        if found is None:
            raise GitProblem("“{path}” is in no git repository", path=path)
        return Choice(asked, "revision", _notice(_at(found, path, revision, file)))
    version = _named(path, asked)
    if version is not None:
        return Choice(asked, "version", version)
    if asked.endswith((".yaml", ".yml")):
        raise UnreadableNotice(asked, "there is no such file")
    return _by_revision(path, asked, _NO_FILE)


def timeline(path: str) -> tuple[tuple[Version, ...], tuple[Term, ...]]:
    """Return every version of the notice at `path`, one of each name, by date; and what is to be told.

    The last one is the file itself. A version without a date stands where it was written.
    """
    files = kept(path)
    told = list(files.told)
    past: tuple[Version, ...] = ()
    if not files.versions or files.missing:
        try:
            past, complete = in_git(path, files.current.notice)
        except GitProblem:
            complete = False
        if not complete:
            told.append(Term("phrase", "versions.incomplete"))
    groups = _groups([*files.versions, *past])
    before = [_best(group, date.max) for group in groups if group[-1].version != files.current.version]
    latest = date.min
    dated: list[tuple[date, int, Version]] = []
    for number, version in enumerate(before):
        latest = version.date.first if version.date else latest
        dated.append((latest, number, version))
    return (*(version for _, _, version in sorted(dated, key=lambda one: one[:2])), files.current), tuple(
        told
    )


def _in_force(path: str, asked: str, day: PartialDate, today: date) -> Choice:
    limit = min(day.last, today)
    files = kept(path)
    known = [*files.versions, files.current]
    told = list(files.told)
    if day.first > today:
        told.append(Term("phrase", "versions.future", {"asked": Term("date", day.written)}))
    taken = _latest(known, limit)
    complete = True
    if taken is None or taken.how not in _ARCHIVED or files.missing:
        try:
            past, complete = in_git(path, files.current.notice)
        except GitProblem:
            if taken is None:
                raise
            past, complete = (), False
        names = {version.version for version in files.versions if version.version}
        known[-1:-1] = [version for version in past if version.version not in names]
        taken = _latest(known, limit)
    if taken is None and not complete:
        raise GitProblem(_SHALLOW)
    groups = [group for group in _groups(known) if group[-1].date]
    if not groups:
        sentence = "no version of “{path}” says from when it counts: give it a date under `notice.effective`"
        raise UsageProblem(sentence, path=files.current.source)
    if taken is not None:
        told += _remarks(taken, groups, limit)
    if not complete:
        told.append(Term("phrase", "versions.incomplete"))
    first = min((_best(group, limit) for group in groups), key=_first_day)
    upcoming = tuple(_best(group, today) for group in groups if _first_day(group[-1]) > today)
    return Choice(asked, "date", taken, first, upcoming, tuple(told))


def _latest(versions: Sequence[Version], limit: date) -> Version | None:
    """Return the version that took effect last up to a day; of several of one day, the last in order."""
    found: Sequence[Version] = ()
    for group in _groups(versions):
        start = _first_day(group[-1])
        if start <= limit and (not found or start >= _first_day(found[-1])):
            found = group
    return _best(found, limit) if found else None


def _groups(versions: Iterable[Version]) -> list[list[Version]]:
    """Return the texts of each version together: the same name, else the same date; a commit for itself.

    The last text of a version says from when it counts: a draft may have been put off.
    """
    groups: dict[tuple[str, str], list[Version]] = {}
    for number, version in enumerate(versions):
        own = version.date.written if version.date and version.dated_by != "commit" else f"#{number}"
        key = (version.version, "" if version.version else own)
        groups.setdefault(key, []).append(version)
    return list(groups.values())


def _best(group: Sequence[Version], limit: date) -> Version:
    """Return the text of a version that counts: the archived one, else the last commit up to `limit`."""
    archived = [version for version in group if version.how in _ARCHIVED]
    committed = [version for version in group if version.how == "git"]
    in_time = [version for version in committed if version.day <= limit.isoformat()]
    return (archived or in_time or committed or group)[-1]


def _remarks(taken: Version, groups: Sequence[Sequence[Version]], limit: date) -> Iterable[Term]:
    """Yield what may surprise about the version that was taken."""
    start = _first_day(taken)
    mine = next(group for group in groups if taken in group)
    rivals = [_best(group, limit) for group in groups if _first_day(group[-1]) == start and group is not mine]
    if rivals and taken.date:
        shared: Mapping[str, Arg] = {"date": Term("date", taken.date.written), "source": taken.source}
        yield Term("phrase", "versions.same_date", shared)
    later = [version for version in mine if version.how == "git" and version.day > taken.day]
    if taken.how == "git" and any(version.blob != taken.blob for version in later):
        edited: Mapping[str, Arg] = {
            "version": taken.version or taken.source,
            "date": Term("date", later[-1].day),
        }
        yield Term("phrase", "versions.edited", edited)
    if taken.dated_by in ("commit", "published", "modified"):
        yield Term("phrase", f"versions.dated_by_{taken.dated_by}", {"source": taken.source})


def _first_day(version: Version) -> date:
    return version.date.first if version.date else date.max


def _named(path: str, asked: str) -> Version | None:
    """Return the version that has a name: from files, else its last text in git, else the file's own."""
    files = kept(path)
    found = [version for version in files.versions if version.version == asked]
    if not found:
        try:
            past, _ = in_git(path, files.current.notice)
        except GitProblem:
            past = ()
        found = [version for version in past if version.version == asked]
    if not found and files.current.version == asked:
        found = [files.current]
    return found[-1] if found and asked else None


def _by_revision(path: str, asked: str, sentence: str) -> Choice:
    """Take `asked` for a tag or a commit; `sentence` says what it is not, if it is none either."""
    refuse(asked)
    found = repository(Path(path).parent)
    try:
        if found is not None:
            return Choice(asked, "revision", _notice(_at(found, path, asked, "")))
    except UnknownRevision:
        if found is None or found.shallow or found.has(asked):
            raise
    versions, _ = timeline(path)
    names = ", ".join(version.version for version in versions if version.version)
    raise UsageProblem(sentence, asked=asked, versions=names or "–")


def _at(found: Repository, path: str, revision: str, file: str) -> Version:
    """Return the version at a revision: in `file`, or where the notice at `path` stood then."""
    commit = found.commit(revision)
    tree = found.tree(commit, revision)
    for name in _places(found, path, file):
        if tree.hash_of(name):
            return at_commit(found, commit, name, f"{revision}:{name}")
    sentence = "“{path}” is not in {revision}; write {revision}:PATH with the path that it had there"
    raise UnknownRevision(sentence, path=file or path, revision=revision)


def _places(found: Repository, path: str, file: str) -> Iterable[str]:
    """Yield where a file may stand in a commit: as written; of the notice, under its names."""
    if file:
        if not file.startswith(("./", "../", "/")):
            yield file
        yield found.inside(file) or ""
        return
    own = found.inside(path) or ""
    yield own
    if found.head:
        yield from dict.fromkeys(state.path for state in history(found, own, found.head).states)


def _notice(version: Version) -> Version:
    """Give a version back. Raises `UsageProblem` for a file that is no notice."""
    if not version.notice:
        sentence = "“{path}” is no notice that can be read: it has no `notice.id`"
        raise UsageProblem(sentence, path=version.source)
    return version
