"""Counsel's report: everything that is known of every change, and what is left to people."""

import re
from datetime import date

import pytest

from notice_lint.changes.authored import (
    Announcement,
    ChangesFile,
    apply,
    changes_file,
)
from notice_lint.changes.change import Change, Duty
from notice_lint.changes.comparison import Suggestion
from notice_lint.i18n import catalogue
from notice_lint.reports.changes.formats import report
from notice_lint.reports.changes.result import ChangeResult, RoundTrip, list_hash
from notice_lint.run.lead import lead_of
from notice_lint.source.parse import parse
from tests.changes.made import (
    ACKNOWLEDGED,
    BILLING,
    CHANGES,
    HELPDESK,
    NEW,
    NEWSLETTER,
    OLD,
    SECURITY,
    result,
)


def page(found: ChangeResult, language: str = "en", form: str = "markdown") -> str:
    """Return counsel's report without what Markdown escapes."""
    return report(found, catalogue(language), "counsel", form, "changes.yaml").replace("\\", "")


def row(found: ChangeResult, change: Change) -> list[str]:
    """Return the cells of a change's row in the table of all changes."""
    rows = [line for line in page(found).splitlines() if change.fingerprint in line and line.startswith("|")]
    return [cell.strip() for cell in rows[0].strip("|").split("|")]


def test_a_row_has_all_that_counsel_asks_for() -> None:
    cells = row(result(*CHANGES), BILLING)

    assert cells[1:3] == ["tell people well in advance", "less protective"]
    assert cells[4] == "3 years (P3Y) → 10 years (P10Y)"
    assert "GDPR Art. 13(2)(a)" in cells[5]
    assert cells[3].endswith("`retention.lengthened`")
    assert cells[6:] == [
        "`10:5 → 20:5`",
        "Tax law requires us to keep invoices.",
        f"`{BILLING.fingerprint}`",
    ]


def test_each_change_names_both_files_with_line_and_column() -> None:
    assert "Places: `versions/2024-09.yaml:10:5` → `notice.yaml:20:5`" in page(result(BILLING))


def test_french_counsel_reads_french_citations() -> None:
    assert "RGPD, art. 13, § 2, a)" in page(result(BILLING), "fr")


def test_an_acknowledgement_is_shown_with_who_and_when() -> None:
    text = f'format: 1\nchanges:\n  "{SECURITY.fingerprint}":\n    acknowledged: '
    text += "{by: J. Exemple, when: 2025-05-01, until: 2026-05-01, duty: publish}\n"
    file = changes_file(parse(text, "changes.yaml"), "fr")
    told, _ = apply([SECURITY], file, date(2025, 5, 10))

    assert row(result(*told), SECURITY)[-2] == "J. Exemple, 1 May 2025, until 1 May 2026"
    assert "publish in the list of changes (of the code itself: to be reviewed" in page(result(*told))


def test_every_text_is_shown_word_by_word_with_what_it_touches() -> None:
    text = page(result(SECURITY))

    assert "Texts, word by word (French)" in text
    assert "Touches: negation" in text
    assert "Nous <del>ne </del>vendons <del>pas </del>vos données." in text


def test_the_undecided_are_listed_with_what_to_do() -> None:
    suggestion = Suggestion("recipients", "helpdesk-fr", "helpco", "similar")
    text = page(result(*CHANGES, suggestions=(suggestion,))).partition("## What was not decided")[2]

    assert "1 change has to be classed by a person" in text
    assert "“helpco” looks much like “helpdesk-fr”" in text
    assert "`previous_ids: [helpdesk-fr]`" in text


def test_a_decided_list_says_so() -> None:
    assert "Nothing: every change has a duty." in page(result(BILLING))


def test_what_came_and_went_is_told_to_counsel_also_in_the_net_view() -> None:
    trip = RoundTrip(NEWSLETTER.subject, ("purpose.added", "purpose.removed"), (OLD, NEW))

    assert "Came and went in between" in page(result(BILLING, round_trips=(trip,)))


def test_the_sign_off_names_the_list_and_is_unsigned() -> None:
    found = result(*CHANGES)

    assert page(found).count(list_hash(found)) == 2
    assert "________" in page(found)


@pytest.mark.parametrize(
    ("published", "effective", "said"),
    [
        ("2025-05-02", "2025-06-01", "That is 30 days: the policy is kept."),
        ("2025-05-20", "2025-06-01", "That is 12 days: too short under your organisation's policy. "),
        ("2025-05-31", "2025-06-01", "That is 1 day: too short under your organisation's policy. "),
        ("2025-06-02", "2025-06-01", "The changes took effect before people were told. "),
        ("2025-05", "2025-06-01", "No day is given on which people are told"),
        ("2025-05-02", "2025-06", "The changes take effect in June 2025: no day is given"),
        ("", "2025-06-01", "No day is given on which people are told"),
        ("2025-05-02", "", "No day is given on which the changes take effect"),
    ],
)
def test_the_time_ahead_is_worked_out_and_never_guessed(published: str, effective: str, said: str) -> None:
    found = result(BILLING, new=NEW._replace(published=published, effective=effective))
    found = found._replace(lead=lead_of(found, ChangesFile(), {}))

    assert said in page(found)


def test_edge_90_a_time_that_is_too_short_names_the_earliest_day_and_whose_policy_it_is() -> None:
    found = result(BILLING, new=NEW._replace(published="2025-05-20"))
    found = found._replace(lead=lead_of(found, ChangesFile(), {}))
    text = page(found)

    assert "Earliest day under it: 19 June 2025." in text
    assert "Your organisation's policy is 30 days (P30D) ahead. The law gives no number" in text
    assert "GDPR requires" not in text


def test_the_policy_of_the_settings_counts_by_duty() -> None:
    found = result(BILLING)
    lead = lead_of(found, ChangesFile(), {"prior-notice": "P60D", "advance-notice": "P14D"})

    assert lead is not None
    assert (lead.policy, lead.enough) == ("P14D", True)


def test_an_announcement_counts_instead_of_the_publication() -> None:
    file = ChangesFile(announcements={"2025-06": Announcement("2025-05-25", "email")})
    lead = lead_of(result(BILLING), file, {})

    assert lead is not None
    assert (lead.given, lead.enough, lead.earliest) == (7, False, "2025-06-24")


def test_a_review_counts_as_if_it_asked_for_time() -> None:
    lead = lead_of(result(SECURITY), ChangesFile(), {})

    assert lead is not None
    assert lead.duty is Duty.REVIEW
    assert lead_of(result(NEWSLETTER), ChangesFile(), {}) is None


def test_the_terminal_gets_a_table_that_fits() -> None:
    text = page(result(*CHANGES, HELPDESK), form="text")

    assert max(len(re.sub(r"<[^>]*>", "", line)) for line in text.splitlines()) <= 100
    assert ACKNOWLEDGED.by not in text
