"""Files and bytes: what can be read is a document, what cannot is an error with a reason."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from notice_lint.errors import NoticeLintError, UnreadableNotice
from notice_lint.source.document import Span
from notice_lint.source.parse import BYTES
from notice_lint.source.read import read, read_bytes


def test_a_file_is_read_under_the_path_that_users_see(tmp_path: Path) -> None:
    file = tmp_path / "n.yaml"
    file.write_bytes("\ufeffa: é\r\n".encode())

    document = read(file, "shown/n.yaml")

    assert (document.path, document.data, document.bom) == ("shown/n.yaml", {"a": "é"}, True)
    assert document.text == "a: é\r\n"


def _refused(file: Path) -> None:
    file.write_text("a: b")
    file.chmod(0)


MAKERS: dict[str, tuple[Callable[[Path], object], str]] = {
    "missing": (lambda _: None, "there is no such file"),
    "folder": (Path.mkdir, "it is a folder, not a file"),
    "empty": (Path.touch, "it is empty"),
    "blank": (lambda file: file.write_text(" \n\n"), "it is empty"),
    "mark alone": (lambda file: file.write_bytes(b"\xef\xbb\xbf"), "it is empty"),
    "comments": (lambda file: file.write_text("# a\n\n  # b"), "it holds only comments"),
    "FIFO": (os.mkfifo, "it is not an ordinary file"),
    "device": (lambda file: file.symlink_to("/dev/zero"), "it is not an ordinary file"),
    "broken link": (lambda file: file.symlink_to("nowhere"), "there is no such file"),
    "refused": (_refused, "permission is refused"),
}


@pytest.mark.skipif(os.name == "nt", reason="FIFOs, devices and modes of POSIX")
@pytest.mark.parametrize("name", MAKERS)
def test_what_keeps_us_from_reading_is_said(name: str, tmp_path: Path) -> None:
    make, reason = MAKERS[name]
    file = tmp_path / "n.yaml"
    make(file)
    if name == "refused" and os.geteuid() == 0:
        pytest.skip("root may read everything")

    with pytest.raises(UnreadableNotice, match=f"shown.yaml: cannot be read: {reason}") as raised:
        read(file, "shown.yaml")
    assert (raised.value.path, raised.value.reason) == ("shown.yaml", reason)
    assert isinstance(raised.value, NoticeLintError)


@pytest.mark.parametrize(
    ("name", "reason"),
    [("a/b", "a part of its path is no folder"), ("\0", "no file name"), ("x" * 300, "too long")],
)
def test_a_name_that_cannot_be_is_no_traceback(name: str, reason: str, tmp_path: Path) -> None:
    (tmp_path / "a").touch()

    with pytest.raises(UnreadableNotice, match=reason):
        read(tmp_path / name, "shown.yaml")


@pytest.mark.parametrize(
    ("data", "place", "args"),
    [
        ("a: b\n".encode("utf-16"), (1, 1), {"encoding": "UTF-16"}),
        ("a: b\n".encode("utf-16-be"), (1, 1), {"character": "U+0000"}),
        (b"\xfe\xff\0a", (1, 1), {"encoding": "UTF-16"}),
        ("a: b\n".encode("utf-32"), (1, 1), {"encoding": "UTF-32"}),
        (b"\x00\x00\xfe\xff\0\0\0a", (1, 1), {"encoding": "UTF-32"}),
        ("a: b\nb: é\n".encode("latin-1"), (2, 4), {"byte": "0xE9"}),
        ("é😀: ".encode() + b"\xff", (1, 5), {"byte": "0xFF"}),
        (b"\xef\xbb\xbfa\n\x80", (2, 1), {"byte": "0x80"}),
        (b"a: \xed\xa0\x80", (1, 4), {"byte": "0xED"}),
        (b"a: \xc3", (1, 4), {"byte": "0xC3"}),
    ],
)
def test_what_is_not_utf8_is_a_flaw_with_its_place(
    data: bytes, place: tuple[int, int], args: dict[str, str]
) -> None:
    document = read_bytes(data, "n.yaml")

    assert document.flaws[0].kind == ("control-character" if "character" in args else "not-utf8")
    assert (document.flaws[0].span[:2], document.flaws[0].args) == (
        (1, 1) if "character" in args else place,
        args,
    )
    assert document.text


def test_a_file_that_is_too_large_is_read_no_further(tmp_path: Path) -> None:
    file = tmp_path / "n.yaml"
    with file.open("wb") as opened:
        opened.write(b"a: b\n#")
        opened.truncate(1 << 40)

    document = read(file, "n.yaml")

    assert [(flaw.kind, flaw.args) for flaw in document.flaws] == [("too-large", {"limit": str(BYTES)})]
    assert len(document.text) <= BYTES + 4


@pytest.mark.parametrize("shift", range(5))
def test_a_large_file_may_be_cut_inside_a_character(shift: int, tmp_path: Path) -> None:
    file = tmp_path / "n.yaml"
    file.write_bytes(b"#" * shift + "é€😀".encode() * (BYTES // 8))

    document = read(file, "n.yaml")

    assert [flaw.kind for flaw in document.flaws] == ["too-large"]


def test_a_file_of_the_largest_size_is_read_with_its_mark(tmp_path: Path) -> None:
    file = tmp_path / "n.yaml"
    file.write_bytes(b"\xef\xbb\xbfa: b\n#" + b"c" * (BYTES - 6))

    assert read(file, "n.yaml").flaws == ()


def test_a_mark_inside_is_a_flaw() -> None:
    (flaw,) = read_bytes(b"\xef\xbb\xbf\xef\xbb\xbfa: b", "n.yaml").flaws

    assert (flaw.kind, flaw.span) == ("invisible-character", Span(1, 1, 1, 2))
