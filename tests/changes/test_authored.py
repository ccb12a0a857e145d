"""The author's words in changes.yaml: what counts, what does not, and what is said of that."""

from datetime import date

import pytest

from notice_lint.changes.authored import (
    ChangesFile,
    InvalidChangesFile,
    apply,
    changes_file,
    read_changes,
    settled,
)
from notice_lint.changes.change import Change, Duty
from notice_lint.i18n import catalogue
from notice_lint.source.parse import parse
from tests.changes.made import BILLING, CHANGES, HELPDESK, SECURITY
from tests.conftest import ROOT

TODAY = date(2025, 5, 10)
_HEAD = "format: 1\nchanges:\n"


def file(text: str) -> ChangesFile:
    """Return a file with these entries."""
    return changes_file(parse(f"format: 1\nchanges:\n{text}", "changes.yaml"), "fr")


def entry(change: Change, *lines: str) -> str:
    """Return the entry of a change."""
    return f'  "{change.fingerprint}":\n' + "".join(f"    {line}\n" for line in lines)


def applied(text: str, *changes: Change) -> tuple[Change, ...]:
    """Return the changes with what the file says."""
    return apply(changes, file(text), TODAY)[0]


def remarked(text: str, *changes: Change, between: tuple[str, str] = ("1", "2")) -> list[str]:
    """Return the kinds of what is remarked on the file."""
    return [remark.kind for remark in apply(changes, file(text), TODAY, between)[1]]


def test_edge_89_words_find_their_change_by_its_fingerprint() -> None:
    text = entry(HELPDESK, "reason: Un nouveau prestataire.", "nature: supplier", "choices: [Écrivez-nous.]")
    (change,) = applied(text, HELPDESK)

    assert change.authored is not None
    assert change.authored.reason == {"fr": "Un nouveau prestataire."}
    assert change.authored.nature == "supplier"
    assert change.authored.choices == ({"fr": "Écrivez-nous."},)


def test_a_reason_changes_nothing_but_the_words() -> None:
    (change,) = applied(entry(HELPDESK, "reason: Parce que."), HELPDESK)

    assert change._replace(authored=None) == HELPDESK


def test_an_acknowledgement_with_a_duty_settles_a_review() -> None:
    text = entry(SECURITY, "acknowledged: {by: J. Exemple, when: 2025-05-01, duty: publish}")
    (change,) = applied(text, SECURITY)

    assert change.duty is Duty.PUBLISH
    assert settled(change)


def test_an_acknowledgement_without_a_duty_leaves_a_review_open_and_is_remarked() -> None:
    text = entry(SECURITY, "acknowledged: {by: J. Exemple, when: 2025-05-01}")
    (change,) = applied(text, SECURITY)

    assert change.duty is Duty.REVIEW
    assert not settled(change)
    assert remarked(text, SECURITY) == ["no-duty"]


def test_edge_89_an_acknowledgement_counts_on_its_last_day_and_no_longer() -> None:
    text = entry(SECURITY, "acknowledged: {by: J, when: 2025-01-01, until: 2025-05-10, duty: editorial}")

    on_the_day = apply([SECURITY], file(text), date(2025, 5, 10))
    after = apply([SECURITY], file(text), date(2025, 5, 11))

    assert on_the_day[0][0].duty is Duty.EDITORIAL
    assert after[0][0].duty is Duty.REVIEW
    assert [remark.kind for remark in after[1]] == ["expired"]


def test_edge_89_an_acknowledgement_lapses_when_the_value_changes_again() -> None:
    text = entry(BILLING, "acknowledged: {by: J, when: 2025-01-01, duty: publish}")
    again = BILLING._replace(after="P12Y")

    assert applied(text, again) == (again,)
    assert remarked(text, again) == ["unknown"]


def test_a_value_that_changed_again_is_named_by_its_new_fingerprint() -> None:
    text = entry(BILLING, "code: retention.lengthened", "subject: retention billing")
    again = BILLING._replace(after="P12Y")
    (remark,) = apply([again], file(text), TODAY)[1]

    assert remark.now == again.fingerprint


@pytest.mark.parametrize(
    ("between", "kinds"),
    [(("1", "2"), ["unknown"]), (("2", "2"), []), (("1", "3"), []), (("", "2"), [])],
)
def test_an_entry_about_other_versions_may_match_nothing(between: tuple[str, str], kinds: list[str]) -> None:
    text = '  "0000000000000000": {from: "1", to: "2"}\n'

    assert remarked(text, BILLING, between=between) == kinds


def test_a_duty_may_be_raised_in_silence_and_lowered_aloud() -> None:
    raised = entry(BILLING, "acknowledged: {by: J, when: 2025-01-01, duty: prior-notice}")
    lowered = entry(BILLING, "acknowledged: {by: J, when: 2025-01-01, duty: notify}")

    assert remarked(raised, BILLING) == []
    assert remarked(lowered, BILLING) == ["lowered"]
    assert applied(lowered, BILLING)[0].duty is Duty.NOTIFY


def test_nothing_is_lost_or_reordered_by_the_file() -> None:
    text = entry(BILLING, "reason: Parce que.") + entry(HELPDESK, "nature: supplier")

    assert [change.fingerprint for change in applied(text, *CHANGES)] == [c.fingerprint for c in CHANGES]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("format: 2\n", 1),
        ("format: 1\nchange: {}\n", 2),
        ('format: 1\nchanges:\n  "0123": {nature: legal}\n', 3),
        ('format: 1\nchanges:\n  "0123456789abcdef": {nature: new}\n', 3),
        ('format: 1\nchanges:\n  "0123456789abcdef": {acknowledged: {by: J}}\n', 3),
        ('format: 1\nchanges:\n  "0123456789abcdef": {acknowledged: {by: J, when: 2025-13-01}}\n', 3),
        (_HEAD + '  "0123456789abcdef": {acknowledged: {by: J, when: 2025-01-01, duty: review}}', 3),
        ('format: 1\nchanges:\n  "0123456789abcdef": {}\n  "0123456789abcdef": {}\n', 4),
        ("format: 1\nchanges:\n  0123456789012345: {}\n", 3),
        ("[]\n", 1),
        ("format: 1\nannouncements: {a: {channel: email}}\n", 2),
    ],
)
def test_what_is_wrong_in_the_file_is_refused_with_its_line(text: str, line: int) -> None:
    with pytest.raises(InvalidChangesFile) as refused:
        changes_file(parse(text, "changes.yaml"), "fr")

    assert [mistake.span.line for mistake in refused.value.mistakes] == [line]
    for language in ("en", "fr"):
        sentence = catalogue(language).arg(refused.value.mistakes[0].detail)
        assert sentence
        assert "{" not in sentence


def test_a_word_that_is_nearly_right_is_suggested() -> None:
    text = 'format: 1\nchanges:\n  "0123456789abcdef": {nature: leagl}\n'
    with pytest.raises(InvalidChangesFile) as refused:
        changes_file(parse(text, "changes.yaml"), "fr")

    assert "legal" in catalogue("en").arg(refused.value.mistakes[0].detail)


def test_the_example_file_is_sound() -> None:
    path = ROOT / "examples/clearnox/changes.yaml"
    found = read_changes(path, "examples/clearnox/changes.yaml", "fr")

    assert all(one.says.reason for one in found.entries.values() if one.says.nature)
    assert "2026-12" in found.announcements
