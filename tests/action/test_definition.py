"""action.yml: what it promises runs, nothing of a caller stands in a script, and auditors are content."""

import json
import os
import re
import subprocess
import tomllib
from pathlib import Path
from typing import Any

from notice_lint.cli.action.inputs import Inputs
from notice_lint.source.parse import parse
from tests.conftest import ROOT
from tests.consumers.tool import installed, package, program

_FILE = ROOT / "action.yml"
_SCRIPT = ROOT / ".github/action/run.sh"
_LOCK = ROOT / ".github/action/requirements.txt"

_PARSER = """
import fs from "node:fs";
import { pathToFileURL } from "node:url";
import { TextDocument } from "vscode-languageserver-textdocument";
import { validate } from "@actions/languageservice";
for (const file of process.argv.slice(2)) {
  const text = fs.readFileSync(file, "utf8");
  const document = TextDocument.create(pathToFileURL(file).href, "yaml", 1, text);
  const known = { fetchActionMetadata: async () => undefined };
  for (const said of await validate(document, { actionsMetadataProvider: known }))
    console.log(`${said.range.start.line + 1}: ${said.message}`);
}
"""


def definition() -> dict[str, Any]:
    """Return action.yml as data."""
    data: dict[str, Any] = parse(_FILE.read_text(encoding="utf-8"), "action.yml").data  # type: ignore[assignment] # a mapping
    return data


def parsed(folder: Path, path: Path) -> str:
    """Return what GitHub's own parser says of a file."""
    source, bundle = folder / "parser.mjs", folder / "parser.cjs"
    source.write_text(f"async function main() {{}}\n{_PARSER}", encoding="utf-8")
    text = _PARSER.strip().split("\n")
    imports, body = text[:4], text[4:]
    source.write_text("\n".join([*imports, "(async () => {", *body, "})();"]), encoding="utf-8")
    esbuild = package("esbuild/bin/esbuild")
    environment = {**os.environ, "NODE_PATH": str(package("esbuild").parent)}
    options = ["--bundle", "--platform=node", "--format=cjs", f"--outfile={bundle}", "--log-level=error"]
    subprocess.run([str(esbuild), str(source), *options], check=True, env=environment)
    done = subprocess.run(
        [program("node"), str(bundle), str(path)], check=True, capture_output=True, text=True
    )
    return done.stdout


def test_every_input_reaches_the_code_through_the_environment_and_no_script() -> None:
    (step,) = definition()["runs"]["steps"]
    names = set(definition()["inputs"])

    assert {name.replace("-", "_") for name in names} == {*Inputs._fields, "python"}
    assert set(step["env"]) == {f"INPUT_{name.replace('-', '_').upper()}" for name in names}
    assert "${{" not in step["run"]
    assert "uses" not in step


def test_every_output_is_one_that_the_code_writes() -> None:
    code = (ROOT / "notice_lint/cli/action/__main__.py").read_text(encoding="utf-8")
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


def test_the_parser_of_github_finds_nothing(tmp_path: Path) -> None:
    assert parsed(tmp_path, _FILE) == ""


def test_the_parser_of_github_bites(tmp_path: Path) -> None:
    broken = tmp_path / "action.yml"
    broken.write_text(
        _FILE.read_text(encoding="utf-8").replace("{ inputs.fail-on", "{ inptus.fail-on"), encoding="utf-8"
    )

    assert "inptus" in parsed(tmp_path, broken)


def test_the_auditor_finds_nothing(tmp_path: Path) -> None:
    command = [
        str(installed("zizmor")),
        "--offline",
        "--persona=auditor",
        "--format=json",
        "--no-progress",
        str(_FILE),
    ]
    done = subprocess.run(command, check=False, capture_output=True, text=True, cwd=tmp_path)

    assert [finding["ident"] for finding in json.loads(done.stdout)] == []
    assert done.returncode == 0
