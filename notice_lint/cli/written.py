"""Reports and baselines as files: whole or not at all.

Not `run.save`, which takes the place of what a user wrote: it compares with what was read, keeps links and
owners, and lets one run in at a time. Here several runs may write one report; the last of them counts, so
each writes under a name of its own first.
"""

import os
import stat
import tempfile
from contextlib import suppress

from notice_lint.errors import reason_of
from notice_lint.run.save import NotWritten


def write(path: str, shown: str, text: str) -> None:
    """Write a text where `path` leads, under another name first. Raises `NotWritten`."""
    try:
        if os.path.lexists(path) and not stat.S_ISREG(os.lstat(path).st_mode):
            raise NotWritten(shown, "it is not an ordinary file")  # a folder, a link, a device
        _write(path, text.encode("utf-8", "backslashreplace"))
    except OSError as error:
        raise NotWritten(shown, reason_of(error)) from error


def _write(path: str, content: bytes) -> None:
    folder = os.path.dirname(path) or os.curdir  # noqa: PTH120 - likewise
    handle, new = tempfile.mkstemp(prefix=".nl-", dir=folder)
    try:
        try:
            with suppress(OSError, AttributeError):  # a system without modes
                os.fchmod(handle, _mode(path))
            with os.fdopen(handle, "wb", closefd=False) as stream:
                stream.write(content)
            os.fsync(handle)
        finally:
            os.close(handle)
        os.replace(new, path)  # noqa: PTH105 - likewise
    except BaseException:
        with suppress(OSError):
            os.unlink(new)  # noqa: PTH108 - likewise
        raise


def _mode(path: str) -> int:
    """Return the mode of the file that is there, else that of a new one."""
    try:
        return os.stat(path).st_mode & 0o777  # noqa: PTH116 - likewise
    except OSError:
        mask = os.umask(0)
        os.umask(mask)
        return 0o666 & ~mask
