"""The one door to the reference data: the YAML files of this folder as plain data."""

from typing import Any

from notice_lint.source.compiled import compiled
from notice_lint.source.parse import parse

FILES = (
    "eea",
    "countries",
    "adequacy",
    "adequacy-uk",
    "adequacy-ch",
    "frameworks",
    "authorities",
    "ages",
    "identifiers",
    "languages",
    "articles",
)
"""Every file of the reference data, by the name it is asked for."""

_read: dict[str, Any] = {}


def data(name: str) -> Any:
    """Return the content of one file of `FILES`; days are text, and the value is shared: do not change it."""
    if name not in _read:
        _read[name] = compiled(f"reference_{name}") or _parsed(name)
    return _read[name]


def as_of() -> str:
    """Return the day of the newest file, but for `articles`: the law's text is no fact that changes."""
    known: str | None = compiled("as_of")
    return known or max(str(data(name)["as_of"]) for name in FILES if name != "articles")


def _parsed(name: str) -> Any:
    from pathlib import Path  # noqa: PLC0415 - 5 ms that a run with compiled data does not pay

    path = Path(__file__).with_name(f"{name}.yaml")
    return parse(path.read_text(encoding="utf-8"), str(path)).data
