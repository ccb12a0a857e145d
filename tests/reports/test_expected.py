"""Both examples in every format: what is printed is a file that was read before it was committed."""

import json
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from notice_lint.engine.shipped import shipped_packs
from notice_lint.findings import Finding, Ignored
from notice_lint.i18n import catalogue
from notice_lint.pages.terminal import Style
from notice_lint.reports.formats import FORMATS, report_in
from notice_lint.reports.look import Look
from notice_lint.reports.result import CouldNotRun, Result
from notice_lint.run.check import Options, check, sources
from tests.conftest import ROOT

_EXPECTED = Path(__file__).parent / "expected"
_EXAMPLES = {
    "clearnox-2024-11": "examples/clearnox/versions/2024-11.yaml",
    "clearnox-notice": "examples/clearnox/notice.yaml",
}
_WHOLE = {
    "text": ("en", "fr"),
    "short": ("en", "fr"),
    "json": ("en",),
    "github": ("en", "fr"),
    "table": ("en", "fr"),
}
"""Formats in which whole reports are kept, by language; of the others, a small one shows everything."""

_FILES = [
    *((example, form, tag) for example in _EXAMPLES for form, tags in _WHOLE.items() for tag in tags),
    *(("few", form, language) for form in FORMATS for language in ("en", "fr")),
]
_RULES = ("transfer-basis-missing", "retention-contradiction", "sentence-length", "open-ended-list")


@cache
def result(example: str) -> Result:
    """Return what a check of an example finds on 22 November 2026."""
    if example == "few":
        return few()
    path = _EXAMPLES[example]
    return check(sources([(ROOT / path, path)]), Options(shipped_packs(), date(2026, 11, 22)))


def few() -> Result:
    """Return two findings of each of four rules, of which one is ignored; a file and a rule gave none."""
    path = _EXAMPLES["clearnox-2024-11"]
    options = Options(shipped_packs(), date(2026, 11, 22), only=_RULES, flows=True)
    whole = check(sources([(ROOT / path, path)]), options)
    ignored = Ignored("inline", "The clauses are being signed.", "J. Doe", "2027-03-01")
    found: list[Finding] = []
    for rule in _RULES:
        one, two = [finding for finding in whole.findings if finding.rule == rule][:2]
        found += [one._replace(ignored=None if found else ignored), two._replace(touched=not found)]
    return whole._replace(
        findings=tuple(sorted(found, key=lambda finding: finding.span)),
        could_not_check=(("notices/locked.yaml", "permission is refused"),),
        could_not_run=(CouldNotRun("sentence-length", path, "TypeError: a text was expected"),),
    )


@pytest.mark.parametrize(("example", "form", "language"), _FILES)
def test_a_report_is_as_expected(example: str, form: str, language: str, rewrite: bool) -> None:  # noqa: FBT001 - a fixture
    path = _EXPECTED / f"{example}.{language}.{form}"
    text = report_in(form)(result(example), catalogue(language), Look(Style(colour=False)))
    if rewrite:
        path.write_text(text, encoding="utf-8")

    assert text == path.read_text(encoding="utf-8")


def shape(example: str) -> dict[str, Any]:
    """Return an example's JSON report."""
    text = report_in("json")(result(example), catalogue("en"), Look(Style(colour=False)))
    data: dict[str, Any] = json.loads(text)
    return data


@pytest.mark.parametrize("example", _EXAMPLES)
def test_the_json_report_has_the_written_shape(example: str) -> None:
    schema = json.loads((ROOT / "notice_lint/schema/check.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)

    Draft202012Validator(schema).validate(shape(example))
    assert shape(example)["shape"] == schema["properties"]["shape"]["const"]


@pytest.mark.parametrize("example", _EXAMPLES)
def test_all_formats_show_the_same_findings_at_the_same_places(example: str) -> None:
    look = Look(Style(colour=False))
    findings = shape(example)["findings"]
    short = report_in("short")(result(example), catalogue("en"), look).splitlines()
    text = report_in("text")(result(example), catalogue("en"), look)
    places = [f"{f['path']}:{f['line']}:{f['column']}" for f in findings]

    assert [line.partition(": ")[0] for line in short] == places
    assert [line.rpartition("[")[2].rstrip("]") for line in short] == [f["rule"] for f in findings]
    assert [line.split()[0] for line in text.splitlines() if line.startswith("  examples/")] == places
    assert sum(shape(example)["counts"].values()) == len(findings)


def test_fingerprints_are_unique() -> None:
    prints = [finding["fingerprint"] for finding in shape("clearnox-2024-11")["findings"]]

    assert len(prints) == len(set(prints))
