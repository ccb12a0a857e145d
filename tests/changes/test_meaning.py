"""The edge cases of meaning, by their number in the reference: identity, texts, durations, countries, bases.

Where the settled format changes a case, the table says what follows from it, and why.
"""

from pathlib import Path
from typing import Any, NamedTuple

import pytest

from notice_lint.changes.change import Direction, Duty
from notice_lint.i18n import catalogue
from notice_lint.source.parse import parse
from tests.changes.pairs import changes, told


class Case(NamedTuple):
    """Two short notices and the codes of what changed between them."""

    number: str
    sentence: str
    old: str
    new: str
    codes: tuple[str, ...]


def _kept(rule: str) -> str:
    return f"retention: {{billing: {rule}}}"


def _goes(recipient: str) -> str:
    return f"recipients: {{host: {{name: Host SA, role: processor, {recipient}}}}}"


def _rests(purpose: str) -> str:
    return f"purposes: {{orders: {{text: To deliver, {purpose}}}}}"


def _speaks(text: str) -> str:
    return f"sections: {{intro: {{heading: {{en: About us, fr: Nous}}, text: {text}}}}}"


_SCC = "transfer: {basis: standard-contractual-clauses}"
_CONTACT = "data_categories: {contact: {label: Contact}}\n"
_SPLIT = (
    "data_categories:\n  names: {label: Names, replaces: [contact]}\n"
    "  mail: {label: Mail, replaces: [contact]}\n"
    "collections: {shop: {label: You order, categories: {names: {items: [name]}, mail: {items: [%s]}}}}"
)

IDENTITY = [
    Case(
        "18",
        "a category is split, and its parts hold what it held",
        _CONTACT + "collections: {shop: {label: You order, categories: {contact: {items: [name, e-mail]}}}}",
        _SPLIT % "e-mail",
        ("category.split",),
    ),
    Case(
        "19",
        "a category is split, and one part holds more",
        _CONTACT + "collections: {shop: {label: You order, categories: {contact: {items: [name, e-mail]}}}}",
        _SPLIT % "e-mail, telephone number",
        ("category.added", "category.split"),
    ),
    Case(
        "20",
        "two categories become one that says less",
        "data_categories: {names: {label: Names}, mail: {label: Mail}}\n"
        "collections: {shop: {label: You order, categories: {names: {}, mail: {}}}}",
        "data_categories: {contact: {label: Information about you, replaces: [names, mail]}}\n"
        "collections: {shop: {label: You order, categories: {contact: {}}}}",
        ("category.granularity.coarser",),
    ),
    Case(
        "20",
        "two categories become one whose label names both",
        "data_categories: {names: {label: names}, mail: {label: mail}}\n"
        "collections: {shop: {label: You order, categories: {names: {}, mail: {}}}}",
        "data_categories: {contact: {label: Names and mail, replaces: [names, mail]}}\n"
        "collections: {shop: {label: You order, categories: {contact: {}}}}",
        ("category.merged",),
    ),
    Case(
        "21",
        "a declared successor in another country",
        "recipients: {mailchimp: {name: Mailchimp, role: processor, country: US}}",
        "recipients: {brevo: {name: Brevo, role: processor, country: FR, replaces: [mailchimp]}}",
        ("recipient.replaced", "transfer.removed"),
    ),
    Case(
        "21",
        "a declared successor outside the EEA",
        "recipients: {brevo: {name: Brevo, role: processor, country: FR}}",
        f"recipients: {{chimp: {{name: Chimp, role: processor, country: US, {_SCC}, replaces: [brevo]}}}}",
        ("recipient.replaced", "transfer.added"),
    ),
    Case(
        "24",
        "nothing said of recipients, then that there are none: two different things",
        "",
        "recipients: none",
        ("information.stated",),
    ),
    Case("24", "an empty list says nothing, as a missing key does", "", "recipients: {}", ()),
    Case(
        "27",
        "one rule for all data, written once or for each purpose: no shorthand for a rule itself exists",
        "collections: {shop: {label: You order, purposes: [a], retention: r, categories: {x: {}}}}",
        "collections: {shop: {label: You order, purposes: [a], retention: {a: r}, categories: {x: {}}}}",
        (),
    ),
]

TEXTS = [
    Case(
        "45",
        "may becomes must",
        _speaks("{en: You may ask.}"),
        _speaks("{en: You must ask.}"),
        ("text.changed",),
    ),
    Case("45", "peut devient doit", _speaks("{fr: On peut.}"), _speaks("{fr: On doit.}"), ("text.changed",)),
    Case(
        "46",
        "a number in the prose changed, the rule did not",
        "retention: {billing: {period: P3Y, from: contract-end, text: Kept for 3 years.}}",
        "retention: {billing: {period: P3Y, from: contract-end, text: Kept for 10 years.}}",
        ("text.changed",),
    ),
    Case(
        "46",
        "the number changed in the prose and in the rule",
        "retention: {billing: {period: P3Y, from: contract-end, text: Kept for 3 years.}}",
        "retention: {billing: {period: P10Y, from: contract-end, text: Kept for 10 years.}}",
        ("retention.lengthened", "text.changed"),
    ),
    Case(
        "47",
        "only the French changed",
        _speaks("{en: We sell nothing., fr: Rien.}"),
        _speaks("{en: We sell nothing., fr: Peu.}"),
        ("text.drift",),
    ),
    Case(
        "48",
        "both languages changed",
        _speaks("{en: We sell nothing., fr: Rien.}"),
        _speaks("{en: We sell little., fr: Peu.}"),
        ("text.changed",),
    ),
    Case(
        "49",
        "a language was added to every text",
        "purposes: {a: {text: {en: To deliver}}, b: {text: {en: To bill}}}\nsecurity: {en: Locked}",
        "purposes: {a: {text: {en: To deliver, fr: Livrer}}, b: {text: {en: To bill, fr: Facturer}}}\n"
        "security: {en: Locked, fr: Fermé}",
        ("language.added",),
    ),
]

_HELD = "collections: {shop: {label: You order, categories: {contact: {retention: books}}}}\n"
_COVERS = "retention: {books: {period: P3Y, covers: Contact details}}"
_NO_COVERS = "retention: {books: {period: P3Y}}"

DURATIONS = [
    *(
        Case(
            "54",
            f"{one} is {other}, written in another way",
            _kept(f"{{period: {one}}}"),
            _kept(f"{{period: {other}}}"),
            codes,
        )
        for one, other, codes in (
            ("P12M", "P1Y", ("retention.equivalent",)),
            ("P1Y6M", "P18M", ("retention.equivalent",)),
            ("P4W", "P28D", ("retention.equivalent",)),
        )
    ),  # PT24H is refused before anything is compared: the format counts in days
    *(
        Case(
            "55",
            f"{one} and {other} cannot be ranked",
            _kept(f"{{period: {one}}}"),
            _kept(f"{{period: {other}}}"),
            ("retention.rule_changed",),
        )
        for one, other in (("P1M", "P30D"), ("P1Y", "P365D"), ("P13M", "P395D"))
    ),
    Case(
        "56",
        "three years become ten",
        _kept("{period: P3Y}"),
        _kept("{period: P10Y}"),
        ("retention.lengthened",),
    ),
    Case(
        "56",
        "ten years become three",
        _kept("{period: P10Y}"),
        _kept("{period: P3Y}"),
        ("retention.shortened",),
    ),
    Case(
        "57",
        "six months become 180 days",
        _kept("{period: P6M}"),
        _kept("{period: P180D}"),
        ("retention.shortened",),
    ),
    Case(
        "58",
        "the same time from a later event",
        _kept("{period: P3Y, from: collection}"),
        _kept("{period: P3Y, from: contract-end}"),
        ("retention.start.later",),
    ),
    Case(
        "58",
        "less time from a later event cannot be ranked",
        _kept("{period: P3Y, from: collection}"),
        _kept("{period: P1Y, from: contract-end}"),
        ("retention.rule_changed",),
    ),
    Case(
        "58",
        "the same time from an event of the author's own cannot be ranked",
        "retention_events: {year-end: {label: End of the year}}\n" + _kept("{period: P3Y, from: collection}"),
        "retention_events: {year-end: {label: End of the year}}\n" + _kept("{period: P3Y, from: year-end}"),
        ("retention.rule_changed",),
    ),
    Case(
        "59",
        "until the account is closed, then three years after that",
        _kept("{until: account-closure}"),
        _kept("{period: P3Y, from: account-closure}"),
        ("retention.lengthened",),
    ),
    Case(
        "59",
        "three years after the account is closed, then until it is closed",
        _kept("{period: P3Y, from: account-closure}"),
        _kept("{until: account-closure}"),
        ("retention.shortened",),
    ),
    Case(
        "60",
        "three years become as long as consent lasts",
        _kept("{period: P3Y, from: collection}"),
        _kept("{until: consent-withdrawal}"),
        ("retention.until_consent",),
    ),
    Case(
        "60",
        "as long as consent lasts, and archived then: no end",
        _kept("{period: P3Y, from: collection, then: archive}"),
        _kept("{until: consent-withdrawal, then: archive}"),
        ("retention.rule_changed",),
    ),
    Case(
        "61",
        "a cap was added (a period with `until`)",
        _kept("{until: account-closure}"),
        _kept("{until: account-closure, period: P3Y, from: collection}"),
        ("retention.capped",),
    ),
    Case(
        "61",
        "a cap was removed",
        _kept("{until: account-closure, period: P3Y, from: collection}"),
        _kept("{until: account-closure}"),
        ("retention.unbounded",),
    ),
    Case(
        "61",
        "what was a cap became the longer of two",
        _kept("{until: account-closure, period: P3Y, from: collection}"),
        _kept("{until: account-closure, period: P3Y, from: collection, whichever: last}"),
        ("retention.unbounded",),
    ),
    Case(
        "62",
        "what the law fixes at least, then a ceiling: never compared",
        _kept("{period: P10Y, from: contract-end, statutory: true}"),
        _kept("{period: P10Y, from: contract-end, maximum: true}"),
        ("retention.rule_changed",),
    ),
    Case(
        "62",
        "a term became a ceiling of the same length",
        _kept("{period: P3Y, from: collection}"),
        _kept("{period: P3Y, from: collection, maximum: true}"),
        ("retention.shortened",),
    ),
    Case(
        "62",
        "a term became a higher ceiling",
        _kept("{period: P3Y, from: collection}"),
        _kept("{period: P5Y, from: collection, maximum: true}"),
        ("retention.rule_changed",),
    ),
    Case(
        "63",
        "two phases are two rules here: a second one beside the first is for a person to read",
        "retention: {a: {period: P1Y}, b: {period: P2Y}}\n"
        "collections: {shop: {label: You order, retention: a, categories: {contact: {}}}}",
        "retention: {a: {period: P1Y}, b: {period: P2Y}}\n"
        "collections: {shop: {label: You order, retention: [a, b], categories: {contact: {}}}}",
        ("retention.rule_changed",),
    ),
    # 64: malformed periods are findings of the schema, but P1Y2W, which the format takes; what cannot be
    # read never looks like P0D, and the command line refuses to compare it
    Case(
        "64",
        "a period that cannot be read",
        _kept("{period: P3Y}"),
        _kept("{period: 3 years}"),
        ("retention.rule_changed",),
    ),
    # 65: "not stored" has no words of its own in the format; a period of nothing is P0D, in any unit
    Case(
        "65",
        "nothing in days and nothing in months",
        _kept("{period: P0D, from: collection}"),
        _kept("{period: P0M, from: collection}"),
        ("retention.equivalent",),
    ),
    Case(
        "65",
        "deleted at once, then no time at all is stated",
        _kept("{period: P0D, from: collection}"),
        "",
        ("retention.removed",),
    ),
    Case(
        "65",
        "a rule that says nothing, then a term",
        _kept("{then: delete}"),
        _kept("{then: delete, period: P1Y}"),
        ("retention.rule_changed",),
    ),
]

RECIPIENTS = [
    *(
        Case("66", f"{one} is {other}", _goes(f"country: {one}"), _goes(f"country: {other}"), ())
        for one, other in (("UK", "GB"), ("EL", "GR"))
    ),  # names written out and small letters are findings of the schema: codes are a closed list
    Case(
        "67",
        "the EEA, then one of its states: more exact, and no transfer",
        _goes("country: EEA"),
        _goes("country: FR"),
        ("recipient.country_changed",),
    ),
    Case(
        "67",
        "the EEA does not hold Switzerland",
        _goes("country: EEA"),
        _goes("country: CH"),
        ("transfer.added",),
    ),
    Case(
        "68",
        "France to Germany: no transfer",
        _goes("country: FR"),
        _goes("country: DE"),
        ("recipient.country_changed",),
    ),
    Case(
        "68",
        "France to the United States",
        _goes("country: FR"),
        _goes(f"country: US, {_SCC}"),
        ("transfer.added",),
    ),
    Case(
        "68",
        "the United States to India",
        _goes(f"country: US, {_SCC}"),
        _goes(f"country: IN, {_SCC}"),
        ("transfer.country_changed",),
    ),
    Case(
        "68",
        "the United States to France",
        _goes(f"country: US, {_SCC}"),
        _goes("country: FR"),
        ("transfer.removed",),
    ),
    Case(
        "69",
        "a framework that holds, then standard clauses: one step down the ladder",
        _goes("country: US, transfer: {basis: adequacy, framework: eu-us-dpf, certified: 2026-01-01}"),
        _goes(f"country: US, {_SCC}"),
        ("transfer.basis_changed",),
    ),
    Case(
        "70",
        "a processor became a controller, and nothing else",
        "recipients: {host: {name: Host SA, role: processor, country: FR}}",
        "recipients: {host: {name: Host SA, role: controller, country: FR}}",
        ("recipient.role_changed",),
    ),
    Case(
        "71",
        "legal bases in another order",
        _rests("legal_basis: [contract, consent]"),
        _rests("legal_basis: [consent, contract]"),
        (),
    ),
    Case(
        "71",
        "one more legal basis",
        _rests("legal_basis: contract"),
        _rests("legal_basis: [contract, legal-obligation]"),
        ("basis.added",),
    ),
    Case(
        "72",
        "consent became legitimate interests",
        _rests("legal_basis: consent"),
        _rests("legal_basis: legitimate-interests, interest: {text: Selling}"),
        ("basis.changed.consent_to_legitimate_interests",),
    ),
    Case(
        "72",
        "a contract became legitimate interests",
        _rests("legal_basis: contract"),
        _rests("legal_basis: legitimate-interests"),
        ("basis.changed.contract_to_legitimate_interests",),
    ),
    Case(
        "73",
        "data came to count as sensitive, by two flags",
        "data_categories: {diet: {label: Diet}}",
        "data_categories: {diet: {label: Diet, special: health, criminal: true}}",
        ("category.reclassified.special",),
    ),
    Case(
        "74",
        "a recipient went, and a cookie still names it",
        "recipients: {google: {name: Google}}\ncookies: {items: {ga: {name: _ga, provider: google}}}",
        "cookies: {items: {ga: {name: _ga, provider: google}}}",
        ("recipient.removed",),
    ),
]

CASES = [*IDENTITY, *TEXTS, *DURATIONS, *RECIPIENTS]


@pytest.mark.parametrize(
    ("both", "old", "new", "codes"),
    [
        (_HELD, _COVERS, _NO_COVERS, ["text.changed"]),
        ("", _COVERS, _NO_COVERS, ["information.withdrawn"]),
        ("", _NO_COVERS, _COVERS, ["information.stated"]),
    ],
)
def test_which_data_a_rule_is_for_is_only_prose_where_the_data_name_the_rule(
    both: str, old: str, new: str, codes: list[str]
) -> None:
    assert told(both + old, both + new) == codes


def test_data_of_another_collection_are_no_new_data() -> None:
    old = "collections: {shop: {label: You order, categories: {contact: {}}}, fair: {label: At a fair}}"
    new = "collections: {shop: {label: You order, categories: {contact: {}}},"
    [change] = changes(old, f"{new} fair: {{label: At a fair, categories: {{contact: {{}}}}}}}}")

    assert change.code == "category.added"
    assert change.args["occasion"] == {"en": "At a fair"}


def test_how_long_data_are_kept_is_told_with_where_they_come_from() -> None:
    collected = "collections: {shop: {label: You order, categories: {contact: {retention: books}}}}\n"
    [change] = changes(
        collected + "retention: {books: {period: P3Y}}", collected + "retention: {books: {period: P5Y}}"
    )

    assert change.args["occasions"] == {"en": "You order"}


def test_a_new_authority_is_told_by_its_name() -> None:
    [change] = changes("complaints: {authorities: [be-apd]}", "complaints: {authorities: [fr-cnil]}")

    assert change.code == "authority.changed"
    assert "Commission nationale" in str(change.shown_after)
    assert "fr-cnil" not in str(change.shown_after)


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"edge {case.number}: {case.sentence}")
def test_edge_case(case: Case) -> None:
    assert told(case.old, case.new) == sorted(case.codes)


@pytest.mark.parametrize(
    ("old", "new", "direction", "duty"),
    [
        ("consent", "legitimate-interests", Direction.UNDETERMINED, Duty.REVIEW),
        ("contract", "legitimate-interests", Direction.UNDETERMINED, Duty.ADVANCE_NOTICE),
        ("contract", "legal-obligation", Direction.LESS_PROTECTIVE, Duty.NOTIFY),
        ("legal-obligation", "contract", Direction.MORE_PROTECTIVE, Duty.NOTIFY),
        ("contract", "consent", Direction.MORE_PROTECTIVE, Duty.PRIOR_NOTICE),
    ],
)
def test_edge_72_whom_a_swap_of_legal_bases_favours(
    old: str, new: str, direction: Direction, duty: Duty
) -> None:
    (change,) = changes(_rests(f"legal_basis: {old}"), _rests(f"legal_basis: {new}"))

    assert (change.direction, change.duty) == (direction, duty)


def test_edge_72_the_rights_that_come_and_go_are_told() -> None:
    (change,) = changes(_rests("legal_basis: contract"), _rests("legal_basis: legitimate-interests"))

    assert (change.rights_gained, change.rights_lost) == (("objection",), ("portability",))


@pytest.mark.parametrize(("number", "alert"), [("44", "negation"), ("45", "modality"), ("46", "number")])
def test_a_text_tells_which_kinds_of_words_it_touches(number: str, alert: str) -> None:
    before, after = {
        "44": ("We do not sell data.", "We sell data."),
        "45": ("You may ask.", "You must ask."),
        "46": ("Kept for 3 years.", "Kept for 10 years."),
    }[number]
    (change,) = changes(_speaks(f"{{en: {before}}}"), _speaks(f"{{en: {after}}}"))

    assert change.duty is Duty.REVIEW
    assert [line.alerts for line in change.redlines] == [(alert,)]


def test_edge_48_both_languages_are_one_change_with_both_redlines() -> None:
    old, new = _speaks("{en: We sell nothing., fr: Rien.}"), _speaks("{en: We sell little., fr: Peu.}")
    (change,) = changes(old, new)

    assert [line.language for line in change.redlines] == ["en", "fr"]


def test_edge_49_a_language_is_one_change_and_its_texts_are_its_echoes() -> None:
    old = "purposes: {a: {text: {en: To deliver}}, b: {text: {en: To bill}}}"
    new = "purposes: {a: {text: {en: To deliver, fr: Livrer}}, b: {text: {en: To bill, fr: Facturer}}}"
    (change,) = changes(old, new)

    assert change.echoes == (("purposes", "a", "text", "fr"), ("purposes", "b", "text", "fr"))


_SHIELD = _goes(
    "country: US, transfer: {basis: adequacy, framework: eu-us-privacy-shield, certified: 2020-01-01}"
)


@pytest.mark.parametrize(
    ("sentence", "days", "codes"),
    [
        ("it held on both days", ("2020-01-02", "2020-07-01"), []),
        ("it fell in between", ("2020-07-01", "2020-08-01"), ["transfer.basis_invalidated"]),
        ("it had fallen before both", ("2020-08-01", "2021-08-01"), []),
        ("it came back to life for the one who looks back", ("2020-08-01", "2020-07-01"), []),
    ],
)
def test_edge_69_each_side_is_judged_on_its_own_day(
    sentence: str, days: tuple[str, str], codes: list[str]
) -> None:
    assert told(_SHIELD, _SHIELD, *days) == codes, sentence


def test_edge_73_a_change_is_raised_once_however_much_it_touches() -> None:
    both = (
        "data_categories: {diet: {label: Diet, special: health, criminal: true}}\n"
        "data_subjects: {kids: {label: Children, relation: child}}\n"
        "purposes: {care: {text: To feed you, legal_basis: consent}}\n"
        "collections: {school: {label: At school, data_subjects: [kids], purposes: [care], retention: meals, "
        "categories: {diet: {}}}}\n"
    )
    (change,) = changes(
        both + "retention: {meals: {period: P1Y}}", both + "retention: {meals: {period: P2Y}}"
    )

    assert change.steps == ("special-category", "children", "consent")
    assert (change.base, change.duty) == (Duty.ADVANCE_NOTICE, Duty.PRIOR_NOTICE)


_EDITS: Any = parse(
    Path(__file__).with_name("one_edit.yaml").read_text(encoding="utf-8"), "one_edit.yaml"
).data


@pytest.mark.parametrize("edit", _EDITS, ids=lambda edit: edit["name"])
def test_one_edit_is_one_change(edit: dict[str, Any]) -> None:
    assert told(edit["old"], edit["new"]) == edit["codes"]


def test_a_split_of_purposes_that_reaches_more_data_is_a_wider_purpose() -> None:
    old = (
        "purposes: {all: {text: All}}\n"
        "collections: {c: {label: C, categories: {x: {purposes: [all]}, y: {}}}}"
    )
    new = (
        "purposes: {a: {text: A, replaces: [all]}, b: {text: B, replaces: [all]}}\n"
        "collections: {c: {label: C, categories: {x: {purposes: [a]}, y: {purposes: [b]}}}}"
    )

    assert "purpose.widened" in told(old, new)
    assert "purpose.split" not in told(old, new)


def test_a_successor_of_a_purpose_is_a_new_purpose_all_the_same() -> None:
    found = told("purposes: {a: {text: A}}", "purposes: {b: {text: B, replaces: [a]}}")

    assert found == ["purpose.added", "purpose.removed"]


@pytest.mark.parametrize(
    ("language", "headline", "before", "after"),
    [
        (
            "en",
            "Billing: kept longer",
            "3 years, from: end of the contract",
            "10 years, from: end of the contract",
        ),
        (
            "fr",
            "Facturation\u00a0: durée de conservation allongée",
            "3 ans, à compter de\u00a0: fin du contrat",
            "10 ans, à compter de\u00a0: fin du contrat",
        ),
    ],
)
def test_a_change_of_retention_reads_as_people_speak(
    language: str, headline: str, before: str, after: str
) -> None:
    both = (
        "data_categories: {billing: {label: {en: Billing, fr: Facturation}}}\n"
        "collections: {shop: {label: S, retention: billing, categories: {billing: {}}}}\n"
    )
    (change,) = changes(
        both + _kept("{period: P3Y, from: contract-end}"), both + _kept("{period: P10Y, from: contract-end}")
    )
    words = catalogue(language)
    sides: list[Any] = [change.shown_before, change.shown_after]

    assert words.say(f"changes.code.{change.code}", None, **change.args) == headline
    assert [words.arg(side) for side in sides] == [before, after]


def test_both_places_of_a_change_are_told() -> None:
    (change,) = changes(_kept("{period: P3Y}"), _kept("{period: P10Y}"))

    assert change.old is not None
    assert change.new is not None
    assert change.old.route == change.new.route == ("retention", "billing", "period")


def test_a_fingerprint_outlives_wording_and_dies_with_the_value() -> None:
    first, other, again = (
        changes(_kept("{period: P3Y}"), _kept(f"{{period: {period}, text: {text}}}"))
        for period, text in (("P10Y", "Ten"), ("P10Y", "Decade"), ("P9Y", "Ten"))
    )
    prints = [
        one.fingerprint
        for found in (first, other, again)
        for one in found
        if one.code == "retention.lengthened"
    ]

    assert prints[0] == prints[1] != prints[2]
