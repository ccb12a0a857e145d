"""515 naughty strings in every text field, through every format: not one changes what a reader finds.

Each string has a notice of its own; a run is over several notices, so that what every report says of the run,
such as the 180 rules of SARIF, is written and read once for all of them.
"""

import os
import re
from collections import Counter
from collections.abc import Iterator
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
_AT_ONCE = 20
"""Notices in a run: more would make the Markdown longer than a job summary may be, and it would be cut."""


@cache
def results(kind: str) -> list[Result]:
    """Return what checks find in a notice for each string."""
    strings = naughty_strings()
    if not strings and not os.environ.get("CI"):
        pytest.skip("the corpus of naughty strings is not beside the repository")
    assert len(strings) > 500
    options = Options(shipped_packs(), date(2026, 11, 22))
    found = [_source(f"n{number}.yaml", _MAKERS[kind](text)) for number, text in enumerate(strings)]
    return [check(found[start : start + _AT_ONCE], options) for start in range(0, len(found), _AT_ONCE)]


def _source(path: str, text: str) -> Source:
    return Source(path, lambda: parse(text, path))


def _runs(kind: str, form: str) -> Iterator[Result]:
    """Yield runs; GitHub keeps ten annotations of a kind, so one notice at a time."""
    for whole in results(kind):
        if form != "github":
            yield whole
            continue
        for one in whole.notices:
            found = tuple(finding for finding in whole.findings if finding.path == one.path)
            yield whole._replace(notices=(one,), findings=found)


@pytest.mark.parametrize("kind", _MAKERS)
@pytest.mark.parametrize("form", FORMATS)
def test_no_naughty_string_changes_the_structure_of_a_report(form: str, kind: str) -> None:
    for result in _runs(kind, form):
        printed = report_in(form)(result, catalogue("en"), Look(Style(colour=False)))
        reading = READERS[form](printed)
        expected = Counter(
            (finding.path, finding.rule, finding.severity.value) for finding in result.findings
        )
        shown = Counter((read.path, read.rule, read.severity) for read in reading.found)
        ours = min_of_each(result) if form == "github" else expected.total()

        assert result.complete
        assert reading.counts() == {level.value: result.count(level) for level in Severity}
        assert shown.total() == ours
        assert shown <= expected
        assert len(commands(printed)) == (ours if form == "github" else 0)
        assert _RAW.findall(printed) == []


def min_of_each(result: Result) -> int:
    """Return how many annotations the runner keeps."""
    return sum(min(MOST, result.count(severity)) for severity in Severity)
