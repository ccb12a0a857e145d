"""`notice-lint check`: check notices."""

import os
import sys
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from notice_lint.cli import baseline as baselines
from notice_lint.cli import files, reports
from notice_lint.cli.check_options import ALL, Asked, refuse_fixing, with_options
from notice_lint.cli.failure import CANNOT, words_of
from notice_lint.cli.held import Held, held
from notice_lint.cli.progress import Progress
from notice_lint.engine.pack import Pack
from notice_lint.errors import NoticeLintError, UnreadableNotice, UsageProblem
from notice_lint.findings import Severity
from notice_lint.i18n import Catalogue, catalogue
from notice_lint.pages.terminal import Style, harmless, visible
from notice_lint.reports.formats import report_in
from notice_lint.reports.look import Detail, Look
from notice_lint.reports.result import Result
from notice_lint.run.check import Options, Source, check
from notice_lint.settings.find import NAMES

if TYPE_CHECKING:  # most runs have no base revision
    from notice_lint.cli.gate import Sides
    from notice_lint.run.gate.gate import Gate


@click.command("check")
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@with_options(ALL)
@click.pass_context
def command(ctx: click.Context, /, **given: Any) -> None:
    """Check notices: files, or folders that are searched. Without PATH, those of the settings or this folder.

    \b
    notice-lint check examples/clearnox/versions/2024-11.yaml
    notice-lint check --format json --fail-on warning notices/
    notice-lint check --report html=report.html --report sarif=report.sarif
    notice-lint check --assume eu-us-dpf=void notice.yaml
    notice-lint check --fix notice.yaml
    """
    if given["watch"]:
        from notice_lint.cli.watch import watch  # noqa: PLC0415 - only where it is asked for

        watch(lambda: _run(ctx, given).status(), lambda: _run(ctx, given).files(), catalogue(given["lang"]))
    ctx.exit(_run(ctx, given).status())


def _run(ctx: click.Context, given: Mapping[str, Any]) -> "_Check":
    """Return a run of the command, by the settings as they are now."""
    asked = Asked(**given)
    counting = held(ctx, asked.config, given)
    both = None
    if asked.base is not None or asked.accept_weakening:
        from notice_lint.cli import gate  # noqa: PLC0415 - most runs have no base revision

        both = gate.sides(ctx, counting, given)
        counting = both.ruling if both else counting
    asked = asked._replace(**{option: counting.values[option] for option in counting.values})
    return _Check(asked, counting, catalogue(asked.lang), both)


class _Read(NamedTuple):
    """What a run is made of."""

    sources: Sequence[Source]
    packs: tuple[Pack, ...]
    options: Options
    gate: "Gate | None" = None
    """What a pull request lowers and touches, under `--base`."""


class _Check:
    """One run of the command, and what is written of it."""

    def __init__(self, asked: Asked, counting: Held, words: Catalogue, both: "Sides | None" = None) -> None:
        self._both = both
        self._asked = asked
        self._held = counting
        self._words = words
        self._targets = reports.targets(asked.reports)

    def status(self) -> int:
        """Run, write, and return the exit status."""
        asked = self._asked
        self._refuse()
        found = files.notices(self._held, asked.paths, asked.exclude, asked.stdin_filename)
        if asked.list_files:
            click.echo("".join(f"{harmless(visible(source.shown))}\n" for source in found), nl=False)
            return 0
        read = self._read(found)
        if asked.diff:
            return self._differing(read)
        unwritten = self._fixed(read) if asked.fix else []
        result = self._judged(read)
        if asked.update_baseline:
            result = self._accepted(read, result)
        failures = unwritten + reports.write_reports(
            self._targets, lambda form: self._report(form, result, printed=False)
        )
        self._print(result)
        for failure in failures:
            click.echo(f"notice-lint: {words_of(failure)}", err=True)
        return CANNOT if failures else self._status(result)

    def files(self) -> list[str]:
        """Return the files and folders on which the run rests, for `--watch`."""
        asked, counting = self._asked, self._held
        own = [one for one in (counting.settings.path, asked.baseline) if one] or list(NAMES)
        rules = [*(counting.values.get("folders") or ()), *(shown for _, shown in counting.rule_folders())]
        found = files.notices(counting, asked.paths, asked.exclude, asked.stdin_filename)
        return [*(str(source.path) for source in found), *own, *rules]

    def _fixed(self, read: _Read) -> list[NoticeLintError]:
        """Put right what can be, in the files; return what could not be written."""
        from notice_lint.cli.fix import write  # noqa: PLC0415 - only where it is asked for

        return write(read.sources, read.options, self._words, unsafe=self._asked.unsafe_fixes)

    def _differing(self, read: _Read) -> int:
        """Print what `--fix` would change, and return 1 if that is anything."""
        from notice_lint.cli.fix import diff  # noqa: PLC0415 - only where it is asked for

        outcome = diff(read.sources, read.options, self._words, unsafe=self._asked.unsafe_fixes)
        for failure in outcome.unread:
            click.echo(f"notice-lint: {words_of(failure)}", err=True)
        return CANNOT if outcome.unread else int(outcome.fixed > 0)

    def _refuse(self) -> None:
        """Raise `UsageProblem` for options that do not go together."""
        asked = self._asked
        refuse_fixing(asked)
        reason = "" if asked.accept_weakening else asked.reason
        given = {"--reason": reason, "--by": asked.by, "--until": asked.until}
        against = {
            "--no-ignores": asked.no_ignores,
            "--list-files": asked.list_files,
            "-": "-" in asked.paths and not asked.stdin_filename,
        }
        baselines.refuse(update=asked.update_baseline, given=given, against=against)
        if asked.statistics and asked.form != "text" and self._held.explicit("form"):
            raise UsageProblem("--statistics is for --format text")
        if self._stdout_twice():
            raise UsageProblem("two reports cannot be written to {path}", path="-")

    def _stdout_twice(self) -> bool:
        """Whether both `--format` and `--report FORMAT=-` are asked for on the command line."""
        return self._to_stdout() is not None and self._held.origins["form"][0].kind == "option"

    def _to_stdout(self) -> str | None:
        """Return the format that `--report` sends to the standard output."""
        return next((target.form for target in self._targets if target.path == reports.STDOUT), None)

    def _read(self, found: Sequence[Source]) -> _Read:
        asked, counting = self._asked, self._held
        packs = counting.packs()
        path = baselines.path_of(counting, asked.baseline)
        before = baselines.read(counting, path, update=asked.update_baseline)
        own = [counting.place.on_disk(one) for one in (path,) if one]
        own += [counting.settings.path] if counting.settings.path else []
        reports.refuse_inputs(self._targets, [*(source.shown for source in found), *own])
        pictured = "html" in (asked.form, *(target.form for target in self._targets))
        options = Options(
            packs,
            asked.today,
            asked.only,
            asked.skip,
            asked.void,
            flows=pictured,
            settings=counting.settings,
            baseline=before,
            ignores=not asked.no_ignores,
            whole=files.whole(counting, asked.paths, asked.exclude, asked.stdin_filename),
            place=counting.place.path,
        )
        if self._both is None:
            return _Read(found, packs, options)
        from notice_lint.cli.gate import gate  # noqa: PLC0415 - most runs have no base revision

        guard = gate(self._both, packs, asked.paths, asked.exclude, asked.baseline)
        watched = options._replace(counted=guard.counted, before=guard.before, elsewhere=guard.elsewhere)
        return _Read(found, packs, watched, guard)

    def _judged(self, read: _Read) -> Result:
        progress = Progress(len(read.sources), shown=not self._asked.quiet and sys.stderr.isatty())
        try:
            if read.gate is None:
                return check(read.sources, read.options, progress.tell)
            judged = check(read.gate.sources(read.sources), read.options, progress.tell)
            return read.gate.marked(judged)
        finally:
            progress.end()

    def _accepted(self, read: _Read, result: Result) -> Result:
        """Write the baseline; the findings that it accepts do not count any more."""
        asked, path = self._asked, baselines.path_of(self._held, self._asked.baseline)
        if path is None:
            return result
        return baselines.update(
            self._held,
            path,
            result,
            before=read.options.baseline,
            excuse=baselines.excuse(asked.reason, asked.by, asked.until),
            packs=read.packs,
            whole=read.options.whole,
            words=self._words,
        )

    def _print(self, result: Result) -> None:
        """Print the report; of what could not be checked, a machine's report is not all that is said."""
        form = "statistics" if self._asked.statistics else self._to_stdout() or self._asked.form
        click.echo(self._report(form, result, printed=True), nl=False, color=True)
        if form not in ("text", "table", "statistics"):
            _tell_what_was_not_checked(result)

    def _report(self, form: str, result: Result, *, printed: bool) -> str:
        asked = self._asked
        detail = Detail.QUIET if asked.quiet else Detail.VERBOSE if asked.verbose else Detail.USUAL
        style = Style(colour=printed and _colour(asked.color))
        look = Look(style, detail, asked.show_ignored, self._held.settings.path)
        if printed and sys.stdout.isatty():
            look = look._replace(width=_width(os.get_terminal_size(sys.stdout.fileno()).columns))
        if form == "statistics":
            from notice_lint.reports.statistics import report  # noqa: PLC0415 - only where it is asked for

            return report(result, self._words, look)
        return report_in(form)(result, self._words, look)

    def _status(self, result: Result) -> int:
        """Return the exit status: what could not be checked counts more than what was found."""
        if not result.complete:
            return CANNOT
        limits: dict[str, str] = {}
        for finding in result.counted():
            if finding.path not in limits:
                limits[finding.path] = self._fail_on(finding.path)
            limit = limits[finding.path]
            if limit != "never" and finding.severity.rank <= Severity(limit).rank:
                return 1
        return 0

    def _fail_on(self, path: str) -> str:
        """Return from which severity on findings in a file count; the command line speaks for all files."""
        if self._held.explicit("fail_on"):
            return self._asked.fail_on
        return self._held.settings.fail_on_for(self._held.place.path(path), self._asked.fail_on)


def _tell_what_was_not_checked(result: Result) -> None:
    """Say on the standard error what a machine's report may hide from the person who waits for it."""
    for path, reason in result.could_not_check:
        click.echo(f"notice-lint: {words_of(UnreadableNotice(path, reason))}", err=True)
    for broken in result.could_not_run:
        click.echo(
            f"notice-lint: {broken.rule} could not run on {visible(broken.path)}: {visible(broken.reason)}",
            err=True,
        )


def _width(columns: int) -> int:
    """Return how wide a table is in a terminal: not too narrow for a word, not too wide for the eye.

    A terminal that does not know its width says 0.
    """
    return min(max(columns, 60), 160) if columns else Look(Style(colour=False)).width


def _colour(wanted: str) -> bool:
    if wanted != "auto":
        return wanted == "always"
    if os.environ.get("NO_COLOR"):
        return False
    return bool(os.environ.get("FORCE_COLOR")) or sys.stdout.isatty()
