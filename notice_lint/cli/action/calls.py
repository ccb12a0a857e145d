"""Calls of the command line: the action knows no other way to check than its users."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple, Self

from notice_lint.cli.action.inputs import Inputs
from notice_lint.errors import NoticeLintError

_LONGEST = 1800
"""Seconds after which a call is given up."""

_PUBLISHED = {"markdown": ".md", "html": ".html", "email": ".txt", "json": ".json"}


class Files(NamedTuple):
    """Where the reports of one check lie."""

    json: Path
    summary: Path
    annotations: Path
    changes: Path
    compared: Path
    """What has changed in the notice that was compared last, as JSON."""

    @classmethod
    def below(cls, folder: Path) -> Self:
        """Return files in a folder."""
        names = ("report.json", "summary.md", "annotations.txt", "changes.md", "compared.json")
        return cls(*(folder / name for name in names))


class Done(NamedTuple):
    """How a call ended: its exit status, and the last line of what it said on the standard error."""

    status: int
    said: str


class Failed(NoticeLintError):
    """A call could not do what it was asked for."""

    def __init__(self, done: Done) -> None:
        super().__init__("{reason}", reason=done.said.removeprefix("notice-lint: "))


def check(asked: Inputs, base: str, files: Files, folder: Path) -> Done:
    """Check; the report for people goes to the log, those for machines to `files`."""
    reports = [f"json={files.json}", f"markdown={files.summary}", f"github={files.annotations}"]
    reports += [f"sarif={asked.sarif_file}"] if asked.sarif_file else []
    arguments = ["check", "--color=never", "--format=text", *(f"--report={one}" for one in reports)]
    arguments += [f"--rules={rules}" for rules in asked.rules]
    arguments += _given(config=asked.config, fail_on=asked.fail_on, lang=asked.language, base=base)
    if base and asked.accept_weakening:
        arguments += ["--accept-weakening", f"--reason={asked.accept_weakening}"]
    done = _run([*arguments, "--", *asked.paths], folder, stdout=None)
    sys.stdout.write(done.stderr)
    sys.stdout.flush()
    return _ended(done)


def changes(path: str, point: str, language: str, folder: Path, files: Files) -> tuple[Done, str]:
    """Say what a pull request changes in a notice since a `point`: an option that names the earlier version.

    Returns Markdown, "" where nothing has changed.
    """
    arguments = ["changes", point, "--audience=pr", "--quiet", f"--report=json={files.compared}"]
    done = _run([*arguments, *_given(lang=language), "--", path], folder)
    differs = done.returncode in (0, 1) and _count(files.compared)
    return _ended(done), done.stdout if differs else ""


def notices(asked: Inputs, folder: Path) -> Sequence[Mapping[str, str]]:
    """Return the notices that a check would look at, with path, id and language. Raises `Failed`."""
    arguments = ["check", "--format=json", "--fail-on=never", *_given(config=asked.config)]
    done = _run([*arguments, "--", *asked.paths], folder)
    if done.returncode != 0:
        raise Failed(_ended(done))
    found: Sequence[Mapping[str, str]] = json.loads(done.stdout)["notices"]
    return found


def published(asked: Inputs, path: str, point: str, stem: Path, folder: Path) -> tuple[int, tuple[Path, ...]]:
    """Write what has changed in a notice for its readers; return how much, and the files, Markdown first.

    Raises `Failed`.
    """
    files = {form: stem.with_name(stem.name + ending) for form, ending in _PUBLISHED.items()}
    arguments = ["changes", point, "--audience=readers", "--format=short"]
    arguments += [f"--report={form}={file}" for form, file in files.items()]
    arguments += _given(lang=asked.language, config=asked.config)
    done = _run([*arguments, "--", path], folder, stdout=None)
    sys.stdout.write(done.stderr)
    sys.stdout.flush()
    if done.returncode != 0:
        raise Failed(_ended(done))
    return _count(files["json"]), tuple(files.values())


def _given(**options: str) -> list[str]:
    return [f"--{name.replace('_', '-')}={value}" for name, value in options.items() if value]


def _count(file: Path) -> int:
    counts: Mapping[str, Any] = json.loads(file.read_text(encoding="utf-8"))["counts"]
    return sum(int(count) for count in counts.values())


def _run(
    arguments: Sequence[str], folder: Path, stdout: int | None = subprocess.PIPE
) -> subprocess.CompletedProcess[str]:
    sys.stdout.flush()
    return subprocess.run(  # noqa: S603 - our own command, its arguments in a list
        [sys.executable, "-I", "-X", "utf8", "-m", "notice_lint", *arguments],
        cwd=folder,
        env=_environment(os.environ),
        stdin=subprocess.DEVNULL,
        stdout=stdout,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        errors="backslashreplace",
        timeout=_LONGEST,
        check=False,
    )


def _environment(whole: Mapping[str, str]) -> dict[str, str]:
    """Return the environment without the token, the inputs and the files that command the runner."""
    hidden = (
        "INPUT_",
        "ACTIONS_",
        "GITHUB_TOKEN",
        "GITHUB_ENV",
        "GITHUB_PATH",
        "GITHUB_OUTPUT",
        "GITHUB_STATE",
    )
    return {name: value for name, value in whole.items() if not name.startswith(hidden)}


def _ended(done: subprocess.CompletedProcess[str]) -> Done:
    lines = [line.strip() for line in done.stderr.splitlines() if line.strip()]
    return Done(done.returncode, lines[-1] if lines else "")
