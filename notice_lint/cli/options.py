"""Options that several commands share."""

import os
from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

import click

from notice_lint.cli.language import choose, language_of_user
from notice_lint.engine.pack import Pack
from notice_lint.engine.shipped import shipped_packs
from notice_lint.errors import UsageProblem
from notice_lint.i18n import LANGUAGES
from notice_lint.source.tree import Folder

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


def config(command: Command) -> Command:
    """Add `--config`."""
    text = "The settings file; without it, the nearest notice-lint.yaml upwards."
    return click.option("--config", metavar="FILE", help=text)(command)


def packs(folders: Sequence[str], more: Sequence[tuple[Folder, str]] = ()) -> tuple[Pack, ...]:
    """Return the packs that come with the tool, those of `folders`, and those of `more` folders of a tree.

    Raises `UsageProblem` for a folder that does not exist, `InvalidRulePack` for one that is wrong.
    """
    own = folders or more
    return (*shipped_packs(), *own_packs(folders, shipped_packs() if own else (), more))


def own_packs(
    folders: Sequence[str], beside: tuple[Pack, ...] = (), more: Sequence[tuple[Folder, str]] = ()
) -> tuple[Pack, ...]:
    """Return the packs of `folders`; no name or code may be one of a pack `beside` them."""
    if not folders and not more:
        return ()
    from notice_lint.engine.folders import load_packs  # noqa: PLC0415 - a run with our own packs alone does not pay

    for folder in folders:
        if not os.path.isdir(folder):  # noqa: PTH112 - pathlib takes 5 ms to import
            raise UsageProblem("there is no folder of rules “{folder}”", folder=folder)
    named = [(Folder.on_disk(folder), folder) for folder in folders]
    known = {os.path.realpath(folder) for folder in folders}
    others = [(one, name) for one, name in more if os.path.realpath(name) not in known]
    return load_packs([*named, *others], beside)


def day(context: click.Context, parameter: click.Parameter, value: str | None) -> date:
    """Read `--on`: today, unless a day is given."""
    if value is None:
        return date.today()
    try:
        return date.fromisoformat(value)
    except ValueError as error:
        raise click.BadParameter(f"{value!r} is not a day such as 2026-11-22", context, parameter) from error


def last_day(context: click.Context, parameter: click.Parameter, value: str | None) -> str | None:
    """Read `--until`: a day, a month or a year, as it is written."""
    if value is None:
        return None
    from notice_lint.model.dates import PartialDate  # noqa: PLC0415 - only where one is given

    try:
        return PartialDate.parse(value).written
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
