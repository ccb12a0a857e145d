"""The action, run for real: act in host mode, in the form that others write and in our own."""

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

import pytest

from tests.action.harness import EXAMPLE, FOREIGN, act, commit, git, repository, tool, workflow
from tests.conftest import ROOT
from tests.consumers.tool import installed, program

_CI = ".github/workflows/ci.yml"
_CANARY = "import pathlib; pathlib.Path({where!r}).touch()\n"
_IMPORTED = (
    *("venv", "pip", "click", "yaml", "json", "ensurepip", "sysconfig", "pathlib", "babel", "jsonschema"),
    *("sitecustomize", "usercustomize", "notice_lint", "deepdiff", "jinja2", "ruamel"),
)


@pytest.fixture(scope="module")
def ours(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The repository of the action."""
    installed("act")
    program("git")
    return tool(tmp_path_factory.mktemp("tool") / "notice-lint")


def test_a_hostile_push_runs_nothing_forges_nothing_and_is_not_green(ours: Path, tmp_path: Path) -> None:
    canary, evil = tmp_path / "canary", f"touch {tmp_path / 'canary'}"
    said = "x\n::set-output name=result::clean\n::add-mask::Zoom\n##[stop-commands]x\n%0A::warning::forged"
    hostile = EXAMPLE.replace("name: Zoom\n", f"name: {json.dumps(said)}\n")
    inputs = """paths: "notices\\nodd/x\\"; touch pwned; \\"\\n$(touch pwned)", sarif-file: out.sarif"""
    files = {f"{name}.py": _CANARY.format(where=str(canary)) for name in _IMPORTED}
    files |= {
        "notices/notice.yaml": hostile,
        "notices/::error::x.yaml": EXAMPLE,
        'odd/x"; touch pwned; "': EXAMPLE,
        "$(touch pwned)": EXAMPLE,
        "bare/HEAD": "ref: refs/heads/main\n",
        "bare/config": f"[core]\n\trepositoryformatversion = 0\n\tbare = true\n\tfsmonitor = {evil}\n",
        "bare/objects/x": "",
        "bare/refs/x": "",
        "bare/notice.yaml": EXAMPLE,
        _CI: workflow(FOREIGN, inputs),
    }
    repository(tmp_path / "site", files)

    seen = act(tmp_path / "site", "push", ours)

    assert seen.outcome("lint") == "failure"
    assert not canary.exists()
    assert seen.commands() <= {"error", "warning", "notice", "set-output", "summary", "debug"}
    assert [len(seen.annotations(level)) for level in ("error", "warning", "notice")] == [10, 10, 10]
    outputs = seen.outputs("lint")
    assert (outputs["result"], outputs["exit-code"], outputs["notices"]) == ("findings", "1", "4")
    assert "pwned" not in [path.name for path in tmp_path.rglob("*")]
    assert "forged" not in [record.get("arg") for record in seen.records]


def test_it_runs_from_its_own_checkout_and_hands_over_all_outputs(ours: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    git(tmp_path, "clone", "--quiet", str(ours), str(site))
    git(site, "remote", "set-url", "origin", "https://github.com/acme/site")
    more = """\
      - env: {SARIF: "${{ steps.lint.outputs.sarif-file }}", JSON: "${{ steps.lint.outputs.json-file }}"}
        run: test -s "$SARIF" && test -s "$JSON" && echo there
"""
    inputs = (
        "working-directory: notices, sarif-file: out.sarif, language: fr, fail-on: never, annotations: false"
    )
    commit(site, {"notices/notice.yaml": EXAMPLE, _CI: workflow("./", inputs, more=more)})

    seen = act(site, "push")

    outputs = seen.outputs("lint")
    assert (outputs["result"], outputs["notices"], outputs["ignored"]) == ("clean", "1", "0")
    assert int(outputs["errors"]) > 30
    assert outputs["sarif-file"] == "notices/out.sarif"
    assert seen.annotations("error") == []
    assert "RGPD, art. 13" in seen.summary()
    assert "there\n" in seen.log()


class _Api(BaseHTTPRequestHandler):
    """GitHub's API, as far as a comment needs it."""

    asked: list[tuple[str, str, Any]]

    def do_GET(self) -> None:
        self._answer([])

    def do_POST(self) -> None:
        length = int(self.headers["Content-Length"])
        self._answer({"id": 1}, json.loads(self.rfile.read(length)))

    def _answer(self, data: Any, sent: Any = None) -> None:
        self.asked.append((self.command, self.path, sent))
        text = json.dumps(data).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(text)))
        self.end_headers()
        self.wfile.write(text)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - as the library calls it
        del format, args


@pytest.fixture
def api() -> Iterator[tuple[str, list[tuple[str, str, Any]]]]:
    """An API on this machine: its address, and what it was asked."""
    asked: list[tuple[str, str, Any]] = []
    handler = type("Handler", (_Api,), {"asked": asked})
    with HTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}", asked
        server.shutdown()
        thread.join()


def test_a_pull_request_is_told_what_changes_for_readers_and_gets_one_comment(
    ours: Path, tmp_path: Path, api: tuple[str, list[tuple[str, str, Any]]]
) -> None:
    site = tmp_path / "site"
    flow = workflow(FOREIGN, "comment: true, token: not-a-secret")
    base = repository(site, {"notice.yaml": EXAMPLE, _CI: flow})
    head = commit(site, {"notice.yaml": EXAMPLE.replace("period: P10Y", "period: P12Y", 1)})
    event = tmp_path / "event.json"
    pull = {"number": 7, "head": {"ref": "topic", "sha": head}, "base": {"ref": "main", "sha": base}}
    event.write_text(json.dumps({"number": 7, "pull_request": pull}), encoding="utf-8")
    address, asked = api
    options = ["-e", str(event), "--env", f"GITHUB_API_URL={address}", "-s", "GITHUB_TOKEN=fake"]

    seen = act(site, "pull_request", ours, options=options)

    outputs = seen.outputs("lint")
    assert outputs["result"] == "findings"
    assert "P12Y" in seen.summary()
    assert Path(outputs["changes-file"]).name == "changes.md"
    (posted,) = [sent["body"] for method, path, sent in asked if method == "POST" and "comments" in path]
    assert [path for method, path, _ in asked if method == "GET"] == [
        "/repos/acme/site/issues/7/comments?per_page=100&page=1"
    ]
    assert posted.startswith("<!-- notice-lint: one comment -->\n## ")
    assert "12 " in posted
    assert len(posted) < 65_000


def test_what_the_action_needs_is_in_its_checkout() -> None:
    script = (ROOT / ".github/action/run.sh").read_text(encoding="utf-8")

    assert "notice_lint.cli.action" in script
    assert (ROOT / "notice_lint/cli/action/__main__.py").is_file()
