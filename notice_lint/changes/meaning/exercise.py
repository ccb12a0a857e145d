"""Rights that the notice grants, and how people use them."""

from notice_lint.changes.case import Case, Details
from notice_lint.changes.change import Direction
from notice_lint.changes.claims import Atom
from notice_lint.changes.meaning.silence import silence
from notice_lint.model import terms

_CHANNELS = ("email", "address", "url")


def exercise(case: Case) -> None:
    """Tell rights that came, went or were limited, and ways to use them. Source: WP260, point 29."""
    ledger = case.ledger
    for atom in (*ledger.came("rights"), *ledger.went("rights")):
        _entry(case, atom)
    for atom in ledger.leaves("rights"):
        if atom.entry.id == "presented_separately":
            silence(case, [atom], "objection")
        elif atom.path == ("granted",):
            case.tell("detail.changed", [atom])
    _withdraw(case)
    _requests(case)


def _entry(case: Case, atom: Atom) -> None:
    name = atom.entry.id
    if name == "human_review":
        case.tell(f"adm.human_review.{'added' if atom.came else 'removed'}", [atom])
    elif name in terms.RIGHTS:
        case.tell("rights.added" if atom.came else "rights.removed", [atom])
    elif name == "limits":
        case.tell("rights.restricted" if atom.came else "rights.unrestricted", [atom])
    elif name == "withdraw_how":
        direction = Direction.MORE_PROTECTIVE if atom.came else Direction.LESS_PROTECTIVE
        case.tell("rights.withdraw.changed", [atom], details=Details(direction))
    elif name == "presented_separately":
        silence(case, [atom], "objection")


def _withdraw(case: Case) -> None:
    """Tell how consent is withdrawn now, or one use of data stopped. Source: GDPR Art. 7(3), 21(3)."""
    for draft in case.reworded("rights", "withdraw_how", "text"):
        case.tell("rights.withdraw.changed", draft.atoms, details=draft.details(Direction.NEUTRAL))
    for name in dict.fromkeys(atom.entry.id for atom in case.ledger.leaves("purposes")):
        whole = [a for a in case.ledger.of("purposes", name, "opt_out") if len(a.path) == 1]
        consent = "consent" in case.new.by_id("purposes")[name].ids("legal_bases")
        code = "rights.withdraw.changed" if consent else "rights.exercise.changed"
        if whole:
            direction = Direction.MORE_PROTECTIVE if whole[0].came else Direction.LESS_PROTECTIVE
            case.tell(code, whole, details=Details(direction))
        for draft in case.reworded("purposes", name, "opt_out"):
            case.tell(code, draft.atoms, details=draft.details(Direction.NEUTRAL))
    for draft in case.reworded("cookies", "", "consent", "withdraw"):
        case.tell("rights.withdraw.changed", draft.atoms, details=draft.details(Direction.NEUTRAL))


def _requests(case: Case) -> None:
    """Tell how rights are exercised. Fewer ways are less protective. Source: GDPR Art. 12(2)."""
    ledger = case.ledger
    for atom in (*ledger.came("requests"), *ledger.went("requests")):
        silence(case, [atom], "request")
    ways = [atom for atom in ledger.leaves("requests") if atom.path[0] in _CHANNELS]
    if ways:
        came, went = any(atom.came for atom in ways), any(atom.went for atom in ways)
        changed = any(not atom.came and not atom.went for atom in ways)
        direction = Direction.NEUTRAL
        if not changed and came != went:
            direction = Direction.MORE_PROTECTIVE if came else Direction.LESS_PROTECTIVE
        case.tell("rights.exercise.changed", ways, details=Details(direction))
    whole = [atom for atom in ledger.of("requests", "", "how") if len(atom.path) == 1]
    silence(case, whole, "request")
    for draft in case.reworded("requests", "", "how"):
        case.tell("rights.exercise.changed", draft.atoms, details=draft.details(Direction.UNDETERMINED))
