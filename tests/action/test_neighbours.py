"""The recipes for other CI systems do what they say: run here as those systems would."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from notice_lint.reports.formats import FORMATS
from notice_lint.source.parse import parse
from tests.action.auditors import actionlint, github, zizmor
from tests.action.harness import EXAMPLE, commit, repository
from tests.conftest import ROOT

_CI = ROOT / "examples/ci"
_WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))


def shell(script: str, folder: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run a script as CI does."""
    environment = {"PATH": os.environ["PATH"], "HOME": str(folder), **variables}
    return subprocess.run(
        ["bash", "-euo", "pipefail", "-c", script],
        cwd=folder,
        env=environment,
        check=False,
        capture_output=True,
        text=True,
    )


def gitlab() -> dict[str, Any]:
    """Return the job for GitLab."""
    text = (_CI / "gitlab.yml").read_text(encoding="utf-8")
    data: Any = parse(text, "gitlab.yml").data
    return data["notice-lint"]  # type: ignore[no-any-return] # a mapping


def test_the_job_for_gitlab_checks_a_merge_request_against_its_base(tmp_path: Path) -> None:
    base = repository(tmp_path / "site", {"notice.yaml": EXAMPLE})
    commit(tmp_path / "site", {"notice-lint.yaml": "fail_on: never\n"})
    (line,) = gitlab()["script"]
    script = line.replace("/opt/notice-lint/bin/python", sys.executable)

    done = shell(script, tmp_path / "site", CI_MERGE_REQUEST_DIFF_BASE_SHA=base)

    reports = gitlab()["artifacts"]["reports"]
    entries = json.loads((tmp_path / "site" / reports["codequality"]).read_text(encoding="utf-8"))
    assert done.returncode == 1, done.stderr
    assert any(entry["location"]["path"] == "notice-lint.yaml" for entry in entries)
    assert (tmp_path / "site" / reports["junit"]).read_text(encoding="utf-8").startswith("<?xml")
    assert (tmp_path / "site/notice-lint.html").is_file()


def test_the_recipe_for_a_shell_leaves_reports_behind_and_ends_as_the_tool_does(
    tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    repository(
        tmp_path, {"notice.yaml": EXAMPLE, "pip.py": "raise SystemExit(0)", "venv.py": "raise SystemExit(0)"}
    )
    wheels, script = tmp_path_factory.mktemp("wheels"), str(_CI / "check.sh")
    build = [
        sys.executable,
        "-m",
        "pip",
        "wheel",
        "--quiet",
        "--no-deps",
        "--wheel-dir",
        str(wheels),
        str(ROOT),
    ]
    subprocess.run(build, check=True, capture_output=True)
    (wheel,) = map(str, wheels.iterdir())

    found = shell(script, tmp_path, NOTICE_LINT_PACKAGE=wheel, BASE="HEAD", **_index())
    nothing = shell(f"{script} nowhere.yaml", tmp_path, NOTICE_LINT_PACKAGE=wheel, **_index())

    assert (found.returncode, nothing.returncode) == (1, 2), (found.stderr, nothing.stderr)
    assert sorted(path.name for path in (tmp_path / "notice-lint-reports").iterdir()) == [
        "junit.xml",
        "report.html",
        "report.json",
    ]


def _index() -> dict[str, str]:
    """Return how this machine's pip is told where packages are; it compiles nothing, to save seconds."""
    told = {name: value for name, value in os.environ.items() if name.startswith(("PIP_", "SSL_", "HTTPS_"))}
    return {**told, "PIP_NO_COMPILE": "1"}


def test_every_format_in_a_recipe_exists() -> None:
    text = "\n".join(path.read_text(encoding="utf-8") for path in _CI.iterdir())
    named = {word.partition("=")[0].strip('"') for word in text.split() if ("." in word and "=" in word)}

    assert {"gitlab", "junit", "html", "json"} <= named & set(FORMATS)


@pytest.mark.parametrize("path", _WORKFLOWS, ids=lambda path: path.name)
def test_our_own_workflows_please_the_auditors(path: Path) -> None:
    assert [*github(path), *actionlint(path), *zizmor(path)] == []
