"""The action in the hands of act: repositories made for a test, and what the runner saw."""

import json
import os
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from tests.conftest import ROOT
from tests.consumers.tool import installed

_AUTHOR = {
    f"GIT_{who}_{what}": value
    for who in ("AUTHOR", "COMMITTER")
    for what, value in (("NAME", "A Test"), ("EMAIL", "test@example.org"), ("DATE", "2026-11-22T12:00:00Z"))
}
_NAME = "acme/notice-lint@v1"
EXAMPLE = (ROOT / "examples/clearnox/versions/2024-11.yaml").read_text(encoding="utf-8")


class Seen(NamedTuple):
    """What act saw of a run: one record a line of its log."""

    records: list[dict[str, Any]]
    status: int

    def outputs(self, step: str) -> dict[str, str]:
        """Return the outputs of a step."""
        return {
            record["name"]: record["arg"]
            for record in self.records
            if record.get("command") == "set-output" and record["stepID"] == [step]
        }

    def annotations(self, level: str) -> list[dict[str, Any]]:
        """Return the annotations of a level that the runner obeyed."""
        return [record for record in self.records if record.get("command") == level]

    def commands(self) -> set[str]:
        """Return the kinds of commands that were obeyed."""
        return {str(record["command"]) for record in self.records if "command" in record}

    def summary(self) -> str:
        """Return the job summary."""
        return "".join(
            record["content"]
            for record in self.records
            if record.get("command") == "summary" and len(record["stepID"]) == 1
        )

    def outcome(self, step: str) -> str:
        """Return how a step ended."""
        ends = [record for record in self.records if record.get("stepID") == [step]]
        return next(
            str(r["stepResult"]) for r in reversed(ends) if r.get("stage") == "Main" and "stepResult" in r
        )

    def log(self) -> str:
        """Return what steps printed."""
        return "".join(str(record["msg"]) for record in self.records if record.get("raw_output"))


def git(folder: Path, *arguments: str) -> str:
    """Run git in a folder, without anybody's settings."""
    environment = {"PATH": os.environ["PATH"], "HOME": str(folder), "GIT_CONFIG_NOSYSTEM": "1", **_AUTHOR}
    command = ["git", "-c", "init.defaultBranch=main", *arguments]
    done = subprocess.run(command, cwd=folder, env=environment, check=True, capture_output=True, text=True)
    return done.stdout.strip()


def repository(folder: Path, files: Mapping[str, str]) -> str:
    """Make a repository of these files with one commit, and return the commit."""
    folder.mkdir(parents=True, exist_ok=True)
    git(folder, "init", "--quiet", ".")
    git(folder, "remote", "add", "origin", "https://github.com/acme/site")
    return commit(folder, files)


def commit(folder: Path, files: Mapping[str, str]) -> str:
    """Write files, commit everything, and return the commit."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    git(folder, "add", "--all", "--force")
    git(folder, "commit", "--quiet", "--message", "x")
    return git(folder, "rev-parse", "HEAD")


def tool(folder: Path) -> Path:
    """Copy what the action needs of this checkout into a repository of its own."""
    for name in ("action.yml", ".github/action", "notice_lint", "rules"):
        source, target = ROOT / name, folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        if source.is_dir():
            shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, target)
    repository(folder, {})
    return folder


def act(caller: Path, event: str, tool_folder: Path | None = None, *, options: Sequence[str] = ()) -> Seen:
    """Run the workflows of a repository in host mode, and return what act saw."""
    command = [
        str(installed("act")),
        event,
        "--json",
        "--no-cache-server",
        "-P",
        "ubuntu-latest=-self-hosted",
    ]
    command += ["--action-cache-path", str(caller.parent / "act")]
    command += ["--local-repository", f"{_NAME}={tool_folder}"] if tool_folder else []
    environment = {
        name: value for name, value in os.environ.items() if not name.startswith(("GITHUB_", "CI"))
    }
    done = subprocess.run(
        [*command, *options], cwd=caller, env=environment, check=False, capture_output=True, text=True
    )
    records = [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]
    return Seen(records, done.returncode)


def workflow(uses: str, inputs: str = "", *, more: str = "") -> str:
    """Return a workflow with one step `lint` that uses the action; `inputs` is YAML on one line."""
    return f"""\
on: [push, pull_request, merge_group]
permissions: {{contents: read}}
jobs:
  lint:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
        with: {{persist-credentials: false}}
      - id: lint
        continue-on-error: true
        uses: {uses}
        with: {{{inputs}}}
{more}"""


FOREIGN = _NAME
