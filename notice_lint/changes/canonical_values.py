"""Values of a notice in canonical form: plain data, in which equal values mean the same.

There are no lists in it. What has no order is a mapping to `True`, a text is a mapping from language to
string, and what says nothing (null, "", [], {}) is left out, as the format has it (principle 3).
"""

from collections.abc import Callable, Mapping
from typing import Any
from unicodedata import is_normalized, normalize

from notice_lint.changes.canonical_form import Fields, Kind
from notice_lint.changes.prose import fold
from notice_lint.model.period import Period
from notice_lint.model.reader import Reader
from notice_lint.reference.countries import area
from notice_lint.source.document import Route, WholeNumber

_UNSAID: tuple[object, ...] = (None, "", [], {})


def plain(raw: object) -> str:
    """Return a string as it compares: NFC, one space where several stood, lines and paragraphs kept apart."""
    text = raw.written if isinstance(raw, WholeNumber) else raw
    if not isinstance(text, str):
        return ""
    if not text.isascii() and not is_normalized("NFC", text):
        text = normalize("NFC", text)
    if "\n" not in text and "  " not in text and "\t" not in text and "\r" not in text:
        return text.strip(" ")
    lines = [" ".join(filter(None, line.replace("\t", " ").split(" "))) for line in text.splitlines()]
    paragraphs = "\n".join(lines).strip("\n").split("\n\n")
    return "\n\n".join(filter(None, (paragraph.strip("\n") for paragraph in paragraphs)))


def normal(period: Period) -> str:
    """Return the one way to write a period: "P12M" is "P1Y", "P4W" is "P28D", no time at all "P0D"."""
    years, months = divmod(period.months, 12)
    amounts = ((years, "Y"), (months, "M"), (period.days, "D"))
    return "P" + ("".join(f"{number}{unit}" for number, unit in amounts if number) or "0D")


class Values:
    """Reads values of one notice."""

    def __init__(self, reader: Reader, canonical_country: Callable[[str], str]) -> None:
        self.reader = reader
        self._country = canonical_country
        self._language = reader.language
        self._damaged = reader.hides("*")
        self._hows: Mapping[str, Callable[[Any, Kind, Route], object]] = {
            "text": lambda raw, _, __: self.text(raw),
            "line": lambda raw, _, __: plain(raw),
            "word": lambda raw, _, __: plain(raw),
            "ref": lambda raw, _, __: plain(raw),
            "place": lambda raw, _, __: plain(raw),
            "date": lambda raw, _, __: plain(raw),
            "flag": lambda raw, _, __: raw,
            "number": lambda raw, _, __: int(raw) if isinstance(raw, WholeNumber) else raw,
            "period": lambda raw, _, __: _period(raw),
            "country": lambda raw, _, __: self._country(plain(raw)),
            "set": lambda raw, _, __: self.members(raw),
            "countries": lambda raw, _, __: {self._country(code): True for code in self.members(raw)},
            "texts": lambda raw, _, __: self._texts(raw),
            "short": self._short,
            "bases": self._bases,
            "interest": self._interest,
            "versions": self._versions,
            "entries": lambda raw, kind, route: {
                name: self.mapping(below, kind.fields, (*route, name)) for name, below in raw.items()
            },
        }

    def mapping(self, raw: object, fields: Fields, route: Route) -> dict[str, Any]:
        """Return what a mapping says, by its known keys; `none` stands for itself."""
        found: dict[str, Any] = {}
        if not isinstance(raw, dict):
            return found
        for key, below in raw.items():
            kind = fields.get(key)
            if kind is None or below in _UNSAID:
                continue
            value = self.value(below, kind, (*route, key))
            if value not in _UNSAID:
                found[key] = value
        if "transfer" in found and "transfer" in fields:
            found["transfer"] = _spread(found, found["transfer"])
        return found

    def value(self, raw: object, kind: Kind | Fields, route: Route) -> Any:
        """Return what stands at a key; None where that is what counts anyway.

        What the schema refused is kept as it stands, so that it never looks removed.
        """
        if self._damaged and self.reader.is_broken(route):
            return {"unreadable": unreadable(raw)}
        if not isinstance(kind, Kind):
            return self.mapping(raw, kind, route)
        try:
            value = (
                self._transfers(raw, kind, route) if kind.how == "transfers" else self._read(raw, kind, route)
            )
        except (AttributeError, TypeError, ValueError):  # the shape is wrong, and nobody asked the schema
            return {"unreadable": unreadable(raw)}
        return None if value == kind.unless_said and type(value) is type(kind.unless_said) else value

    def _read(self, raw: object, kind: Kind, route: Route) -> object:
        return self._hows[kind.how](raw, kind, route)

    def text(self, raw: object) -> dict[str, str]:
        """Return a text by language."""
        written = raw if isinstance(raw, dict) else {self._language: raw}
        texts = {language: plain(text) for language, text in written.items()}
        return {language: text for language, text in texts.items() if text.strip()}

    def members(self, raw: object) -> dict[str, bool]:
        """Return a set: one thing stands for a list of one."""
        return {name: True for name in map(plain, raw if isinstance(raw, list) else [raw]) if name}

    def _texts(self, raw: object) -> dict[str, dict[str, str]]:
        """Return texts by what they say in the notice's language, so that a translation is no new text."""
        found: dict[str, dict[str, str]] = {}
        for item in raw if isinstance(raw, list) else [raw]:
            text = self.text(item)
            said = text.get(self._language) or next(iter(text.values()), "")
            if said:
                found[_free(fold(said), found, text)] = text
        return found

    def _short(self, raw: object, kind: Kind, route: Route) -> dict[str, Any]:
        """Return a mapping that may be written as the one word that is its `kind`."""
        return self.mapping(raw if isinstance(raw, dict) else {"kind": raw}, kind.fields, route)

    def _bases(self, raw: object, kind: Kind, route: Route) -> dict[str, Any]:
        """Return legal bases by name, each with when it applies. A basis said twice is counted."""
        found: dict[str, Any] = {}
        for item in raw if isinstance(raw, list) else [raw]:
            basis = plain(item.get("basis")) if isinstance(item, dict) else plain(item)
            details = self.mapping(item, kind.fields, route)
            if basis or details:
                found[_free(basis, found, details)] = details
        return found

    def _interest(self, raw: object, kind: Kind, route: Route) -> dict[str, Any]:
        if not isinstance(raw, dict):
            return {"same-as-purpose": True} if raw == "same-as-purpose" else {"text": self.text(raw)}
        return self.mapping(raw, kind.fields, route)

    def _versions(self, raw: object, kind: Kind, route: Route) -> dict[str, Any]:
        items = [self.mapping(item, kind.fields, route) for item in raw] if isinstance(raw, list) else []
        return {str(item.get("version") or item["url"]): item for item in items if item}

    def _transfers(self, raw: object, kind: Kind, route: Route) -> dict[str, Any]:
        """Return transfer blocks by country and basis; "" for what a block does not say."""
        found: dict[str, Any] = {}
        items: list[Any] = raw if isinstance(raw, list) else [raw]
        for item in items:
            country = self._country(plain(item.get("country")))
            details = self.mapping(item, kind.fields, route)
            of_country = found.setdefault(country, {})
            of_country[_free(plain(item.get("basis")), of_country, details)] = details
        return {country: bases for country, bases in found.items() if bases != {"": {}}}


def unreadable(raw: object) -> Any:
    """Return data as plain types that JSON knows."""
    if isinstance(raw, dict):
        return {str(key): unreadable(below) for key, below in raw.items()}
    if isinstance(raw, list):
        return {str(index): unreadable(below) for index, below in enumerate(raw)}
    return raw.written if isinstance(raw, WholeNumber) else raw


def _period(raw: object) -> str:
    written = plain(raw)
    try:
        return normal(Period.parse(written))
    except ValueError:  # `session`, the life of a cookie
        return written


def _free(name: str, taken: Mapping[str, Any], details: object) -> str:
    """Return a key that is not taken yet by something else."""
    key, number = name, 1
    while key in taken and taken[key] != details:
        number += 1
        key = f"{name}#{number}"
    return key


def _spread(recipient: Mapping[str, Any], blocks: Mapping[str, Any]) -> dict[str, Any]:
    """Return transfer blocks with each that names no country at the countries that it covers.

    These are the recipient's outside today's EEA: which they were on the notice's day is for the model
    to say. Where none is, the block stays where it is, under "".
    """
    if "" not in blocks:
        return dict(blocks)
    named = {str(recipient.get("country", "")), *recipient.get("processing_countries", {})} - {""}
    covered = sorted(named - _inside())
    spread = {country: dict(bases) for country, bases in blocks.items() if country or not covered}
    for country in covered:
        of_country = spread.setdefault(country, {})
        for basis, details in blocks[""].items():
            of_country[_free(basis, of_country, details)] = details
    return spread


_EEA: list[frozenset[str]] = []


def _inside() -> frozenset[str]:
    if not _EEA:
        from datetime import date  # noqa: PLC0415 - only where a block names no country

        _EEA.append(area(date.max) | {"EEA"})
    return _EEA[0]
