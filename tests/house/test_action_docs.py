"""What pages say about the action is what action.yml says, and their workflows please the auditors."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from notice_lint.source.parse import parse
from tests.action.auditors import actionlint, definition, github, zizmor
from tests.conftest import ROOT

_PAGES = [ROOT / "README.md", *sorted((ROOT / "examples/ci").glob("*.md"))]
_FIRST, _LAST = "<!-- action inputs -->\n", "<!-- end -->"
_HEAD = """\
name: steps
on: [pull_request]
permissions: {}
concurrency:
  group: steps-${{ github.ref }}
  cancel-in-progress: true
jobs:
  job:
    name: job
    runs-on: ubuntu-latest
    timeout-minutes: 10
    permissions:
      contents: read
    steps:
"""


def table() -> str:
    """Return inputs and outputs as action.yml defines them."""
    data = definition()
    inputs = [
        (name, f"`{one['default']}`" if one["default"] else "", one) for name, one in data["inputs"].items()
    ]
    outputs = [(name, one) for name, one in data["outputs"].items()]
    lines = ["| input | default | |", "|---|---|---|"]
    lines += [f"| `{name}` | {usual} | {_cell(one)} |" for name, usual, one in inputs]
    lines += ["", "| output | |", "|---|---|"]
    lines += [f"| `{name}` | {_cell(one)} |" for name, one in outputs]
    return "\n".join(lines) + "\n"


def _cell(one: Mapping[str, str]) -> str:
    return str(one["description"]).replace("|", "\\|")


def blocks() -> Iterator[tuple[str, str]]:
    """Yield every block of YAML that the pages show, with a name."""
    for page in _PAGES:
        found = re.findall(
            r"^```ya?ml\n(.*?)^```$", page.read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE
        )
        for number, text in enumerate(found, 1):
            named = re.match(r"# \S*/(\S+)\n", text)
            yield f"{page.name}, {named[1] if named else number}", text


def test_the_readme_lists_the_inputs_and_outputs_of_the_action(rewrite: bool) -> None:  # noqa: FBT001 - a fixture
    path = ROOT / "README.md"
    text = path.read_text(encoding="utf-8")
    before, first, rest = text.partition(_FIRST)
    _, last, after = rest.partition(_LAST)
    if rewrite and first and last:
        path.write_text(f"{before}{first}{table()}{last}{after}", encoding="utf-8")

    assert f"{_FIRST}{table()}{_LAST}" in path.read_text(encoding="utf-8")


def test_the_workflows_that_the_pages_show_please_the_auditors(tmp_path: Path) -> None:
    folder = tmp_path / ".github/workflows"
    folder.mkdir(parents=True)
    shown = [text for _, text in blocks() if "uses:" in text]
    for number, text in enumerate(shown):
        steps = "".join(f"      {line}\n" for line in text.splitlines())
        whole = text if "\njobs:" in text else _HEAD + steps
        (folder / f"{number}.yml").write_text(whole, encoding="utf-8")
    paths = sorted(folder.iterdir())

    assert len(paths) >= 6
    assert [*github(*paths), *actionlint(*paths), *zizmor(*paths)] == []


@pytest.mark.parametrize("text", [pytest.param(text, id=name) for name, text in blocks()])
def test_every_block_of_yaml_in_the_pages_can_be_read(text: str) -> None:
    assert [flaw.kind for flaw in parse(text, "shown.yaml").flaws] == []


def test_the_pages_show_the_workflows_that_they_promise() -> None:
    names = {name for name, _ in blocks()}

    assert names >= {
        "README.md, privacy-notice.yml",
        "README.md, privacy-notice-comment.yml",
        "README.md, release.yml",
        "github.md, privacy-notice.yml",
        "github.md, privacy-notice-comment.yml",
    }
