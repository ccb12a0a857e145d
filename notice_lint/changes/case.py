"""What every rule about changes is given: both notices, what differs between them, and who has told what."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import Any, NamedTuple

from notice_lint.changes.canonical_form import KEYED, kind_of
from notice_lint.changes.canonical_places import route_of
from notice_lint.changes.canonical_values import Values
from notice_lint.changes.change import Direction, Redline, Subject
from notice_lint.changes.claims import Atom, Draft, Key, Ledger
from notice_lint.changes.comparison import Comparison
from notice_lint.changes.labels import Labels, listed
from notice_lint.changes.prose_texts import TextChange, text_changes
from notice_lint.changes.redline import redline
from notice_lint.i18n.terms import Arg, Text
from notice_lint.model.notice import Notice
from notice_lint.model.record import Record
from notice_lint.source.document import Route, Step


class Details(NamedTuple):
    """What a rule says of a change beside its code and its places; what is left out is worked out."""

    direction: Direction | None = None
    route: Route = ()
    values: tuple[object, object] | None = None
    """What stood and what stands, as plain data."""
    shown: tuple[Arg | None, Arg | None] | None = None
    """The same for readers."""
    args: Mapping[str, Arg] = {}
    redlines: tuple[Redline, ...] = ()
    gained: tuple[str, ...] = ()
    lost: tuple[str, ...] = ()
    steps: tuple[str, ...] = ()


NO_DETAILS = Details()


class Reworded(NamedTuple):
    """One text in other words, and the places that tell so."""

    atoms: list[Atom]
    change: TextChange

    def details(self, direction: Direction | None = None) -> Details:
        """Return what a rule says of it: both wordings, and what differs between them."""
        before, after = Text(self.change.before), Text(self.change.after)
        values = dict(self.change.before), dict(self.change.after)
        return Details(direction, values=values, shown=(before, after), redlines=self.change.redlines)


class Case:
    """Two notices and the changes told so far. Rules read it, and tell."""

    def __init__(self, comparison: Comparison) -> None:
        self.comparison = comparison
        self.old: Notice = comparison.old
        self.new: Notice = comparison.new
        self.ledger = Ledger(comparison)
        self.drafts: list[Draft] = []
        self.labels = Labels(self.old), Labels(self.new)
        self.silent: dict[tuple[str, str, str], Draft] = {}
        """What was told of silence broken or kept, by code, part and what it is about."""

    def tell(
        self,
        code: str,
        atoms: Iterable[Atom],
        subject: Subject | Key | None = None,
        details: Details = NO_DETAILS,
    ) -> Draft:
        """Add a change that claims `atoms`; its subject is the entry of the first one if none is given."""
        claimed = [atom for atom in atoms if self.ledger.is_open(atom)]
        draft = Draft(code, self._subject(subject, claimed), claimed)
        draft.direction, draft.route, draft.args = details.direction, details.route, details.args
        draft.redlines, draft.steps = details.redlines, details.steps
        draft.rights_gained, draft.rights_lost = details.gained, details.lost
        values = details.values or values_of(claimed)
        draft.before, draft.after = values
        if details.shown is not None:
            draft.shown_before, draft.shown_after = details.shown
        else:
            draft.shown_before, draft.shown_after = self._shown(claimed)
        self.drafts.append(draft)
        self.ledger.claim(draft, claimed)
        return draft

    def _shown(self, atoms: list[Atom]) -> tuple[Arg | None, Arg | None]:
        """Return what stood and stands at some places, for readers."""
        before = [self._shown_at(atom, 0) for atom in atoms]
        after = [self._shown_at(atom, 1) for atom in atoms]
        return _joined(before), _joined(after)

    def _shown_at(self, atom: Atom, at: int) -> Arg | None:
        """Return one side of a place: a period as it is written, an entry without a text by its label."""
        labels, entry = self.labels[at], (atom.pair.before, atom.pair.after)[at]
        value = atom.after if at else atom.before
        if value is None or entry is None:
            return None
        kind = kind_of(atom.pair.part, atom.path) if atom.path else None
        if kind is not None and kind.how == "period":
            value = labels.notice.document.value(route_of(labels.notice, entry, atom.path)) or value
        found = labels.shown(atom.pair.part, atom.path, value)
        return labels.label(*atom.key) if found is None and not atom.path else found

    def follow(self, draft: Draft, atoms: Iterable[Atom]) -> None:
        """Add places that differ only because of a change that is told already."""
        claimed = [atom for atom in atoms if self.ledger.is_open(atom)]
        draft.atoms.extend(claimed)
        self.ledger.claim(draft, claimed)

    def teller(self, atom: Atom) -> Draft | None:
        """Return the change that tells of the thing which a place only names, if that came or went."""
        cause = atom.leaf.follows if atom.leaf else None
        return self.ledger.owner(*cause) if cause else None

    def told_with(self, atom: Atom) -> bool:
        """Whether a place only names something that came or went; then it is told with that."""
        owner = self.teller(atom)
        if owner is not None:
            self.follow(owner, [atom])
        return owner is not None

    def subject(self, part: str, name: str) -> Subject:
        """Return a thing of the notice with its label, the new one where it is there."""
        label = self.labels[1].label(part, name)
        return Subject(part, name, label or self.labels[0].label(part, self.was(part, name)) or name)

    def _subject(self, subject: Subject | Key | None, atoms: list[Atom]) -> Subject:
        if isinstance(subject, Subject):
            return subject
        part, name = subject or atoms[0].key
        return self.subject(part, name)

    def texts(self, part: str, name: str) -> Iterator[Reworded]:
        """Yield the texts of an entry that differ in any language, and that nobody has told."""
        for change in self._texts.get((part, name), ()):
            atoms = self.ledger.of(part, name, *change.path)
            if atoms:
                yield Reworded(atoms, change)

    def reworded(self, part: str, name: str, *path: Step) -> Iterator[Reworded]:
        """Yield the text at a path if it stands in other words, in all languages that it has.

        What differs in typography alone, or in one language of several, is for the rules on texts.
        """
        for text in self.texts(part, name):
            if text.change.path == path and text.change.changed and not text.change.drifts:
                yield text

    @cached_property
    def _texts(self) -> dict[Key, tuple[TextChange, ...]]:
        found: dict[Key, tuple[TextChange, ...]] = {}
        for pair in self.comparison.pairs:
            if pair.after is not None and pair.leaves:
                changes = text_changes(pair, self.comparison.languages)
                if changes:
                    found[pair.part, pair.after.id] = changes
        return found

    @staticmethod
    def redlines(before: Text, after: Text) -> tuple[Redline, ...]:
        """Return what differs between two texts, in each language that both have."""
        found = (redline(before[tag], after[tag], tag) for tag in before if tag in after)
        return tuple(one for one in found if one is not None)

    def route(self, part: str, name: str) -> Route:
        """Return where an entry of the new notice stands."""
        return ("cookies", "items", name) if part == "cookies" and name else (part, name) if name else (part,)

    def was(self, part: str, name: str) -> str:
        """Return the id that a thing had in the old notice."""
        if part == "categories":
            collection, _, category = name.partition("/")
            return f"{self.was('collections', collection)}/{self.was('data_categories', category)}"
        return self._was.get((part, name), name)

    @cached_property
    def _was(self) -> dict[Key, str]:
        return {
            (pair.part, pair.after.id): pair.before.id
            for pair in self.comparison.pairs
            if pair.how == "declared" and pair.before and pair.after
        }

    @cached_property
    def now(self) -> dict[Key, str]:
        """The new id of what was renamed, by part and old id."""
        return {(part, was): name for (part, name), was in self._was.items()}

    def records(self, view: str) -> Iterator[tuple[Record, Record]]:
        """Yield the records of things that stand in both notices, in the order of the new one."""
        old = self.old.by_id(view)
        for name, record in self.new.by_id(view).items():
            before = old.get(self.was(view, name))
            if before is not None:
                yield before, record

    def entry(self, part: str, name: str, *, old: bool = False) -> dict[str, Any]:
        """Return what an entry says in canonical form, {} where it is not there; ids are its side's."""
        notice, place = (self.old, self.was(part, name)) if old else (self.new, name)
        raw = notice.document.value((part, place))
        values = Values(notice.reader, notice.world.canonical_country)
        return values.mapping(raw, KEYED[part], (part, place)) if raw else {}

    def has(self, part: str, name: str, *, old: bool = False) -> bool:
        """Whether an entry is there."""
        notice, place = (self.old, self.was(part, name)) if old else (self.new, name)
        return notice.document.exists((part, place))


def _joined(worded: list[Arg | None]) -> Arg | None:
    said = [one for one in worded if one is not None and one != ""]
    return listed(said) if said else None


def values_of(atoms: list[Atom]) -> tuple[object, object]:
    """Return what stood and stands at one place, or at each of several by its path."""
    if len(atoms) == 1:
        return atoms[0].before, atoms[0].after
    same_entry = len({atom.key for atom in atoms}) == 1
    sides: list[dict[str, object]] = [{}, {}]
    for atom in atoms:
        name = ".".join(str(step) for step in (atom.path if same_entry else atom.route))
        for side, value in zip(sides, (atom.before, atom.after), strict=True):
            if value is not None:
                side[name] = value
    return sides[0] or None, sides[1] or None
