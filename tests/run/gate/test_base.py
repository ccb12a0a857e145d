"""A run with `--base`: what is touched, what stays honoured, what is no lowering, and what cannot be done."""

from pathlib import Path

import pytest

from tests.repositories import Work
from tests.run.gate.pull_request import (
    PACK,
    SETTINGS,
    SOUND,
    SPY,
    run,
    with_person,
    with_spy,
)

IGNORE = "  # notice-lint: ignore[transfer-basis-missing] until {until} by J. Doe -- In signature.\n"


def ignored(until: str, text: str = SOUND) -> str:
    """Return a notice with a defect, and an ignore for it."""
    return with_spy(text).replace(SPY, SPY.rstrip() + IGNORE.format(until=until))


def rebase(work: Work) -> None:
    """Make what is there the base."""
    work.commit()
    work.git("branch", "--force", "main", "HEAD")


def test_a_pull_request_that_lowers_nothing_is_green(work: Work) -> None:
    work.write("notice.yaml", SOUND.replace("Keeps our site", "Keeps our site and its logs"))
    work.write("notice-lint.yaml", f"{SETTINGS}language: en\nfail_on: warning\n")
    work.write("our-rules/pack.yaml", PACK.replace("title: Ours", "title: Our own"))
    work.write("third.yaml", SOUND.replace("id: shop", "id: third"))
    work.write(".gitignore", "*.log\n")

    assert run("--base", "main").of("gate-lowered") == []


@pytest.mark.parametrize("path", ["terms/notice.yaml", "privacy.yaml"])
def test_a_notice_may_move_where_it_is_still_found(work: Work, path: str) -> None:
    (work.folder / "notice.yaml").unlink()
    work.write(path, SOUND.replace("Keeps our site", "Keeps our site and its logs"))

    assert run("--base", "main").of("gate-lowered") == []


def test_an_ignore_of_the_base_stays_honoured_also_in_a_notice_that_moves(work: Work) -> None:
    work.write("notice.yaml", ignored("2027-03-01"))
    rebase(work)
    (work.folder / "notice.yaml").unlink()
    work.write("terms/notice.yaml", "# Moved.\n\n" + ignored("2027-03-01"))

    ran = run("--base", "main")

    assert (ran.status, ran.of("gate-lowered")) == (0, [])
    assert [one["ignored"]["how"] for one in ran.findings if one["rule"] == "transfer-basis-missing"] == [
        "inline"
    ]


def test_an_ignore_that_has_ended_cannot_be_put_off(work: Work) -> None:
    work.write("notice.yaml", ignored("2026-01-01"))
    rebase(work)
    work.write("notice.yaml", ignored("2027-01-01"))

    ran = run("--base", "main")

    assert run().status == 0
    assert ran.status == 1
    assert [one["message"] for one in ran.of("gate-lowered")] == [
        "Less would be found than before. An ignore lasts longer: transfer-basis-missing."
    ]
    assert ran.of("transfer-basis-missing")


def test_settings_nearer_to_where_it_runs_are_compared_with_those_that_held(
    work: Work, monkeypatch: pytest.MonkeyPatch
) -> None:
    work.write("legal/notice.yaml", SOUND.replace("id: shop", "id: legal"))
    rebase(work)
    work.write("legal/notice.yaml", with_spy(SOUND.replace("id: shop", "id: legal")))
    work.write("legal/notice-lint.yaml", "fail_on: never\n")
    monkeypatch.chdir(work.folder / "legal")

    ran = run("--base", "main")

    assert run().status == 0
    assert ran.status == 1
    said = {(one["path"], one["message"].partition(". ")[2]) for one in ran.of("gate-lowered")}
    assert ("notice-lint.yaml", "`fail_on`: was error, is never.") in said
    assert ("notice-lint.yaml", "A folder with rules is no longer read: “our-rules”.") in said


def test_settings_that_the_command_line_names_are_compared_too(work: Work) -> None:
    work.write("ci.yaml", "fail_on: warning\n")
    rebase(work)
    work.write("ci.yaml", "fail_on: never\n")

    ran = run("--config", "ci.yaml", "--base", "main")

    assert [one["path"] for one in ran.of("gate-lowered")] == ["ci.yaml"]


def test_a_pack_that_the_command_line_names_comes_from_the_base(work: Work) -> None:
    work.write("notice-lint.yaml", "language: en\n")
    rebase(work)
    work.write("notice.yaml", with_person())
    rule = work.folder / "our-rules" / "our-owner-missing.yaml"
    rule.write_text(
        rule.read_text(encoding="utf-8").replace("severity: error", "severity: note"), encoding="utf-8"
    )

    ran = run("--rules", "our-rules", "--base", "main")

    assert run("--rules", "our-rules").status == 0
    assert ran.status == 1
    assert [one["severity"] for one in ran.of("our-owner-missing")] == ["error"]
    assert [one["path"] for one in ran.of("gate-lowered")] == ["our-rules/our-owner-missing.yaml"]


@pytest.mark.parametrize(
    ("before", "after"),
    [("locked: true", "locked: false"), ("locked: true\n", ""), ("locked: true", "locked: [none]")],
)
def test_a_lock_that_is_taken_off_is_lowered(work: Work, before: str, after: str) -> None:
    if "none" in after:
        after = after.replace("none", "transfer-basis-missing")
    work.write("our-rules/pack.yaml", PACK.replace(before, after))

    assert [one["path"] for one in run("--base", "main").of("gate-lowered")] == ["our-rules/pack.yaml"]


@pytest.mark.parametrize(
    "options", [["--only", "retention-vague"], ["--skip", "retention-vague"], ["--no-ignores"]]
)
def test_what_the_command_line_narrows_does_not_narrow_the_gate(work: Work, options: list[str]) -> None:
    work.write("notice-lint.yaml", f"{SETTINGS}fail_on: never\n")

    assert run("--base", "main", *options).of("gate-lowered")


def test_the_gate_itself_cannot_be_skipped(work: Work) -> None:
    work.write("notice-lint.yaml", f"{SETTINGS}skip: [{{rule: gate-lowered, reason: Later.}}]\n")

    assert run().status == 2
    assert run("--base", "main").of("gate-lowered")
    assert run("--base", "main", "--skip", "gate-lowered").status == 2


def test_what_the_change_touched_is_marked_and_nothing_else(work: Work) -> None:
    old = with_spy().replace(
        "  spy:", "  old: {name: Old Inc., role: processor, service: Reads, country: IN}\n  spy:"
    )
    work.write("notice.yaml", old)
    rebase(work)
    work.write("notice.yaml", old.replace("name: Spy Inc.", "name: Spies Inc."))

    found = run("--base", "main").of("transfer-basis-missing")

    assert {one["route"][1]: one["touched"] for one in found} == {"old": False, "spy": True}


def test_an_entry_is_touched_also_on_its_other_lines(work: Work) -> None:
    spy = ("name: Spy Inc.", "role: processor", "service: Looks", "country: IN", "purposes: [offers]")
    block = "  spy:\n" + "".join(f"    {line}\n" for line in spy)
    work.write("notice.yaml", with_spy().replace(SPY, block))
    rebase(work)
    work.write("notice.yaml", with_spy().replace(SPY, block.replace("Looks", "Listens")))

    found = run("--base", "main").of("transfer-basis-missing")

    assert [(one["route"], one["touched"]) for one in found] == [(["recipients", "spy", "country"], True)]


def test_a_line_that_only_moved_is_not_touched(work: Work) -> None:
    work.write("notice.yaml", with_spy())
    rebase(work)
    work.write("notice.yaml", "# A comment.\n\n" + with_spy())

    assert [one["touched"] for one in run("--base", "main").of("transfer-basis-missing")] == [False]


def test_in_a_new_notice_everything_is_touched(work: Work) -> None:
    work.write("third.yaml", with_spy(SOUND.replace("id: shop", "id: third")))

    found = run("--base", "main").of("transfer-basis-missing")

    assert [(one["path"], one["touched"]) for one in found] == [("third.yaml", True)]


def test_without_a_base_nothing_is_marked(work: Work) -> None:
    work.write("notice.yaml", with_spy())

    assert {one["touched"] for one in run().findings} == {False}


def test_only_what_was_asked_for_is_missed(work: Work) -> None:
    (work.folder / "notice.yaml").unlink()

    assert run("--base", "main", "second.yaml").of("gate-lowered") == []
    assert [one["path"] for one in run("--base", "main", ".").of("gate-lowered")] == ["notice.yaml"]


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (["--base", "nothing"], "is no commit, tag or branch"),
        (["--base", "--output=canary"], "not taken as a revision"),
        (["--base", "main..HEAD"], "without “..”"),
        (["--base", ""], "not taken as a revision"),
        (["--accept-weakening", "--reason", "Yes"], "needs --base"),
        (["--base", "main", "--update-baseline"], "do not go together"),
    ],
)
def test_what_cannot_be_done_is_told_and_is_two(work: Work, options: list[str], says: str) -> None:
    ran = run(*options)

    assert ran.status == 2
    assert says in ran.error
    assert "canary" not in work.files()


def test_a_shallow_clone_without_the_base_is_never_green(
    work: Work, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    work.commit()
    clone = tmp_path / "clone"
    work.git("clone", "--quiet", "--depth=1", "--branch=pr", f"file://{work.folder}", str(clone))
    monkeypatch.chdir(clone)

    ran = run("--base", "main")

    assert ran.status == 2
    assert "fetch-depth: 0" in ran.error


def test_outside_a_repository_there_is_no_base(
    work: Work, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "plain").mkdir()
    (tmp_path / "plain" / "notice.yaml").write_text(SOUND, encoding="utf-8")
    monkeypatch.chdir(tmp_path / "plain")

    ran = run("--base", "main")

    assert (ran.status, "in no git repository" in ran.error) == (2, True), work.folder


def test_settings_outside_the_repository_are_no_base(work: Work, tmp_path: Path) -> None:
    (tmp_path / "elsewhere.yaml").write_text("language: en\n", encoding="utf-8")

    ran = run("--base", "main", "--config", str(tmp_path / "elsewhere.yaml"))

    assert (ran.status, "in the repository" in ran.error) == (2, True), work.folder


def test_settings_that_are_a_link_in_the_base_are_refused(work: Work) -> None:
    (work.folder / "notice-lint.yaml").rename(work.folder / "shared.yaml")
    (work.folder / "notice-lint.yaml").symlink_to("shared.yaml")
    rebase(work)

    ran = run("--base", "main")

    assert (ran.status, "is a link in main" in ran.error) == (2, True)


def test_what_git_ignores_in_the_base_or_the_command_line_leaves_out_is_not_missed(work: Work) -> None:
    work.write("drafts/notice.yaml", with_spy(SOUND.replace("id: shop", "id: draft")))
    work.git("add", "--all")
    work.write(".gitignore", "drafts/\n")
    rebase(work)
    assert "drafts/notice.yaml" in work.git("ls-files")

    assert run("--base", "main").of("gate-lowered") == []
    assert run("--base", "main", "--exclude", "legal/**").of("gate-lowered") == []


def test_notices_that_the_settings_name_are_missed_as_well(work: Work) -> None:
    work.write("notice-lint.yaml", f"{SETTINGS}notices: ['*.yaml', 'legal/*.yaml']\nexclude: [second.yaml]\n")
    rebase(work)
    (work.folder / "second.yaml").unlink()
    (work.folder / "notice.yaml").unlink()
    work.write("other.yaml", SOUND.replace("id: shop", "id: other"))

    assert [one["path"] for one in run("--base", "main").of("gate-lowered")] == ["notice.yaml"]
