"""The wheel: built, installed into a clean environment, and tried."""

import json
import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path

import pytest

from tests.conftest import ROOT

_NOTICE = ROOT / "examples/clearnox/versions/2024-11.yaml"


def run(*command: str | Path, where: Path) -> subprocess.CompletedProcess[str]:
    """Run a command outside the checkout, without its modules on the path."""
    environment = {
        name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "NOTICE_LINT"))
    }
    return subprocess.run(
        list(map(str, command)), cwd=where, env=environment, capture_output=True, text=True, check=False
    )


def _done(step: subprocess.CompletedProcess[str]) -> None:
    """Fail where a step failed; skip, but not in CI, where packages cannot be fetched."""
    said = step.stdout + step.stderr
    if step.returncode != 0 and "Could not find a version" in said and not os.environ.get("CI"):
        pytest.skip("packages cannot be fetched here")
    assert step.returncode == 0, said


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a clean environment with the wheel in it; its `bin` folder."""
    folder = tmp_path_factory.mktemp("wheel")
    # In an environment of its own, as on a newcomer's machine: what the build needs must be declared.
    _done(run(sys.executable, "-m", "build", "--wheel", "--outdir", folder, ROOT, where=folder))
    venv.create(folder / "venv", with_pip=True)
    bin_folder = folder / "venv" / ("Scripts" if os.name == "nt" else "bin")
    wheel = next(folder.glob("*.whl"))
    _done(run(bin_folder / "python", "-m", "pip", "install", "--quiet", wheel, where=folder))
    return bin_folder


def test_the_installed_command_finds_what_the_checkout_finds(installed: Path, tmp_path: Path) -> None:
    args = ("check", _NOTICE, "--format", "json", "--on", "2026-11-22", "--lang", "en")
    wheel = run(installed / "notice-lint", *args, where=tmp_path)
    checkout = subprocess.run(
        [sys.executable, "-m", "notice_lint", *map(str, args)],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )

    assert wheel.returncode == 1
    assert json.loads(wheel.stdout) == json.loads(checkout.stdout)


@pytest.mark.parametrize(
    "command",
    [
        "rules",
        "test-rules",
        "explain TR01",
        "explain TR01 --lang fr",
        "schema rule",
        "new notice",
        "--version",
    ],
)
def test_every_command_works_from_the_wheel(installed: Path, tmp_path: Path, command: str) -> None:
    done = run(installed / "notice-lint", *command.split(), where=tmp_path)

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout


def test_the_wheel_parses_no_yaml_of_its_own(installed: Path, tmp_path: Path) -> None:
    package = next(installed.parent.glob("lib*/**/site-packages/notice_lint"))
    copy = tmp_path / "site" / "notice_lint"
    shutil.copytree(package, copy)
    for file in [*copy.glob("**/*.yaml"), *copy.glob("schema/*.json")]:
        file.unlink()
    script = "import sys; sys.path.insert(0, sys.argv.pop(1)); from notice_lint.cli.main import main; main()"
    args = ("check", _NOTICE, "--format", "short", "--on", "2026-11-22")
    bare = run(installed / "python", "-c", script, copy.parent, *args, where=tmp_path)
    whole = run(installed / "notice-lint", *args, where=tmp_path)

    assert bare.stdout == whole.stdout
    assert bare.returncode == 1
