"""Categories that the author declares to be split or merged: the same data, told apart or together."""

from collections.abc import Mapping, Sequence

from notice_lint.changes.case import Case, Details
from notice_lint.changes.change import Subject
from notice_lint.changes.claims import Atom
from notice_lint.changes.labels import listed
from notice_lint.changes.prose import fold
from notice_lint.changes.succession import Successions
from notice_lint.i18n.terms import Text
from notice_lint.model.record import Record

Held = Mapping[str, set[str]]
"""The items of some categories, folded, by collection."""


def splits(case: Case) -> None:
    """Tell declared splits and mergers of data categories. Source: WP260 rev.01, point 29."""
    for old, new in Successions(case, "data_categories").groups:
        _succession(case, old, new)


def added(record: Record | None) -> str:
    """Return the code of data that are collected anew."""
    return "category.added.special" if record is not None and sensitive(record) else "category.added"


def sensitive(record: Record) -> bool:
    """Whether data are of a special category or criminal. Source: GDPR Art. 9(1), 10."""
    return bool(record.text("special")) or record.value("criminal") is True


def _succession(case: Case, old: tuple[str, ...], new: tuple[str, ...]) -> None:
    """Tell a declared split or merger of categories; what one of them has gained is told by itself."""
    ledger = case.ledger
    ids = {*old, *new}
    atoms = [
        a for a in (*ledger.came("data_categories"), *ledger.went("data_categories")) if a.entry.id in ids
    ]
    before, after = (_held(case, side, names) for side, names in ((0, old), (1, new)))
    inside = [
        a
        for a in (*ledger.came("categories"), *ledger.went("categories"))
        if a.entry.id.partition("/")[2] in ids
    ]
    code = "category.split" if len(new) > len(old) else "category.merged"
    if code == "category.merged" and _vaguer(case, old, new, before, after):
        code = "category.granularity.coarser"
    elif code == "category.split" and not any(before.values()) and _vaguer(case, new, old, after, before):
        code = "category.granularity.finer"
    shown = tuple(
        listed(case.labels[side].label("data_categories", name) for name in names)
        for side, names in ((0, old), (1, new))
    )
    surplus = [atom for atom in inside if atom.came and _grown(case, atom, before)]
    draft = case.tell(
        code,
        [*atoms, *(atom for atom in inside if atom not in surplus)],
        Subject("data_categories", "+".join(new), shown[1]),
        Details(values=(list(old), list(new)), shown=(shown[0], shown[1])),
    )
    for atom in surplus:
        record = case.labels[1].collected.get(atom.entry.id)
        case.tell(added(record), [atom])
    case.follow(
        draft,
        [
            a
            for a in ledger.leaves("categories")
            if a.path[0] == "items"
            and a.entry.id.partition("/")[2] in ids
            and not _new_items(case, a, before)
        ],
    )


def _held(case: Case, side: int, names: Sequence[str]) -> dict[str, set[str]]:
    """Return the items of categories, folded, by collection."""
    found: dict[str, set[str]] = {}
    for key, record in case.labels[side].collected.items():
        collection, _, category = key.partition("/")
        if category in names:
            found.setdefault(collection, set()).update(_folded_items(case, side, record))
    return found


def _folded_items(case: Case, side: int, record: Record) -> set[str]:
    notice = (case.old, case.new)[side]
    values = [notice.reader.value(route, "text") for route in notice.reader.items((*record.route, "items"))]
    return {
        fold(value.best(notice.reader.language)).casefold() for value in values if isinstance(value, Text)
    }


def _vaguer(
    case: Case,
    many: Sequence[str],
    few: Sequence[str],
    listed_: dict[str, set[str]],
    merged: dict[str, set[str]],
) -> bool:
    """Whether what several categories told apart is now one word, without items, that names none."""
    if any(merged.values()):
        return any(listed_[place] - merged.get(place, set()) for place in listed_) and not any(
            merged.get(place, set()) - listed_[place] for place in listed_
        )
    if any(listed_.values()):
        return True
    label = " ".join(_label(case, name) for name in few)
    return not all(_label(case, name) in label for name in many)


def _label(case: Case, name: str) -> str:
    label = case.labels[1].label("data_categories", name) or case.labels[0].label("data_categories", name)
    return fold(label.best(case.new.reader.language)).casefold() if isinstance(label, Text) else name


def _grown(case: Case, atom: Atom, before: dict[str, set[str]]) -> bool:
    """Whether data are collected where they were not, or hold items that were not there."""
    collection = atom.entry.id.partition("/")[0]
    if collection not in before:
        return True
    record = case.labels[1].collected.get(atom.entry.id)
    items = _folded_items(case, 1, record) if record else set()
    return bool(before[collection]) and bool(items - before[collection])


def _new_items(case: Case, atom: Atom, before: dict[str, set[str]]) -> bool:
    record = case.labels[1].collected.get(atom.entry.id)
    return record is not None and bool(
        _folded_items(case, 1, record) - before.get(atom.entry.id.partition("/")[0], set())
    )
