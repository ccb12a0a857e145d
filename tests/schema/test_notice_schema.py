"""The notice schema says what the format says: every key, every closed list, nothing said and "none"."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from notice_lint.model import terms
from notice_lint.schema.load import load_schema
from notice_lint.schema.validate import fits, violations

SCHEMA = load_schema("notice")


@pytest.mark.parametrize("name", ["whole.yaml", "none.yaml", "format-example.yaml"])
def test_a_notice_that_uses_the_format_as_described_is_valid(name: str, stored: Any) -> None:
    data = stored(name)

    assert violations(data, SCHEMA) == []


def branches(schema: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """Yield the schema itself and every branch of it, references followed."""
    while "$ref" in schema:
        schema = SCHEMA["$defs"][schema["$ref"].removeprefix("#/$defs/")]
    yield schema
    for branch in schema.get("anyOf", ()):
        yield from branches(branch)


def used(schema: Mapping[str, Any], data: object) -> Iterator[int]:
    """Yield the identity of every key's subschema that `data` uses."""
    for branch in branches(schema):
        if isinstance(data, dict):
            for key, value in data.items():
                if key in branch.get("properties", {}):
                    yield id(branch["properties"][key])
                    yield from used(branch["properties"][key], value)
                elif isinstance(branch.get("additionalProperties"), dict):
                    yield from used(branch["additionalProperties"], value)
        if isinstance(data, list) and "items" in branch:
            for item in data:
                yield from used(branch["items"], item)


def known(schema: object, place: str = "") -> Iterator[tuple[str, int]]:
    """Yield every key of the schema: where it stands there, and the identity of its subschema."""
    below: Iterable[tuple[str, object]] = ()
    if isinstance(schema, dict):
        below = schema.items()
        if "type" in schema:
            yield from ((f"{place}/{key}", id(said)) for key, said in schema.get("properties", {}).items())
    elif isinstance(schema, list):
        below = ((str(number), item) for number, item in enumerate(schema))
    for step, item in below:
        if step != "examples":
            yield from known(item, f"{place}/{step}")


def test_the_notice_that_says_everything_uses_every_key_of_the_format(stored: Any) -> None:
    seen = {*used(SCHEMA, stored("whole.yaml")), *used(SCHEMA, stored("none.yaml"))}

    assert [place for place, key in known(SCHEMA) if key not in seen] == []


CLOSED = {
    name: frozenset(getattr(terms, name))
    for name in (
        "AFTERWARDS",
        "CLAIMS",
        "CONTROLLER_KINDS",
        "COOKIE_KINDS",
        "EVENTS",
        "INTEREST_HOLDERS",
        "LARGE_SCALE",
        "LEGAL_BASES",
        "PROVISIONS",
        "PURPOSE_KINDS",
        "REGIMES",
        "RELATIONS",
        "RIGHTS",
        "ROLES",
        "SOURCES",
        "SPECIAL_CATEGORIES",
        "SPECIAL_CONDITIONS",
        "TRANSFER_BASES",
    )
}


def enumerations(schema: object) -> Iterator[frozenset[str]]:
    """Yield every closed list of words in the schema."""
    if isinstance(schema, dict):
        if "enum" in schema and all(isinstance(member, str) for member in schema["enum"]):
            yield frozenset(schema["enum"])
        for below in schema.values():
            yield from enumerations(below)
    elif isinstance(schema, list):
        for below in schema:
            yield from enumerations(below)


@pytest.mark.parametrize("name", CLOSED)
def test_schema_and_model_know_the_same_closed_lists(name: str) -> None:
    assert CLOSED[name] in set(enumerations(SCHEMA))


def test_every_country_of_iso_3166_is_known_and_four_more() -> None:
    countries = SCHEMA["$defs"]["country-code"]["enum"]

    assert len(countries) == len(set(countries)) == 249 + 4
    assert {"FR", "NO", "GB", "GR", "XK", "UK", "EL", "EEA"} <= set(countries)


NONE_ALLOWED = (
    "joint_controllers",
    "representatives",
    "dpo",
    "recipients",
    "automated_decisions",
    "profiling",
    "children",
    "cookies",
)


@pytest.mark.parametrize("key", [key for key in SCHEMA["properties"] if key != "security"])  # a text is free
def test_none_can_be_said_exactly_where_the_format_lets_it_be_said(key: str, written: Any) -> None:
    plain, worded = written("").copy(), written("").copy()
    plain[key], worded[key] = "none", {"none": "Why there is none"}

    assert fits(plain, SCHEMA) is (key in NONE_ALLOWED)
    assert fits(worded, SCHEMA) is (key in NONE_ALLOWED)


@pytest.mark.parametrize("nothing", [None, "", [], {}])
def test_a_key_may_say_nothing_unless_it_is_required(nothing: object) -> None:
    required = {id(SCHEMA["properties"]["format"]), id(SCHEMA["properties"]["notice"])}
    required |= {id(SCHEMA["$defs"]["notice"]["properties"][key]) for key in ("id", "language")}
    silent = [
        place
        for place, said in subschemas(SCHEMA)
        if id(said) not in required
        and not Draft202012Validator({**said, "$defs": SCHEMA["$defs"]}).is_valid(nothing)
    ]

    assert silent == []


def subschemas(schema: object, place: str = "") -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Yield every key's subschema."""
    if isinstance(schema, dict):
        if "type" in schema:
            yield from ((f"{place}/{key}", said) for key, said in schema.get("properties", {}).items())
        for keyword, below in schema.items():
            if keyword != "examples":
                yield from subschemas(below, f"{place}/{keyword}")
    elif isinstance(schema, list):
        for number, below in enumerate(schema):
            yield from subschemas(below, f"{place}/{number}")


def fitting(form: str, value: object) -> bool:
    return fits(value, {"$ref": f"#/$defs/{form}", "$defs": SCHEMA["$defs"]})


FORMS = [
    ("date", ["2024", 2024, "2024-11", "2024-11-05", "2024-02-29", "2000-02-29", ""], True),
    ("date", ["24", 24, "2024-13", "2024-00", "2024-1", "2024-11-31", "2023-02-29", "1900-02-29"], False),
    ("date", ["2024-02-30", "2024-11-05\n", "2024-11-05T00:00", "٢٠٢٤", "0000", "05/11/2024", True], False),
    ("period", ["P10Y", "P14M", "P4W", "P30D", "P1Y6M", "P0D", "P1Y2M3W4D", None], True),
    (
        "period",
        ["P", "10Y", "p1y", "P1Y6", "P6M1Y", "PT24H", "P-1Y", "P1.5Y", "P1Y\n", "P٣Y", 12, "session"],
        False,
    ),
    ("id-or-unsaid", ["webinars", "web-statistics", "2fa-logs", "a", "27001-audit"], True),
    (
        "id-or-unsaid",
        ["Webinars", "web_stats", "-a", "a-", "a--b", "none", "a b", "2024", 2024, "é", "a\n"],
        False,
    ),
    ("language", ["fr", "nl-BE", "zh-Hant", "gsw", "sr-Latn-RS", "de-x-simple"], True),
    ("language", ["", "FR", "fr_BE", "french", "f", "fr-", "how", "law", "fr\n", None], False),
    ("text", ["x", "", 3, None, {"fr": "x", "en": ""}, {"nl-BE": 3}, {"fr": None}], True),
    ("text", [True, ["x"], {"text": "x"}, {"fr": ["x"]}, {"fr": {"en": "x"}}, 1.5], False),
    ("yes-or-no", [True, False, None], True),
    ("yes-or-no", ["true", "yes", 1, 0, [True]], False),
    ("country", ["FR", "NO", "EEA", "UK", "EL", "XK"], True),
    ("country", ["fr", "EU", "FRA", "France", False, 1, ["FR"]], False),
]


@pytest.mark.parametrize(("form", "values", "valid"), FORMS)
def test_a_form_takes_what_it_should_and_refuses_the_rest(
    form: str, values: list[object], *, valid: bool
) -> None:
    assert [value for value in values if fitting(form, value) is not valid] == []


PARTS = [
    ("purposes: {a: {legal_basis: [consent, {basis: contract, when: x}]}}", True),
    ("purposes: {a: {legal_basis: {basis: contract}}}", False),
    ("recipients: {z: {purposes: all}}", True),
    ("recipients: {z: {purposes: webinars}}", False),
    ("recipients: {z: {transfer: {basis: adequacy}}}", True),
    ("recipients: {z: {transfer: [{basis: adequacy}, {country: IN}]}}", True),
    ("recipients: {z: {processing_countries: US}}", False),
    ("collections: {w: {retention: [a, b], purposes: [a]}}", True),
    ("collections: {w: {retention: {a: b, c: [d, e]}}}", True),
    ("collections: {w: {retention: {a: {b: c}}}}", False),
    ("collections: {w: {purposes: a}}", False),
    ("retention: {a: {from: our-own-event, until: 'Some words'}}", False),
    ("retention: {a: {from: our-own-event, until: claim-expiry}}", True),
    ("cookies: {items: {ga: {duration: session}}}", True),
    ("cookies: {items: {ga: {duration: P0D}}}", True),
    ("dpo: {none: x, email: y}", False),
    ("recipients: {none: x, zoom: {}}", False),
    ("rights: {accesss: x}", False),
]


@pytest.mark.parametrize(("text", "valid"), PARTS)
def test_lists_and_single_values_stand_only_where_the_format_has_them(
    text: str, written: Any, *, valid: bool
) -> None:
    assert fits(written(text), SCHEMA) is valid
