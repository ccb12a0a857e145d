"""Which files are found: notices, once each, and nothing that hangs or leads outside."""

import os
from pathlib import Path

import pytest

from notice_lint.errors import UnreadableNotice
from notice_lint.source.find import find

_NOTICE = "format: 1\nnotice: {id: a, language: en}\n"


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in an empty folder."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(path: Path, text: str = _NOTICE) -> Path:
    """Write a file and the folders that it needs."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def names(*paths: str, exclude: tuple[str, ...] = ()) -> list[str]:
    """Return what is found, as users see it, sorted."""
    return sorted(shown for _, shown in find(paths, exclude))


def test_a_notice_is_known_by_its_root_keys(here: Path) -> None:
    write(here / "a" / "shop.yaml")
    write(here / "a" / "quoted.yml", '"format": 1\n"notice": {id: a, language: en}\n')
    write(here / "a" / "openapi.yaml", "openapi: 3.1.0\ninfo:\n  format: 1\n  notice: x\n")
    write(here / "a" / "text.txt")

    assert names(".") == ["a/quoted.yml", "a/shop.yaml"]


def test_what_is_named_like_a_notice_and_cannot_be_read_is_not_passed_over(here: Path) -> None:
    write(here / "privacy-notice.yaml", "title: a: b")
    write(here / "notices" / "other.yaml", "\x00")
    write(here / "values.yaml", "title: a: b")

    assert names(".") == ["notices/other.yaml", "privacy-notice.yaml"]


@pytest.mark.parametrize("folder", ["versions", ".git", ".cache", "node_modules"])
def test_some_folders_are_searched_only_if_they_are_named(here: Path, folder: str) -> None:
    write(here / folder / "notice.yaml")

    assert names(".") == []
    assert names(folder) == [f"{folder}/notice.yaml"]


def test_a_virtual_environment_is_not_searched(here: Path) -> None:
    write(here / "env" / "lib" / "notice.yaml")
    write(here / "env" / "pyvenv.cfg", "")

    assert names(".") == []


def test_gitignore_is_respected_from_the_top_of_the_repository_down(here: Path) -> None:
    (here / ".git").mkdir()
    write(here / ".gitignore", "*.yaml\n!keep.yaml\n/build/\n")
    write(here / "app" / ".gitignore", "!special.yaml\n")
    for name in ("keep.yaml", "build/keep.yaml", "app/special.yaml", "app/drop.yaml", "drop.yaml"):
        write(here / name)

    assert names(".") == ["app/special.yaml", "keep.yaml"]
    assert names("app") == ["app/special.yaml"]
    assert names("drop.yaml") == ["drop.yaml"]


def test_a_pattern_leaves_files_out_of_a_search_and_never_a_named_one(here: Path) -> None:
    write(here / "a" / "notice.yaml")
    write(here / "b" / "notice.yaml")

    assert names(".", exclude=("a/*",)) == ["b/notice.yaml"]
    assert names("a/notice.yaml", exclude=("a/*",)) == ["a/notice.yaml"]


def test_a_file_is_found_once(here: Path) -> None:
    write(here / "a" / "notice.yaml")

    assert names("a/notice.yaml", ".", "./a", str(here / "a")) == ["a/notice.yaml"]


def test_links_that_lead_outside_are_not_followed(
    here: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    outside = write(tmp_path_factory.mktemp("outside") / "notice.yaml")
    (here / "notice.yaml").symlink_to(outside)
    (here / "folder").symlink_to(outside.parent)
    (here / "inside").mkdir()
    (here / "inside" / "notice.yaml").symlink_to(write(here / "real.yaml"))

    assert names(".") == ["inside/notice.yaml", "real.yaml"]
    assert names("notice.yaml") == ["notice.yaml"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no FIFOs here")
def test_a_fifo_is_not_waited_for(here: Path) -> None:
    os.mkfifo(here / "values.yaml")
    os.mkfifo(here / "notice.yaml")

    assert names(".") == ["notice.yaml"]


def test_a_name_that_is_no_utf8_is_shown_as_its_bytes(here: Path) -> None:
    folder = os.fsencode(here)
    try:
        Path(os.fsdecode(folder + b"/\xff.yaml")).write_text(_NOTICE, encoding="utf-8")
    except OSError:
        pytest.skip("this file system has only names in UTF-8")

    assert names(".") == ["\\xff.yaml"]


def test_a_path_that_does_not_exist_is_an_error(here: Path) -> None:
    with pytest.raises(UnreadableNotice, match="there is no such file or folder"):
        find([str(here / "nowhere.yaml")])
