"""`check --base` shows what the rules on change find: the step from the base to what stands here."""

from pathlib import Path

import pytest

from tests.changes.shop import LONGER, shop
from tests.repositories import Work
from tests.run.gate.pull_request import run

OLD = shop("2026-03", "2026-04-01", "2026-03-01")
SAME_VERSION = shop("2026-03", "2026-04-01", "2026-03-01", LONGER)
NEXT_VERSION = shop("2027-02", "2027-02-01", "2026-12-01", LONGER)


@pytest.fixture
def work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Work:
    """Return a repository whose base holds the old version."""
    work = Work(tmp_path)
    work.write("notice.yaml", OLD)
    work.commit()
    work.git("checkout", "--quiet", "-b", "change")
    monkeypatch.chdir(tmp_path)
    return work


def test_a_change_under_the_same_version_is_an_error(work: Work) -> None:
    work.write("notice.yaml", SAME_VERSION)
    ran = run("--base", "main")

    assert ran.status == 1
    assert [one["route"] for one in ran.of("version-not-bumped")] == [["notice", "version"]]
    assert [one["route"][:2] for one in ran.of("retention-extended")] == [["retention", "orders"]]


def test_a_change_under_a_version_of_its_own_is_asked_for_its_reason(work: Work) -> None:
    work.write("notice.yaml", NEXT_VERSION)
    ran = run("--base", "main")

    assert ran.of("version-not-bumped") == []
    assert [one["severity"] for one in ran.of("retention-extended")] == ["warning"]


def test_without_a_base_and_without_a_change_no_rule_on_change_speaks(work: Work) -> None:
    assert run("--base", "main").of("retention-extended") == []
    work.write("notice.yaml", NEXT_VERSION)

    assert run().of("retention-extended") == []
