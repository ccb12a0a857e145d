"""`--report FORMAT=FILE`: several reports of one run, each to a place that may hold one."""

import os
from collections.abc import Callable, Collection, Sequence
from typing import NamedTuple

from notice_lint.errors import NoticeLintError, UsageProblem
from notice_lint.reports.formats import FORMATS
from notice_lint.source.shown import shown

STDOUT = "-"


class Target(NamedTuple):
    """A format, and the file that its report is written to; `-` is the standard output."""

    form: str
    path: str


def targets(asked: Sequence[str], formats: Collection[str] = tuple(FORMATS)) -> list[Target]:
    """Return what `--report` asks for, of the `formats` that the command knows.

    Raises `UsageProblem` where a file must not be written to.
    """
    found = [_target(one, formats) for one in asked]
    taken: dict[str, str] = {}
    for target in found:
        real = target.path if target.path == STDOUT else os.path.realpath(target.path)
        if real in taken:
            raise UsageProblem("two reports cannot be written to {path}", path=target.path)
        taken[real] = target.form
        if target.path != STDOUT:
            _refuse(target.path)
    return found


def refuse_inputs(found: Sequence[Target], read: Collection[str]) -> None:
    """Raise `UsageProblem` if a report would take the place of a file that the run reads."""
    inputs = {os.path.realpath(path) for path in read}
    for target in found:
        if target.path != STDOUT and os.path.realpath(target.path) in inputs:
            sentence = "no report is written over a file that the run reads: {path}"
            raise UsageProblem(sentence, path=target.path)


def write_reports(found: Sequence[Target], report: Callable[[str], str]) -> list[NoticeLintError]:
    """Write each report to its file, and return what could not be written: the others are."""
    failures: list[NoticeLintError] = []
    if not found:
        return failures
    from notice_lint.cli.written import write  # noqa: PLC0415 - imports tempfile, which takes 5 ms

    for target in found:
        if target.path == STDOUT:
            continue
        try:
            write(target.path, shown(target.path), report(target.form))
        except NoticeLintError as error:
            failures.append(error)
    return failures


def _target(asked: str, formats: Collection[str]) -> Target:
    form, separator, path = asked.partition("=")
    if not separator or not path:
        raise UsageProblem("“{report}” is not of the form FORMAT=FILE", report=asked)
    if form not in formats:
        from notice_lint.i18n.nearest import nearest  # noqa: PLC0415 - only where a name is wrong

        meant = nearest(form, formats)
        if meant:
            sentence = "there is no format “{name}”. Did you mean {suggestion}?"
            raise UsageProblem(sentence, name=form, suggestion=meant)
        raise UsageProblem("there is no format “{name}”: {choices}", name=form, choices=", ".join(formats))
    return Target(form, path)


def _refuse(path: str) -> None:
    folder = os.path.dirname(path) or os.curdir  # noqa: PTH120 - pathlib takes 5 ms to import
    parts = {*_parts(os.path.abspath(path)), *_parts(os.path.realpath(folder))}  # noqa: PTH100 - likewise
    if ".git" in parts or os.path.basename(path).casefold() == ".git":  # noqa: PTH119 - likewise
        raise UsageProblem("no report is written into .git: {path}", path=path)
    if os.path.islink(path):  # noqa: PTH114 - likewise
        raise UsageProblem("no report is written through a link: {path}", path=path)
    if not os.path.isdir(folder):  # noqa: PTH112 - likewise
        raise UsageProblem("there is no folder for {path}", path=path)
    if os.path.lexists(path) and path.casefold().endswith((".yaml", ".yml")):
        raise UsageProblem("no report is written over a YAML file: {path}", path=path)


def _parts(path: str) -> list[str]:
    return path.casefold().replace(os.sep, "/").split("/")
