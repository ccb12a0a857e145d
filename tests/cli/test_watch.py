"""`check --watch`: what is saved is checked again, by a program that runs, and by the loop alone."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from notice_lint.cli.watch import watch
from notice_lint.errors import NothingToCheck, UsageProblem
from notice_lint.i18n import catalogue
from tests.conftest import ROOT

_NOTICE = "format: 1\nnotice: {id: a, language: en}\ncontroller: {name: A, country: us}\n"


class _Enough(Exception):
    """Ends a loop that has no other end."""


def _looks(*saves: object) -> Iterator[None]:
    """Do one thing at each look, then end."""
    for save in saves:
        if callable(save):
            save()
        yield
    raise _Enough


def _watched(tmp_path: Path, *saves: object, files: object = None) -> int:
    """Return how often a run took place while these things happened, one a look."""
    runs = []
    looks = _looks(*saves)
    names = files if callable(files) else lambda: sorted(map(str, tmp_path.glob("*.yaml")))
    with pytest.raises(_Enough):
        watch(lambda: runs.append(1), names, catalogue("en"), lambda _: next(looks))
    return len(runs)


def test_nothing_is_checked_again_while_nothing_is_saved(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("1", encoding="utf-8")

    assert _watched(tmp_path, *[None] * 20) == 1


def test_what_is_saved_replaced_removed_or_new_is_checked_again(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("1", encoding="utf-8")

    def put() -> None:
        new = tmp_path / "new"
        new.write_text("3", encoding="utf-8")
        new.replace(path)

    assert _watched(tmp_path, partial(path.write_text, "22", encoding="utf-8"), None) == 2
    assert _watched(tmp_path, put, None) == 2
    assert _watched(tmp_path, (tmp_path / "b.yaml").touch, None, None, None, None) == 2
    assert _watched(tmp_path, path.unlink, None) == 2


def test_a_rule_in_a_folder_of_rules_is_watched(tmp_path: Path) -> None:
    rules = tmp_path / "rules"
    rules.mkdir()

    assert _watched(tmp_path, (rules / "a.yaml").touch, None, files=lambda: [str(rules)]) == 2


def test_a_failure_is_told_and_waited_out(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def fails() -> None:
        raise NothingToCheck("no notice was found")

    looks = _looks(None, None)
    with pytest.raises(_Enough):
        watch(fails, lambda: [str(tmp_path / "a.yaml")], catalogue("en"), lambda _: next(looks))

    assert "no notice was found" in capsys.readouterr().err


def test_a_wrong_command_line_is_not_waited_for() -> None:
    def fails() -> None:
        raise UsageProblem("there is no rule “{name}”", name="x")

    with pytest.raises(UsageProblem):
        watch(fails, list, catalogue("en"), lambda _: None)


def _until(path: Path, words: str, times: int = 1) -> None:
    for _ in range(300):
        if path.read_text(encoding="utf-8").count(words) >= times:
            return
        time.sleep(0.1)
    pytest.fail(f"{words!r} did not come: {path.read_text(encoding='utf-8')}")


def test_a_running_program_sees_saves_and_new_files_and_ends_with_ctrl_c(tmp_path: Path) -> None:
    folder, out = tmp_path / "notices", tmp_path / "out.txt"
    folder.mkdir()
    notice = folder / "notice.yaml"
    notice.write_text(_NOTICE, encoding="utf-8")
    command = [sys.executable, "-m", "notice_lint", "check", "--watch", "--format", "short"]
    environment = {
        "PATH": os.environ["PATH"],
        "PYTHONPATH": str(ROOT),
        "LANG": "C.UTF-8",
        "PYTHONUNBUFFERED": "1",
    }
    with out.open("w", encoding="utf-8") as stream:
        running = subprocess.Popen(
            [*command, "--only", "schema-violation"],
            cwd=folder,
            stdout=stream,
            stderr=stream,
            stdin=subprocess.DEVNULL,
            env=environment,
        )
        try:
            _until(out, "Waiting for changes")
            notice.write_text(_NOTICE.replace("us", "US"), encoding="utf-8")
            _until(out, "Waiting for changes", 2)
            (folder / "second.yaml").write_text(_NOTICE, encoding="utf-8")
            _until(out, "second.yaml:3:32")
        finally:
            running.send_signal(signal.SIGINT)
            status = running.wait(timeout=60)

    said = out.read_text(encoding="utf-8")
    assert status == 130
    assert said.count("notice.yaml:3:32: error") == 1
    assert "\x1b" not in said
