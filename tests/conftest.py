"""What all tests share: `--rewrite`, hypothesis profiles, and skips that CI does not allow."""

import os
from pathlib import Path

import pytest
from hypothesis import settings

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared"

settings.register_profile("here", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") or os.environ.get("NOTICE_LINT_TOOLS") else "here")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add `--rewrite`: expected files and generated pages are written anew; read the diff then."""
    parser.addoption("--rewrite", action="store_true", help="write expected output anew")


@pytest.fixture
def rewrite(request: pytest.FixtureRequest) -> bool:
    """Whether expected output is written anew."""
    return bool(request.config.getoption("--rewrite"))
