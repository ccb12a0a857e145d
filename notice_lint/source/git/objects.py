"""Objects of a repository, by hash: one `git cat-file --batch` answers them all."""

import re
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from typing import IO, TYPE_CHECKING, NamedTuple, cast

from notice_lint.source.git.call import SECONDS, Git
from notice_lint.source.git.problem import GitProblem

if TYPE_CHECKING:
    from subprocess import Popen

HASH = re.compile(r"[0-9a-f]{40}|[0-9a-f]{64}")

LARGEST = 1 << 21
"""No file that is read for its content is larger: twice the largest notice. Trees have no such limit."""

_AT_ONCE = 64
"""So many questions fit into any system's pipe, so that neither side waits for the other."""

FILE_MODES = ("100644", "100755")
"""Ordinary files. A link (120000) or a submodule (160000) is nothing that is read."""


class Entry(NamedTuple):
    """One name in a tree."""

    mode: str
    name: str
    hash: str


class Objects:
    """Everything that a repository holds, by hash; each object is asked for once."""

    def __init__(self, git: Git) -> None:
        self._git = git
        self._process: Popen[bytes] | None = None
        self._trees: dict[str, Mapping[str, Entry]] = {}

    def read(self, hashes: Iterable[str]) -> dict[str, tuple[str, bytes]]:
        """Return type and content of each object that is there.

        A file larger than `LARGEST` is given as blanks, one more than that: too large, whatever it says.
        Raises `GitProblem` if git stops or does not answer in time.
        """
        wanted = sorted({one for one in hashes if HASH.fullmatch(one)})
        found: dict[str, tuple[str, bytes]] = {}
        for start in range(0, len(wanted), _AT_ONCE):
            found.update(self._ask(wanted[start : start + _AT_ONCE]))
        return found

    def tree(self, name: str) -> Mapping[str, Entry]:
        """Return what a tree holds, by name; nothing for what is no tree, or is not there."""
        if name not in self._trees:
            kind, content = self.read([name]).get(name, ("missing", b""))
            try:
                self._trees[name] = dict(_entries(content, len(name) // 2)) if kind == "tree" else {}
            except ValueError as error:
                raise GitProblem("the repository is damaged: {hash} is no sound folder", hash=name) from error
        return self._trees[name]

    def close(self) -> None:
        """End git."""
        process, self._process = self._process, None
        if process is not None:
            _end(process)

    def _ask(self, hashes: Sequence[str]) -> dict[str, tuple[str, bytes]]:
        from threading import Timer  # noqa: PLC0415 - only where git is asked

        process = self._started()
        late = Timer(SECONDS, process.kill)
        late.daemon = True
        late.start()
        try:
            questions, answers = cast("IO[bytes]", process.stdin), cast("IO[bytes]", process.stdout)
            questions.write("".join(f"{one}\n" for one in hashes).encode())
            questions.flush()
            return {one: told for one in hashes if (told := _answer(answers))[0] != "missing"}
        except (OSError, EOFError, ValueError) as error:
            reason = self._last_words(process)
            raise GitProblem("git stopped while it was read: {reason}", reason=reason) from error
        finally:
            late.cancel()

    def _started(self) -> "Popen[bytes]":
        if self._process is None:
            from weakref import finalize  # noqa: PLC0415 - only where git is asked

            self._process = self._git.start("cat-file", "--batch")
            finalize(self, _end, self._process)
        return self._process

    def _last_words(self, process: "Popen[bytes]") -> str:
        process.kill()
        with suppress(OSError, ValueError):
            return cast("IO[bytes]", process.stderr).read(2000).decode("utf-8", "replace").strip()
        return ""


def _answer(stream: IO[bytes]) -> tuple[str, bytes]:
    """Return type and content of the next object. Raises `EOFError` or `ValueError` if git says neither."""
    head = stream.readline()
    if not head:
        raise EOFError
    if head.endswith(b" missing\n"):
        return "missing", b""
    _, kind, size = head.decode().split()
    left = int(size) + 1  # a line end stands behind each
    if kind != "blob" or left <= LARGEST:
        content = stream.read(left)
        if len(content) < left:
            raise EOFError
        return kind, content[:-1]
    while left:
        passed = len(stream.read(min(left, 1 << 16)))
        if not passed:
            raise EOFError
        left -= passed
    return kind, b" " * (LARGEST + 1)


def _entries(content: bytes, width: int) -> Iterable[tuple[str, Entry]]:
    """Yield what the bytes of a tree name: mode, blank, name, NUL, then the hash in `width` bytes."""
    at = 0
    while at < len(content):
        blank = content.index(b" ", at)
        end = content.index(b"\0", blank)
        mode = content[at:blank].decode("ascii", "replace")
        name = content[blank + 1 : end].decode("utf-8", "surrogateescape")
        at = end + 1 + width
        yield name, Entry(mode, name, content[end + 1 : at].hex())


def _end(process: "Popen[bytes]") -> None:
    for stream in (process.stdin, process.stdout, process.stderr):
        if stream is not None:
            with suppress(OSError):
                stream.close()
    process.kill()
    process.wait()
