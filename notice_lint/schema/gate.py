"""A quick verdict on the shape of a file: yes or no, without jsonschema.

It knows the keywords that our schemas use and refuses a schema with any other, so that it can never
be milder than the schema. A property test holds it against jsonschema.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any

Test = Callable[[object], bool]
Schema = Mapping[str, Any]

_REF = "#/$defs/"
_ANNOTATIONS = frozenset({"$schema", "$id", "$defs", "title", "description", "examples"})
_TYPES = {"null": type(None), "boolean": bool, "integer": int, "string": str, "array": list, "object": dict}
_PAIR = 2


class Gate:
    """The tests that one schema states. Raises `ValueError` for a keyword that it does not know.

    Makes one closure a subschema, when a value first reaches it: a notice uses few of some 200 keys.
    """

    def __init__(self, schema: Schema) -> None:
        self._schema = schema
        self._defs: Mapping[str, Schema] = schema.get("$defs", {})
        self._made: dict[int, Test] = {}

    def fits(self, value: object, schema: Schema | None = None) -> bool:
        """Whether `value` has the shape that the schema states, or this part of it."""
        return self.test(self._schema if schema is None else schema)(value)

    def takes_key(self, key: str, schema: Schema) -> bool:
        """Whether a mapping may have this key besides the known ones."""
        named = "propertyNames" not in schema or self.fits(key, schema["propertyNames"])
        return named and schema.get("additionalProperties") is not False

    def branch(self, schema: Schema, value: object) -> Schema | None:
        """Return the part of `schema` that was meant by this mapping or list; None where none takes one.

        `{none: …}` means the branch that says "none", and any other mapping another one.
        """
        resolved = self._resolved(schema)
        branches = [self._resolved(branch) for branch in resolved.get("anyOf", [resolved])]
        wanted = "object" if isinstance(value, dict) else "array" if isinstance(value, list) else None
        meant = [branch for branch in branches if wanted and branch.get("type") == wanted]
        if isinstance(value, dict) and len(meant) > 1:
            only_none = value.keys() == {"none"}
            meant = [branch for branch in meant if says_none(branch) == only_none] or meant
        return meant[0] if meant else None

    def test(self, schema: Schema) -> Test:
        """Return the test for one part of the schema."""
        made = self._made.get(id(schema))
        if made is None:
            made = self._made[id(schema)] = self._make(schema)
        return made

    def _make(self, schema: Schema) -> Test:
        keywords = schema.keys() - _ANNOTATIONS
        makers = dict.fromkeys(_maker(keyword, schema) for keyword in sorted(keywords))
        tests = [make(self, schema) for make in makers]
        return tests[0] if len(tests) == 1 else lambda value: all(test(value) for test in tests)

    def reference(self, schema: Schema) -> Test:
        # A definition reaches itself only through `properties`, which are looked at later: this ends.
        return self.test(self._defs[schema["$ref"].removeprefix(_REF)])

    def any_of(self, schema: Schema) -> Test:
        by_class: dict[type, Test] = {}

        def fits(value: object) -> bool:
            test = by_class.get(value.__class__)
            if test is None:
                test = by_class[value.__class__] = self._for_class_of(value, schema["anyOf"])
            return test(value)

        return fits

    def _for_class_of(self, value: object, branches: Iterable[Schema]) -> Test:
        """Return the test for every value of this one's class: mostly a single branch speaks of them."""
        if isinstance(
            value, float
        ):  # 1.0 is a whole number in JSON Schema and 1.5 is not: no verdict by class
            return lambda value: any(self.test(branch)(value) for branch in branches)
        speaking = [branch for branch in branches if self._speaks_of(self._resolved(branch), value)]
        if any(branch.keys() - _ANNOTATIONS == {"type"} for branch in speaking):
            return _anything
        tests = tuple(map(self.test, reversed(speaking)))  # "not said" stands first, and is rare
        if len(tests) == 1:
            return tests[0]
        if len(tests) == _PAIR:
            first, second = tests
            return lambda value: first(value) or second(value)
        return lambda value: any(test(value) for test in tests)

    def _resolved(self, schema: Schema) -> Schema:
        while "$ref" in schema:
            schema = self._defs[schema["$ref"].removeprefix(_REF)]
        return schema

    def _speaks_of(self, schema: Schema, value: object) -> bool:
        """Whether the branch could hold for a value of this one's class."""
        if "type" in schema:
            return _of_type(self, schema)(value)
        if "enum" in schema or "const" in schema:
            return any(isinstance(value, choice.__class__) for choice in _choices(schema))
        return True

    def mapping(self, schema: Schema) -> Test:
        known: Mapping[str, Schema] = schema.get("properties", {})
        required = tuple(schema.get("required", ()))
        least: int = schema.get("minProperties", 0)
        of_name = self.test(schema["propertyNames"]) if "propertyNames" in schema else _anything
        rest = schema.get("additionalProperties", True)
        of_others = {True: _anything, False: _nothing}[rest] if isinstance(rest, bool) else self.test(rest)
        others_fit = schema.get("type") != "object"
        tests: dict[str, Test] = {}

        def fits(value: object) -> bool:
            if not isinstance(value, dict):
                return others_fit
            for key, item in value.items():
                test = tests.get(key)
                if test is None:
                    if not of_name(key):
                        return False
                    test = of_others
                    if key in known:
                        test = tests[key] = self.test(known[key])
                if not test(item):
                    return False
            return len(value) >= least and all(key in value for key in required)

        return fits

    def list_(self, schema: Schema) -> Test:
        test = self.test(schema["items"]) if "items" in schema else _anything
        least: int = schema.get("minItems", 0)
        others_fit = schema.get("type") != "array"

        def fits(value: object) -> bool:
            if not isinstance(value, list):
                return others_fit
            for item in value:
                if not test(item):
                    return False
            return len(value) >= least

        return fits


def says_none(branch: Schema) -> bool:
    """Whether it is the branch of `{none: …}`."""
    return branch.get("required") == ["none"]


def _anything(_: object) -> bool:
    return True


def _nothing(_: object) -> bool:
    return False


def _one_of(_: Gate, schema: Schema) -> Test:
    choices = _choices(schema)
    words = frozenset(choice for choice in choices if isinstance(choice, str))
    others = tuple(choice for choice in choices if not isinstance(choice, str))

    def fits(value: object) -> bool:
        if isinstance(value, str):
            return value in words
        return any(_same(value, other) for other in others)

    return fits


def _choices(schema: Schema) -> tuple[object, ...]:
    return tuple(schema["enum"] if "enum" in schema else [schema["const"]])


def _same(value: object, other: object) -> bool:
    """Whether JSON takes them for equal: `true` is not 1."""
    if isinstance(value, bool) or isinstance(other, bool):
        return value is other
    return value == other


def _of_type(_: Gate, schema: Schema) -> Test:
    asked = schema["type"]
    names = (asked,) if isinstance(asked, str) else tuple(asked)
    types = tuple(_TYPES[name] for name in names)
    boolean, integer = "boolean" in names, "integer" in names

    def fits(value: object) -> bool:
        if isinstance(value, bool):
            return boolean
        return isinstance(value, types) or (integer and isinstance(value, float) and value.is_integer())

    return fits


def _text(_: Gate, schema: Schema) -> Test:
    search = re.compile(schema.get("pattern", "")).search
    least: int = schema.get("minLength", 0)
    others_fit = schema.get("type") != "string"

    def fits(value: object) -> bool:
        if not isinstance(value, str):
            return others_fit
        return len(value) >= least and search(value) is not None

    return fits


def _number(_: Gate, schema: Schema) -> Test:
    least, most = schema.get("minimum", float("-inf")), schema.get("maximum", float("inf"))

    def fits(value: object) -> bool:
        return isinstance(value, bool) or not isinstance(value, int | float) or bool(least <= value <= most)

    return fits


_Maker = Callable[[Gate, Schema], Test]

_MAKERS: Mapping[str, _Maker] = {
    "$ref": Gate.reference,
    "anyOf": Gate.any_of,
    **dict.fromkeys(("type",), _of_type),
    **dict.fromkeys(("enum", "const"), _one_of),
    **dict.fromkeys(("pattern", "minLength"), _text),
    **dict.fromkeys(("minimum", "maximum"), _number),
    **dict.fromkeys(("items", "minItems"), Gate.list_),
    **dict.fromkeys(
        ("properties", "required", "additionalProperties", "propertyNames", "minProperties"),
        Gate.mapping,
    ),
}


def _maker(keyword: str, schema: Schema) -> _Maker:
    """Return what makes the test for a keyword; those for mappings, lists and text judge the type as well."""
    if keyword == "type":
        told_by = _TYPE_TOLD_BY.get(str(schema["type"]), ())
        keyword = next((other for other in told_by if other in schema), keyword)
    if keyword not in _MAKERS:
        raise ValueError(f"the gate does not know {keyword!r}")
    return _MAKERS[keyword]


_TYPE_TOLD_BY = {
    "object": ("properties", "propertyNames", "additionalProperties", "required", "minProperties"),
    "array": ("items", "minItems"),
    "string": ("pattern", "minLength"),
}
