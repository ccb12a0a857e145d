"""What an ignore hides, and what is found of ignores themselves."""

from datetime import date

import pytest

from tests.suppress.runs import DAY, HEAD, RULE, about_ignores, packs, run, told

_ZOOM = "recipients:\n  zoom:\n    name: Zoom\n    role: processor\n    country: US"
_RULE = "transfer-basis-missing"


def found(text: str, day: date = DAY) -> list[str]:
    """Return the findings of one rule in a notice, without its path, and those about ignores."""
    result = run({"n.yaml": HEAD + text}, day=day)
    return [line.removeprefix("n.yaml:") for line in [*told(result, _RULE), *about_ignores(result)]]


@pytest.mark.parametrize(
    "text",
    [
        f"{_ZOOM}  # notice-lint: ignore[{_RULE}] -- R",
        f"{_ZOOM}  # notice-lint: ignore[TR01] -- R",
        f"{_ZOOM}  # notice-lint: ignore[TR01] by A until 2027 -- R",
        _ZOOM.replace("    country", f"    # notice-lint: ignore[{_RULE}] -- R\n    country"),
        _ZOOM.replace(
            "    country", f"    # notice-lint: ignore[{_RULE}] -- R\n    # and more\n\n    country"
        ),
        f"recipients: {{zoom: {{country: US}}}}  # notice-lint: ignore[{_RULE}] until 2026-11-22 -- R",
    ],
)
def test_a_finding_on_the_line_does_not_count(text: str) -> None:
    (line,) = found(text)

    assert line.endswith(f"{_RULE} (inline)")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{_ZOOM}  # notice-lint: ignore[{_RULE}]", ["7 transfer-basis-missing", "7 ignore-without-reason"]),
        (
            f"{_ZOOM}  # notice-lint: ignore[{_RULE}] -- …",
            ["7 transfer-basis-missing", "7 ignore-without-reason"],
        ),
        (f"{_ZOOM}  # notice-lint: ignore {_RULE} -- R", ["7 transfer-basis-missing", "7 ignore-malformed"]),
        (
            f"{_ZOOM}  # notice-lint: ignore[{_RULE}] until 2026-11-21 -- R",
            ["7 transfer-basis-missing", "7 ignore-expired"],
        ),
        (f"{_ZOOM}  # notice-lint: ignore[TR99] -- R", ["7 transfer-basis-missing", "7 ignore-unknown-rule"]),
        (
            f"{_ZOOM}  # notice-lint: ignore[{_RULE}, retention-vague] -- R",
            ["7 transfer-basis-missing (inline)", "7 ignore-unused"],
        ),
        (
            _ZOOM.replace("zoom:", f"zoom:  # notice-lint: ignore[{_RULE}] -- R"),
            ["7 transfer-basis-missing", "4 ignore-unused"],
        ),
        (
            f"# notice-lint: ignore[{_RULE}] -- R\n{_ZOOM}",
            ["8 transfer-basis-missing", "3 ignore-unused"],
        ),
    ],
)
def test_what_hides_nothing_is_a_finding_and_the_other_one_stays(text: str, expected: list[str]) -> None:
    assert found(text) == expected


def test_prose_in_a_text_over_several_lines_is_hidden_where_the_text_begins() -> None:
    text = (
        "security: >-  # notice-lint: ignore[legalese-term] -- R\n  We care.\n  Hereinafter we care more.\n"
    )
    result = run({"n.yaml": HEAD + text})

    assert told(result, "legalese-term", "ignore-unused") == ["n.yaml:5 legalese-term (inline)"]


def test_what_keeps_a_notice_from_being_read_cannot_be_hidden() -> None:
    text = f'{HEAD}title: "a  # notice-lint: ignore[not-yaml] -- R\n'
    skip = "skip: [{rule: not-yaml, reason: R}]\nseverity: {not-yaml: {severity: note, reason: R}}\n"
    result = run({"n.yaml": text}, skip)

    assert [(f.rule, f.severity, f.ignored) for f in result.findings if f.path == "n.yaml"] == [
        ("not-yaml", "error", None)
    ]


def test_no_ignores_shows_everything_and_says_nothing_of_ignores() -> None:
    text = f"{HEAD}{_ZOOM}  # notice-lint: ignore[{_RULE}, TR99]\n"
    result = run({"n.yaml": text}, f"skip: [{{rule: {_RULE}, reason: R}}]", ignores=False)

    assert [finding for finding in result.findings if finding.ignored] == []
    assert not [f for f in result.findings if f.rule.startswith("ignore-")]


def test_a_rule_that_did_not_run_leaves_its_ignore_alone() -> None:
    text = f"{HEAD}security: A  # notice-lint: ignore[legalese-term] -- R\n"

    assert about_ignores(run({"n.yaml": text}, skip=["legalese-term"])) == []
    assert about_ignores(run({"n.yaml": text})) == ["n.yaml:3 ignore-unused"]


def test_an_old_name_of_a_rule_still_hides_its_findings() -> None:
    renamed = packs(rule=RULE.replace("code: HO01", "code: HO01\nwas: [service-unsaid]"))
    text = f"{HEAD}recipients:\n  a:  # notice-lint: ignore[service-unsaid] -- R\n    name: A\n"
    result = run({"n.yaml": text}, ruled=renamed)

    assert told(result, "service-missing", "ignore-unused") == ["n.yaml:4 service-missing (inline)"]


def test_a_rule_of_a_pack_that_locks_it_cannot_be_ignored() -> None:
    locking = packs(f"locked: [{_RULE}]\n")
    text = f"{HEAD}{_ZOOM}  # notice-lint: ignore[{_RULE}] -- R\n"
    result = run({"n.yaml": text}, ruled=locking)

    assert told(result, _RULE, "ignore-locked", "ignore-unused") == [
        "n.yaml:7 transfer-basis-missing",
        "n.yaml:7 ignore-locked",
    ]
    assert [f.args["locked_by"] for f in result.findings if f.rule == "ignore-locked"] == ["house"]


@pytest.mark.parametrize("reason", ["R", "{detail}", "##[error] x", "-- -- --x", "' \" `x"])
def test_any_reason_is_kept_as_it_is(reason: str) -> None:
    text = f"{HEAD}{_ZOOM}  # notice-lint: ignore[{_RULE}] -- {reason}\n"
    hidden = [f.ignored.reason for f in run({"n.yaml": text}).findings if f.ignored and f.rule == _RULE]

    assert hidden == [reason]
