"""Recipients in third countries, and what their transfers rest on."""

from datetime import date

import pytest

from notice_lint.findings import Term
from notice_lint.model.record import SILENT, Record
from notice_lint.source.document import Route
from tests.model.resolved import DAY, notice

SCC = "basis: standard-contractual-clauses"


def transfers(recipient: str, day: date = DAY, regimes: str = "") -> list[Record]:
    """Return the transfers of one recipient."""
    return list(
        notice(f"recipients: {{mail: {{name: Mail, {recipient}}}}}", day, head=f"regimes: [{regimes}]").view(
            "transfers"
        )
    )


def told(records: list[Record]) -> list[tuple[str, str]]:
    """Return country and basis of each transfer."""
    return [(r.text("country") or r.text("organisation"), r.text("basis")) for r in records]


@pytest.mark.parametrize(
    ("recipient", "expected"),
    [
        ("country: US", [("US", "")]),
        ("country: FR", []),
        ("country: NO", []),
        ("country: EEA", []),
        ("country: EL", []),
        ("country: UK", [("GB", "")]),
        ("country: US, role: internal", []),
        ("country: FR, processing_countries: [FR, IN]", [("IN", "")]),
        ("country: US, processing_countries: [US, IN]", [("US", ""), ("IN", "")]),
        ("organisation: epo", [("epo", "")]),
        (
            f"country: US, processing_countries: [IN], transfer: {{{SCC}}}",
            [("US", "standard-contractual-clauses"), ("IN", "standard-contractual-clauses")],
        ),
        (
            f"country: US, processing_countries: [IN], transfer: {{country: US, {SCC}}}",
            [("US", "standard-contractual-clauses"), ("IN", "")],
        ),
        (
            f"country: US, transfer: [{{basis: derogation-contract}}, {{{SCC}}}]",
            [("US", "derogation-contract"), ("US", "standard-contractual-clauses")],
        ),
        (f"country: UK, transfer: {{country: GB, {SCC}}}", [("GB", "standard-contractual-clauses")]),
        ("country: US, transfer: {copy: On request}", [("US", "")]),
        ("country: US, transfer: {basis: }", [("US", "")]),
        ("country: US, transfer: {basis: uk-idta}", [("US", "")]),
    ],
)
def test_each_third_country_and_basis_is_a_transfer(recipient: str, expected: list[tuple[str, str]]) -> None:
    assert told(transfers(recipient)) == expected


@pytest.mark.parametrize(
    ("transfer", "status"),
    [
        ("{basis: adequacy}", "out-of-scope"),
        ("{basis: adequacy, framework: eu-us-dpf}", "out-of-scope"),
        ("{basis: adequacy, certified: 2026-03-01}", "out-of-scope"),
        ("{basis: adequacy, framework: eu-us-dpf, certified: 2026-03-01}", "in-force"),
        ("{basis: adequacy, framework: eu-us-dpf, certified_as: Mail Inc.}", "in-force"),
        ("{basis: adequacy, framework: eu-us-privacy-shield, certified: 2019-03-01}", "lapsed"),
        ("{basis: standard-contractual-clauses}", "out-of-scope"),
        ("", "out-of-scope"),
    ],
)
def test_the_united_states_need_a_framework_and_a_certification(transfer: str, status: str) -> None:
    (record,) = transfers(f"country: US, transfer: {transfer}")

    assert record.text("adequacy.status") == status


@pytest.mark.parametrize(
    ("written", "status"),
    [("", "in-force"), (", in_scope: true", "in-force"), (", in_scope: false", "out-of-scope")],
)
def test_the_author_says_whether_a_limited_decision_covers_the_recipient(written: str, status: str) -> None:
    (record,) = transfers(f"country: CA, transfer: {{basis: adequacy{written}}}")

    assert record.value("adequacy.limited") is True
    assert record.text("adequacy.status") == status


@pytest.mark.parametrize(
    ("blocks", "covered"),
    [
        (f"[{{basis: adequacy}}, {{{SCC}}}]", [True, False]),
        (f"[{{basis: derogation-contract}}, {{{SCC}}}]", [True, True]),
        ("[{basis: adequacy}, {basis: adequacy}]", [False, False]),
        (f"{{{SCC}}}", [False]),
    ],
)
def test_one_sound_basis_suffices(blocks: str, covered: list[bool]) -> None:
    records = transfers(f"country: US, transfer: {blocks}")

    assert [record.value("otherwise_covered") for record in records] == covered


@pytest.mark.parametrize(
    ("regimes", "country", "expected"),
    [
        ("uk-gdpr", "UK", []),
        ("uk-gdpr", "IN", [("uk-gdpr", "absent")]),
        ("ch-fadp", "CH", []),
        ("eu-gdpr, uk-gdpr", "BR", [("eu-gdpr", "in-force"), ("uk-gdpr", "absent")]),
        ("eu-gdpr, uk-gdpr", "GB", [("eu-gdpr", "in-force")]),
    ],
)
def test_each_law_judges_for_itself(regimes: str, country: str, expected: list[tuple[str, str]]) -> None:
    records = transfers(f"country: {country}", regimes=regimes)

    assert [(r.text("regime"), r.text("adequacy.status")) for r in records] == expected


@pytest.mark.parametrize(
    ("day", "status"),
    [("2015-01-01", "absent"), ("2026-11-22", "in-force")],
)
def test_adequacy_is_judged_on_the_day(day: str, status: str) -> None:
    (record,) = transfers("country: KR", date.fromisoformat(day))

    assert record.text("adequacy.status") == status


def test_british_tools_stand_under_british_law() -> None:
    (record,) = transfers("country: IN, transfer: {basis: uk-idta}", regimes="uk-gdpr")

    assert record.text("basis") == "uk-idta"


def test_what_cannot_be_read_is_no_transfer_without_a_basis() -> None:
    refused: frozenset[Route] = frozenset({("recipients", "mail", "transfer", "basis")})
    resolved = notice(
        "recipients: {mail: {name: Mail, country: US, transfer: {basis: sccs}}}", broken=refused
    )

    assert resolved.view("transfers") == ()


def test_a_transfer_is_anchored_where_its_country_stands() -> None:
    records = transfers("country: US, processing_countries: [FR, IN]")

    assert [record.anchor for record in records] == [
        ("recipients", "mail", "country"),
        ("recipients", "mail", "processing_countries", 1),
    ]


def test_an_organisation_has_no_country() -> None:
    (record,) = transfers("organisation: epo")

    assert record.value("country") is SILENT
    assert record.anchor == ("recipients", "mail", "organisation")


@pytest.mark.parametrize(
    ("regimes", "law"), [("eu-gdpr", None), ("uk-gdpr", "uk-gdpr"), ("eu-gdpr, ch-fadp", "eu-gdpr")]
)
def test_the_sentence_on_adequacy_names_the_law_unless_it_is_plainly_the_gdpr(
    regimes: str, law: str | None
) -> None:
    words = transfers("country: IN", regimes=regimes)[0].value("adequacy_words")

    assert isinstance(words, Term)
    assert words.value == ("adequacy.under" if law else "adequacy.absent")
    assert words.args.get("law") == (Term("word", law) if law else None)
