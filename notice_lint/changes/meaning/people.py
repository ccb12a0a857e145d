"""Whom the notice addresses: groups of people, countries, laws, ages."""

from notice_lint.changes.case import Case, Details
from notice_lint.changes.claims import Atom
from notice_lint.changes.meaning.silence import silence
from notice_lint.i18n.terms import Term


def people(case: Case) -> None:
    """Tell which people the notice addresses now, and no longer. Source: WP260, point 30; GDPR Art. 8."""
    _groups(case)
    _addressed(case)
    _children(case)


def _groups(case: Case) -> None:
    """Tell groups that came and went. A notice that told none apart has gained a vocabulary, not people."""
    ledger = case.ledger
    if ledger.came("data_subjects") and not case.old.view("data_subjects"):
        silence(case, ledger.came("data_subjects"), "data_subjects")
    if ledger.went("data_subjects") and not case.new.view("data_subjects"):
        silence(case, ledger.went("data_subjects"), "data_subjects")
    for atom in ledger.came("data_subjects"):
        case.tell("audience.added", [atom])
    for atom in ledger.went("data_subjects"):
        case.tell("audience.removed", [atom])
    for part in ("collections", "purposes"):
        for atom in ledger.leaves(part):
            if part == "collections" and atom.path[0] == "data_subjects":
                _collection(case, atom)
    for atom in ledger.leaves("data_subjects"):
        if atom.path[0] == "relation":
            case.tell("statement.reclassified", [atom])


def _collection(case: Case, atom: Atom) -> None:
    if case.told_with(atom):
        return
    if len(atom.path) == 1:
        silence(case, [atom], "data_subjects")
    else:
        case.tell("audience.added" if atom.came else "audience.removed", [atom])


def _addressed(case: Case) -> None:
    """Tell countries and laws."""
    whole = [a for a in case.ledger.of("notice", "", "audience") if len(a.path) < 3]  # noqa: PLR2004 - key, countries
    silence(case, whole, "audience")
    for key in ("audience", "regimes"):
        for came in (True, False):
            atoms = [a for a in case.ledger.of("notice", "", key) if a.came is came]
            if atoms:
                case.tell("audience.added" if came else "audience.removed", atoms)


def _children(case: Case) -> None:
    """Tell ages. A lower age addresses younger people; what is said for the first time is silence broken."""
    ledger = case.ledger
    for atom in (*ledger.came("children"), *ledger.went("children")):
        silence(case, [atom], "children")
    none = ledger.of("children", "", "none")
    if none:
        code = "audience.added" if none[0].went else "audience.removed"
        case.tell(code, ledger.of("children"), details=Details(steps=("children",)))
    for atom in ledger.leaves("children"):
        if atom.path[0] == "minimum_age" and not (atom.came or atom.went):
            lower = _number(atom.after) < _number(atom.before)
            shown = (Term("phrase", "changes.age", {"age": _number(v)}) for v in (atom.before, atom.after))
            details = Details(shown=tuple(shown), steps=("children",))  # type: ignore[arg-type] # two of them
            case.tell("audience.added" if lower else "audience.removed", [atom], details=details)
        elif atom.path[0] in ("minimum_age", "consent_age") and (atom.came or atom.went):
            silence(case, [atom], "children")
        elif atom.path[0] in ("consent_age", "version_url"):
            case.tell("children.changed", [atom])


def _number(value: object) -> int:
    return value if isinstance(value, int) else 0
