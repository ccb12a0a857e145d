"""Legal bases: what is swapped for what, which rights come and go with it, which interests are named."""

from notice_lint.changes.case import Case, Details
from notice_lint.changes.claims import Atom, Draft
from notice_lint.changes.labels import words
from notice_lint.changes.meaning.silence import silence
from notice_lint.changes.prose import same
from notice_lint.changes.rights import RIGHTS_BY_BASIS, turn
from notice_lint.i18n.terms import Text
from notice_lint.model.record import Record


def bases(case: Case) -> None:
    """Tell what happened to legal bases and conditions. Source: GDPR Art. 6(1), 7, 9(2), 13(1)(c) and (d)."""
    for name in dict.fromkeys(atom.entry.id for atom in case.ledger.leaves("purposes")):
        old = case.old.by_id("purposes").get(case.was("purposes", name))
        new = case.new.by_id("purposes").get(name)
        if old is not None and new is not None:
            _bases(case, name, old, new)
            _condition(case, name)
            _interest(case, name, old, new)


def _bases(case: Case, name: str, old: Record, new: Record) -> None:
    atoms = [atom for atom in case.ledger.of("purposes", name, "legal_basis") if len(atom.path) < 3]  # noqa: PLR2004 - key, basis
    before, after = old.ids("legal_bases"), new.ids("legal_bases")
    went = tuple(basis for basis in before if basis not in after)
    came = tuple(basis for basis in after if basis not in before)
    known = set(RIGHTS_BY_BASIS).issuperset((*went, *came))
    if not atoms or not (went or came) or not known:
        return
    if not before or not after:
        told = silence(case, atoms, "legal-basis")
    elif len(went) == len(came) == 1:
        result = turn(before, after)
        code = f"basis.changed.{_underscored(went[0])}_to_{_underscored(came[0])}"
        details = Details(result.direction, values=_lists(before, after), shown=(words(before), words(after)))
        told = case.tell(code, atoms, details=details._replace(gained=result.gained, lost=result.lost))
    else:
        told = _several(case, atoms, before, after)
    if told is not None:
        swapped = [atom for key in ("interest", "law") for atom in case.ledger.of("purposes", name, key)]
        case.follow(told, [atom for atom in swapped if len(atom.path) == 1 and (atom.came or atom.went)])


def _several(case: Case, atoms: list[Atom], before: tuple[str, ...], after: tuple[str, ...]) -> Draft | None:
    """Tell bases that came beside others, or went from among them."""
    result = turn(before, after)
    told = None
    for code, side in (("basis.removed", before), ("basis.added", after)):
        other = after if side is before else before
        moved = [basis for basis in side if basis not in other]
        claimed = [atom for atom in atoms if str(atom.path[1]).partition("#")[0] in moved]
        if not claimed:
            continue
        name = f"{code}.consent" if "consent" in moved else code
        details = Details(values=_lists(before, after), shown=(words(before), words(after)))
        told = case.tell(name, claimed, details=details._replace(gained=result.gained, lost=result.lost))
    return told


def _lists(before: tuple[str, ...], after: tuple[str, ...]) -> tuple[object, object]:
    return list(before), list(after)


def _underscored(basis: str) -> str:
    return basis.replace("-", "_")


def _condition(case: Case, name: str) -> None:
    """Tell that sensitive data are used on another ground. Source: GDPR Art. 9(2)."""
    atoms = case.ledger.of("purposes", name, "special_condition")
    if not atoms:
        return
    if atoms[0].came or atoms[0].went:
        silence(case, atoms, "special_condition")
        return
    code = "changed"
    if "explicit-consent" in (atoms[0].before, atoms[0].after):
        code = "from_consent" if atoms[0].before == "explicit-consent" else "to_consent"
    case.tell(f"basis.condition.{code}", atoms)


def _interest(case: Case, name: str, old: Record, new: Record) -> None:
    """Tell that another interest is named. Source: GDPR Art. 13(1)(d)."""
    atoms = case.ledger.of("purposes", name, "interest")
    whole = [atom for atom in atoms if len(atom.path) == 1]
    if whole:
        silence(case, whole, "interest")
        return
    named = [atom for atom in atoms if atom.path[1] in ("text", "whose", "same-as-purpose")]
    before, after = old.value("interest"), new.value("interest")
    if not named or not isinstance(before, Text) or not isinstance(after, Text):
        return
    whose = any(atom.path[1] == "whose" for atom in named)
    reworded = any(not same(before[tag], after[tag]) for tag in before if tag in after)
    if whose or reworded:
        shown = (before, after)
        case.tell(
            "basis.interest_text.changed",
            named,
            details=Details(shown=shown, redlines=case.redlines(before, after)),
        )
    elif any(atom.path[1] == "same-as-purpose" for atom in named):
        case.tell("structure.reformatted", named)
