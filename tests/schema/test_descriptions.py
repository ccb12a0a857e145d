"""Every key of every schema is explained to the people who write it."""

from collections.abc import Iterator, Mapping
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from notice_lint.schema.load import NAMES, load_schema

Key = tuple[str, str, Mapping[str, Any]]


def keys(name: str, schema: object, place: str = "") -> Iterator[Key]:
    """Yield every key below: the schema's name, where the key stands in it, and what is said of it."""
    if isinstance(schema, list):
        for number, item in enumerate(schema):
            yield from keys(name, item, f"{place}/{number}")
    if isinstance(schema, dict):
        for key, below in schema.get("properties", {}).items():
            yield name, f"{place}/{key}", below
        for keyword, below in schema.items():
            if keyword == "properties":
                for key, said in below.items():
                    yield from keys(name, said, f"{place}/{key}")
            elif keyword not in {"examples", "enum", "const"}:
                yield from keys(name, below, f"{place}/{keyword}")


KEYS = [pytest.param(*key, id=f"{key[0]}{key[1]}") for name in NAMES for key in keys(name, load_schema(name))]


@pytest.mark.parametrize("name", NAMES)
def test_a_schema_is_a_schema_of_draft_2020_12_with_a_name_that_no_network_resolves(name: str) -> None:
    schema = load_schema(name)

    Draft202012Validator.check_schema(schema)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["$id"] == f"urn:notice-lint:schema:{name}:1"


@pytest.mark.parametrize(("name", "place", "said"), KEYS)
def test_every_key_has_a_title_a_description_and_examples(
    name: str, place: str, said: Mapping[str, Any]
) -> None:
    assert said.get("title"), f"{name}{place} has no title"
    assert said.get("description", "").endswith((".", ")")), f"{name}{place} has no sentence that explains it"
    assert said.get("examples"), f"{name}{place} has no example"


@pytest.mark.parametrize(("name", "place", "said"), KEYS)
def test_every_example_is_valid_where_it_stands(name: str, place: str, said: Mapping[str, Any]) -> None:
    checker = Draft202012Validator({**said, "$defs": load_schema(name)["$defs"]})

    for example in said["examples"]:
        assert checker.is_valid(example), f"{name}{place}: {example!r}"


def mappings(schema: object) -> Iterator[Mapping[str, Any]]:
    """Yield every subschema that lists keys."""
    if isinstance(schema, dict):
        if "properties" in schema and "type" in schema:
            yield schema
        for below in schema.values():
            yield from mappings(below)
    if isinstance(schema, list):
        for below in schema:
            yield from mappings(below)


def test_the_notice_schema_lets_no_unknown_key_pass() -> None:
    open_ones = [
        list(known["properties"])
        for known in mappings(load_schema("notice"))
        if known.get("additionalProperties") is not False
    ]

    assert open_ones == []
