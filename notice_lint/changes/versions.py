"""The versions of a notice: kept beside it, named in it, or in git; each with the date that counts."""

import os
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from notice_lint.errors import NoticeLintError
from notice_lint.findings import Term
from notice_lint.model.dates import PartialDate
from notice_lint.source.document import Document, WholeNumber
from notice_lint.source.git import Repository, repository
from notice_lint.source.history import State, document_of, history, last_name
from notice_lint.source.parse import parse
from notice_lint.source.read import read
from notice_lint.source.shown import shown

_DATES = ("effective", "published", "modified")
"""What says from when a version counts, the best first; where nothing does, the day of its commit."""

_ENDINGS = (".yaml", ".yml")


class Version(NamedTuple):
    """One version of a notice, and how to read it."""

    notice: str
    """The notice's id."""
    version: str
    """As the notice calls it; "" if it does not."""
    effective: str
    published: str
    modified: str
    """Dates as they stand in it; "" where there is none."""
    source: str
    """Where it was read from, as users see it: a path, or for git `REVISION:PATH`, as `--from` takes it."""
    how: str
    """`file` (named, or the working tree's), `folder` (versions/), `declared` (previous_versions), `git`."""
    read: Callable[[], Document]
    day: str = ""
    """The day of its commit, in UTC; "" of a file."""
    tags: tuple[str, ...] = ()
    blob: str = ""
    """The hash that git gives its content; "" of a file."""

    @property
    def dated_by(self) -> str:
        """What dates it: `effective`, `published`, `modified`, `commit`, or "" if nothing does."""
        for name in _DATES:
            if _date(getattr(self, name)):
                return name
        return "commit" if self.day else ""

    @property
    def date(self) -> PartialDate | None:
        """From when it counts, as precisely as it says."""
        name = self.dated_by
        return _date(self.day if name == "commit" else getattr(self, name)) if name else None


class Kept(NamedTuple):
    """What stands in files: versions in `versions/` and those that `previous_versions` point to."""

    current: Version
    versions: tuple[Version, ...]
    missing: tuple[str, ...]
    """Versions that `previous_versions` names and no file holds."""
    told: tuple[Term, ...]


def current(path: str) -> Version:
    """Return the version that a file holds. Raises `UnreadableNotice`."""
    named = shown(path)
    return _version(read(path, named), "file", lambda: read(path, named))


def kept(path: str) -> Kept:
    """Return the versions that stand in files beside a notice. Raises `UnreadableNotice` for itself."""
    document = read(path, shown(path))
    mine = current(path)
    found: dict[str, Version] = {}
    told: list[Term] = []
    own = Path(path).resolve()
    for how, file in _files(own, document):
        real = str(file.resolve())
        if file.resolve() == own or real in found:
            continue
        try:
            version = _of_file(str(file), how)
        except NoticeLintError:
            told.append(Term("phrase", "versions.unreadable", {"path": shown(str(file))}))
            continue
        if version.notice == mine.notice and mine.notice:
            found[real] = version
    names = {version.version for version in found.values()} | {mine.version}
    missing = [name for name, _ in _declared(document) if name and name not in names]
    return Kept(mine, tuple(found.values()), tuple(missing), tuple(told))


def in_git(path: str, notice: str) -> tuple[tuple[Version, ...], bool]:
    """Return every state of the notice on git's main line, oldest first, and whether it knew the beginning.

    Nothing, and True, outside a repository and before its first commit. Raises `GitProblem` if git is not
    installed or refuses the repository.
    """
    found = repository(Path(path).parent)
    if found is None:
        return (), True
    head, name = found.head, found.inside(path)
    if head is None or name is None:
        return (), True
    if found.tree(head).hash_of(name) is None:
        name = last_name(found, name, head, notice, _gone(found, head))
    past = history(found, name, head)
    heads: dict[str, Version] = {}
    versions = [one for state in past.states for one in _of_state(found, state, heads)]
    return tuple(version for version in reversed(versions) if version.notice == notice), past.complete


def at_commit(found: Repository, commit: str, path: str, source: str) -> Version:
    """Return the version in a file of a commit, `path` from the top. Raises what reading it raises."""
    state = State(commit, path, "", "", ())

    def reading() -> Document:
        return document_of(found, state, source)

    return _version(reading(), "git", reading)._replace(tags=found.tags.get(commit, ()))


def _gone(found: Repository, head: str) -> set[str]:
    """Return the YAML files that the last commit has and the working tree has not."""
    files = (name for name in found.tree(head).files() if name.endswith(_ENDINGS))
    return {name for name in files if not Path(found.top, name).exists()}


def _files(notice: Path, document: Document) -> Iterator[tuple[str, Path]]:
    """Yield the files that may hold versions; links that lead out of the notice's own ground are left out."""
    folder = notice.parent / "versions"
    if folder.is_dir():
        names = sorted(os.listdir(folder), key=_natural)  # noqa: PTH208 - names are what is sorted
        for name in names:
            file = folder / name
            if name.endswith(_ENDINGS) and file.is_file() and file.resolve().is_relative_to(notice.parent):
                yield "folder", file
    for _, url in _declared(document):
        file = notice.parent / url
        inside = url and not re.match(r"[A-Za-z][A-Za-z0-9+.-]*:|[/\\]", url) and "\0" not in url
        if inside and file.is_file() and file.resolve().is_relative_to(_ground(notice)):
            yield "declared", file


def _ground(notice: Path) -> Path:
    """Return the folder out of which no notice may point: the top of the working tree, else its own."""
    tops = (folder for folder in notice.parents if (folder / ".git").exists())
    return next(tops, notice.parent)


def _declared(document: Document) -> Iterator[tuple[str, str]]:
    """Yield version and address of what `previous_versions` names."""
    named = document.value(("notice", "previous_versions"))
    for one in named if isinstance(named, list) else ():
        if isinstance(one, dict):
            yield _plain(one.get("version")), _plain(one.get("url"))


def _of_file(path: str, how: str) -> Version:
    return _version(read(path, shown(path)), how, lambda: read(path, shown(path)))


def _of_state(found: Repository, state: State, heads: dict[str, Version]) -> Iterator[Version]:
    """Yield the version that a state holds; nothing where it holds no notice."""
    source = f"{state.tags[0] if state.tags else state.commit[:10]}:{state.path}"

    def reading() -> Document:
        return document_of(found, state, source)

    if state.blob not in heads:
        content = found.objects.read([state.blob]).get(state.blob, ("", b""))[1]
        head = _head(content)
        heads[state.blob] = _version(head if head is not None else _whole(content, source), "git", reading)
    same = heads[state.blob]
    if same.notice:
        yield same._replace(source=source, read=reading, day=state.day, tags=state.tags, blob=state.blob)


def _whole(content: bytes, source: str) -> Document:
    return parse(content.decode("utf-8", "replace"), source)


def _head(content: bytes) -> Document | None:
    """Return the part `notice` of a notice alone, read for itself: little work; None if unsure."""
    starts = [found.start() for found in re.finditer(rb"^notice:", content, re.MULTILINE)]
    if len(starts) != 1:
        return None
    end = re.compile(rb"^[^\s#]", re.MULTILINE).search(content, starts[0] + 1)
    part = content[starts[0] : end.start() if end else len(content)]
    try:
        document = parse(part.decode(), "")
    except UnicodeDecodeError:
        return None
    return None if document.flaws or not isinstance(document.value(("notice",)), dict) else document


def _version(document: Document, how: str, reading: Callable[[], Document]) -> Version:
    head = document.value(("notice",))
    said: Mapping[str, Any] = head if isinstance(head, dict) else {}
    texts: Sequence[str] = [_plain(said.get(name)) for name in ("id", "version", *_DATES)]
    notice, version, effective, published, modified = texts
    return Version(notice, version, effective, published, modified, document.path, how, reading)


def _plain(value: object) -> str:
    if isinstance(value, WholeNumber):
        return value.written
    return value if isinstance(value, str) else ""


def _date(text: str) -> PartialDate | None:
    try:
        return PartialDate.parse(text)
    except ValueError:
        return None


def _natural(name: str) -> tuple[object, ...]:
    """Return what sorts “v10” behind “v9”."""
    return tuple((int(part), "") if part.isdecimal() else (-1, part) for part in re.split(r"([0-9]+)", name))
