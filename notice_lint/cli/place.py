"""Where the command runs: the root of the repository, and the way from there to here."""

import os
from typing import NamedTuple

from notice_lint.source.tree import DiskTree


class Place(NamedTuple):
    """The working directory inside its repository; without one, it is a root of its own."""

    tree: DiskTree
    inside: str
    """The working directory, from the root, with `/`; "" at the root itself."""

    def path(self, written: str) -> str:
        """Return a file's path from the root, for its path as it is written here: `../…` if it is outside."""
        return os.path.relpath(os.path.abspath(written), self.tree.root).replace(os.sep, "/")  # noqa: PTH100 - pathlib takes 5 ms to import

    def on_disk(self, path: str) -> str:
        """Return where a file of the tree is, as it is written from here."""
        return os.path.relpath(self.tree.path(path))

    def inside_of(self, path: str) -> bool:
        """Whether a path from the root stays below it."""
        return path != ".." and not path.startswith("../")


def here() -> Place:
    """Return the place of the working directory: its repository is the nearest folder upwards with `.git`."""
    start = os.getcwd()  # noqa: PTH109 - likewise
    folder = start
    while not os.path.lexists(os.path.join(folder, ".git")):  # noqa: PTH118 - likewise
        above = os.path.dirname(folder)  # noqa: PTH120 - likewise
        if above == folder:
            return Place(DiskTree(start), "")
        folder = above
    return _from(folder, start)


def around(file: str) -> Place:
    """Return a place that holds the working directory and a file: settings from elsewhere (`--config`)."""
    near, start = here(), os.getcwd()  # noqa: PTH109 - likewise
    if near.inside_of(near.path(file)):
        return near
    return _from(os.path.commonpath([start, os.path.abspath(file)]), start)  # noqa: PTH100 - likewise


def _from(root: str, start: str) -> Place:
    inside = os.path.relpath(start, root).replace(os.sep, "/")
    return Place(DiskTree(root), "" if inside == "." else inside)
