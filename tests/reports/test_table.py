"""The table: as wide as asked for, with every word of every finding."""

from datetime import date
from functools import cache

import pytest

from notice_lint.engine.shipped import shipped_packs
from notice_lint.findings import Ignored
from notice_lint.i18n import catalogue
from notice_lint.pages.grid import width_of
from notice_lint.pages.terminal import Style
from notice_lint.reports.look import Look
from notice_lint.reports.result import Result, message
from notice_lint.reports.table import report
from notice_lint.run.check import Options, check, sources
from tests.conftest import ROOT

_PATHS = ("examples/clearnox/notice.yaml", "examples/clearnox/versions/2024-11.yaml")


@cache
def result() -> Result:
    """Return what a check of both examples finds."""
    both = sources([(ROOT / path, path) for path in _PATHS])
    return check(both, Options(shipped_packs(), date(2026, 11, 22)))


@pytest.mark.parametrize("width", [60, 80, 100, 160])
@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_table_is_as_wide_as_the_look_says(width: int, language: str) -> None:
    text = report(result(), catalogue(language), Look(Style(colour=False), width=width))
    lines = text.partition("\n\nChecked" if language == "en" else "\n\nContrôle au")[0].splitlines()

    assert max(map(width_of, lines)) <= width


def test_a_table_says_every_word_of_a_finding() -> None:
    words = catalogue("en")
    text = report(result(), words, Look(Style(colour=False), width=4000))

    for finding in result().findings:
        assert f"{message(finding, result().rule(finding.rule), words)} [{finding.rule}]" in text


def test_each_notice_has_a_table_of_its_own_in_the_order_of_the_file() -> None:
    text = report(result(), catalogue("en"), Look(Style(colour=False)))
    places = [line.split(" ")[0] for line in text.splitlines() if line[:1].isdigit()]

    assert [line for line in text.splitlines() if line in _PATHS] == list(_PATHS)
    assert places == [f"{f.span.line}:{f.span.column}" for f in result().findings]


def test_the_severity_is_in_colour_and_nothing_else_of_a_row() -> None:
    text = report(result(), catalogue("en"), Look(Style(colour=True)))

    assert "\x1b[1;31merror\x1b[0m    " in text
    assert report(result(), catalogue("en"), Look(Style(colour=False))) == _without(text)


def _without(text: str) -> str:
    for code in ("0", "1", "2", "1;31", "1;33", "1;36"):
        text = text.replace(f"\x1b[{code}m", "")
    return text


@pytest.mark.parametrize("shown", [True, False])
def test_ignored_findings_are_listed_with_their_reason_where_that_is_asked_for(shown: bool) -> None:  # noqa: FBT001 - a parameter of the table
    first, *others = result().findings
    ignored = first._replace(ignored=Ignored("inline", "In signature", "J.D.", "2027-03-01"))
    text = report(
        result()._replace(findings=(ignored, *others)),
        catalogue("en"),
        Look(Style(colour=False), ignored=shown, width=300),
    )

    assert ("In signature (by: J.D.; until: 1 March 2027)" in text) == shown


def test_a_run_that_finds_nothing_says_so() -> None:
    text = report(result()._replace(findings=()), catalogue("en"), Look(Style(colour=False)))

    assert text.startswith("Checked 2 notices against")
    assert "no finding" in text
