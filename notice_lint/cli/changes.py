"""`notice-lint changes`: what has changed between two versions, in words."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import click

from notice_lint.changes.authored import FILE_NAME, settled
from notice_lint.changes.change import Duty
from notice_lint.cli import files, options, reports
from notice_lint.cli.failure import CANNOT, words_of
from notice_lint.cli.held import Held, settings_of
from notice_lint.cli.language import choose, language_of_user
from notice_lint.errors import UsageProblem
from notice_lint.findings import Severity
from notice_lint.i18n import LANGUAGES, Catalogue, catalogue
from notice_lint.pages.terminal import Style, harmless, visible
from notice_lint.reports.changes.formats import ALL, AUDIENCES, FORMATS, report
from notice_lint.reports.changes.result import ChangeResult
from notice_lint.reports.look import Look
from notice_lint.reports.short import report as short
from notice_lint.run.changes import Asked, changes, judged
from notice_lint.run.check import Options
from notice_lint.source.shown import shown

_FAIL_ON = (*(duty.value for duty in Duty), "never")
_USUAL = Duty.ADVANCE_NOTICE.value
_VERSION = "FILE|REV[:PATH]|VERSION"


@click.command("changes")
@click.argument("notice", required=False, metavar="[NOTICE]")
@click.option("--since", metavar="DATE|VERSION|TAG", help="The version that was in force by then: 2024-11.")
@click.option("--from", "earlier", metavar=_VERSION, help="The earlier version.")
@click.option("--to", "later", metavar=_VERSION, help="The later version; the default is NOTICE.")
@click.option("--history", is_flag=True, help="Version by version, and not only from end to end.")
@click.option(
    "--audience",
    type=click.Choice(AUDIENCES),
    default=AUDIENCES[0],
    show_default=True,
    help="For the people whose data it is, for counsel, or as a comment on a pull request.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(ALL),
    help="How it is written; short (500 characters) and email are for readers only.",
)
@click.option(
    "--report",
    "reported",
    multiple=True,
    metavar="FORMAT=FILE",
    help="Also write it to a file in this format. Repeatable.",
)
@click.option(
    "--lang",
    type=click.Choice(LANGUAGES),
    callback=lambda _, __, value: choose(value) if value else None,
    help="Language; the default is the notice's for readers, else the system's.",
)
@click.option(
    "--check",
    is_flag=True,
    help="Exit with 1 if a change from --fail-on up is not acknowledged, or a rule finds an error.",
)
@click.option(
    "--fail-on",
    metavar="DUTY",
    type=click.Choice(_FAIL_ON),
    help=f"From which duty --check fails: {', '.join(_FAIL_ON)}; the default is {_USUAL}.",
)
@click.option("--draft", is_flag=True, help=f"Print what {FILE_NAME} lacks, to be filled in.")
@click.option(
    "--on",
    "today",
    metavar="DATE",
    callback=options.day,
    help="The day that decides what is in force and which acknowledgements count; the default is today.",
)
@click.option("--config", metavar="FILE", help="The settings, instead of those found upwards from here.")
@click.option("-q", "--quiet", is_flag=True, help="Do not say on the standard error what was compared.")
@click.pass_context
def command(ctx: click.Context, /, **given: Any) -> None:
    """Say what has changed in a notice, and what it means for people.

    Without --since or --from, the notice is compared with the version before it.

    \b
    notice-lint changes --since 2024-11
    notice-lint changes --since "november 2024" --format html notice.yaml
    notice-lint changes --from v1.2 --audience counsel
    notice-lint changes --draft >> changes.yaml
    """
    ctx.exit(_Changes(_Given(**given)).status())


class _Given(NamedTuple):
    """The command line."""

    notice: str | None
    since: str | None
    earlier: str | None
    later: str | None
    history: bool
    audience: str
    form: str | None
    reported: tuple[str, ...]
    lang: str | None
    check: bool
    fail_on: str | None
    draft: bool
    today: date
    config: str | None
    quiet: bool


class _Changes:
    """One run of the command, and what is written of it."""

    def __init__(self, given: _Given) -> None:
        """Raise `UsageProblem` for options that do not go together."""
        if given.since and given.earlier:
            sentence = "--since and --from both say which version is the earlier one: give one of them"
            raise UsageProblem(sentence)
        self._given = given
        self._form = _form(given.audience, given.form)
        self._targets = reports.targets(given.reported, FORMATS[given.audience])
        place, self._settings = settings_of(given.config)
        self._held = Held(place, self._settings, {}, {})
        self._path = _notice(self._held, given.notice, given.later)
        self._beside = Path(self._path).with_name(FILE_NAME)

    def status(self) -> int:
        """Compare, write, and return the exit status."""
        given = self._given
        result = changes(self._asked())
        words = catalogue(given.lang or self._language(result))
        sources = [self._path, str(self._beside), result.new.source, result.old.source if result.old else ""]
        reports.refuse_inputs(self._targets, [source for source in sources if source])
        failures = reports.write_reports(self._targets, lambda form: self._report(result, words, form))
        text = self._drafted(result, words) if given.draft else self._report(result, words, self._form)
        click.echo(text, nl=False)
        if not given.quiet:
            _tell(result, catalogue(language_of_user()))
        for failure in failures:
            click.echo(f"notice-lint: {words_of(failure)}", err=True)
        return CANNOT if failures else self._checked(result) if given.check else 0

    def _checked(self, result: ChangeResult) -> int:
        """Print what the rules on changes find, and return the exit status of `--check`."""
        options = Options(
            self._held.packs(), self._given.today, settings=self._settings, place=self._held.place.path
        )
        found = judged(self._asked(), options)
        if found is not None:
            click.echo(
                short(found, catalogue(language_of_user()), Look(Style(colour=False))), nl=False, err=True
            )
            if not found.complete:
                return CANNOT
        grave = found is not None and found.count(Severity.ERROR) > 0
        return int(self._fails(result) or grave)

    def _asked(self) -> Asked:
        given = self._given
        forms = {self._form, *(target.form for target in self._targets)}
        policy: Mapping[str, str] = self._settings.changes.get("lead") or {}
        return Asked(
            path=self._path,
            today=given.today,
            since=given.since or "",
            earlier=given.earlier or "",
            later=given.later or "",
            history=given.history,
            trips="json" in forms or given.audience != "readers",
            policy=policy,
        )

    def _report(self, result: ChangeResult, words: Catalogue, form: str) -> str:
        return report(result, words, self._given.audience, form, shown(str(self._beside)))

    def _drafted(self, result: ChangeResult, words: Catalogue) -> str:
        from notice_lint.reports.changes.draft import draft  # noqa: PLC0415 - one form a run

        return draft(result, words, shown(str(self._beside)), whole=not self._beside.is_file())

    def _language(self, result: ChangeResult) -> str:
        """Return the language where none was asked for: the notice's for readers, else the user's."""
        own = result.about.language.partition("-")[0]
        if self._given.audience == "readers" and own in LANGUAGES:
            return own
        return self._settings.text("language") or language_of_user()

    def _fails(self, result: ChangeResult) -> bool:
        """Whether a change that asks for as much is still open: not acknowledged, or under review."""
        limit = self._given.fail_on or str(self._settings.changes.get("fail_on") or _USUAL)
        if limit == "never":
            return False
        least = Duty(limit).rank
        return any(change.duty.rank <= least and not settled(change) for change in result.changes)


def _form(audience: str, form: str | None) -> str:
    """Return the format: as asked, else the usual one. Raises `UsageProblem` for one that does not fit."""
    fitting = FORMATS[audience]
    if form is not None and form not in fitting:
        sentence = "--format {form} does not go with --audience {audience}: choose from {choices}"
        raise UsageProblem(sentence, form=form, audience=audience, choices=", ".join(fitting))
    return form or fitting[0]


def _notice(held: Held, named: str | None, later: str | None) -> str:
    """Return the notice: as named, else the one that `--to` names, else the only one of this folder."""
    if named is not None and not Path(named).is_dir():
        return named
    if named is None and later is not None and Path(later).is_file():
        return later
    found = files.notices(held, (named,) if named else (), (), None)
    if len(found) == 1:
        return found[0].shown
    names = ", ".join(source.shown for source in found)
    raise UsageProblem("several notices were found: {names}. Name one of them", names=names)


def _tell(result: ChangeResult, words: Catalogue) -> None:
    """Say which versions were compared, where they came from, and what changes.yaml does not do."""
    from notice_lint.reports.changes.told import told  # noqa: PLC0415 - a quiet run says nothing

    for line in told(result, words):
        click.echo(f"notice-lint: {harmless(visible(line))}", err=True)
