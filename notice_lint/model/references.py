"""Every reference by id, and whether what it names exists."""

from collections.abc import Iterator, Sequence
from functools import cached_property

from notice_lint.findings import Term
from notice_lint.model import terms
from notice_lint.model.reader import Reader
from notice_lint.model.record import SILENT, UNREADABLE, Record, Value
from notice_lint.source.document import Route

_PARTS = {
    "data category": "data_categories",
    "data subject": "data_subjects",
    "collection": "collections",
    "purpose": "purposes",
    "retention rule": "retention",
    "retention event": "retention_events",
    "recipient": "recipients",
    "recipient group": "recipient_groups",
}
_REFERENCES: Sequence[tuple[str, str, str]] = (
    ("collections", "data_subjects", "data subject"),
    ("collections", "purposes", "purpose"),
    ("collections", "retention", "retention rule"),
    ("purposes", "data_subjects", "data subject"),
    ("purposes", "categories", "data category"),
    ("purposes", "collections", "collection"),
    ("recipients", "purposes", "purpose"),
    ("recipients", "categories", "data category"),
    ("recipients", "group", "recipient group"),
    ("recipients", "retention", "retention rule"),
    ("joint_controllers", "purposes", "purpose"),
    ("automated_decisions", "purposes", "purpose"),
    ("profiling", "purposes", "purpose"),
    ("data_categories", "inferred_from", "data category"),
    ("retention", "from", "retention event"),
    ("retention", "until", "retention event"),
)
_COLLECTED = (("purposes", "purpose"), ("retention", "retention rule"))
_COOKIES = (
    ("provider", "recipient"),
    ("access", "recipient"),
    ("purposes", "purpose"),
    ("retention", "retention rule"),
)
_WHOLE = ("notice", "controller")
"""Parts that a page always has, also where the file does not name them."""


class References:
    """Finds the references of a notice. What a part that cannot be read declares is not known."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    def all(self) -> Iterator[Record]:
        """Yield every reference. A sub-processor's `parent` is not among them: it has a rule of its own."""
        reader = self._reader
        for route, kind in self._places():
            target = reader.value(route, "id")
            if isinstance(target, str):
                yield self._record(route, target, kind)
        for _, collection in reader.entries("collections"):
            for category, route in reader.entries(*collection, "categories"):
                yield self._record(route, category, "data category")
        for _, section in reader.entries("sections"):
            place: Route = (*section, "after")
            target = reader.value(place, "id")
            if isinstance(target, str):
                exists = target in _WHOLE or reader.document.exists(tuple(target.split(".")))
                yield _reference(place, target, "place in the notice", exists, "")

    def _places(self) -> Iterator[tuple[Route, str]]:
        reader = self._reader
        for part, key, kind in _REFERENCES:
            for _, route in reader.entries(part):
                yield from self._targets((*route, key), kind)
        for _, collection in reader.entries("collections"):
            for _, route in reader.entries(*collection, "categories"):
                for key, kind in _COLLECTED:
                    yield from self._targets((*route, key), kind)
        for _, route in reader.entries("cookies", "items"):
            for key, kind in _COOKIES:
                yield from self._targets((*route, key), kind)

    def _targets(self, place: Route, kind: str) -> Iterator[tuple[Route, str]]:
        raw = self._reader.raw(place)
        if raw is None:
            return
        if isinstance(raw, dict):
            for key in raw:
                yield from self._targets((*place, key), kind)
        elif raw != "all":
            for route in self._reader.items(place):
                yield route, kind

    def _record(self, route: Route, target: str, kind: str) -> Record:
        known = self._known[kind]
        exists = UNREADABLE if known is None else target in known
        if exists is not False:
            return _reference(route, target, kind, exists, "")
        from notice_lint.i18n.nearest import nearest  # noqa: PLC0415 - only where an id is wrong

        return _reference(route, target, kind, exists, nearest(target, known or ()))

    @cached_property
    def _known(self) -> dict[str, dict[str, None] | None]:
        """The ids of each kind, in the order of the file; None where the part cannot be read."""
        known: dict[str, dict[str, None] | None] = {}
        for kind, part in _PARTS.items():
            names = self._reader.names(part)
            own = terms.EVENTS if kind == "retention event" else ()
            known[kind] = None if names is None else dict.fromkeys((*own, *names))
        return known


def _reference(route: Route, target: str, kind: str, exists: Value, meant: str) -> Record:
    words = (
        Term("phrase", "references.suggestion", {"name": meant}) if meant else Term("phrase", "said.nothing")
    )
    values: dict[str, Value] = {
        "target": target,
        "kind": kind,
        "exists": exists,
        "suggestion": meant or SILENT,
        "suggestion_words": words,
    }
    return Record(route, values, {"target": route, "exists": route})
