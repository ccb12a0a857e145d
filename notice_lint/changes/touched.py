"""Whose data a change concerns, on what ground: sensitive data, children, automated decisions, consent."""

from collections.abc import Callable, Iterable, Sequence
from functools import cached_property

from notice_lint.changes.claims import Draft
from notice_lint.changes.labels import Labels
from notice_lint.model.record import Record

SPECIAL, CHILDREN, DECISION, CONSENT = "special-category", "children", "automated-decision", "consent"
_ORDER = (SPECIAL, CHILDREN, DECISION, CONSENT)

_SUBJECTS = {
    "purposes",
    "categories",
    "collections",
    "data_categories",
    "data_subjects",
    "retention",
    "recipients",
    "automated_decisions",
    "profiling",
    "cookies",
}
"""Parts whose changes concern data. Others, such as the controller's address, touch nobody in particular."""


class Touched:
    """Answers for one case. Both sides count: what was sensitive, and what is."""

    def __init__(self, old: Labels, new: Labels, was: Callable[[str, str], str]) -> None:
        self._sides = _Side(old), _Side(new)
        self._was = was

    def by(self, draft: Draft) -> tuple[str, ...]:
        """Return what raises the duty of a change, in the order of the taxonomy."""
        kind, name = draft.subject.kind, draft.subject.id
        if kind not in _SUBJECTS or not name:
            return ()
        found: set[str] = set()
        for one in name.split("+"):
            found |= self._sides[0].by(kind, self._was(kind, one)) | self._sides[1].by(kind, one)
        if kind == "retention":
            for atom in draft.atoms:
                part, key = atom.key
                found |= self._sides[1].by(part, key) if part in ("categories", "collections") else set()
        return tuple(reason for reason in _ORDER if reason in found)


class _Side:
    """One notice."""

    def __init__(self, labels: Labels) -> None:
        self._labels = labels
        self._notice = labels.notice
        self._known: dict[str, set[str]] = {}

    def by(self, kind: str, name: str) -> set[str]:
        if kind == "purposes":
            return self._purpose(name)
        if kind == "data_subjects":
            return {CHILDREN} if name in self._young else set()
        if kind not in ("automated_decisions", "profiling", "recipients", "cookies"):
            return self._all(self._collected(kind, name))
        found = self._purposes(self._named(kind, name, "purposes"))
        found |= self._data(self._named(kind, name, "categories")) if kind == "recipients" else set()
        return found | ({DECISION} if kind == "automated_decisions" else set())

    def _named(self, view: str, name: str, field: str) -> tuple[str, ...]:
        record = self._notice.by_id(view).get(name)
        return record.ids(field) if record else ()

    def _collected(self, kind: str, name: str) -> Sequence[Record]:
        return self._index.get((kind, name), ())

    @cached_property
    def _index(self) -> dict[tuple[str, str], list[Record]]:
        """The categories inside collections, by every thing that a change can be about."""
        found: dict[tuple[str, str], list[Record]] = {}
        for key, record in self._labels.collected.items():
            collection, _, category = key.partition("/")
            keys = [("categories", key), ("collections", collection), ("data_categories", category)]
            for one in (*keys, *(("retention", rule) for rule in record.ids("retention_rules"))):
                found.setdefault(one, []).append(record)
        return found

    def _all(self, records: Iterable[Record]) -> set[str]:
        found: set[str] = set()
        for record in records:
            found |= self._purposes(record.ids("purposes")) - {SPECIAL, CHILDREN}
            if record.text("special") or record.value("criminal") is True:
                found.add(SPECIAL)
            if self._young.intersection(record.ids("data_subjects")):
                found.add(CHILDREN)
        return found

    def _data(self, names: tuple[str, ...]) -> set[str]:
        known = self._notice.by_id("data_categories")
        sensitive = (
            known[n].text("special") or known[n].value("criminal") is True for n in names if n in known
        )
        return {SPECIAL} if any(sensitive) else set()

    def _purposes(self, names: Iterable[str]) -> set[str]:
        return {reason for name in names for reason in self._purpose(name)}

    def _purpose(self, name: str) -> set[str]:
        if name not in self._known:
            self._known[name] = self._of_purpose(name)
        return self._known[name]

    def _of_purpose(self, name: str) -> set[str]:
        record = self._notice.by_id("purposes").get(name)
        if record is None:
            return set()
        found = {DECISION} if name in self._decided else set()
        if record.ids("special_categories") or self._data(record.ids("categories")):
            found.add(SPECIAL)
        if "child" in record.ids("relations"):
            found.add(CHILDREN)
        if "consent" in record.ids("legal_bases") or record.text("special_condition") == "explicit-consent":
            found.add(CONSENT)
        return found

    @cached_property
    def _young(self) -> set[str]:
        return {
            one.text("id") for one in self._notice.view("data_subjects") if one.text("relation") == "child"
        }

    @cached_property
    def _decided(self) -> set[str]:
        return {
            purpose for one in self._notice.view("automated_decisions") for purpose in one.ids("purposes")
        }
