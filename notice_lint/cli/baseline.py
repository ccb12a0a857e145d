"""`--baseline` and `--update-baseline`."""

import os
from collections.abc import Mapping
from typing import TYPE_CHECKING

import click

from notice_lint.cli.held import Held
from notice_lint.engine.pack import Pack
from notice_lint.engine.select import locked
from notice_lint.errors import UsageProblem
from notice_lint.findings import Ignored
from notice_lint.i18n import Catalogue
from notice_lint.pages.terminal import harmless, visible
from notice_lint.reports.result import Result
from notice_lint.source.shown import shown
from notice_lint.source.tree import joined

if TYPE_CHECKING:  # only a run with a baseline loads it
    from notice_lint.suppress.baseline import Baseline


def path_of(held: Held, option: str | None) -> str | None:
    """Return the path of the baseline from the root of the tree, None if there is none.

    Raises `UsageProblem` for one outside the tree: its entries name notices by their path in it.
    """
    if option is None:
        written = held.settings.text("baseline")
        return joined(held.settings.folder, written) if written else None
    path = held.place.path(option)
    if not held.place.inside_of(path):
        raise UsageProblem("“{path}” leads out of the folder in which the settings hold", path=option)
    return path


def read(held: Held, path: str | None, *, update: bool) -> "Baseline | None":
    """Return the baseline; None if there is none, or none yet that is to be written.

    Raises `UsageProblem` for one that does not exist, `InvalidBaseline` for one that is wrong.
    """
    if path is None:
        if update:
            raise UsageProblem(
                "--update-baseline needs a file: name it with --baseline, or under “baseline” in the settings"
            )
        return None
    name = shown(held.place.on_disk(path))
    if held.revision is not None and held.revision.read(path) is None:
        return None  # it is new, and what is in it is told
    if held.revision is None and not os.path.lexists(held.place.tree.path(path)):
        if update:
            return None
        raise UsageProblem("the baseline {path} does not exist; --update-baseline writes it", path=name)
    from notice_lint.suppress.baseline import load  # noqa: PLC0415 - only a run with a baseline reads one

    return load(held.ruling, path, name)


def update(  # noqa: PLR0913 - what a new baseline is made of
    held: Held,
    path: str,
    result: Result,
    *,
    before: "Baseline | None",
    excuse: Ignored,
    packs: tuple[Pack, ...],
    whole: bool,
    words: Catalogue,
) -> Result:
    """Write the baseline anew, say what became of it, and return the result as it is with it."""
    from notice_lint.cli.written import write  # noqa: PLC0415 - imports tempfile, which takes 5 ms
    from notice_lint.run.accept import Accepting, accept  # noqa: PLC0415 - only where one is written

    asked = Accepting(path, before, excuse, held.place.path, frozenset(locked(packs)), whole)
    accepted = accept(result, asked)
    name = shown(held.place.on_disk(path))
    if before is None or accepted.text != before.document.text:
        write(held.place.tree.path(path), name, accepted.text)
    counts = {"new": accepted.new, "kept": accepted.kept, "gone": accepted.gone}
    click.echo(harmless(visible(words.say("baseline.written", None, path=name, **counts))), err=True)
    return accepted.result


def refuse(*, update: bool, given: Mapping[str, object], against: Mapping[str, object]) -> None:
    """Raise `UsageProblem` for options that do not go together."""
    for option, value in given.items():
        if value and not update:
            raise UsageProblem("{option} needs --update-baseline", option=option)
    for option, value in against.items():
        if value and update:
            raise UsageProblem("--update-baseline and {option} do not go together", option=option)


def excuse(reason: str, by: str | None, until: str | None) -> Ignored:
    """Return the reason for which findings are accepted, as the command line gives it."""
    return Ignored("baseline", " ".join(reason.split()), by, until)
