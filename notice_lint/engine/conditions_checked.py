"""Are the conditions of a rule sound? Fields, words, constants, lists and checks, each at its place."""

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from notice_lint.engine.operators import OPERATORS
from notice_lint.engine.vocabulary import MENTIONS, WORDS, Word, constant_of, constants_of
from notice_lint.model.views import VIEWS, Field
from notice_lint.reference.world import known_lists
from notice_lint.schema.mistake import Mistake, Spot
from notice_lint.source.document import Route

_SILENT = ("present", "declared", "absent")
_ALIKE = {"id": "ids", "word": "words", "country": "countries"}


class Conditions:
    """Checks the conditions of one rule; `checks` are the names of the operators that it found."""

    def __init__(self, spot: Spot, view: str, lists: Collection[str]) -> None:
        self.checks: list[str] = []
        self._spot = spot
        self._view = view
        self._fields = VIEWS[view].fields
        self._lists = lists

    def mistakes(self, route: Route, raw: object) -> Iterator[Mistake]:
        """Yield the mistakes in `where` or `require`."""
        if not isinstance(raw, dict):
            yield self._spot.mistake(route, "condition-unfit")
            return
        for key, value in raw.items():
            here = (*route, key)
            if key in ("any_of", "all_of"):
                for index, member in enumerate(value if isinstance(value, list) else [value]):
                    yield from self.mistakes((*here, index), member)
            elif key == "not":
                yield from self.mistakes(here, value)
            elif key == "check":
                yield from self._check(here, value if isinstance(value, dict) else {"name": value})
            elif key in self._fields:
                yield from self._tests(here, value, key)
            else:
                yield self._spot.unknown(
                    here, "unknown-field", key, self._fields, at_key=True, view=self._view
                )

    def _check(self, route: Route, given: Mapping[str, Any]) -> Iterator[Mistake]:
        name = str(given.get("name"))
        self.checks.append(name)
        operator = OPERATORS.get(name)
        if operator is None:
            yield self._spot.unknown(route, "unknown-check", name, OPERATORS)
            return
        if "where" in route:
            yield self._spot.mistake(route, "check-in-where")
        if operator.view != self._view:
            yield self._spot.mistake(route, "check-view", name=name, view=operator.view)
        for parameter, choices in operator.parameters.items():
            if given.get(parameter) not in choices:
                listed = ", ".join(choices)
                yield self._spot.mistake(
                    route, "check-parameter", name=name, parameter=parameter, choices=listed
                )
        for parameter in given:
            if parameter != "name" and parameter not in operator.parameters:
                place = (*route, parameter)
                yield self._spot.mistake(
                    place, "check-superfluous", at_key=True, name=name, parameter=parameter
                )

    def _tests(self, route: Route, value: object, field: str) -> Iterator[Mistake]:
        if isinstance(value, dict):
            for word, constant in value.items():
                yield from self._test((*route, word), word, constant, field)
        elif value in WORDS or value in MENTIONS:
            if value not in _SILENT:
                yield self._spot.mistake(route, "constant-missing", word=str(value))
        else:
            yield self._spot.unknown(route, "unknown-word", str(value), _SILENT)

    def _test(self, route: Route, word: str, constant: object, field: str) -> Iterator[Mistake]:
        known = WORDS.get(word)
        kind = self._fields[field].kind
        if word in MENTIONS:
            yield from self._mention(route, word, constant, field)
        elif known is None:
            yield self._spot.unknown(route, "unknown-word", word, [*WORDS, *MENTIONS], at_key=True)
        elif known.constant == "none":
            if constant is not True:
                yield self._spot.mistake(route, "constant-superfluous", word=word)
        elif kind not in known.kinds:
            yield self._spot.mistake(route, "word-unfit", at_key=True, word=word, field=field, kind=kind)
        elif isinstance(constant, dict):
            yield from self._other_field(route, constant, field)
        else:
            yield from self._constant(route, known, constant, field)

    def _mention(self, route: Route, word: str, name: object, field: str) -> Iterator[Mistake]:
        kind = self._fields[field].kind
        if kind != "text":
            yield self._spot.mistake(route, "word-unfit", at_key=True, word=word, field=field, kind=kind)
        elif name not in self._lists:
            yield self._spot.unknown(route, "unknown-word-list", str(name), self._lists)

    def _other_field(self, route: Route, constant: Mapping[str, object], field: str) -> Iterator[Mistake]:
        """Check `{field: other}`: the other one exists, and is of a kind that can be compared."""
        name, kind = str(constant.get("field")), self._fields[field].kind
        other = self._fields.get(name)
        if other is None or set(constant) != {"field"}:
            yield self._spot.unknown(route, "unknown-field", name, self._fields, view=self._view)
        elif _ALIKE.get(other.kind, other.kind) != _ALIKE.get(kind, kind):
            yield self._spot.mistake(route, "constant-unfit", value=name, field=field, kind=kind)

    def _constant(self, route: Route, word: Word, constant: object, field: str) -> Iterator[Mistake]:
        known = self._fields[field]
        if word.constant == "several" and isinstance(constant, str):
            if constant not in known_lists():
                yield self._spot.unknown(route, "unknown-list", constant, known_lists())
            return
        try:
            members = _members(word, constant, known)
        except ValueError:
            value = str(constant)
            yield self._spot.mistake(route, "constant-unfit", value=value, field=field, kind=known.kind)
            return
        listed = constant if isinstance(constant, list) else [constant]
        for index, member in enumerate(listed if known.choices else ()):
            if member in members and member not in known.choices:
                place = (*route, index) if isinstance(constant, list) else route
                yield self._spot.unknown(place, "unknown-choice", str(member), known.choices, field=field)


def _members(word: Word, constant: object, known: Field) -> frozenset[str]:
    """Return the words that a constant names. Raises `ValueError` if it is not of the field's kind."""
    if word.constant == "several":
        return constants_of(constant if isinstance(constant, list) else [])
    constant_of("period" if word.constant == "period" else known.kind, constant)
    return frozenset([constant]) if isinstance(constant, str) else frozenset()
