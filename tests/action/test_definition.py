"""action.yml: what it promises runs, nothing of a caller stands in a script, and auditors are content."""

import re
import tomllib
from pathlib import Path

from notice_lint.cli.action.inputs import Inputs
from tests.action.auditors import definition, github, zizmor
from tests.conftest import ROOT

_FILE = ROOT / "action.yml"
_SCRIPT = ROOT / ".github/action/run.sh"
_LOCK = ROOT / ".github/action/requirements.txt"


def test_every_input_reaches_the_code_through_the_environment_and_no_script() -> None:
    (step,) = definition()["runs"]["steps"]
    names = set(definition()["inputs"])

    assert {name.replace("-", "_") for name in names} == {*Inputs._fields, "python"}
    assert set(step["env"]) == {f"INPUT_{name.replace('-', '_').upper()}" for name in names}
    assert "${{" not in step["run"]
    assert "uses" not in step


def test_every_output_is_one_that_the_code_writes() -> None:
    folder = ROOT / "notice_lint/cli/action"
    code = "".join((folder / name).read_text(encoding="utf-8") for name in ("__main__.py", "release.py"))
    outputs = definition()["outputs"]

    assert [
        name for name in outputs if f'"{name}"' not in code and name not in ("errors", "warnings", "notes")
    ] == []
    assert all(o["value"] == f"${{{{ steps.run.outputs.{name} }}}}" for name, o in outputs.items())


def test_every_call_of_python_is_isolated_and_no_file_that_steers_the_job_is_written() -> None:
    lines = [
        line for line in _SCRIPT.read_text(encoding="utf-8").split("\n") if not line.lstrip().startswith("#")
    ]
    calls = [line for line in lines if re.search(r'"\$v?py" ', line)]

    assert calls
    assert [line for line in calls if not re.search(r'"\$v?py" -I ', line) and "[ -" not in line] == []
    code = "\n".join(
        path.read_text(encoding="utf-8") for path in (ROOT / "notice_lint/cli/action").glob("*.py")
    )
    assert [name for name in ("GITHUB_ENV", "GITHUB_PATH") if f'environment.get("{name}"' in code] == []
    assert "GITHUB_ENV" not in "\n".join(lines)


def test_the_lock_holds_what_the_package_needs_with_hashes() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    needed = {re.split(r"[><=]", one)[0].replace(".", "-") for one in project["dependencies"]}
    text = re.sub(r"^#.*\n", "", _LOCK.read_text(encoding="utf-8"), flags=re.MULTILINE)
    entries = [entry for entry in re.split(r"\n(?=\S)", text) if entry.strip()]

    assert needed <= {entry.partition("==")[0] for entry in entries}
    assert [entry for entry in entries if "--hash=sha256:" not in entry] == []
    assert "://" not in text


def test_the_parser_of_github_finds_nothing() -> None:
    assert github(_FILE) == []


def test_the_parser_of_github_bites(tmp_path: Path) -> None:
    broken = tmp_path / "action.yml"
    text = _FILE.read_text(encoding="utf-8").replace("{ inputs.fail-on", "{ inptus.fail-on")
    broken.write_text(text, encoding="utf-8")

    assert "inptus" in "\n".join(github(broken))


def test_the_auditor_finds_nothing() -> None:
    assert zizmor(_FILE) == []
