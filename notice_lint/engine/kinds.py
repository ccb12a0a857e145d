"""What kind of value each field of a view has, as the views declare it."""

from collections.abc import Mapping
from functools import cache

from notice_lint.source.compiled import compiled

Kinds = Mapping[str, Mapping[str, str]]
"""By view, then by field."""


def kind_of(view: str, field: str) -> str:
    """Return the kind of a field, "" for one that the view does not have: an operator adds it."""
    return _kinds()[view].get(field, "")


@cache
def _kinds() -> Kinds:
    kinds: Kinds | None = compiled("kinds")
    return declared() if kinds is None else kinds


def declared() -> Kinds:
    """Return the kinds as the views declare them now."""
    from notice_lint.model.views import VIEWS  # noqa: PLC0415 - 2 ms of meanings that a run does not need

    return {name: {key: field.kind for key, field in view.fields.items()} for name, view in VIEWS.items()}
