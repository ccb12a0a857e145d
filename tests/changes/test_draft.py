"""The skeleton of changes.yaml: it can be filled in as it is, and never repeats what is there."""

from datetime import date

import pytest

from notice_lint.changes.authored import apply, changes_file
from notice_lint.changes.change import Authored, Change
from notice_lint.i18n import Text, catalogue
from notice_lint.reports.changes.draft import draft
from notice_lint.source.parse import parse
from tests.changes.made import APOSTROPHE, BILLING, CHANGES, HELPDESK, OFFICER, SECURITY, result
from tests.hostile import BREAKERS


def drafted(*changes: Change, whole: bool = True, language: str = "en") -> str:
    """Return the skeleton."""
    return draft(result(*changes), catalogue(language), "changes.yaml", whole=whole)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_skeleton_is_a_sound_file(language: str) -> None:
    file = changes_file(parse(drafted(*CHANGES, language=language), "changes.yaml"), "fr")

    assert all(entry.between == ("2024-09", "2025-06") for entry in file.entries.values())
    assert file.entries[HELPDESK.fingerprint].code == HELPDESK.code


def test_it_names_what_lacks_a_reason_or_a_class_and_nothing_else() -> None:
    text = drafted(*CHANGES)

    assert HELPDESK.fingerprint in text
    assert SECURITY.fingerprint in text
    for change in (BILLING, OFFICER, APOSTROPHE):
        assert change.fingerprint not in text


def test_it_says_in_words_what_changed() -> None:
    text = drafted(BILLING._replace(authored=None))

    assert "#   before: 3 years (P3Y)" in text
    assert "#   after: 10 years (P10Y)" in text
    assert "#   asks for: tell people well in advance" in text


def test_an_entry_that_stands_in_the_file_is_only_reminded_of() -> None:
    known = SECURITY._replace(authored=Authored(reason=Text({"fr": "Parce que."})))
    file = changes_file(parse(drafted(known), "changes.yaml"), "fr")

    assert file.entries == {}
    assert f'# "{SECURITY.fingerprint}":' in drafted(known)


def test_a_review_that_is_filled_in_is_settled() -> None:
    text = drafted(SECURITY).replace("# acknowledged", "acknowledged")
    text = text.replace("by: …, when: …, duty: …", "by: J. Exemple, when: 2025-05-01, duty: notify")
    file = changes_file(parse(text, "changes.yaml"), "fr")
    (change,), remarks = apply([SECURITY], file, date(2025, 5, 10), ("2024-09", "2025-06"))

    assert change.duty == "notify"
    assert remarks == ()


def test_where_nothing_is_missing_it_says_so_in_a_comment() -> None:
    assert drafted(BILLING).startswith("# Nothing is missing")


def test_lines_for_a_file_that_exists_do_not_begin_it_anew() -> None:
    assert "format: 1" in drafted(HELPDESK, whole=True)
    assert "format: 1" not in drafted(HELPDESK, whole=False)


@pytest.mark.parametrize("hostile", [*BREAKERS, "a\nformat: 2", "x\n  evil: {}", "\u2028- y"])
def test_no_text_of_a_notice_can_leave_its_comment(hostile: str) -> None:
    subject = HELPDESK.subject._replace(label=hostile, id=hostile)
    text = drafted(HELPDESK._replace(subject=subject, shown_after=hostile, code="recipient.replaced"))
    file = changes_file(parse(text, "changes.yaml"), "fr")

    assert len(file.entries) == 1
    assert next(iter(file.entries.values())).code == "recipient.replaced"
