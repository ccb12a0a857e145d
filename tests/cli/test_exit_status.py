"""How runs end when the world does not play along."""

import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from notice_lint.reports.formats import FORMATS
from tests.cli.program import call, environment
from tests.conftest import ROOT

_NOTICE = str(ROOT / "examples/clearnox/versions/2024-11.yaml")
_COMMAND = [sys.executable, "-m", "notice_lint"]


def status(*args: str, **more: str) -> subprocess.CompletedProcess[bytes]:
    """Run the command line and return what came of it."""
    return subprocess.run(
        [*_COMMAND, *args],
        capture_output=True,
        stdin=subprocess.DEVNULL,
        env=environment(**more),
        cwd=ROOT,
        check=False,
        timeout=60,
    )


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full here")
def test_a_full_disk_is_could_not_check() -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [*_COMMAND, "check", _NOTICE], stdout=full, stderr=subprocess.PIPE, env=environment(), check=False
        )

    assert done.returncode == 2
    assert b"cannot be written" in done.stderr
    assert b"Traceback" not in done.stderr


def test_a_closed_pipe_is_quiet() -> None:
    running = subprocess.Popen(
        [*_COMMAND, "check", _NOTICE], stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment()
    )
    assert running.stdout is not None
    assert running.stderr is not None
    running.stdout.close()
    complaint = running.stderr.read()
    running.stderr.close()

    assert running.wait(timeout=60) == 141
    assert complaint == b""


def test_a_run_that_is_stopped_says_so() -> None:
    expected = {signal.SIGINT: 130, signal.SIGTERM: 143}
    running = {number: _waiting() for number in expected}
    time.sleep(4)  # long enough to wait for their input, also on a busy machine
    for number, one in running.items():
        one.send_signal(number)
    said = b"".join(part for one in running.values() for part in one.communicate(timeout=60))

    assert {number: one.returncode for number, one in running.items()} == expected
    assert b"Traceback" not in said


def _waiting() -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [*_COMMAND, "check", "-", "--stdin-filename", "n.yaml"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(),
    )


def test_an_old_code_page_shows_what_it_can() -> None:
    done = status("check", _NOTICE, "--lang", "fr", PYTHONIOENCODING="cp1252")

    assert done.returncode == 1
    assert b"Traceback" not in done.stderr
    assert "Données".encode("cp1252") in done.stdout


def test_a_terminal_that_claims_to_know_only_ascii_gets_the_report_all_the_same() -> None:
    done = status("check", _NOTICE, LC_ALL="C", PYTHONIOENCODING="ascii", PYTHONUTF8="0")

    assert done.returncode == 1
    assert b"Traceback" not in done.stderr
    assert "Données".encode() in done.stdout


@pytest.mark.parametrize("form", FORMATS)
def test_the_status_does_not_depend_on_the_format(form: str, tmp_path: Path) -> None:
    assert call(["check", _NOTICE, "--format", form], tmp_path).status == 1


@pytest.mark.parametrize(("fail_on", "expected"), [("error", 1), ("warning", 1), ("note", 1), ("never", 0)])
def test_the_threshold_moves_findings_only(fail_on: str, expected: int, tmp_path: Path) -> None:
    assert call(["check", _NOTICE, "--fail-on", fail_on], tmp_path).status == expected


def test_only_errors_count_unless_more_is_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "notice.yaml"
    text = (ROOT / "tests/scenarios/norway.txt").read_text(encoding="utf-8")
    text = text.partition("--- notice.yaml\n")[2].partition("--- output")[0]
    path.write_text(text.replace("country: NO", "country: EEA"), encoding="utf-8")

    asked = ["check", str(path), "--on", "2026-11-22"]

    assert call(asked, tmp_path).status == 0
    assert call([*asked, "--fail-on", "note"], tmp_path).status == 1


def test_a_bug_is_an_apology_with_a_trace_in_a_file(tmp_path: Path) -> None:
    script = (
        "import notice_lint.cli.check as c\n"
        "def broken(*args): raise RuntimeError('oops')\n"
        "c.check = broken\n"
        "from notice_lint.cli.main import main\n"
        f"main(['check', {_NOTICE!r}])\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        capture_output=True,
        env=environment(TMPDIR=str(tmp_path)),
        check=False,
    )
    traces = list(tmp_path.glob("notice-lint-*.txt"))

    assert done.returncode == 3
    assert b"sorry" in done.stderr
    assert b"Traceback" not in done.stderr
    assert "oops" in traces[0].read_text(encoding="utf-8")


def test_a_rule_that_breaks_does_not_hide_the_others() -> None:
    script = (
        "import notice_lint.run.check as r\n"
        "real = r.judge\n"
        "def judge(rule, context):\n"
        "    if rule.name == 'category-without-purpose': raise ValueError('broken rule')\n"
        "    return real(rule, context)\n"
        "r.judge = judge\n"
        "from notice_lint.cli.main import main\n"
        f"main(['check', {_NOTICE!r}])\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, env=environment(), check=False)

    assert done.returncode == 2
    assert b"category-without-purpose" in done.stdout
    assert b"could not run" in done.stdout
    assert b"transfer-basis-missing" in done.stdout


def test_colours_are_for_people_who_want_them(tmp_path: Path) -> None:
    plain = call(["check", _NOTICE], tmp_path).output
    coloured = call(["check", _NOTICE], tmp_path, FORCE_COLOR="1").output
    refused = call(["check", _NOTICE], tmp_path, FORCE_COLOR="1", NO_COLOR="1").output

    assert b"\x1b[" not in plain
    assert b"\x1b[1;31m" in coloured
    assert refused == plain


@pytest.mark.parametrize("name", ["NOTICE_LINT_FAIL_ON", "NOTICE_LINT_CHECK_FAIL_ON"])
def test_an_option_can_come_from_the_environment(name: str, tmp_path: Path) -> None:
    assert call(["check", _NOTICE], tmp_path, **{name: "never"}).status == 0


def test_every_option_has_a_variable_of_its_own_name(tmp_path: Path) -> None:
    said = {"NOTICE_LINT_FORMAT": "json", "NOTICE_LINT_ON": "2026-11-22", "NOTICE_LINT_LANG": "fr"}
    done = call(["check", _NOTICE], tmp_path, **said)

    assert b'"day": "2026-11-22"' in done.output
    assert b'"language": "fr"' in done.output
