"""Files and bytes to a `Document`: what can be opened is read with care, what cannot is an error."""

import os
import stat

from notice_lint.errors import UnreadableNotice, reason_of
from notice_lint.source.document import Document, Flaw
from notice_lint.source.index import Lines
from notice_lint.source.parse import BYTES, parse

_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOCTTY", 0)
"""Without O_NONBLOCK, opening a FIFO waits for ever."""

_UTF8_BOM = b"\xef\xbb\xbf"
_UTF16_BOMS = (b"\xff\xfe", b"\xfe\xff")  # also the start of UTF-32's in little endian
_UTF32_BOM = b"\x00\x00\xfe\xff"


def read(path: str | os.PathLike[str], shown: str) -> Document:
    """Return what the file at `path` says; `shown` is its path as users see it.

    Raises `UnreadableNotice` for a file that cannot be opened, is none, or holds nothing.
    """
    return read_bytes(bytes_of(path, shown), shown)


def bytes_of(path: str | os.PathLike[str], shown: str) -> bytes:
    """Return the bytes of a file, of one that is larger than a notice may be only the beginning.

    Raises `UnreadableNotice` for a file that cannot be opened, or is none.
    """
    try:
        return _bytes(path, shown)
    except FileNotFoundError as error:
        raise UnreadableNotice(shown, "there is no such file") from error
    except OSError as error:
        raise UnreadableNotice(shown, reason_of(error)) from error
    except ValueError as error:  # a NUL in the path
        raise UnreadableNotice(shown, "its name is no file name") from error


def read_bytes(data: bytes, shown: str) -> Document:
    """Return what these bytes say. Raises `UnreadableNotice` if they are only blanks and comments."""
    bom = data.startswith(_UTF8_BOM)
    if data.startswith((*_UTF16_BOMS, _UTF32_BOM)):
        encoding = "UTF-32" if b"\x00\x00" in data[:4] else "UTF-16"
        return _not_utf8(data, shown, 0, {"encoding": encoding})
    body = data[len(_UTF8_BOM) :] if bom else data
    if len(body) > BYTES:  # cut somewhere, perhaps inside a character; `parse` refuses it
        return parse(body.decode(errors="replace"), shown, bom=bom)
    try:
        text = body.decode()
    except UnicodeDecodeError as error:
        return _not_utf8(body, shown, error.start, {"byte": f"0x{body[error.start]:02X}"}, bom=bom)
    if not _says_something(text):
        raise UnreadableNotice(shown, "it is empty" if not text.strip() else "it holds only comments")
    return parse(text, shown, bom=bom)


def _bytes(path: str | os.PathLike[str], shown: str) -> bytes:
    """Read at most a little more than the largest notice, whatever size the file claims to have."""
    handle = os.open(path, _FLAGS)
    try:
        mode = os.fstat(handle).st_mode
        if stat.S_ISDIR(mode):
            raise IsADirectoryError
        if not stat.S_ISREG(mode):
            raise UnreadableNotice(shown, "it is not an ordinary file")
        chunks: list[bytes] = []
        left = BYTES + len(_UTF8_BOM) + 1
        while left > 0 and (chunk := os.read(handle, left)):
            chunks.append(chunk)
            left -= len(chunk)
        return b"".join(chunks)
    finally:
        os.close(handle)


def _says_something(text: str) -> bool:
    return any(line and not line.startswith("#") for line in map(str.strip, text.split("\n")))


def _not_utf8(data: bytes, shown: str, at: int, args: dict[str, str], *, bom: bool = False) -> Document:
    before, text = data[:at].decode(), data[: BYTES + 1].decode(errors="replace")
    span = Lines(text).span(len(before), len(before) + 1)
    return Document(shown, text, bom=bom, flaws=(Flaw("not-utf8", span, args),), read_to=0)
