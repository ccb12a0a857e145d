"""Cookies: which are set, how long they stay, who reads them."""

from notice_lint.changes.case import Case, Details
from notice_lint.changes.claims import Atom
from notice_lint.changes.meaning.silence import silence
from notice_lint.changes.orders import written_order
from notice_lint.model.notice import Notice


def cookies(case: Case) -> None:
    """Tell what happened to cookies. Source: Directive 2002/58/EC Art. 5(3)."""
    ledger = case.ledger
    for atom in ledger.came("cookies"):
        if atom.entry.id:
            value = atom.entry.value
            exempt = value.get("kind") == "strictly-necessary"
            case.tell("cookie.added.exempt" if exempt else "cookie.added.consent", [atom])
        elif "none" not in atom.entry.value:
            silence(case, [atom], "cookie")
    for atom in ledger.went("cookies"):
        if atom.entry.id:
            case.tell("cookie.removed", [atom])
        elif "none" not in atom.entry.value:
            silence(case, [atom], "cookie")
    for name in dict.fromkeys(atom.entry.id for atom in ledger.leaves("cookies")):
        _cookie(case, name)


def _cookie(case: Case, name: str) -> None:
    ledger = case.ledger
    for path in (("duration",), ("consent", "remembered")):
        for atom in ledger.of("cookies", name, *path):
            _lifetime(case, atom)
    for atom in ledger.of("cookies", name, "kind"):
        if atom.came or atom.went:
            silence(case, [atom], "cookie")
        else:
            case.tell("cookie.kind_changed", [atom])
    _party(case, name)
    renamed = ledger.of("cookies", name, "name")
    if renamed:
        case.tell("cookie.renamed", renamed)
    atoms = [a for a in ledger.of("cookies", name, "purposes") if not case.told_with(a)]
    if atoms and len(atoms[0].path) == 1:
        silence(case, atoms, "cookie")
    for came in (True, False):
        moved = [atom for atom in atoms if atom.came is came and ledger.is_open(atom)]
        if moved:
            case.tell("cookie.widened" if came else "cookie.narrowed", moved)


def _lifetime(case: Case, atom: Atom) -> None:
    """A session ends before every period does."""
    if atom.came or atom.went:
        silence(case, [atom], "cookie")
        return
    order = _order(str(atom.before), str(atom.after))
    name = "changed" if order is None else "longer" if order < 0 else "shorter"
    case.tell(f"cookie.lifetime.{name}", [atom])


def _order(before: str, after: str) -> int | None:
    if "session" in (before, after):
        return -1 if before == "session" else 1
    return written_order(before, after)


def _party(case: Case, name: str) -> None:
    """Tell who sets or reads a cookie: one more outsider is another party, whoever it is."""
    atoms = [atom for key in ("provider", "access") for atom in case.ledger.of("cookies", name, key)]
    if not atoms:
        return
    before, after = _outsiders(case.old, case.was("cookies", name)), _outsiders(case.new, name)
    before = {case.now.get(("recipients", one), one) for one in before}
    if after - before:
        case.tell("cookie.party.changed", atoms, details=Details())
    elif before - after:
        case.tell("cookie.party.removed", atoms)
    else:
        case.tell("structure.reformatted", atoms)


def _outsiders(notice: Notice, name: str) -> set[str]:
    record = notice.by_id("cookies").get(name)
    if record is None:
        return set()
    known = notice.by_id("recipients")
    named = {record.text("provider"), *record.ids("access")} - {""}
    return {one for one in named if one not in known or known[one].text("role") != "internal"}
