"""A schema for editors: it takes the same files, and says more helpfully what can stand where.

Ours lists "the notice does not say" as values (null, an empty text, list or mapping). Editors would offer
these at every place, and name them in every message.
"""

from collections.abc import Mapping
from typing import Any

from notice_lint.i18n.catalogue import catalogue

_UNSAID = {"$ref": "#/$defs/unsaid"}
_EMPTY = {"type": ["null", "string", "array", "object"], "maxLength": 0, "maxItems": 0, "maxProperties": 0}
_MESSAGES = {
    "id": "id-form",
    "name": "id-form",
    "date-written": "date-form",
    "period-written": "period-form",
    "language": "language-form",
}
"""Definitions with a pattern, and the kind of violation whose sentence says what to write."""


def for_editors(schema: Mapping[str, Any]) -> dict[str, Any]:
    """Return a schema that takes exactly what `schema` takes, as yaml-language-server reads it best."""
    said: dict[str, Any] = _unsaid_last(schema)
    definitions = said.get("$defs", {})
    if "unsaid" in definitions:
        definitions["unsaid"] = _EMPTY
    for name, kind in _MESSAGES.items():
        if "pattern" in definitions.get(name, {}):
            sentence = catalogue("en").sentence(f"violation.{kind}").replace("“{value}”", "This")
            definitions[name]["patternErrorMessage"] = sentence
    return said


def _unsaid_last(part: Any) -> Any:
    """Return a copy in which what says something comes before what says nothing."""
    if isinstance(part, list):
        return [_unsaid_last(member) for member in part]
    if not isinstance(part, Mapping):
        return part
    copy = {key: _unsaid_last(value) for key, value in part.items()}
    if isinstance(copy.get("anyOf"), list):
        copy["anyOf"].sort(key=lambda branch: branch == _UNSAID)
    return copy
