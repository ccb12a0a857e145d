"""Which release came before this one: the nearest tag on the main line."""

from collections.abc import Mapping
from pathlib import Path

from notice_lint.errors import NoticeLintError
from notice_lint.source.git import GitProblem, UnknownRevision, repository

_MOST = 100_000
"""So many commits are looked through: a year of a very busy main line."""


class LastReleaseUnknown(NoticeLintError):
    """The clone may lack the tag that is looked for, or the names that a notice had before."""

    def __init__(self) -> None:
        super().__init__(
            "which release came before this one cannot be told: this clone is shallow; give actions/checkout"
            " “fetch-depth: 0”"
        )


def previous(folder: Path, environment: Mapping[str, str]) -> str:
    """Return the full name of the last release tag, such as `refs/tags/v1.2`; "" if there is none yet.

    First parents are followed. In a run for a tag, tags of the commit that is checked out are this release,
    whatever they are called; in any other run they are the last one. Raises `GitProblem`,
    `LastReleaseUnknown`.
    """
    found = repository(folder)
    if found is None:
        raise GitProblem("“{path}” is in no git repository", path=str(folder))
    with found:
        if found.shallow:
            raise LastReleaseUnknown
        own = environment.get("GITHUB_REF_TYPE") == "tag"
        answer = found.ask("rev-list", "--first-parent", f"--max-count={_MOST}", found.commit("HEAD"))
        for commit in answer.out.decode("ascii", "replace").split()[int(own) :]:
            if commit in found.tags:
                return f"refs/tags/{found.tags[commit][-1]}"
    return ""


def stood(path: Path, tag: str) -> bool:
    """Whether a notice stood in a release, under whatever name it had then."""
    from notice_lint.changes.choose import named  # noqa: PLC0415 - only where releases are compared

    try:
        named(str(path), tag)
    except UnknownRevision:
        return False
    return True
