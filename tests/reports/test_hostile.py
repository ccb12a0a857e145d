"""Hostile text in a notice: no report lets it give a command, move the cursor or hide."""

import json
import re
from collections.abc import Sequence
from datetime import date
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notice_lint.engine.shipped import shipped_packs
from notice_lint.i18n import catalogue
from notice_lint.pages.terminal import Style
from notice_lint.pages.workflow import MOST
from notice_lint.reports.formats import FORMATS, report_in
from notice_lint.reports.look import Look
from notice_lint.run.check import Options, Source, check
from notice_lint.source.parse import parse
from tests.hostile import BREAKERS, commands, notice

_OWN_COLOURS = re.compile(r"\x1b\[(0|1|2|1;31|1;33|1;36)m")
_ANNOTATION = re.compile(
    r"::(error|warning|notice) (?:(?:title|file|line|endLine|col|endColumn)=[^:,\s][^:,]*,?)+::.*"
)
_HIDDEN = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]")


@cache
def biting() -> tuple[str, ...]:
    """Return the rules that find fault with the notice: of others, reports say the same whatever it says."""
    options = Options(shipped_packs(), date(2026, 11, 22))
    texts = ["plain", "::error::x", *BREAKERS]
    found = [check([_source(notice(text))], options) for text in texts]
    return tuple(sorted({finding.rule for result in found for finding in result.findings}))


def _source(text: str) -> Source:
    return Source("n.yaml", lambda: parse(text, "n.yaml"))


def reports(text: str, path: str = "n.yaml", languages: Sequence[str] = ("en", "fr")) -> dict[str, str]:
    """Return every report on a notice, with colours."""
    options = Options(shipped_packs(), date(2026, 11, 22), only=biting())
    result = check([Source(path, lambda: parse(text, path))], options)
    assert result.could_not_run == ()
    look = Look(Style(colour=True))
    return {
        f"{form} {tag}": report_in(form)(result, catalogue(tag), look)
        for form in FORMATS
        for tag in languages
    }


def problems(printed: dict[str, str]) -> list[tuple[str, str]]:
    """Return what is wrong with reports: commands that are not theirs, and characters that nobody sees."""
    wrong = []
    for name, report in printed.items():
        obeyed = commands(report)
        if name.startswith("github") and len(obeyed) == annotations(printed["json en"]):
            obeyed = [line for line in obeyed if not _ANNOTATION.fullmatch(line)]
        hidden = _HIDDEN.findall(_OWN_COLOURS.sub("", report))
        wrong += [(name, found) for found in [*obeyed, *hidden]]
    return wrong


def annotations(report: str) -> int:
    """Return how many annotations the runner is to be given: ten of a level at most."""
    counts = json.loads(report)["counts"]
    return sum(min(MOST, counts[level]) for level in ("error", "warning", "note"))


@pytest.mark.parametrize("text", BREAKERS)
def test_no_report_obeys_a_notice(text: str) -> None:
    assert problems(reports(notice(text))) == []


@given(st.text(alphabet=st.sampled_from("::##[]%\r\n\t \u2028\x1berrowanigdbu"), max_size=40))
def test_no_report_obeys_a_generated_text(text: str) -> None:
    assert problems(reports(notice(f"::error::{text}"), languages=("en",))) == []


@pytest.mark.parametrize(
    "path", ["::error::x.yaml", "##[error]x.yaml", "a\n::warning::b.yaml", "a\x1b[2J.yaml"]
)
def test_no_report_obeys_a_file_name(path: str) -> None:
    assert problems(reports(notice("plain"), path)) == []


@pytest.mark.parametrize("text", ["50% {recipient} {0.__class__}", "{country}", "{}", "}{"])
def test_a_brace_in_a_notice_is_text(text: str) -> None:
    assert text in reports(notice(text))["short en"]
