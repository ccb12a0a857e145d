"""The readers' page: what changes for me, from when, what can I do; nothing hidden, nothing invented."""

import json
import re

import pytest

from notice_lint.changes.change import Authored, Change, Duty, Redline
from notice_lint.i18n import Term, catalogue
from notice_lint.pages.inline import words_of
from notice_lint.reports.changes.formats import FORMATS, report
from notice_lint.reports.changes.result import RoundTrip, Step
from notice_lint.reports.changes.sections import Section, section, sections
from notice_lint.reports.changes.short import MOST
from notice_lint.reports.changes.wording import headline
from tests.changes.made import (
    ACME,
    APOSTROPHE,
    BILLING,
    CHANGES,
    HELPDESK,
    NEW,
    NEWSLETTER,
    OFFICER,
    OLD,
    SECURITY,
    STATISTICS,
    result,
    texts,
)
from tests.hostile import BREAKERS

NBSP = "\u00a0"
_FORMS = [(audience, form) for audience, forms in FORMATS.items() for form in forms]


def page(*changes: Change, language: str = "en", form: str = "text", **more: object) -> str:
    """Return the readers' page; lines are joined, so that words can be looked for."""
    return report(result(*changes, **more), catalogue(language), "readers", form, "changes.yaml")


def flat(text: str) -> str:
    """Return a page on one line."""
    return re.sub(r"[ \n]+", " ", text)


def test_the_first_screen_says_what_from_when_and_what_one_can_do() -> None:
    first = flat(page(*CHANGES).partition("Changes that affect you (")[0])

    assert "What has changed in our privacy notice since November 2024" in first
    assert "These changes apply from 1 June 2025." in first
    assert "3 changes that affect you · 1 change in your favour · 1 other change" in first
    assert "Object: privacy@acme.example (Acme SAS)" in first
    assert "Object to the use of your data, for: Product statistics" in first
    assert "Ask a question, or use your rights: privacy@acme.example" in first


def test_edge_92_the_first_screen_in_french_is_typeset_as_french() -> None:
    first = flat(page(*CHANGES, language="fr").partition("Changements qui vous concernent (")[0])

    assert "Ce qui a changé dans notre notice de confidentialité depuis novembre 2024" in first
    assert "Ces changements s’appliquent à partir du 1er juin 2025." in first
    assert "version du 1er juin 2025 · remplace la version du 1er septembre 2024" in first
    assert f"exercer vos droits{NBSP}: privacy@acme.example" in first
    assert not re.search(" [:;!?»]|« ", first)


@pytest.mark.parametrize(
    ("title", "english", "french"),
    [
        ("Politique de confidentialité", "privacy policy", "politique de confidentialité"),
        ("Déclaration de protection des données", "privacy statement", "déclaration de confidentialité"),
        ("Charte « vie privée »", "privacy charter", "charte de confidentialité"),
        ("Privacy & Cookie Notice", "privacy notice", "notice de confidentialité"),
        ("Datenschutz", "privacy notice", "notice de confidentialité"),
        ("Une noticeable erreur", "privacy notice", "notice de confidentialité"),
    ],
)
def test_the_document_is_called_what_its_title_calls_it(title: str, english: str, french: str) -> None:
    about = ACME._replace(title=texts(title, title))

    assert f"in our {english} since" in page(BILLING, about=about)
    assert f"dans notre {french} depuis" in page(BILLING, about=about, language="fr")


@pytest.mark.parametrize(
    ("asked", "english", "french"),
    [
        ("2024-11", "since November 2024", "depuis novembre 2024"),
        ("2024-11-01", "since 1 November 2024", "depuis le 1er novembre 2024"),
        ("2024", "since 2024", "depuis 2024"),
        ("", "since version 2024-09", "depuis la version 2024-09"),
    ],
)
def test_the_title_says_since_when(asked: str, english: str, french: str) -> None:
    assert page(BILLING, asked=asked).splitlines()[0].endswith(english)
    assert page(BILLING, asked=asked, language="fr").splitlines()[0].endswith(french)


@pytest.mark.parametrize(
    ("effective", "english", "french"),
    [
        ("2025-06-01", "apply from 1 June 2025", "à partir du 1er juin 2025"),
        ("2025-04", "apply from April 2025", "dès avril 2025"),
        ("2025", "apply from 2025", "dès 2025"),
    ],
)
def test_the_day_of_effect_is_as_precise_as_the_notice(effective: str, english: str, french: str) -> None:
    new = NEW._replace(effective=effective)

    assert english in flat(page(BILLING, new=new))
    assert french in flat(page(BILLING, new=new, language="fr"))


def test_without_a_date_of_effect_none_is_invented() -> None:
    new = NEW._replace(effective="", published="")

    assert "does not say from when these changes apply" in flat(page(BILLING, new=new))
    assert "Now" in page(BILLING, new=new)


def test_french_months_with_a_vowel_elide() -> None:
    assert "remplace la version d’avril 2024" in page(
        BILLING, language="fr", old=OLD._replace(effective="2024-04")
    )
    assert "remplace la version de mars 2024" in page(
        BILLING, language="fr", old=OLD._replace(effective="2024-03")
    )


@pytest.mark.parametrize(
    ("count", "english", "french"),
    [
        (0, "0 changes that affect you", "0 changement qui vous concerne"),
        (1, "1 change that affects you", "1 changement qui vous concerne"),
        (2, "2 changes that affect you", "2 changements qui vous concernent"),
    ],
)
def test_edge_92_none_one_and_two_are_counted_as_each_language_counts(
    count: int, english: str, french: str
) -> None:
    changes = (BILLING, HELPDESK)[:count] or (NEWSLETTER,)

    assert english in page(*changes)
    assert french in page(*changes, language="fr")


def test_favourable_changes_do_not_pad_the_top() -> None:
    text = page(*CHANGES)
    top, _, rest = text.partition("In your favour (1)")

    assert "Measure whether our letters are opened." not in top
    assert "Measure whether our letters are opened." in rest


def test_before_and_after_stand_side_by_side_with_the_day() -> None:
    text = page(BILLING)

    assert re.search(r"^Before +3 years$", text, re.MULTILINE)
    assert re.search(r"^From 1 June 2025 +10 years$", text, re.MULTILINE)


def test_a_reason_is_marked_as_the_organisation_s() -> None:
    assert re.search(
        r"^Why \(Acme SAS\) +Tax law requires us to keep invoices\.$", page(BILLING), re.MULTILINE
    )


def test_where_no_reason_is_given_none_is_invented() -> None:
    assert "Why" not in page(HELPDESK)
    assert "Raison" not in page(HELPDESK, language="fr")


def test_only_the_author_says_that_something_is_done_anew() -> None:
    plain = page(HELPDESK)
    new = page(HELPDESK._replace(authored=Authored(nature="new_processing")))

    assert "not done before" not in plain
    assert "not done before" in flat(new)


def test_rights_gained_and_lost_are_told() -> None:
    text = flat(page(STATISTICS))

    assert "new: you can object · no longer: receive these data in a portable format" in text


def test_a_text_under_review_is_shown_as_it_was_and_as_it_is() -> None:
    french = page(SECURITY, language="fr")
    english = page(SECURITY, form="html")

    assert "Nous [-ne -]vendons [-pas -]vos données." in french
    assert "<del>" in page(SECURITY, language="fr", form="html")
    assert '<span lang="fr">Nous ne vendons pas vos données.</span>' in english
    assert "Passages in other words (1)" in english


def test_a_text_of_which_nearly_every_word_is_another_is_shown_as_two() -> None:
    pieces = (("removed", "Une phrase tout autre, et longue."), ("added", "Rien de semblable ici."))
    other = SECURITY._replace(redlines=(Redline("fr", pieces),))

    assert "[-" not in page(other, language="fr")
    assert "Nous vendons vos données." in page(other, language="fr")


def test_a_long_list_is_shortened_on_its_line_and_stands_in_full_below() -> None:
    names = tuple(texts(f"Finalité numéro {number} de la liste", "") for number in range(9))
    longer = HELPDESK._replace(shown_after=Term("list", names))
    text = page(longer)

    assert "6 more" in text
    assert "From 1 June 2025 (9)" in text
    assert all(flat(text).count(f"Finalité numéro {number} de la liste") >= 1 for number in range(9))


def test_a_sentence_in_a_headline_stands_in_quotation_marks_and_is_given_in_full() -> None:
    label = texts("", "To " + "tell you much about everything, " * 9 + "at last.")
    text = flat(page(BILLING._replace(subject=BILLING.subject._replace(label=label))))

    assert "1. “To tell you much" in text
    assert "at last." in text


def test_data_are_told_with_the_occasion_on_which_they_are_collected() -> None:
    subject = BILLING.subject._replace(kind="categories", id="order/contact")
    change = BILLING._replace(subject=subject, route=("collections", "order", "categories", "contact"))
    occasions = {"order": texts("Vous commandez", "You order")}

    assert re.search("^Occasion +You order$", page(change, occasions=occasions), re.MULTILINE)


def test_edge_75_no_version_differs_gives_the_fixed_sentence() -> None:
    assert "No change: both versions say the same." in page()
    assert f"Aucun changement{NBSP}: les deux versions disent la même chose." in flat(page(language="fr"))


def test_edge_80_where_there_was_no_version_yet_the_page_says_so() -> None:
    text = flat(page(old=None, first="2025-06-01", asked="2024-11"))

    assert "It was first published on 1 June 2025." in text


def test_what_people_fear_and_was_not_found_is_listed() -> None:
    absent = page(OFFICER).partition("Not among the changes")[2]

    assert "a new purpose" in absent
    assert "a new recipient" not in page(HELPDESK).partition("Not among the changes")[2]


def test_a_quotation_names_its_language_where_it_is_not_the_reader_s() -> None:
    only_french = NEWSLETTER._replace(shown_before=texts("Mesurer l’ouverture.", ""))

    assert '<span lang="fr">Mesurer l’ouverture.</span>' in page(only_french, form="html")
    assert '<span lang="fr">' not in page(NEWSLETTER, form="html", language="fr")


def test_every_change_has_one_section_and_the_totals_are_those_of_the_list() -> None:
    whole = result(*CHANGES)
    counted = sections(whole.changes)

    assert sum(len(members) for members in counted.values()) == len(CHANGES)
    assert section(SECURITY) is Section.REWORDED
    assert section(SECURITY._replace(duty=Duty.NOTIFY)) is Section.AFFECTS
    assert section(APOSTROPHE) is Section.FORM


def test_what_says_the_same_of_several_things_is_shown_once_with_all_of_them() -> None:
    labels = [texts(f"Hôte {name}", f"Host {name}") for name in "ABCD"]
    subjects = [HELPDESK.subject._replace(id=f"host-{n}", label=label) for n, label in enumerate(labels)]
    changes = [HELPDESK._replace(subject=subject, authored=None, redlines=()) for subject in subjects]
    text = flat(page(*changes))
    apart = flat(page(changes[0], changes[1]._replace(shown_after=texts("Nulle part", "Nowhere"))))

    assert "1–4. Host A, Host B, Host C, 1 more" in text
    assert "Host D" in text
    assert "4 changes that affect you" in text
    assert "1. Host A" in apart
    assert "2. Host B" in apart


def test_what_is_added_or_dropped_is_not_shown_as_all_that_there_is() -> None:
    wider = NEWSLETTER._replace(code="purpose.widened", shown_before=None, shown_after=texts("Nom", "Name"))
    narrower = wider._replace(code="purpose.narrowed", shown_before=texts("Nom", "Name"), shown_after=None)

    assert re.search("^In addition from 1 June 2025 +Name$", page(wider), re.MULTILINE)
    assert re.search("^No longer +Name$", page(narrower), re.MULTILINE)
    assert "Before" not in page(narrower)


def test_data_that_were_collected_before_are_told_with_the_further_occasion() -> None:
    occasion = texts("Vous commandez", "You order")
    again = BILLING._replace(code="category.added", args={"occasion": occasion})

    assert "Billing records: collected on a further occasion (You order)" in flat(page(again))
    assert "collecte à une occasion de plus (Vous commandez)" in flat(page(again, language="fr"))


def test_a_headline_begins_with_a_capital_and_a_name_stays_as_it_is() -> None:
    words = catalogue("en")
    part = BILLING.subject._replace(label=Term("part", "requests"))
    own = BILLING.subject._replace(label=texts("données", "billing records"))
    name = BILLING.subject._replace(label="eDesk")
    begun = [flat(words_of(headline(BILLING._replace(subject=one), words))) for one in (part, own, name)]

    assert [line.partition(":")[0] for line in begun] == ["Requests", "Billing records", "eDesk"]


def test_the_page_says_why_it_quotes_another_language() -> None:
    added = BILLING._replace(code="language.added", after="en", args={"language": "English"})

    assert "did not exist in English" in flat(page(added))
    assert "did not exist in English" not in flat(page(BILLING))
    assert "n’existait pas" not in flat(page(added, language="fr"))


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("form", ["text", "markdown", "html"])
def test_nothing_is_hidden_from_readers(form: str, language: str) -> None:
    text = flat(re.sub(r"<[^>]+>|\\", "", page(*CHANGES, language=language, form=form)))
    words = catalogue(language)
    machine = json.loads(page(*CHANGES, language=language, form="json"))

    ordered = [change for members in sections(result(*CHANGES).changes).values() for change in members]

    assert len(machine["changes"]) == len(ordered)
    for number, change in enumerate(ordered, 1):
        assert f"{number}. {flat(words_of(headline(change, words)))}" in text


def test_the_way_is_told_with_the_newest_version_first() -> None:
    middle = OLD._replace(version="2025-01", effective="2025-01-01")
    text = page(BILLING, steps=(Step(OLD, middle, (HELPDESK,)), Step(middle, NEW, (BILLING,))))

    assert text.index("version of 1 June 2025 (replaces") < text.index("version of 1 January 2025 (replaces")


def test_edge_79_what_came_and_went_is_told() -> None:
    trip = RoundTrip(HELPDESK.subject, ("recipient.added.third_country", "recipient.removed"), (OLD, NEW))
    text = flat(page(BILLING, round_trips=(trip,)))

    assert "HelpCo Inc.: version of 1 September 2024: came; version of 1 June 2025: went" in text


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("count", [0, 1, 7, 60])
def test_the_short_form_has_at_most_500_characters_and_counts_what_it_leaves_out(
    count: int, language: str
) -> None:
    changes = [BILLING._replace(after=f"P{number}Y") for number in range(count)]
    text = page(*changes, language=language, form="short")

    assert len(text) <= MOST
    assert text.count("\n") == 1
    assert {"en": "1 June 2025", "fr": "1er juin 2025"}[language] in text or not count


def test_the_short_form_counts_what_it_leaves_out() -> None:
    changes = [BILLING._replace(after=f"P{number}Y") for number in range(60)]
    text = page(*changes, form="short")
    shown = text.count(words_of(headline(BILLING, catalogue("en"))))

    assert f"And {60 - shown} more." in text


def test_the_short_form_survives_names_without_end() -> None:
    text = page(
        BILLING, form="short", about=ACME._replace(controller="x" * 900, url="https://a.example/" + "y" * 900)
    )

    assert len(text) <= MOST


def test_the_message_has_one_subject_line_and_no_advertising() -> None:
    text = page(*CHANGES, form="email")
    head, _, rest = text.partition("\n\n")

    assert head == "Subject: Our privacy notice changes from 1 June 2025"
    assert "This message holds nothing else." in flat(rest)
    assert max(map(len, text.splitlines())) <= 78


@pytest.mark.parametrize("hostile", BREAKERS)
def test_no_name_can_add_a_line_to_the_head_of_a_message(hostile: str) -> None:
    about = ACME._replace(title=texts(hostile, hostile), controller=hostile)
    text = page(BILLING, form="email", about=about)

    assert text.splitlines()[0] == "Subject: Our privacy notice changes from 1 June 2025"
    assert text.splitlines()[1] == ""


@pytest.mark.parametrize("form", _FORMS, ids=":".join)
def test_the_same_comparison_gives_the_same_bytes(form: tuple[str, str]) -> None:
    twice = {report(result(*CHANGES), catalogue("fr"), *form, "changes.yaml") for _ in range(2)}

    assert len(twice) == 1
