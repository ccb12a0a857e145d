"""What is written where: reports as files, the terminal's width, how much is said, and in which language."""

import fcntl
import os
import struct
import subprocess
import sys
import termios
from pathlib import Path

import pytest

from notice_lint.cli.written import write
from notice_lint.errors import reason_of
from notice_lint.i18n import catalogue
from notice_lint.run.save import NotWritten
from tests.cli.program import call, environment
from tests.conftest import ROOT

_NOTICE = str(ROOT / "examples/clearnox/versions/2024-11.yaml")
_ONE = ["check", "--on", "2026-11-22", "--only", "transfer-basis-missing", _NOTICE]
_MENDABLE = "format: 1\nnotice: {id: a, language: EN}\ncontroller: {name: A, country: fr}   \n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with things that are no ordinary files, and with a file that is one."""
    (tmp_path / "folder").mkdir()
    (tmp_path / "old.html").write_text("old", encoding="utf-8")
    (tmp_path / "link.html").symlink_to("old.html")
    (tmp_path / "nowhere.html").symlink_to("gone.html")
    os.mkfifo(tmp_path / "pipe.html")
    return tmp_path


@pytest.mark.parametrize(
    ("path", "says"),
    [
        ("folder", "it is not an ordinary file"),
        ("pipe.html", "it is not an ordinary file"),
        ("/dev/null", "it is not an ordinary file"),
        ("link.html", "no report is written through a link"),
        ("nowhere.html", "no report is written through a link"),
        ("none/a.html", "there is no folder"),
        (".git/a.html", "no report is written into .git"),
    ],
)
def test_a_report_takes_the_place_of_an_ordinary_file_only(folder: Path, path: str, says: str) -> None:
    done = call([*_ONE, "--report", f"html={path}"], folder)

    assert done.status == 2
    assert says in done.output.decode()
    assert sorted(one.name for one in folder.iterdir()) == [
        "folder",
        "link.html",
        "nowhere.html",
        "old.html",
        "pipe.html",
    ]
    assert (folder / "old.html").read_text(encoding="utf-8") == "old"


@pytest.mark.parametrize("name", ["folder", "pipe.html", "link.html", "nowhere.html"])
def test_the_writer_itself_refuses_what_has_changed_since_it_was_looked_at(folder: Path, name: str) -> None:
    with pytest.raises(NotWritten, match="not an ordinary file"):
        write(str(folder / name), name, "new")

    assert (folder / "old.html").read_text(encoding="utf-8") == "old"


def test_one_report_that_cannot_be_written_does_not_keep_the_others_back(folder: Path) -> None:
    done = call([*_ONE, "--report", "html=folder", "--report", "json=new.json"], folder)

    assert done.status == 2
    assert b"transfer-basis-missing" in done.output
    assert '"shape": "notice-lint/check/1"' in (folder / "new.json").read_text(encoding="utf-8")


def test_a_report_is_replaced_and_keeps_its_mode(folder: Path) -> None:
    (folder / "old.html").chmod(0o640)
    call([*_ONE, "--report", "html=old.html"], folder)

    assert "<!doctype html>" in (folder / "old.html").read_text(encoding="utf-8").casefold()
    assert (folder / "old.html").stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize(
    ("columns", "widest"), [(60, 60), (72, 72), (140, 140), (400, 160), (20, 60), (0, 100)]
)
def test_a_table_is_as_wide_as_the_terminal(tmp_path: Path, columns: int, widest: int) -> None:
    inside, outside = os.openpty()
    fcntl.ioctl(outside, termios.TIOCSWINSZ, struct.pack("HHHH", 40, columns, 0, 0))
    running = subprocess.Popen(
        [sys.executable, "-m", "notice_lint", *_ONE, "--format", "table", "--report", "table=t.txt"],
        cwd=tmp_path,
        stdout=outside,
        stderr=subprocess.DEVNULL,
        env=environment(NO_COLOR="1"),
    )
    os.close(outside)
    said = b""
    while chunk := _read(inside):
        said += chunk
    os.close(inside)
    running.wait(timeout=60)
    rule = next(line for line in said.decode().splitlines() if line.startswith("──"))

    assert len(rule) == widest
    assert max(map(len, _rules_in(tmp_path / "t.txt"))) == 100


def _read(handle: int) -> bytes:
    try:
        return os.read(handle, 1 << 16)
    except OSError:  # the other end is closed
        return b""


def _rules_in(path: Path) -> list[str]:
    return [line for line in path.read_text(encoding="utf-8").splitlines() if line.startswith("──")]


def test_statistics_count_also_where_settings_ask_for_another_format(tmp_path: Path) -> None:
    (tmp_path / "notice-lint.yaml").write_text("format: json\n", encoding="utf-8")
    (tmp_path / "a.yaml").write_text(_MENDABLE, encoding="utf-8")
    counted = call(["check", "--statistics", "a.yaml"], tmp_path)
    refused = call(["check", "--statistics", "--format", "json", "a.yaml"], tmp_path)

    assert (counted.status, refused.status) == (1, 2)
    assert b" findings in all." in counted.output
    assert b"--statistics is for --format text" in refused.output


@pytest.mark.parametrize("form", ["text", "table", "markdown", "html", "github"])
def test_quiet_leaves_the_findings_and_takes_the_rest(tmp_path: Path, form: str) -> None:
    usual, quiet = (call([*_ONE, "--format", form, *more], tmp_path).output.decode() for more in ([], ["-q"]))
    data = "Reference data of" if form != "github" else "Checked 1 notice"

    assert data in usual
    assert data not in quiet
    assert quiet.count("Woodpecker") == usual.count("Woodpecker") - ("<svg" in usual) * _in_flows(usual)


def _in_flows(page: str) -> int:
    """Return how often the picture of a page, and the tables beside it, name a recipient."""
    return page.partition('id="flows-1"')[2].partition('id="findings"')[0].count("Woodpecker")


@pytest.mark.parametrize("form", ["text", "table", "markdown", "html"])
@pytest.mark.parametrize("lang", ["en", "fr"])
def test_what_the_tool_can_put_right_is_counted(tmp_path: Path, form: str, lang: str) -> None:
    (tmp_path / "a.yaml").write_text(_MENDABLE, encoding="utf-8")
    only = ["--only", "trailing-spaces", "--lang", lang, "--format", form, "a.yaml"]
    said = call(["check", *only], tmp_path).output.decode()
    call(["check", "--fix", *only], tmp_path)
    after = call(["check", *only], tmp_path).output.decode()

    assert catalogue(lang).say("fix.can", 3) in said
    assert catalogue(lang).say("fix.can", 1).partition("1")[0] not in after


def test_short_lists_what_is_ignored_where_that_is_asked_for(tmp_path: Path) -> None:
    ignore = "language: en}  # notice-lint: ignore[trailing-spaces] by J. Doe -- kept  "
    (tmp_path / "a.yaml").write_text(_MENDABLE.replace("language: EN}", ignore), encoding="utf-8")
    asked = ["check", "--only", "trailing-spaces", "--format", "short", "a.yaml"]

    assert "ignored" not in call(asked, tmp_path).output.decode().casefold()
    assert (
        "[trailing-spaces] (Ignored: kept (by: J. Doe))"
        in call([*asked, "--show-ignored"], tmp_path).output.decode()
    )


@pytest.mark.parametrize(
    ("lang", "says"), [("en", "examples are as they say"), ("fr", "sont tels qu’ils le disent")]
)
def test_examples_of_a_pack_are_told_in_the_readers_language(tmp_path: Path, lang: str, says: str) -> None:
    done = call(["test-rules", "--lang", lang, str(ROOT / "rules/cookies")], tmp_path)

    assert done.status == 0
    assert says in done.output.decode()


def test_an_example_that_fails_is_told_in_french(tmp_path: Path) -> None:
    call(["new", "pack", "our-rules"], tmp_path)
    rule = tmp_path / "our-rules/our-rule.yaml"
    text = rule.read_text(encoding="utf-8")
    assert "finds: [" in text
    rule.write_text(text.replace("finds: [", "finds: [zzz.", 1), encoding="utf-8")
    done = call(["test-rules", "--lang", "fr", "our-rules"], tmp_path)

    assert done.status == 1
    assert ", devrait trouver " in done.output.decode()


@pytest.mark.parametrize("number", [2, 13, 20, 21, 28, 30, 36, 40])
def test_reasons_of_the_system_are_ours_and_have_french_words(number: int) -> None:
    reason = reason_of(OSError(number, "some words of the system"))

    assert reason != "some words of the system"
    assert catalogue("fr").failure(reason, {}) != reason


def test_a_reason_that_we_have_no_words_for_is_the_systems() -> None:
    assert reason_of(OSError(9999, "odd")) == "odd"
    assert reason_of(OSError()) == "the system refuses it"


@pytest.mark.parametrize("options", [["--only", "transfer-basis-missing"], ["--skip", "trailing-spaces"]])
def test_notes_on_form_can_be_left_out_but_not_what_keeps_a_notice_from_being_read(
    tmp_path: Path, options: list[str]
) -> None:
    (tmp_path / "a.yaml").write_text(_MENDABLE, encoding="utf-8")
    said = call(["check", "--format", "short", *options, "a.yaml"], tmp_path).output.decode()

    assert "[trailing-spaces]" not in said
    assert said.count("[schema-violation]") == 2
