"""Outside tools: where one is missing, a test is skipped with words; `.ci/run` demands them."""

import os
import shutil
from pathlib import Path

import pytest

from tests.conftest import ROOT

_CI = ROOT / ".ci"


def program(name: str) -> str:
    """Return a program of the machine."""
    found = shutil.which(name)
    return found or _missing(f"{name} is not installed here")


def installed(name: str) -> Path:
    """Return a program that `.ci/tools` installs with pip."""
    return _file(_CI / "venv/bin" / name)


def package(name: str) -> Path:
    """Return a file or folder of an npm package."""
    return _file(_CI / "node_modules" / name)


def cached(name: str) -> Path:
    """Return a file that `.ci/tools` fetches."""
    return _file(_CI / "cache" / name)


def missing(why: str) -> None:
    """Skip a test that cannot run here, with words; in CI it fails."""
    _missing(why)


def _file(path: Path) -> Path:
    return path if path.exists() else Path(_missing(f"{path.name} is not here: run .ci/tools"))


def _missing(why: str) -> str:
    if os.environ.get("CI") or os.environ.get("NOTICE_LINT_TOOLS") == "required":
        pytest.fail(f"{why}; in CI it must be there")
    pytest.skip(why)
