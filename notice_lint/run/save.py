"""A file gets its new text whole or not at all, also if the run is killed, or the disk is full."""

import os
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from hashlib import sha256

from notice_lint.errors import NoticeLintError, reason_of

_READ = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_NONBLOCK", 0)
_NEW = (
    os.O_WRONLY
    | os.O_CREAT
    | os.O_EXCL
    | getattr(os, "O_BINARY", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_NOFOLLOW", 0)
)
_LINKED = "the same file has another name (a hard link), which would keep the old text"


class NotWritten(NoticeLintError):
    """The file is as it was. `reason` is a few English words, without a full stop."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__("{path} cannot be written: {reason}", path=path, reason=reason)


def replace(path: str | os.PathLike[str], shown: str, before: bytes, after: bytes) -> None:
    """Write `after` where `before` was read, atomically; a link still leads there, the mode stays.

    Raises `NotWritten`, and leaves the file alone, if it is read-only, has a second hard link, or holds
    something else than `before` by now. What a killed run left behind beside the file is removed.
    """
    try:
        real = os.path.realpath(path)
        with _held(real, shown) as handle:
            _same(handle, real, shown, before)
            _may_be_replaced(os.fstat(handle), real, shown)
            try:
                _write_beside(real, after, handle, lambda: _same(handle, real, shown, before))
            except PermissionError as error:
                if error.filename is None:  # of `_like`: only an owner may give a file away
                    raise NotWritten(shown, "it belongs to somebody else") from error
                raise
    except OSError as error:
        raise NotWritten(shown, reason_of(error)) from error


def beside(real: str) -> str:
    """Return where the new text of a file is written first: in its folder, under a name of its own."""
    folder, name = os.path.split(real)
    mark = sha256(name.encode(errors="surrogateescape")).hexdigest()[:16]
    return os.path.join(folder, f".nl-{mark}")  # noqa: PTH118 - a path of bytes that pathlib may not keep


@contextmanager
def _held(real: str, shown: str) -> Iterator[int]:
    """Open a file and keep other runs from writing it meanwhile, where the system knows such locks."""
    handle = os.open(real, _READ)
    try:
        _lock(handle, shown)
        yield handle
    finally:
        os.close(handle)  # gives the lock back


def _lock(handle: int, shown: str) -> None:
    try:
        import fcntl  # noqa: PLC0415 - not on Windows, and only where something is written
    except ImportError:
        return
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        raise NotWritten(shown, "another run is writing it") from error
    except OSError:
        return  # a file system without locks: the comparisons below still hold


def _same(handle: int, real: str, shown: str, before: bytes) -> None:
    """Raise `NotWritten` unless the path leads to the file that is open, and it holds what was read."""
    here, there = os.fstat(handle), os.stat(real)  # noqa: PTH116 - see `beside`
    moved = (here.st_dev, here.st_ino) != (there.st_dev, there.st_ino)
    if moved or here.st_size != len(before) or not stat.S_ISREG(here.st_mode) or _content(handle) != before:
        raise NotWritten(shown, "it changed since it was read")


def _content(handle: int) -> bytes:
    os.lseek(handle, 0, os.SEEK_SET)
    chunks = []
    while chunk := os.read(handle, 1 << 20):
        chunks.append(chunk)
    return b"".join(chunks)


def _may_be_replaced(status: os.stat_result, real: str, shown: str) -> None:
    if status.st_nlink > 1:
        raise NotWritten(shown, _LINKED)
    if not status.st_mode & 0o222 or not os.access(real, os.W_OK):
        raise NotWritten(shown, "it is read-only")


def _write_beside(real: str, after: bytes, before: int, still_same: Callable[[], None]) -> None:
    new, status = beside(real), os.fstat(before)
    with suppress(FileNotFoundError):
        os.unlink(new)  # noqa: PTH108 - what a killed run left behind
    handle = os.open(new, _NEW, 0o600)
    try:
        try:
            _like(handle, status, real)
            _write(handle, after)
            os.fsync(handle)
        finally:
            os.close(handle)
        still_same()
        os.replace(new, real)  # noqa: PTH105 - see `beside`
    except BaseException:
        with suppress(OSError):
            os.unlink(new)  # noqa: PTH108 - likewise
        raise
    _remember(os.path.dirname(real))  # noqa: PTH120 - likewise


def sweep(path: str | os.PathLike[str], shown: str) -> None:
    """Remove what a killed run left beside a file, unless another run is writing there just now."""
    real = os.path.realpath(path)
    if not os.path.lexists(beside(real)):
        return
    with suppress(OSError, NotWritten), _held(real, shown) as handle:
        if os.path.samestat(os.fstat(handle), os.stat(real)):  # noqa: PTH116 - see `beside`
            os.unlink(beside(real))  # noqa: PTH108 - likewise


def _like(handle: int, status: os.stat_result, real: str) -> None:
    """Give the new file owner, mode and, where the system lets us, further attributes of the old one."""
    mine = os.fstat(handle)
    if hasattr(os, "fchown") and (mine.st_uid, mine.st_gid) != (status.st_uid, status.st_gid):
        os.fchown(handle, status.st_uid, status.st_gid)
    if hasattr(os, "fchmod"):
        os.fchmod(handle, stat.S_IMODE(status.st_mode))
    with suppress(OSError):
        for name in getattr(os, "listxattr", lambda _: ())(real):
            with suppress(OSError):
                os.setxattr(handle, name, os.getxattr(real, name))


def _write(handle: int, data: bytes) -> None:
    """Write everything: the system may take a part at a time."""
    view = memoryview(data)
    while view:
        view = view[os.write(handle, view) :]


def _remember(folder: str) -> None:
    """Have the folder keep the new name through a power cut, where the system can promise that."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY | getattr(os, "O_DIRECTORY", 0))
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
