"""What counts as lowered, and what does not: settings, ignores, baselines and packs, side by side."""

from collections.abc import Iterator

import pytest

from notice_lint.findings import Severity
from notice_lint.i18n import LANGUAGES, catalogue
from notice_lint.run.gate.excuses import Rules
from notice_lint.run.gate.ignores import compared
from notice_lint.run.gate.settings import lowered
from notice_lint.run.gate.weakening import Weakening
from notice_lint.settings.build import build
from notice_lint.source.parse import parse

RULES = Rules(
    {"vague": "vague", "V1": "vague", "missing": "missing"},
    {"vague": Severity.WARNING, "missing": Severity.ERROR},
)
SKIP = "skip: [{rule: vague, reason: r, until: 2027-01}]"


def settings(before: str, after: str, folders: tuple[str, str] = ("", "")) -> list[Weakening]:
    one, two = (
        build(parse(text or "{}", "notice-lint.yaml"), folder)
        for text, folder in zip((before, after), folders, strict=True)
    )
    return lowered(one, two, RULES)


def kinds(found: list[Weakening]) -> list[str]:
    return [str(one.detail.value).removeprefix("gate.") for one in found]


LOWERED = [
    ("", "fail_on: never", "fail-on"),
    ("fail_on: warning", "", "fail-on"),
    ("fail_on: warning", "fail_on: error", "fail-on"),
    ("fail_on: note", "overrides: [{notices: [a], fail_on: never}]\nfail_on: note", "fail-on"),
    ("overrides: [{notices: [a], fail_on: note}]", "", "fail-on"),
    ("", SKIP, "skip"),
    (SKIP, "skip: [{rule: vague, reason: r}]", "skip-until"),
    (SKIP, "skip: [{rule: vague, reason: r, until: 2028}]", "skip-until"),
    (SKIP, "skip: [{rule: [vague, missing], reason: r, until: 2027-01}]", "skip"),
    ("skip: [{rule: vague, notices: [a], reason: r}]", "skip: [{rule: vague, reason: r}]", "skip"),
    (
        "skip: [{rule: vague, notices: [a], reason: r}]",
        "skip: [{rule: vague, notices: [a, b], reason: r}]",
        "skip",
    ),
    ("", "skip: [{reason: r}]", "skip-all"),
    ("", "overrides: [{notices: [a], skip: [{rule: vague, reason: r}]}]", "skip"),
    ("", "severity: {missing: {severity: warning, reason: r}}", "severity"),
    ("", "severity: {V1: {severity: note, reason: r}}", "severity"),
    ("severity: {vague: {severity: error, reason: r}}", "", "severity"),
    (
        "severity: {vague: {severity: error, reason: r}}",
        "severity: {vague: {severity: warning, reason: r}}",
        "severity",
    ),
    (
        "severity: {missing: {severity: note, reason: r, until: 2026}}",
        "severity: {missing: {severity: note, reason: r}}",
        "severity-until",
    ),
    ("", "overrides: [{notices: [a], severity: {missing: {severity: note, reason: r}}}]", "severity"),
    ("overrides: [{notices: [a], severity: {vague: {severity: error, reason: r}}}]", "", "severity"),
    ("", "only: {rules: [vague], reason: r}", "only"),
    ("only: {rules: [vague, missing], reason: r}", "only: {rules: [V1], reason: r}", "only-fewer"),
    ("only: {rules: [vague], reason: r, until: 2026}", "only: {rules: [vague], reason: r}", "only-until"),
    ("", "packs: {rights: {off: true, reason: r}}", "pack"),
    (
        "packs: {rights: {off: true, reason: r, until: 2026}}",
        "packs: {rights: {off: true, reason: r, until: 2027}}",
        "pack-until",
    ),
    ("rules: [ours]", "", "folder"),
    ("rules: [ours]", "rules: [other]", "folder"),
    ("notices: [a, b]", "notices: [a]", "pattern"),
    ("", "notices: [a]", "patterns"),
    ("", "exclude: [a]", "exclude"),
    ("assume: [eu-us-dpf=void]", "", "assumption"),
    (
        "overrides: [{notices: [a], fail_on: note}, {notices: [b], fail_on: note}]",
        "overrides: [{notices: [b], fail_on: note}, {notices: [a], fail_on: note}]",
        "order",
    ),
    ("changes: {fail_on: notify}", "", "other"),
    ("", "changes: {fail_on: never}", "other"),
    ("", "later-key: true", "other"),
]

HARMLESS = [
    ("", ""),
    ("", "language: fr"),
    ("format: table", "format: sarif"),
    ("fail_on: error", ""),
    ("", "fail_on: error"),
    ("fail_on: never", "fail_on: note"),
    (SKIP, ""),
    (SKIP, SKIP.replace("reason: r", "reason: another, by: J. Doe")),
    (SKIP, SKIP.replace("2027-01", "2026-12-31")),
    ("skip: [{rule: vague, reason: r}]", SKIP),
    (SKIP, SKIP.replace("rule: vague", "rule: [V1]")),
    ("skip: [{rule: vague, reason: r}]", "skip: [{rule: vague, notices: [a], reason: r}]"),
    (
        "skip: [{rule: [vague, missing], reason: r}]",
        "skip: [{rule: missing, reason: r}, {rule: vague, reason: r}]",
    ),
    (
        "skip: [{rule: vague, notices: [a], reason: r}]",
        "overrides: [{notices: [a], skip: [{rule: vague, reason: r}]}]",
    ),
    ("", "severity: {vague: {severity: error, reason: r}}"),
    ("severity: {missing: {severity: note, reason: r}}", ""),
    (
        "severity: {missing: {severity: note, reason: r}}",
        "severity: {missing: {severity: note, reason: r, until: 2026}}",
    ),
    ("", "skip: [{rule: vague, reason: '-'}]"),
    ("only: {rules: [vague], reason: r}", ""),
    ("only: {rules: [vague], reason: r}", "only: {rules: [missing, V1], reason: r}"),
    ("packs: {rights: {off: true, reason: r}}", ""),
    ("", "rules: [ours]"),
    ("notices: [a]", "notices: [b, a]"),
    ("notices: [a]", ""),
    ("exclude: [a]", ""),
    ("", "assume: [eu-us-dpf=void]"),
    ("", "changes: {lead: {advance-notice: P30D}}"),
    ("", "overrides: [{notices: [a], fail_on: note}]"),
    ("", "overrides: [{notices: [a], severity: {vague: {severity: error, reason: r}}}]"),
]


@pytest.mark.parametrize(("before", "after", "kind"), LOWERED)
def test_less_is_lowered(before: str, after: str, kind: str) -> None:
    assert kinds(settings(before, after)) == [kind]


@pytest.mark.parametrize(("before", "after"), HARMLESS)
def test_more_and_other_words_are_not(before: str, after: str) -> None:
    assert kinds(settings(before, after)) == []


def test_a_file_that_moves_may_rewrite_its_paths() -> None:
    assert kinds(settings("exclude: [legal/a.yaml]", "exclude: [a.yaml]", ("", "legal"))) == []
    assert kinds(settings("exclude: [a.yaml]", "exclude: [a.yaml]", ("", "legal"))) == ["exclude"]


def test_it_is_shown_where_it_stands_now() -> None:
    found = settings("", "language: en\nskip:\n  - {rule: vague, reason: r}\n")

    assert [(one.path, one.span.line, one.route) for one in found] == [("notice-lint.yaml", 3, ("skip", 0))]


HEAD = "format: 1\nnotice: {id: a, language: en}\n"
PLAIN = f"{HEAD}recipients:\n  zoom:\n    country: US\n  mail:\n    country: IN\n"


def ignoring(clause: str, line: str = "    country: US\n", text: str = PLAIN) -> str:
    return text.replace(line, f"{line.rstrip()}  # notice-lint: {clause}\n")


ONE = "ignore[vague] until 2027-01 -- Later."

IGNORES = [
    (PLAIN, ignoring(ONE), ["ignore"]),
    (ignoring(ONE), ignoring("ignore[vague] -- Later."), ["ignore-until"]),
    (ignoring(ONE), ignoring("ignore[vague] until 2027-02 -- Later."), ["ignore-until"]),
    (ignoring(ONE), ignoring("ignore[vague, missing] until 2027-01 -- Later."), ["ignore-wider"]),
    (ignoring(ONE), ignoring(ONE, "    country: IN\n"), ["ignore"]),
    (ignoring("ignore[vague]"), ignoring(ONE), ["ignore"]),
    (ignoring(ONE), PLAIN, []),
    (ignoring(ONE), ignoring(ONE), []),
    (ignoring(ONE), ignoring("ignore[V1] until 2026-12 by J. Doe -- Another reason."), []),
    (ignoring("ignore[vague, missing] -- Later."), ignoring("ignore[missing] -- Later."), []),
    (ignoring(ONE), "# A comment more.\n\n" + ignoring(ONE), []),
    (ignoring(ONE), ignoring(ONE).replace("country: US", "country: KP"), []),
    (PLAIN, ignoring("ignore[vague]"), []),
    (PLAIN, ignoring("ignore vague -- Later."), []),
    (
        ignoring(ONE),
        PLAIN.replace("    country: US\n", "    # notice-lint: " + ONE + "\n    country: US\n"),
        [],
    ),
]


@pytest.mark.parametrize(("before", "after", "expected"), IGNORES)
def test_an_ignore_is_the_same_where_it_speaks_of_the_same_place(
    before: str, after: str, expected: list[str]
) -> None:
    found = compared(parse(before, "a.yaml"), parse(after, "a.yaml"), RULES.names)

    assert kinds(list(found.found)) == expected
    assert bool(found.honoured) == ("notice-lint" in after and not expected)


def test_an_ignore_in_a_list_is_the_same_when_the_list_grows() -> None:
    text = HEAD + "controller:\n  large_scale:\n    - monitoring # notice-lint: ignore[vague] -- Later.\n"
    longer = text.replace("    - monitoring", "    - criminal-data\n    - monitoring")
    other = text.replace("    - monitoring", "    - criminal-data")

    assert kinds(list(compared(parse(text, "a"), parse(longer, "a"), RULES.names).found)) == []
    assert (
        kinds(
            list(
                compared(
                    parse(text, "a"),
                    parse(longer.replace("- criminal", "- monitoring # x\n    - c"), "a"),
                    RULES.names,
                ).found
            )
        )
        == []
    )
    assert kinds(list(compared(parse(longer, "a"), parse(other, "a"), RULES.names).found)) == ["ignore"]


def test_in_a_new_notice_every_ignore_is_new() -> None:
    found = compared(None, parse(ignoring(ONE), "a.yaml"), RULES.names)

    assert kinds(list(found.found)) == ["ignore"]
    assert found.honoured == frozenset()


def sentences() -> Iterator[str]:
    found = [one for before, after, _ in LOWERED for one in settings(before, after)]
    found += [
        one
        for before, after, _ in IGNORES
        for one in compared(parse(before, "a"), parse(after, "a"), RULES.names).found
    ]
    for language in LANGUAGES:
        for one in found:
            yield catalogue(language).arg(one.detail)


def test_everything_lowered_is_said_in_every_language() -> None:
    said = list(sentences())

    assert said
    assert [text for text in said if "gate." in text or "{" in text] == []
