"""`check --watch`: check again whenever a notice, the settings or a rule pack is saved."""

import os
import time
from collections.abc import Callable, Iterable, Iterator
from itertools import count
from typing import NoReturn

import click

from notice_lint.cli.failure import words_of
from notice_lint.errors import NoticeLintError, UsageProblem
from notice_lint.i18n import Catalogue

Stamp = tuple[int, int, int]
"""What tells that a file was saved: time of change in nanoseconds, size, inode."""

_EVERY = 0.5
"""Seconds between two looks."""

_SEARCH_EVERY = 4
"""Looks between two searches for notices that are new: a search reads, a look only asks for times."""

_SEPARATOR = "─" * 100


def watch(
    run: Callable[[], object],
    files: Callable[[], Iterable[str]],
    words: Catalogue,
    sleep: Callable[[float], None] = time.sleep,
) -> NoReturn:
    """Run, wait until a file changes, comes or goes, and run again; only Ctrl-C ends it.

    `files` returns the files and folders whose changes count. What fails in a run is told, and may be mended.
    Raises `UsageProblem` from the first run: no file that is saved mends the command line.
    """
    first = True
    while True:
        stamps = _stamps(_found(files))
        _once(run, first=first)
        first = False
        click.echo(words.sentence("watch.waiting"), err=True)
        _wait(stamps, files, sleep)
        click.echo(f"\n{_SEPARATOR}\n")


def _once(run: Callable[[], object], *, first: bool) -> None:
    try:
        run()
    except UsageProblem as error:
        if first:
            raise
        click.echo(f"notice-lint: {words_of(error)}", err=True)
    except NoticeLintError as error:
        click.echo(f"notice-lint: {words_of(error)}", err=True)


def _wait(
    stamps: dict[str, Stamp | None], files: Callable[[], Iterable[str]], sleep: Callable[[float], None]
) -> None:
    """Return once something is not as it was."""
    for look in count(1):
        sleep(_EVERY)
        names = _found(files) if look % _SEARCH_EVERY == 0 else list(stamps)
        if _stamps(names) != stamps:
            return


def _found(files: Callable[[], Iterable[str]]) -> list[str]:
    try:
        return list(files())
    except NoticeLintError:  # a folder that is gone just now, or settings that are half written
        return []


def _stamps(names: Iterable[str]) -> dict[str, Stamp | None]:
    return {name: _stamp(name) for one in names for name in (one, *_inside(one))}


def _inside(name: str) -> Iterator[str]:
    """Yield the files in and below a folder of rules."""
    for folder, below, files in os.walk(name):
        below.sort()
        yield from (os.path.join(folder, file) for file in sorted(files) if file.endswith((".yaml", ".yml")))  # noqa: PTH118 - names as the system has them


def _stamp(name: str) -> Stamp | None:
    try:
        status = os.stat(name)  # noqa: PTH116 - names as the system has them
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size, status.st_ino
