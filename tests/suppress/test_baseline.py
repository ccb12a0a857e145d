"""The baseline: what was there before stays accepted, whatever moves around it, and nothing new slips in."""

from datetime import date
from json import dumps

import pytest

from notice_lint.errors import UsageProblem
from notice_lint.i18n import catalogue
from notice_lint.pages.terminal import visible
from notice_lint.source.parse import parse
from notice_lint.suppress.baseline import InvalidBaseline
from tests.suppress.runs import DAY, HEAD, RULE, about_ignores, accepted, baseline, packs, run, told

NOTICE = """\
format: 1
notice: {id: shop, language: en}
recipients:
  zoom: {name: Zoom, role: processor, country: US}
  host:
    name: Host
    country: IN
    service: Where our servers stand, as long as needed
security: We care, hereinafter.
"""
_RULE = "transfer-basis-missing"

EDITS = {
    "nothing": ("", ""),
    "lines above": ("recipients:\n", "\n# a comment\n\nrecipients:\n"),
    "another entry before": ("  zoom:", "  aaa: {name: A, country: FR}\n  zoom:"),
    "another layout": (
        "{name: Zoom, role: processor, country: US}",
        "\n    country: US\n    name: Zoom\n    role: processor",
    ),
    "another label": ("name: Zoom", "name: Zoom Communications"),
    "other words": ("as long as needed", "for as long as it is needed"),
    "another quoting": ("country: IN", 'country: "IN"'),
}


def counted(text: str, base: str, day: date = DAY) -> list[str]:
    """Return the rules whose findings count in a notice, with a baseline."""
    result = run({"n.yaml": text}, baseline=baseline(base), day=day)
    return [finding.rule for finding in result.counted()]


@pytest.fixture(scope="module")
def base() -> str:
    """Return a baseline with all that is found in the notice."""
    return accepted(run({"n.yaml": NOTICE})).text


@pytest.mark.parametrize("edit", EDITS)
def test_what_was_accepted_stays_accepted_after_an_edit_elsewhere(edit: str, base: str) -> None:
    before, after = EDITS[edit]
    text = NOTICE.replace(before, after) if before else NOTICE

    assert (text != NOTICE) == bool(before)
    assert [rule for rule in counted(text, base) if rule == _RULE] == []


def test_entries_in_another_order_are_the_same(base: str) -> None:
    lines = NOTICE.splitlines(keepends=True)
    text = "".join([*lines[:2], lines[-1], lines[2], *lines[4:8], lines[3]])

    assert counted(text, base) == []


def test_a_new_finding_counts(base: str) -> None:
    text = NOTICE.replace(
        "  host:", "  other: {name: Other, country: IN, service: A, role: processor}\n  host:"
    )

    assert _RULE in counted(text, base)


def test_the_same_finding_in_another_file_counts(base: str) -> None:
    result = run({"n.yaml": NOTICE, "m.yaml": NOTICE}, baseline=baseline(base))

    assert {finding.path for finding in result.counted()} == {"m.yaml"}


def test_another_message_changes_nothing() -> None:
    text = f"{HEAD}recipients: {{a: {{name: A}}}}\n"
    first = accepted(run({"n.yaml": text}, ruled=packs())).text
    reworded = packs(rule=RULE.replace("not said.", "we are not told.").replace("It is not said", "Untold"))
    result = run({"n.yaml": text}, ruled=reworded, baseline=baseline(first))

    assert told(result, "service-missing") == ["n.yaml:3 service-missing (baseline)"]


def test_a_renamed_rule_is_known_by_its_old_name_and_written_with_the_new_one() -> None:
    text = f"{HEAD}recipients: {{a: {{name: A}}}}\n"
    first = accepted(run({"n.yaml": text}, ruled=packs())).text
    renamed = packs(
        rule=RULE.replace("name: service-missing", "name: service-unsaid\nwas: [service-missing]")
    )
    result = run({"n.yaml": text}, ruled=renamed, baseline=baseline(first))

    assert told(result, "service-unsaid", "ignore-unused") == ["n.yaml:3 service-unsaid (baseline)"]
    again = accepted(result, "", before=baseline(first))
    assert ("service-unsaid" in again.text, "service-missing" in again.text) == (True, False)
    assert (again.new, again.gone) == (0, 0)


def test_writing_twice_gives_the_same_bytes(base: str) -> None:
    before = baseline(base)
    again = accepted(run({"n.yaml": NOTICE}, baseline=before), "", before=before)

    assert again.text == base
    assert (again.new, again.gone) == (0, 0)


def test_lines_and_order_do_not_reach_the_file(base: str) -> None:
    assert accepted(run({"n.yaml": "\n\n" + NOTICE})).text == base


def test_a_mended_finding_is_found_in_the_baseline_and_taken_out_when_it_is_written(base: str) -> None:
    before, text = baseline(base), NOTICE.replace("country: IN", "country: FR")
    result = run({"n.yaml": text}, baseline=before)
    stale = [f for f in result.findings if f.rule == "ignore-unused"]

    assert [parse(base, "b").lines[f.span.line - 1].split(",")[0].strip() for f in stale] == [
        f"- {{rule: {_RULE}"
    ]
    again = accepted(result, "", before=before)
    assert again.gone == 1
    assert about_ignores(run({"n.yaml": text}, baseline=baseline(again.text))) == []


def test_what_was_not_checked_is_kept(base: str) -> None:
    before = baseline(base)
    other = {"m.yaml": HEAD + "security: A\n"}

    assert accepted(run(other, baseline=before, whole=False), before=before, whole=False).gone == 0
    assert accepted(run(other, baseline=before), before=before).gone == len(before.entries)
    only = run({"n.yaml": NOTICE}, baseline=before, only=["TR01"])
    assert accepted(only, "", before=before).text == base


def test_past_its_end_the_finding_is_back_and_the_group_is_told_once() -> None:
    text = accepted(run({"n.yaml": NOTICE}), until="2026-12").text
    in_time = run({"n.yaml": NOTICE}, baseline=baseline(text), day=date(2026, 12, 31))
    later = run({"n.yaml": NOTICE}, baseline=baseline(text), day=date(2027, 1, 1))

    assert about_ignores(in_time) == []
    assert about_ignores(later) == ["base.yaml:7 ignore-expired"]
    assert _RULE in [finding.rule for finding in later.counted()]


def test_a_group_without_a_reason_hides_nothing(base: str) -> None:
    result = run({"n.yaml": NOTICE}, baseline=baseline(base.replace("There before.", "…")))

    assert about_ignores(result) == ["base.yaml:5 ignore-without-reason"]
    assert _RULE in [finding.rule for finding in result.counted()]


def test_to_accept_something_needs_a_reason() -> None:
    with pytest.raises(UsageProblem, match=r"needs --reason: .*: [0-9]+"):
        accepted(run({"n.yaml": NOTICE}), "  ")


def test_a_locked_rule_is_not_accepted_and_an_entry_for_it_is_found() -> None:
    locking = packs(f"locked: [{_RULE}]\n")
    free = accepted(run({"n.yaml": NOTICE})).text
    result = run({"n.yaml": NOTICE}, ruled=locking, baseline=baseline(free))

    assert [line for line in told(result, _RULE) if "(" in line] == []
    assert sum(f.rule == "ignore-locked" for f in result.findings) == 2
    assert _RULE not in accepted(result, before=baseline(free), locked=[_RULE]).text


def test_what_keeps_a_notice_from_being_read_is_not_accepted() -> None:
    result = accepted(run({"n.yaml": f'{HEAD}title: "a\n'}), "R")

    assert result.new == 0
    assert "accepted: []" in result.text


@pytest.mark.parametrize("hostile", ['"}]\n# notice-lint: ', "'}, {rule: a", "##[error]", "{detail}", "\\"])
def test_words_of_a_notice_cannot_change_the_file(hostile: str) -> None:
    text = f"{HEAD}recipients: {{a: {{name: {dumps('Zoom ' + hostile)}, country: IN}}}}\n"
    result = run({"n.yaml": text})
    read = baseline(accepted(result).text)

    assert len(read.entries) == sum(1 for f in result.counted() if not f.rule.startswith("ignore-"))


@pytest.mark.parametrize("reason", ["\u202eabc", "a\x1b[31m", 'a "b" \\', "a: b # c", "\u2028a"])
def test_any_reason_makes_a_file_that_can_be_read(reason: str) -> None:
    read = baseline(accepted(run({"n.yaml": NOTICE}), reason).text)

    assert read.entries[0].excuse.reason == visible(reason)


def test_a_baseline_that_could_not_be_read_is_not_written() -> None:
    many = "".join(f"  r{n}: {{name: {'A' * 170}, country: IN}}\n" for n in range(2_500))

    with pytest.raises(UsageProblem, match="too many findings"):
        accepted(run(dict.fromkeys(["m.yaml", "n.yaml"], f"{HEAD}recipients:\n{many}"), only=["TR01"]))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("baseline: 2\naccepted: []\n", "1:11: “2” is not one of the values that can stand here: 1."),
        ("baseline: 1\n", "1:1: Missing here: accepted."),
        ("baseline: 1\naccepted: [{added: 2026, findings: {}}]", "2:12: Missing here: reason."),
        (
            "baseline: 1\naccepted: [{reason: R, added: 2026, findings: {a: [{rule: b, fingerprint: c}]}}]",
            "2:75: “c” is not a code as the format has it.",
        ),
    ],
)
def test_a_baseline_that_is_wrong_is_refused_at_its_place(text: str, expected: str) -> None:
    with pytest.raises(InvalidBaseline) as refused:
        baseline(text)
    words = catalogue("en")

    assert [f"{m.span.line}:{m.span.column}: {words.arg(m.detail)}" for m in refused.value.mistakes] == [
        expected
    ]


def test_a_baseline_of_another_folder_names_notices_from_there() -> None:
    text = accepted(run({"n.yaml": NOTICE})).text.replace('"n.yaml"', '"../n.yaml"')

    assert {entry.path for entry in baseline(text, "ci/base.yaml").entries} == {"n.yaml"}
