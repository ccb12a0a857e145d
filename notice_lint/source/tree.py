"""A tree of files: the disk, or a revision, read by paths that are relative to its root."""

import os
import posixpath
from collections.abc import Iterator, Sequence
from typing import NamedTuple, Protocol

from notice_lint.errors import UnreadableNotice
from notice_lint.source.read import bytes_of
from notice_lint.source.shown import shown

_SKIPPED = frozenset((".git", "node_modules", "__pycache__"))
"""Folders that hold nothing of the user's own."""


class Tree(Protocol):
    """Files below one root. Paths have `/`, and no path leads out of the root."""

    @property
    def name(self) -> str:
        """How people call it: "" for the disk, else a revision such as `main`."""

    def read(self, path: str) -> bytes | None:
        """Return the bytes of a file, None if there is no such file.

        Raises `UnreadableNotice` for something there that cannot be read.
        """

    def files(self, folder: str) -> Sequence[str]:
        """Return the files in a folder ("" for the root) and below it: paths from the root, sorted."""


class DiskTree:
    """The files on disk below `root`. What a link that leads out of it names is not read."""

    name = ""

    def __init__(self, root: str) -> None:
        self.root = root
        self._real = ""

    def read(self, path: str) -> bytes | None:
        """Return the bytes of a file, None if there is no such file.

        Raises `UnreadableNotice` for something there that cannot be read.
        """
        full = self.path(path)
        if not os.path.lexists(full):
            return None
        if not self._inside(full):
            raise UnreadableNotice(shown(full), "it is a link that leads out of the repository")
        return bytes_of(full, shown(full))

    def files(self, folder: str) -> Sequence[str]:
        """Return the files in a folder and below it: paths from the root, sorted. Links are not followed."""
        top = self.path(folder)
        return sorted(self._found(top)) if self._inside(top) else []

    def path(self, path: str) -> str:
        """Return where a file of the tree is on disk."""
        return os.path.join(self.root, *path.split("/")) if path else self.root  # noqa: PTH118 - pathlib takes 5 ms to import

    def _found(self, top: str) -> Iterator[str]:
        for inside, below, files in os.walk(top):
            below[:] = [name for name in below if name not in _SKIPPED]
            for name in files:
                full = os.path.join(inside, name)  # noqa: PTH118 - likewise
                if not os.path.islink(full) or self._inside(full):  # noqa: PTH114 - likewise
                    yield os.path.relpath(full, self.root).replace(os.sep, "/")

    def _inside(self, full: str) -> bool:
        self._real = self._real or os.path.realpath(self.root)
        real = os.path.realpath(full)
        return real == self._real or real.startswith(self._real.rstrip(os.sep) + os.sep)


class Folder(NamedTuple):
    """A folder of a tree; "" is the root."""

    tree: Tree
    path: str = ""

    @classmethod
    def on_disk(cls, path: str | os.PathLike[str]) -> "Folder":
        """Return a folder of the disk, as a tree of its own."""
        return cls(DiskTree(os.fspath(path)))

    @property
    def last(self) -> str:
        """What the folder itself is called."""
        if self.path:
            return posixpath.basename(self.path)
        return os.path.basename(os.path.realpath(getattr(self.tree, "root", "")))  # noqa: PTH119 - likewise


def joined(folder: str, path: str) -> str | None:
    """Return a path that a file of `folder` writes, from the root; None if it leads out of the tree."""
    if posixpath.isabs(path) or "\\" in path or "\0" in path or path[1:2] == ":":
        return None
    whole = posixpath.normpath(posixpath.join(folder, path))
    return None if whole == ".." or whole.startswith("../") else "" if whole == "." else whole


def relative(path: str, folder: str) -> str:
    """Return a path of the tree as it is written in a file of `folder`: `../shop.yaml`."""
    return posixpath.relpath(f"/{path}", f"/{folder}")
