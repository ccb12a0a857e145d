"""Settings in pyproject.toml: the same words, at the place where TOML has them."""

import pytest

from notice_lint.settings.find import TwoSettings, find
from tests.settings.files import Files, refused, settings

_PLAIN = '[project]\nname = "a"\n'


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            '[tool.notice-lint]\nfail-on = "note"',
            "2:1: The format has no key “fail-on” here. Did you mean “fail_on”?",
        ),
        (
            '[tool.notice-lint.severity]\n"TR01" = "note"',
            "2:10: Another severity needs a reason. Write: TR01: {severity: note, reason: …}",
        ),
        (
            "[tool.notice-lint]\nseverity.TR01 = 3",
            "2:17: Another severity needs a reason. Write: TR01: {severity: note, reason: …}",
        ),
        (
            '[[tool.notice-lint.skip]]\nrule = "a"\nreason = "R"\n[[tool.notice-lint.skip]]\nrule = "b"',
            "4:3: What is skipped needs a rule and a reason. Write: - {rule: TR01, reason: …}",
        ),
        ("[tool.notice-lint]\nfail_on = ", "2:10: This cannot be read as TOML."),
    ],
)
def test_a_mistake_is_told_at_its_line(text: str, expected: str) -> None:
    assert refused(_PLAIN + text, "pyproject.toml") == [
        f"{int(expected.partition(':')[0]) + 2}:{expected.partition(':')[2]}"
    ]


def test_days_of_toml_are_days() -> None:
    read = settings(
        '[[tool.notice-lint.skip]]\nrule = "a"\nreason = "R"\nuntil = 2027-03-01\n', "pyproject.toml"
    )

    assert read.skip[0].excuse.until == "2027-03-01"


@pytest.mark.parametrize(
    ("files", "start", "expected"),
    [
        ({"notice-lint.yaml": "{}"}, "", "notice-lint.yaml"),
        ({"notice-lint.yaml": "{}"}, "a/b", "notice-lint.yaml"),
        ({"notice-lint.yaml": "{}", "a/notice-lint.yml": "{}"}, "a/b", "a/notice-lint.yml"),
        ({"pyproject.toml": _PLAIN}, "", None),
        ({"pyproject.toml": f"{_PLAIN}[tool.notice-lint]\n"}, "a", "pyproject.toml"),
        ({"pyproject.toml": f"{_PLAIN}# tool.notice-lint\n", "notice-lint.yaml": ""}, "", "notice-lint.yaml"),
        ({}, "a/b", None),
    ],
)
def test_the_nearest_settings_upwards_hold(files: dict[str, str], start: str, expected: str | None) -> None:
    assert find(Files(files), start) == expected


@pytest.mark.parametrize("other", ["notice-lint.yml", "pyproject.toml"])
def test_two_settings_in_one_folder_are_refused_by_name(other: str) -> None:
    files = Files({"a/notice-lint.yaml": "{}", f"a/{other}": "[tool.notice-lint]\n"})

    with pytest.raises(TwoSettings, match=rf"a/notice-lint\.yaml and in a/{other}"):
        find(files, "a/b")


def test_a_broken_pyproject_that_means_us_is_not_passed_over() -> None:
    assert find(Files({"pyproject.toml": "[tool.notice-lint]\nfail_on = \n"}), "") == "pyproject.toml"
