"""515 naughty strings in every text field, through every format: not one changes what a reader finds."""

import os
import re
from collections import Counter
from datetime import date
from functools import cache

import pytest

from notice_lint.engine.shipped import shipped_packs
from notice_lint.findings import Severity
from notice_lint.i18n import catalogue
from notice_lint.pages.terminal import Style
from notice_lint.pages.workflow import MOST
from notice_lint.reports.formats import FORMATS, report_in
from notice_lint.reports.look import Look
from notice_lint.reports.result import Result
from notice_lint.run.check import Options, Source, check
from notice_lint.source.parse import parse
from tests.hostile import commands, everywhere, naughty_strings, notice
from tests.reports.readers import READERS

_RAW = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]")
"""What no report holds raw: controls, bidi, zero width."""

_MAKERS = {"found at fault": notice, "every key": everywhere}


@cache
def results(kind: str) -> list[Result]:
    """Return what a check finds in a notice for each string."""
    strings = naughty_strings()
    if not strings and not os.environ.get("CI"):
        pytest.skip("the corpus of naughty strings is not beside the repository")
    assert len(strings) > 500
    options = Options(shipped_packs(), date(2026, 11, 22))
    texts = [_MAKERS[kind](text) for text in strings]
    return [check([Source("n.yaml", lambda text=text: parse(text, "n.yaml"))], options) for text in texts]  # type: ignore[misc] # bound at once


@pytest.mark.parametrize("kind", _MAKERS)
@pytest.mark.parametrize("form", FORMATS)
def test_no_naughty_string_changes_the_structure_of_a_report(form: str, kind: str) -> None:
    for result in results(kind):
        printed = report_in(form)(result, catalogue("en"), Look(Style(colour=False)))
        reading = READERS[form](printed)
        expected = [(finding.rule, finding.severity.value) for finding in result.findings]
        shown = [(read.rule, read.severity) for read in reading.found]
        ours = min_of_each(expected) if form == "github" else Counter(expected).total()

        assert result.complete
        assert reading.counts() == {level.value: result.count(level) for level in Severity}
        assert len(shown) == ours
        assert Counter(shown) <= Counter(expected)
        assert len(commands(printed)) == (ours if form == "github" else 0)
        assert _RAW.findall(printed) == []


def min_of_each(expected: list[tuple[str, str]]) -> int:
    """Return how many annotations the runner keeps."""
    return sum(min(MOST, count) for count in Counter(severity for _, severity in expected).values())
