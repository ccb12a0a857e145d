"""Shells complete commands, options, rules and files: each shell is asked by its own script."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.consumers import tool

_SHELLS = ("bash", "zsh", "fish")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with files to complete, and a program `notice-lint` in `bin`."""
    (tmp_path / "bin").mkdir()
    program = tmp_path / "bin" / "notice-lint"
    program.write_text(f'#!/bin/sh\nexec {sys.executable} -m notice_lint "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    (tmp_path / "privacy.yaml").touch()
    (tmp_path / "our-rules").mkdir()
    return tmp_path


def _environment(folder: Path) -> dict[str, str]:
    path = f"{folder / 'bin'}:{os.environ['PATH']}"
    return {"PATH": path, "PYTHONPATH": str(ROOT), "LANG": "C.UTF-8", "HOME": str(folder), "TERM": "dumb"}


def _shell(folder: Path, *command: str) -> str:
    done = subprocess.run(
        command,
        cwd=folder,
        env=_environment(folder),
        capture_output=True,
        text=True,
        encoding="utf-8",
        stdin=subprocess.DEVNULL,
        check=False,
        timeout=60,
    )
    assert done.stderr == ""
    return done.stdout


_BASH = """\
eval "$(notice-lint completion bash)"
compopt() { echo "compopt $1 $2"; }
COMP_WORDS=(%s); COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
_notice_lint_completion notice-lint
printf '%%s\\n' "${COMPREPLY[@]}"
"""


def _bash(folder: Path, *words: str) -> list[str]:
    line = " ".join(f"'{word}'" for word in ("notice-lint", *words))
    return _shell(folder, tool.program("bash"), "-c", _BASH % line).split("\n")


def _fish(folder: Path, *words: str) -> list[str]:
    script = f"notice-lint completion fish | source; complete -C '{' '.join(('notice-lint', *words))}'"
    return [
        line.partition("\t")[0] for line in _shell(folder, tool.program("fish"), "-c", script).split("\n")
    ]


_ZSH = """\
autoload -U compinit && compinit -u -D
eval "$(notice-lint completion zsh)"
compadd() { : }
_describe() { for one in "${(@P)3}"; do print -r -- "${one%%%%:*}"; done; }
_path_files() { print -r -- "_path_files $*"; }
words=(%s); CURRENT=${#words}
_notice_lint_completion
"""


def _zsh(folder: Path, *words: str) -> list[str]:
    line = " ".join(f"'{word}'" for word in ("notice-lint", *words))
    return _shell(folder, tool.program("zsh"), "-f", "-c", _ZSH % line).split("\n")


def test_bash_completes_commands_options_values_and_rules(folder: Path) -> None:
    assert "changes" in _bash(folder, "ch")
    assert "test-rules" in _bash(folder, "")
    assert _bash(folder, "--fail-on", "w")[0] == "warning"
    assert _bash(folder, "check", "--only", "transfer-basis-m")[0] == "transfer-basis-missing"
    assert _bash(folder, "check", "--skip", "retention-vague,transfer-basis-m")[0].endswith(
        ",transfer-basis-missing"
    )
    assert _bash(folder, "explain", "transfer-basis-m")[0] == "transfer-basis-missing"
    assert "--unsafe-fixes" in _bash(folder, "--unsafe")
    assert _bash(folder, "check", "--lang", "f")[0] == "fr"


def test_bash_leaves_files_and_folders_to_the_shell(folder: Path) -> None:
    assert _bash(folder, "check", "priv") == ["compopt -o default", "", ""]
    assert _bash(folder, "priv") == ["compopt -o default", "", ""]
    assert _bash(folder, "check", "--rules", "our")[0] == "compopt -o dirnames"


def test_zsh_completes_with_what_rules_are_for(folder: Path) -> None:
    assert "transfer-basis-missing" in _zsh(folder, "check", "--only", "transfer-basis-m")
    assert "_path_files -f" in _zsh(folder, "check", "priv")
    assert "_path_files -/" in _zsh(folder, "check", "--rules", "our")


def test_fish_completes_commands_rules_and_files(folder: Path) -> None:
    assert {"changes", "check"} <= set(_fish(folder, "ch"))
    assert "transfer-basis-missing" in _fish(folder, "explain", "transfer-basis-m")
    assert "privacy.yaml" in _fish(folder, "check", "priv")
    assert "our-rules/" in _fish(folder, "check", "--rules", "our")


@pytest.mark.parametrize("shell", _SHELLS)
def test_a_script_is_only_text_and_the_same_each_time(folder: Path, shell: str) -> None:
    first = _shell(folder, "notice-lint", "completion", shell)

    assert first == _shell(folder, "notice-lint", "completion", shell)
    assert "_NOTICE_LINT_COMPLETE" in first


@pytest.mark.parametrize("asked", ["", "bash", "bash_source", "powershell_complete", "x_complete", "bash_x"])
def test_what_no_script_asks_is_answered_with_nothing(folder: Path, asked: str) -> None:
    environment = {**_environment(folder), "_NOTICE_LINT_COMPLETE": asked}
    done = subprocess.run(
        ["notice-lint"], cwd=folder, env=environment, capture_output=True, text=True, check=False, timeout=60
    )

    assert (done.stdout.strip(), done.stderr, done.returncode) == ("", "", 0)
