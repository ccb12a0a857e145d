"""What the notice did not say and says now, or the other way round, where no code of its own says so."""

from collections.abc import Iterable

from notice_lint.changes.case import Case, Details, values_of
from notice_lint.changes.change import Subject
from notice_lint.changes.claims import Atom, Draft
from notice_lint.changes.labels import listed
from notice_lint.i18n.terms import Term


def silence(case: Case, atoms: Iterable[Atom], what: str) -> Draft | None:
    """Tell that the notice now states `what` (a key `changes.what.…` of the words), or no longer does.

    It is no change of what is done: it may put an omission right. One change tells it for all places of
    one kind, so that a notice that at last names its sources does not read like a hundred changes.
    """
    told = None
    for atom in atoms:
        code = "information.stated" if atom.came else "information.withdrawn"
        part = "collections" if atom.pair.part == "categories" else atom.pair.part
        told = case.silent.get((code, part, what))
        if told is None:
            told = case.tell(
                code, [atom], details=Details(args={"what": Term("phrase", f"changes.what.{what}")})
            )
            case.silent[code, part, what] = told
        else:
            case.follow(told, [atom])
    return told


def gather(case: Case) -> None:
    """Give what was told for several things at once the labels and values of all of them."""
    for draft in case.drafts:
        if not draft.code.startswith("information.") or len(draft.atoms) < 2:  # noqa: PLR2004 - one stands as it is
            continue
        keys = list(dict.fromkeys(atom.key for atom in draft.atoms))
        draft.before, draft.after = values_of(draft.atoms)
        if len(keys) > 1:
            draft.shown_before = draft.shown_after = None
            kind = draft.subject.kind
            draft.subject = Subject(kind, "", listed(case.subject(*key).label for key in keys))
