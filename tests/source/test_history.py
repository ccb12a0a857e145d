"""Is a file's history that of the main line, through renames, to its beginning or the clone's?"""

import time
from pathlib import Path

import pytest

from notice_lint.source.git import Repository, repository
from notice_lint.source.history import document_of, history
from tests.repositories import Work, notice


@pytest.fixture
def work(tmp_path: Path) -> Work:
    return Work(tmp_path / "work")


def told(folder: Path, path: str = "notice.yaml") -> list[tuple[str, str, str]]:
    """Return day, path and version of each state, newest first."""
    with opened(folder) as found:
        past = history(found, path, found.commit("HEAD"))
        versions = [
            str(document_of(found, state, state.path).value(("notice", "version"))) for state in past.states
        ]
        return [
            (state.day, state.path, version) for state, version in zip(past.states, versions, strict=True)
        ]


def opened(folder: Path) -> Repository:
    found = repository(folder)
    assert found is not None
    return found


def test_only_commits_that_changed_the_file_count(work: Work) -> None:
    work.write("notice.yaml", notice("1", "2024"))
    work.commit("2024-01-01")
    work.write("other.txt", "x")
    work.commit("2024-02-01")
    work.write("notice.yaml", notice("2", "2025"))
    work.commit("2025-01-01")

    assert told(work.folder) == [("2025-01-01", "notice.yaml", "2"), ("2024-01-01", "notice.yaml", "1")]


def test_a_draft_counts_from_its_merge(work: Work) -> None:
    work.write("notice.yaml", notice("1", "2024"))
    work.commit("2024-01-01")
    work.git("checkout", "--quiet", "-b", "draft")
    work.write("notice.yaml", notice("2-draft", "2024-10"))
    work.commit("2024-10-01")
    work.write("notice.yaml", notice("2", "2025-01"))
    work.commit("2024-10-02")
    work.git("checkout", "--quiet", "main")
    work.write("other.txt", "x")
    work.commit("2024-11-01")
    work.git("merge", "--quiet", "--no-ff", "--message", "merge", "draft", day="2025-01-15")

    assert told(work.folder) == [("2025-01-15", "notice.yaml", "2"), ("2024-01-01", "notice.yaml", "1")]


def test_a_file_is_followed_to_its_earlier_names(work: Work) -> None:
    work.write("privacy.yaml", notice("1", "2023"))
    work.commit("2023-01-01")
    work.git("mv", "privacy.yaml", "legal.yaml")
    work.commit("2023-06-01")
    (work.folder / "legal.yaml").unlink()
    work.write("shop/notice.yaml", notice("2", "2024", more="dpo: none\n"))
    work.write("other/notice.yaml", notice("9", "2024", id_="another"))
    work.commit("2024-01-01")

    assert told(work.folder, "shop/notice.yaml") == [
        ("2024-01-01", "shop/notice.yaml", "2"),
        ("2023-06-01", "legal.yaml", "1"),
        ("2023-01-01", "privacy.yaml", "1"),
    ]


def test_a_copy_is_no_rename(work: Work) -> None:
    work.write("old.yaml", notice("1", "2023"))
    work.commit("2023-01-01")
    work.write("notice.yaml", notice("1", "2023"))
    work.commit("2024-01-01")

    assert told(work.folder) == [("2024-01-01", "notice.yaml", "1")]


def test_a_file_that_went_and_came_back_is_one(work: Work) -> None:
    for day, version, name in (
        ("2022-01-01", "1", "notice.yaml"),
        ("2023-01-01", "2", "elsewhere.yaml"),
        ("2024-01-01", "3", "elsewhere.yaml"),
        ("2025-01-01", "4", "notice.yaml"),
    ):
        for old in work.folder.glob("*.yaml"):
            old.unlink()
        work.write(name, notice(version, day[:4]))
        work.commit(day)

    assert [version for _, _, version in told(work.folder)] == ["4", "3", "2", "1"]


def test_a_file_that_was_deleted_for_a_while_keeps_its_past(work: Work) -> None:
    work.write("notice.yaml", notice("1", "2022"))
    work.commit("2022-01-01")
    (work.folder / "notice.yaml").unlink()
    work.commit("2023-01-01")
    work.write("notice.yaml", notice("2", "2024"))
    work.commit("2024-01-01")

    assert [version for _, _, version in told(work.folder)] == ["2", "1"]


def test_the_end_of_a_shallow_clone_is_no_beginning(work: Work, tmp_path: Path) -> None:
    for year in (2022, 2023, 2024):
        work.write("notice.yaml", notice(str(year), str(year)))
        work.commit(f"{year}-01-01")
    clone = tmp_path / "clone"
    work.git("clone", "--quiet", "--depth=2", f"file://{work.folder}", str(clone))

    with opened(clone) as found:
        past = history(found, "notice.yaml", found.commit("HEAD"))

    assert [state.day for state in past.states] == ["2024-01-01", "2023-01-01"]
    assert not past.complete


def test_the_beginning_is_known_where_there_is_one(work: Work) -> None:
    work.write("notice.yaml", notice("1", "2022"))
    work.commit()

    with opened(work.folder) as found:
        assert history(found, "notice.yaml", found.commit("HEAD")).complete
        assert history(found, "never.yaml", found.commit("HEAD")).states == ()


def test_tags_are_told_and_days_are_in_utc(work: Work) -> None:
    work.write("notice.yaml", notice("1", "2022"))
    work.git("add", "--all")
    work.git("commit", "--quiet", "--message", "late", "--date=2020-01-01", day="2024-11-05")
    work.git("tag", "v1")
    work.git("tag", "--annotate", "--message", "x", "a-first")

    with opened(work.folder) as found:
        state = history(found, "notice.yaml", found.commit("HEAD")).states[0]

    assert (state.day, state.tags) == ("2024-11-05", ("a-first", "v1"))


def test_a_hundred_versions_are_read_in_a_second_or_two(work: Work) -> None:
    for number in range(100):
        work.write("notice.yaml", notice(str(number), "2024"))
        work.commit("2024-01-01")
    started = time.monotonic()

    with opened(work.folder) as found:
        assert len(history(found, "notice.yaml", found.commit("HEAD")).states) == 100

    assert time.monotonic() - started < 5
