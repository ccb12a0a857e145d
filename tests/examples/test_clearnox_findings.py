"""What a newcomer sees on the real notice and on its next version."""

import json
import re
import subprocess
import sys
from collections import Counter
from typing import Any

import pytest

from tests.conftest import ROOT

_OLD = "examples/clearnox/versions/2024-11.yaml"
_NEW = "examples/clearnox/notice.yaml"


def run(*args: str) -> subprocess.CompletedProcess[str]:
    """Run the command line from the root of the repository, in English."""
    return subprocess.run(
        [sys.executable, "-m", "notice_lint", *args, "--lang", "en"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def findings(*args: str) -> list[dict[str, Any]]:
    """Return what `check` finds."""
    found: list[dict[str, Any]] = json.loads(run("check", *args, "--format", "json").stdout)["findings"]
    return found


def named(found: list[dict[str, Any]], rule: str) -> list[dict[str, Any]]:
    """Return the findings of one rule."""
    return [finding for finding in found if finding["rule"] == rule]


@pytest.mark.parametrize(
    ("args", "lapsed"),
    [
        (["--on", "2026-11-22"], []),
        (["--on", "2026-11-22", "--assume", "uk-adequacy=void"], ["plezi"]),
        (["--on", "2032-01-10"], ["plezi"]),
    ],
)
def test_ten_american_recipients_and_the_british_one_on_its_day(args: list[str], lapsed: list[str]) -> None:
    found = findings(_OLD, *args)
    lines = (ROOT / _OLD).read_text(encoding="utf-8").split("\n")
    missing = named(found, "transfer-basis-missing")

    assert [finding["severity"] for finding in missing] == ["error"] * 10
    assert {lines[finding["line"] - 1].strip() for finding in missing} == {"country: US"}
    assert len({finding["route"][1] for finding in missing}) == 10
    assert [finding["route"][1] for finding in named(found, "transfer-adequacy-lapsed")] == lapsed


def test_the_next_version_has_no_error_and_no_warning() -> None:
    assert [f for f in findings(_NEW, "--on", "2026-11-22") if f["severity"] != "note"] == []


def test_the_next_version_says_that_it_is_an_illustration() -> None:
    text = (ROOT / _NEW).read_text(encoding="utf-8")

    assert "illustration" in text.partition("format: 1")[0].casefold()


def test_every_finding_on_the_real_notice_has_a_reason() -> None:
    table = (ROOT / "examples/clearnox/findings-2024-11.md").read_text(encoding="utf-8")
    reasons = {
        name: int(times)
        for name, times in re.findall(r"^\| `([a-z-]+)` \| (\d+) \| .{30,} \|$", table, re.MULTILINE)
    }

    assert reasons == Counter(finding["rule"] for finding in findings(_OLD, "--on", "2026-11-22"))


def _commands() -> list[tuple[str, str]]:
    text = (ROOT / "examples/clearnox/README.md").read_text(encoding="utf-8")
    blocks = re.findall(r"```console\n(.*?)```", text, re.DOTALL)
    return [
        (line.removeprefix("$ "), text)
        for block in blocks
        for line in block.splitlines()
        if line.startswith("$ ")
    ]


@pytest.mark.parametrize("command", [command for command, _ in _commands()])
def test_a_command_of_the_walk_works(command: str) -> None:
    program, *args = command.split()
    done = run(*args)

    assert program == ".venv/bin/notice-lint"
    assert done.returncode in (0, 1), done.stderr
    assert done.stdout


def test_the_walk_quotes_what_is_printed() -> None:
    text = (ROOT / "examples/clearnox/README.md").read_text(encoding="utf-8")
    quoted = [block.strip("\n") for block in re.findall(r"```text\n(.*?)```", text, re.DOTALL)]
    printed = run("check", _OLD, "--on", "2026-11-22").stdout

    assert quoted
    assert [block for block in quoted if block not in printed] == []
