"""What a data category inherits from its collection, and what it has of its own."""

import pytest

from notice_lint.model.record import SILENT
from tests.model.resolved import category, notice, only

PURPOSES = (
    "purposes: {answers: {text: Answers}, offers: {text: Offers}}\n"
    "retention: {short: {period: P1Y}, long: {period: P3Y}}\n"
)


@pytest.mark.parametrize(
    ("own", "purposes"),
    [
        ("{}", ("answers",)),
        ("{purposes: }", ("answers",)),
        ("{purposes: null}", ("answers",)),
        ("{purposes: [offers]}", ("offers",)),
        ("{purposes: []}", ()),
    ],
)
def test_own_purposes_replace_inherited_ones_whole(own: str, purposes: tuple[str, ...]) -> None:
    record = category(
        f"{PURPOSES}collections: {{form: {{purposes: [answers], categories: {{contact: {own}}}}}}}"
    )

    assert record.ids("purposes") == purposes


@pytest.mark.parametrize(
    ("own", "rules", "missing"),
    [
        ("{}", ("short",), ()),
        ("{retention: }", ("short",), ()),
        ("{retention: []}", (), ()),
        ("{retention: long}", ("long",), ()),
        ("{retention: [short, long]}", ("short", "long"), ()),
        ("{retention: {answers: long}}", ("long",), ("offers",)),
        ("{retention: {answers: long, offers: [short, long]}}", ("long", "short"), ()),
        ("{retention: {other: long}}", (), ("answers", "offers")),
        ("{retention: {answers: }}", (), ("answers", "offers")),
    ],
)
def test_retention_is_one_rule_or_several_or_one_for_each_purpose(
    own: str, rules: tuple[str, ...], missing: tuple[str, ...]
) -> None:
    form = f"{{purposes: [answers, offers], retention: short, categories: {{contact: {own}}}}}"
    record = category(f"{PURPOSES}collections: {{form: {form}}}")

    assert record.ids("retention_rules") == rules
    assert record.ids("purposes_without_retention") == missing


def test_without_purposes_every_rule_of_a_mapping_holds() -> None:
    record = category(
        f"{PURPOSES}collections: {{form: {{retention: {{answers: short}}, categories: {{contact: }}}}}}"
    )

    assert record.ids("retention_rules") == ("short",)


@pytest.mark.parametrize(
    ("limits", "concerned"),
    [
        ("", True),
        ("categories: [contact]", True),
        ("categories: [usage]", False),
        ("collections: [form]", True),
        ("collections: [site]", False),
        ("data_subjects: [customers]", True),
        ("data_subjects: [visitors]", False),
        ("categories: [contact], collections: [site]", False),
        ("categories: []", True),
    ],
)
def test_a_purpose_concerns_only_what_it_is_limited_to(limits: str, *, concerned: bool) -> None:
    record = category(
        f"purposes: {{news: {{text: News, {limits}}}}}\n"
        "collections: {form: {data_subjects: [customers], purposes: [news], categories: {contact: }}}"
    )

    assert record.ids("purposes") == (("news",) if concerned else ())


def test_a_purpose_for_some_people_may_concern_people_who_are_not_named() -> None:
    record = category(
        "purposes: {news: {text: News, data_subjects: [visitors]}}\n"
        "collections: {form: {purposes: [news], categories: {contact: }}}"
    )

    assert record.ids("purposes") == ("news",)


def test_source_and_provision_are_inherited_with_all_that_they_say() -> None:
    text = (
        "collections: {form: {source: {kind: third-party, who: A partner}, provision: voluntary,"
        " categories: {contact: , usage: {source: observed}}}}"
    )

    assert category(text).text("source") == "third-party"
    assert category(text).value("source.who") == {"en": "A partner"}
    assert category(text, "usage").text("source") == "observed"
    assert category(text, "usage").value("source.who") is SILENT
    assert category(text, "usage").text("provision") == "voluntary"


def test_inherited_values_stand_at_the_collection_and_own_ones_at_the_category() -> None:
    own = "categories: {contact: , usage: {retention: long}}"
    text = f"{PURPOSES}collections: {{form: {{purposes: [answers], retention: short, {own}}}}}"

    assert category(text).place("purposes") == ("collections", "form", "purposes")
    assert category(text).place("retention_rules") == ("collections", "form", "retention")
    assert category(text, "usage").place("retention_rules") == (
        "collections",
        "form",
        "categories",
        "usage",
        "retention",
    )


def test_a_statement_speaks_of_the_categories_that_have_none_of_their_own() -> None:
    resolved = notice(
        "collections: {form: {source: data-subject, categories: {contact: , usage: {source: observed}}}}"
    )

    assert [(r.text("source"), r.ids("categories")) for r in resolved.view("sources")] == [
        ("data-subject", ("contact",)),
        ("observed", ("usage",)),
    ]


@pytest.mark.parametrize(
    ("written", "bases", "explained"),
    [
        ("contract", ("contract",), True),
        ("[contract]", ("contract",), True),
        ("[contract, consent]", ("contract", "consent"), False),
        ("[{basis: contract}]", ("contract",), True),
        (
            "[{basis: contract, when: for customers}, {basis: consent, when: else}]",
            ("contract", "consent"),
            True,
        ),
        ("[{basis: contract, when: for customers}, consent]", ("contract", "consent"), False),
        ("[contract, contract]", ("contract",), False),
        ("", (), True),
        ("[]", (), True),
        ('""', (), True),
    ],
)
def test_a_legal_basis_has_many_forms(written: str, bases: tuple[str, ...], *, explained: bool) -> None:
    record = only(f"purposes: {{news: {{text: News, legal_basis: {written}}}}}", "purposes")

    assert record.ids("legal_bases") == bases
    assert bases or record.value("legal_bases") is SILENT
    assert not bases or record.value("legal_bases_explained") is explained


@pytest.mark.parametrize(
    ("written", "stated"),
    [
        ("same-as-purpose", {"en": "News"}),
        ("To be read", {"en": "To be read"}),
        ("{text: To be read, whose: group}", {"en": "To be read"}),
        ("{en: To be read, fr: Être lus}", {"en": "To be read", "fr": "Être lus"}),
        ("{whose: group}", SILENT),
        ("", SILENT),
    ],
)
def test_an_interest_has_many_forms(written: str, stated: object) -> None:
    record = only(f"purposes: {{news: {{text: News, interest: {written}}}}}", "purposes")

    assert record.value("interest") == stated


def test_what_is_said_of_the_basis_as_a_whole_holds_for_each_purpose() -> None:
    record = only(
        "legal_bases: {legitimate-interests: {balancing: Write to us.}}\npurposes: {news: {text: News}}",
        "purposes",
    )

    assert record.value("interest.balancing") == {"en": "Write to us."}
    assert record.place("interest.balancing") == ("legal_bases", "legitimate-interests", "balancing")
