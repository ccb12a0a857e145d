"""Options that several commands share."""

from collections.abc import Callable
from datetime import date
from typing import Any

import click

from notice_lint.cli.language import choose, language_of_user
from notice_lint.engine.pack import Pack
from notice_lint.engine.shipped import shipped_packs
from notice_lint.errors import UsageProblem
from notice_lint.i18n import LANGUAGES

Command = Callable[..., Any]


def language(command: Command) -> Command:
    """Add `--lang`."""
    text = "Language of the report; the default is the system's."
    return click.option(
        "--lang",
        callback=lambda _, __, value: choose(value),
        type=click.Choice(LANGUAGES),
        default=language_of_user,
        show_default=False,
        help=text,
    )(command)


def rule_folders(command: Command) -> Command:
    """Add `--rules`."""
    text = "A folder with a rule pack, or with several; beside those that come with the tool. Repeatable."
    return click.option("--rules", "folders", multiple=True, metavar="DIR", help=text)(command)


def packs(folders: tuple[str, ...]) -> tuple[Pack, ...]:
    """Return the packs that come with the tool and those of `folders`.

    Raises `UsageProblem` for a folder that does not exist, `InvalidRulePack` for one that is wrong.
    """
    return (*shipped_packs(), *own_packs(folders, beside=shipped_packs() if folders else ()))


def own_packs(folders: tuple[str, ...], beside: tuple[Pack, ...] = ()) -> tuple[Pack, ...]:
    """Return the packs of `folders`; no name or code may be one of a pack `beside` them."""
    if not folders:
        return ()
    from pathlib import Path  # noqa: PLC0415 - 5 ms that a run with our own packs alone does not pay

    from notice_lint.engine.folders import load_packs  # noqa: PLC0415 - likewise

    for folder in folders:
        if not Path(folder).is_dir():
            raise UsageProblem("there is no folder of rules “{folder}”", folder=folder)
    return load_packs([(Path(folder), folder) for folder in folders], beside)


def day(context: click.Context, parameter: click.Parameter, value: str | None) -> date:
    """Read `--on`: today, unless a day is given."""
    if value is None:
        return date.today()
    try:
        return date.fromisoformat(value)
    except ValueError as error:
        raise click.BadParameter(f"{value!r} is not a day such as 2026-11-22", context, parameter) from error


def names(context: click.Context, parameter: click.Parameter, value: tuple[str, ...]) -> tuple[str, ...]:
    """Read a repeatable option whose values may also stand together, with commas."""
    del context, parameter
    return tuple(name.strip() for one in value for name in one.split(",") if name.strip())


def assumptions(context: click.Context, parameter: click.Parameter, value: tuple[str, ...]) -> frozenset[str]:
    """Read `--assume ID=void`."""
    ids = set()
    for one in names(context, parameter, value):
        name, _, state = one.partition("=")
        if state != "void":
            raise click.BadParameter(f"{one!r} is not of the form eu-us-dpf=void", context, parameter)
        ids.add(name)
    return frozenset(ids)
