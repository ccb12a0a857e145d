"""How readers know a thing of a notice and its values: its label, and words for terms, lengths and dates."""

from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from typing import Any

from notice_lint.changes.canonical_form import Kind, kind_of
from notice_lint.changes.orders import readable
from notice_lint.i18n.terms import Arg, Term, Text
from notice_lint.model import terms
from notice_lint.model.dates import PartialDate
from notice_lint.model.notice import Notice
from notice_lint.model.record import Record
from notice_lint.source.document import Route, WholeNumber

_LABELS: Mapping[str, tuple[str, str]] = {
    "recipients": ("recipients", "recipient"),
    "purposes": ("purposes", "text"),
    "data_categories": ("data_categories", "label"),
    "data_subjects": ("data_subjects", "label"),
    "collections": ("collections", "label"),
    "automated_decisions": ("automated_decisions", "text"),
    "profiling": ("profiling", "text"),
    "cookies": ("cookies", "cookie"),
    "joint_controllers": ("joint_controllers", "name"),
    "representatives": ("representatives", "name"),
    "statements": ("statements", "text"),
}
"""The view and the field that hold what the things of a part are called."""

_OWN: Mapping[str, str] = {"retention_events": "label", "recipient_groups": "text", "sections": "heading"}
"""Parts without a view, with the key of what their things are called."""

_EVENTS = frozenset(terms.EVENTS)


class Labels:
    """Words for one notice."""

    def __init__(self, notice: Notice) -> None:
        self.notice = notice

    def label(self, part: str, name: str) -> Arg | None:
        """Return what a thing is called; None where the notice does not have it."""
        of_its_own: Mapping[str, Callable[[str], Arg | None]] = {
            "categories": self._collected,
            "retention": self._retention,
            "rights": _right,
            "legal_bases": lambda basis: Term("word", basis),
        }
        if part in of_its_own and name:
            return of_its_own[part](name)
        if part in _LABELS and name not in ("", "none"):
            view, field = _LABELS[part]
            record = self.notice.by_id(view).get(name)
            return _arg(record, field) if record else None
        return self._own(part, name) if part in _OWN and name not in ("", "none") else Term("part", part)

    def _own(self, part: str, name: str) -> Arg | None:
        if not self.notice.document.exists((part, name)):
            return None
        for key in (_OWN[part], "text"):  # a section without a heading is known by what it says
            text = self.notice.reader.value((part, name, key), "text")
            if isinstance(text, Text):
                return text
        return name

    def _collected(self, name: str) -> Arg | None:
        record = self.collected.get(name)
        return _arg(record, "label") if record else None

    @cached_property
    def collected(self) -> Mapping[str, Record]:
        """The categories inside collections, by "collection/category"."""
        records = self.notice.view("collected_categories")
        return {f"{one.text('collection')}/{one.text('category')}": one for one in records}

    @cached_property
    def by_rule(self) -> Mapping[str, list[Record]]:
        """The categories inside collections to which each retention rule applies."""
        found: dict[str, list[Record]] = {}
        for record in self.notice.view("collected_categories"):
            for rule in record.ids("retention_rules"):
                found.setdefault(rule, []).append(record)
        return found

    def _retention(self, name: str) -> Arg | None:
        """Return the labels of the data to which a rule applies: a rule has no label of its own."""
        rule = self.notice.by_id("retention_rules").get(name)
        if rule is None:
            return None
        held = self.by_rule.get(name, ())
        if held:
            return listed(record.value("label") for record in held)
        covers = rule.value("covers")
        return covers if isinstance(covers, Text) else name

    def shown(self, part: str, path: Route, value: object) -> Arg | None:
        """Return what stands at a path of an entry, in canonical form, as readers know it."""
        if value is None:
            return None
        kind = kind_of(part, path) if path else None
        if kind is None:
            return self._entry(part, value)
        return self._worded(kind, path, value)

    def _entry(self, part: str, value: object) -> Arg | None:
        """Return a whole entry: the text that it mostly is."""
        if not isinstance(value, dict):
            return None
        if "none" in value:
            return self._none(value["none"])
        keys = ("label", "name", "heading", "text", "category", "email", "address")
        for key in ("text", *keys) if part == "sections" else keys:  # its heading is what it is called
            if value.get(key):
                return self.shown(part, (key,), value[key])
        return None

    def _none(self, said: object) -> Arg:
        return Text(said) if isinstance(said, dict) and said else Term("phrase", "said.none")

    def _worded(self, kind: Kind, path: Route, value: Any) -> Arg | None:
        how: Mapping[str, Callable[[Any], Arg]] = {
            "text": lambda raw: Text(raw) if isinstance(raw, dict) else Text({str(path[-1]): raw}),
            "texts": lambda raw: listed(Text(text) for text in raw.values() if isinstance(text, dict)),
            "word": lambda raw: Term("word", raw),
            "flag": lambda raw: Term("word", "yes" if raw else "no"),
            "date": dated,
            "period": length,
            "country": lambda raw: Term("country", raw),
            "countries": lambda raw: Term(
                "countries", tuple(sorted(raw)) if isinstance(raw, dict) else (path[-1],)
            ),
            "ref": lambda raw: self.named(kind.of, raw),
            "set": lambda raw: self.all_named(kind.of, raw if isinstance(raw, dict) else (str(path[-1]),)),
            "bases": lambda raw: Term("word", str(path[-1])) if path[-1:] != ("legal_basis",) else words(raw),
        }
        if isinstance(value, dict) and "unreadable" in value:
            return None
        if kind.how in how:
            return how[kind.how](value)
        if isinstance(value, dict) and isinstance(value.get("kind"), str):
            return Term("word", value["kind"])
        if isinstance(value, dict) and isinstance(value.get("text"), dict):
            return Text(value["text"])
        return str(value) if isinstance(value, (str, int, WholeNumber)) else None

    def named(self, part: str, name: str) -> Arg:
        """Return what a thing is called; a word of the format, or its id, where it has no label."""
        if not part or (part == "retention_events" and name in _EVENTS) or name == "all":
            return Term("word", name)
        return self.label(part, name) or name

    def all_named(self, part: str, names: Iterable[str]) -> Arg:
        """Return what several things are called."""
        return listed(self.named(part, name) for name in names)


def listed(members: Iterable[object]) -> Arg:
    """Return a list as an argument; one thing stands for itself, and what reads the same stands once.

    The members of a list in it are its own: nobody reads lists of lists.
    """
    found: dict[str, Arg] = {}
    for member in members:
        inner = member.value if isinstance(member, Term) and member.kind == "list" else [member]
        for one in inner if isinstance(inner, (list, tuple)) else ():
            if isinstance(one, (str, int, Text, Term)):
                found.setdefault(repr(one), one)
    return next(iter(found.values())) if len(found) == 1 else Term("list", tuple(found.values()))


def words(names: Iterable[str]) -> Arg:
    """Return terms of the format as a list."""
    return listed(Term("word", name.partition("#")[0]) for name in names)


def length(written: str) -> Arg:
    """Return a period without its code; a word, such as `session`, as it is."""
    return Term("word", written) if readable(written) is None else Term("length", written)


def dated(written: str) -> Arg:
    """Return a date; what is none as it stands."""
    try:
        PartialDate.parse(written)
    except ValueError:
        return written
    return Term("date", written)


def _right(name: str) -> Arg:
    return Term("word", name) if name in terms.RIGHTS else Term("phrase", f"changes.rights.{name}")


def _arg(record: Record, field: str) -> Arg | None:
    value = record.value(field)
    return value if isinstance(value, (str, Text)) else record.text("id") or None
