"""Automated decisions and profiling."""

from notice_lint.changes.case import Case, Details
from notice_lint.changes.change import Direction
from notice_lint.changes.claims import Atom
from notice_lint.changes.meaning.silence import silence

_PARTS = ("automated_decisions", "profiling")
_TEXTS = {
    "logic": "adm.logic.changed",
    "significance": "adm.consequence.changed",
    "consequences": "adm.consequence.changed",
}


def decisions(case: Case) -> None:
    """Tell what happened to automated decisions and profiling. Source: GDPR Art. 13(2)(f), 22."""
    ledger = case.ledger
    for part in _PARTS:
        for atom in ledger.came(part):
            if atom.entry.id != "none":
                case.tell("adm.added", [atom])
        for atom in ledger.went(part):
            if atom.entry.id != "none":
                case.tell("adm.removed", [atom])
        for name in dict.fromkeys(atom.entry.id for atom in ledger.leaves(part)):
            _reach(case, part, name)
            _explained(case, part, name)


def _reach(case: Case, part: str, name: str) -> None:
    atoms = case.ledger.of(part, name, "purposes")
    if atoms and len(atoms[0].path) == 1:
        silence(case, atoms, "purposes")
        return
    for came in (True, False):
        moved = [atom for atom in atoms if atom.came is came]
        if moved:
            case.tell("adm.widened" if came else "adm.narrowed", moved)


def _explained(case: Case, part: str, name: str) -> None:
    for key, code in _TEXTS.items():
        whole = [atom for atom in case.ledger.of(part, name, key) if len(atom.path) == 1]
        silence(case, whole, key)
        for text in case.reworded(part, name, key):
            case.tell(code, text.atoms, details=text.details(Direction.UNDETERMINED))
    safeguards: list[Atom] = [a for a in case.ledger.of(part, name, "safeguards") if len(a.path) == 1]
    if safeguards:
        case.tell(
            f"adm.human_review.{'added' if safeguards[0].came else 'removed'}", safeguards, details=Details()
        )
