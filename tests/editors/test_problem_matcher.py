"""`--format short` as editors read it: VS Code's problem matcher, and vim's errorformat."""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

PATTERN = r"^(.+?):(\d+):(\d+): (error|warning|note|erreur|avertissement): (.*) \[([a-z0-9-]+)\]$"
"""As `.vscode/tasks.json` has it; VS Code reads severities `error`, `warning` and `info`."""

ERRORFORMAT = r"%f:%l:%c: %t%*[^:]: %m"


def _checked(*args: str) -> list[str]:
    done = subprocess.run(
        [
            *(sys.executable, "-m", "notice_lint", "check", "--format", "short", "--quiet", *args),
            *("--on", "2026-11-22", "examples/clearnox/versions/2024-11.yaml"),
        ],
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=120,
    )
    return done.stdout.splitlines()


def _expected() -> list[tuple[int, int, str]]:
    report = json.loads(
        (ROOT / "tests/reports/expected/clearnox-2024-11.en.json").read_text(encoding="utf-8")
    )
    return [(one["line"], one["column"], one["rule"]) for one in report["findings"] if not one["ignored"]]


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_line_is_read_by_the_matcher_of_vs_code(language: str) -> None:
    lines = _checked("--lang", language)
    read = [re.match(PATTERN, line) for line in lines]

    assert [line for line, match in zip(lines, read, strict=True) if match is None] == []
    assert [(int(m[2]), int(m[3]), m[6]) for m in read if m] == _expected()


def test_vim_reads_every_line_with_its_errorformat(tmp_path: Path) -> None:
    vim = shutil.which("vim") or shutil.which("nvim")
    if vim is None:
        pytest.skip("vim is not on this machine")
    (tmp_path / "short.txt").write_text("\n".join(_checked("--lang", "en")), encoding="utf-8")
    out = tmp_path / "out.json"
    script = (
        f"set errorformat={ERRORFORMAT.replace(' ', chr(92) + ' ')}\ncgetfile {tmp_path / 'short.txt'}\n"
        "let found = map(getqflist(), '[v:val.lnum, v:val.col, v:val.valid]')\n"
        f"call writefile([json_encode(found)], '{out}')\nqa!\n"
    )
    (tmp_path / "script.vim").write_text(script, encoding="utf-8")
    subprocess.run(
        [vim, "-u", "NONE", "-es", "-S", tmp_path / "script.vim"], cwd=ROOT, check=False, timeout=60
    )

    assert json.loads(out.read_text(encoding="utf-8")) == [
        [line, column, 1] for line, column, _ in _expected()
    ]
