"""`--base` and `--accept-weakening`: a pull request is judged by what ruled before it."""

import os
from collections.abc import Iterator, Mapping, Sequence
from fnmatch import fnmatch
from typing import Any, NamedTuple

import click

from notice_lint.cli import baseline as baselines
from notice_lint.cli import files
from notice_lint.cli.held import Held, held
from notice_lint.engine.folders import packs_in
from notice_lint.engine.pack import Pack
from notice_lint.engine.select import names
from notice_lint.engine.verify import PackFiles
from notice_lint.errors import UsageProblem
from notice_lint.findings import Severity
from notice_lint.run.gate.excuses import Rules
from notice_lint.run.gate.gate import Gate, Paths, Side
from notice_lint.run.gate.notices import Looked
from notice_lint.run.gate.packs import rules_of
from notice_lint.source.git import GitProblem, GitTree, repository
from notice_lint.source.patterns import covers
from notice_lint.source.shown import shown
from notice_lint.source.tree import Tree


class Sides(NamedTuple):
    """What rules in the base revision, and what would rule with the pull request."""

    base: Held
    head: Held
    accepted: str

    @property
    def ruling(self) -> Held:
        """What counts in this run."""
        return self.head if self.accepted else self.base


def sides(ctx: click.Context, head: Held, given: Mapping[str, Any]) -> Sides | None:
    """Return both sides of a run with `--base`, None for one without.

    Raises `UsageProblem`, and `GitProblem` for a revision that cannot be had.
    """
    if given["base"] is None:
        if given["accept_weakening"]:
            raise UsageProblem("--accept-weakening needs --base")
        return None
    accepted = " ".join(given["reason"].split()) or "--accept-weakening" if given["accept_weakening"] else ""
    if given["update_baseline"]:
        raise UsageProblem("--update-baseline and {option} do not go together", option="--base")
    tree = _tree(head, given["base"])
    return Sides(held(ctx, given["config"], given, tree), head, accepted)


def gate(
    both: Sides, packs: Sequence[Pack], asked: Sequence[str], exclude: Sequence[str], baseline: str | None
) -> Gate:
    """Return the gate of a run over the paths that were `asked`; `packs` are those that rule."""
    base, head = (_side(one, baseline) for one in (both.base, both.head))
    place = both.head.place
    paths = Paths(place.path, lambda path: shown(place.on_disk(path)), _looked(both, asked, exclude))
    return Gate(base, head, _rules(packs, head.packs), paths, both.accepted)


def _looked(both: Sides, asked: Sequence[str], exclude: Sequence[str]) -> Looked:
    """Return what the run looks at, as `files.notices` does."""
    place, patterns = both.head.place, both.base.settings.texts("notices")
    named = [place.path(one) for one in asked if one != "-"] or ([] if asked else [place.inside])
    places = ["" if one == "." or (patterns and not asked) else one for one in named]

    def is_named(path: str) -> bool:
        return any(files.is_named(both.base, path, pattern) for pattern in patterns)

    def left_out(path: str) -> bool:
        name = shown(place.on_disk(path))
        return any(
            covers(name, pattern) or fnmatch(name, pattern) or fnmatch(name.rpartition("/")[2], pattern)
            for pattern in exclude
        )

    return Looked(places, is_named if patterns else None, left_out)


def _tree(head: Held, revision: str) -> GitTree:
    found = repository(os.getcwd())  # noqa: PTH109 - as in `place`
    if found is None:
        raise GitProblem("“{path}” is in no git repository", path=os.curdir)
    if os.path.realpath(head.place.tree.root) != found.top:
        sentence = "--base needs settings that are in the repository: {path}"
        raise UsageProblem(sentence, path=head.settings.path)
    tree = found.tree(found.commit(revision), revision)
    path = head.place.path(head.settings.path) if head.settings.path else ""
    if path and tree.is_link(path):
        sentence = "“{path}” is a link in {revision}: settings that rule are a file"
        raise GitProblem(sentence, path=head.settings.path, revision=revision)
    return tree


def _side(counting: Held, baseline: str | None) -> Side:
    path = baselines.path_of(counting, baseline)
    tree: Tree = counting.ruling
    found = None
    if path is not None and tree.read(path) is not None:
        found = baselines.read(counting, path, update=False)
    return Side(tree, counting.settings, found, tuple(_packs(counting)))


def _packs(counting: Held) -> Iterator[PackFiles]:
    """Yield the packs of the repository that rule, as files."""
    _, named = counting.named_folders()
    for one, name in (*named, *counting.rule_folders()):
        yield from packs_in(one, name)


def _rules(packs: Sequence[Pack], more: Sequence[PackFiles]) -> Rules:
    """Return the rules that there are; of those that only the pull request has, what their files say."""
    severities = {rule.name: rule.severity for pack in packs for rule in pack.rules}
    for pack_files in more:
        for name, document in rules_of(pack_files).items():
            written = str(document.value(("severity",)))
            if written in tuple(Severity):
                severities.setdefault(name, Severity(written))
    return Rules(names(packs), severities)
