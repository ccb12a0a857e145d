"""The command line as users type it: one story a file in `tests/scenarios/`."""

import shlex
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.cli.program import call
from tests.conftest import ROOT

_FOLDER = ROOT / "tests" / "scenarios"
_STORIES = sorted(_FOLDER.glob("*.txt"))


class Step(NamedTuple):
    """One command, the files that are written before it, what it prints and its exit status."""

    command: str
    files: dict[str, str]
    output: str
    status: int


class Story(NamedTuple):
    """What a scenario is about, and its steps."""

    about: str
    steps: list[Step]


def read(path: Path) -> Story:
    """Read a scenario: sentences, then steps: `$ command`, `--- file`, `--- output` and `--- exit N`."""
    about, *commands = path.read_text(encoding="utf-8").split("\n$ ")
    return Story(about, [_step(command) for command in commands])


def _step(text: str) -> Step:
    command, *parts = text.split("\n--- ")
    files, output, status = {}, "", 0
    for part in parts:
        head, _, body = part.partition("\n")
        if head.startswith("exit "):
            status = int(head.removeprefix("exit "))
        elif head == "output":
            output = body + "\n" if body else ""
        else:
            files[head] = body + "\n" if body else ""
    return Step(command.strip(), files, output, status)


def write(story: Story) -> str:
    """Return a story as its file has it."""
    text = story.about
    for step in story.steps:
        text += f"\n$ {step.command}"
        for name, body in step.files.items():
            text += f"\n--- {name}" + (f"\n{body.removesuffix(chr(10))}" if body else "")
        text += "\n--- output" + (f"\n{step.output.removesuffix(chr(10))}" if step.output else "")
        text += f"\n--- exit {step.status}"
    return text + "\n"


def run(step: Step, folder: Path) -> Step:
    """Run a step and return it with what it really printed, both streams together."""
    for name, body in step.files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(body, encoding="utf-8", newline="")
    words = shlex.split(step.command)
    assert words[0] == "notice-lint"
    done = call(words[1:], folder)
    return step._replace(output=done.output.decode("utf-8"), status=done.status)


@pytest.mark.parametrize("path", _STORIES, ids=lambda path: path.stem)
def test_a_story_goes_as_it_is_told(path: Path, tmp_path: Path, rewrite: bool) -> None:  # noqa: FBT001 - a fixture
    story = read(path)
    real = story._replace(steps=[run(step, tmp_path) for step in story.steps])
    if rewrite:
        path.write_text(write(real), encoding="utf-8")

    assert write(real) == write(story if not rewrite else real)
    assert story.steps
