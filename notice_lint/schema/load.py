"""The schemas, by name."""

from collections.abc import Mapping
from typing import Any

from notice_lint.source.compiled import compiled

NAMES = ("notice", "rule", "pack", "changes-file", "settings", "baseline")

_loaded: dict[str, dict[str, Any]] = {}


def load_schema(name: str) -> Mapping[str, Any]:
    """Return the JSON Schema called `name` (draft 2020-12); the same object each time.

    Raises `KeyError` for a name that is not in `NAMES`.
    """
    if name not in NAMES:
        raise KeyError(name)
    if name not in _loaded:
        _loaded[name] = compiled(f"schema_{name}") or _read(name)
    return _loaded[name]


def _read(name: str) -> dict[str, Any]:
    import json  # noqa: PLC0415 - 5 ms that a run with compiled schemas does not pay
    from pathlib import Path  # noqa: PLC0415 - likewise

    text = Path(__file__).with_name(f"{name}.schema.json").read_text(encoding="utf-8")
    schema: dict[str, Any] = json.loads(text)
    return schema
