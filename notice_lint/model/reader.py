"""Values of a notice by route, in the kinds that views declare."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from notice_lint.findings import Text
from notice_lint.model.dates import PartialDate
from notice_lint.model.period import Period
from notice_lint.model.record import NONE, SILENT, UNREADABLE, Record, Value
from notice_lint.source.document import Document, Route, Step, WholeNumber

Entry = tuple[str, Route]
"""An id and the route of what it names."""


class Reader:
    """Reads values from a document whose text is sound.

    `broken` are the routes that the schema refused: nothing is read there or below, and whoever
    asks is told `UNREADABLE`, so that one misspelt key does not set off ten other findings.
    """

    def __init__(
        self, document: Document, canonical: Callable[[str], str], broken: frozenset[Route] = frozenset()
    ) -> None:
        self.document = document
        self._broken = broken
        self._above = {route[:length] for route in broken for length in range(len(route))}
        self._canonical = canonical
        self.language = "und"
        language = self.value(("notice", "language"), "string")
        if isinstance(language, str):
            self.language = language

    def raw(self, route: Route) -> object:
        """Return what stands at `route`, or None."""
        return None if self.is_broken(route) else self.document.value(route)

    def is_broken(self, route: Route) -> bool:
        """Whether the schema refused what stands at `route`, or above it."""
        if not self._broken:
            return False
        return any(route[:length] in self._broken for length in range(len(route) + 1))

    def hides(self, *places: str) -> bool:
        """Whether something refused stands at, above or below one of these places.

        A place is a route as rule files write it; `*` is any step: "collections.*.purposes". What is
        gathered from such places may be more than can be seen.
        """
        patterns = [place.split(".") for place in places] if self._broken else []
        return any(
            all(part in ("*", step) for part, step in zip(pattern, route, strict=False))
            for pattern in patterns
            for route in self._broken
        )

    def states(self, route: Route) -> bool:
        """Whether something other than null stands at `route`, be it empty; also what cannot be read."""
        return self.document.value(route) is not None or self.is_broken(route)

    def value(self, route: Route, kind: str) -> Value:
        """Return what the notice says at `route`, read as a field of `kind`."""
        return self.read(self.document.value(route), route, kind)

    def read(self, raw: object, route: Route, kind: str) -> Value:
        """Return what the notice says by `raw`, which stands at `route`, read as a field of `kind`."""
        if self._broken and (self.is_broken(route) or (kind != "part" and route in self._above)):
            return UNREADABLE
        if raw is None or raw in ("", [], {}):
            return SILENT
        if kind == "part":
            return NONE if _is_none(raw) else True
        if kind == "text" and isinstance(raw, dict) and "none" in raw:
            return NONE
        value: Value
        match kind:
            case "text":
                value = self._text(raw)
            case "ids" | "words":
                value = _list(raw)
            case "countries":
                value = tuple(map(self._canonical, _list(raw)))
            case "flag":
                value = raw if isinstance(raw, bool) else UNREADABLE
            case "number":
                value = int(raw) if isinstance(raw, WholeNumber) else UNREADABLE
            case _:
                value = self._scalar(raw, kind)
        return SILENT if value in ("", (), {}) else value

    def entries(self, *route: Step) -> Iterator[Entry]:
        """Yield the entries of the id-keyed mapping at `route`, in the order of the file."""
        raw = self.raw(route)
        if isinstance(raw, dict) and not _is_none(raw):
            for name in raw:
                if not self.is_broken((*route, name)):
                    yield name, (*route, name)

    def names(self, *route: Step) -> tuple[str, ...] | None:
        """Return the ids in the mapping at `route`, also of unreadable entries; None if it is unreadable."""
        if self.is_broken(route):
            return None
        raw = self.document.value(route)
        return tuple(raw) if isinstance(raw, dict) and not _is_none(raw) else ()

    def items(self, route: Route) -> Iterator[Route]:
        """Yield the routes of a list's items, or `route` itself where one thing stands for a list."""
        raw = self.raw(route)
        if isinstance(raw, list):
            yield from ((*route, index) for index in range(len(raw)))
        elif raw not in (None, "", {}):
            yield route

    def _text(self, raw: object) -> Value:
        if isinstance(raw, dict):
            return Text({tag: _plain(text) for tag, text in raw.items() if _plain(text).strip()})
        return Text({self.language: _plain(raw)} if _plain(raw).strip() else {})

    def _scalar(self, raw: object, kind: str) -> Value:
        if not isinstance(raw, str | WholeNumber):
            return UNREADABLE
        plain = _plain(raw).strip()
        try:
            if plain and kind == "date":
                return PartialDate.parse(plain)
            if plain and kind == "period":
                return Period.parse(plain)
        except ValueError:
            return UNREADABLE
        return self._canonical(plain) if kind == "country" else plain


def _list(raw: object) -> tuple[str, ...]:
    return tuple(filter(None, map(_plain, raw if isinstance(raw, list) else [raw])))


def _is_none(raw: object) -> bool:
    """Whether it says "none": the word alone, or a mapping with what the notice says about it."""
    return raw == "none" or (isinstance(raw, dict) and "none" in raw)


_KEYS = frozenset(("dpo", "how", "law", "url", "who"))
"""Keys of the format that look like languages."""


def is_translation(raw: Mapping[str, object]) -> bool:
    """Whether a mapping holds one text per language: all its keys are language tags, all its values text."""
    return (
        bool(raw)
        and all(_is_tag(key) for key in raw)
        and not any(isinstance(text, dict | list) for text in raw.values())
    )


def _is_tag(key: str) -> bool:
    """Whether it looks like a BCP 47 tag: two or three letters, then perhaps a script or a region."""
    first, _, rest = key.partition("-")
    letters = len(first) in (2, 3) and first.isascii() and first.isalpha() and first.islower()
    return letters and key not in _KEYS and "_" not in rest


def _plain(raw: object) -> str:
    if isinstance(raw, WholeNumber):
        return raw.written
    return raw if isinstance(raw, str) else ""


class Fields:
    """Gathers the values of one record and where they stand."""

    def __init__(self, reader: Reader, route: Route) -> None:
        self.reader = reader
        self.route = route
        self.values: dict[str, Value] = {}
        self.places: dict[str, Route] = {}
        raw = reader.document.value(route)
        self._raw: Mapping[str, object] = raw if isinstance(raw, dict) else {}

    def read(self, field: str, kind: str, *steps: Step) -> Value:
        """Read `field` from below this record; without `steps`, from the key of its own name."""
        if steps:
            route = (*self.route, *steps)
            value = self.reader.value(route, kind)
        else:
            route = (*self.route, field)
            value = self.reader.read(self._raw.get(field), route, kind)
        if value is not SILENT:
            self.places[field] = route
        self.values[field] = value
        return value

    def read_all(self, kinds: Mapping[str, str]) -> None:
        """Read several fields, each from the key of its own name."""
        for field, kind in kinds.items():
            self.read(field, kind)

    def put(self, field: str, value: Value, place: Route | None = None) -> None:
        """Set a derived field, and where it stands if it stands somewhere."""
        self.values[field] = value
        if place is not None:
            self.places[field] = place

    def label(self, field: str, other: str, *steps: Step) -> None:
        """Read a text that names the thing; where the notice has none, its id stands in."""
        if not isinstance(self.read(field, "text", *steps), Text):
            self.values[field] = named(self.reader, other)
            self.places.pop(field, None)

    def record(self, *, anchor: Route = (), key: str = "") -> Record:
        """Return the record."""
        return Record(self.route, self.values, self.places, anchor=anchor, key=key)


def named(reader: Reader, name: str) -> Text:
    """Return an id as the label of what has none."""
    return Text({reader.language: name})


def label_of(reader: Reader, name: str, route: Route) -> Text:
    """Return what a thing is called; its id if the notice does not say."""
    label = reader.value((*route, "label"), "text")
    return label if isinstance(label, Text) else named(reader, name)


def union(lists: Iterable[Sequence[str]]) -> tuple[str, ...]:
    """Return every member once, in the order of its first appearance."""
    return tuple(dict.fromkeys(member for members in lists for member in members))


def words_of(records: Iterable[Record], field: str) -> tuple[str, ...]:
    """Return every word or id that records have in `field`, once."""
    return tuple(dict.fromkeys(filter(None, (record.text(field) for record in records))))


def gathered(found: tuple[str, ...], *, complete: bool) -> Value:
    """Return what was found in several places; `UNREADABLE` if that is nothing and some were not read."""
    return found if found or complete else UNREADABLE
