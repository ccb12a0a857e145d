"""What examples cannot show: both places of a contradiction, suggestions, and words that fit every law."""

import pytest

from notice_lint.findings import Finding, Term, Text
from notice_lint.i18n import LANGUAGES
from notice_lint.reference.authorities import authorities
from tests.engine.judged import context, found_by, rules, small

_TRANSFER = "recipients: {{mail: {{name: Mail, country: US, transfer: {{basis: adequacy, {more}}}}}}}"

PROFILING = """
purposes: {habits: {text: To find out what you like, legal_basis: consent, kinds: [profiling]}}
profiling: {none: No profile is made.}
statements: {promise: {text: We never profile you., claims: [no-profiling]}}
"""
SCORING = """
purposes: {credit: {text: To compute your credit score, legal_basis: contract, kinds: [profiling]}}
automated_decisions: none
"""


@pytest.mark.parametrize(
    ("rule", "text", "places", "words"),
    [
        (
            "profiling-contradiction",
            PROFILING,
            ["profiling.none", "statements.promise.text", "purposes.habits.kinds"],
            ("No profile is made.", "To find out what you like"),
        ),
        (
            "adm-contradiction",
            SCORING,
            ["automated_decisions", "purposes.credit.kinds"],
            ("no-automated-decisions", "To compute your credit score"),
        ),
    ],
)
def test_a_contradiction_shows_every_place_and_both_statements(
    rule: str, text: str, places: list[str], words: tuple[str, str]
) -> None:
    (finding,) = found_by(rule, small(text))

    assert [".".join(map(str, related.route)) for related in finding.related] == places
    assert all(related.label for related in finding.related)
    assert (said(finding, "stated"), said(finding, "described")) == words


def said(finding: Finding, name: str) -> str:
    """Return an argument: the notice's own words, or the term of the format."""
    arg = finding.args[name]
    return arg.best() if isinstance(arg, Text) else str(arg.value if isinstance(arg, Term) else arg)


@pytest.mark.parametrize(
    ("more", "sentence"),
    [
        ("framework: eu-us-dpf", "adequacy.certification-missing"),
        ("framework: uk-us-bridge, certified: 2026-03", "adequacy.certified-only"),
        ("copy: On request", "adequacy.certified-only"),
    ],
)
def test_what_is_missing_is_said_the_framework_or_the_certification(more: str, sentence: str) -> None:
    (finding,) = found_by("transfer-adequacy-scope", small(_TRANSFER.format(more=more)))
    words = finding.args["adequacy_words"]

    assert isinstance(words, Term)
    assert words.value == sentence


@pytest.mark.parametrize(
    "more", ["framework: eu-us-dpf, certified: 2026-13-45", "framework: [x], certified: 2026"]
)
def test_a_certification_that_cannot_be_read_is_not_missing_besides(more: str) -> None:
    text = small(_TRANSFER.format(more=more))
    about_transfers = [name for name in rules() if name.startswith("transfer-")]

    assert context(text).violations
    assert [name for name in about_transfers if found_by(name, text)] == []


HOSTS = sorted({host for one in authorities() if one.country != "EU" for host in one.hosts})


@pytest.mark.parametrize("host", HOSTS)
def test_every_site_of_an_authority_names_it(host: str) -> None:
    text = small(f"complaints: {{url: 'https://www.{host}/en/complaints'}}")

    assert found_by("supervisory-authority-missing", text) == ()
    assert found_by("supervisory-authority-unknown", text) == ()


@pytest.mark.parametrize("authority", [one for one in authorities() if one.land], ids=lambda one: one.id)
def test_the_authority_of_every_land_fits_a_german_controller(authority: object) -> None:
    name = getattr(authority, "id", "")
    text = small(f"controller: {{name: Laden GmbH, country: DE}}\ncomplaints: {{authorities: [{name}]}}")

    assert found_by("supervisory-authority-mismatch", text) == ()


@pytest.mark.parametrize(
    ("written", "meant"), [("cnil", "fr-cnil"), ("ico", "gb-ico"), ("fr-cnli", "fr-cnil"), ("somebody", "")]
)
def test_an_unknown_authority_is_found_with_the_one_that_was_meant(written: str, meant: str) -> None:
    (finding,) = found_by("supervisory-authority-unknown", small(f"complaints: {{authorities: [{written}]}}"))
    detail = finding.args["detail"]

    assert isinstance(detail, Term)
    assert detail.args["suggestion"] == meant


@pytest.mark.parametrize("language", LANGUAGES)
def test_messages_on_transfers_fit_laws_for_which_the_eea_is_abroad(language: str) -> None:
    about = [rule for _, rule in rules().values() if rule.for_each == "transfers"]
    elsewhere = [rule for rule in about if {"uk-gdpr", "ch-fadp"} & set(rule.regimes)]
    # What has no basis lies outside the EEA under every law: both other laws hold the EEA to be adequate.
    texts = {rule.name: rule.words(language) for rule in elsewhere if rule.name != "transfer-basis-missing"}

    assert texts
    assert [name for name, words in texts.items() if "EEE" in words.message + words.summary] == []
    assert [name for name, words in texts.items() if "EEA" in words.message + words.summary] == []
