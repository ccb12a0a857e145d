"""The versions of one file in git: the commits of the main line that changed it, through renames."""

from datetime import UTC, datetime
from typing import NamedTuple

from notice_lint.errors import UnreadableNotice
from notice_lint.source.document import Document
from notice_lint.source.git import GitProblem, GitTree, Repository
from notice_lint.source.read import read_bytes

_ENDINGS = (".yaml", ".yml")

_CANDIDATES = 50
"""So many files that went away with a commit are read, to see whether one of them is the notice."""


class State(NamedTuple):
    """A file as one commit left it."""

    commit: str
    """The commit's hash."""
    path: str
    """What the file was called then, from the repository's top."""
    blob: str
    """The hash of its content."""
    day: str
    """The day of the commit, in UTC: "2024-11-05". The committer's: a draft may be old."""
    tags: tuple[str, ...]


class History(NamedTuple):
    """What the main line knows of a file, newest first."""

    states: tuple[State, ...]
    complete: bool
    """Whether it reaches the file's beginning: a shallow clone ends somewhere."""


def history(repository: Repository, path: str, commit: str) -> History:
    """Return the states of a file (its path from the top) up to a commit, along first parents only.

    A draft that was committed in a branch and merged later counts from the merge. Where a commit brings the
    file, it is followed to the name that it had before: the same content, else the same notice's id.
    """
    states: list[State] = []
    known: set[tuple[str, str]] = set()
    complete = True
    while path and (commit, path) not in known:
        known.add((commit, path))
        segment = _Segment(repository, path, commit)
        states += segment.states
        complete, path, commit = segment.complete, segment.before, segment.parent
    return History(tuple(states), complete)


class _Segment:
    """The time in which a file had one name, newest first; `before` is its earlier name in `parent`."""

    def __init__(self, repository: Repository, path: str, commit: str) -> None:
        self.states: list[State] = []
        self.before = self.parent = ""
        self.complete = True
        for changed in _changed(repository, path, commit):
            state = _state(repository, path, changed)
            if state is None:
                continue  # the commit deleted it
            self.states.append(state)
            self.parent = repository.header(changed).get("parent", "")
            self.complete = not self.parent or bool(repository.header(self.parent))
            if not self.parent or not self.complete or repository.tree(self.parent).hash_of(path):
                continue
            self.before = earlier_name(repository, path, changed, self.parent)
            if self.before:
                return


def document_of(repository: Repository, state: State, shown: str) -> Document:
    """Return what a file said at a commit; `shown` is how users know it.

    Raises `UnreadableNotice`, and `GitProblem` where this clone does not have the content.
    """
    content = repository.tree(state.commit).read(state.path)
    if content is None:
        raise UnreadableNotice(shown, "there is no such file")
    return read_bytes(content, shown)


def earlier_name(repository: Repository, path: str, commit: str, parent: str) -> str:
    """Return what a file that `commit` brought was called in `parent`; "" if it is new."""
    after, before = repository.tree(commit), repository.tree(parent)
    gone = sorted(
        (name, old) for name, new, old in after.differing(before) if not new and name.endswith(_ENDINGS)
    )
    same = [name for name, old in gone if old == after.hash_of(path)]
    return _likely(path, same) or _likely(path, _with_id(before, gone, _id(after, path)))


def last_name(repository: Repository, path: str, commit: str, notice: str, gone: set[str]) -> str:
    """Return what a file that no commit has yet was called at `commit`: one of `gone` with the same id."""
    tree = repository.tree(commit)
    candidates = [(name, "") for name in sorted(gone) if tree.hash_of(name)]
    return _likely(path, _with_id(tree, candidates, notice))


def _changed(repository: Repository, path: str, commit: str) -> list[str]:
    """Return the commits of the main line that changed a path, newest first."""
    answer = repository.ask("rev-list", "--first-parent", commit, "--", path)
    if answer.status:
        raise GitProblem("git cannot read the history: {reason}", reason=answer.error)
    return answer.out.decode("ascii", "replace").split()


def _state(repository: Repository, path: str, commit: str) -> State | None:
    """Return the state of a file at a commit, None where there is no file."""
    blob = repository.tree(commit).hash_of(path)
    if not blob:
        return None
    day = _day(repository.header(commit).get("committer", ""))
    return State(commit, path, blob, day, repository.tags.get(commit, ()))


def _day(committer: str) -> str:
    """Return the day in "Name <address> 1732450000 +0100", in UTC, whatever stands in front."""
    seconds = committer.rpartition("> ")[2].partition(" ")[0]
    try:
        return datetime.fromtimestamp(int(seconds), UTC).date().isoformat()
    except (ValueError, OverflowError, OSError):  # git stores what it is given
        return ""


def _id(tree: GitTree, path: str) -> str:
    """Return the id of the notice in a file, "" if there is none."""
    try:
        content = tree.read(path)
        data = read_bytes(content, path).data if content else None
    except (GitProblem, UnreadableNotice):
        return ""
    head = data.get("notice") if isinstance(data, dict) else None
    found = head.get("id") if isinstance(head, dict) else None
    return found if isinstance(found, str) else ""


def _with_id(tree: GitTree, candidates: list[tuple[str, str]], wanted: str) -> list[str]:
    named = [name for name, _ in candidates if name.endswith(_ENDINGS)][:_CANDIDATES] if wanted else []
    return [name for name in named if _id(tree, name) == wanted]


def _likely(path: str, names: list[str]) -> str:
    """Return the name that is nearest to `path`: the file's own name counts, then its folder."""
    folder, _, own = path.rpartition("/")
    ranked = sorted(names, key=lambda n: (n.rpartition("/")[2] != own, n.rpartition("/")[0] != folder, n))
    return ranked[0] if ranked else ""
