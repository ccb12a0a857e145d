"""How long data are kept: the term of a rule, which rule applies to which data, what happens in the end."""

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from notice_lint.changes import ladders, orders
from notice_lint.changes.canonical_form import kind_of
from notice_lint.changes.case import Case, Details
from notice_lint.changes.change import Subject
from notice_lint.changes.claims import Atom, Draft, Key
from notice_lint.changes.kept import kept
from notice_lint.changes.labels import Labels, listed
from notice_lint.changes.meaning.collected import Use, uses
from notice_lint.changes.meaning.silence import silence
from notice_lint.changes.succession import Successions
from notice_lint.model.record import Record

_TERM = ("period", "from", "until", "whichever", "maximum", "indefinite", "criteria")
_GROUND = ("statutory", "law")


def retention(case: Case) -> None:
    """Tell what happened to retention. Source: GDPR Art. 13(2)(a), 5(1)(e); WP260 rev.01, point 30."""
    for name in dict.fromkeys(atom.entry.id for atom in case.ledger.leaves("retention")):
        _rule(case, name)
    _uses(case)
    _references(case)
    for atom in (*case.ledger.came("retention"), *case.ledger.went("retention")):
        if case.ledger.is_open(atom):
            _alone(case, atom)


def _rule(case: Case, name: str) -> None:
    """Tell what happened to a rule that stands in both notices."""
    old, new = case.entry("retention", name, old=True), case.entry("retention", name)
    atoms = [atom for key in _TERM for atom in case.ledger.of("retention", name, key) if not _prose(atom)]
    start = case.ledger.of("retention", name, "from")
    if len(atoms) == 1 and atoms == start and (start[0].came or start[0].went):
        silence(case, start, "from")  # the same length, and from when it runs
        _end(case, name)
        return
    code = orders.retention_change(old, new)
    if atoms and code:
        ground = [
            atom for key in _GROUND for atom in case.ledger.of("retention", name, key) if not _prose(atom)
        ]
        case.tell(code, [*atoms, *ground], details=_changed(case, name, atoms))
    elif atoms:
        case.tell("retention.rule_changed", atoms, details=_changed(case, name, atoms))
    _end(case, name)


def _changed(case: Case, name: str, atoms: list[Atom]) -> Details:
    """Return what a rule said and says: the one value that changed as data, the whole term for readers."""
    held = case.labels[1].by_rule.get(name, ())
    details = _at(case, _terms(case, (name,), (name,)), [record.text("collection") for record in held])
    return details if len(atoms) > 1 else details._replace(values=(atoms[0].before, atoms[0].after))


def _prose(atom: Atom) -> bool:
    """Whether an atom is one language of a text that stands on both sides: the rules for texts tell it."""
    kind = kind_of(atom.pair.part, atom.path)
    both = not isinstance(atom.before, dict) and not isinstance(atom.after, dict)
    return kind is not None and kind.how == "text" and both


def _end(case: Case, name: str) -> None:
    atoms = case.ledger.of("retention", name, "then")
    if atoms and not (atoms[0].came or atoms[0].went):
        direction = ladders.ladder("end", str(atoms[0].before), str(atoms[0].after))
        case.tell("end_of_life.changed", atoms, details=Details(direction=direction))


def _uses(case: Case) -> None:
    """Tell that other rules apply to data; places where the same rules take the place of the same are one."""
    moves: dict[tuple[tuple[str, ...], tuple[str, ...]], list[Use]] = {}
    told = _told_uses(case)
    for use in uses(case, "retention"):
        purpose = str(use.atom.path[1]) if len(use.atom.path) > 1 else ""
        owner = _teller(case, use, purpose, told)
        if owner is not None:
            case.follow(owner, [use.atom])
            continue
        old = _rules(case.labels[0], case.was("categories", use.names[0]), case.was("purposes", purpose))
        new = _rules(case.labels[1], use.names[0], purpose)
        old = tuple(case.now.get(("retention", rule), rule) for rule in old)
        moves.setdefault((tuple(sorted(old)), tuple(sorted(new))), []).append(use)
    for move in _joined(case, moves):
        _move(case, move)


class Move(NamedTuple):
    """Rules that apply where others did, by a code."""

    code: str
    old: tuple[str, ...]
    new: tuple[str, ...]
    uses: list[Use]


def _joined(case: Case, moves: Mapping[tuple[tuple[str, ...], tuple[str, ...]], list[Use]]) -> Iterable[Move]:
    """Join moves that end alike at the same data and mean the same: each purpose apart is no news."""
    found: dict[tuple[object, ...], Move] = {}
    for (old, new), group in moves.items():
        code = _moved(case, old, new)
        names = tuple(sorted({name for use in group for name in use.names}))
        known = found.get((code, new, names), Move(code, (), new, []))
        before = tuple(dict.fromkeys((*known.old, *old)))
        found[code, new, names] = Move(code, before, new, [*known.uses, *group])
    return found.values()


Moves = Mapping[tuple[Key, str], Draft]
"""Who tells that data serve a purpose now, or no longer: by category or collection, and purpose."""


def _told_uses(case: Case) -> Moves:
    return {
        (atom.key, str(atom.path[1])): draft
        for draft in case.drafts
        for atom in draft.atoms
        if atom.path[:1] == ("purposes",) and len(atom.path) > 1
    }


def _teller(case: Case, use: Use, purpose: str, moves: Moves) -> Draft | None:
    """Return who tells that the data serve a purpose now, or no longer: how long they are kept follows."""
    if not purpose:
        return None
    was, now = case.was("purposes", purpose) in use.before(case), purpose in use.after(case)
    if was == now:
        return None
    keys = (use.atom.key, *(("categories", name) for name in use.names))
    collections = (("collections", name.partition("/")[0]) for name in use.names)
    told = (moves.get((key, purpose)) for key in (*keys, *collections))
    return next((one for one in told if one is not None), None) or case.ledger.owner("purposes", purpose)


def _rules(labels: Labels, category: str, purpose: str) -> tuple[str, ...]:
    record = labels.collected.get(category)
    if record is None:
        return ()
    from notice_lint.model.collected import retention_by_purpose  # noqa: PLC0415 - only where rules moved

    stated = {name: rules for name, _, rules in retention_by_purpose(labels.notice.reader, record)}
    if not purpose:
        return tuple(dict.fromkeys(rule for rules in stated.values() for rule in rules))
    return stated.get(purpose, stated.get("", ()))


def _move(case: Case, move: Move) -> None:
    """Tell that other rules apply to data; a rule that came or went for nothing else is told with it."""
    ledger, ids = case.ledger, (*move.old, *move.new)
    moved = [one for one in (*ledger.came("retention"), *ledger.went("retention")) if one.entry.id in ids]
    names = tuple(dict.fromkeys(name for use in move.uses for name in use.names))
    entries = [atom for atom in moved if atom.went or _only_here(case, atom.entry.id, names)]
    label = listed(case.subject(*_named(name)).label for name in names)
    subject = Subject("retention", "+".join(move.new or move.old), label)
    atoms = [*(use.atom for use in move.uses), *entries]
    details = _at(case, _terms(case, move.old, move.new), [name.partition("/")[0] for name in names])
    case.tell(move.code, atoms, subject, details)


def _at(case: Case, details: Details, collections: Iterable[str]) -> Details:
    """Return details with the occasions of collection: the same data may have other rules elsewhere."""
    labels = [case.labels[1].label("collections", name) for name in dict.fromkeys(collections)]
    said = [label for label in labels if label is not None]
    return details._replace(args={"occasions": listed(said)}) if said else details


def _named(name: str) -> Key:
    return ("categories", name) if "/" in name else ("collections", name)


def _only_here(case: Case, rule: str, names: tuple[str, ...]) -> bool:
    """Whether a new rule applies to no data but these, so that it is no news of its own."""
    held = {
        f"{one.text('collection')}/{one.text('category')}" for one in case.labels[1].by_rule.get(rule, ())
    }
    return held <= set(names)


def _moved(case: Case, old: tuple[str, ...], new: tuple[str, ...]) -> str:
    if not old or not new:
        return "retention.removed" if old else "retention.added"
    left, right = [n for n in old if n not in new], [n for n in new if n not in old]
    if len(left) == len(right) == 1:
        before, after = case.entry("retention", left[0], old=True), case.entry("retention", right[0])
        return orders.retention_change(before, after) or "retention.equivalent"
    return "retention.rule_changed"


def _references(case: Case) -> None:
    """Tell that a recipient or a cookie keeps data by another rule."""
    for part in ("recipients", "cookies"):
        for atom in case.ledger.leaves(part):
            if atom.path != ("retention",):
                continue
            old, new = (() if side is None else (str(side),) for side in (atom.before, atom.after))
            case.tell(_moved(case, old, new), [atom], details=_terms(case, old, new))


def _alone(case: Case, atom: Atom) -> None:
    """Tell a rule that came or went without a move: with the data that it came for, else by itself."""
    name = atom.entry.id
    labels = case.labels[1] if atom.came else case.labels[0]
    held = labels.by_rule.get(name, ())
    owner = next((owner for record in held if (owner := _data_teller(case, record)) is not None), None)
    if owner is not None:
        case.follow(owner, [atom])
        return
    family = Successions(case, "retention").family(name)
    known = (draft for draft in case.drafts if draft.subject.kind == "retention")
    owner = next((draft for draft in known if family.intersection(draft.subject.id.split("+"))), None)
    if owner is not None:
        case.follow(owner, [atom])
        return
    _succeeded(case, atom)


def _succeeded(case: Case, atom: Atom) -> None:
    """Tell a rule that nobody names: it came, it went, or it stands for another one."""
    name = atom.entry.id
    for old, new in Successions(case, "retention").single:
        if name in (old, new):
            atoms = [
                one for one in case.ledger.of("retention") if one.leaf is None and one.entry.id in (old, new)
            ]
            case.tell(_moved(case, (old,), (new,)), atoms, ("retention", new), _terms(case, (old,), (new,)))
            return
    sides = ((), (name,)) if atom.came else ((name,), ())
    case.tell("retention.added" if atom.came else "retention.removed", [atom], details=_terms(case, *sides))


def _data_teller(case: Case, record: Record) -> Draft | None:
    category, collection = record.text("category"), record.text("collection")
    for key in (
        ("categories", f"{collection}/{category}"),
        ("collections", collection),
        ("data_categories", category),
    ):
        owner = case.ledger.owner(*key)
        if owner is not None:
            return owner
    return next(
        (o for p in record.ids("purposes") if (o := case.ledger.owner("purposes", p)) is not None), None
    )


def _terms(case: Case, old: tuple[str, ...], new: tuple[str, ...]) -> Details:
    """Return what rules said and say, as data and for readers."""
    before = {name: _only_term(case.entry("retention", name, old=True)) for name in old}
    after = {name: _only_term(case.entry("retention", name)) for name in new}
    values = tuple(next(iter(side.values())) if len(side) == 1 else side or None for side in (before, after))
    shown = (
        kept(case.labels[0], tuple(case.was("retention", name) for name in old)),
        kept(case.labels[1], new),
    )
    return Details(values=(values[0], values[1]), shown=shown)


def _only_term(rule: Mapping[str, Any]) -> dict[str, Any]:
    return {key: rule[key] for key in _TERM if key in rule}
