"""Is git asked so that nothing in a repository, and no revision, can make it do something?"""

import os
import subprocess
import time
from pathlib import Path

import pytest

from notice_lint.errors import NoticeLintError
from notice_lint.source.git import GitProblem, Repository, UnknownRevision, call, repository
from notice_lint.source.git.objects import LARGEST
from tests.repositories import Work, notice

HOSTILE = [
    "",
    " ",
    "-",
    "--",
    "-h",
    "--all",
    "--help",
    "--output=canary",
    "--output=canary HEAD",
    "-o canary",
    "--exec=touch canary",
    "--upload-pack=touch canary",
    "--git-dir=/etc",
    "--end-of-options",
    "HEAD --output=canary",
    "HEAD\n--output=canary",
    "HEAD\0",
    "HEAD\r",
    "HEAD\u2028x",
    "\x1b[31mHEAD",
    "$(touch canary)",
    "`touch canary`",
    "HEAD; touch canary",
    "HEAD|touch canary",
    "HEAD && touch canary",
    "^HEAD",
    "HEAD^",
    "HEAD^!",
    "HEAD^{/a change}",
    "HEAD^{tree}",
    "main..HEAD",
    "main...HEAD",
    "HEAD@{1}",
    "HEAD@{yesterday}",
    "@{-1}",
    "main@{upstream}",
    ":/a change",
    ":0:notice.yaml",
    "HEAD:notice.yaml",
    "*",
    "[a-z]*",
    "../../etc/passwd",
    "..",
    "refs/heads/../../../config",
    "\ud800",
    "\udcff",
    "::add-mask::e",
    "a" * 5000,
    "HEAD~99999999999999999999",
    "0" * 40,
    "f" * 64,
    "nothing-of-that-name",
    "ext::sh -c touch%20canary",
]


@pytest.fixture
def work(tmp_path: Path) -> Work:
    work = Work(tmp_path / "work")
    work.write("notice.yaml", notice("1", "2024-01"))
    work.write("deep/er/other.yaml", notice("2", "2024-02"))
    work.commit()
    return work


def opened(folder: Path) -> Repository:
    found = repository(folder)
    assert found is not None
    return found


@pytest.mark.parametrize("revision", HOSTILE)
def test_edge_86_a_hostile_revision_names_no_commit_and_does_nothing(
    work: Work, revision: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(work.folder)
    before = work.files()

    with pytest.raises(UnknownRevision), opened(work.folder) as found:
        found.commit(revision)

    assert work.files() == before


def test_there_are_enough_hostile_revisions() -> None:
    assert len(set(HOSTILE)) >= 40


@pytest.mark.parametrize(
    "revision", ["HEAD", "main", "v1", "light", "refs/heads/main", "HEAD~0", "@", "a/b-c.d"]
)
def test_a_commit_a_tag_object_or_a_branch_is_one_hash(work: Work, revision: str) -> None:
    work.git("tag", "--annotate", "--message", "one", "v1")
    work.git("tag", "light")
    work.git("branch", "a/b-c.d")

    with opened(work.folder) as found:
        assert found.commit(revision) == work.git("rev-parse", "HEAD")


def test_a_short_hash_is_taken_and_a_blob_is_not(work: Work) -> None:
    head, blob = work.git("rev-parse", "HEAD"), work.git("rev-parse", "HEAD:notice.yaml")

    with opened(work.folder) as found:
        assert found.commit(head[:9]) == head
        with pytest.raises(UnknownRevision):
            found.commit(blob)


def test_files_are_read_from_the_commit_and_not_from_the_disk(work: Work) -> None:
    work.write("notice.yaml", "changed: since")

    with opened(work.folder) as found:
        tree = found.tree(found.commit("HEAD"), "HEAD")

        assert tree.read("notice.yaml") == notice("1", "2024-01").encode()
        assert tree.files("") == ["deep/er/other.yaml", "notice.yaml"]
        assert tree.files("deep/") == ["deep/er/other.yaml"]
        assert tree.folders("deep") == ["er"]
        assert [tree.read(name) for name in ("deep", "nothing", "deep/er/other.yaml/x", "../x", "")] == [
            None
        ] * 5


def test_links_and_submodules_are_no_files(work: Work) -> None:
    (work.folder / "link.yaml").symlink_to("notice.yaml")
    (work.folder / "folder").symlink_to("deep")
    head = work.commit()
    work.git("update-index", "--add", "--cacheinfo", f"160000,{head},module")
    work.git("commit", "--quiet", "--message", "a submodule")

    with opened(work.folder) as found:
        tree = found.tree(found.commit("HEAD"))

        assert tree.files("") == ["deep/er/other.yaml", "notice.yaml"]
        assert [tree.read(name) for name in ("link.yaml", "folder/er/other.yaml", "module")] == [None] * 3


def test_file_names_are_kept_whatever_they_hold(work: Work) -> None:
    names = ["new\nline.yaml", "--output=x.yaml", "::error::x.yaml", "é.yaml", "a b.yaml", "\udcff.yaml"]
    for name in names:
        (work.folder / name).write_text("x: 1", encoding="utf-8")
    work.commit()

    with opened(work.folder) as found:
        tree = found.tree(found.commit("HEAD"))

        assert set(names) <= set(tree.files(""))
        assert [tree.read(name) for name in names] == [b"x: 1"] * len(names)


def test_a_repository_is_found_from_a_file_a_folder_and_below_it(work: Work) -> None:
    for start in (work.folder, work.folder / "notice.yaml", work.folder / "deep" / "er"):
        with opened(start) as found:
            assert found.top == str(work.folder.resolve())
            assert found.inside(work.folder / "deep" / "er" / "other.yaml") == "deep/er/other.yaml"
            assert found.inside(work.folder.parent / "elsewhere.yaml") is None


def test_outside_a_repository_there_is_none(tmp_path: Path) -> None:
    assert repository(tmp_path) is None


def canary(work: Work) -> tuple[Path, str]:
    """Return a file that must not come to be, and a command that makes it."""
    script = work.write(".git/canary.sh", f"#!/bin/sh\ntouch '{work.folder}/canary'\n")
    script.chmod(0o755)
    return work.folder / "canary", str(script)


def everything(work: Work, start: Path) -> None:
    """Ask all that can be asked."""
    with opened(start) as found:
        head = found.commit("main")
        tree = found.tree(head, "main")
        for path in tree.files(""):
            tree.read(path)
        list(tree.differing(found.tree(found.header(head).get("parent", ""))))
        found.ask("rev-list", "--first-parent", head, "--", "notice.yaml")
        assert found.tags == {}
        assert work.folder == Path(found.top)


def test_a_bare_repository_in_a_folder_of_the_tree_runs_nothing(work: Work) -> None:
    bird, command = canary(work)
    core = ("repositoryformatversion = 0", "bare = false", "worktree = .", f"fsmonitor = {command}")
    for name, text in {
        "HEAD": "ref: refs/heads/main\n",
        "config": "\n\t".join(("[core]", *core)) + "\n",
        "objects/.keep": "",
        "refs/.keep": "",
        "notice.yaml": notice("1", "2024"),
    }.items():
        work.write(f"inner/{name}", text)
    bait = ["git", "-c", "safe.bareRepository=all", "-C", str(work.folder / "inner"), "status"]
    subprocess.run(bait, capture_output=True, check=False)
    assert bird.exists(), "the trap does not bite"
    bird.unlink()

    everything(work, work.folder / "inner" / "notice.yaml")

    assert not bird.exists()


def test_the_repositorys_own_configuration_runs_nothing(work: Work) -> None:
    bird, command = canary(work)
    work.write(".gitattributes", "*.yaml diff=own filter=own\n")
    work.commit()
    for name in (
        "diff.external",
        "diff.own.textconv",
        "filter.own.smudge",
        "filter.own.clean",
        "core.fsmonitor",
    ):
        work.git("config", name, command)
    for name in (
        "core.pager",
        "pager.cat-file",
        "pager.rev-list",
        "core.sshCommand",
        "core.editor",
        "gpg.program",
    ):
        work.git("config", name, command)
    work.git("config", "alias.cat-file", f"!{command}")
    work.git("config", "log.showSignature", "true")
    for name in ("post-checkout", "pre-commit", "reference-transaction", "post-index-change"):
        work.write(f".git/hooks/{name}", f"#!/bin/sh\n{command}\n").chmod(0o755)
    work.write("notice.yaml", notice("2", "2024"))
    subprocess.run(["git", "-C", str(work.folder), "diff"], capture_output=True, check=False)
    assert bird.exists(), "the trap does not bite"
    bird.unlink()

    everything(work, work.folder)

    assert not bird.exists()


def test_an_object_that_is_missing_is_not_fetched(work: Work) -> None:
    bird, command = canary(work)
    blob = work.git("rev-parse", "HEAD:notice.yaml")
    for name, value in {
        "core.repositoryFormatVersion": "1",
        "extensions.partialClone": "origin",
        "remote.origin.url": f"ext::{command}",
        "remote.origin.promisor": "true",
        "remote.origin.partialCloneFilter": "blob:none",
        "protocol.ext.allow": "always",
    }.items():
        work.git("config", name, value)
    (work.folder / ".git" / "objects" / blob[:2] / blob[2:]).unlink()
    subprocess.run(["git", "-C", str(work.folder), "cat-file", "-p", blob], capture_output=True, check=False)
    assert bird.exists(), "the trap does not bite"
    bird.unlink()

    with opened(work.folder) as found, pytest.raises(GitProblem, match="is not in this clone"):
        found.tree(found.commit("main"), "main").read("notice.yaml")

    assert not bird.exists()


def test_replaced_objects_and_grafts_do_not_count(work: Work) -> None:
    first = work.git("rev-parse", "HEAD")
    work.write("notice.yaml", notice("2", "2025"))
    second = work.commit()
    other = work.git("commit-tree", "-m", "forged", f"{first}^{{tree}}")
    work.git("replace", second, other)
    work.write(".git/info/grafts", f"{second}\n")
    assert work.git("rev-parse", "HEAD^{tree}") == work.git("rev-parse", f"{first}^{{tree}}"), "no trap"

    with opened(work.folder) as found:
        head = found.commit("main")

        assert head == second
        assert found.tree(head).read("notice.yaml") == notice("2", "2025").encode()
        assert found.header(head)["parent"] == first
        assert found.ask("rev-list", "--first-parent", head).out.decode().split() == [second, first]


def test_the_users_environment_does_not_steer_git(
    work: Work, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = Work(tmp_path / "other")
    other.write("notice.yaml", "x: 1")
    other.commit()
    trace = tmp_path / "trace"
    for name, value in {
        "GIT_DIR": str(other.folder / ".git"),
        "GIT_WORK_TREE": str(other.folder),
        "GIT_OBJECT_DIRECTORY": str(other.folder / ".git" / "objects"),
        "GIT_TRACE": str(trace),
        "GIT_CONFIG_COUNT": "1",
        "GIT_CONFIG_KEY_0": "core.bare",
        "GIT_CONFIG_VALUE_0": "true",
    }.items():
        monkeypatch.setenv(name, value)

    with opened(work.folder) as found:
        tree = found.tree(found.commit("HEAD"))

    assert tree.name
    assert not trace.exists()


def test_a_git_in_the_current_folder_is_not_started(work: Work, monkeypatch: pytest.MonkeyPatch) -> None:
    bird, command = canary(work)
    (work.folder / "git").symlink_to(command)
    monkeypatch.chdir(work.folder)
    monkeypatch.setenv("PATH", f".{os.pathsep}{os.pathsep}{os.environ['PATH']}")

    everything(work, work.folder)

    assert not bird.exists()


def test_without_git_it_says_so(work: Work, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))

    with pytest.raises(GitProblem, match="not installed"):
        repository(work.folder)


def test_a_shallow_clone_says_what_to_do(work: Work, tmp_path: Path) -> None:
    work.git("tag", "v1")
    work.write("notice.yaml", notice("2", "2025"))
    work.commit()
    clone = tmp_path / "clone"
    work.git("clone", "--quiet", "--depth=1", "--no-tags", f"file://{work.folder}", str(clone))

    with opened(clone) as found:
        assert found.shallow
        with pytest.raises(UnknownRevision, match="fetch-depth: 0"):
            found.commit("v1")


def test_edge_84_a_worktree_a_submodule_and_a_detached_head_are_read(work: Work, tmp_path: Path) -> None:
    head = work.git("rev-parse", "HEAD")
    work.git("worktree", "add", "--quiet", "--detach", str(tmp_path / "second"))
    outer = Work(tmp_path / "outer")
    outer.git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", str(work.folder), "inner")
    work.git("checkout", "--quiet", "--detach")

    for folder in (tmp_path / "second", outer.folder / "inner", work.folder):
        with opened(folder) as found:
            assert found.top == str(folder.resolve())
            assert found.head == head
            assert found.tree(head).read("notice.yaml")


def test_before_the_first_commit_there_is_no_head(tmp_path: Path) -> None:
    with opened(Work(tmp_path / "new").folder) as found:
        assert found.head is None


def test_a_bare_repository_holds_no_notices(work: Work) -> None:
    work.git("config", "core.bare", "true")

    with pytest.raises(GitProblem, match="bare"):
        repository(work.folder)


@pytest.mark.parametrize("wreck", ["empty", "not-a-repository"])
def test_a_folder_called_git_that_is_none_is_told_and_not_looked_for_above(
    tmp_path: Path, wreck: str
) -> None:
    Work(tmp_path).commit()
    (tmp_path / "inner").mkdir()
    if wreck == "empty":
        (tmp_path / "inner" / ".git").mkdir()
    else:
        (tmp_path / "inner" / ".git").write_text("gitdir: /nowhere\n", encoding="utf-8")

    with pytest.raises(GitProblem, match="git cannot read the repository"):
        repository(tmp_path / "inner")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can give files away")
def test_a_repository_of_another_user_is_refused_until_the_user_trusts_it(
    work: Work, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = tmp_path / "home"
    home.mkdir()
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
    monkeypatch.delenv("SUDO_UID", raising=False)
    for path in [work.folder, *work.folder.rglob("*")]:
        os.chown(path, 12345, 12345)

    with pytest.raises(GitProblem, match=r"safe\.directory"):
        repository(work.folder)

    (home / ".gitconfig").write_text(f"[safe]\n\tdirectory = {work.folder}\n", encoding="utf-8")
    everything(work, work.folder)


def test_a_pointer_to_a_large_file_elsewhere_is_told(work: Work) -> None:
    pointer = "version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 1\n"
    work.write("notice.yaml", pointer)
    work.commit()

    with opened(work.folder) as found, pytest.raises(GitProblem, match="LFS"):
        found.tree(found.commit("HEAD"), "HEAD").read("notice.yaml")


def test_a_huge_file_is_not_held_in_memory(work: Work) -> None:
    work.write("huge.yaml", "x" * (3 * LARGEST))
    work.commit()

    with opened(work.folder) as found:
        tree = found.tree(found.commit("HEAD"))

        assert tree.read("huge.yaml") == b" " * (LARGEST + 1)
        assert tree.read("notice.yaml") == notice("1", "2024-01").encode()


def test_few_folders_that_unfold_to_very_many_are_refused(work: Work) -> None:
    inner = work.git("rev-parse", "HEAD^{tree}")
    for _ in range(9):
        lines = "".join(f"040000 tree {inner}\tf{number}\n" for number in range(10))
        done = subprocess.run(
            ["git", "-C", str(work.folder), "mktree"], input=lines.encode(), capture_output=True, check=True
        )
        inner = done.stdout.decode().strip()
    bomb = work.git("commit-tree", "-m", "a bomb", inner)

    with opened(work.folder) as found:
        tree = found.tree(bomb, "bomb")
        with pytest.raises(GitProblem, match="more than"):
            tree.files("")
        with pytest.raises(GitProblem, match="more than"):
            list(tree.differing(found.tree(found.commit("HEAD"))))
        assert tree.read("f0/f0/f0/f0/f0/f0/f0/f0/f0/notice.yaml") == notice("1", "2024-01").encode()


def test_git_that_does_not_answer_is_stopped(
    work: Work, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    slow = tmp_path / "bin" / "git"
    slow.parent.mkdir()
    slow.write_text("#!/bin/sh\nexec sleep 30\n", encoding="utf-8")
    slow.chmod(0o755)
    monkeypatch.setenv("PATH", f"{slow.parent}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setattr(call, "SECONDS", 0.2)
    started = time.monotonic()

    with pytest.raises(GitProblem, match="did not answer"):
        repository(work.folder)

    assert time.monotonic() - started < 10


def test_git_that_stops_while_it_is_read_is_told(work: Work) -> None:
    with opened(work.folder) as found:
        head = found.commit("HEAD")
        found.header(head)
        process = found.objects._process  # noqa: SLF001 - the process that a test ends
        assert process is not None
        process.kill()
        process.wait()

        with pytest.raises(NoticeLintError, match="git stopped"):
            found.tree(head).read("notice.yaml")


def test_a_repository_with_longer_hashes_is_read(tmp_path: Path) -> None:
    folder = tmp_path / "long"
    folder.mkdir()
    subprocess.run(["git", "init", "-q", "-b", "main", "--object-format=sha256", str(folder)], check=True)
    work = Work(folder)
    work.write("deep/notice.yaml", "x: 1")
    head = work.commit()

    with opened(folder) as found:
        assert found.commit("HEAD") == head
        assert len(head) == 64
        assert found.tree(head).read("deep/notice.yaml") == b"x: 1"
