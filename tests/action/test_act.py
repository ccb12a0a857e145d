"""The action, run for real by act: in the form that others write and in our own, on every event."""

from pathlib import Path

import pytest

from notice_lint.cli.action.conversation import MARK
from tests.action.conftest import Once
from tests.action.harness import (
    CI,
    EXAMPLE,
    FOREIGN,
    Answers,
    Seen,
    act,
    api,
    commit,
    git,
    pull_request,
    repository,
    tool,
    workflow,
)

_LONGER = EXAMPLE.replace("period: P10Y", "period: P12Y", 1)
_AGAIN = """\
      - run: stat --format='made %i %y' "$RUNNER_TEMP"/notice-lint-*/complete
      - {id: again, uses: ./, with: {paths: notices, fail-on: never}}
      - run: stat --format='made %i %y' "$RUNNER_TEMP"/notice-lint-*/complete
      - env: {SARIF: "${{ steps.lint.outputs.sarif-file }}", JSON: "${{ steps.lint.outputs.json-file }}"}
        run: test -s "$SARIF" && test -s "$JSON" && echo there
"""


@pytest.fixture(scope="session")
def pushed(once: Once) -> Seen:
    """A push to the action's own repository, which uses it twice."""

    def make(folder: Path) -> Seen:
        site = tool(folder / "site")
        inputs = "working-directory: notices, sarif-file: out.sarif, language: fr, fail-on: never"
        flow = workflow("./", f"{inputs}, annotations: false", more=_AGAIN)
        repository(site, {"notices/notice.yaml": EXAMPLE, CI: flow})
        return act(site, "push")

    return once("push", make)


def test_a_push_hands_over_all_outputs(pushed: Seen) -> None:
    outputs = pushed.outputs("lint")

    assert (outputs["result"], outputs["notices"], outputs["ignored"]) == ("clean", "1", "0")
    assert outputs["suppressed"] == outputs["ignored"]
    assert int(outputs["errors"]) > 30
    assert outputs["sarif-file"] == "notices/out.sarif"
    assert outputs["changes-file"] == ""
    assert [record for record in pushed.annotations("error") if record["stepID"][0] == "lint"] == []
    assert "RGPD, art. 13" in pushed.summary()
    assert "there\n" in pushed.log()


def test_a_second_use_in_a_job_installs_nothing(pushed: Seen) -> None:
    made = [line for line in pushed.log().splitlines() if line.startswith("made ")]

    assert len(made) == 2
    assert len(set(made)) == 1
    assert pushed.outputs("again")["errors"] == pushed.outputs("lint")["errors"]


def _pull(folder: Path, ours: Path, answers: Answers, files: dict[str, str]) -> Seen:
    """Run the action on a pull request that changes files, with a comment."""
    flow = workflow(FOREIGN, "comment: true, token: not-a-secret")
    base = repository(folder / "site", {"notice.yaml": EXAMPLE, CI: flow})
    head = commit(folder / "site", files)
    with api(answers) as (options, asked):
        data = pull_request(base, head)
        seen = act(folder / "site", "pull_request", data, uses={FOREIGN: ours}, options=options)
    return seen._replace(asked=asked)


@pytest.fixture(scope="session")
def pulled(once: Once, ours: Path) -> Seen:
    """A pull request that keeps data for longer."""
    return once("pull", lambda folder: _pull(folder, ours, Answers(), {"notice.yaml": _LONGER}))


def test_a_pull_request_is_told_what_changes_for_readers(pulled: Seen) -> None:
    outputs = pulled.outputs("lint")

    assert (outputs["result"], outputs["exit-code"]) == ("findings", "1")
    assert pulled.outcome("lint") == "failure"
    assert "P12Y" in pulled.summary()
    assert Path(outputs["changes-file"]).name == "changes.md"
    assert [len(pulled.annotations(level)) for level in ("error", "warning", "notice")] == [10, 10, 10]


def test_a_pull_request_gets_one_comment(pulled: Seen) -> None:
    (posted,) = [sent["body"] for method, path, sent in pulled.asked if method == "POST"]
    asked = [path for method, path, _ in pulled.asked if method == "GET"]

    assert asked == ["/repos/acme/site/issues/7/comments?per_page=100&page=1"]
    assert posted.startswith(f"{MARK}\n## ")
    assert "12 " in posted
    assert len(posted.encode()) <= 65_100


@pytest.fixture(scope="session")
def refused(once: Once, ours: Path) -> Seen:
    """The same of a fork, whose token may not write."""
    return once("refused", lambda folder: _pull(folder, ours, Answers(written=403), {"notice.yaml": _LONGER}))


def test_a_token_that_may_not_comment_changes_nothing_else(pulled: Seen, refused: Seen) -> None:
    assert refused.outputs("lint").keys() == pulled.outputs("lint").keys()
    assert refused.outputs("lint")["exit-code"] == "1"
    assert refused.summary() == pulled.summary()
    assert "The comment could not be written (HTTP 403)" in refused.log()


@pytest.fixture(scope="session")
def queued(once: Once, ours: Path) -> Seen:
    """A merge queue, for a change that wants to switch the check off."""

    def make(folder: Path) -> Seen:
        base = repository(folder / "site", {"notice.yaml": EXAMPLE, CI: workflow(FOREIGN)})
        head = commit(folder / "site", {"notice-lint.yaml": "fail_on: never\n"})
        data = {"merge_group": {"base_sha": base, "head_sha": head, "head_ref": "refs/heads/queue"}}
        return act(folder / "site", "merge_group", data, uses={FOREIGN: ours})

    return once("queue", make)


def test_in_a_merge_queue_the_settings_of_its_base_count(queued: Seen) -> None:
    outputs = queued.outputs("lint")

    assert (outputs["result"], queued.outcome("lint")) == ("findings", "failure")
    assert "notice-lint.yaml" in queued.summary()


@pytest.fixture(scope="session")
def scheduled(once: Once, ours: Path) -> Seen:
    """A run on Monday morning."""

    def make(folder: Path) -> Seen:
        files = {"notice.yaml": EXAMPLE, "notice-lint.yaml": "fail_on: never\n", CI: workflow(FOREIGN)}
        repository(folder / "site", files)
        return act(folder / "site", "schedule", {"schedule": "0 6 * * 1"}, uses={FOREIGN: ours})

    return once("schedule", make)


def test_on_a_schedule_the_settings_of_the_files_count_and_nothing_is_compared(scheduled: Seen) -> None:
    outputs = scheduled.outputs("lint")

    assert (outputs["result"], outputs["exit-code"], outputs["changes-file"]) == ("clean", "0", "")
    assert int(outputs["errors"]) > 30


@pytest.fixture(scope="session")
def shallow(once: Once, ours: Path) -> Seen:
    """A pull request in a clone as actions/checkout makes it by itself: one commit, no base."""

    def make(folder: Path) -> Seen:
        base = repository(folder / "whole", {"notice.yaml": EXAMPLE, CI: workflow(FOREIGN)})
        head = commit(folder / "whole", {"notice.yaml": _LONGER})
        git(folder, "clone", "--quiet", "--depth=1", (folder / "whole").as_uri(), "site")
        return act(folder / "site", "pull_request", pull_request(base, head), uses={FOREIGN: ours})

    return once("shallow", make)


def test_a_clone_without_the_base_cannot_check_and_says_what_to_write(shallow: Seen) -> None:
    outputs = shallow.outputs("lint")
    (said,) = [str(record["arg"]) for record in shallow.annotations("error")]

    assert (outputs["result"], outputs["exit-code"]) == ("could-not-check", "2")
    assert shallow.outcome("lint") == "failure"
    assert "fetch-depth: 0" in said
    assert outputs["changes-file"] == ""
