"""What the `.gitignore` files of a tree leave out, as a search of the disk does."""

import posixpath
from typing import Any

from notice_lint.errors import NoticeLintError
from notice_lint.source.tree import Tree


class Ignored:
    """The `.gitignore` files of one tree; each is read once."""

    def __init__(self, tree: Tree) -> None:
        self._tree = tree
        self._specs: dict[str, Any] = {}
        self._folders: dict[str, bool] = {"": False}

    def has(self, path: str) -> bool:
        """Whether a file is left out, or a folder in which it is."""
        return self._folder(posixpath.dirname(path)) or self._says(path, "")

    def _folder(self, folder: str) -> bool:
        if folder not in self._folders:
            above = self._folder(posixpath.dirname(folder))
            self._folders[folder] = above or self._says(folder, "/")
        return self._folders[folder]

    def _says(self, path: str, ending: str) -> bool:
        """Return what the nearest `.gitignore` says that speaks of a path."""
        folder = path
        while folder:
            folder = posixpath.dirname(folder)
            spec = self._spec(folder)
            below = posixpath.relpath(f"/{path}", f"/{folder}") + ending
            verdict = spec.check_file(below).include if spec is not None else None
            if verdict is not None:
                return bool(verdict)
        return False

    def _spec(self, folder: str) -> Any:
        if folder not in self._specs:
            try:
                content = self._tree.read(posixpath.join(folder, ".gitignore"))
            except NoticeLintError:
                content = None
            self._specs[folder] = _read(content) if content else None
        return self._specs[folder]


def _read(content: bytes) -> Any:
    from pathspec import GitIgnoreSpec  # noqa: PLC0415 - only where there is a .gitignore

    return GitIgnoreSpec.from_lines(content.decode("utf-8", "replace").splitlines())
