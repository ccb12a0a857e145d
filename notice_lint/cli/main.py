"""The group of commands, and how failures leave the building."""

import gc
import os
import signal
import sys
from importlib import import_module
from types import FrameType
from typing import NoReturn

import click

from notice_lint import __version__
from notice_lint.cli.failure import CANNOT, words_of
from notice_lint.errors import NoticeLintError, reason_of

_COMMANDS = {
    "check": "check notices (the default)",
    "changes": "what has changed between two versions, in words",
    "explain": "why a rule exists, the law, a bad and a good example",
    "rules": "the rules that apply, their severity, and where it was set",
    "test-rules": "run the examples inside rule packs",
    "new": "a commented starter file: notice, rule or pack",
    "show-settings": "effective settings, and which file set each",
    "completion": "the script that makes a shell complete commands and options",
    "schema": "JSON Schema of a notice, rule, pack or settings, for editors",
}
_VARIABLES_OF = {"show-settings": "check"}
"""Commands that read the variables of another one: they show what counts there."""
_BUG, _INTERRUPTED, _PIPE, _TERMINATED = 3, 130, 141, 143
_COMPLETE = "_NOTICE_LINT_COMPLETE"
"""The variable by which completion scripts ask; `completion` writes it into them."""
_COLLECT_AFTER = 50_000
"""New objects between two looks for cyclic garbage. A check makes hardly any: at 700, Python's own number,
the looks cost 7 % of a run."""

_SETTINGS = {
    "help_option_names": ["-h", "--help"],
    "max_content_width": 100,
}


class _Commands(click.Group):
    """Imports a command when it is called; anything that is no command is a notice to check."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        del ctx
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        del ctx
        if cmd_name not in _COMMANDS:
            return None
        command: click.Command = import_module(f"notice_lint.cli.{cmd_name.replace('-', '_')}").command
        for option in command.params:
            if isinstance(option, click.Option) and option.envvar is None:
                option.envvar = _variables(_VARIABLES_OF.get(cmd_name, cmd_name), option)
        return command

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if not args or (args[0] not in _COMMANDS and args[0] not in ("-h", "--help", "--version")):
            _refuse_misspelt_command(args)
            args = ["check", *args]
        return super().parse_args(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        del ctx
        with formatter.section("Commands"):
            formatter.write_dl(list(_COMMANDS.items()))


def _variables(command: str, option: click.Option) -> list[str]:
    """Return the variables that an option reads: NOTICE_LINT_FAIL_ON, NOTICE_LINT_CHECK_FAIL_ON."""
    long = max(option.opts, key=len).strip("-").upper().replace("-", "_")
    return [f"NOTICE_LINT_{long}", f"NOTICE_LINT_{command.upper().replace('-', '_')}_{long}"]


def _refuse_misspelt_command(args: list[str]) -> None:
    """Raise `UsageError` for a word that is no path and nearly a command: "chekc"."""
    if args and not os.path.lexists(args[0]) and not args[0].startswith("-"):
        from notice_lint.i18n.nearest import nearest  # noqa: PLC0415 - only where something is misspelt

        meant = nearest(args[0], _COMMANDS)
        if meant:
            raise click.UsageError(f"there is no command or file {args[0]!r}. Did you mean {meant!r}?")


@click.group(cls=_Commands, context_settings=_SETTINGS)
@click.version_option(__version__, prog_name="notice-lint")
def group() -> None:
    """Keep a privacy notice true: checks, in words, with the law.

    \b
    notice-lint                             check the notices of this folder
    notice-lint check notice.yaml           check one notice
    notice-lint explain transfer-basis-missing

    Exit status: 0 all was checked and nothing is at or above --fail-on, 1 something is,
    2 something could not be checked, 3 a bug of notice-lint.
    """


def main(args: list[str] | None = None) -> NoReturn:
    """Run the command line, and exit with its status."""
    gc.set_threshold(_COLLECT_AFTER)
    signal.signal(signal.SIGTERM, _terminated)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    sys.exit(_run(args))


def _run(args: list[str] | None) -> int:
    try:
        if _COMPLETE in os.environ:
            return _complete(os.environ[_COMPLETE])
        # Not `group.main`: it turns a closed pipe and Ctrl-C into exit status 1, which means findings.
        with group.make_context("notice-lint", sys.argv[1:] if args is None else args) as context:
            group.invoke(context)
        sys.stdout.flush()
    except (Exception, KeyboardInterrupt) as error:  # noqa: BLE001 - the one place where failures leave
        return _status_of(error)
    return 0


def _complete(instruction: str) -> int:
    """Answer the completion script of a shell."""
    from notice_lint.cli.completion import answer  # noqa: PLC0415 - only shells ask

    click.echo(answer(group, instruction))
    return 0


def _status_of(error: BaseException) -> int:
    """Say what happened, and return the exit status for it."""
    match error:
        case click.exceptions.Exit():
            status = _flushed(error.exit_code)
        case click.ClickException():
            error.show()
            status = CANNOT
        case click.Abort() | KeyboardInterrupt():
            status = _quiet(_INTERRUPTED)
        case NoticeLintError():
            status = _say(words_of(error))
        case BrokenPipeError():
            status = _quiet(_PIPE)
        case OSError() if error.filename is None and error.errno is not None:
            status = _quiet(_say(_unwritable(error)))
        case Exception():
            status = _bug(error)
        case _:
            raise error
    return status


def _unwritable(error: OSError) -> str:
    return words_of(NoticeLintError("the output cannot be written: {reason}", reason=reason_of(error)))


def _flushed(status: int) -> int:
    """Write what is still to be written: a report that nobody could read is no result."""
    try:
        sys.stdout.flush()
    except OSError as error:
        return _status_of(error)
    return status


def _say(sentence: str) -> int:
    try:
        click.echo(f"notice-lint: {sentence}", err=True)
    except OSError:
        return _quiet(CANNOT)
    return CANNOT


def _quiet(status: int) -> int:
    """Leave nothing behind that Python would try to write when it ends."""
    empty = os.open(os.devnull, os.O_WRONLY)
    os.dup2(empty, sys.stdout.fileno())
    return status


def _terminated(number: int, frame: FrameType | None) -> NoReturn:
    del number, frame
    raise SystemExit(_TERMINATED)


def _bug(error: Exception) -> int:
    from notice_lint.cli.bug import apologise  # noqa: PLC0415 - only then

    apologise(error)
    return _BUG
