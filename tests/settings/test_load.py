"""Settings files: what is refused, where, and what to write instead."""

import pytest

from notice_lint.errors import UnreadableNotice
from notice_lint.findings import Ignored
from notice_lint.reports.formats import FORMATS
from notice_lint.schema.load import load_schema
from notice_lint.settings.load import load
from tests.settings.files import Files, refused, settings

_REASON = "reason: Being worked off."

MISTAKES = {
    "an unknown key": (
        "fail-on: error",
        "1:1: The format has no key “fail-on” here. Did you mean “fail_on”?",
    ),
    "a key of a skip": (
        "skip: [{rule: a, raeson: b}]",
        "1:18: The format has no key “raeson” here. Did you mean “reason”?",
    ),
    "a word that does not exist": (
        "fail_on: warn",
        "1:10: “warn” is not one of the values that can stand here: error, warning, note and never.",
    ),
    "a severity without a reason": (
        "severity:\n  retention-vague: note",
        "2:20: Another severity needs a reason. Write: retention-vague: {severity: note, reason: …}",
    ),
    "a severity with everything but a reason": (
        "severity:\n  retention-vague: {severity: note}",
        "2:20: Another severity needs a reason. Write: retention-vague: {severity: note, reason: …}",
    ),
    "a rule switched off as a severity": (
        "severity: {TR01: off}",
        (
            "1:18: Severities are error, warning and note. To hide the findings of a rule, "
            "write under “skip”: - {rule: TR01, reason: …}"
        ),
    ),
    "a rule alone under skip": (
        "skip: [TR01]",
        "1:8: What is skipped needs a rule and a reason. Write: - {rule: TR01, reason: …}",
    ),
    "a pack switched off without a reason": (
        "packs: {cookies: off}",
        "1:18: A pack is switched off with a reason. Write: cookies: {off: true, reason: …}",
    ),
    "only, as a list": (
        "only: [TR01]",
        "1:7: Running some rules only needs a reason. Write: only: {rules: [TR01], reason: …}",
    ),
    "an empty reason": ('skip: [{rule: a, reason: ""}]', "1:26: This must not be empty."),
    "a day that does not exist": (
        f"skip: [{{rule: a, {_REASON}, until: 2027-02-30}}]",
        "1:52: “2027-02-30” is not a date. Write 2024-11-05, 2024-11 or 2024.",
    ),
    "one pattern where several can stand": ("notices: a.yaml", "1:10: A list belongs here: [a.yaml]."),
    "a folder outside the repository": (
        "rules: [../elsewhere]",
        (
            "1:9: “../elsewhere” leads out of the folder in which the settings hold. Write a path inside it, "
            "with “/”."
        ),
    ),
    "an absolute baseline": (
        "baseline: /etc/passwd",
        (
            "1:11: “/etc/passwd” leads out of the folder in which the settings hold. Write a path inside it, "
            "with “/”."
        ),
    ),
    "broken YAML": (
        'fail_on: "error',
        "1:10: This cannot be read as YAML. A quotation mark that opens here is not closed.",
    ),
    "a list": ("- a", "1:1: Keys and values belong here, one a line."),
}


@pytest.mark.parametrize("kind", MISTAKES)
def test_a_mistake_is_told_at_its_place_with_what_to_write_instead(kind: str) -> None:
    text, expected = MISTAKES[kind]

    assert refused(text) == [expected]


def test_every_mistake_of_a_file_is_told_at_once() -> None:
    assert [line.partition(":")[0] for line in refused("fail-on: a\nlang: en\nskip: [b]")] == ["1", "2", "3"]


def test_a_file_of_comments_sets_nothing() -> None:
    read = settings("# fail_on: warning\n\n")

    assert (read.data, read.skip, read.severity) == ({}, (), ())


def test_a_file_that_is_gone_is_told() -> None:
    with pytest.raises(UnreadableNotice, match="there is no such file"):
        load(Files({}), "a.yaml", "a.yaml")


def test_an_entry_has_its_reason_its_owner_and_its_end() -> None:
    read = settings("skip:\n  - {rule: [a, b], notices: [x.yaml], reason: R, by: J. Doe, until: 2027}\n")

    (skip,) = read.skip
    assert (skip.rules, skip.notices) == (("a", "b"), ("x.yaml",))
    assert skip.excuse == Ignored("settings", "R", "J. Doe", "2027")
    assert read.line(skip.route) == 2


def test_an_entry_of_an_override_holds_for_the_notices_of_the_override() -> None:
    read = settings(
        "overrides:\n  - notices: [b2b/*.yaml]\n    fail_on: note\n    skip: [{rule: a, reason: R}]\n"
        "    severity: {b: {severity: note, reason: R}}\n"
    )

    (override,) = read.overrides
    assert override.skip[0].notices == ("b2b/*.yaml",)
    assert override.severity[0].route == ("overrides", 0, "severity", "b")
    assert (read.fail_on_for("b2b/a.yaml", "error"), read.fail_on_for("a.yaml", "error")) == ("note", "error")


def test_the_schema_knows_every_format() -> None:
    assert sorted(load_schema("settings")["properties"]["format"]["enum"]) == sorted(FORMATS)
