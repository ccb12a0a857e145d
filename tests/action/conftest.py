"""Runs of act are dear: each happens once a session, also where several workers share the tests."""

import fcntl
import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.action.harness import Seen, tool
from tests.consumers.tool import installed, program

Once = Callable[[str, Callable[[Path], Seen]], Seen]


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of this session, the same for all workers."""
    folder = tmp_path_factory.getbasetemp()
    return folder.parent if os.environ.get("PYTEST_XDIST_WORKER") else folder


@pytest.fixture(scope="session")
def once(shared: Path) -> Once:
    """Make something once: the worker that comes first makes it, the others read what was seen."""

    def of(name: str, make: Callable[[Path], Seen]) -> Seen:
        with (shared / f"{name}.lock").open("w", encoding="utf-8") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            kept = shared / f"{name}.json"
            if not kept.is_file():
                folder = shared / name
                folder.mkdir()
                installed("act")
                program("git")
                kept.write_text(json.dumps(make(folder)), encoding="utf-8")
            return Seen(*json.loads(kept.read_text(encoding="utf-8")))

    return of


@pytest.fixture(scope="session")
def ours(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The action, as it is published."""
    return tool(tmp_path_factory.mktemp("tool") / "notice-lint")
