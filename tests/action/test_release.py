"""The mode `changes` without a runner: which release came before, what is written, what cannot be told."""

import json
from pathlib import Path

import cmarkgfm
import pytest
from lxml.html import document_fromstring

from notice_lint.cli.action import release
from notice_lint.cli.action.__main__ import run
from tests.action.harness import EXAMPLE, commit, git, repository
from tests.action.test_run import environment, outputs
from tests.conftest import ROOT
from tests.hostile import commands

_LONGER = EXAMPLE.replace("period: P10Y", "period: P12Y")


def released(tmp_path: Path, **given: str) -> tuple[int, dict[str, str]]:
    """Run the mode on what is checked out, and return its exit status and outputs."""
    (tmp_path / "output").unlink(missing_ok=True)
    inputs = {f"INPUT_{name.upper()}": value for name, value in given.items() if name.islower()}
    others = {name: value for name, value in given.items() if not name.islower()}
    status = run(environment(tmp_path, INPUT_MODE="changes", **inputs, **others))
    return status, outputs(tmp_path)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Two releases; between them a tag on a side branch, and a tag of this release under a second name."""
    site = tmp_path / "site"
    repository(site, {"notice.yaml": EXAMPLE})
    git(site, "tag", "v1.0")
    git(site, "checkout", "--quiet", "-b", "side")
    commit(site, {"notice.yaml": _LONGER, "other.txt": "x"})
    git(site, "tag", "v1.1-side")
    git(site, "checkout", "--quiet", "main")
    git(site, "merge", "--quiet", "--no-ff", "--message", "x", "side")
    git(site, "tag", "v2")
    git(site, "tag", "v2.0.0")
    return site


@pytest.mark.usefixtures("site")
def test_a_tag_is_compared_with_the_tag_before_it_on_the_main_line(tmp_path: Path) -> None:
    status, found = released(tmp_path, GITHUB_REF_TYPE="tag")

    data = json.loads(
        next(Path(one) for one in found["changes-files"].split() if one.endswith(".json")).read_text()
    )
    assert (status, found["result"]) == (0, "changes")
    assert data["from"]["source"] == "refs/tags/v1.0:notice.yaml"
    assert int(found["changes"]) == sum(data["counts"].values()) > 0
    assert found["changes-body"].startswith("# Ce qui a changé")


def test_anything_but_a_tag_is_compared_with_the_last_one(site: Path, tmp_path: Path) -> None:
    assert released(tmp_path, GITHUB_REF_TYPE="branch")[1]["result"] == "no-changes"

    commit(site, {"notice.yaml": EXAMPLE})
    assert released(tmp_path, GITHUB_REF_TYPE="branch")[1]["result"] == "changes"


def test_the_files_of_each_notice_go_where_they_are_wanted_in_the_language_that_is_wanted(
    site: Path, tmp_path: Path
) -> None:
    commit(site, {"en.yaml": EXAMPLE.replace("id: clearnox-privacy", "id: '../../x  Y'")})

    status, found = released(
        tmp_path, language="en", output_dir="notes", changes_since="v1.0", paths="notice.yaml"
    )

    assert (status, found["changes-file"]) == (0, (site / "notes/release-notes.md").as_posix())
    assert sorted(path.name for path in (site / "notes").iterdir()) == [
        *(f"clearnox-privacy.{ending}" for ending in ("html", "json", "md", "txt")),
        "release-notes.md",
    ]
    assert "# What has changed" in found["changes-body"]
    assert "Subject: " in (site / "notes/clearnox-privacy.txt").read_text(encoding="utf-8")


def test_two_notices_of_one_name_and_odd_names_get_files_of_their_own(site: Path, tmp_path: Path) -> None:
    names = ["Release-Notes", "release-notes", "..", "a/../../b"]
    commit(
        site, {f"n{n}.yaml": EXAMPLE.replace("clearnox-privacy", f"'{name}'") for n, name in enumerate(names)}
    )

    status, found = released(tmp_path, output_dir="notes")

    written = [Path(one) for one in found["changes-files"].split("\n")]
    assert status in (0, 2)
    assert {path.parent for path in written} == {site / "notes"}
    assert len(set(written)) == len(written)
    assert site / "notes/release-notes.md" not in written


def test_a_first_release_says_that_it_is_the_first(tmp_path: Path) -> None:
    repository(tmp_path / "site", {"notice.yaml": EXAMPLE})
    git(tmp_path / "site", "tag", "v1")

    status, found = released(tmp_path, GITHUB_REF_TYPE="tag", language="en")

    assert (status, found["result"], found["changes"]) == (0, "changes", "0")
    assert (
        "is new in this release; there is no earlier one to compare it with: notice.yaml"
        in found["changes-body"]
    )


def test_a_shallow_clone_is_told_what_to_write(
    site: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    site.rename(tmp_path / "whole")
    git(tmp_path, "clone", "--quiet", "--depth=1", (tmp_path / "whole").as_uri(), "site")

    status, found = released(tmp_path)

    assert (status, found["result"]) == (2, "could-not-check")
    assert "fetch-depth: 0" in capsys.readouterr().out


def test_a_notice_that_cannot_be_compared_fails_the_run_and_the_others_are_written(
    site: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    commit(site, {"broken.yaml": "format: 1\nnotice: {id: b, language: en}\n::error::x: [1\n"})
    git(site, "tag", "v3")
    commit(site, {"notice.yaml": EXAMPLE})

    status, found = released(tmp_path)

    printed = capfd.readouterr().out
    assert (status, found["result"], found["notices"]) == (2, "could-not-check", "1")
    assert "clearnox-privacy.md" in found["changes-files"]
    (said,) = commands(printed)
    assert said.startswith("::error title=notice-lint::What has changed in broken.yaml could not be said")


@pytest.mark.usefixtures("site")
def test_a_text_that_is_too_long_for_a_release_is_cut_between_sections_and_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(release, "LONGEST", 2_000)

    status, found = released(tmp_path, changes_since="v1.0")

    body = found["changes-body"]
    whole = Path(found["changes-files"].split()[0]).read_text(encoding="utf-8")
    assert status == 0
    assert len(whole.encode()) > 3_000
    assert 1_000 < len(body.encode()) <= 2_000
    assert body.rstrip().endswith("The rest is left out here. It stands in the files of this release.")
    assert whole.startswith(body[: body.rindex("The rest")].rstrip() + "\n\n#")


def test_the_changes_of_a_whole_year_fit_into_a_release_and_no_fold_is_cut_open(tmp_path: Path) -> None:
    folder = ROOT / "examples/clearnox"
    names = ("notice.yaml", "changes.yaml", "versions/2024-11.yaml")
    files = {name: (folder / name).read_text(encoding="utf-8") for name in names}
    repository(tmp_path / "site", files)

    status, found = released(tmp_path, changes_since="2024-11", paths="notice.yaml")

    body = found["changes-body"]
    assert status == 0
    assert 50_000 < len(body.encode()) <= 65_000
    assert body.count("\n<details>") == body.count("\n</details>") > 5
    assert not list(document_fromstring(cmarkgfm.github_flavored_markdown_to_html(body)).iter("script"))


@pytest.mark.parametrize(
    "folder", ["../out", "/out", ".git/hooks", "link/out", "notice.yaml", "notice.yaml/out"]
)
def test_files_are_written_nowhere_else(
    folder: str, site: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (site / "link").symlink_to(tmp_path)

    status, found = released(tmp_path, output_dir=folder)

    assert (status, found["result"]) == (2, "could-not-check")
    assert "outside the workspace" in capsys.readouterr().out
    assert not (tmp_path / "out").exists()


def test_a_link_that_a_commit_brings_is_not_followed(site: Path, tmp_path: Path) -> None:
    (site / "notes").mkdir()
    for name in ("release-notes.md", "clearnox-privacy.html"):
        (site / "notes" / name).symlink_to(tmp_path / "stolen")

    status, _ = released(tmp_path, output_dir="notes")

    assert status == 2
    assert not (tmp_path / "stolen").exists()
