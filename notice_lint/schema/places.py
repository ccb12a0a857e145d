"""Where in the format each key is known, so that a key at the wrong place can be sent home."""

from collections.abc import Iterator, Mapping
from typing import Any

Schema = Mapping[str, Any]

_REF = "#/$defs/"
_MOST = 3
"""A key known at more places than these (`text`, `label`) has no home to name."""


class Places:
    """What one schema says about its keys."""

    def __init__(self, schema: Schema) -> None:
        self._defs: Mapping[str, Schema] = schema.get("$defs", {})
        self._homes: dict[str, list[str]] = {}
        for home, key in self._keys(schema, (), ()):
            self._homes.setdefault(key, []).append(home)

    def resolved(self, schema: Schema) -> Schema:
        """Return the schema that a `$ref` stands for, or the schema itself."""
        while "$ref" in schema:
            schema = self._defs[schema["$ref"].removeprefix(_REF)]
        return schema

    def homes(self, key: str) -> tuple[str, ...]:
        """Return the places that know `key`, such as "recipients.<id>.transfer"; none if there are many."""
        homes = self._homes.get(key, [])
        return tuple(homes) if len(homes) <= _MOST else ()

    def form(self, schema: Schema) -> str:
        """Return which form a pattern states: the name of its definition (`id`, `period-written`), or ""."""
        pattern = schema.get("pattern")
        named = (name for name, known in self._defs.items() if pattern and known.get("pattern") == pattern)
        return next(named, "form" if pattern else "")

    def _keys(
        self, schema: Schema, route: tuple[str, ...], seen: tuple[str, ...]
    ) -> Iterator[tuple[str, str]]:
        while "$ref" in schema:
            if schema["$ref"] in seen:
                return
            seen = (*seen, schema["$ref"])
            schema = self._defs[schema["$ref"].removeprefix(_REF)]
        for key, below in schema.get("properties", {}).items():
            yield ".".join((*route, key)), key
            yield from self._keys(below, (*route, key), seen)
        for branch in schema.get("anyOf", ()):
            yield from self._keys(branch, route, seen)
        if isinstance(schema.get("items"), Mapping):
            yield from self._keys(schema["items"], route, seen)
        if isinstance(schema.get("additionalProperties"), Mapping):
            yield from self._keys(schema["additionalProperties"], (*route, "<id>"), seen)
