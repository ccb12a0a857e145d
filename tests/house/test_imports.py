"""What a check costs before it begins: which modules it imports, and which it must not."""

import subprocess
import sys

import pytest

from tests.conftest import ROOT

_HEAVY = frozenset(
    ("babel", "deepdiff", "hashlib", "importlib.metadata", "jinja2", "jsonschema", "pathspec", "ruamel")
)
"""Each costs 4 to 85 ms; a command imports them only where it needs them."""

_SCRIPT = """
import sys
from notice_lint.cli.main import group
try:
    with group.make_context("notice-lint", sys.argv[1:]) as context:
        group.invoke(context)
except BaseException:
    pass
sys.stderr.write(" ".join(sys.modules))
"""


def imported(*args: str) -> set[str]:
    """Return the modules that a run of the command line has imported at its end."""
    done = subprocess.run(
        [sys.executable, "-c", _SCRIPT, *args], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert "notice_lint.run" in done.stderr or args[0] != "check"
    return set(done.stderr.split())


def test_a_clean_check_imports_nothing_heavy() -> None:
    modules = imported("check", "tests/notices/shop.yaml", "--on", "2026-11-22")

    assert modules & _HEAVY == set()


def test_countries_are_worded_by_babel_only_where_a_finding_names_one() -> None:
    modules = imported("check", "examples/clearnox/versions/2024-11.yaml", "--only", "transfer-basis-missing")

    assert modules & _HEAVY == {"babel"}


@pytest.mark.parametrize("args", [("rules",), ("explain", "TR01"), ("schema",), ("--version",)])
def test_small_commands_import_nothing_heavy(args: tuple[str, ...]) -> None:
    assert imported(*args) & _HEAVY == set()
