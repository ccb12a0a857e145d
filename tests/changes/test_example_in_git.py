"""The example as people get it: from a plain clone, from a tag, from a shallow clone, in both languages."""

import shutil
from pathlib import Path

import pytest

from tests.changes.test_cli import run
from tests.conftest import ROOT
from tests.repositories import Work

CLEARNOX = ROOT / "examples/clearnox"
TITLES = {
    "fr": "Ce qui a changé dans notre notice de confidentialité depuis",
    "en": "What has changed in our privacy notice since",
}


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Work:
    """Return a repository that keeps the example as companies do: one file, changed over time, with tags."""
    work = Work(tmp_path_factory.mktemp("kept"))
    for source, tag, day in (("versions/2024-11", "v2024-11", "2024-11-05"), ("notice", "", "2026-11-01")):
        shutil.copy(CLEARNOX / f"{source}.yaml", work.folder / "notice.yaml")
        work.commit(day)
        if tag:
            work.git("tag", "--annotate", "--message", tag, tag)
    return work


def _clone(work: Work, where: Path, *options: str) -> Path:
    clone = where / "clone"
    work.git("clone", "--quiet", *options, f"file://{work.folder}", str(clone))
    return clone


@pytest.mark.parametrize("language", sorted(TITLES))
@pytest.mark.parametrize("asked", [("--since", "2024-11"), ("--since", "v2024-11"), ("--from", "v2024-11")])
def test_a_plain_clone_answers_since_a_month_and_since_a_tag(
    kept: Work, tmp_path: Path, language: str, asked: tuple[str, str]
) -> None:
    clone = _clone(kept, tmp_path)
    done = run(clone, "notice.yaml", *asked, "--lang", language, "--format", "markdown")
    page = (CLEARNOX / f"changes-since-2024-11.{language}.md").read_text(encoding="utf-8")

    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith(f"# {TITLES[language]} ")
    assert done.stdout.count("change-") > page.count("change-") / 2
    assert {"fr": "1er décembre 2026", "en": "1 December 2026"}[language] in done.stdout.replace(
        "\u00a0", " "
    )


@pytest.mark.parametrize("language", sorted(TITLES))
def test_a_shallow_clone_says_in_words_what_to_do(kept: Work, tmp_path: Path, language: str) -> None:
    clone = _clone(kept, tmp_path, "--depth=1")
    done = run(clone, "notice.yaml", "--since", "2024-11", "--lang", language, LANG=f"{language}.UTF-8")

    assert done.returncode == 2
    assert done.stdout == ""
    assert "fetch-depth: 0" in done.stderr


def test_the_example_itself_answers_without_git(tmp_path: Path) -> None:
    shutil.copytree(CLEARNOX, tmp_path / "clearnox")
    done = run(tmp_path / "clearnox", "--since", "2024-11", "--lang", "en", "--format", "markdown")
    page = (CLEARNOX / "changes-since-2024-11.en.md").read_text(encoding="utf-8")

    assert done.returncode == 0, done.stderr
    assert done.stdout == page
