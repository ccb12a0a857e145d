"""What is wrong with the shape of a file, in kinds of our own and without words.

jsonschema finds the errors; none of its sentences reaches an author.
"""

from collections.abc import Mapping
from typing import Any

from notice_lint.schema.gate import Gate
from notice_lint.schema.violation import Violation
from notice_lint.source.places import Route

__all__ = ["Violation", "fits", "violations"]

Schema = Mapping[str, Any]

_gates: dict[int, tuple[Schema, Gate]] = {}


def fits(data: object, schema: Schema) -> bool:
    """Whether `data` has the shape that `schema` states. Quick; imports no jsonschema."""
    return _gate(schema).fits(data)


def _gate(schema: Schema) -> Gate:
    known = _gates.get(id(schema))
    if known is None:
        known = _gates[id(schema)] = (schema, Gate(schema))  # with the schema, so that no other gets its id
    return known[1]


def violations(data: object, schema: Schema) -> list[Violation]:
    """Return what is wrong with the shape of `data`, in the order of the file: one for each place and kind.

    `schema` is one of `load_schema`. Empty for a file that fits, and then jsonschema is not imported.
    Of a file with more than `prune.MOST` mistakes only some are told.
    """
    if fits(data, schema):
        return []
    from notice_lint.schema.prune import Pruned  # noqa: PLC0415 - needed only here
    from notice_lint.schema.retell import retold  # noqa: PLC0415 - imports jsonschema, which takes 55 ms

    pruned = Pruned(data, schema, _gate(schema))
    found: dict[tuple[str, Route], Violation] = {}
    for violation in retold(pruned.data, schema, _gate(schema)):
        route = pruned.route(violation.route)
        found.setdefault((violation.kind, route), violation._replace(route=route))
    return sorted(found.values(), key=_Order(data).of)


class _Order:
    """Sorts by where things stand in the file, not by how they are called."""

    def __init__(self, data: object) -> None:
        self._data = data
        self._positions: dict[int, dict[object, int]] = {}

    def of(self, violation: Violation) -> tuple[list[int], str]:
        place: list[int] = []
        data = self._data
        for step in violation.route:
            if isinstance(data, dict):
                place.append(self._keys(data).get(step, -1))
                data = data.get(step)
            elif isinstance(data, list) and isinstance(step, int):
                place.append(step)
                data = data[step]
        return place, violation.kind

    def _keys(self, data: dict[object, object]) -> dict[object, int]:
        if id(data) not in self._positions:
            self._positions[id(data)] = {key: place for place, key in enumerate(data)}
        return self._positions[id(data)]
