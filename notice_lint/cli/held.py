"""What counts in a run: the command line before the environment, before settings, before defaults."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import click
from click.core import ParameterSource

from notice_lint.cli.language import choose
from notice_lint.cli.place import Place, around, here
from notice_lint.engine.pack import Pack
from notice_lint.errors import UsageProblem
from notice_lint.settings.find import find
from notice_lint.settings.settings import Settings
from notice_lint.source.shown import shown
from notice_lint.source.tree import Folder, Tree, joined

KEYS: Mapping[str, str] = {
    "lang": "language",
    "fail_on": "fail_on",
    "form": "format",
    "baseline": "baseline",
    "folders": "rules",
    "exclude": "exclude",
    "void": "assume",
    "only": "only",
}
"""The settings' key of each option that settings can set."""

ADDED = ("folders", "exclude", "void")
"""Options whose values stand beside those of the settings, instead of in their place."""


class Origin(NamedTuple):
    """Where a value was set. `kind` is `option`, `environment`, `settings` or `default`."""

    kind: str
    name: str = ""
    """The option, the variable, or the file with its line."""


class Held(NamedTuple):
    """The settings, and what counts of the options that settings can set as well."""

    place: Place
    settings: Settings
    values: Mapping[str, Any]
    origins: Mapping[str, tuple[Origin, ...]]
    """Of each option; of one that adds to the settings, each origin."""
    revision: Tree | None = None
    """Where settings, packs and baseline are read from, if it is not the disk: `--base`."""

    @property
    def ruling(self) -> Tree:
        """The files by which notices are judged."""
        return self.revision if self.revision is not None else self.place.tree

    def explicit(self, option: str) -> bool:
        """Whether the command line or the environment has said it."""
        return any(origin.kind in ("option", "environment") for origin in self.origins.get(option, ()))

    def packs(self) -> tuple[Pack, ...]:
        """Return the packs that come with the tool, those of `--rules` and those of the settings.

        Raises `UsageProblem` for a folder that does not exist, `InvalidRulePack` for one that is wrong.
        """
        from notice_lint.cli import options  # noqa: PLC0415 - it imports this module's neighbours

        if self.revision is None:
            return options.packs(self.values.get("folders") or (), self.rule_folders())
        outside, inside = self.named_folders()
        return options.packs(outside, [*inside, *self.rule_folders()])

    def named_folders(self) -> tuple[list[str], list[tuple[Folder, str]]]:
        """Return the folders of `--rules`: those outside what rules here, and those in it.

        Under `--base`, one outside the repository is no pull request's; one that is new only finds more.
        """
        outside: list[str] = []
        inside: list[tuple[Folder, str]] = []
        for folder in self.values.get("folders") or ():
            path = self.place.path(folder)
            if self.place.inside_of(path) and self.ruling.files(path):
                inside.append((Folder(self.ruling, path), folder))
            else:
                outside.append(folder)
        return outside, inside

    def rule_folders(self) -> list[tuple[Folder, str]]:
        """Return the folders of rules that the settings name."""
        found = []
        for index, written in enumerate(self.settings.texts("rules")):
            path = joined(self.settings.folder, written) or ""
            if not self.ruling.files(path):
                place = f"{self.settings.path}:{self.settings.line(('rules', index))}"
                raise UsageProblem("there is no folder of rules “{folder}”", folder=f"{written} ({place})")
            found.append((Folder(self.ruling, path), shown(self.place.on_disk(path))))
        return found


def held(
    ctx: click.Context, config: str | None, given: Mapping[str, Any], revision: Tree | None = None
) -> Held:
    """Return what counts. `given` are the options of the command, by parameter.

    Settings, packs and baseline are those of `revision`, if there is one, and of the disk if not.

    Raises `InvalidSettings`, `TwoSettings`, and `UnreadableNotice` for a file that cannot be opened.
    """
    place, settings = settings_of(config, revision)
    values: dict[str, Any] = {}
    origins: dict[str, tuple[Origin, ...]] = {}
    for option, key in KEYS.items():
        if option in given:
            values[option], origins[option] = _one(ctx, option, given[option], settings, key)
    if "lang" in values:
        choose(values["lang"])
    return Held(place, settings, values, origins, revision)


def settings_of(config: str | None, revision: Tree | None = None) -> tuple[Place, Settings]:
    """Return the settings that hold here, or those of `--config`, and the place that they are read from."""
    place = here() if config is None else around(config)
    tree = place.tree if revision is None else revision
    path = find(tree, place.inside) if config is None else place.path(config)
    if path is None or (revision is not None and revision.read(path) is None):
        return place, Settings()
    from notice_lint.settings.load import load  # noqa: PLC0415 - a run without settings reads none

    return place, load(tree, path, shown(place.on_disk(path)))


def _one(
    ctx: click.Context, option: str, value: Any, settings: Settings, key: str
) -> tuple[Any, tuple[Origin, ...]]:
    origin = origin_of(ctx, option)
    if key not in settings.data:
        return value, (origin,)
    there = Origin("settings", f"{settings.path}:{settings.line((key,))}")
    if option in ADDED:
        own = () if origin.kind == "default" else (origin,)
        if option == "void":
            return frozenset(value) | {one.partition("=")[0] for one in settings.texts(key)}, (*own, there)
        return value, (*own, there)
    if origin.kind != "default":
        return value, (origin,)
    return (value if option in ("only", "baseline") else settings.data[key]), (there,)


def origin_of(ctx: click.Context, option: str) -> Origin:
    """Return where the value of an option comes from."""
    source = ctx.get_parameter_source(option)
    parameter = next(p for p in ctx.command.params if p.name == option)
    if source is ParameterSource.COMMANDLINE:
        return Origin("option", max(parameter.opts, key=len))
    if source is ParameterSource.ENVIRONMENT:
        import os  # noqa: PLC0415 - only where the environment has spoken

        names: Sequence[str] = (
            [parameter.envvar] if isinstance(parameter.envvar, str) else parameter.envvar or ()
        )
        return Origin("environment", next((name for name in names if os.environ.get(name)), ""))
    return Origin("default")
