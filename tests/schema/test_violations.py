"""What is wrong with a shape is told in our own kinds, at the right place, with what was meant."""

from typing import Any

import pytest

from notice_lint.schema.load import load_schema
from notice_lint.schema.validate import violations

SCHEMA = load_schema("notice")

Told = tuple[str, str]

KEYS = [
    ("controler: {name: x}", "controler", "controller"),
    ("controlller: {name: x}", "controlller", "controller"),
    ("сontroller: {name: x}", "сontroller", "controller"),  # the first letter is Cyrillic
    ("Controller: {name: x}", "Controller", "controller"),
    ("retension: {}", "retension", "retention"),
    ("recipents: {}", "recipents", "recipients"),
    ("proposes: {}", "proposes", "purposes"),
    ("dop: none", "dop", "dpo"),
    ("data-categories: {}", "data-categories", "data_categories"),
    ("purposes: {a: {legal_bases: consent}}", "purposes.a.legal_bases", "legal_basis"),
    ("purposes: {a: {legal basis: consent}}", "purposes.a.legal basis", "legal_basis"),
    ("legal_bases: {legitimate_interests: {}}", "legal_bases.legitimate_interests", "legitimate-interests"),
    ("collections: {w: {catégories: {}}}", "collections.w.catégories", "categories"),
    ("rights: {acces: x}", "rights.acces", "access"),
    ("dpo: {nam: x}", "dpo.nam", "name"),
    ("something_else: x", "something_else", ""),
    ("requests: {url: x, ur: y}", "requests.ur", ""),  # `url` stands already
]


def place(violation: Any) -> str:
    return ".".join(map(str, violation.route))


@pytest.mark.parametrize(("text", "where", "suggestion"), KEYS)
def test_an_unknown_key_is_shown_with_the_known_one_that_was_meant(
    text: str, where: str, suggestion: str, written: Any
) -> None:
    [told] = violations(written(text), SCHEMA)

    assert (told.kind, place(told), told.at_key) == ("unknown-key", where, True)
    assert told.args["suggestion"] == suggestion
    assert told.args["key"] == told.route[-1]


def test_a_key_at_the_wrong_place_is_shown_where_it_belongs(written: Any) -> None:
    notice = "format: 1\nnotice: {id: a, language: fr, transfer: x}\nperiod: P1Y\nlabel: x\n"
    belongs = {place(told): told.args["belongs"] for told in violations(written(notice), SCHEMA)}

    assert belongs == {
        "notice.transfer": ("recipients.<id>.transfer",),
        "period": ("retention.<id>.period",),
        "label": (),  # known at too many places to name one
    }


VALUES = [
    # text, kind, place, suggestion
    ("controller: {country: fr}", "value-unknown", "controller.country", "FR"),
    ("controller: {country: Norvège}", "value-unknown", "controller.country", ""),
    ("controller: {country: USA}", "value-unknown", "controller.country", ""),  # SA and UA are as near as US
    ("controller: {country: false}", "value-unknown", "controller.country", ""),
    ("controller: {country: [FR]}", "not-one-value", "controller.country", "FR"),
    ("purposes: {a: {legal_basis: contrat}}", "value-unknown", "purposes.a.legal_basis", "contract"),
    (
        "purposes: {a: {legal_basis: legal_obligation}}",
        "value-unknown",
        "purposes.a.legal_basis",
        "legal-obligation",
    ),
    ("purposes: {a: {legal_basis: true}}", "value-unknown", "purposes.a.legal_basis", ""),
    ("purposes: {a: {legal_basis: [consnt]}}", "value-unknown", "purposes.a.legal_basis.0", "consent"),
    ("purposes: {a: {legal_basis: {basis: consent}}}", "not-a-list", "purposes.a.legal_basis", ""),
    ("purposes: {a: {interest: same_as_purpose}}", "value-unknown", "purposes.a.interest", "same-as-purpose"),
    (
        "purposes: {a: {interest: {whose: controler}}}",
        "value-unknown",
        "purposes.a.interest.whose",
        "controller",
    ),
    ("recipients: no", "value-unknown", "recipients", "none"),
    ("dpo: false", "value-unknown", "dpo", "none"),
    ("cookies: aucun", "value-unknown", "cookies", "none"),
    (
        "recipients: {z: {transfer: {basis: adequate}}}",
        "value-unknown",
        "recipients.z.transfer.basis",
        "adequacy",
    ),
    ("collections: {w: {source: our partners}}", "value-unknown", "collections.w.source", ""),
    ("collections: {w: {purposes: webinars}}", "not-a-list", "collections.w.purposes", "[webinars]"),
    ("collections: {w: {purposes: 'a, b'}}", "not-a-list", "collections.w.purposes", "[a, b]"),
    ("collections: {w: {purposes: {a: b}}}", "not-a-list", "collections.w.purposes", ""),
    ("recipients: {z: {purposes: webinars}}", "not-a-list", "recipients.z.purposes", "[webinars]"),
    ("collections: {w: {purposes: [Web Stats]}}", "id-form", "collections.w.purposes.0", "web-stats"),
    ("collections: {w: {purposes: [5]}}", "id-form", "collections.w.purposes.0", ""),
    ("collections: {w: {retention: My_rule}}", "id-form", "collections.w.retention", "my-rule"),
    ("retention: {a: {from: Collection}}", "value-unknown", "retention.a.from", "collection"),
    ("retention: {a: {from: the end of it}}", "id-form", "retention.a.from", "the-end-of-it"),
    ("retention: {a: {period: 10 years}}", "period-form", "retention.a.period", "P10Y"),
    ("retention: {a: {period: 10 ans}}", "period-form", "retention.a.period", "P10Y"),
    ("retention: {a: {period: P10Years}}", "period-form", "retention.a.period", "P10Y"),
    ("retention: {a: {period: 12 mois}}", "period-form", "retention.a.period", "P12M"),
    ("retention: {a: {period: 12}}", "period-form", "retention.a.period", ""),
    ("cookies: {items: {a: {duration: 13 months}}}", "period-form", "cookies.items.a.duration", "P13M"),
    ("cookies: {items: {a: {duration: Session}}}", "value-unknown", "cookies.items.a.duration", "session"),
    ("retention: {a: {statutory: oui}}", "not-true-or-false", "retention.a.statutory", "true"),
    ("children: {minimum_age: 18 ans}", "not-a-number", "children.minimum_age", "18"),
    ("format: 1\nnotice: {id: My Notice, language: fr}", "id-form", "notice.id", "my-notice"),
    ("format: 1\nnotice: {id: a, language: français}", "language-form", "notice.language", "fr"),
    ("format: 1\nnotice: {id: a, language: FR}", "language-form", "notice.language", "fr"),
    (
        "format: 1\nnotice: {id: a, language: fr, published: 5 mai 2024}",
        "date-form",
        "notice.published",
        "2024-05-05",
    ),
    ("format: 1\nnotice: {id: a, language: fr, published: 24}", "date-form", "notice.published", ""),
]


@pytest.mark.parametrize(("text", "kind", "where", "suggestion"), VALUES)
def test_a_wrong_value_is_shown_with_what_was_meant(
    text: str, kind: str, where: str, suggestion: str, written: Any
) -> None:
    [told] = violations(written(text), SCHEMA)

    assert (told.kind, place(told), told.at_key) == (kind, where, False)
    assert told.args["suggestion"] == suggestion


OTHERS: list[tuple[str, list[Told]]] = [
    ("format: 2\nnotice: {id: a, language: fr}", [("format-unknown", "format")]),
    ("format: '1'\nnotice: {id: a, language: fr}", [("format-unknown", "format")]),
    ("notice: {id: a, language: fr}", [("key-missing", "")]),
    ("format: 1\nnotice:", [("empty", "notice")]),
    ("format: 1\nnotice: {id: '', language: }", [("empty", "notice.id"), ("empty", "notice.language")]),
    ("- a\n- b", [("not-a-mapping", "")]),
    ("just words", [("not-a-mapping", "")]),
    ("purposes: [a, b]", [("not-a-mapping", "purposes")]),
    ("purposes: {a: [b, {c: d}]}", [("not-a-mapping", "purposes.a")]),
    ("controller: Clearnox", [("not-a-mapping", "controller")]),
    ("dpo: Jean Dupont", [("not-a-mapping", "dpo")]),
    ("purposes: {a: {interest: We want it.}}", [("not-a-mapping", "purposes.a.interest")]),
    ("recipients: {z: {transfer: adequacy}}", [("not-a-mapping", "recipients.z.transfer")]),
    ("controller: {name: true}", [("not-text", "controller.name")]),
    ("controller: {address: {fr: x}}", [("not-one-value", "controller.address")]),
    ("security: [a, b]", [("not-text", "security")]),
    ("security: {text: x, more: y}", [("not-text", "security")]),
    ("security: {how: x}", [("not-text", "security")]),
    ("security: {fr: x, English: y}", [("language-form", "security.English")]),
    (
        "retention: {a: {text: {text: x}, law: true}}",
        [("not-text", "retention.a.text"), ("not-text", "retention.a.law")],
    ),
    (
        "recipients: {none: x, zoom: {nam: Zoom}}",
        [("none-with-others", "recipients.none"), ("unknown-key", "recipients.zoom.nam")],
    ),
    ("dpo: {none: x, email: y}", [("none-with-others", "dpo.none")]),
    ("recipients: {none: [x]}", [("not-text", "recipients.none")]),
    ("purposes: {none: {}}", [("id-reserved", "purposes.none")]),
    (
        "collections: {w: {purposes: [none, '', ok]}}",
        [("id-reserved", "collections.w.purposes.0"), ("empty", "collections.w.purposes.1")],
    ),
    ("purposes: {My Purpose: {text: x}}", [("id-form", "purposes.My Purpose")]),
    ("children: {minimum_age: -1}", [("number-out-of-range", "children.minimum_age")]),
]


@pytest.mark.parametrize(("text", "expected"), OTHERS)
def test_other_mistakes_are_told_once_each_and_drag_no_others_behind(
    text: str, expected: list[Told], written: Any
) -> None:
    told = violations(written(text), SCHEMA)

    assert [(violation.kind, place(violation)) for violation in told] == expected


def test_all_missing_keys_of_a_place_are_one_violation(written: Any) -> None:
    [top, below] = violations(written("notice: {title: x}"), SCHEMA)

    assert (top.route, top.args["keys"]) == ((), ("format",))
    assert (below.route, below.args["keys"]) == (("notice",), ("id", "language"))


def test_a_misspelt_required_key_is_not_told_as_missing_too(written: Any) -> None:
    [told] = violations(written("format: 1\nnotice: {id: a, langage: fr}"), SCHEMA)

    assert (told.kind, told.args["suggestion"]) == ("unknown-key", "language")


def test_violations_come_in_the_order_of_the_file(written: Any) -> None:
    text = (
        "security: [x]\nretention: {b: {period: 1}, a: {period: 2}}\n"
        "controller: {kind: x, country: y}\ncontrol: 1\n"
    )

    assert [place(told) for told in violations(written(text), SCHEMA)] == [
        "security",
        "retention.b.period",
        "retention.a.period",
        "controller.kind",
        "controller.country",
        "control",
    ]


def test_a_mapping_says_which_keys_it_could_have(written: Any) -> None:
    [told] = violations(written("dpo: Jean Dupont"), SCHEMA)

    assert told.args["keys"] == ("name", "email", "address")
    assert told.args["choices"] == ("none",)


def test_a_closed_list_is_shown_and_253_countries_are_not(written: Any) -> None:
    [kind, country] = violations(written("controller: {kind: x, country: y}"), SCHEMA)

    assert kind.args["choices"] == ("company", "public-authority", "person")
    assert country.args["choices"] == ()


def test_a_key_is_the_place_where_a_key_is_wrong(written: Any) -> None:
    told = violations(written("purposes: {My Purpose: {text: [x]}}"), SCHEMA)

    assert [(violation.kind, violation.at_key) for violation in told] == [
        ("id-form", True),
        ("not-text", False),
    ]


def test_numbers_are_shown_as_they_were_written(written: Any) -> None:
    [told] = violations(written("retention: {a: {period: 0012}}"), SCHEMA)

    assert told.args["value"] == "0012"


def test_a_very_long_value_is_cut(written: Any) -> None:
    [told] = violations(written(f"controller: {{kind: {'x' * 5000}}}"), SCHEMA)

    assert len(told.args["value"]) == 80


def test_an_alias_is_told_at_each_place_where_it_is_used(written: Any) -> None:
    text = (
        "controller: &a {name: true}\n"
        "recipients: {z: {transfer: {country: fr, copy: x}}, y: {transfer: [*a]}}\n"
    )

    assert [place(told) for told in violations(written(text), SCHEMA)] == [
        "controller.name",
        "recipients.z.transfer.country",
        "recipients.y.transfer.0.name",
    ]
