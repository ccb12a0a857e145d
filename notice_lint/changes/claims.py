"""Who has told which difference: every place that differs is claimed once, by a change or as an echo of one.

A change that somebody recognises claims the places that differ because of it. What nobody claims is told by
the rules for texts and details that come last, so that nothing is ever left out and nothing is said twice.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from notice_lint.changes.change import Direction, Redline, Subject
from notice_lint.changes.comparison import MISSING, Comparison, Entry, Leaf, Pair
from notice_lint.i18n.terms import Arg
from notice_lint.source.document import Route, Step

Key = tuple[str, str]
"""Part and id."""


class Atom(NamedTuple):
    """One place that differs: a leaf, or a whole entry that came, went or has another id."""

    pair: Pair
    leaf: Leaf | None

    @property
    def entry(self) -> Entry:
        """The entry it stands in, the new one where there is one."""
        found = self.pair.after or self.pair.before
        if found is None:
            raise AssertionError("a pair has a side")
        return found

    @property
    def key(self) -> Key:
        """Part and id of its entry."""
        return self.pair.part, self.entry.id

    @property
    def path(self) -> Route:
        """Where it stands in its entry; () for the whole."""
        return self.leaf.path if self.leaf else ()

    @property
    def route(self) -> Route:
        """Where it stands in the notice, the new one where it is there."""
        return (*self.entry.route, *self.path)

    @property
    def echoes(self) -> tuple[Route, ...]:
        """The same difference at the categories of a collection that tells it for them."""
        found = self.leaf.echoes if self.leaf else ()
        return tuple(
            (*("collections", echo.id.partition("/")[0], "categories", echo.id.partition("/")[2]), *echo.path)
            for echo in found
        )

    @property
    def before(self) -> object:
        """What stood there; None for nothing."""
        if self.leaf is None:
            return self.pair.before.value if self.pair.before else None
        return None if self.leaf.before is MISSING else self.leaf.before

    @property
    def after(self) -> object:
        """What stands there now; None for nothing."""
        if self.leaf is None:
            return self.pair.after.value if self.pair.after else None
        return None if self.leaf.after is MISSING else self.leaf.after

    @property
    def came(self) -> bool:
        """Whether nothing stood there before."""
        return self.leaf.before is MISSING if self.leaf else self.pair.before is None

    @property
    def went(self) -> bool:
        """Whether nothing stands there now."""
        return self.leaf.after is MISSING if self.leaf else self.pair.after is None

    @property
    def renamed(self) -> bool:
        """Whether it stands for a new id, and not for a difference of content."""
        return self.leaf is None and self.pair.before is not None and self.pair.after is not None


@dataclass(slots=True)
class Draft:
    """A change while places that belong to it are still being found."""

    code: str
    subject: Subject
    atoms: list[Atom]
    direction: Direction | None = None
    route: Route = ()
    """Where no atom says it."""
    before: object = None
    after: object = None
    shown_before: Arg | None = None
    shown_after: Arg | None = None
    args: Mapping[str, Arg] = field(default_factory=dict)
    redlines: tuple[Redline, ...] = ()
    rights_gained: tuple[str, ...] = ()
    rights_lost: tuple[str, ...] = ()
    steps: tuple[str, ...] = ()
    """Reasons to raise the duty that only the rule knows."""

    @property
    def place(self) -> Route:
        """The route of the change: its own, else that of its first atom."""
        return self.route or self.atoms[0].route

    @property
    def echoes(self) -> tuple[Route, ...]:
        """The other places that differ because of it."""
        routes = [route for atom in self.atoms for route in (atom.route, *atom.echoes)]
        return tuple(dict.fromkeys(route for route in routes if route != self.place))


class Ledger:
    """The places that nobody has claimed yet, and who has claimed the others."""

    def __init__(self, comparison: Comparison) -> None:
        self._open: dict[Key, dict[Route, Atom]] = {}
        self._owners: dict[tuple[Key, Route], Draft] = {}
        self._parts: dict[str, list[Key]] = {}
        for pair in comparison.pairs:
            for atom in _atoms(pair):
                if atom.key not in self._open:
                    self._parts.setdefault(pair.part, []).append(atom.key)
                self._open.setdefault(atom.key, {})[atom.path] = atom

    def of(self, part: str, name: str | None = None, *path: Step) -> list[Atom]:
        """Return the open atoms of a part (of one entry, below a path), in the order of the comparison."""
        keys = self._parts.get(part, ()) if name is None else ((part, name),)
        length = len(path)
        return [
            atom
            for key in keys
            for atom in self._open.get(key, {}).values()
            if atom.path[:length] == path and (atom.leaf is not None or not length)
        ]

    def is_open(self, atom: Atom) -> bool:
        """Whether nobody has told an atom yet."""
        return atom.path in self._open.get(atom.key, {})

    def came(self, part: str) -> list[Atom]:
        """Return the open entries of a part that were not there before."""
        return [atom for atom in self.of(part) if atom.leaf is None and atom.came]

    def went(self, part: str) -> list[Atom]:
        """Return the open entries of a part that are gone."""
        return [atom for atom in self.of(part) if atom.leaf is None and atom.went]

    def leaves(self, part: str) -> list[Atom]:
        """Return the open leaves of a part."""
        return [atom for atom in self.of(part) if atom.leaf is not None]

    def claim(self, draft: Draft, atoms: Iterable[Atom]) -> None:
        """Note that these atoms are told by a draft. One that is told already stays with its teller."""
        for atom in atoms:
            if self._open.get(atom.key, {}).pop(atom.path, None) is not None:
                self._owners[atom.key, atom.path] = draft

    def owner(self, part: str, name: str) -> Draft | None:
        """Return the draft that tells that an entry came or went."""
        return self._owners.get(((part, name), ()))

    def rest(self) -> Iterator[Atom]:
        """Yield what nobody has claimed."""
        for entry in list(self._open.values()):
            yield from list(entry.values())


def _atoms(pair: Pair) -> Iterator[Atom]:
    if pair.before is None or pair.after is None or pair.how == "declared":
        yield Atom(pair, None)
    for leaf in pair.leaves:
        yield Atom(pair, leaf)


def gathered(atoms: Sequence[Atom]) -> dict[tuple[object, object], list[Atom]]:
    """Return atoms of one entry or part by what stood and stands there."""
    found: dict[tuple[object, object], list[Atom]] = {}
    for atom in atoms:
        found.setdefault((repr(atom.before), repr(atom.after)), []).append(atom)
    return found
