"""Can a pull request switch off its own gate? Each way works without `--base`, and fails with it."""

import shutil
from collections.abc import Callable

import pytest

from tests.repositories import Work
from tests.run.gate.pull_request import RULE, SETTINGS, SOUND, SPY, run, with_person, with_spy

Bypass = Callable[[Work], None]


def _settings(more: str) -> Bypass:
    def bypass(work: Work) -> None:
        work.write("notice.yaml", with_spy())
        work.write("notice-lint.yaml", SETTINGS + more)

    return bypass


def _pack(path: str, before: str, after: str) -> Bypass:
    def bypass(work: Work) -> None:
        work.write("notice.yaml", with_person())
        file = work.folder / path
        text = file.read_text(encoding="utf-8")
        assert before in text
        file.write_text(text.replace(before, after), encoding="utf-8")

    return bypass


def _settings_deleted(work: Work) -> None:
    work.write("notice.yaml", with_person())
    (work.folder / "notice-lint.yaml").unlink()


def _settings_in_pyproject(work: Work) -> None:
    _settings_deleted(work)
    work.write("pyproject.toml", "[tool.notice-lint]\nlanguage = 'en'\n")


def _rule_deleted(work: Work) -> None:
    work.write("notice.yaml", with_person())
    other = (
        RULE.replace("our-owner-missing", "our-other")
        .replace("OUR1", "OUR2")
        .replace("company]", "person, company]")
    )
    (work.folder / "our-rules" / "our-owner-missing.yaml").unlink()
    example = other.replace(
        "kind: person}}, finds: [controller.kind]", "kind: public-authority}}, finds: [controller.kind]"
    )
    work.write("our-rules/our-other.yaml", example)


def _ignored(work: Work) -> None:
    text = with_spy().replace(
        SPY, SPY.rstrip() + "  # notice-lint: ignore[transfer-basis-missing] -- Later.\n"
    )
    work.write("notice.yaml", text)


def _baselined(work: Work) -> None:
    work.write("notice.yaml", with_spy())
    found = run()
    work.write("notice-lint.yaml", f"{SETTINGS}baseline: baseline.yaml\n")
    entries = "".join(
        f"        - {{rule: {one['rule']}, fingerprint: '{one['fingerprint']}'}}\n"
        for one in found.of("transfer-basis-missing")
    )
    head = "baseline: 1\naccepted:\n  - reason: It was there.\n    added: 2026-11-01\n    findings:\n"
    work.write("baseline.yaml", f"{head}      notice.yaml:\n{entries}")


def _moved(path: str) -> Bypass:
    def bypass(work: Work) -> None:
        (work.folder / "notice.yaml").unlink()
        work.write(path, with_spy())

    return bypass


def _deleted(work: Work) -> None:
    (work.folder / "notice.yaml").unlink()


def _gitignored(work: Work) -> None:
    work.write("notice.yaml", with_spy())
    work.write(".gitignore", "notice.yaml\n")


def _in_an_environment(work: Work) -> None:
    work.write("legal/notice.yaml", with_spy(SOUND.replace("id: shop", "id: legal")))
    work.write("legal/pyvenv.cfg", "")


def _behind_a_link(work: Work) -> None:
    work.write("hidden.d/notice.yaml", with_spy(SOUND.replace("id: shop", "id: legal")))
    shutil.rmtree(work.folder / "legal")
    shutil.move(work.folder / "hidden.d", work.folder / ".hidden")
    (work.folder / "legal").symlink_to(".hidden")


def _no_notice(work: Work) -> None:
    work.write("second.yaml", with_spy().replace("format: 1\n", "Format: 1\n"))


def _regimes(work: Work) -> None:
    text = with_person().replace("  language: en\n", "  language: en\n  regimes: [ch-fadp]\n", 1)
    assert "ch-fadp" in text
    work.write("notice.yaml", text)


def _unassumed(work: Work) -> None:
    """A framework that falls in the base's eyes is relied on, and the assumption goes."""
    certified = "transfer: {basis: adequacy, framework: eu-us-dpf, certified: 2026-10-01}"
    work.write("notice.yaml", with_spy().replace("country: IN", f"country: US, {certified}"))
    work.write("notice-lint.yaml", "rules: [our-rules]\n")


def _folder_taken_out(work: Work) -> None:
    work.write("notice.yaml", with_person())
    work.write("notice-lint.yaml", "assume: [eu-us-dpf=void]\n")


BYPASSES: dict[str, Bypass] = {
    "a skip": _settings("skip: [{rule: transfer-basis-missing, reason: Later.}]\n"),
    "a skip by code": _settings("skip: [{rule: TR01, reason: Later.}]\n"),
    "a skip for one notice": _settings(
        "overrides: [{notices: ['**'], skip: [{rule: TR01, reason: Later.}]}]\n"
    ),
    "a lower severity": _settings("severity: {transfer-basis-missing: {severity: note, reason: Later.}}\n"),
    "a lower severity for one notice": _settings(
        "overrides: [{notices: ['notice.yaml'], severity: {TR01: {severity: note, reason: Later.}}}]\n"
    ),
    "a higher limit": _settings("fail_on: never\n"),
    "a higher limit for one notice": _settings("overrides: [{notices: ['notice.yaml'], fail_on: never}]\n"),
    "only some rules": _settings("only: {rules: [retention-vague], reason: We begin there.}\n"),
    "a pack switched off": _settings("packs: {transfers: {off: true, reason: Later.}}\n"),
    "notices left out": _settings("exclude: ['notice.yaml']\n"),
    "fewer notices": _settings("notices: ['second.yaml']\n"),
    "an assumption that is gone": _unassumed,
    "the settings deleted": _settings_deleted,
    "other settings instead": _settings_in_pyproject,
    "a folder of rules taken out": _folder_taken_out,
    "a rule deleted": _rule_deleted,
    "a rule that is graded lower": _pack(
        "our-rules/our-owner-missing.yaml", "severity: error", "severity: note"
    ),
    "a rule with another condition": _pack(
        "our-rules/our-owner-missing.yaml",
        "for_each: controller\n",
        "for_each: controller\nwhere: {kind: {is: company}}\n",
    ),
    "a rule for another law": _pack(
        "our-rules/our-owner-missing.yaml", "regimes: [eu-gdpr]\nexamples", "regimes: [uk-gdpr]\nexamples"
    ),
    "an ignore": _ignored,
    "a baseline": _baselined,
    "a notice among the old versions": _moved("versions/notice.yaml"),
    "a notice in a hidden folder": _moved(".hidden/notice.yaml"),
    "a notice under another ending": _moved("notice.yaml.txt"),
    "a notice deleted": _deleted,
    "a notice that git is told to ignore": _gitignored,
    "a notice in a folder that looks like an environment": _in_an_environment,
    "a notice in a folder that is a link": _behind_a_link,
    "a notice that says it is none": _no_notice,
    "a notice under another law": _regimes,
}


_OUT_OF_SIGHT = ("a notice among", "a notice in", "a notice under another ending", "a notice deleted")
_OUT_OF_SIGHT_TOO = ("a notice that git", "a notice that says")


@pytest.mark.parametrize("name", BYPASSES)
def test_a_pull_request_cannot_switch_off_its_gate(work: Work, name: str) -> None:
    BYPASSES[name](work)
    work.commit()
    assert run().status == 0, "the bypass would not have worked"

    guarded = run("--base", "main")

    assert guarded.status == 1
    assert guarded.of("gate-lowered")
    found = [one for one in guarded.findings if one["rule"] != "gate-lowered" and not one["ignored"]]
    assert found or name.startswith((*_OUT_OF_SIGHT, *_OUT_OF_SIGHT_TOO)), "it is hidden all the same"


@pytest.mark.parametrize("name", BYPASSES)
def test_what_is_accepted_counts_and_is_named(work: Work, name: str) -> None:
    BYPASSES[name](work)
    work.commit()

    accepted = run("--base", "main", "--accept-weakening", "--reason", "Label set by J. Doe")

    assert accepted.status == 0
    lowered = [one["ignored"] for one in accepted.findings if one["rule"] == "gate-lowered"]
    assert lowered
    assert {(one["how"], one["reason"]) for one in lowered} == {("accepted", "Label set by J. Doe")}


def test_the_base_is_sound_and_so_is_a_pull_request_that_changes_nothing(work: Work) -> None:
    assert (run().status, run("--base", "main").status) == (0, 0), work.folder


def test_there_are_at_least_eight_ways() -> None:
    assert len(BYPASSES) >= 8
