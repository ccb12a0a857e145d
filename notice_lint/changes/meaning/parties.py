"""Who answers for the processing: controller, joint controllers, representatives, the DPO, the authority."""

from collections.abc import Iterable

from notice_lint.changes.case import Case, Details
from notice_lint.changes.claims import Atom
from notice_lint.changes.labels import listed
from notice_lint.changes.meaning.silence import silence
from notice_lint.changes.prose import fold
from notice_lint.i18n.terms import Arg
from notice_lint.reference.authorities import authorities

_CONTACTS = ("address", "email", "phone", "url")
_FORMS = ("kind", "large_scale")


def parties(case: Case) -> None:
    """Tell what happened to the parties.

    Source: GDPR Art. 13(1)(a) and (b), 13(2)(d), 26(2), 27; WP260 rev.01, point 29.
    """
    _controller(case)
    _joint(case)
    _representatives(case)
    _dpo(case)
    _authorities(case)


def _controller(case: Case) -> None:
    ledger = case.ledger
    for atom in (*ledger.came("controller"), *ledger.went("controller")):
        silence(case, [atom], "controller")
    _identity(case)
    for key in _CONTACTS:
        atoms = ledger.of("controller", "", key)
        if atoms and (atoms[0].came or atoms[0].went):
            silence(case, atoms, "controller")
        elif atoms:
            case.tell(f"controller.{key}", atoms)
    group = ledger.of("controller", "", "group")
    if group:
        stated = group[0].path == ("group",) and (group[0].came or group[0].went)
        if stated:
            silence(case, group, "group")
        else:
            case.tell("controller.group_changed", group)
    for key in _FORMS:
        atoms = ledger.of("controller", "", key)
        if atoms:
            case.tell("statement.reclassified", atoms)
    rest = ledger.leaves("controller")
    if rest:
        case.tell("controller.details_changed", rest)


def _identity(case: Case) -> None:
    """Tell another name. Under a register number that stays it is the same entity; else nobody can tell."""
    ledger = case.ledger
    name, number = ledger.of("controller", "", "name"), ledger.of("controller", "", "register_number")
    country = ledger.of("controller", "", "country")
    for atoms in (name, number, country):
        if atoms and (atoms[0].came or atoms[0].went):
            silence(case, atoms, "controller")
    moved = [atom for atom in (*name, *number, *country) if ledger.is_open(atom)]
    if not moved:
        return
    if moved == name and fold(str(name[0].before)) == fold(str(name[0].after)):
        return
    known = case.new.document.value(("controller", "register_number"))
    same = moved == name and known and not number
    case.tell("controller.renamed" if same else "controller.identity.changed", moved)


def _joint(case: Case) -> None:
    ledger = case.ledger
    for atom in ledger.came("joint_controllers"):
        if atom.entry.id != "none":
            case.tell("controller.joint.added", [atom])
    for atom in ledger.went("joint_controllers"):
        if atom.entry.id != "none":
            case.tell("controller.joint.removed", [atom])
    for name in dict.fromkeys(atom.entry.id for atom in ledger.leaves("joint_controllers")):
        atoms = [
            a
            for a in ledger.of("joint_controllers", name)
            if a.leaf and a.path[0] not in ("arrangement", "none")
        ]
        left = [atom for atom in atoms if not case.told_with(atom)]
        if left:
            case.tell("controller.joint.changed", left)


def _representatives(case: Case) -> None:
    ledger = case.ledger
    for atom in (*ledger.came("representatives"), *ledger.went("representatives")):
        if atom.entry.id != "none":
            case.tell("representative.changed", [atom])
    for name in dict.fromkeys(atom.entry.id for atom in ledger.leaves("representatives")):
        atoms = [a for a in ledger.of("representatives", name) if a.leaf and a.path[0] != "none"]
        if atoms:
            case.tell("representative.changed", atoms)


def _dpo(case: Case) -> None:
    """Tell the data protection officer. The only way to use one's rights is no mere contact detail."""
    ledger = case.ledger
    whole = [*ledger.came("dpo"), *ledger.went("dpo")]
    none = ledger.of("dpo", "", "none")
    if whole:
        value = whole[0].after if whole[0].came else whole[0].before
        if isinstance(value, dict) and "none" in value:
            silence(case, whole, "dpo")
        else:
            case.tell("dpo.added" if whole[0].came else "dpo.removed", whole)
    elif none and (none[0].came or none[0].went) and len(none[0].path) == 1:
        case.tell("dpo.added" if none[0].went else "dpo.removed", ledger.of("dpo"))
    atoms = [atom for atom in ledger.leaves("dpo") if atom.path[0] != "none"]
    if atoms:
        steps = () if any(case.new.view("requests")[0].ids("channels")) else ("only-route",)
        case.tell("dpo.contact_changed", atoms, details=Details(steps=steps))


def _authorities(case: Case) -> None:
    ledger = case.ledger
    for atom in (*ledger.came("complaints"), *ledger.went("complaints")):
        silence(case, [atom], "complaint")
    atoms = [atom for atom in ledger.leaves("complaints") if atom.path[0] in ("authorities", "url")]
    whole = [atom for atom in atoms if len(atom.path) == 1 and (atom.came or atom.went)]
    if whole and len(whole) == len(atoms):
        silence(case, whole, "complaint")
    elif atoms:
        before, after = ([at_side(atom) for atom in atoms] for at_side in (_was, _is))
        case.tell("authority.changed", atoms, details=Details(shown=(_named(before), _named(after))))


def _was(atom: Atom) -> object:
    return atom.path[-1] if len(atom.path) > 1 and atom.went else atom.before


def _is(atom: Atom) -> object:
    return atom.path[-1] if len(atom.path) > 1 and atom.came else atom.after


def _named(said: Iterable[object]) -> Arg | None:
    """Return authorities by their names, and addresses as they are."""
    known = {one.id: one.name for one in authorities()}
    shown = [known.get(one, one) for one in said if isinstance(one, str) and one]
    return listed(shown) if shown else None
