"""All formats say the same: one golden finding at one place, and the same counts."""

from datetime import date

import pytest

from notice_lint.engine.shipped import shipped_packs
from notice_lint.findings import Ignored
from notice_lint.i18n import catalogue
from notice_lint.pages.terminal import Style
from notice_lint.reports.formats import FORMATS, report_in
from notice_lint.reports.look import Look
from notice_lint.reports.result import Result
from notice_lint.run.check import Options, check, sources
from tests.conftest import ROOT
from tests.reports.readers import READERS, Read, Reading

_PATH = "examples/clearnox/versions/2024-11.yaml"
_GOLDEN = Read(
    rule="transfer-basis-missing",
    severity="error",
    path=_PATH,
    line=825,
    column=14,
    said="Zoom, United States (US): outside the EEA. Adequacy covers only certified organisations"
    " ((EU) 2023/1795). No transfer basis is given.",
)
_WITHOUT_COLUMNS = frozenset(("gitlab",))


def result(only: tuple[str, ...] = ()) -> Result:
    """Return what a check of the example finds on 22 November 2026."""
    options = Options(shipped_packs(), date(2026, 11, 22), only=only)
    return check(sources([(ROOT / _PATH, _PATH)]), options)


def reading(form: str, of: Result) -> Reading:
    """Return what a reader of a format sees in its report."""
    return READERS[form](report_in(form)(of, catalogue("en"), Look(Style(colour=False))))


def test_every_format_has_a_reader() -> None:
    assert sorted(READERS) == sorted(FORMATS)


@pytest.mark.parametrize("form", FORMATS)
def test_the_golden_finding_is_the_same_in_every_format(form: str) -> None:
    found = reading(form, result((_GOLDEN.rule,))).found
    column = None if form in _WITHOUT_COLUMNS else _GOLDEN.column

    (golden,) = [read for read in found if read.line == _GOLDEN.line]

    assert _GOLDEN.said in golden.said
    assert golden._replace(said="") == _GOLDEN._replace(said="", column=column)


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_counts_the_same(form: str) -> None:
    whole = result()

    counts = reading(form, whole).counts()

    assert counts == reading("json", whole).counts()
    assert sum(counts.values()) > len(whole.findings) - 1


@pytest.mark.parametrize("form", FORMATS)
def test_an_ignored_finding_counts_in_no_format_and_is_kept_where_machines_look_for_it(form: str) -> None:
    whole = result((_GOLDEN.rule,))
    first, *others = whole.findings
    ignored = first._replace(ignored=Ignored("inline", "In signature", "J.D.", "2027-03-01"))

    read = reading(form, whole._replace(findings=(ignored, *others)))

    assert read.counts() == {"error": len(others), "warning": 0, "note": 0}
    assert read.ignored in (None, [first.rule])
    assert (read.ignored is not None) == (form in {"json", "sarif", "junit", "markdown", "html"})
