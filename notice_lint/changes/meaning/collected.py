"""What is said of the data of a collection: at one category, or at all that share it."""

from collections.abc import Iterator
from typing import NamedTuple

from notice_lint.changes.case import Case
from notice_lint.changes.claims import Atom


class Use(NamedTuple):
    """One place where something is said of data, and the categories ("collection/category") concerned."""

    atom: Atom
    names: tuple[str, ...]

    def before(self, case: Case) -> set[str]:
        """Return the purposes that these data had, by their old ids."""
        found = (case.labels[0].collected.get(case.was("categories", name)) for name in self.names)
        return {purpose for record in found if record for purpose in record.ids("purposes")}

    def after(self, case: Case) -> set[str]:
        """Return the purposes that these data have now."""
        found = (case.labels[1].collected.get(name) for name in self.names)
        return {purpose for record in found if record for purpose in record.ids("purposes")}


def uses(case: Case, key: str) -> Iterator[Use]:
    """Yield the open places of `key` (`purposes`, `retention`, `source`, `provision`), of all data."""
    for part in ("collections", "categories"):
        for atom in case.ledger.leaves(part):
            if atom.path[0] == key and case.ledger.is_open(atom):
                yield Use(atom, _names(atom))


def _names(atom: Atom) -> tuple[str, ...]:
    echoes = atom.leaf.echoes if atom.leaf else ()
    return tuple(echo.id for echo in echoes) or (atom.entry.id,)
