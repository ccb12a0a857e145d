"""SARIF, as its consumers take it: the schema, Microsoft's validator with GitHub's rules, another reader."""

import json
import subprocess
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from jsonschema.validators import validator_for

from notice_lint.findings import Severity
from notice_lint.reports.sarif import MOST
from tests.consumers.results import RESULTS, example, hostile, printed
from tests.consumers.tool import installed, package

_MULTITOOL = "@microsoft/sarif-multitool-linux"
_SEVERITY = ("error", "warning", "note")

_SUMMARY = """
import json, sys
from sarif import loader
read = loader.load_sarif_file(sys.argv[1])
print(json.dumps([[r["Severity"], r["Location"], r["Line"]] for r in read.get_records()]))
"""


def written(tmp_path: Path, name: str, language: str = "en") -> Path:
    """Write the report on a result to a file."""
    path = tmp_path / f"{name}.sarif"
    path.write_text(printed("sarif", RESULTS[name](), language), encoding="utf-8")
    return path


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("name", RESULTS)
def test_the_schema_of_oasis_accepts_it(name: str, language: str, tmp_path: Path) -> None:
    schema = json.loads(package(f"{_MULTITOOL}/sarif-2.1.0.json").read_text(encoding="utf-8-sig"))
    validator = validator_for(schema)

    validator(schema).validate(json.loads(written(tmp_path, name, language).read_text(encoding="utf-8")))


def validated(path: Path) -> dict[str, Any]:
    """Return what the validator says of a file. Its exit status is 0 whatever it says."""
    said = path.with_suffix(".said")
    tool = str(package(f"{_MULTITOOL}/Sarif.Multitool"))
    rules = ["--rule-kind", "Sarif;Ghas", "--level", "Error;Warning"]
    command = [tool, "validate", str(path), *rules, "--output", str(said), "--log", "ForceOverwrite"]
    subprocess.run(command, check=False, capture_output=True)
    run: dict[str, Any] = json.loads(said.read_text(encoding="utf-8-sig"))["runs"][0]
    return run


@pytest.mark.parametrize("name", RESULTS)
def test_the_validator_has_no_error_and_no_warning_under_the_rules_of_github(
    name: str, tmp_path: Path
) -> None:
    run = validated(written(tmp_path, name, "fr"))

    assert [(r["ruleId"], r["message"].get("arguments")) for r in run.get("results", ())] == []
    assert run["invocations"][0]["executionSuccessful"]


def test_the_validator_bites(tmp_path: Path) -> None:
    path = written(tmp_path, "example")
    data = json.loads(path.read_text(encoding="utf-8"))
    data["runs"][0]["results"][5]["locations"][0]["physicalLocation"]["region"]["startLine"] = 0
    path.write_text(json.dumps(data), encoding="utf-8")

    assert [result for result in validated(path)["results"] if result.get("level") == "error"] != []


@pytest.mark.parametrize("name", RESULTS)
def test_another_reader_sees_the_same_findings(name: str, tmp_path: Path) -> None:
    python = installed("python")
    path = written(tmp_path, name)
    read = subprocess.run([python, "-c", _SUMMARY, path], check=True, capture_output=True, text=True).stdout

    severities = [severity for severity, _, _ in json.loads(read)]
    lines = [line for _, _, line in json.loads(read)]

    found = sorted(RESULTS[name]().findings, key=lambda finding: finding.span.line)
    assert sorted(severities) == sorted(finding.severity.value for finding in found)
    assert sorted(map(int, lines)) == [finding.span.line for finding in found]


def run_of(name: str) -> dict[str, Any]:
    """Return the run of a result's report."""
    run: dict[str, Any] = json.loads(printed("sarif", RESULTS[name]()))["runs"][0]
    return run


@pytest.mark.parametrize("name", RESULTS)
def test_no_address_leads_out_of_the_folder(name: str) -> None:
    run = run_of(name)
    places = [
        place for result in run["results"] for place in (*result["locations"], *result["relatedLocations"])
    ]
    places += [
        p for i in run["invocations"] for n in i["toolExecutionNotifications"] for p in n.get("locations", ())
    ]
    addresses = {place["physicalLocation"]["artifactLocation"]["uri"] for place in places}
    addresses |= {artifact["location"]["uri"] for artifact in run["artifacts"]}

    for address in addresses:
        split = urlsplit(address)
        assert (split.scheme, split.netloc, split.query, split.fragment) == ("", "", "", "")
        assert not address.startswith("/")
        assert ".." not in address.split("/")


def test_paths_that_differ_have_addresses_that_differ() -> None:
    run = run_of("hostile")

    addresses = {artifact["location"]["uri"] for artifact in run["artifacts"]}

    assert len(addresses) == len(hostile().notices)


def test_what_is_ignored_is_suppressed_with_the_reason() -> None:
    kept = [result["suppressions"] for result in run_of("example")["results"] if result["suppressions"]]

    reason = "Being signed, see [LEGAL-1] {x} (by: J. Doe; until: 1 March 2027)"
    assert kept == [
        [{"kind": kind, "status": "accepted", "justification": reason}]
        for kind in ("inSource", "external", "external")
    ]


def test_what_could_not_be_checked_makes_the_run_unsuccessful() -> None:
    (invocation,) = run_of("example")["invocations"]
    notes = [(note["level"], note["message"]["text"]) for note in invocation["toolExecutionNotifications"]]

    assert invocation["executionSuccessful"] is False
    assert ("error", "Not checked: notices/locked.yaml: permission is refused") in notes
    assert notes[1][1].endswith(r"TypeError: \[x\](https://evil.example) {{0}}")
    assert [level for level, _ in notes] == ["error", "error", "warning", "note"]
    assert run_of("clean")["invocations"][0]["executionSuccessful"] is True


def test_of_too_many_results_the_gravest_are_kept_and_the_rest_counted_in_words() -> None:
    result = example()
    times = 30_000 // len(result.findings) + 1
    many = result._replace(findings=result.findings * times)
    run = json.loads(printed("sarif", many))["runs"][0]
    levels = [kept["level"] for kept in run["results"]]
    notes = [note["message"]["text"] for note in run["invocations"][0]["toolExecutionNotifications"]]
    left = len(many.findings) - MOST

    assert len(run["results"]) == MOST
    assert any(note.startswith(f"{left} results are left out") for note in notes)
    assert levels.count("error") >= many.count(Severity.ERROR)
    assert levels.count("warning") >= many.count(Severity.WARNING)


def test_every_rule_that_ran_comes_with_what_people_need_to_know() -> None:
    rules = run_of("example")["tool"]["driver"]["rules"]

    assert [rule["id"] for rule in rules] == [rule.name for rule in example().rules]
    for rule in rules:
        assert rule["fullDescription"]["text"]
        assert rule["help"]["text"]
        assert rule["help"]["markdown"]
        assert rule["helpUri"].startswith("https://")
        assert rule["properties"]["severity"] in _SEVERITY
