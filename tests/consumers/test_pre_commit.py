"""pre-commit itself runs our hooks, out of a repository as they are published."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.consumers import tool

_PUBLISHED = ("notice_lint", "rules", ".build", "pyproject.toml", "README.md", ".pre-commit-hooks.yaml")
_NOTICE = "format: 1\nnotice: {id: a, language: en}\ncontroller: {name: A, country: us}\n"


def _git(folder: Path, *args: str) -> None:
    known = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    who = ("-c", "user.name=A", "-c", "user.email=a@a.example", "-c", "commit.gpgsign=false")
    subprocess.run(
        ["git", *who, *args], cwd=folder, env={**os.environ, **known}, check=True, capture_output=True
    )


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a repository with what users of the hooks get."""
    folder = tmp_path_factory.mktemp("published")
    for name in _PUBLISHED:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, folder / name, ignore=shutil.ignore_patterns("__pycache__", "_data"))
        else:
            shutil.copy(source, folder / name)
    _git(folder, "init", "--quiet")
    _git(folder, "add", "--all")
    _git(folder, "commit", "--quiet", "--message", "published")
    return folder


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder in which pre-commit keeps what it installs."""
    return tmp_path_factory.mktemp("home")


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """Return a repository with a notice that has findings, and another file that is none."""
    (tmp_path / "legal").mkdir()
    (tmp_path / "legal" / "terms.yaml").write_text(_NOTICE, encoding="utf-8")
    (tmp_path / "privacy-config.yaml").write_text("level: high\n", encoding="utf-8")
    (tmp_path / "other.txt").touch()
    _git(tmp_path, "init", "--quiet")
    _git(tmp_path, "add", "--all")
    return tmp_path


def _try(published: Path, home: Path, repository: Path, *args: str) -> subprocess.CompletedProcess[str]:
    """Run all hooks, which pre-commit installs anew each time."""
    return subprocess.run(
        [tool.installed("pre-commit"), "try-repo", published, *args],
        cwd=repository,
        env={**os.environ, "PRE_COMMIT_HOME": str(home), "LANG": "C.UTF-8"},
        capture_output=True,
        text=True,
        check=False,
        timeout=600,
    )


def test_one_hook_finds_the_notices_and_no_other_file_and_the_other_fixes_them(
    published: Path, home: Path, repository: Path
) -> None:
    done = _try(published, home, repository, "--all-files")
    checked, _, fixed = done.stdout.partition("notice-lint --fix")

    assert "legal/terms.yaml:3:32" in checked
    assert "privacy-config.yaml" not in checked
    assert "schema-violation" in checked
    assert "files were modified" not in checked
    assert "files were modified by this hook" in fixed
    assert (repository / "legal/terms.yaml").read_text(encoding="utf-8") == _NOTICE.replace("us", "US")
    assert done.returncode == 1


def test_a_commit_without_yaml_is_not_kept_waiting(published: Path, home: Path, repository: Path) -> None:
    done = _try(published, home, repository, "--files", "other.txt")

    assert done.stdout.count("Skipped") == 2
    assert done.returncode == 0
