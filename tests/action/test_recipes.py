"""The workflows that our pages show, run as they stand there: a fork's two halves, and a release."""

from pathlib import Path

import pytest

from notice_lint.cli.action.conversation import MARK
from tests.action.conftest import Once
from tests.action.harness import (
    EXAMPLE,
    SHOWN,
    Answers,
    Seen,
    act,
    api,
    commit,
    git,
    pull_request,
    repository,
    shown,
)

_LONGER = EXAMPLE.replace("period: P10Y", "period: P12Y")
_UPLOAD = "actions/upload-artifact@ea165f8d65b6e75b540449e92b4886f43607fa02"
_DOWNLOAD = "actions/download-artifact@d3f86a106a0bac45b974a628896c90dbdf5c8093"
_STORED = """\
name: artifact
description: stands for an action of GitHub, which has no place to store things here
inputs: {name: {description: x}, path: {description: x}, retention-days: {description: x},
  run-id: {description: x}, github-token: {description: x}}
runs:
  using: composite
  steps:
    - shell: bash
      env: {WHERE: "${{ inputs.path }}"}
      run: %s
"""
_GH = """\
#!/bin/sh
printf '%s\\n' "$@" > "$GH_SEEN/arguments"
printf '%s' "$GH_TOKEN" > "$GH_SEEN/token"
while [ "$#" -gt 0 ]; do [ "$1" = --notes-file ] && cp "$2" "$GH_SEEN/notes"; shift; done
"""


def _artifacts(folder: Path) -> dict[str, Path]:
    """Return actions that store in and fetch from a folder, `$STORE`."""
    store = {"upload": 'cp "$WHERE" "$STORE/"', "download": 'mkdir -p "$WHERE" && cp "$STORE"/* "$WHERE/"'}
    for name, run in store.items():
        repository(folder / name, {"action.yml": _STORED % run})
    (folder / "store").mkdir()
    return {_UPLOAD: folder / "upload", _DOWNLOAD: folder / "download"}


@pytest.fixture(scope="session")
def halves(once: Once, ours: Path) -> tuple[Seen, Seen]:
    """A fork's pull request, and the run that follows it in the repository."""

    def make(folder: Path) -> Seen:
        flow = {".github/workflows/check.yml": shown("examples/ci/github.md", "privacy-notice.yml")}
        base = repository(folder / "site", {"notice.yaml": EXAMPLE, **flow})
        head = commit(folder / "site", {"notice.yaml": _LONGER.replace("name: Zoom\n", "name: '@all #1'\n")})
        uses = {SHOWN: ours, **_artifacts(folder)}
        store = ["--env", f"STORE={folder / 'store'}"]
        return act(folder / "site", "pull_request", pull_request(base, head), uses=uses, options=store)

    def follow(folder: Path) -> Seen:
        flow = shown("examples/ci/github.md", "privacy-notice-comment.yml")
        repository(folder / "site", {".github/workflows/comment.yml": flow})
        first = folder.parent / "first-half"
        uses = {SHOWN: ours, _UPLOAD: first / "upload", _DOWNLOAD: first / "download"}
        run = {
            "id": 4711,
            "event": "pull_request",
            "conclusion": "failure",
            "head_sha": "a" * 40,
            "head_branch": "topic",
            "head_repository": {"owner": {"login": "mallory"}},
        }
        pulls = [{"number": 6, "head": {"sha": "b" * 40}}, {"number": 8, "head": {"sha": "a" * 40}}]
        store = ["--env", f"STORE={first / 'store'}"]
        with api(Answers(pulls=pulls)) as (options, asked):
            data = {"workflow_run": run}
            seen = act(folder / "site", "workflow_run", data, uses=uses, options=[*options, *store])
        return seen._replace(asked=asked)

    return once("first-half", make), once("second-half", follow)


def test_the_first_half_of_a_fork_asks_nobody_and_leaves_its_report(halves: tuple[Seen, Seen]) -> None:
    first, _ = halves

    assert first.outputs("lint")["exit-code"] == "1"
    assert first.asked == []
    assert "could not be written" not in first.log()


def test_the_second_half_comments_where_the_api_says_and_not_where_the_fork_says(
    halves: tuple[Seen, Seen],
) -> None:
    _, second = halves
    (posted,) = [(path, sent["body"]) for method, path, sent in second.asked if method == "POST"]
    gets = [path for method, path, _ in second.asked if method == "GET"]

    assert second.status == 0
    assert gets[0].endswith("&head=mallory%3Atopic")
    assert posted[0] == "/repos/acme/site/issues/8/comments"
    assert posted[1].startswith(f"{MARK}\n## Privacy notice: ")
    assert "/actions/runs/4711" in posted[1]
    assert "@all" not in posted[1]


@pytest.fixture(scope="session")
def released(once: Once, ours: Path) -> Seen:
    """A tag, with the workflow of the README; `gh` only writes down what it is asked."""

    def make(folder: Path) -> Seen:
        site, programs = folder / "site", folder / "programs"
        programs.mkdir()
        (programs / "gh").write_text(_GH, encoding="utf-8")
        (programs / "gh").chmod(0o755)
        flow = shown("README.md", "release.yml")
        repository(site, {"notice.yaml": EXAMPLE, ".github/workflows/release.yml": flow})
        git(site, "tag", "v1.0")
        commit(
            site, {"notice.yaml": _LONGER, "new.yaml": EXAMPLE.replace("id: clearnox-privacy", "id: shop")}
        )
        git(site, "tag", "v1.1")
        options = ["--env", f"GH_SEEN={folder}", "-s", "GITHUB_TOKEN=fake"]
        data = {"ref": "refs/tags/v1.1"}
        return act(site, "push", data, uses={SHOWN: ours}, options=options, path=str(programs))

    return once("release", make)


def test_a_tag_becomes_a_release_that_says_what_has_changed(released: Seen, shared: Path) -> None:
    outputs = released.outputs("notice")
    arguments = (shared / "release/arguments").read_text(encoding="utf-8").splitlines()
    notes = (shared / "release/notes").read_text(encoding="utf-8")

    assert released.status == 0
    assert (outputs["result"], outputs["notices"], outputs["exit-code"]) == ("changes", "2", "0")
    assert int(outputs["changes"]) >= 1
    assert arguments[:4] == ["release", "create", "v1.1", "--verify-tag"]
    assert sorted(Path(one).name for one in arguments[6:]) == [
        "clearnox-privacy.html",
        "clearnox-privacy.json",
        "clearnox-privacy.md",
        "clearnox-privacy.txt",
        "shop.md",
    ]
    assert notes.rstrip() == outputs["changes-body"].rstrip()
    assert notes.startswith("# Ce qui a changé dans notre notice de confidentialité")
    assert "10 ans" in notes
    assert "12 ans" in notes
    assert "n’y en a pas d’antérieure" in notes.splitlines()[-1]


def test_the_job_that_writes_a_release_is_the_only_one_that_may() -> None:
    flow = shown("README.md", "release.yml")

    assert flow.count(": write") == 1
    assert "permissions: {}" in flow
    assert "contents: write" in flow
