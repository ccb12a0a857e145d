"""The action in the hands of act: repositories made for a test, and what the runner saw."""

import json
import os
import re
import shutil
import subprocess
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, NamedTuple

from tests.conftest import ROOT
from tests.consumers.tool import installed

_AUTHOR = {
    f"GIT_{who}_{what}": value
    for who in ("AUTHOR", "COMMITTER")
    for what, value in (("NAME", "A Test"), ("EMAIL", "test@example.org"), ("DATE", "2026-11-22T12:00:00Z"))
}
FOREIGN = "acme/notice-lint@v1"
"""The action as others write it."""

SHOWN = f"notice-lint/notice-lint@{'0' * 40}"
"""The action as pages show it."""

CI = ".github/workflows/ci.yml"
EXAMPLE = (ROOT / "examples/clearnox/versions/2024-11.yaml").read_text(encoding="utf-8")


class Seen(NamedTuple):
    """What act saw of a run: one record a line of its log."""

    records: list[dict[str, Any]]
    status: int
    asked: Sequence[tuple[str, str, Any]] = ()
    """What GitHub's API was asked: method, path, and what was sent."""

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
    """Copy what the action needs of this checkout; without history, which act would copy for every step."""
    for name in ("action.yml", ".github/action", "notice_lint", "rules"):
        source, target = ROOT / name, folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        if source.is_dir():
            shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__", "README.md"))
        else:
            shutil.copy(source, target)
    return folder


def act(  # noqa: PLR0913 - what act itself has to be told
    caller: Path,
    event: str,
    data: Mapping[str, Any] | None = None,
    *,
    uses: Mapping[str, Path] | None = None,
    options: Sequence[str] = (),
    path: str = "",
) -> Seen:
    """Run the workflows of a repository in host mode, and return what act saw.

    `data` is what GitHub says of the event, `uses` where the actions lie that are not fetched, `path` a
    folder of programs that come first.
    """
    command = [str(installed("act")), event, "--json", "--no-cache-server"]
    command += ["-P", "ubuntu-latest=-self-hosted", "--action-cache-path", str(caller.parent / "act")]
    for name, folder in (uses or {}).items():
        command += ["--local-repository", f"{name}={folder}"]
    if data is not None:
        file = caller.parent / f"{caller.name}-{event}.json"
        file.write_text(json.dumps(data), encoding="utf-8")
        command += ["-e", str(file)]
    environment = {
        name: value for name, value in os.environ.items() if not name.startswith(("GITHUB_", "CI"))
    }
    environment["PATH"] = f"{path}{os.pathsep if path else ''}{environment['PATH']}"
    done = subprocess.run(
        [*command, *options], cwd=caller, env=environment, check=False, capture_output=True, text=True
    )
    records = [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]
    return Seen(records, done.returncode)


class Answers(NamedTuple):
    """What GitHub's API answers: to questions, to what is written, and which pull requests there are."""

    comments: Sequence[dict[str, Any]] = ()
    written: int = 201
    pulls: Sequence[dict[str, Any]] = ()


class _Api(BaseHTTPRequestHandler):
    """GitHub's API, as far as a comment needs it."""

    asked: list[tuple[str, str, Any]]
    answers: Answers

    def do_GET(self) -> None:
        pulls = "/pulls?" in self.path
        self._answer(200, self.answers.pulls if pulls else self.answers.comments)

    def do_POST(self) -> None:
        length = int(self.headers["Content-Length"])
        self._answer(self.answers.written, {"id": 1}, json.loads(self.rfile.read(length)))

    do_PATCH = do_POST  # noqa: N815 - as the library names it

    def _answer(self, status: int, data: Any, sent: Any = None) -> None:
        self.asked.append((self.command, self.path, sent))
        text = json.dumps(data).encode()
        self.send_response(status)
        self.send_header("Content-Length", str(len(text)))
        self.end_headers()
        self.wfile.write(text)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - as the library calls it
        del format, args


@contextmanager
def api(answers: Answers) -> Iterator[tuple[list[str], list[tuple[str, str, Any]]]]:
    """Answer for GitHub on this machine: options for act, and what was asked."""
    asked: list[tuple[str, str, Any]] = []
    handler = type("Handler", (_Api,), {"asked": asked, "answers": answers})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.02,))
        thread.start()
        address = f"http://127.0.0.1:{server.server_port}"
        yield ["--env", f"GITHUB_API_URL={address}", "-s", "GITHUB_TOKEN=fake"], asked
        server.shutdown()
        thread.join()


def pull_request(base: str, head: str) -> dict[str, Any]:
    """Return what GitHub says of the pull request 7."""
    pull = {"number": 7, "head": {"ref": "topic", "sha": head}, "base": {"ref": "main", "sha": base}}
    return {"number": 7, "pull_request": pull}


def shown(page: str, name: str) -> str:
    """Return the workflow that a page of this repository shows under a name."""
    text = (ROOT / page).read_text(encoding="utf-8")
    found = re.search(rf"^```yaml\n(# \S*/{re.escape(name)}\n.*?)^```$", text, re.DOTALL | re.MULTILINE)
    assert found, f"{page} shows no {name}"
    return found[1]


def workflow(uses: str, inputs: str = "", *, more: str = "") -> str:
    """Return a workflow with one step `lint` that uses the action; `inputs` is YAML on one line."""
    return f"""\
on: [push, pull_request, merge_group, schedule]
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
