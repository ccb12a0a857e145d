"""Patterns of paths, as settings write them: `*` is any part of one name, `**` any folders."""

from collections.abc import Iterable
from fnmatch import fnmatchcase


def matches(path: str, pattern: str) -> bool:
    """Whether a path with `/` is what a pattern names; both are relative to the same folder.

    A pattern that ends with `/`, or names a folder, does not name what is in it: write `drafts/**`.
    """
    names, parts = path.split("/"), _parts(pattern)
    reached = {0}
    for part in parts:  # which names each part can end at: no pattern makes this slow
        if part == "**":
            reached = set(range(min(reached), len(names) + 1)) if reached else set()
        else:
            reached = {at + 1 for at in reached if at < len(names) and fnmatchcase(names[at], part)}
    return len(names) in reached


def any_matches(path: str, patterns: Iterable[str]) -> bool:
    """Whether some pattern names a path."""
    return any(matches(path, pattern) for pattern in patterns)


def covers(path: str, pattern: str) -> bool:
    """Whether a pattern names a path, or a folder that it is in."""
    return matches(path, pattern) or matches(path, f"{pattern.rstrip('/')}/**")


def fixed_part(pattern: str) -> str:
    """Return the folder in which everything lies that a pattern can name: "" for the whole tree."""
    fixed = []
    for part in _parts(pattern)[:-1]:
        if any(sign in part for sign in "*?["):
            break
        fixed.append(part)
    return "/".join(fixed)


def _parts(pattern: str) -> list[str]:
    return [part for part in pattern.split("/") if part not in ("", ".")]
