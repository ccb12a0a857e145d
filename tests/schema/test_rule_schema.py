"""Rule files and pack files have the shape that the description of rules gives them."""

from typing import Any

import pytest

from notice_lint.schema.load import load_schema
from notice_lint.schema.validate import violations

RULE, PACK = load_schema("rule"), load_schema("pack")

VALID: dict[str, Any] = {
    "name": "transfer-basis-missing",
    "code": "TR01",
    "severity": "error",
    "certainty": "sure",
    "summary": "A recipient outside the EEA has no transfer basis",
    "for_each": "transfers",
    "where": {"adequacy.status": {"not_in": ["in-force", "expiring"]}},
    "require": {"basis": "present"},
    "message": "{recipient} ({country}): no transfer basis is given.",
    "why": "People must be told which safeguard protects their data.",
    "fix_hint": "State the safeguard.",
    "references": [
        {
            "cite": "GDPR Art. 13(1)(f)",
            "url": "https://eur-lex.europa.eu",
            "as_of": "2026-11-01",
            "evidence": "V",
        }
    ],
    "regimes": ["eu-gdpr"],
    "since": "0.1.0",
    "examples": [
        {"name": "none", "notice": {"recipients": {}}, "finds": ["recipients.zoom.country"]},
        {"name": "text", "text": "format: 1", "finds": [], "on": "2026-11-22", "assume": ["eu-us-dpf=void"]},
    ],
}

CONDITIONS = [
    {"basis": "declared"},
    {"basis": {"present": True, "is_not": "adequacy"}},
    {"any_of": [{"email": "present"}, {"all_of": [{"phone": "present"}, {"not": {"url": "absent"}}]}]},
    {"check": "texts-equal"},
    {"check": {"name": "texts-equal", "with": "purpose", "least": 3}},
    {"country": {"in": "eea"}, "purposes": {"any_in": ["a", "b"]}, "lead": {"at_least": "P30D"}},
    {"published": {"at_most": {"field": "effective"}}},
    {"text": {"mentions": "vague-retention"}, "other": {"mentions_none": ["as long as necessary"]}},
]


def test_the_rule_of_the_description_is_valid() -> None:
    assert violations(VALID, RULE) == []


@pytest.mark.parametrize("condition", CONDITIONS)
def test_every_condition_of_the_vocabulary_is_valid(condition: object) -> None:
    assert violations({**VALID, "where": condition, "require": condition}, RULE) == []


WRONG: list[tuple[dict[str, object], str, tuple[object, ...], str]] = [
    ({"severety": "error"}, "unknown-key", ("severety",), ""),
    ({"severity": "eror"}, "value-unknown", ("severity",), "error"),
    ({"name": "Transfer Basis"}, "id-form", ("name",), "transfer-basis"),
    ({"code": "tr-1"}, "code-form", ("code",), ""),
    ({"require": {"basis": "presnt"}}, "value-unknown", ("require", "basis"), "present"),
    ({"require": {"basis": {"not_inn": ["a"]}}}, "unknown-key", ("require", "basis", "not_inn"), "not_in"),
    ({"require": {"any_of": {"a": "present"}}}, "not-a-list", ("require", "any_of"), ""),
    ({"compares": "yes"}, "not-true-or-false", ("compares",), "true"),
    ({"references": [{"cite": "x", "evidence": "Q"}]}, "value-unknown", ("references", 0, "evidence"), ""),
    (
        {"examples": [{"name": "x", "finds": ["a"], "assumes": ["y"]}]},
        "unknown-key",
        ("examples", 0, "assumes"),
        "assume",
    ),
]


@pytest.mark.parametrize(("part", "kind", "route", "suggestion"), WRONG)
def test_a_mistake_in_a_rule_is_told_like_one_in_a_notice(
    part: dict[str, object], kind: str, route: tuple[object, ...], suggestion: str
) -> None:
    [told] = violations({**VALID, **part}, RULE)

    assert (told.kind, told.route, told.args["suggestion"]) == (kind, route, suggestion)


@pytest.mark.parametrize("key", ["message", "references", "examples", "require"])
def test_a_rule_without_its_words_law_or_proof_is_incomplete(key: str) -> None:
    [told] = violations({name: value for name, value in VALID.items() if name != key}, RULE)

    assert (told.kind, told.args["keys"]) == ("key-missing", (key,))


@pytest.mark.parametrize(
    ("key", "nothing"), [("references", []), ("examples", []), ("message", ""), ("require", {})]
)
def test_a_rule_may_not_say_nothing(key: str, nothing: object) -> None:
    [told] = violations({**VALID, key: nothing}, RULE)

    assert (told.kind, told.route) == ("empty", (key,))


def test_a_pack_says_which_law_it_applies() -> None:
    pack = {
        "name": "transfers",
        "title": "Transfers",
        "law": "GDPR",
        "regimes": ["eu-gdpr"],
        "as_of": "2026-11-01",
    }

    assert violations(pack, PACK) == []
    assert violations({**pack, "read_by": None, "locked": True, "languages": ["fr"]}, PACK) == []
    assert [told.args["keys"] for told in violations({"name": "x"}, PACK)] == [
        ("title", "law", "regimes", "as_of")
    ]
