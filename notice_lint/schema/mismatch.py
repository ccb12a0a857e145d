"""One value that none of the accepted forms fits: which of them was meant, and what is wrong with it."""

from collections.abc import Mapping, Sequence
from typing import Any

from notice_lint.i18n.nearest import nearest
from notice_lint.schema import forms
from notice_lint.schema.places import Places
from notice_lint.schema.violation import Args, Violation
from notice_lint.source.places import Route

Schema = Mapping[str, Any]

_MOST_CHOICES = 40
"""Longer lists (countries) help nobody in a message."""

_MOST_SHOWN = 80
"""Characters of a value that are shown."""

_UNSAID: tuple[object, ...] = (None, "", [], {})

_FORMS = {
    "id": ("id-form", forms.identifier),
    "name": ("id-form", forms.identifier),
    "date-written": ("date-form", forms.date),
    "period-written": ("period-form", forms.period),
    "language": ("language-form", forms.language),
    "form": ("code-form", lambda _: ""),
}
_TYPES = {str: "text", bool: "true-or-false", list: "list", dict: "mapping"}


def mismatch(value: object, route: Route, branches: Sequence[Schema], places: Places) -> Violation:
    """Return what is wrong with `value`, where each of `branches` would have been accepted."""
    kind, args = _Accepted(branches, places).wrong(value, route)
    return Violation(kind, route, False, args)  # noqa: FBT003 - the value is the place


def written(value: object) -> str:
    """Return what kind of value stands in the file: text, number, true-or-false, list, mapping or nothing."""
    if value is None:
        return "nothing"
    return next((name for known, name in _TYPES.items() if isinstance(value, known)), "number")


def shown(value: object) -> str:
    """Return a single value as it was written, cut where it is long."""
    if isinstance(value, bool):
        return str(value).lower()
    text = getattr(value, "written", None) or str(value)
    return text if len(text) <= _MOST_SHOWN else f"{text[: _MOST_SHOWN - 1]}…"


class _Accepted:
    """What a place accepts, put together from all branches."""

    def __init__(self, branches: Sequence[Schema], places: Places) -> None:
        types = {name: branch for branch in branches for name in _names(branch) if "pattern" not in branch}
        self.mapping: Schema | None = types.get("object")
        self.list = "array" in types
        self.text = "string" in types
        self.truth = "boolean" in types
        self.number: Schema | None = types.get("integer")
        members = [member for branch in branches for member in branch.get("enum", [branch.get("const")])]
        self.choices = tuple(shown(member) for member in members if member not in _UNSAID)
        self.form = next((form for branch in branches if (form := places.form(branch))), "")

    def wrong(self, value: object, route: Route) -> tuple[str, Args]:
        if value is None or (route and value in _UNSAID):
            return "empty", {}
        if isinstance(value, list | dict):
            return self._wrong_collection(value)
        if self.choices or self.form:
            return self._wrong_word(value, route)
        if self.number is not None and not self.text:
            return self._wrong_number(value, self.number)
        return self._wrong_type(value)

    def _wrong_collection(self, value: Sequence[object] | Mapping[str, object]) -> tuple[str, Args]:
        word = bool(self.text or self.choices or self.form or self.truth or self.number is not None)
        by_language = self.text and self.mapping is not None
        if not word or by_language or (self.list and self.mapping is None):
            return self._wrong_type(value)
        only = value[0] if isinstance(value, list) and len(value) == 1 else None
        suggestion = shown(only) if isinstance(only, str | int) else ""
        return "not-one-value", {"written": written(value), "suggestion": suggestion}

    def _wrong_type(self, value: object) -> tuple[str, Args]:
        if self.text:
            return "not-text", {"written": written(value)}
        single = "" if isinstance(value, list | dict) else shown(value)
        if self.truth:
            return "not-true-or-false", {"value": single, "suggestion": forms.truth(single)}
        args: dict[str, str | tuple[str, ...]] = {"written": written(value), "value": single}
        if self.list and self.mapping is None:
            items = ", ".join(part.strip() for part in single.split(",") if part.strip())
            suggestion = f"[{items}]" if items and "…" not in items else ""
            return "not-a-list", {**args, "suggestion": suggestion, "choices": self.choices}
        keys = tuple((self.mapping or {}).get("properties", ()))
        return "not-a-mapping", {**args, "keys": keys, "choices": self.choices}

    def _wrong_word(self, value: object, route: Route) -> tuple[str, Args]:
        text = shown(value)
        args: dict[str, str | tuple[str, ...]] = {"value": text}
        listed = self.choices if len(self.choices) <= _MOST_CHOICES else ()
        if route == ("format",):
            return "format-unknown", {**args, "choices": listed}
        near = "none" if "none" in self.choices and forms.nothing(text) else nearest(text, self.choices)
        lone = len(self.choices) == 1 and (self.list or self.mapping is not None)
        if near or not (self.form or lone):
            return "value-unknown", {**args, "suggestion": near, "choices": listed}
        if not self.form:
            return self._wrong_type(value)
        kind, mend = _FORMS[self.form]
        if kind == "id-form" and value == "none":
            return "id-reserved", args
        return kind, {**args, "suggestion": mend(text) if isinstance(value, str) else ""}

    def _wrong_number(self, value: object, accepted: Schema) -> tuple[str, Args]:
        if isinstance(value, int) and not isinstance(value, bool):
            limits = {"least": str(accepted.get("minimum", "")), "most": str(accepted.get("maximum", ""))}
            return "number-out-of-range", {"value": shown(value), **limits}
        return "not-a-number", {"value": shown(value), "suggestion": forms.number(shown(value))}


def _names(branch: Schema) -> tuple[str, ...]:
    names = branch.get("type", ())
    return (names,) if isinstance(names, str) else tuple(names)
