"""The one door to the catalogues: the YAML files of this folder as plain data."""

from collections.abc import Mapping
from typing import Any

from notice_lint.source.compiled import compiled
from notice_lint.source.parse import parse

_read: dict[str, Mapping[str, Any]] = {}


def words(language: str) -> Mapping[str, Any]:
    """Return the words of a language, by key."""
    if language not in _read:
        _read[language] = compiled(f"words_{language}") or _parsed(language)
    return _read[language]


def _parsed(language: str) -> Mapping[str, Any]:
    from pathlib import Path  # noqa: PLC0415 - 5 ms that a run with compiled data does not pay

    path = Path(__file__).with_name(f"{language}.yaml")
    data: Any = parse(path.read_text(encoding="utf-8"), str(path)).data
    return data  # type: ignore[no-any-return] # a mapping, as a test holds
