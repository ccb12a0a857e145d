"""What a finding carries: its place, its severity, its words, and the name by which it is known again."""

from typing import Any

import pytest

from notice_lint.engine.judge import judge
from notice_lint.engine.rule import Rule
from notice_lint.findings import Finding, Severity, Term
from notice_lint.i18n import catalogue
from notice_lint.model.record import Record, Value
from notice_lint.reports.result import message
from tests.engine.judged import context, dotted, findings_of, found_by, names, replaced, rules, small, sound

RULE: dict[str, Any] = {
    "name": "own-rule",
    "code": "OW01",
    "severity": "error",
    "summary": "s",
    "for_each": "recipients",
    "require": {"role": {"is": "processor"}},
    "message": "{recipient}",
    "why": "w",
    "fix_hint": "f",
    "references": [],
    "examples": [],
}


def judged(text: str, **changes: object) -> tuple[Finding, ...]:
    """Return what one rule, changed, finds in a text."""
    return judge(Rule({**RULE, **changes}, "own", {}), context(small(text))).findings


@pytest.mark.parametrize(
    ("text", "require", "place"),
    [
        ("{name: A, role: internal}", {"role": {"is": "processor"}}, "recipients.a.role"),
        ("{name: A}", {"role": "present"}, "recipients.a"),
        ("{name: A, country: FR}", {"role": "present"}, "recipients.a.country"),
        ("{name: A, role: }", {"role": "present"}, "recipients.a"),
        (
            "{name: A, country: US, role: internal}",
            {"all_of": [{"name": "present"}, {"role": {"is": "processor"}}]},
            "recipients.a.role",
        ),
        ("{name: A, country: US}", {"not": {"country": {"is": "US"}}}, "recipients.a.country"),
        ("{name: A, processing_countries: [FR]}", {"countries": {"any_in": ["BE"]}}, "recipients.a"),
    ],
)
def test_a_wrong_value_is_shown_where_it_stands_and_a_missing_one_at_the_anchor(
    text: str, require: dict[str, object], place: str
) -> None:
    assert dotted(judged(f"recipients: {{a: {text}}}", require=require)) == [place]


def test_a_rule_can_say_which_field_is_to_blame() -> None:
    assert dotted(judged("recipients: {a: {name: A, role: internal}}", at="name")) == ["recipients.a.name"]


def test_a_condition_that_is_not_known_reports_nothing() -> None:
    assert judged("recipients: {a: {name: A}}") == ()
    assert judged("recipients: {a: {role: internal}}", where={"name": {"is": "A"}}) == ()


def test_prose_is_shown_at_the_words_each_place_once() -> None:
    found = found_by(
        "transfer-dead-framework",
        small("security: >-\n  We rely on the\n  Privacy Shield, the Privacy Shield."),
    )

    assert [(f.span.line, f.span.column, f.span.end_column) for f in found] == [(5, 3, 17), (5, 23, 37)]
    assert {f.key for f in found} == {"privacy shield"}


def test_a_text_in_two_languages_is_judged_in_each() -> None:
    found = found_by(
        "transfer-dead-framework", small("security: {en: The Privacy Shield., fr: Le Privacy Shield.}")
    )

    assert dotted(found) == ["security.en", "security.fr"]


def test_the_other_half_of_a_contradiction_is_related() -> None:
    text = small(
        "retention: {short: {period: P1Y}, long: {period: P3Y}}\n"
        "data_categories: {contact: {label: Contact}}\n"
        "collections: {form: {retention: [short, long], categories: {contact: }}}"
    )
    (found,) = found_by("retention-contradiction", text)

    assert [related.route for related in found.related] == [
        ("retention", "short", "period"),
        ("retention", "long", "period"),
    ]
    assert [related.span.line for related in found.related] == [3, 3]


def test_a_contradiction_that_two_categories_inherit_is_one_finding() -> None:
    text = small(
        "retention: {short: {period: P1Y}, long: {period: P3Y}}\n"
        "collections: {form: {retention: [short, long], categories: {contact: , usage: }}}"
    )

    assert dotted(found_by("retention-contradiction", text)) == ["collections.form.retention"]


@pytest.mark.parametrize(
    ("evidence", "condition", "severity"),
    [
        ("K", {"adequacy.status": {"is": "in-force"}}, Severity.WARNING),
        ("V", {"adequacy.status": {"is": "in-force"}}, Severity.ERROR),
        ("K", {"basis": "present"}, Severity.ERROR),
    ],
)
def test_a_verdict_on_data_nobody_has_read_is_at_most_a_warning(
    evidence: str, condition: dict[str, object], severity: Severity, monkeypatch: pytest.MonkeyPatch
) -> None:
    values: dict[str, Value] = {
        "regime": "eu-gdpr",
        "adequacy.status": "absent",
        "adequacy.evidence": evidence,
        "basis": (),
    }
    given = context(small("recipients: {a: {name: A, country: US}}"))
    record = Record(("recipients", "a"), values, {})
    monkeypatch.setattr(given.notice, "view", lambda _: (record,))  # no decision of today is K
    rule = Rule({**RULE, "for_each": "transfers", "require": condition, "message": "m"}, "own", {})
    (found,) = judge(rule, given).findings

    assert (found.severity, found.capped) == (severity, severity is Severity.WARNING)


@pytest.mark.parametrize(
    ("head", "found"),
    [
        ("", ["collections.form.categories.contact"]),
        (", exemptions: {purposes: {article: 13(4), reason: Known from the contract.}}", []),
        (", exemptions: {purposes: {article: 13(4)}}", ["collections.form.categories.contact"]),
        (
            ", exemptions: {retention: {article: 13(4), reason: Known.}}",
            ["collections.form.categories.contact"],
        ),
        (", regimes: [ch-fadp]", []),
        (", regimes: [ch-fadp, eu-gdpr]", ["collections.form.categories.contact"]),
    ],
)
def test_exemptions_need_a_reason_and_rules_run_under_their_law(head: str, found: list[str]) -> None:
    text = (
        f"format: 1\nnotice: {{id: a, language: en{head}}}\n"
        "collections: {form: {categories: {contact: }}}"
    )

    assert dotted(found_by("category-without-purpose", text)) == found


def fingerprints(text: str) -> list[str]:
    """Return the fingerprints of all findings on transfers and data."""
    wanted = ("transfer-basis-missing", "category-without-purpose")
    return [finding.fingerprint for name in wanted for finding in found_by(name, text)]


BEFORE = small(
    "recipients:\n"
    "  mail: {name: Mail, country: US, processing_countries: [IN]}\n"
    "  host: {name: Host, country: IN}\n"
    "data_categories: {contact: {label: Contact}}\n"
    "collections: {form: {label: Form, categories: {contact: }}}"
)


@pytest.mark.parametrize(
    "after",
    [
        BEFORE.replace("recipients:", "# a comment\n\nsecurity: We take care.\nrecipients:"),
        BEFORE.replace("name: Mail", "name: Mail International"),
        BEFORE.replace("label: Form", "label: Contact form").replace(
            "label: Contact}", "label: How to reach you}"
        ),
        small(
            "collections: {form: {categories: {contact: }, label: Form}}\n"
            "recipients:\n"
            "  host: {country: IN, name: Host}\n"
            "  mail: {processing_countries: [IN], country: US, name: Mail}\n"
        ),
    ],
)
def test_a_fingerprint_survives_edits_above_new_words_and_another_order(after: str) -> None:
    assert sorted(fingerprints(after)) == sorted(fingerprints(BEFORE))


def test_each_finding_has_its_own_fingerprint() -> None:
    found = fingerprints(BEFORE)

    assert len(found) == len(set(found)) == 4


def test_another_country_of_one_recipient_is_another_finding() -> None:
    (one,) = fingerprints(small("recipients: {mail: {name: Mail, country: US}}"))
    (other,) = fingerprints(small("recipients: {mail: {name: Mail, country: IN}}"))

    assert one != other


def test_a_block_that_recipients_share_is_wrong_at_each_use() -> None:
    blocks = ["&scc {basis: standard-contractual-clauses}", *["*scc"] * 9]
    recipients = "".join(
        f"  r{number}:\n    name: R{number}\n    country: US\n    transfer: {block}\n"
        for number, block in enumerate(blocks)
    )
    found = found_by("transfer-copy-missing", small(f"recipients:\n{recipients}"))

    assert dotted(found) == [f"recipients.r{number}.country" for number in range(10)]
    assert [finding.span.line for finding in found] == [6 + 4 * number for number in range(10)]
    assert [finding.args["recipient"] for finding in found] == [{"en": f"R{number}"} for number in range(10)]


def test_a_wrong_value_in_a_shared_block_is_shown_at_the_alias() -> None:
    text = small(
        "recipients:\n"
        "  a: {name: A, country: US, transfer: &dpf {basis: adequacy, framework: eu-us-privacy-shield}}\n"
        "  b: {name: B, country: US, transfer: *dpf}\n"
    )
    found = found_by("transfer-adequacy-lapsed", text)

    assert [(finding.span.line, finding.route[1]) for finding in found] == [(4, "a"), (5, "b")]


def test_an_organisation_is_named_where_a_message_names_the_country() -> None:
    (found,) = found_by("transfer-basis-missing", small("recipients: {un: {name: UN, organisation: unhcr}}"))

    assert found.args["country"] == Term("word", "unhcr")


@pytest.mark.parametrize(("language", "words"), [("en", "Did you mean “events”?"), ("fr", "S’agit-il de «")])
def test_a_dangling_reference_suggests_the_id_that_was_meant(language: str, words: str) -> None:
    data = replaced(sound().data, ("collections", "events", "purposes"), ["evnts"])
    found = next(f for f in findings_of(data) if f.rule == "dangling-reference")

    assert words in message(found, rules()[found.rule][1], catalogue(language))


def test_a_reference_that_nothing_resembles_has_no_suggestion() -> None:
    data = replaced(sound().data, ("collections", "events", "purposes"), ["something-else"])
    found = next(f for f in findings_of(data) if f.rule == "dangling-reference")
    sentence = message(found, rules()[found.rule][1], catalogue("en"))

    assert sentence.endswith("Kind: purpose.")


def test_the_sound_notice_has_no_finding() -> None:
    assert names(findings_of(sound().data)) == []
