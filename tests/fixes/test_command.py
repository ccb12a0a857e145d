"""`check --fix`, `--diff` and `--unsafe-fixes` as users type them."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

NOTICE = """\
# the notice of our shop
format: 1
notice: {id: shop, language: en}
controller:
  name: Acme   # as in the register
  country: us
  kind: compny
"""
FIXED = NOTICE.replace("country: us", "country: US")


def run(folder: Path, *args: str, stdin: str | None = None) -> subprocess.CompletedProcess[str]:
    """Run `notice-lint check` in a folder."""
    environment = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "LANG": "C.UTF-8"}
    return subprocess.run(
        [sys.executable, "-m", "notice_lint", "check", "--only", "schema-violation", *args],
        cwd=folder,
        input=stdin,
        stdin=None if stdin is not None else subprocess.DEVNULL,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=environment,
        check=False,
        timeout=120,
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with a notice that has a slip and a guess."""
    (tmp_path / "notice.yaml").write_text(NOTICE, encoding="utf-8")
    return tmp_path


def test_a_fix_is_written_told_and_what_is_left_is_reported(folder: Path) -> None:
    done = run(folder, "--fix", "--format", "short")

    assert (folder / "notice.yaml").read_text(encoding="utf-8") == FIXED
    assert done.stderr.splitlines() == [
        "notice.yaml:6:12: “us” becomes “US” (schema-violation)",
        "Fixed 1 finding.",
        "1 more can be fixed with --unsafe-fixes; it is a guess, so look at it.",
    ]
    assert done.stdout.startswith("notice.yaml:7:9: error: “compny”")
    assert done.returncode == 1


def test_a_second_run_changes_nothing(folder: Path) -> None:
    run(folder, "--fix")
    before = (folder / "notice.yaml").stat()

    done = run(folder, "--fix")

    assert (folder / "notice.yaml").stat() == before
    assert "Nothing to fix." in done.stderr


def test_what_is_right_afterwards_passes(folder: Path) -> None:
    done = run(folder, "--fix", "--unsafe-fixes", "--lang", "fr")

    assert (folder / "notice.yaml").read_text(encoding="utf-8") == FIXED.replace("compny", "company")
    assert "2 constats corrigés." in done.stderr
    assert done.returncode == 0


def test_a_diff_writes_nothing_and_applies(folder: Path) -> None:
    done = run(folder, "--diff", "notice.yaml")

    assert (folder / "notice.yaml").read_text(encoding="utf-8") == NOTICE
    assert done.returncode == 1
    assert "1 finding would be fixed. Nothing is written." in done.stderr
    assert "-  country: us\n+  country: US\n" in done.stdout

    subprocess.run(["git", "apply", "-"], cwd=folder, input=done.stdout, text=True, check=True)

    assert (folder / "notice.yaml").read_text(encoding="utf-8") == FIXED


def test_a_diff_of_nothing_is_empty_and_passes(folder: Path) -> None:
    run(folder, "--fix", "--unsafe-fixes")

    done = run(folder, "--diff")

    assert (done.stdout, done.returncode) == ("", 0)


@pytest.mark.parametrize(
    ("text", "now"),
    [
        (NOTICE.replace("\n", "\r\n"), FIXED.replace("\n", "\r\n")),
        (NOTICE.removesuffix("\n"), FIXED.removesuffix("\n")),
        ("\ufeff" + NOTICE, "\ufeff" + FIXED),
        (NOTICE.replace("of our", "\tof our"), FIXED.replace("of our", "\tof our")),
    ],
)
def test_an_odd_file_stays_odd_and_its_diff_applies(folder: Path, text: str, now: str) -> None:
    path = folder / "notice.yaml"
    path.write_bytes(text.encode())
    diff = run(folder, "--diff", "notice.yaml").stdout
    run(folder, "--fix")

    assert path.read_bytes() == now.encode()
    if "\r" not in text:  # git takes such a patch for one with blanks at ends of lines
        path.write_bytes(text.encode())
        subprocess.run(["git", "apply", "-"], cwd=folder, input=diff.encode(), check=True)

        assert path.read_bytes() == now.encode()


def test_the_standard_input_is_only_compared(folder: Path) -> None:
    assert run(folder, "--fix", "-", stdin=NOTICE).returncode == 2

    done = run(folder, "--diff", "-", stdin=NOTICE)

    assert "+  country: US" in done.stdout
    assert done.returncode == 1


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (["--unsafe-fixes"], "--unsafe-fixes needs --fix or --diff"),
        (["--fix", "nothing.yaml"], "there is no such file"),
        (["--watch", "--fix"], "--watch cannot be used with --fix"),
        (["--watch", "--format", "json"], "--watch cannot be used with --format json"),
    ],
)
def test_what_cannot_be_done_is_said(folder: Path, args: list[str], words: str) -> None:
    done = run(folder, *args)

    assert words in done.stderr
    assert done.returncode == 2
    assert (folder / "notice.yaml").read_text(encoding="utf-8") == NOTICE


def test_a_read_only_notice_is_told_and_the_others_are_fixed(folder: Path) -> None:
    shutil.copy(folder / "notice.yaml", folder / "other.yaml")
    (folder / "notice.yaml").chmod(0o444)

    done = run(folder, "--fix", "--fail-on", "never")

    assert (folder / "notice.yaml").read_text(encoding="utf-8") == NOTICE
    assert (folder / "other.yaml").read_text(encoding="utf-8") == FIXED
    assert "notice.yaml cannot be written: it is read-only" in done.stderr
    assert done.returncode == 2


def test_older_versions_are_fixed_only_if_they_are_named(folder: Path) -> None:
    old = folder / "versions" / "2024-11.yaml"
    old.parent.mkdir()
    old.write_text(NOTICE, encoding="utf-8")

    run(folder, "--fix")

    assert old.read_text(encoding="utf-8") == NOTICE

    run(folder, "--fix", "versions/2024-11.yaml")

    assert old.read_text(encoding="utf-8") == FIXED


def test_what_is_ignored_is_not_fixed(folder: Path) -> None:
    text = NOTICE.replace(
        "country: us", "country: us  # notice-lint: ignore[schema-violation] -- as they write it"
    )
    (folder / "notice.yaml").write_text(text, encoding="utf-8")

    run(folder, "--fix")

    assert (folder / "notice.yaml").read_text(encoding="utf-8") == text


def test_what_hides_nothing_any_more_is_removed(folder: Path) -> None:
    text = FIXED.replace("compny", "company  # notice-lint: ignore[schema-violation] -- it was misspelt")
    (folder / "notice.yaml").write_text(text, encoding="utf-8")

    done = run(folder, "--fix", "--only", "ignore-unused")

    assert (folder / "notice.yaml").read_text(encoding="utf-8") == FIXED.replace("compny", "company")
    assert "comment removed: # notice-lint: ignore[schema-violation] -- it was misspelt" in done.stderr


def test_a_diff_gives_no_command_to_a_build_service_or_a_terminal(folder: Path) -> None:
    text = NOTICE.replace("  kind: compny\n", "").replace(
        "controller:\n", "::error::owned\u2028\ncontroller: # ##[stop-commands]x\n"
    )
    text = text.replace("::error::owned\u2028\n", "#\n# a \u0600 ##[add-mask]e\n")
    (folder / "notice.yaml").write_text(text, encoding="utf-8")

    done = run(folder, "--diff")

    assert "##[" not in done.stdout
    assert "\u0600" not in done.stdout
    assert "+  country: US" in done.stdout
