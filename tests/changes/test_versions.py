"""Is the version that was in force taken, from where it stands, and is what may surprise told?

Edge cases 80 to 88 of `changes.md`; in the light of the settled meaning of a month: it includes all its days.
"""

import shutil
import time
from datetime import date
from pathlib import Path

import pytest

from notice_lint.changes.choose import Choice, named, since, timeline
from notice_lint.errors import NoticeLintError, UnreadableNotice, UsageProblem
from notice_lint.i18n import LANGUAGES, catalogue
from notice_lint.source.git import GitProblem, UnknownRevision
from tests.conftest import ROOT
from tests.repositories import Work, notice

TODAY = date(2026, 11, 22)
EXAMPLE = ROOT / "examples" / "clearnox"


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder with a notice, and its versions in files; no git."""
    folder = tmp_path / "kept"
    (folder / "versions").mkdir(parents=True)
    for version, effective in (("1", "2024-01-15"), ("2", "2024-11"), ("3", "2025-03-01")):
        (folder / "versions" / f"{version}.yaml").write_text(notice(version, effective), encoding="utf-8")
    (folder / "notice.yaml").write_text(notice("4", "2026-12-01"), encoding="utf-8")
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Work:
    """Return a repository in which each version is a commit."""
    work = Work(tmp_path / "work")
    for version, effective, day in (
        ("1", "2024-01-15", "2024-01-01"),
        ("2", "2024-11-20", "2024-10-20"),
        ("3", "2025-03-01", "2025-02-01"),
    ):
        work.write("notice.yaml", notice(version, effective))
        work.commit(day)
        work.git("tag", f"v{version}")
    monkeypatch.chdir(work.folder)
    return work


def taken(choice: Choice) -> str:
    return choice.taken.version if choice.taken else ""


def kinds(choice: Choice) -> list[str]:
    return [str(term.value).removeprefix("versions.") for term in choice.told]


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("2023", ""),
        ("2024-01", "1"),
        ("2024-01-14", ""),
        ("2024-01-15", "1"),
        ("2024-10", "1"),
        ("2024-10-31", "1"),
        ("2024-11", "2"),
        ("2024-11-01", "2"),
        ("november 2024", "2"),
        ("1er novembre 2024", "2"),
        ("2024", "2"),
        ("2025-02-28", "2"),
        ("2025-03-01", "3"),
        ("2026-11-22", "3"),
        ("2", "2"),
    ],
)
def test_edge_80_the_latest_version_in_force_by_then_is_taken(kept: Path, asked: str, expected: str) -> None:
    assert taken(since("notice.yaml", asked, TODAY)) == expected, kept


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("2024-11", "2"),
        ("2024-11-05", "1"),
        ("2024-11-20", "2"),
        ("2025", "3"),
        ("2", "2"),
        ("v2", "2"),
        ("HEAD~2", "1"),
    ],
)
def test_versions_in_git_are_found_the_same_way(work: Work, asked: str, expected: str) -> None:
    choice = since("notice.yaml", asked, TODAY)

    assert taken(choice) == expected, work.folder
    assert choice.taken is not None
    assert choice.taken.read().value(("notice", "version")) == expected


def test_edge_80_before_the_first_version_it_says_when_that_was(work: Work) -> None:
    choice = since("notice.yaml", "2023", TODAY)

    assert choice.taken is None
    assert choice.first is not None
    assert (choice.first.version, choice.first.effective) == ("1", "2024-01-15")
    assert work.folder


def test_edge_83_a_version_of_the_future_is_not_in_force_and_is_told(kept: Path) -> None:
    choice = since("notice.yaml", "2026-12", TODAY)

    assert taken(choice) == "3", kept
    assert [version.version for version in choice.upcoming] == ["4"]
    assert "future" in kinds(choice)
    assert taken(since("notice.yaml", "2026-12", date(2026, 12, 1))) == "4"


def test_edge_82_of_several_versions_of_one_day_the_last_is_taken_and_told(kept: Path) -> None:
    for name in ("10", "9"):
        (kept / "versions" / f"{name}.yaml").write_text(notice(name, "2025-03-01"), encoding="utf-8")

    choice = since("notice.yaml", "2025-03", TODAY)

    assert taken(choice) == "10"
    assert kinds(choice) == ["same_date"]


@pytest.mark.parametrize("key", ["published", "modified"])
def test_without_a_day_of_effect_the_next_best_date_counts_and_is_told(kept: Path, key: str) -> None:
    text = notice("2", "2024-11").replace("effective", key)
    (kept / "versions" / "2.yaml").write_text(text, encoding="utf-8")

    choice = since("notice.yaml", "2024-11", TODAY)

    assert taken(choice) == "2"
    assert kinds(choice) == [f"dated_by_{key}"]


def test_without_any_date_the_day_of_the_commit_counts(work: Work) -> None:
    for number, day in ((4, "2025-06-01"), (5, "2025-07-01")):
        text = f"format: 1\nnotice: {{id: shop, language: en, title: '{number}'}}\n"
        work.write("notice.yaml", text)
        work.commit(day)

    choice = since("notice.yaml", "2025-06", TODAY)

    assert choice.taken is not None
    assert choice.taken.day == "2025-06-01"
    assert kinds(choice) == ["dated_by_commit"]


def test_where_nothing_says_from_when_it_counts_that_is_said(tmp_path: Path) -> None:
    (tmp_path / "notice.yaml").write_text("format: 1\nnotice: {id: shop, language: en}\n", encoding="utf-8")

    with pytest.raises(UsageProblem, match="from when it counts"):
        since(str(tmp_path / "notice.yaml"), "2024", TODAY)


def test_a_version_that_was_edited_later_counts_as_it_was(work: Work) -> None:
    work.write("notice.yaml", notice("3", "2025-03-01", more="dpo: none\n"))
    work.commit("2025-05-05")

    early, late = since("notice.yaml", "2025-03", TODAY), since("notice.yaml", "2025-05", TODAY)

    assert early.taken is not None
    assert late.taken is not None
    assert (early.taken.day, kinds(early)) == ("2025-02-01", ["edited"])
    assert (late.taken.day, kinds(late)) == ("2025-05-05", [])


def test_edge_85_a_draft_that_was_merged_later_is_not_in_force_before(work: Work) -> None:
    work.git("checkout", "--quiet", "-b", "draft")
    work.write("notice.yaml", notice("4", "2025-08-01"))
    work.commit("2025-04-01")
    work.git("checkout", "--quiet", "main")
    work.write("other.txt", "x")
    work.commit("2025-05-01")
    work.git("merge", "--quiet", "--no-ff", "--message", "merge", "draft", day="2025-08-15")

    assert taken(since("notice.yaml", "2025-07", TODAY)) == "3"


def test_edge_39_a_renamed_notice_keeps_its_versions(work: Work) -> None:
    (work.folder / "legal").mkdir()
    work.git("mv", "notice.yaml", "legal/privacy.yaml")
    work.commit("2025-06-01")

    assert taken(since("legal/privacy.yaml", "2024-11", TODAY)) == "2"
    assert taken(named("legal/privacy.yaml", "v2")) == "2"


def test_a_notice_that_was_renamed_and_not_committed_keeps_its_versions(work: Work) -> None:
    shutil.move(work.folder / "notice.yaml", work.folder / "privacy.yaml")

    assert taken(since("privacy.yaml", "2024-11", TODAY)) == "2"


def test_files_beside_the_notice_come_before_git(work: Work) -> None:
    work.write("versions/two.yaml", notice("2", "2024-11-20", more="dpo: none\n"))

    choice = since("notice.yaml", "2024-11", TODAY)

    assert choice.taken is not None
    assert (choice.taken.how, choice.taken.source) == ("folder", "versions/two.yaml")


def test_a_version_that_the_notice_names_and_no_file_holds_is_looked_for_in_git(work: Work) -> None:
    work.write("versions/1.yaml", notice("1", "2024-01-15"))
    listed = '  previous_versions: [{version: "2", url: https://example.org/2}]\n'
    work.write("notice.yaml", notice("3", "2025-03-01") + listed)

    choice = since("notice.yaml", "2024-12", TODAY)

    assert choice.taken is not None
    assert (choice.taken.version, choice.taken.how) == ("2", "git")


def test_a_version_that_the_notice_points_to_is_read(kept: Path) -> None:
    (kept / "old").mkdir()
    (kept / "old" / "zero.yaml").write_text(notice("0", "2020"), encoding="utf-8")
    listed = '  previous_versions: [{version: "0", url: old/zero.yaml}]\n'
    (kept / "notice.yaml").write_text(notice("4", "2026-12-01") + listed, encoding="utf-8")

    choice = since("notice.yaml", "2021", TODAY)

    assert choice.taken is not None
    assert (choice.taken.version, choice.taken.how) == ("0", "declared")


@pytest.mark.parametrize(
    "url", ["../outside.yaml", "/etc/hostname", "https://example.org/x.yaml", "link.yaml", "a\\0b"]
)
def test_what_leads_out_of_the_folder_is_not_read(kept: Path, url: str) -> None:
    outside = kept.parent / "outside.yaml"
    outside.write_text(notice("0", "2020"), encoding="utf-8")
    (kept / "link.yaml").symlink_to(outside)
    (kept / "versions" / "link.yaml").symlink_to(outside)
    listed = f'  previous_versions: [{{version: "0", url: "{url}"}}]\n'
    (kept / "notice.yaml").write_text(notice("4", "2026-12-01") + listed, encoding="utf-8")

    assert taken(since("notice.yaml", "2021", TODAY)) == ""


def test_another_notice_among_the_versions_is_left_out_and_a_broken_one_told(kept: Path) -> None:
    (kept / "versions" / "other.yaml").write_text(notice("9", "2026-01", id_="another"), encoding="utf-8")
    (kept / "versions" / "broken.yaml").write_text("", encoding="utf-8")

    choice = since("notice.yaml", "2026-06", TODAY)

    assert taken(choice) == "3"
    assert kinds(choice) == ["unreadable"]


def test_edge_84_a_shallow_clone_without_versions_in_files_says_what_to_do(
    work: Work, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    clone = tmp_path / "clone"
    work.git("clone", "--quiet", "--depth=1", f"file://{work.folder}", str(clone))
    monkeypatch.chdir(clone)

    with pytest.raises(GitProblem, match="fetch-depth: 0"):
        since("notice.yaml", "2024-11", TODAY)
    with pytest.raises(UnknownRevision, match="fetch-depth: 0"):
        since("notice.yaml", "v2", TODAY)


def test_a_shallow_clone_with_versions_in_files_answers(
    work: Work, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    work.write("versions/2.yaml", notice("2", "2024-11-20"))
    work.commit("2025-06-01")
    clone = tmp_path / "clone"
    work.git("clone", "--quiet", "--depth=1", f"file://{work.folder}", str(clone))
    monkeypatch.chdir(clone)

    choice = since("notice.yaml", "2024-11", TODAY)

    assert (taken(choice), choice.told) == ("2", ())


def test_edge_84_without_git_files_answer_and_only_what_needs_git_does_not(
    work: Work, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    work.write("versions/2.yaml", notice("2", "2024-11-20"))
    monkeypatch.setenv("PATH", str(tmp_path))

    assert taken(since("notice.yaml", "2024-12", TODAY)) == "2"
    with pytest.raises(GitProblem, match="not installed"):
        since("notice.yaml", "v1", TODAY)


def test_edge_84_a_detached_head_and_a_tag_object_are_as_good(work: Work) -> None:
    work.git("tag", "--annotate", "--message", "x", "annotated", "v1")
    work.git("checkout", "--quiet", "--detach")

    assert taken(since("notice.yaml", "annotated", TODAY)) == "1"
    assert taken(since("notice.yaml", "2024-11", TODAY)) == "2"


def test_edge_84_a_version_that_is_a_pointer_is_refused_in_words(work: Work) -> None:
    work.write("notice.yaml", "version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 1\n")
    work.commit()
    work.git("tag", "pointer")
    work.write("notice.yaml", notice("3", "2025-03-01"))

    with pytest.raises(GitProblem, match="LFS"):
        named("notice.yaml", "pointer")
    assert taken(since("notice.yaml", "2024-12", TODAY)) == "2"


@pytest.mark.parametrize(
    ("asked", "how", "version"),
    [
        ("notice.yaml", "file", "3"),
        ("HEAD~1:notice.yaml", "revision", "2"),
        ("v1:./notice.yaml", "revision", "1"),
        ("v1:", "revision", "1"),
        ("v1", "revision", "1"),
        ("2", "version", "2"),
    ],
)
def test_a_side_is_a_file_a_path_in_a_revision_a_version_or_a_revision(
    work: Work, asked: str, how: str, version: str
) -> None:
    choice = named("notice.yaml", asked)

    assert (choice.how, taken(choice)) == (how, version), work.folder


@pytest.mark.parametrize(
    ("asked", "failure", "says"),
    [
        ("nothing.yaml", UnreadableNotice, "there is no such file"),
        ("nothing", UsageProblem, r"no version of this notice \(1, 2, 3\)"),
        ("HEAD:nothing.yaml", UnknownRevision, "is not in HEAD"),
        ("HEAD:../outside.yaml", UnknownRevision, "is not in HEAD"),
        ("HEAD:README", UsageProblem, "is no notice"),
        ("README", UsageProblem, "is no notice"),
        ("nothing:notice.yaml", UnknownRevision, "no commit"),
        ("-x", UnknownRevision, "not taken as a revision"),
        ("--output=canary:notice.yaml", UnknownRevision, "not taken as a revision"),
        ("HEAD@{1}", UnknownRevision, "without “@{”"),
        ("a..b", UnknownRevision, "without “..”"),
        ("a\0b", UnknownRevision, "not taken as a revision"),
    ],
)
def test_edge_88_what_is_no_side_is_told(
    work: Work, asked: str, failure: type[NoticeLintError], says: str
) -> None:
    work.write("README", "a: b\n")
    work.commit()

    with pytest.raises(failure, match=says):
        named("notice.yaml", asked)


@pytest.mark.parametrize(
    ("asked", "says"),
    [
        ("01/11/2024", "write 2024-11-01"),
        ("31 novembre 2024", "write 2024-11-01"),
        ("nonsense", r"no date .* no version of this notice \(1, 2, 3\)"),
        ("--output=canary", "not taken as a revision"),
        ("HEAD@{yesterday}", "without “@{”"),
    ],
)
def test_what_is_no_time_is_told(work: Work, asked: str, says: str) -> None:
    with pytest.raises(NoticeLintError, match=says):
        since("notice.yaml", asked, TODAY)

    assert "canary" not in work.files()


def test_the_way_from_the_first_version_is_known(kept: Path, work: Work) -> None:
    for folder, expected in ((kept, ["1", "2", "3", "4"]), (work.folder, ["1", "2", "3"])):
        versions, told = timeline(str(folder / "notice.yaml"))

        assert [version.version for version in versions] == expected
        assert told == ()


@pytest.mark.parametrize("asked", ["2024-11", "november 2024", "novembre 2024"])
def test_the_example_answers_for_november_2024(asked: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)

    choice = since("examples/clearnox/notice.yaml", asked, TODAY)

    assert choice.taken is not None
    assert choice.taken.source == "examples/clearnox/versions/2024-11.yaml"
    assert kinds(choice) == ["dated_by_modified"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_remark_has_its_words(kept: Path, work: Work, language: str) -> None:
    for name in ("8", "9"):
        (kept / "versions" / f"{name}.yaml").write_text(notice(name, "2025-03-01"), encoding="utf-8")
    words = catalogue(language)

    told = [*since(str(kept / "notice.yaml"), "2027", TODAY).told]

    assert work.folder
    assert len(told) == 2
    assert all("{" not in words.arg(term) and "versions." not in words.arg(term) for term in told)


def test_a_hundred_versions_of_the_example_are_chosen_from_in_seconds(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    work = Work(tmp_path / "work")
    text = (EXAMPLE / "versions" / "2024-11.yaml").read_text(encoding="utf-8")
    for number in range(100):
        month = f"{2015 + number // 12}-{number % 12 + 1:02}"
        fresh = text.replace('version: "2024-11"', f'version: "{month}"').replace(
            "modified: 2024-11", f"modified: {month}"
        )
        work.write("notice.yaml", fresh)
        work.commit(f"{month}-01")
    monkeypatch.chdir(work.folder)
    started = time.monotonic()

    choice = since("notice.yaml", "2019-07-15", TODAY)

    assert taken(choice) == "2019-07"
    assert time.monotonic() - started < 5
