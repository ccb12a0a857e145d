"""Purposes that came, went, were split or merged, and data that are used for more or for fewer of them."""

from collections.abc import Iterable, Mapping

from notice_lint.changes.case import Case, Details
from notice_lint.changes.change import Subject
from notice_lint.changes.claims import Atom, Draft
from notice_lint.changes.labels import listed
from notice_lint.changes.meaning.collected import Use, uses
from notice_lint.changes.meaning.silence import silence
from notice_lint.changes.succession import Successions
from notice_lint.model.notice import Notice

_LIMITS = ("categories", "collections", "data_subjects")


def purposes(case: Case) -> None:
    """Tell what happened to the purposes. Source: GDPR Art. 13(3), 14(4); WP260 rev.01, point 29."""
    known = Successions(case, "purposes")
    successors = {name: draft for group in known.groups for name, draft in _succession(case, *group)}
    for atom in case.ledger.came("purposes"):
        fresh = _only_new_data(case, atom.entry.id)
        case.tell("purpose.added.new_data_only" if fresh else "purpose.added", [atom])
    for atom in case.ledger.went("purposes"):
        case.tell("purpose.removed", [atom])
    _uses(case, known, successors)
    _limits(case)
    for atom in case.ledger.leaves("purposes"):
        if atom.path[0] == "kinds" and case.ledger.is_open(atom):
            case.tell("purpose.reclassified", case.ledger.of("purposes", atom.entry.id, "kinds"))


def _succession(case: Case, old: tuple[str, ...], new: tuple[str, ...]) -> Iterable[tuple[str, Draft]]:
    """Tell a declared split or merger: neutral while the union of data, bases, recipients has not grown."""
    grown = _reach(case, case.new, new) - _reach(case, case.old, old)
    code = "purpose.widened" if grown else "purpose.split" if len(new) > len(old) else "purpose.merged"
    ledger = case.ledger
    atoms = [
        atom for atom in (*ledger.came("purposes"), *ledger.went("purposes")) if atom.entry.id in (*old, *new)
    ]
    before = listed(case.labels[0].label("purposes", name) for name in old)
    after = listed(case.labels[1].label("purposes", name) for name in new)
    subject = Subject("purposes", "+".join(new), after)
    details = Details(values=(list(old), list(new)), shown=(before, after))
    draft = case.tell(code, atoms, subject, details)
    return [(name, draft) for name in (*old, *new)]


def _reach(case: Case, notice: Notice, names: tuple[str, ...]) -> set[tuple[str, str]]:
    """Return the data, bases and recipients of purposes, by the ids of the new notice."""
    found: set[tuple[str, str]] = set()
    for name in names:
        record = notice.by_id("purposes").get(name)
        if record is None:
            continue
        for kind in ("categories", "recipients", "legal_bases"):
            part = "data_categories" if kind == "categories" else kind
            ids = record.ids(kind)
            found |= {(kind, one if notice is case.new else case.now.get((part, one), one)) for one in ids}
    return found


def _only_new_data(case: Case, purpose: str) -> bool:
    """Whether a new purpose concerns nothing but data of collections that are new as well.

    Then no data already held are put to another use, as far as the notice tells.
    """
    record = case.new.by_id("purposes")[purpose]
    places = record.ids("collections")
    return bool(places) and not any(case.has("collections", place, old=True) for place in places)


def _uses(case: Case, known: Successions, told: Mapping[str, Draft]) -> None:
    """Tell for which purposes data are used now, and no longer."""
    widened: dict[str, list[Use]] = {}
    narrowed: dict[str, list[Use]] = {}
    for use in uses(case, "purposes"):
        if len(use.atom.path) < 2:  # noqa: PLR2004 - the key and a purpose
            silence(case, [use.atom], "purposes")
            continue
        name = str(use.atom.path[1])
        owner = case.ledger.owner("purposes", name)
        if use.atom.came:
            moved = any(known.origins(name) & use.before(case) for _ in (0,))
            owner = told.get(name) if moved else owner
            _follow_or(case, owner, use, widened, name)
        else:
            moved = any(known.heirs(name) & use.after(case) for _ in (0,))
            owner = told.get(name) if moved else owner
            _follow_or(case, owner, use, narrowed, name)
    for code, found in (("purpose.widened", widened), ("purpose.narrowed", narrowed)):
        for name, group in found.items():
            _moved(case, code, name, group)


def _follow_or(case: Case, owner: Draft | None, use: Use, found: dict[str, list[Use]], name: str) -> None:
    if owner is not None:
        case.follow(owner, [use.atom])
    else:
        found.setdefault(name, []).append(use)


def _moved(case: Case, code: str, purpose: str, group: list[Use]) -> None:
    """Tell that a purpose uses more data, or fewer."""
    names = tuple(dict.fromkeys(name for use in group for name in use.names))
    labels = case.labels[1] if code == "purpose.widened" else case.labels[0]
    data = listed(
        labels.label("categories", name if labels is case.labels[1] else case.was("categories", name))
        for name in names
    )
    values: tuple[object, object] = (None, list(names)) if code == "purpose.widened" else (list(names), None)
    shown = (None, data) if code == "purpose.widened" else (data, None)
    case.tell(code, [use.atom for use in group], ("purposes", purpose), Details(values=values, shown=shown))


def _limits(case: Case) -> None:
    """Tell that a purpose which is limited to some people, data or collections is limited to others.

    A limit that goes widens, a limit that comes narrows.
    """
    groups: dict[tuple[str, str, bool], list[Atom]] = {}
    for atom in case.ledger.leaves("purposes"):
        if atom.path[0] in _LIMITS:
            whole = len(atom.path) == 1
            widens = atom.went if whole else atom.came
            groups.setdefault((atom.entry.id, str(atom.path[0]), widens), []).append(atom)
    for (_, _, widens), atoms in groups.items():
        follow = [atom for atom in atoms if case.told_with(atom)]
        rest = [atom for atom in atoms if atom not in follow]
        if rest:
            case.tell("purpose.widened" if widens else "purpose.narrowed", rest)
