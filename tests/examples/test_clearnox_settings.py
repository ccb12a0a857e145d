"""The settings of the example: what they decide, and that each decision can be found again."""

import json
import subprocess
import sys
from typing import Any

from tests.conftest import ROOT


def checked(*args: str) -> dict[str, Any]:
    """Return what `check` says in the folder of the example, without a path."""
    done = subprocess.run(
        [sys.executable, "-m", "notice_lint", "check", "--on", "2026-11-22", "--format", "json", *args],
        cwd=ROOT / "examples/clearnox",
        env={"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    shape: dict[str, Any] = json.loads(done.stdout)
    return shape


def test_the_settings_name_the_notice() -> None:
    assert [notice["path"] for notice in checked()["notices"]] == ["notice.yaml"]


def test_long_sentences_are_graver_and_skipped_with_a_reason() -> None:
    found = [one for one in checked()["findings"] if one["rule"] == "sentence-length"]

    assert found
    assert {one["severity"] for one in found} == {"warning"}
    assert {one["ignored"]["how"] for one in found} == {"settings"}
    assert all("illustration" in one["ignored"]["reason"] for one in found)


def test_they_count_again_after_the_last_day() -> None:
    counts = checked("--on", "2027-07-01")["counts"]

    assert counts["warning"] > 0
