"""What is asked of a run, and where it happens."""

import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from notice_lint.cli.action.event import Event, event
from notice_lint.cli.action.inputs import Inputs, inputs
from notice_lint.cli.language import choose
from notice_lint.errors import UsageProblem
from notice_lint.i18n import Catalogue, catalogue


class Asked(NamedTuple):
    """The inputs, checked against the workspace."""

    inputs: Inputs
    event: Event
    root: Path
    """The workspace."""
    folder: Path
    """The folder to run in, below the workspace."""
    temporary: Path
    """A folder of this step, outside the workspace."""
    words: Catalogue

    @property
    def base(self) -> str:
        """The revision whose settings count; "" for those of the files."""
        given = self.inputs.base
        return self.event.base if given == "auto" else "" if given == "none" else given


def asked(environment: Mapping[str, str]) -> Asked:
    """Return what is asked. Raises `UsageProblem` for what cannot be done, or leads out of the workspace."""
    given = inputs(environment)
    choose(given.language or "en")
    happened = event(environment)
    root = Path(environment.get("GITHUB_WORKSPACE") or ".").resolve()
    folder = (root / given.working_directory).resolve()
    if not folder.is_dir() or not folder.is_relative_to(root):
        raise UsageProblem(
            "the working directory “{folder}” is no folder of the workspace", folder=given.working_directory
        )
    if given.sarif_file and not (folder / given.sarif_file).resolve().is_relative_to(root):
        raise UsageProblem("the SARIF file “{file}” lies outside the workspace", file=given.sarif_file)
    if not _may_hold(folder / given.output_dir, root):
        raise UsageProblem("the output folder “{folder}” lies outside the workspace", folder=given.output_dir)
    temporary = Path(tempfile.mkdtemp(prefix="notice-lint-out.", dir=environment.get("RUNNER_TEMP")))
    return Asked(given, happened, root, folder, temporary, catalogue(given.language or "en"))


def _may_hold(folder: Path, root: Path) -> bool:
    """Whether files may be written to a folder, which need not exist yet."""
    real = folder.resolve()
    there = next(one for one in (real, *real.parents) if one.exists())
    return real.is_relative_to(root) and ".git" not in real.parts and there.is_dir()


def shallow(folder: Path) -> bool:
    """Whether a folder is in a clone that lacks older commits."""
    return any((one / ".git/shallow").is_file() for one in (folder, *folder.parents))
