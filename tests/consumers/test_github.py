"""Annotations, as GitHub's runner takes them: its escapes, its limits; nothing is obeyed that is not ours."""

import json
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notice_lint.pages.workflow import LONGEST, MOST, annotation, attribute, data
from notice_lint.reports.result import Result
from tests.consumers.results import RESULTS, example, printed
from tests.consumers.tool import package, program
from tests.hostile import BREAKERS, commands, naughty_strings

_CORE = """
import fs from "node:fs";
const { issueCommand } = await import(process.argv[2]);
const strings = JSON.parse(fs.readFileSync(process.argv[3], "utf8"));
for (const text of strings) issueCommand("error", { title: text }, text);
"""


def test_the_escapes_are_those_of_the_actions_toolkit(tmp_path: Path) -> None:
    strings = [*naughty_strings(), *BREAKERS, *_mixed(8_000)]
    script, texts = tmp_path / "core.mjs", tmp_path / "texts.json"
    script.write_text(_CORE, encoding="utf-8")
    texts.write_text(json.dumps(strings), encoding="utf-8")
    core = package("@actions/core/lib/command.js")
    said = subprocess.run(
        [program("node"), str(script), core.as_uri(), str(texts)], check=True, capture_output=True
    ).stdout.decode()

    ours = "".join(f"::error title={attribute(text)}::{data(text)}\n" for text in strings)

    assert len(strings) > 8_000
    assert said == ours


def _mixed(count: int) -> list[str]:
    """Return strings of signs that mean something to the runner; the same at every run."""
    signs = "%:,\r\n#[]= a\u20200D25A3C;\t\u2028é😀"
    found, state = [], 1
    for _ in range(count):
        text = ""
        for _ in range(state % 23 + 1):
            state = (state * 1_103_515_245 + 12_345) % 2**31
            text += signs[(state >> 16) % len(signs)]
        found.append(text)
    return found


@given(st.text(max_size=60), st.text(max_size=60))
def test_an_annotation_is_one_line_and_one_command(title: str, message: str) -> None:
    printed_ = annotation("error", {"title": title, "file": message}, message, "…", title)

    assert commands(printed_) == [printed_]
    assert printed_.splitlines() == [printed_]


@pytest.mark.parametrize("name", RESULTS)
def test_the_runner_obeys_ten_of_a_level_at_most_and_all_are_ours(name: str) -> None:
    result = RESULTS[name]()
    report = printed("github", result)
    obeyed = commands(report)
    levels = [line[2:].split(" ")[0] for line in obeyed]

    assert levels == sorted(levels, key=("error", "warning", "notice").index)
    assert {level: levels.count(level) for level in ("error", "warning", "notice")} == at_most(result)
    assert len(report.splitlines()) == len(obeyed) + 1


def at_most(result: Result) -> dict[str, int]:
    """Return how many annotations of each level there should be."""
    unchecked = len(result.could_not_check) + len(result.could_not_run)
    levels = {"error": "error", "warning": "warning", "note": "notice"}
    counts = dict.fromkeys(levels.values(), 0) | {"error": unchecked}
    for finding in result.counted():
        counts[levels[finding.severity]] += 1
    return {level: min(MOST, count) for level, count in counts.items()}


def test_findings_on_what_the_change_touched_come_first() -> None:
    result = example()._replace(could_not_check=(), could_not_run=())
    last = [finding for finding in result.counted() if finding.severity == "error"][-1]
    touched = tuple(f._replace(touched=True) if f is last else f for f in result.findings)

    first = printed("github", result._replace(findings=touched)).splitlines()[0]

    assert f",line={last.span.line}," in first


def test_the_tenth_says_how_many_more_there_are() -> None:
    result = example()
    errors = [line for line in printed("github", result).splitlines() if line.startswith("::error ")]
    more = (
        len(result.could_not_check)
        + len(result.could_not_run)
        + sum(finding.severity == "error" for finding in result.counted())
        - MOST
    )

    assert f"%0AGitHub shows 10 of a kind at most. {more} more are in the summary" in errors[-1]
    assert [line for line in errors[:-1] if "at most. " in line] == []


def test_ignored_findings_are_left_out() -> None:
    ignored = [finding for finding in example().findings if finding.ignored]
    report = printed("github", example())

    assert ignored
    assert [f for f in ignored if f"file={f.path},line={f.span.line}," in report] == []


@pytest.mark.parametrize("sign", ["x", "é", "😀", "%", "\n", "\u202e"])
def test_a_long_message_is_cut_with_words_and_keeps_its_last_line(sign: str) -> None:
    line = annotation("notice", {}, sign * 9_000, " (cut)", "and 3 more")
    said = line.removeprefix("::notice::").replace("%0A", "\n").replace("%25", "%")

    assert len(said.encode("utf-16-le")) // 2 <= LONGEST
    assert len(said.encode("utf-16-le")) // 2 >= LONGEST - 1
    assert said.endswith(" (cut)\nand 3 more")


def test_columns_are_given_only_for_what_stays_on_a_line() -> None:
    lines = [line for line in commands(printed("github", example())) if ",line=" in line]
    spans = [line.split("::")[1].split(",") for line in lines]
    several = [said for said in spans if said[2].split("=")[1] != said[3].split("=")[1]]

    assert several
    assert [said for said in several if any(part.startswith(("col", "endColumn")) for part in said)] == []
    assert [said for said in spans if said not in several and not said[-1].startswith("endColumn=")] == []
