"""Which entry of the new notice is which of the old: by id, else as the author declares, never guessed."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from notice_lint.changes.canonical_form import NAMED
from notice_lint.changes.comparison import Entry, Succession

Key = tuple[str, str]
"""Part and id."""


class Pairing(NamedTuple):
    """What belongs together."""

    pairs: tuple[tuple[Entry | None, Entry | None, str], ...]
    """The old and the new side, and how they were found: `id` or `declared`."""
    successions: tuple[Succession, ...]
    renamed: Mapping[Key, str]
    """The new id of what the author declares to be renamed."""


def pairing(before: Sequence[Entry], after: Sequence[Entry]) -> Pairing:
    """Pair the entries of two notices.

    The same id is the same thing: the format has it so (principle 1), and a wrong rename would hide what was
    removed. `previous_ids` counts for an id that is new, where one old id and one new one are meant; where
    several are, it is a split or a merger, and the author is told so by a succession, as with `replaces`.
    """
    old = {(entry.part, entry.id): entry for entry in before}
    new = {(entry.part, entry.id): entry for entry in after}
    renamed, successions = _declared(old, new)
    _inside_collections(old, new, renamed)
    origin = {(part, name): was for (part, was), name in renamed.items()}
    pairs: list[tuple[Entry | None, Entry | None, str]] = []
    for (part, name), entry in new.items():
        if (part, name) in old:
            pairs.append((old[part, name], entry, "id"))
        elif (part, name) in origin:
            pairs.append((old[part, origin[part, name]], entry, "declared"))
        else:
            pairs.append((None, entry, "id"))
    gone = (entry for key, entry in old.items() if key not in new and key not in renamed)
    return Pairing((*pairs, *((entry, None, "id") for entry in gone)), successions, renamed)


def _declared(
    old: Mapping[Key, Entry], new: Mapping[Key, Entry]
) -> tuple[dict[Key, str], tuple[Succession, ...]]:
    renamed: dict[Key, str] = {}
    successions: list[Succession] = []
    for part in sorted(NAMED):
        names = _Names(part, old, new)
        for was, now in names.components(names.renames()):
            if len(was) == len(now) == 1:
                renamed[part, was[0]] = now[0]
            else:
                successions.append(Succession(part, was, now))
        successions += (Succession(part, was, now) for was, now in names.components(names.replacements()))
    return renamed, tuple(successions)


class _Names:
    """What entries of one part declare about their ids."""

    def __init__(self, part: str, old: Mapping[Key, Entry], new: Mapping[Key, Entry]) -> None:
        self._old = {name: entry for (of, name), entry in old.items() if of == part}
        self._new = {name: entry for (of, name), entry in new.items() if of == part}

    def renames(self) -> Iterator[tuple[str, str]]:
        """Yield the old and the new id where the one is gone and the other is new."""
        for name, entry in self._new.items():
            for was in entry.previous if name not in self._old else ():
                if was in self._old and was not in self._new:
                    yield was, name

    def replacements(self) -> Iterator[tuple[str, str]]:
        """Yield what an entry stands for now, and did not declare in the old notice already.

        What keeps its id in a split or a merger belongs to it on both sides.
        """
        for name, entry in self._new.items():
            declared = self._old[name].replaces if name in self._old else ()
            for was in entry.replaces:
                if was in self._old and was != name and was not in declared:
                    yield was, name
                    yield from [(was, was)] if was in self._new else []
                    yield from [(name, name)] if name in self._old else []

    def components(
        self, edges: Iterator[tuple[str, str]]
    ) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
        """Yield the old and new ids that declarations tie together, both in the order of their file."""
        groups: list[tuple[set[str], set[str]]] = []
        for was, now in edges:
            touched = [group for group in groups if was in group[0] or now in group[1]]
            groups = [group for group in groups if group not in touched]
            tied = (
                {was}.union(*(group[0] for group in touched)),
                {now}.union(*(group[1] for group in touched)),
            )
            groups.append(tied)
        for was_all, now_all in groups:
            yield (
                tuple(name for name in self._old if name in was_all),
                tuple(name for name in self._new if name in now_all),
            )


def _inside_collections(old: Mapping[Key, Entry], new: Mapping[Key, Entry], renamed: dict[Key, str]) -> None:
    """Carry renamed collections and data categories over to the categories inside collections."""
    for part, name in old:
        if part != "categories":
            continue
        collection, _, category = name.partition("/")
        collection = renamed.get(("collections", collection), collection)
        now = f"{collection}/{renamed.get(('data_categories', category), category)}"
        if now != name and ("categories", now) in new and (part, name) not in new:
            renamed[part, name] = now
