"""JUnit XML, as its consumers take it: the schema of the Jenkins plugin, and three readers."""

import json
import subprocess
from collections import Counter
from pathlib import Path

import pytest
from junitparser import Error, Failure, JUnitXml, Skipped
from lxml import etree

from tests.consumers.results import RESULTS, clean, example, printed
from tests.consumers.tool import cached, package, program
from tests.hostile import naughty_strings
from tests.hostile import notice as hostile_notice

_READ = """
import fs from "node:fs";
const { parse } = await import(process.argv[2]);
console.log(JSON.stringify(await parse(fs.readFileSync(process.argv[3], "utf8"))));
"""


def expected(name: str) -> Counter[str]:
    """Return how the test cases of a report should have ended."""
    result = RESULTS[name]()
    ended = Counter("skipped" if finding.ignored else "failure" for finding in result.findings)
    with_findings = {finding.path for finding in result.findings}
    ended["passed"] = len({notice.path for notice in result.notices} - with_findings)
    ended["error"] = len(result.could_not_check) + len(result.could_not_run)
    return +ended


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("name", RESULTS)
def test_the_schema_accepts_it(name: str, language: str) -> None:
    schema = etree.XMLSchema(etree.parse(str(cached("junit-10.xsd"))))

    schema.assertValid(etree.fromstring(printed("junit", RESULTS[name](), language).encode()))


@pytest.mark.parametrize("name", RESULTS)
def test_junitparser_reads_every_case(name: str) -> None:
    ended: Counter[str] = Counter()
    for suite in JUnitXml.fromstring(printed("junit", RESULTS[name]()).encode()):
        for case in suite:
            kinds = {Failure: "failure", Error: "error", Skipped: "skipped"}
            ended.update([kinds[type(result)] for result in case.result] or ["passed"])

    assert ended == expected(name)


@pytest.mark.parametrize("name", RESULTS)
def test_a_reader_in_another_language_reads_every_case(name: str, tmp_path: Path) -> None:
    path, script = tmp_path / "report.xml", tmp_path / "read.mjs"
    path.write_text(printed("junit", RESULTS[name]()), encoding="utf-8")
    script.write_text(_READ, encoding="utf-8")
    reader = package("junit2json/dist/esm/index.js").as_uri()
    command = [program("node"), str(script), reader, str(path)]
    read = subprocess.run(command, check=True, capture_output=True, text=True).stdout

    ended: Counter[str] = Counter()
    for suite in json.loads(read)["testsuite"]:
        for case in suite["testcase"]:
            ended.update([kind for kind in ("failure", "error", "skipped") if kind in case] or ["passed"])

    assert ended == expected(name)


def test_a_notice_without_findings_is_a_case_that_passed() -> None:
    (suite,) = etree.fromstring(printed("junit", clean()).encode())
    (case,) = suite

    assert (suite.get("tests"), suite.get("failures"), list(case)) == ("1", "0", [])


def test_names_are_unique_in_a_suite_and_hold_no_line_numbers() -> None:
    suite = etree.fromstring(printed("junit", example()).encode())[0]
    moved = example()._replace(
        findings=tuple(f._replace(span=f.span._replace(line=f.span.line + 7)) for f in example().findings)
    )
    names = [case.get("name") for case in suite]

    assert len(set(names)) == len(names)
    assert [case.get("name") for case in etree.fromstring(printed("junit", moved).encode())[0]] == names


def test_every_naughty_string_can_be_read_back() -> None:
    from notice_lint.pages.terminal import visible  # noqa: PLC0415 - beside its only use
    from notice_lint.pages.xml import element  # noqa: PLC0415 - likewise

    for text in (
        *naughty_strings(),
        "\x00\x1b\ufffe\ud800",
        "::error::x ##[error]y ]]>",
        hostile_notice("x"),
    ):
        read = etree.fromstring(
            element("a", {"b": text}, element("c", {}, element("d", {"e": text}))).encode()
        )

        assert read.get("b") == visible(text)
