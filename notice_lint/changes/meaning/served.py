"""For what a recipient gets data, and which: more, fewer, or the same in another form."""

from collections.abc import Iterable

from notice_lint.changes.case import Case, Details
from notice_lint.changes.claims import Atom, Draft
from notice_lint.changes.meaning.silence import silence
from notice_lint.changes.succession import Successions
from notice_lint.model.record import Record, members

_SERVED = ("recipient.narrowed", "recipient.widened")


def served(case: Case, name: str, old: Record, new: Record) -> None:
    """Tell that a recipient gets data for other purposes, or other data. `all` is every purpose there is."""
    for key, part in (("purposes", "purposes"), ("categories", "data_categories")):
        atoms = case.ledger.of("recipients", name, key)
        whole = [a for a in atoms if len(a.path) == 1]
        if whole:
            owner = case.teller(whole[0])
            if owner is not None:
                case.follow(owner, whole)
            else:
                silence(case, whole, "data" if key == "categories" else "purposes")
            continue
        known = Successions(case, part)
        before = {case.now.get((part, one), one) for one in members(old.value(key))}
        before |= {heir for one in members(old.value(key)) for heir in known.heirs(one)}
        after = set(members(new.value(key)))
        after |= {origin for one in after for origin in known.origins(one)}
        _moved(case, atoms, (before - after, after - before), part)


def _moved(case: Case, atoms: Iterable[Atom], moved: tuple[set[str], set[str]], part: str) -> None:
    """Tell what a recipient gets no longer (`moved[0]`) and what it gets now (`moved[1]`).

    What only names a thing that came or went is told with that; `all` purposes or the same by name is form.
    """
    sides: tuple[list[Atom], list[Atom]] = ([], [])
    form: list[Atom] = []
    for atom in atoms:
        owner = case.teller(atom)
        if owner is not None:
            case.follow(owner, [atom])
        elif str(atom.path[-1]) in (*moved[atom.came], "all") and moved[atom.came]:
            sides[atom.came].append(atom)
        else:
            form.append(atom)
    told = None
    for code, side, labels, names in zip(_SERVED, sides, case.labels, moved, strict=True):
        if side:
            ids = names if code == _SERVED[1] else {case.was(part, name) for name in names}
            named = labels.all_named(part, sorted(ids))
            shown = (None, named) if code == _SERVED[1] else (named, None)
            told = case.tell(code, side, details=Details(shown=shown))
    told = told or next((draft for atom in form if (draft := _succession(case, part, atom))), None)
    if form and told is not None:
        case.follow(told, form)
    elif form:
        case.tell("structure.reformatted", form)


def _succession(case: Case, part: str, atom: Atom) -> Draft | None:
    """Return who tells the split or merger after which the same is said by another name."""
    name = str(atom.path[-1])
    known = Successions(case, part)
    family = {name, *known.origins(name), *known.heirs(name)}
    told = (case.ledger.owner(part, one) for one in sorted(family))
    return next((draft for draft in told if draft is not None), None) if len(family) > 1 else None
