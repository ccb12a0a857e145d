"""The options of `check`, by subject, and what they ask for."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any, NamedTuple

import click

from notice_lint.cli import options
from notice_lint.errors import UsageProblem
from notice_lint.reports.formats import FORMATS

_WATCHED = ("text", "short", "table", "markdown")
"""Formats of which several can stand one after the other."""

FAIL_ON = ("error", "warning", "note", "never")

Option = Callable[[Callable[..., Any]], Callable[..., Any]]


class Asked(NamedTuple):
    """What the command line and the environment ask of `check`: one field a parameter."""

    paths: tuple[str, ...]
    folders: tuple[str, ...]
    config: str | None
    only: tuple[str, ...]
    skip: tuple[str, ...]
    fail_on: str
    form: str
    reports: tuple[str, ...]
    lang: str
    today: date
    void: frozenset[str]
    baseline: str | None
    update_baseline: bool
    reason: str
    by: str | None
    until: str | None
    base: str | None
    accept_weakening: bool
    no_ignores: bool
    show_ignored: bool
    statistics: bool
    stdin_filename: str | None
    exclude: tuple[str, ...]
    list_files: bool
    fix: bool
    diff: bool
    unsafe_fixes: bool
    watch: bool
    color: str
    quiet: bool
    verbose: bool


_ONLY = click.option(
    "--only",
    multiple=True,
    metavar="RULE",
    callback=options.names,
    help="Run only these rules (names or codes), and those that a pack has locked.",
)
_SKIP = click.option(
    "--skip", multiple=True, metavar="RULE", callback=options.names, help="Run all rules but these."
)
_FAIL_ON = click.option(
    "--fail-on",
    type=click.Choice(FAIL_ON),
    default="error",
    show_default=True,
    help="From which severity the exit status is 1.",
)
_FORM = click.option(
    "--format",
    "form",
    type=click.Choice(tuple(FORMATS)),
    default="text",
    show_default=True,
    help="How the report is written.",
)
_SHOWN_FORM = click.option(
    "--report-format",
    "form",
    type=click.Choice(tuple(FORMATS)),
    default="text",
    hidden=True,
    envvar=["NOTICE_LINT_FORMAT", "NOTICE_LINT_CHECK_FORMAT"],
)
"""What --format is to `check`, for a command whose own --format is another."""
_REPORT = click.option(
    "--report",
    "reports",
    multiple=True,
    metavar="FORMAT=FILE",
    help="Also write a report to a file; “-” is the standard output. Repeatable.",
)
_ON = click.option(
    "--on", "today", metavar="DATE", callback=options.day, help="The day to judge on; the default is today."
)
_ASSUME = click.option(
    "--assume",
    "void",
    multiple=True,
    metavar="ID=void",
    callback=options.assumptions,
    help="What if a decision or framework falls, such as eu-us-dpf or uk-adequacy?",
)
_BASELINE = click.option(
    "--baseline", metavar="FILE", help="The findings that were there before, and do not count."
)
_EXCLUDE = click.option(
    "--exclude",
    multiple=True,
    metavar="GLOB",
    help="Leave these files out when folders are searched. Repeatable.",
)
_IGNORING: Sequence[Option] = (
    _BASELINE,
    click.option("--update-baseline", is_flag=True, help="Accept what is found now, for a --reason."),
    click.option(
        "--reason",
        default="",
        metavar="TEXT",
        help="Why it is accepted (--update-baseline, --accept-weakening).",
    ),
    click.option("--by", metavar="NAME", help="Who answers for it (--update-baseline)."),
    click.option(
        "--until",
        metavar="DATE",
        callback=options.last_day,
        help="The last day on which it is accepted (--update-baseline).",
    ),
    click.option(
        "--base",
        metavar="REV",
        help="Judge by settings, packs, baseline and ignores of this revision, and find what lowers them.",
    ),
    click.option(
        "--accept-weakening",
        is_flag=True,
        help="Accept what is lowered (--base); the report names it, with the --reason.",
    ),
    click.option("--no-ignores", is_flag=True, help="Show everything: no ignore and no baseline counts."),
    click.option("--show-ignored", is_flag=True, help="Also list what is ignored, with the reasons."),
    click.option("--statistics", is_flag=True, help="Only count: how many findings of which rule."),
)
_FILES: Sequence[Option] = (
    click.option(
        "--stdin-filename",
        metavar="NAME",
        help="How the notice on the standard input (PATH “-”) is called.",
    ),
    _EXCLUDE,
    click.option("--list-files", is_flag=True, help="Only list the notices that would be checked."),
)
_FIXING: Sequence[Option] = (
    click.option("--fix", is_flag=True, help="Put right what is a matter of form, in the files."),
    click.option(
        "--diff", is_flag=True, help="Only print what --fix would change; exit status 1 if anything."
    ),
    click.option(
        "--unsafe-fixes",
        is_flag=True,
        help="Also fix what is a guess, such as a misspelt word (--fix, --diff).",
    ),
    click.option("--watch", is_flag=True, help="Check again whenever a file is saved; Ctrl-C ends."),
)
_SHOWING: Sequence[Option] = (
    click.option(
        "--color",
        type=click.Choice(("auto", "always", "never")),
        default="auto",
        show_default=True,
        help="Colours; NO_COLOR and FORCE_COLOR are honoured.",
    ),
    click.option("-q", "--quiet", is_flag=True, help="Findings only: no summary, no overview."),
    click.option(
        "-v",
        "--verbose",
        is_flag=True,
        help="Also name the files, and the rules that had nothing to check.",
    ),
)

ALL: Sequence[Option] = (
    options.rule_folders,
    options.config,
    _ONLY,
    _SKIP,
    _FAIL_ON,
    _FORM,
    _REPORT,
    options.language,
    _ON,
    _ASSUME,
    *_IGNORING,
    *_FILES,
    *_FIXING,
    *_SHOWING,
)
"""In the order in which the help shows them."""

EFFECTIVE: Sequence[Option] = (
    options.rule_folders,
    options.config,
    _ONLY,
    _FAIL_ON,
    _SHOWN_FORM,
    options.language,
    _ON,
    _ASSUME,
    _BASELINE,
    _EXCLUDE,
)
"""Those that settings can set as well, for `show-settings`."""


def refuse_fixing(asked: Asked) -> None:
    """Raise `UsageProblem` for options about fixes and watching that do not go together with others."""
    stdin = "-" in asked.paths or asked.stdin_filename is not None
    if asked.unsafe_fixes and not (asked.fix or asked.diff):
        raise UsageProblem("--unsafe-fixes needs --fix or --diff")
    if asked.fix and not asked.diff and stdin:
        raise UsageProblem("--fix cannot write to the standard input; --diff shows what it would change")
    against = {
        "--fix": asked.fix,
        "--diff": asked.diff,
        "--update-baseline": asked.update_baseline,
        "--list-files": asked.list_files,
        f"--format {asked.form}": asked.form not in _WATCHED,
        "-": stdin,
    }
    for option in (option for option, given in against.items() if given and asked.watch):
        raise UsageProblem("--watch cannot be used with {option}", option=option)


def with_options(found: Sequence[Option]) -> Option:
    """Return what adds these options to a command."""

    def add(command: Callable[..., Any]) -> Callable[..., Any]:
        for option in reversed(found):
            command = option(command)
        return command

    return add
