"""`notice-lint completion`: the script that makes a shell complete commands, options, files and rules."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import click
from click.shell_completion import CompletionItem, ShellComplete, get_completion_class

VARIABLE = "_NOTICE_LINT_COMPLETE"
"""Set by the scripts when they ask for completions; `main` answers them."""

SHELLS = ("bash", "zsh", "fish")
_PROGRAM = "notice-lint"


@click.command("completion")
@click.argument("shell", type=click.Choice(SHELLS))
def command(shell: str) -> None:
    """Print the completion script of a shell.

    \b
    eval "$(notice-lint completion bash)"      in ~/.bashrc
    eval "$(notice-lint completion zsh)"       in ~/.zshrc
    notice-lint completion fish > ~/.config/fish/completions/notice-lint.fish
    """
    click.echo(script(shell))


def script(shell: str) -> str:
    """Return the completion script of a shell: click's own."""
    # Not `source` of the shell's own class: that of bash starts bash to ask for its version.
    return ShellComplete.source(_class_of(shell)(click.Group(_PROGRAM), {}, _PROGRAM, VARIABLE))


def answer(group: click.Group, instruction: str) -> str:
    """Return the completions that a script asks for by `instruction`, such as `bash_complete`; else ""."""
    shell, _, wanted = instruction.partition("_")
    if shell not in SHELLS or wanted != "complete":
        return ""
    completer: type[ShellComplete] = type("_Completer", (_Completer, _class_of(shell)), {})
    return completer(group, {}, _PROGRAM, VARIABLE).complete()


def _class_of(shell: str) -> type[ShellComplete]:
    found: type[ShellComplete] | None = get_completion_class(shell)
    if found is None:
        raise click.UsageError(f"there is no completion for {shell!r}")
    return found


class _Completer(ShellComplete):
    """Knows that `check` is the default command, and which words are rules, files and folders."""

    def get_completions(self, args: list[str], incomplete: str) -> "list[CompletionItem[Any]]":
        group = self.cli
        if not isinstance(group, click.Group):
            return []
        context = click.Context(group)
        commands = group.list_commands(context)
        named = args[0] if args and args[0] in commands else ""
        for parameter in _parameters(group, context, named or "check"):
            parameter.type = _TYPES.get(str(parameter.name), parameter.type)
        found = super().get_completions(args if named else ["check", *args], incomplete)
        if args or incomplete.startswith("-"):
            return found
        # Commands last: the script of bash forgets what it has when files may stand there as well.
        return [*found, *(CompletionItem(name) for name in commands if name.startswith(incomplete))]


def _parameters(group: click.Group, context: click.Context, name: str) -> list[click.Parameter]:
    found = group.get_command(context, name)
    return found.params if found else []


if TYPE_CHECKING:  # older versions of click know no type of what is read
    _Type = click.ParamType[Any]
else:
    _Type = click.ParamType


class _RuleName(_Type):
    """The name of a rule; of several between commas, the last is completed."""

    name = "rule"

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> "list[CompletionItem[Any]]":
        from notice_lint.cli.language import language_of_user  # noqa: PLC0415 - only here
        from notice_lint.engine.shipped import shipped_packs  # noqa: PLC0415 - not for other completions

        del ctx, param
        before, comma, last = incomplete.rpartition(",")
        language = language_of_user()
        return [
            CompletionItem(f"{before}{comma}{rule.name}", help=rule.words(language).summary)
            for pack in shipped_packs()
            for rule in pack.rules
            if rule.name.startswith(last)
        ]


_FILE, _FOLDER, _RULE = click.Path(), click.Path(file_okay=False), _RuleName()
_TYPES: Mapping[str, _Type] = {
    **dict.fromkeys(("only", "skip", "rules"), _RULE),
    **dict.fromkeys(("paths", "notice", "page", "file", "config", "baseline", "output"), _FILE),
    **dict.fromkeys(("folders", "folder"), _FOLDER),
}
"""What stands for a parameter of this name, in every command."""
