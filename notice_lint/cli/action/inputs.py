"""What the workflow asks for: strings in the environment, checked one by one."""

from collections.abc import Mapping
from typing import NamedTuple

from notice_lint.errors import UsageProblem
from notice_lint.i18n import LANGUAGES

_FAIL_ON = ("error", "warning", "note", "never")
_MODES = ("check", "changes")
_YES_OR_NO = ("true", "false")


class Inputs(NamedTuple):
    """The inputs of `action.yml`, under the same names."""

    mode: str
    paths: tuple[str, ...]
    config: str
    rules: tuple[str, ...]
    fail_on: str
    annotations: bool
    summary: bool
    base: str
    accept_weakening: str
    """The reason for which it is accepted that less is checked; empty if it is not."""
    changes_since: str
    comment: bool
    comment_from: str
    """A report as JSON that another run has written: nothing is checked, only the comment is written."""
    token: str
    sarif_file: str
    output_dir: str
    language: str
    working_directory: str


def inputs(environment: Mapping[str, str]) -> Inputs:
    """Return the inputs. Raises `UsageProblem` for a value that an input does not take."""

    def given(name: str, usual: str = "") -> str:
        return environment.get(f"INPUT_{name.upper()}", "").strip() or usual

    def chosen(name: str, choices: tuple[str, ...], usual: str) -> str:
        value = given(name, usual)
        if value not in (*choices, usual):
            raise UsageProblem(
                "the input “{name}” does not take “{value}”; it takes: {choices}",
                name=name.replace("_", "-"),
                value=value,
                choices=", ".join(choices),
            )
        return value

    return Inputs(
        mode=chosen("mode", _MODES, "check"),
        paths=_lines(given("paths")),
        config=given("config"),
        rules=_lines(given("rules")),
        fail_on=chosen("fail_on", _FAIL_ON, ""),
        annotations=chosen("annotations", _YES_OR_NO, "true") == "true",
        summary=chosen("summary", _YES_OR_NO, "true") == "true",
        base=given("base", "auto"),
        accept_weakening=given("accept_weakening"),
        changes_since=given("changes_since", "auto"),
        comment=chosen("comment", _YES_OR_NO, "false") == "true",
        comment_from=given("comment_from"),
        token=given("token"),
        sarif_file=given("sarif_file"),
        output_dir=given("output_dir"),
        language=chosen("language", LANGUAGES, ""),
        working_directory=given("working_directory", "."),
    )


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.splitlines() if line.strip())
