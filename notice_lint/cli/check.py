"""`notice-lint check`: check notices."""

import os
import sys
from datetime import date

import click

from notice_lint.cli import options
from notice_lint.cli.failure import CANNOT, words_of
from notice_lint.cli.progress import Progress
from notice_lint.errors import NothingToCheck, UnreadableNotice
from notice_lint.findings import Severity
from notice_lint.i18n import catalogue
from notice_lint.pages.terminal import Style, harmless, visible
from notice_lint.reports.formats import FORMATS, report_in
from notice_lint.reports.look import Detail, Look
from notice_lint.reports.result import Result
from notice_lint.run.check import Options, Source, check, sources
from notice_lint.source.find import find
from notice_lint.source.read import read_bytes

_FAIL_ON = ("error", "warning", "note", "never")


@click.command("check")
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@options.rule_folders
@click.option(
    "--only",
    multiple=True,
    metavar="RULE",
    callback=options.names,
    help="Run only these rules (names or codes).",
)
@click.option(
    "--skip", multiple=True, metavar="RULE", callback=options.names, help="Run all rules but these."
)
@click.option(
    "--fail-on",
    type=click.Choice(_FAIL_ON),
    default="error",
    show_default=True,
    help="From which severity the exit status is 1.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(tuple(FORMATS)),
    default="text",
    show_default=True,
    help="How the report is written.",
)
@options.language
@click.option(
    "--on", "today", metavar="DATE", callback=options.day, help="The day to judge on; the default is today."
)
@click.option(
    "--assume",
    "void",
    multiple=True,
    metavar="ID=void",
    callback=options.assumptions,
    help="What if a decision or framework falls, such as eu-us-dpf or uk-adequacy?",
)
@click.option(
    "--stdin-filename", metavar="NAME", help="How the notice on the standard input (PATH “-”) is called."
)
@click.option(
    "--exclude",
    multiple=True,
    metavar="GLOB",
    help="Leave these files out when folders are searched. Repeatable.",
)
@click.option("--list-files", is_flag=True, help="Only list the notices that would be checked.")
@click.option(
    "--color",
    type=click.Choice(("auto", "always", "never")),
    default="auto",
    show_default=True,
    help="Colours; NO_COLOR and FORCE_COLOR are honoured.",
)
@click.option("-q", "--quiet", is_flag=True, help="Print findings only, no summary.")
@click.option(
    "-v", "--verbose", is_flag=True, help="Also name the files, and the rules that had nothing to check."
)
@click.pass_context
def command(  # noqa: PLR0913, PLR0917 - one parameter an option
    ctx: click.Context,
    paths: tuple[str, ...],
    folders: tuple[str, ...],
    only: tuple[str, ...],
    skip: tuple[str, ...],
    fail_on: str,
    form: str,
    lang: str,
    today: date,
    void: frozenset[str],
    stdin_filename: str | None,
    exclude: tuple[str, ...],
    list_files: bool,  # noqa: FBT001 - an option
    color: str,
    quiet: bool,  # noqa: FBT001 - an option
    verbose: bool,  # noqa: FBT001 - an option
) -> None:
    """Check notices: files, or folders that are searched. Without PATH, this folder.

    \b
    notice-lint check examples/clearnox/versions/2024-11.yaml
    notice-lint check --format json --fail-on warning notices/
    notice-lint check --assume eu-us-dpf=void notice.yaml
    """
    found = _sources(paths or (".",), exclude, stdin_filename)
    if list_files:
        click.echo("".join(f"{harmless(visible(source.shown))}\n" for source in found), nl=False)
        return
    progress = Progress(len(found), shown=not quiet and sys.stderr.isatty())
    try:
        result = check(found, Options(options.packs(folders), today, only, skip, void), progress.tell)
    finally:
        progress.end()
    detail = Detail.QUIET if quiet else Detail.VERBOSE if verbose else Detail.USUAL
    text = report_in(form)(result, catalogue(lang), Look(Style(colour=_colour(color)), detail))
    click.echo(text, nl=False, color=True)
    if form != "text":
        _tell_what_was_not_checked(result)
    ctx.exit(_status(result, fail_on))


def _tell_what_was_not_checked(result: Result) -> None:
    """Say on the standard error what a machine's report may hide from the person who waits for it."""
    for path, reason in result.could_not_check:
        click.echo(f"notice-lint: {words_of(UnreadableNotice(path, reason))}", err=True)
    for broken in result.could_not_run:
        click.echo(
            f"notice-lint: {broken.rule} could not run on {visible(broken.path)}: {visible(broken.reason)}",
            err=True,
        )


def _sources(paths: tuple[str, ...], exclude: tuple[str, ...], stdin_filename: str | None) -> list[Source]:
    """Return the notices to check; `-` is the standard input. Raises `NothingToCheck` if there are none."""
    if stdin_filename and "-" not in paths:
        paths = ("-",) if paths == (".",) else paths
    found = list(sources(find([path for path in paths if path != "-"], exclude)))
    if "-" in paths:
        name = stdin_filename or "-"
        found.append(Source(name, lambda: read_bytes(sys.stdin.buffer.read(), name)))
    if not found:
        sentence = (
            "no notice was found in {places}: looked for YAML files with the keys “format” and “notice”"
        )
        raise NothingToCheck(sentence, places=", ".join(paths))
    return found


def _colour(wanted: str) -> bool:
    if wanted != "auto":
        return wanted == "always"
    if os.environ.get("NO_COLOR"):
        return False
    return bool(os.environ.get("FORCE_COLOR")) or sys.stdout.isatty()


def _status(result: Result, fail_on: str) -> int:
    """Return the exit status: what could not be checked counts more than what was found."""
    if not result.complete:
        return CANNOT
    if fail_on == "never":
        return 0
    return int(any(finding.severity.rank <= Severity(fail_on).rank for finding in result.counted()))
