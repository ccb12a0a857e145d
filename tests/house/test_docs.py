"""Are the generated pages what their sources say, and the README what the tool prints?"""

import subprocess
import sys
from pathlib import Path

import pytest

from notice_lint.engine.shipped import shipped_packs
from notice_lint.i18n import catalogue
from notice_lint.pages.markdown import markdown
from notice_lint.render.rules import index_page, pack_page
from tests.conftest import ROOT

_PACKS = {f"rules/{pack.name}/README.md": pack for pack in shipped_packs()}
_PAGES = ["rules/README.md", *_PACKS]
_MARK = "<!-- example: "


@pytest.mark.parametrize("name", _PAGES)
def test_a_generated_page_says_what_the_rules_say(name: str, rewrite: bool) -> None:  # noqa: FBT001 - a fixture
    path, words = ROOT / name, catalogue("en")
    page = markdown(pack_page(_PACKS[name], words) if name in _PACKS else index_page(shipped_packs(), words))
    if rewrite:
        path.write_text(page, encoding="utf-8")

    assert path.read_text(encoding="utf-8") == page


def first_finding(rule: str) -> str:
    """Return the first finding of a rule as `check` prints it for the notice of the README."""
    command = [sys.executable, "-m", "notice_lint", "check", "examples/clearnox/versions/2024-11.yaml"]
    printed = subprocess.run(
        [*command, "--only", rule, "--on", "2026-11-22", "--lang", "en"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    ).stdout
    head, _, rest = printed.partition("\nerror  ")
    return head.rstrip("\n") + "\n" if rest else printed


def test_the_readme_shows_a_finding_as_it_is_printed(rewrite: bool) -> None:  # noqa: FBT001 - a fixture
    path = Path(ROOT / "README.md")
    text = path.read_text(encoding="utf-8")
    before, _, after = text.partition(_MARK)
    mark, _, rest = after.partition("```text\n")
    shown, _, rest = rest.partition("```")
    printed = first_finding("transfer-basis-missing")
    if rewrite:
        path.write_text(f"{before}{_MARK}{mark}```text\n{printed}```{rest}", encoding="utf-8")
        shown = printed

    assert shown == printed
    assert "transfer-basis-missing" in shown
