"""The action's own code without a runner: inputs, events, outputs, what it says when something is wrong."""

import json
from pathlib import Path

import pytest

from notice_lint.cli.action import __main__ as action
from notice_lint.cli.action.__main__ import run
from notice_lint.cli.action.event import event
from notice_lint.cli.action.inputs import inputs
from notice_lint.cli.action.outlet import Outlet
from notice_lint.errors import UsageProblem
from tests.action.harness import EXAMPLE, commit, repository
from tests.hostile import commands, naughty_strings

_SHA = "0123456789abcdef0123456789abcdef01234567"


def environment(tmp_path: Path, **given: str) -> dict[str, str]:
    """Return what the runner hands over."""
    workspace = tmp_path / "site"
    workspace.mkdir(exist_ok=True)
    return {
        "RUNNER_TEMP": str(tmp_path),
        "GITHUB_WORKSPACE": str(workspace),
        "GITHUB_OUTPUT": str(tmp_path / "output"),
        "GITHUB_STEP_SUMMARY": str(tmp_path / "summary"),
        **given,
    }


def outputs(tmp_path: Path) -> dict[str, str]:
    """Read outputs as the runner does: name<<DELIMITER, lines, DELIMITER."""
    lines = iter((tmp_path / "output").read_text(encoding="utf-8").split("\n")[:-1])
    found = {}
    for line in lines:
        name, _, delimiter = line.partition("<<")
        value: list[str] = []
        while (part := next(lines)) != delimiter:
            value.append(part)
        found[name] = "\n".join(value)
    return found


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"INPUT_FAIL_ON": "sometimes"}, "the input “fail-on” does not take “sometimes”"),
        ({"INPUT_COMMENT": "yes"}, "the input “comment” does not take “yes”"),
        ({"INPUT_LANGUAGE": "::error::x\n##[error]y"}, "the input “language” does not take"),
        ({"INPUT_WORKING_DIRECTORY": ".."}, "is no folder of the workspace"),
        ({"INPUT_WORKING_DIRECTORY": "nowhere"}, "is no folder of the workspace"),
        ({"INPUT_SARIF_FILE": "../../x.sarif"}, "lies outside the workspace"),
        ({"INPUT_SARIF_FILE": "/etc/x.sarif"}, "lies outside the workspace"),
        ({"GITHUB_EVENT_NAME": "pull_request_target"}, "use pull_request, and workflow_run"),
    ],
)
def test_what_is_asked_wrongly_fails_with_one_error_that_says_why(
    given: dict[str, str], said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status = run(environment(tmp_path, **given))

    printed = capsys.readouterr().out
    assert status == 2
    assert len(commands(printed)) == 1
    assert printed.startswith("::error title=notice-lint::")
    assert said in printed
    assert outputs(tmp_path) == {"result": "could-not-check", "exit-code": "2"}


def test_a_folder_without_a_notice_is_not_green(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    status = run(environment(tmp_path))

    printed = capfd.readouterr().out
    assert status == 2
    assert "::error title=notice-lint::Could not check: no notice was found in" in printed
    assert outputs(tmp_path)["result"] == "could-not-check"


def test_a_shallow_clone_is_told_what_to_write_in_the_workflow(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    given = environment(tmp_path, INPUT_BASE=_SHA)
    (tmp_path / "site/.git").mkdir()
    (tmp_path / "site/.git/shallow").touch()

    assert run(given) == 2
    assert "give actions/checkout “fetch-depth: 0”" in capfd.readouterr().out


def test_that_less_is_checked_is_accepted_only_for_a_reason_which_stands_in_the_report(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    notice = EXAMPLE.replace("id: clearnox-privacy", "id: x")
    base = repository(tmp_path / "site", {"notice.yaml": notice})
    commit(tmp_path / "site", {"notice-lint.yaml": "fail_on: never\n"})

    refused = run(environment(tmp_path, INPUT_BASE=base))
    accepted = run(environment(tmp_path, INPUT_BASE=base, INPUT_ACCEPT_WEAKENING="--agreed with counsel"))

    assert (refused, accepted) == (1, 0)
    assert "--agreed with counsel" in capfd.readouterr().out + (tmp_path / "summary").read_text(
        encoding="utf-8"
    )


@pytest.mark.parametrize(
    ("data", "base", "number"),
    [
        ({"pull_request": {"number": 7, "base": {"sha": _SHA}}}, _SHA, 7),
        ({"merge_group": {"base_sha": _SHA}}, _SHA, 0),
        ({"pull_request": {"number": "7; x", "base": {"sha": "--output=x"}}}, "", 0),
        ({"pull_request": {"base": {"sha": _SHA + "\n"}}}, "", 0),
        ({"pull_request": ["x"], "merge_group": "x"}, "", 0),
        ({"before": _SHA}, "", 0),
        ([], "", 0),
    ],
)
def test_an_event_gives_a_commit_and_a_number_or_nothing(
    data: object, base: str, number: int, tmp_path: Path
) -> None:
    path = tmp_path / "event.json"
    path.write_text(json.dumps(data), encoding="utf-8")

    happened = event({"GITHUB_EVENT_NAME": "x", "GITHUB_EVENT_PATH": str(path)})

    assert (happened.base, happened.number) == (base, number)


def test_lists_are_lines_and_what_is_empty_is_usual() -> None:
    asked = inputs({"INPUT_PATHS": "\n a.yaml \n\n-rf.yaml\n", "INPUT_FAIL_ON": " ", "INPUT_SUMMARY": ""})

    assert asked.paths == ("a.yaml", "-rf.yaml")
    assert (asked.fail_on, asked.summary, asked.comment, asked.base) == ("", True, False, "auto")


def test_an_input_that_is_no_choice_is_refused() -> None:
    with pytest.raises(UsageProblem):
        inputs({"INPUT_ANNOTATIONS": "no"})


def test_no_value_of_an_output_makes_another_output(tmp_path: Path) -> None:
    values = {f"v{n}": text for n, text in enumerate((*naughty_strings(), "x\nEOF\nevil=1", "a<<b\nc\nb"))}
    values = {name: text.replace("\r", "") for name, text in values.items()}

    Outlet({"GITHUB_OUTPUT": str(tmp_path / "output")}).outputs(values)

    assert outputs(tmp_path) == values


def test_a_summary_stays_below_a_mebibyte_and_says_what_is_left_out(tmp_path: Path) -> None:
    path = tmp_path / "summary"

    Outlet({"GITHUB_STEP_SUMMARY": str(path)}).summary(["é" * 400_000, "b" * 400_000, "short"], "(cut)")

    text = path.read_text(encoding="utf-8")
    assert len(text.encode()) <= 1 << 20
    assert text.endswith("é\n\nshort\n\n(cut)\n\n")


def test_all_that_a_step_says_shares_the_ten_annotations_of_a_level(
    capsys: pytest.CaptureFixture[str],
) -> None:
    out = Outlet({})
    out.error("could not check")
    out.commands("".join(f"::{level} title=x::{n}\n" for level in ("error", "notice") for n in range(10)))
    out.notice("first\n::error::second")
    out.error("one more")

    printed = capsys.readouterr().out
    kinds = [line[2:].partition(" ")[0] for line in printed.splitlines() if line.startswith("::")]
    assert (kinds.count("error"), kinds.count("notice")) == (10, 10)
    assert len(commands(printed)) == 20
    assert "::error title=x::0\n" not in printed
    assert "::error title=x::9\n" in printed
    assert "first\n" in printed


def test_a_bug_of_ours_is_no_finding(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_: object) -> None:
        raise ZeroDivisionError("\n::set-output name=result::clean")

    monkeypatch.setattr(action, "asked", broken)

    status = action.main(environment(tmp_path))

    printed = capsys.readouterr().out
    assert status == 3
    assert outputs(tmp_path) == {"result": "bug", "exit-code": "3"}
    assert len(commands(printed)) == 1
    assert "nothing was decided: ZeroDivisionError" in printed
