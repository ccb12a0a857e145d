"""One error of jsonschema, retold as what the author plainly got wrong."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from jsonschema import Draft202012Validator, ValidationError

from notice_lint.i18n.nearest import nearest
from notice_lint.schema.gate import Gate, says_none
from notice_lint.schema.mismatch import mismatch
from notice_lint.schema.places import Places
from notice_lint.schema.violation import Args, Violation
from notice_lint.source.places import Route

Schema = Mapping[str, Any]

_MOST_SUGGESTIONS = 200
"""A file with more unknown keys is no notice with slips; comparing on would only cost time."""


def retold(data: object, schema: Schema, gate: Gate) -> Iterator[Violation]:
    """Yield what is wrong with `data`, as jsonschema finds it; some things perhaps twice."""
    reteller = _Reteller(schema, gate)
    for error in Draft202012Validator(schema).iter_errors(data):
        yield from reteller.told(error)


class _Reteller:
    """Retells the errors of one file."""

    def __init__(self, schema: Schema, gate: Gate) -> None:
        self._gate = gate
        self._places = Places(schema)
        self._left = _MOST_SUGGESTIONS

    def told(self, error: ValidationError) -> Iterator[Violation]:
        """Yield what the author got wrong: mostly one thing, one for each key if several are unknown."""
        route: Route = tuple(error.absolute_path)
        schema: Any = error.schema
        value: Any = error.instance
        if "propertyNames" in error.absolute_schema_path:
            yield self._key(str(value), route, schema)
        elif error.validator == "anyOf":
            yield from self._any_of(error, route)
        elif error.validator == "additionalProperties":
            yield from self._unknown_keys(value, route, schema)
        elif error.validator == "required":
            yield from self._keys_missing(value, route, schema)
        else:
            yield mismatch(value, route, [schema], self._places)

    def _key(self, key: str, route: Route, schema: Schema) -> Violation:
        told = mismatch(key, (*route, key), [schema], self._places)
        return told._replace(at_key=True)

    def _unknown_keys(self, written: Mapping[str, Any], route: Route, schema: Schema) -> Iterator[Violation]:
        for key, suggestion in self._meant(written, schema).items():
            belongs = () if suggestion else self._places.homes(key)
            choices = tuple(schema["properties"])
            args: Args = {"key": key, "suggestion": suggestion, "choices": choices, "belongs": belongs}
            yield Violation("unknown-key", (*route, key), True, args)  # noqa: FBT003 - at the key

    def _keys_missing(self, written: Mapping[str, Any], route: Route, schema: Schema) -> Iterator[Violation]:
        meant = set(self._meant(written, schema).values())
        missing = tuple(key for key in schema["required"] if key not in written and key not in meant)
        if missing:
            yield Violation("key-missing", route, False, {"keys": missing})  # noqa: FBT003 - what lacks it

    def _meant(self, written: Mapping[str, Any], schema: Schema) -> dict[str, str]:
        """Return the unknown keys, each with the known and still absent one that it stands for, or ""."""
        free = [key for key in schema["properties"] if key not in written and key != "none"]
        return {key: self._near(key, free) for key in written if key not in schema["properties"]}

    def _near(self, key: str, choices: Sequence[str]) -> str:
        if self._left <= 0:
            return ""
        self._left -= 1
        return nearest(key, choices)

    def _any_of(self, error: ValidationError, route: Route) -> Iterator[Violation]:
        accepted: Any = error.validator_value
        branches = [self._places.resolved(branch) for branch in accepted]
        value: object = error.instance
        meant = self._gate.branch({"anyOf": accepted}, value)
        if meant is None:
            yield mismatch(value, route, branches, self._places)
            return
        number = next(number for number, branch in enumerate(branches) if branch is meant)
        inside = [below for below in error.context or () if below.relative_schema_path[0] == number]
        told = [violation for below in inside for violation in self.told(below)]
        if isinstance(value, dict) and _is_without_language(told, route, value):
            told = [Violation("not-text", route, False, {"written": "mapping"})]  # noqa: FBT003 - the value
        if isinstance(value, dict) and len(value) > 1 and "none" in value and any(map(says_none, branches)):
            none, others = (*route, "none"), tuple(key for key in value if key != "none")
            yield Violation("none-with-others", none, True, {"keys": others})  # noqa: FBT003 - at the key
            told = [violation for violation in told if violation.route[: len(none)] != none]
        yield from told


def _is_without_language(told: Iterable[Violation], route: Route, value: Mapping[str, object]) -> bool:
    """Whether a mapping where text belongs names no language at all: it was meant for something else."""
    wrong = {violation.route for violation in told if violation.kind == "language-form" and violation.at_key}
    return bool(value) and all((*route, key) in wrong for key in value)
