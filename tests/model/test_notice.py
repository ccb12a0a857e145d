"""The resolved notice as a whole: its head, its aggregates, and what cannot be read."""

import pytest

from notice_lint.model.dates import PartialDate
from notice_lint.model.record import NONE, SILENT, UNREADABLE
from notice_lint.source.document import Route
from tests.model.resolved import notice, only


@pytest.mark.parametrize(
    ("written", "regimes"),
    [
        ("", ("eu-gdpr",)),
        ("uk-gdpr", ("uk-gdpr",)),
        ("ch-fadp, eu-gdpr, ch-fadp", ("ch-fadp", "eu-gdpr")),
        ("ch-fdap", ("ch-fadp",)),
        ("something, uk-gdpr", ("uk-gdpr",)),
        ("something", ("eu-gdpr",)),
    ],
)
def test_a_notice_is_under_the_laws_that_it_names_or_plainly_means(
    written: str, regimes: tuple[str, ...]
) -> None:
    assert notice("", head=f"regimes: [{written}]").regimes == regimes


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("none", NONE),
        ("{none: We have none.}", NONE),
        ("{host: {name: Host}}", True),
        ("", SILENT),
        ("{}", SILENT),
        ("[]", SILENT),
        ('""', SILENT),
        ("null", SILENT),
    ],
)
def test_none_is_said_and_silence_is_not(written: str, value: object) -> None:
    (record,) = notice(f"recipients: {written}").view("notice")

    assert record.value("recipients") is value


@pytest.mark.parametrize(
    ("field", "broken"),
    [
        ("legal_bases_used", ("purposes", "news", "legal_basis")),
        ("purpose_kinds_used", ("purposes", "news", "kinds", 0)),
        ("claims", ("statements",)),
        ("eu_representatives", ("representatives", "rep", "regime")),
        ("third_countries", ("recipients", "host", "country")),
        ("collected", ("collections", "form")),
        ("title", ("notice", "title", "fr")),
    ],
)
def test_what_was_gathered_from_nothing_readable_is_unreadable(field: str, broken: Route) -> None:
    text = "purposes: {news: {text: News}}"
    (record,) = notice(text, broken=frozenset({broken})).view("notice")

    assert record.value(field) is UNREADABLE


def test_what_was_gathered_beside_something_unreadable_counts() -> None:
    text = "purposes: {news: {text: News, legal_basis: consent}, old: {text: Old, legal_basis: x}}"
    broken: frozenset[Route] = frozenset({("purposes", "old", "legal_basis")})
    (record,) = notice(text, broken=broken).view("notice")

    assert record.ids("legal_bases_used") == ("consent",)


@pytest.mark.parametrize(
    ("dates", "day"),
    [
        ("effective: 2026-03", "2026-03"),
        ("published: 2026-01, modified: 2026-02", "2026-01"),
        ("modified: 2026-02", "2026-02"),
        ("effective: , modified: 2026-02", "2026-02"),
    ],
)
def test_a_notice_is_in_force_from_the_first_date_that_is_known(dates: str, day: str) -> None:
    (record,) = notice("", head=dates).view("notice")

    assert record.value("in_force_from") == PartialDate.parse(day)


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("", ("access", "rectification", "erasure", "restriction")),
        ("rights: {access: A, erasure: E}", ("rectification", "restriction")),
        ("rights: {text: T, grants: [access, rectification, erasure, restriction]}", ()),
        ("rights: {grants: [access]}", ("access", "rectification", "erasure", "restriction")),
        ("rights: {text: T, grants: [access], erasure: E}", ("rectification", "restriction")),
    ],
)
def test_a_right_is_granted_by_itself_or_in_a_sentence_for_several(
    text: str, missing: tuple[str, ...]
) -> None:
    assert only(text, "rights").ids("core_missing") == missing


@pytest.mark.parametrize(
    ("text", "below"),
    [
        ("minimum_age: 12", True),
        ("minimum_age: 16", False),
        ("minimum_age: 14", SILENT),
        ("minimum_age: 14, consent_age: 15", True),
        ("minimum_age: 15, consent_age: 15", False),
        ("consent_age: 15", SILENT),
        ("text: No children.", SILENT),
    ],
)
def test_children_below_the_age_of_consent_are_told_from_the_ages_given(text: str, below: object) -> None:
    assert only(f"children: {{{text}}}", "children").value("below_consent_age") is below


@pytest.mark.parametrize(
    "text", ["children: none", "children: {none: We do not address them.}", "children:", ""]
)
def test_a_notice_that_does_not_speak_of_children_has_no_record_of_them(text: str) -> None:
    assert notice(text).view("children") == ()


def test_texts_are_those_that_people_read_in_their_own_language() -> None:
    text = (
        "security: {en: We take care., fr: Nous veillons.}\n"
        "recipients: none\n"
        "collections: {form: {label: A form, source: {kind: third-party, who: A partner}, purposes: [news]}}"
    )
    found = [(r.text("language"), r.text("about"), r.value("text")) for r in notice(text).view("texts")]

    assert found == [
        ("en", "security", {"en": "We take care."}),
        ("fr", "security", {"fr": "Nous veillons."}),
        ("en", "collection", {"en": "A form"}),
        ("en", "source", {"en": "A partner"}),
    ]
