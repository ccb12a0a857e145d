"""The HTML report in a browser: it fits a telephone, and an auditor of accessibility has nothing to say."""

import json
import re
import subprocess
from functools import cache
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.consumers import tool

_REPORTS = ("few.en.html", "few.fr.html")
_AUDIT = """
axe.run({runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}).then(found => {
  const told = found.violations.map(one => [one.id, one.impact, one.nodes.map(node => node.html)]);
  document.body.textContent = "AUDIT" + JSON.stringify([told, found.passes.length]) + "END";
});
"""
_WIDTH = """
const frame = document.querySelector("iframe");
frame.onload = () => {
  const root = frame.contentDocument.documentElement;
  document.body.textContent = "AUDIT" + JSON.stringify([root.clientWidth, root.scrollWidth]) + "END";
};
"""


def browsed(page: str, folder: Path) -> list[object]:
    """Return what a script on a page tells of it, after it has run in Chromium."""
    file = folder / "page.html"
    file.write_text(page, encoding="utf-8")
    command = [
        tool.program("chromium"),
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        f"--user-data-dir={folder / 'profile'}",
        "--virtual-time-budget=20000",
        "--dump-dom",
        file.as_uri(),
    ]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", timeout=120, check=True)
    told = re.search(r"AUDIT(.*)END", done.stdout, re.DOTALL)

    assert told
    found: list[object] = json.loads(told[1].replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&"))
    return found


@cache
def report(name: str) -> str:
    """Return an expected report without its policy, which would stop the auditor as well."""
    page = (ROOT / "tests/reports/expected" / name).read_text(encoding="utf-8")
    return re.sub(r"<meta http-equiv[^>]*>", "", page)


@pytest.mark.parametrize("name", _REPORTS)
def test_an_auditor_of_accessibility_finds_nothing(name: str, tmp_path: Path) -> None:
    axe = tool.package("axe-core/axe.min.js").read_text(encoding="utf-8")
    page = report(name).replace("</body>", f"<script>{axe}</script><script>{_AUDIT}</script></body>")

    violations, passed = browsed(page, tmp_path)

    assert violations == []
    assert isinstance(passed, int)
    assert passed > 20


@pytest.mark.parametrize("width", [320, 400, 1200])
@pytest.mark.parametrize("name", _REPORTS)
def test_a_page_is_no_wider_than_its_window(name: str, width: int, tmp_path: Path) -> None:
    inner = report(name).replace("&", "&amp;").replace('"', "&quot;")
    frame = f'<iframe srcdoc="{inner}" style="width:{width}px;height:600px;border:0"></iframe>'

    client, whole = browsed(f"<!doctype html><title>t</title>{frame}<script>{_WIDTH}</script>", tmp_path)

    assert client == whole


def test_the_auditor_does_find_what_is_wrong(tmp_path: Path) -> None:
    axe = tool.package("axe-core/axe.min.js").read_text(encoding="utf-8")
    page = f"<!doctype html><title>t</title><body><img src=x><script>{axe}</script><script>{_AUDIT}</script>"

    violations, _ = browsed(page, tmp_path)

    assert "image-alt" in json.dumps(violations)
