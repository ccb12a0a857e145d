"""Starter files: sound where they are not blank, and every blank is found."""

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from notice_lint.engine.shipped import shipped_packs
from notice_lint.run.check import Options, check, sources
from tests.conftest import ROOT


def new(folder: Path, *args: str) -> subprocess.CompletedProcess[str]:
    """Run `notice-lint new` in a folder."""
    return subprocess.run(
        [sys.executable, "-m", "notice_lint", *args],
        cwd=folder,
        env={"PYTHONPATH": str(ROOT), "PATH": "", "LANG": "C.UTF-8"},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_starter_notice_has_every_blank_found_and_nothing_else_wrong(tmp_path: Path, language: str) -> None:
    assert new(tmp_path, "new", "notice", "--lang", language).returncode == 0
    path = tmp_path / "notice.yaml"
    text = path.read_text(encoding="utf-8")
    options = Options(shipped_packs(), date(2026, 11, 22))
    found = [f for f in check(sources([(path, "notice.yaml")]), options).findings if f.severity != "note"]

    assert {finding.rule for finding in found} == {"placeholder-text"}
    assert len(found) == text.count('"[')


def test_nothing_that_exists_is_overwritten(tmp_path: Path) -> None:
    (tmp_path / "notice.yaml").write_text("mine", encoding="utf-8")
    done = new(tmp_path, "new", "notice")

    assert done.returncode == 2
    assert "notice.yaml exists" in done.stderr
    assert (tmp_path / "notice.yaml").read_text(encoding="utf-8") == "mine"


def test_a_new_pack_is_sound_and_a_rule_can_be_added(tmp_path: Path) -> None:
    assert new(tmp_path, "new", "pack", "house-rules").returncode == 0
    tried = new(tmp_path, "test-rules", "house-rules")
    (tmp_path / "house-rules" / "our-rule.yaml").unlink()
    assert new(tmp_path, "new", "rule", "house-rules/processor-undescribed.yaml").returncode == 0
    again = new(tmp_path, "test-rules", "house-rules")

    assert (tried.returncode, again.returncode) == (0, 0)
    assert "2 of 2 examples" in again.stdout
