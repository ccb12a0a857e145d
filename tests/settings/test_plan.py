"""What settings do to a run: severities, skips, packs, overrides, and what is locked."""

from datetime import date

import pytest

from notice_lint.engine.select import LockedRule
from notice_lint.settings.load import InvalidSettings
from tests.settings.files import told as mistakes_told
from tests.suppress.runs import DAY, HEAD, about_ignores, packs, run, told

_DPO = "dpo-undeclared"
_EMPTY = {"a.yaml": HEAD, "b2b/b.yaml": HEAD}

_TWICE = f"""\
severity: {{{_DPO}: {{severity: error, reason: R}}}}
overrides:
  - {{notices: ['**'], severity: {{{_DPO}: {{severity: warning, reason: R}}}}}}
  - {{notices: [b2b/*], severity: {{{_DPO}: {{severity: note, reason: R}}}}}}
"""


def severities(said: str, day: date = DAY) -> list[tuple[str, str]]:
    """Return how grave one finding is in each of two notices."""
    return [(f.path, f.severity.value) for f in run(_EMPTY, said, day=day).findings if f.rule == _DPO]


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (f"severity: {{{_DPO}: {{severity: error, reason: R}}}}", ["error", "error"]),
        (f"severity: {{{_DPO}: {{severity: note, reason: R, until: 2026-11-22}}}}", ["note", "note"]),
        (f"severity: {{{_DPO}: {{severity: note, reason: R, until: 2026-11-21}}}}", ["warning", "warning"]),
        (f'severity: {{{_DPO}: {{severity: note, reason: "…"}}}}', ["warning", "warning"]),
        (
            f"overrides: [{{notices: [b2b/*], severity: {{{_DPO}: {{severity: note, reason: R}}}}}}]",
            ["warning", "note"],
        ),
        (_TWICE, ["warning", "note"]),
    ],
)
def test_a_severity_counts_with_a_reason_and_the_last_override_wins(said: str, expected: list[str]) -> None:
    assert [severity for _, severity in severities(said)] == expected


def test_what_is_skipped_stays_in_the_result_with_its_reason() -> None:
    result = run(_EMPTY, f"skip: [{{rule: {_DPO}, notices: [b2b/*], reason: R, by: A}}]")

    assert told(result, _DPO) == ["a.yaml:2 dpo-undeclared", "b2b/b.yaml:2 dpo-undeclared (settings)"]
    assert [f.ignored.by for f in result.findings if f.ignored] == ["A"]


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("skip: [{rule: TR01, reason: R}]", ["notice-lint.yaml:1 ignore-unused"]),
        ("skip: [{rule: TR01, notices: [none/*], reason: R}]", []),
        (f"skip: [{{rule: {_DPO}, reason: R, until: 2026-10}}]", ["notice-lint.yaml:1 ignore-expired"]),
        (f"skip: [{{rule: {_DPO}, reason: '-'}}]", ["notice-lint.yaml:1 ignore-without-reason"]),
        (
            "packs:\n  cookies: {off: true, reason: R, until: 2026-10}",
            ["notice-lint.yaml:2 ignore-expired"],
        ),
        (
            f"severity:\n  {_DPO}: {{severity: note, reason: R, until: 2025}}",
            ["notice-lint.yaml:2 ignore-expired"],
        ),
        ("only: {rules: [TR01], reason: '.'}", ["notice-lint.yaml:1 ignore-without-reason"]),
    ],
)
def test_an_entry_that_does_nothing_is_found_at_its_line(said: str, expected: list[str]) -> None:
    assert about_ignores(run(_EMPTY, said)) == expected


def test_only_a_run_over_everything_calls_an_entry_unused() -> None:
    assert about_ignores(run({"a.yaml": HEAD}, "skip: [{rule: TR01, reason: R}]", whole=False)) == []


def test_findings_about_ignores_can_be_skipped_as_well() -> None:
    result = run(_EMPTY, "skip:\n  - {rule: TR01, reason: R}\n  - {rule: ignore-unused, reason: R}\n")

    assert about_ignores(result) == ["notice-lint.yaml:2 ignore-unused (settings)"]


def test_a_pack_that_is_switched_off_does_not_run() -> None:
    result = run(_EMPTY, "packs: {gdpr: {off: true, reason: R}}")

    assert told(result, _DPO) == []
    assert [rule.name for rule in result.rules if rule.pack == "gdpr" and rule.for_each != "document"] == []


LOCKED = "locked: [dpo-undeclared]\n"

REFUSED = {
    "lowered": (
        f"severity:\n  {_DPO}: {{severity: note, reason: R}}",
        "2:3: The rule “dpo-undeclared” is locked by the pack “house”: settings cannot lower it.",
    ),
    "skipped by code": (
        "skip: [{rule: ID13, reason: R}]",
        "1:15: The rule “dpo-undeclared” is locked by the pack “house”: settings cannot switch it off.",
    ),
    "skipped in some notices": (
        f"overrides: [{{notices: [a], skip: [{{rule: {_DPO}, reason: R}}]}}]",
        "1:42: The rule “dpo-undeclared” is locked by the pack “house”: settings cannot switch it off.",
    ),
    "its pack": (
        "packs:\n  gdpr: {off: true, reason: R}",
        (
            "2:3: The pack “gdpr” cannot be switched off: its rule “dpo-undeclared” is locked "
            "by the pack “house”."
        ),
    ),
}


@pytest.mark.parametrize("way", REFUSED)
def test_settings_cannot_switch_off_or_lower_what_a_pack_has_locked(way: str) -> None:
    said, expected = REFUSED[way]
    with pytest.raises(InvalidSettings) as refused:
        run(_EMPTY, said, ruled=packs(LOCKED))

    assert mistakes_told(refused.value) == [expected]


def test_a_locked_rule_can_be_raised() -> None:
    said = f"severity: {{{_DPO}: {{severity: error, reason: R}}}}"

    assert {f.severity.value for f in run(_EMPTY, said, ruled=packs(LOCKED)).findings if f.rule == _DPO} == {
        "error"
    }


def test_a_locked_rule_runs_whatever_is_asked_for() -> None:
    ruled = packs(LOCKED)

    assert told(run(_EMPTY, ruled=ruled, only=["TR01"]), _DPO)
    assert told(run(_EMPTY, "only: {rules: [TR01], reason: R}", ruled=ruled), _DPO)
    with pytest.raises(LockedRule, match="locked by the pack “house”"):
        run(_EMPTY, ruled=ruled, skip=["ID13"])


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (
            "skip: [{rule: dpo-undeclard, reason: R}]",
            "1:15: There is no rule “dpo-undeclard”. Did you mean “dpo-undeclared”?",
        ),
        ("severity: {TR999: {severity: note, reason: R}}", "1:12: There is no rule “TR999”."),
        ("only: {rules: [TR01, zzzz], reason: R}", "1:22: There is no rule “zzzz”."),
        (
            "packs: {cookie: {off: true, reason: R}}",
            "1:9: There is no pack “cookie”. Did you mean “cookies”?",
        ),
        ("skip: [{reason: R}]", "1:8: No rule is named here: write “rule”, with a name or a code."),
        ("assume: [eu-us-dpf]", "1:10: “eu-us-dpf” is not of the form eu-us-dpf=void."),
    ],
)
def test_a_name_that_does_not_exist_is_refused(said: str, expected: str) -> None:
    with pytest.raises(InvalidSettings) as refused:
        run(_EMPTY, said)

    assert mistakes_told(refused.value) == [expected]


def test_a_verdict_on_unread_reference_data_is_no_error_because_settings_say_so() -> None:
    text = "recipients: {a: {name: A, country: KE}}\n"
    plain = run({"a.yaml": HEAD + text})
    graded = run({"a.yaml": HEAD + text}, "severity: {TR01: {severity: error, reason: R}}")

    assert [(f.severity, f.capped) for f in plain.findings if f.rule == "transfer-basis-missing"] == [
        (f.severity, f.capped) for f in graded.findings if f.rule == "transfer-basis-missing"
    ]
