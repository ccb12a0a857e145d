"""A search of folders for notices."""

import os
from collections.abc import Iterable, Iterator, Sequence
from fnmatch import fnmatch
from pathlib import Path

from notice_lint.errors import UnreadableNotice
from notice_lint.source.read import read
from notice_lint.source.shown import shown

_ENDINGS = (".yaml", ".yml")
SKIPPED = frozenset(("node_modules", "__pycache__", "versions"))
"""Folders that are not searched: other people's code, and the notice's own history."""

_HINTS = ("privacy", "notice", "datenschutz", "confidentialite", "vie-privee")
_OWN = ("notice-lint.yaml", "notice-lint.yml")


def search(folder: str, exclude: Sequence[str] = ()) -> Iterator[str]:
    """Yield the notices in a folder and below it.

    A notice is a YAML file with the root keys `format` and `notice`, or one whose name or place suggests a
    notice and that cannot be read as YAML. What `.gitignore` names is left out, and so is what matches a
    pattern of `exclude`.
    """
    root = Path(folder)
    ignored = _Ignored(root)
    for inside, below, files in os.walk(root):
        here = Path(inside)
        below[:] = sorted(
            name
            for name in below
            if not name.startswith(".")
            and name not in SKIPPED
            and not (here / name).is_symlink()
            and not (here / name / "pyvenv.cfg").exists()
            and not ignored.has(here / name, folder=True)
        )
        for name in sorted(files):
            path = here / name
            if (
                name.endswith(_ENDINGS)
                and name not in _OWN
                and not ignored.has(path)
                and not _excluded(path, root, exclude)
                and _is_notice(path, root)
            ):
                yield str(path)


def _excluded(path: Path, root: Path, patterns: Iterable[str]) -> bool:
    below = path.relative_to(root).as_posix()
    return any(
        fnmatch(name, pattern) for pattern in patterns for name in (below, shown(str(path)), path.name)
    )


def _is_notice(path: Path, root: Path) -> bool:
    try:
        if path.is_symlink() and not path.resolve().is_relative_to(root.resolve()):
            return False
        if not path.is_file():  # opening a FIFO would wait for ever
            return _suggests(path, root)
        with path.open("rb") as stream:
            start = stream.read(1 << 20)
    except OSError:
        return _suggests(path, root)
    keys = root_keys(start)
    if {b"format", b"notice"} <= keys:
        return True
    return _suggests(path, root) and (b"notice" in keys or _unreadable(path))


def root_keys(content: bytes) -> set[bytes]:
    """Return what looks like a key at the root of a YAML text, without reading it as one."""
    return {
        line.partition(b":")[0].strip(b"'\" ")
        for line in content.splitlines()
        if line[:1] not in (b" ", b"#", b"-")
    }


def _suggests(path: Path, root: Path) -> bool:
    places = (path.stem, *path.relative_to(root).parent.parts)
    return any(hint in place.lower() for place in places for hint in _HINTS)


def _unreadable(path: Path) -> bool:
    try:
        return bool(read(path, path.name).flaws)
    except UnreadableNotice:
        return True


class _Ignored:
    """What `.gitignore` files say, from the root of the repository down."""

    def __init__(self, root: Path) -> None:
        self._top = next(
            (p for p in (root.resolve(), *root.resolve().parents) if (p / ".git").exists()), root.resolve()
        )
        self._rules: dict[Path, object] = {}

    def has(self, path: Path, *, folder: bool = False) -> bool:
        """Whether some `.gitignore` above `path` leaves it out; the nearest one that speaks of it decides."""
        full = path.parent.resolve() / path.name
        for above in full.parents:
            verdict = self._says(above, full.relative_to(above).as_posix() + "/" * folder)
            if verdict is not None:
                return verdict
            if above == self._top:
                break
        return False

    def _says(self, folder: Path, name: str) -> bool | None:
        if folder not in self._rules:
            file = folder / ".gitignore"
            try:
                lines = file.read_text("utf-8", "replace").splitlines() if file.is_file() else []
            except OSError:
                lines = []
            self._rules[folder] = _spec(lines) if lines else None
        spec = self._rules[folder]
        return spec.check_file(name).include if spec is not None else None  # type: ignore[attr-defined] # a PathSpec


def _spec(lines: Sequence[str]) -> object:
    from pathspec import GitIgnoreSpec  # noqa: PLC0415 - only where there is a .gitignore

    return GitIgnoreSpec.from_lines(lines)
