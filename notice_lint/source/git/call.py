"""One call of git: fixed options, a cleaned environment, no shell, an end after a minute."""

import os
from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from notice_lint.source.git.problem import GitProblem

if TYPE_CHECKING:
    from subprocess import Popen

SECONDS = 60
"""After so long git is stopped: no question that is asked here takes a tenth of it."""

_OPTIONS = (
    "-c",
    "safe.bareRepository=explicit",  # a bare repository that a pull request brings is not taken for one
    "-c",
    "core.fsmonitor=false",  # the next two would name a command to be run
    "-c",
    f"core.hooksPath={os.devnull}",
    "-c",
    "protocol.allow=never",
    "--no-pager",
    "--no-replace-objects",
)

_FIXED = {
    "GIT_ALLOW_PROTOCOL": "none",  # stronger than `protocol.ext.allow` of the repository's own configuration
    "GIT_GRAFT_FILE": os.devnull,
    "GIT_LITERAL_PATHSPECS": "1",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "LC_ALL": "C",
}

_NO_CONFIGURATION = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}


class Answer(NamedTuple):
    """What git said: its exit status, and both streams."""

    status: int
    out: bytes
    error: str


class Git:
    """Git in one working tree, whose top is `top`. With `as_user` it also reads the user's configuration.

    That is needed only where the tree belongs to somebody else and the user has named it under
    `safe.directory`; what could run a command stays switched off.
    """

    def __init__(self, top: str, *, as_user: bool = False) -> None:
        self.top = top
        self.as_user = as_user

    def ask(self, *arguments: str) -> Answer:
        """Return what git answers. Raises `GitProblem` if it is not there or takes more than `SECONDS`."""
        from subprocess import TimeoutExpired  # noqa: PLC0415 - 8 ms that a run without git does not pay

        process = self.start(*arguments)
        try:
            out, error = process.communicate(timeout=SECONDS)
        except TimeoutExpired as late:
            process.kill()
            process.communicate()
            raise GitProblem("git did not answer within {seconds} seconds", seconds=str(SECONDS)) from late
        return Answer(process.returncode, out, error.decode("utf-8", "replace").strip())

    def start(self, *arguments: str) -> "Popen[bytes]":
        """Start git with its streams in our hands. Raises `GitProblem` if it is not installed."""
        from subprocess import PIPE, Popen  # noqa: PLC0415 - 8 ms that a run without git does not pay

        command = [program(), *_OPTIONS, "-C", self.top, *arguments]
        try:
            return Popen(  # noqa: S603 - no shell; every argument is ours, a hash, or after --end-of-options
                command, stdin=PIPE, stdout=PIPE, stderr=PIPE, env=self._environment()
            )
        except OSError as error:
            raise GitProblem("git cannot be started: {reason}", reason=error.strerror or "") from error

    def _environment(self) -> Mapping[str, str]:
        """Return the environment without anything that steers git, and without a way out of `top`."""
        kept = {name: value for name, value in os.environ.items() if not name.upper().startswith("GIT_")}
        mine = {} if self.as_user else _NO_CONFIGURATION
        return {**kept, **_FIXED, **mine, "GIT_CEILING_DIRECTORIES": os.path.dirname(self.top)}  # noqa: PTH120 - pathlib takes 5 ms to import


@cache
def _found(path: str) -> str | None:
    from shutil import which  # noqa: PLC0415 - only where git is needed

    folders = (folder for folder in path.split(os.pathsep) if os.path.isabs(folder))  # noqa: PTH117 - as above
    return which("git", path=os.pathsep.join(folders))


def program() -> str:
    """Return where git is, never in the current folder. Raises `GitProblem` if it is not installed."""
    found = _found(os.environ.get("PATH", os.defpath))
    if found is None:
        raise GitProblem("git is needed for this, and it is not installed")
    return found
