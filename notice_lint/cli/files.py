"""Which notices a run is over: those that are named, that the settings name, or that a search finds."""

import os
import sys
from collections.abc import Iterator, Sequence

from notice_lint.cli.held import Held
from notice_lint.errors import NothingToCheck
from notice_lint.run.check import Source, sources
from notice_lint.settings.find import NAMES
from notice_lint.source.find import Found, find
from notice_lint.source.patterns import covers, fixed_part, matches
from notice_lint.source.read import read_bytes
from notice_lint.source.shown import shown
from notice_lint.source.tree import joined, relative

_STDIN = "-"
_VERSIONS = "versions"
_NO_NOTICES = (*NAMES, "changes.yaml")
"""Files that a pattern of notices may happen to name, and that are none."""


def notices(held: Held, paths: Sequence[str], exclude: Sequence[str], stdin: str | None) -> list[Source]:
    """Return the notices to check; `-` is the standard input, called `stdin`.

    Raises `NothingToCheck` if there are none, and `UnreadableNotice` for a path that does not exist.
    """
    asked = tuple(paths)
    if stdin and _STDIN not in asked:
        asked = (*asked, _STDIN)
    named = [path for path in asked if path != _STDIN]
    found = list(sources(_found(held, named, exclude))) if named or not asked else []
    if _STDIN in asked:
        name = stdin or _STDIN
        found.append(Source(name, lambda: read_bytes(sys.stdin.buffer.read(), name)))
    if not found:
        raise _nothing(held, named)
    return found


def whole(held: Held, paths: Sequence[str], exclude: Sequence[str], stdin: str | None) -> bool:
    """Whether a run is over all notices that the settings, or the baseline, speak of."""
    everything = bool(held.settings.texts("notices")) or held.place.inside == held.settings.folder
    return not paths and not exclude and not stdin and everything


def _nothing(held: Held, paths: Sequence[str]) -> NothingToCheck:
    places = ", ".join(paths) or "."
    if held.settings.texts("notices"):
        sentence = "no notice was found in {places} among those that {settings} names"
        return NothingToCheck(sentence, places=places, settings=held.settings.path)
    sentence = "no notice was found in {places}: looked for YAML files with the keys “format” and “notice”"
    return NothingToCheck(sentence, places=places)


def _found(held: Held, paths: Sequence[str], exclude: Sequence[str]) -> list[Found]:
    """Return the files: what is named is always in, what a folder or the settings hold may be left out."""
    files: dict[str, str] = {}
    for path in paths or (".",):
        if not os.path.isdir(path):  # noqa: PTH112 - pathlib takes 5 ms to import
            candidates = find([path])
        elif held.settings.texts("notices"):
            candidates = list(_kept(held, _of_settings(held, path if paths else None), exclude))
        else:
            candidates = list(_kept(held, find([path], exclude), ()))
        for file, name in candidates:
            files.setdefault(name, file)
    return [(file, name) for name, file in files.items()]


def _kept(held: Held, found: Sequence[Found], exclude: Sequence[str]) -> Iterator[Found]:
    """Yield the files that no pattern of the settings, or of `--exclude`, leaves out."""
    own = held.settings.texts("exclude")
    for file, name in found:
        path = held.place.path(file)
        below = relative(path, held.settings.folder)
        if not any(covers(below, pattern) for pattern in own) and not any(
            covers(name, pattern) for pattern in exclude
        ):
            yield file, name


def _of_settings(held: Held, folder: str | None) -> list[Found]:
    """Return the notices that the settings name, of a folder only if one is given, in the order of names.

    Raises `NothingToCheck` for a pattern that names no file at all: it is misspelt, or the notices are gone.
    """
    settings, place = held.settings, held.place
    found: set[str] = set()
    for index, pattern in enumerate(settings.texts("notices")):
        root = joined(settings.folder, fixed_part(pattern)) or ""
        named = [path for path in _files(held, root, pattern) if is_named(held, path, pattern)]
        if not named:
            line = f"{settings.path}:{settings.line(('notices', index))}"
            raise NothingToCheck("no notice matches “{pattern}” ({place})", pattern=pattern, place=line)
        found.update(named)
    if folder is not None:
        inside = place.path(folder)
        found = {path for path in found if inside == "." or path.startswith(f"{inside}/")}
    files = [place.on_disk(path) for path in sorted(found)]
    return [(file, shown(file)) for file in files]


def _files(held: Held, root: str, pattern: str) -> Sequence[str]:
    """Return the files that a pattern may name: all below its fixed part, or the one that it spells out."""
    plain = not any(sign in pattern for sign in "*?[")
    whole_path = joined(held.settings.folder, pattern) if plain else None
    if whole_path is not None:
        return [whole_path] if os.path.isfile(held.place.tree.path(whole_path)) else []  # noqa: PTH113 - likewise
    return held.place.tree.files(root)


def is_named(held: Held, path: str, pattern: str) -> bool:
    """Whether a pattern names a file: older versions, and what is no notice, only if it says so itself."""
    below = relative(path, held.settings.folder)
    name = below.rpartition("/")[2]
    baseline = (
        joined(held.settings.folder, held.settings.text("baseline"))
        if held.settings.text("baseline")
        else None
    )
    if (name in _NO_NOTICES or path == baseline) and name not in pattern:
        return False
    if _VERSIONS in below.split("/")[:-1] and _VERSIONS not in pattern.split("/"):
        return False
    return matches(below, pattern)
