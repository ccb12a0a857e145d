"""The files of the disk, as settings, packs and baselines are read: nothing outside the root."""

from pathlib import Path

import pytest

from notice_lint.errors import UnreadableNotice
from notice_lint.source.tree import DiskTree, Folder, joined, relative


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a folder with files, and something beside it."""
    top = tmp_path / "top"
    (top / "a" / "b").mkdir(parents=True)
    (top / ".git").mkdir()
    for name in ("z.yaml", "a/y.yaml", "a/b/x.yaml", ".git/config"):
        (top / name).write_text(name, encoding="utf-8")
    (tmp_path / "secret.yaml").write_text("secret", encoding="utf-8")
    return top


def test_files_are_named_from_the_root_in_order(root: Path) -> None:
    tree = DiskTree(str(root))

    assert tree.files("") == ["a/b/x.yaml", "a/y.yaml", "z.yaml"]
    assert tree.files("a/b") == ["a/b/x.yaml"]
    assert tree.files("none") == []
    assert tree.files("..") == []


def test_a_file_is_read_and_a_missing_one_is_none(root: Path) -> None:
    tree = DiskTree(str(root))

    assert tree.read("a/y.yaml") == b"a/y.yaml"
    assert tree.read("a/none.yaml") is None
    with pytest.raises(UnreadableNotice, match="it is a folder"):
        tree.read("a")


def test_a_link_inside_is_followed_and_one_that_leads_out_is_refused(root: Path) -> None:
    (root / "in.yaml").symlink_to(root / "z.yaml")
    (root / "out.yaml").symlink_to(root.parent / "secret.yaml")
    (root / "up").symlink_to(root.parent)
    tree = DiskTree(str(root))

    assert tree.read("in.yaml") == b"z.yaml"
    for path in ("out.yaml", "up/secret.yaml", "../secret.yaml"):
        with pytest.raises(UnreadableNotice, match="leads out"):
            tree.read(path)
    assert tree.files("") == ["a/b/x.yaml", "a/y.yaml", "in.yaml", "z.yaml"]


@pytest.mark.parametrize(
    ("folder", "path", "expected"),
    [
        ("", "a.yaml", "a.yaml"),
        ("a", "../b.yaml", "b.yaml"),
        ("a/b", "./c/../d.yaml", "a/b/d.yaml"),
        ("", ".", ""),
        ("a", "../../b.yaml", None),
        ("", "/etc/passwd", None),
        ("", "C:\\a", None),
        ("", "a\\..\\..\\b", None),
    ],
)
def test_a_path_of_a_file_stays_below_the_root(folder: str, path: str, expected: str | None) -> None:
    assert joined(folder, path) == expected


def test_a_path_is_written_as_its_reader_sees_it() -> None:
    assert relative("n/shop.yaml", "ci") == "../n/shop.yaml"
    assert relative("n/shop.yaml", "") == "n/shop.yaml"


def test_a_folder_knows_its_own_name(root: Path) -> None:
    assert (Folder.on_disk(root / "a").last, Folder(DiskTree(str(root)), "a/b").last) == ("a", "b")
