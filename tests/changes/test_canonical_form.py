"""Does the annotation say of every key of the schema what stands there? Without it, identity is guessed."""

from collections.abc import Iterator, Mapping
from json import dumps
from typing import Any

import pytest

from notice_lint.changes.canonical_form import KEYED, NAMED, PARTS, SINGLE, Fields, Kind, fields_of
from notice_lint.schema.load import load_schema

SCHEMA: Mapping[str, Any] = load_schema("notice")
_KNOWN = {
    **{name: name for name in ("text", "line", "date", "period", "country")},
    "ids": "set",
    "yes-or-no": "flag",
    "age": "number",
    "event": "ref",
    "language": "word",
    "id": "line",
    "id-or-unsaid": "id",
    "retention-use": "uses",
    "source": "short",
    "provision": "short",
}
"""What a definition of the schema is in the annotation; an id may be one of ours or of the world."""
_LISTS = {"text": "texts", "country-code": "countries", "previous-version": "versions"}
_OF_TRANSFERS, _BOOKKEEPING = ("country", "basis"), ("previous_ids", "replaces")
_ELSEWHERE = {
    "collections": ("categories", "retention", "purposes", "source", "provision"),
    "cookies": ("items",),
}
"""Keys that are entries of their own, or are inherited by such."""


def resolved(node: Mapping[str, Any]) -> tuple[str, Mapping[str, Any]]:
    """Return the name of a definition and what it says, without its ways to say nothing."""
    name = ""
    while True:
        if "$ref" in node:
            name = node["$ref"].rpartition("/")[2]
            node = SCHEMA["$defs"][name]
        elif name not in _KNOWN and "anyOf" in node and (rest := _saying(node["anyOf"])) is not None:
            node = rest
        else:
            return name, node


def _saying(choices: list[Mapping[str, Any]]) -> Mapping[str, Any] | None:
    """Return the choice that says something, where there is one; of a shorthand, its long form."""
    saying = [c for c in choices if c.get("$ref") not in ("#/$defs/unsaid", "#/$defs/none-said")]
    long = [c for c in saying if "enum" not in c and resolved_type(c) in ("array", "object")]
    return next(reversed(long or saying), None)


def resolved_type(node: Mapping[str, Any]) -> object:
    """Return the type that a schema asks for, through its references."""
    while "$ref" in node:
        node = SCHEMA["$defs"][node["$ref"].rpartition("/")[2]]
    if "anyOf" in node:
        return next((t for c in node["anyOf"] if (t := resolved_type(c)) in ("array", "object")), None)
    return node.get("type")


def kind_by_schema(node: Mapping[str, Any]) -> str:
    """Return how the schema says that a value is to be read; "" for a mapping with keys of its own."""
    name, node = resolved(node)
    if name in _KNOWN:
        return _KNOWN[name]
    if node.get("type") == "array":
        item, inner = resolved(node["items"])
        if item == "transfer":
            return "transfers"
        if "when" in inner.get("properties", {}):
            return "bases"
        return _LISTS.get(item, "set")
    if node.get("type") == "object":
        return "" if "properties" in node else "entries"
    return "word" if "enum" in node else "other"


def keys(part: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Yield the keys that an entry of a part can have, with what the schema says of them."""
    if part == "categories":
        yield from resolved({"$ref": "#/$defs/collected-category"})[1]["properties"].items()
        return
    _, node = resolved(SCHEMA["properties"][part])
    if (
        part in KEYED
        and part not in SINGLE
        and "additionalProperties" in node
        and node["additionalProperties"]
    ):
        _, node = resolved(node["additionalProperties"])
    yield from node["properties"].items()


def _annotated(part: str, key: str) -> Kind | Fields | None:
    return fields_of(part).get(key)


_PLAIN = [part for part in PARTS if part not in ("rights", "security", "legal_bases")]
_CASES = [
    (part, key, node)
    for part in _PLAIN
    for key, node in keys(part)
    if key not in _BOOKKEEPING and key not in _ELSEWHERE.get(part, ())
]
_COOKIE = [
    ("cookies", key, node)
    for key, node in resolved({"$ref": "#/$defs/cookie"})[1]["properties"].items()
    if key not in _BOOKKEEPING
]


@pytest.mark.parametrize(
    ("part", "key", "node"),
    _CASES + _COOKIE,
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_the_annotation_reads_a_key_as_the_schema_has_it(
    part: str, key: str, node: Mapping[str, Any]
) -> None:
    kind, expected = _annotated(part, key), kind_by_schema(node)
    assert kind is not None, f"{part}.{key} has no annotation"

    if isinstance(kind, Kind):
        assert kind.how in _ALLOWED.get((part, key), {"id": ("ref", "word")}.get(expected, (expected,)))
    else:
        assert (expected, list(kind)) == ("", list(resolved(node)[1]["properties"]))


_ALLOWED = {
    ("cookies", "duration"): ("period",),  # or `session`
    ("purposes", "interest"): ("interest",),  # a mapping, or `same-as-purpose`
    ("sections", "after"): ("place",),  # the schema has a line
}


def test_every_part_of_the_schema_is_compared() -> None:
    assert set(SCHEMA["properties"]) | {"categories"} == {*PARTS, "format"}


def test_every_list_of_the_schema_is_a_set_or_keyed() -> None:
    lists = ("set", "countries", "texts", "versions", "bases", "transfers")
    found = [(part, key) for part, key, node in _CASES + _COOKIE if kind_by_schema(node) in lists]

    assert len(found) > 20
    assert [place for place in found if not isinstance(_annotated(*place), Kind)] == []


def test_there_is_no_list_in_the_schema_but_those_that_were_looked_at() -> None:
    inside = {"ids", "retention-use", "retention-rules"}
    holders = {name for name, node in SCHEMA["$defs"].items() if '"array"' in dumps(node)} - inside

    assert holders == {
        *("notice", "controller", "collected-category", "purpose", "recipient", "transfer"),
        *("rights", "statement"),
    }


_LATER = {"categories", "cookies"}


def test_only_what_the_schema_lets_be_renamed_has_names() -> None:
    defs = SCHEMA["$defs"]
    renamed = {
        part
        for part in KEYED
        if part not in ("categories", "cookies")
        and "previous_ids"
        in (resolved(resolved(SCHEMA["properties"][part])[1].get("additionalProperties") or {})[1]).get(
            "properties", {}
        )
    }
    assert "previous_ids" in resolved(defs["cookie"])[1]["properties"]

    assert renamed | {"cookies"} == NAMED


def test_transfers_keep_every_key_but_those_that_they_are_known_by() -> None:
    kind = KEYED["recipients"]["transfer"]
    assert isinstance(kind, Kind)

    assert {*kind.fields, *_OF_TRANSFERS} == set(SCHEMA["$defs"]["transfer"]["properties"])


def test_headings_and_rights_are_all_known() -> None:
    assert set(SINGLE["headings"]) == set(dict(keys("headings")))
    assert set(resolved(SCHEMA["properties"]["legal_bases"])[1]["properties"]) == set(
        resolved({"$ref": "#/$defs/legal-basis"})[1]["enum"]
    )
