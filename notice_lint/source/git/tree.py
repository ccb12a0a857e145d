"""The files of one commit."""

from collections.abc import Iterator, Mapping, Sequence

from notice_lint.source.git.objects import FILE_MODES, Entry, Objects
from notice_lint.source.git.problem import GitProblem

_FOLDER, _LINK = "40000", "120000"

_MOST = 1_000_000
"""Ten folders that hold one another ten times over are ten thousand million files, in a few kilobytes."""

LFS = b"version https://git-lfs.github.com/spec/"
"""How a pointer begins that stands in place of a large file. Source: git-lfs, docs/spec.md."""


class GitTree:
    """The files that a commit holds: ordinary files only, no links, no submodules.

    Paths are relative to the repository's top, with `/`. Bytes that are no UTF-8 are kept as Python keeps
    them in file names.
    """

    def __init__(self, objects: Objects, root: str, name: str) -> None:
        self._objects = objects
        self._root = root
        self.name = name
        """How users know it: the revision that they wrote."""

    def read(self, path: str) -> bytes | None:
        """Return a file's content, None if the commit has no such file.

        Raises `GitProblem` where the commit has it and the content is not in this clone.
        """
        hash_ = self.hash_of(path)
        if hash_ is None:
            return None
        content = self._objects.read([hash_]).get(hash_)
        if content is None:
            raise GitProblem(
                "“{path}” at {revision} is not in this clone: run “git fetch --refetch” without a filter",
                path=path,
                revision=self.name,
            )
        if content[1].startswith(LFS):
            sentence = "“{path}” at {revision} is a Git LFS pointer: keep notices and settings in git itself"
            raise GitProblem(sentence, path=path, revision=self.name)
        return content[1]

    def files(self, folder: str = "") -> Sequence[str]:
        """Return every file in a folder and below it, sorted."""
        entry = self._entry(folder)
        if entry is None or not _folder(entry):
            return ()
        return sorted(self._below(entry.hash, _joined(folder)))

    def folders(self, folder: str = "") -> Sequence[str]:
        """Return the names of the folders that stand in a folder, sorted."""
        entry = self._entry(folder)
        inside = self._objects.tree(entry.hash) if entry is not None and _folder(entry) else {}
        return sorted(name for name, one in inside.items() if _folder(one))

    def hash_of(self, path: str) -> str | None:
        """Return the hash of an ordinary file, None if there is none."""
        entry = self._entry(path)
        return _file(entry) or None

    def is_link(self, path: str) -> bool:
        """Whether a link stands there, wherever it leads."""
        entry = self._entry(path)
        return entry is not None and entry.mode == _LINK

    def differing(self, other: "GitTree") -> Iterator[tuple[str, str, str]]:
        """Yield each path whose file is not the same in both, with both hashes ("" where there is none)."""
        left = [("", self._root, other._root)]  # noqa: SLF001 - of its own kind
        seen = 0
        while left:
            prefix, here, there = left.pop()
            mine, theirs = (self._objects.tree(one) if one else {} for one in (here, there))
            seen = self._counted(seen + len(mine) + len(theirs))
            for name in sorted({*mine, *theirs}):
                one, two = mine.get(name), theirs.get(name)
                if one == two:
                    continue
                if _file(one) != _file(two):
                    yield prefix + name, _file(one), _file(two)
                if _folder(one) != _folder(two):
                    left.append((f"{prefix}{name}/", _folder(one), _folder(two)))

    def _entry(self, path: str) -> Entry | None:
        entry: Entry | None = Entry(_FOLDER, "", self._root)
        for step in _steps(path):
            if entry is None or entry.mode != _FOLDER:
                return None
            inside: Mapping[str, Entry] = self._objects.tree(entry.hash)
            entry = inside.get(step)
        return entry

    def _below(self, tree: str, prefix: str) -> Iterator[str]:
        left = [(prefix, tree)]
        seen = 0
        while left:
            above, here = left.pop()
            inside = self._objects.tree(here)
            seen = self._counted(seen + len(inside))
            for name, entry in inside.items():
                if _folder(entry):
                    left.append((f"{above}{name}/", entry.hash))
                elif _file(entry):
                    yield above + name

    def _counted(self, seen: int) -> int:
        """Give a number back. Raises `GitProblem` for a commit whose few folders unfold to very many."""
        if seen > _MOST:
            sentence = "{revision} holds more than {most} files: that is no working tree"
            raise GitProblem(sentence, revision=self.name, most=str(_MOST))
        return seen


def _file(entry: Entry | None) -> str:
    return entry.hash if entry is not None and entry.mode in FILE_MODES else ""


def _folder(entry: Entry | None) -> str:
    return entry.hash if entry is not None and entry.mode == _FOLDER else ""


def _steps(path: str) -> list[str]:
    return [step for step in path.split("/") if step not in ("", ".")]


def _joined(folder: str) -> str:
    return "".join(f"{step}/" for step in _steps(folder))
