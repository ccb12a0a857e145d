"""`notice-lint changes` as users type it: which versions, which form, which language, which exit status."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from tests.changes.shop import LONGER, WITH_ADVERTS, folder, shop
from tests.conftest import ROOT

FIRST = shop("1", "2024-06-01")
SECOND = shop("2", "2025-06-01", "2025-05-20", LONGER)
SCHEMA = json.loads((ROOT / "notice_lint/schema/changes.schema.json").read_text(encoding="utf-8"))


def run(where: Path, *args: str, **more: str) -> subprocess.CompletedProcess[str]:
    """Run the command in a folder, as on 1 December 2026."""
    environment = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "LANG": "C.UTF-8", **more}
    return subprocess.run(
        [sys.executable, "-m", "notice_lint", "changes", *args, "--on", "2026-12-01"],
        cwd=where,
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=60,
    )


def data(where: Path, *args: str) -> Any:
    """Return the machine's report, held against its schema."""
    done = run(where, *args, "--format", "json")
    assert done.returncode == 0, done.stderr
    report = json.loads(done.stdout)
    Draft202012Validator(SCHEMA).validate(report)
    return report


@pytest.fixture
def two(tmp_path: Path) -> Path:
    """Return a folder with a notice and its earlier version."""
    folder(tmp_path, FIRST, SECOND)
    return tmp_path


def test_since_a_month_takes_the_version_that_was_in_force(two: Path) -> None:
    report = data(two, "--since", "2024-11")

    assert (report["from"]["version"], report["to"]["version"]) == ("1", "2")
    assert (report["from"]["source"], report["to"]["source"]) == ("versions/v1.yaml", "notice.yaml")
    assert [change["code"] for change in report["changes"]] == ["retention.lengthened"]


@pytest.mark.parametrize("since", ["november 2024", "novembre 2024", "2024-11-05", "2024", "1"])
def test_since_is_written_as_people_write_it(two: Path, since: str) -> None:
    assert data(two, "--since", since)["from"]["version"] == "1"


def test_without_since_the_version_before_is_taken(two: Path) -> None:
    assert data(two)["from"]["version"] == "1"


def test_two_files_are_compared_without_a_notice_in_this_folder(two: Path) -> None:
    report = data(two.parent, "--from", f"{two.name}/versions/v1.yaml", "--to", f"{two.name}/notice.yaml")

    assert report["counts"]["advance-notice"] == 1


def test_the_way_back_is_shorter(two: Path) -> None:
    report = data(two, "--from", "notice.yaml", "--to", "versions/v1.yaml")

    assert [change["code"] for change in report["changes"]] == ["retention.shortened"]


def test_a_notice_against_itself_has_not_changed(two: Path) -> None:
    done = run(two, "--from", "notice.yaml")

    assert done.returncode == 0
    assert "No change: both versions say the same." in done.stdout
    assert data(two, "--from", "notice.yaml")["changes"] == []


def test_where_no_version_was_in_force_the_first_publication_is_named(two: Path) -> None:
    done = run(two, "--since", "2023-01")

    assert done.returncode == 0
    assert "It was first published on 1 June 2024." in done.stdout
    assert data(two, "--since", "2023-01")["from"] is None


def test_the_run_says_what_it_compared_and_where_it_comes_from(two: Path) -> None:
    done = run(two, "--since", "2024-11")

    assert "compared versions/v1.yaml, 1, 1 June 2024 (from the folder of versions)" in done.stderr
    assert "with notice.yaml, 2, 1 June 2025" in done.stderr
    assert run(two, "--since", "2024-11", "-q").stderr == ""


@pytest.mark.parametrize(
    ("audience", "form", "begins"),
    [
        ("readers", "text", "What has changed in our privacy notice since November 2024\n===="),
        ("readers", "markdown", "# What has changed in our privacy notice since November 2024\n"),
        ("readers", "html", "<!doctype html>"),
        ("readers", "short", "Boutique SAS: privacy notice. These changes apply from 1 June 2025. 1 change"),
        ("readers", "email", "Subject: Our privacy notice changes from 1 June 2025\n\n"),
        ("counsel", "text", "Changes for review: privacy notice shop\n===="),
        ("counsel", "markdown", "# Changes for review: privacy notice shop\n"),
        ("counsel", "html", "<!doctype html>"),
        ("pr", "markdown", "<!-- notice-lint:changes:"),
    ],
)
def test_every_form_can_be_asked_for(two: Path, audience: str, form: str, begins: str) -> None:
    done = run(two, "--since", "2024-11", "--audience", audience, "--format", form)

    assert done.returncode == 0
    assert done.stdout.lstrip().casefold().startswith(begins.casefold())


def test_a_form_that_does_not_go_with_its_audience_is_refused_with_what_does(two: Path) -> None:
    done = run(two, "--audience", "counsel", "--format", "short")

    assert done.returncode == 2
    assert "choose from text, markdown, html, json" in done.stderr


def test_readers_get_the_notice_s_language_and_counsel_their_own(two: Path) -> None:
    french = SECOND.replace("language: en", "language: fr")
    folder(two, FIRST.replace("language: en", "language: fr"), french)

    assert "Ce qui a changé" in run(two).stdout
    assert "What has changed" in run(two, "--lang", "en").stdout
    assert "Changes for review" in run(two, "--audience", "counsel").stdout
    assert "Changements à examiner" in run(two, "--audience", "counsel", LC_ALL="fr_FR.UTF-8").stdout


@pytest.mark.parametrize(
    ("fail_on", "status"),
    [
        ("prior-notice", 0),
        ("advance-notice", 1),
        ("notify", 1),
        ("editorial", 1),
        ("never", 0),
        ("review", 0),
    ],
)
def test_the_gate_fails_from_the_duty_that_is_asked_for(two: Path, fail_on: str, status: int) -> None:
    assert run(two, "--check", "--fail-on", fail_on).returncode == status


def test_without_the_gate_a_comparison_is_no_failure(two: Path) -> None:
    assert run(two, "--fail-on", "editorial").returncode == 0


def test_a_change_that_is_acknowledged_passes_the_gate_until_it_changes_again(two: Path) -> None:
    fingerprint = data(two)["changes"][0]["fingerprint"]
    text = (
        f'format: 1\nchanges:\n  "{fingerprint}":\n    acknowledged: {{by: J. Exemple, when: 2025-05-01}}\n'
    )
    (two / "changes.yaml").write_text(text, encoding="utf-8")
    passed = run(two, "--check")
    again = SECOND.replace("orders: {period: P10Y", "orders: {period: P11Y")
    (two / "notice.yaml").write_text(again, encoding="utf-8")
    failed = run(two, "--check")

    assert (passed.returncode, failed.returncode) == (0, 1)
    assert "changes.yaml:3:3" in failed.stderr
    assert "matches no change" in failed.stderr


def test_an_author_s_file_that_is_wrong_is_refused_with_its_line(two: Path) -> None:
    (two / "changes.yaml").write_text("format: 1\nchange: {}\n", encoding="utf-8")
    done = run(two)

    assert done.returncode == 2
    assert "changes.yaml:2:1" in done.stderr
    assert "Did you mean “changes”?" in done.stderr


def test_the_draft_is_filled_in_and_read(two: Path) -> None:
    drafted = run(two, "--draft").stdout
    (two / "changes.yaml").write_text(drafted.replace("# reason:", "reason: Tax law. #"), encoding="utf-8")

    assert data(two)["changes"][0]["reason"] == {"en": "Tax law."}
    assert run(two, "--draft").stdout.startswith("# Nothing is missing")


def test_edge_79_the_way_is_told_with_what_came_and_went(tmp_path: Path) -> None:
    folder(
        tmp_path,
        FIRST,
        shop("2", "2025-03-01", "2025-02-01", WITH_ADVERTS),
        shop("3", "2025-06-01", "2025-05-01"),
    )
    net, history = data(tmp_path, "--since", "2024-11"), data(tmp_path, "--since", "2024-11", "--history")
    text = re.sub(r"\s+", " ", run(tmp_path, "--since", "2024-11", "--history").stdout)

    assert net["changes"] == []
    assert [trip["codes"] for trip in net["round_trips"]] == [["purpose.added", "purpose.removed"]]
    assert [step["to"]["version"] for step in history["history"]] == ["2", "3"]
    assert "version of 1 March 2025: came; version of 1 June 2025: went" in text


def test_counsel_is_told_of_round_trips_also_in_the_net_view(tmp_path: Path) -> None:
    folder(tmp_path, FIRST, shop("2", "2025-03-01", "", WITH_ADVERTS), shop("3", "2025-06-01"))

    assert "Came and went in between" in run(tmp_path, "--since", "2024-11", "--audience", "counsel").stdout


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("--since", "2024-11", "--from", "1"), "give one of them"),
        (("--since", "01/11/2024"), "cannot be read as one date"),
        (("--from", "nothing.yaml"), "nothing.yaml"),
        (("--to", "9"), "9"),
        (("nothing.yaml",), "there is no such file"),
        (("--fail-on", "always"), "always"),
    ],
)
def test_what_cannot_be_compared_is_said_and_is_2(two: Path, args: tuple[str, ...], said: str) -> None:
    done = run(two, *args)

    assert done.returncode == 2
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_a_folder_without_a_notice_is_2(tmp_path: Path) -> None:
    done = run(tmp_path, "--since", "2024-11")

    assert done.returncode == 2
    assert "no notice was found" in done.stderr


def test_edge_87_a_notice_with_mistakes_is_not_compared_as_if_it_said_less(two: Path) -> None:
    broken = SECOND.replace("period: P10Y", "period: ten years")
    (two / "notice.yaml").write_text(broken, encoding="utf-8")
    done = run(two)

    assert done.returncode == 2
    assert "“notice-lint check” on it says where they are" in done.stderr


def test_edge_88_two_notices_are_no_two_versions(two: Path) -> None:
    (two / "versions" / "v1.yaml").write_text(FIRST.replace("id: shop", "id: other"), encoding="utf-8")
    done = run(two, "--from", "versions/v1.yaml")

    assert done.returncode == 2
    assert "no two versions of one" in done.stderr


def test_the_policy_of_the_settings_counts(two: Path) -> None:
    usual = data(two)["lead"]
    (two / "notice-lint.yaml").write_text("changes: {lead: {advance-notice: P7D}}\n", encoding="utf-8")
    own = data(two)["lead"]

    assert (usual["policy"], usual["enough"]) == ("P30D", False)
    assert (own["policy"], own["enough"]) == ("P7D", True)


@pytest.mark.parametrize("seed", ["0", "1", "4711"])
def test_the_same_versions_give_the_same_bytes_under_other_hash_seeds(two: Path, seed: str) -> None:
    args = ("--since", "2024-11", "--audience", "counsel", "--format", "html", "--lang", "fr")

    assert run(two, *args, PYTHONHASHSEED=seed).stdout == run(two, *args, PYTHONHASHSEED="2").stdout
