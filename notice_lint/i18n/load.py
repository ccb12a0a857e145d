"""The one door to the catalogues: the YAML files of this folder as plain data."""

from collections.abc import Mapping
from typing import Any

from notice_lint.source.compiled import compiled
from notice_lint.source.parse import parse

SUBJECTS = ("changes", "living", "page")
"""Sentences that most runs do not need, one file a subject and language: `changes.fr.yaml`."""

PREFIXES = frozenset(
    (
        "changes",
        "versions",
        "settings",
        "ignore",
        "baseline",
        "gate",
        "fix",
        "watch",
        "page",
        "failure",
        "statistics",
        "examples",
    )
)
"""How the keys in these files begin: only for such a key are the files read."""

_read: dict[str, Mapping[str, Any]] = {}


def words(language: str) -> Mapping[str, Any]:
    """Return the words that every run may need, by key."""
    return _named(language)


def words_of(subject: str, language: str) -> Mapping[str, Any]:
    """Return the words of one of `SUBJECTS`, by key."""
    return _named(f"{subject}.{language}")


def _named(name: str) -> Mapping[str, Any]:
    if name not in _read:
        _read[name] = compiled(f"words_{name.replace('.', '_')}") or _parsed(name)
    return _read[name]


def _parsed(name: str) -> Mapping[str, Any]:
    from pathlib import Path  # noqa: PLC0415 - 5 ms that a run with compiled data does not pay

    path = Path(__file__).with_name(f"{name}.yaml")
    data: Any = parse(path.read_text(encoding="utf-8"), str(path)).data
    return data  # type: ignore[no-any-return] # a mapping, as a test holds
