"""What does not fit, cut out of a large file, so that jsonschema need not look at the rest.

jsonschema needs seconds for a megabyte of odd data; what fits is no concern of its, and nobody
reads the ten thousandth mistake.
"""

from collections.abc import Mapping
from typing import Any

from notice_lint.schema.gate import Gate
from notice_lint.source.places import Route, Step

Schema = Mapping[str, Any]

MOST = 500
"""Mistakes that are looked at in one file."""

_COMPANY = 20
"""Fitting entries that stay beside the others: whether there are any can matter, how many cannot."""


class _Picked(list[object]):
    """Items of a list that do not fit, with their positions in the file."""

    positions: list[int]


class Pruned:
    """The part of a file that does not fit its schema."""

    def __init__(self, data: object, schema: Schema, gate: Gate) -> None:
        self._gate = gate
        self._left = MOST
        self.data = self._cut(data, schema)

    def route(self, steps: Route) -> Route:
        """Return the route in the file of a place in `data`."""
        route: list[Step] = []
        here: Any = self.data
        for step in steps:
            picked = isinstance(here, _Picked) and isinstance(step, int)
            route.append(here.positions[step] if picked else step)
            here = here[step]
        return tuple(route)

    def _cut(self, value: object, schema: Schema) -> object:
        branch = self._gate.branch(schema, value)
        if branch is not None and isinstance(value, list):
            return self._items(value, branch)
        if branch is not None and isinstance(value, dict):
            return self._entries(value, branch)
        self._left -= 1
        return value

    def _items(self, value: list[object], branch: Schema) -> object:
        picked = _Picked()
        picked.positions = []
        for position, item in enumerate(value):
            if self._left > 0 and not self._gate.fits(item, branch["items"]):
                picked.append(self._cut(item, branch["items"]))
                picked.positions.append(position)
        return picked

    def _entries(self, value: dict[str, object], branch: Schema) -> object:
        known: Mapping[str, Schema] = branch.get("properties", {})
        rest = branch.get("additionalProperties")
        kept: dict[str, object] = {}
        company = 0
        for key, item in value.items():
            schema = known.get(key, rest)
            wrong_key = key not in known and not self._gate.takes_key(key, branch)
            if isinstance(schema, Mapping) and not self._gate.fits(item, schema) and self._left > 0:
                kept[key] = self._cut(item, schema)
            elif wrong_key and self._left > 0:
                kept[key] = None
                self._left -= 1
            elif key in known or (company < _COMPANY and not wrong_key):
                kept[key] = self._stand_in(item, schema)
                company += key not in known
        return kept

    def _stand_in(self, item: object, schema: object) -> object:
        """Return something that fits and is quick to look at."""
        if isinstance(schema, Mapping) and isinstance(item, dict | list) and self._gate.fits(None, schema):
            return None
        return item
