"""Data that are collected: categories and collections that came or went, what they hold, from where."""

from notice_lint.changes.case import Case, Details
from notice_lint.changes.claims import Atom, Draft
from notice_lint.changes.labels import listed
from notice_lint.changes.meaning.collected import uses
from notice_lint.changes.meaning.silence import silence
from notice_lint.changes.meaning.splits import added, sensitive, splits
from notice_lint.i18n.terms import Arg, Term, Text

_INDIRECT = ("third-party", "public")
"""Sources from which people do not expect data. Source: GDPR Art. 14(2)(f)."""
_MANDATORY = ("statutory", "contractual", "pre-contractual")


def data(case: Case) -> None:
    """Tell what happened to data and collections. Source: GDPR Art. 9, 10, 14(1)(d); WP260, point 30."""
    splits(case)
    _collections(case)
    _categories(case)
    _flags(case)
    _items(case)
    _sources(case)
    _provisions(case)


def _collections(case: Case) -> None:
    for code, atoms in (
        ("collection.added", case.ledger.came("collections")),
        ("collection.removed", case.ledger.went("collections")),
    ):
        for atom in atoms:
            case.tell(code, [atom])


def _categories(case: Case) -> None:
    """Tell which data are collected anew, or no longer: in the whole notice, else in one collection."""
    for came in (True, False):
        side = case.labels[1] if came else case.labels[0]
        other = {one.text("category") for one in case.labels[0 if came else 1].collected.values()}
        entries = case.ledger.came("categories") if came else case.ledger.went("categories")
        vocabulary = case.ledger.came("data_categories") if came else case.ledger.went("data_categories")
        everywhere: dict[str, list[Atom]] = {}
        for atom in entries:
            collection, _, category = atom.entry.id.partition("/")
            name = category if came else case.now.get(("data_categories", category), category)
            renamed = name if not came else case.was("data_categories", category)
            if renamed not in other:
                everywhere.setdefault(category, []).append(atom)
                continue
            owner = case.ledger.owner("collections", collection)
            if owner is not None:
                case.follow(owner, [atom])
            else:
                code = added(side.collected.get(atom.entry.id)) if came else "category.removed"
                occasion = side.label("collections", collection)
                case.tell(code, [atom], details=Details(args={"occasion": occasion} if occasion else {}))
        for atom in vocabulary:
            collected = everywhere.pop(atom.entry.id, None)
            if collected:
                case.tell(
                    added(side.collected.get(collected[0].entry.id)) if came else "category.removed",
                    [atom, *collected],
                )
        for atoms in everywhere.values():
            case.tell(added(side.collected.get(atoms[0].entry.id)) if came else "category.removed", atoms)


def _flags(case: Case) -> None:
    """Tell that data count as sensitive now, or no longer: the data may be the same as before."""
    for name in dict.fromkeys(atom.entry.id for atom in case.ledger.leaves("data_categories")):
        atoms = [a for key in ("special", "criminal") for a in case.ledger.of("data_categories", name, key)]
        if atoms:
            record = case.new.by_id("data_categories")[name]
            case.tell(f"category.reclassified.{'special' if sensitive(record) else 'ordinary'}", atoms)


def _items(case: Case) -> None:
    """Tell which items came and went; where both did, only a person can say what is what."""
    for name in dict.fromkeys(atom.entry.id for atom in case.ledger.leaves("categories")):
        atoms = [a for a in case.ledger.of("categories", name, "items") if len(a.path) < 3]  # noqa: PLR2004 - key, item
        if not atoms:
            continue
        if len(atoms[0].path) == 1:
            finer = "finer" if atoms[0].came else "coarser"
            case.tell(f"category.granularity.{finer}", atoms)
            continue
        came, went = [a for a in atoms if a.came], [a for a in atoms if a.went]
        code = "text.changed" if came and went else "category.widened" if came else "category.narrowed"
        case.tell(code, atoms, details=Details(shown=(_texts(went), _texts(came))))


def _texts(atoms: list[Atom]) -> Arg | None:
    """Return items as a list; one that came or went is a text by language."""
    said = (atom.after or atom.before for atom in atoms)
    found = [Text(text) for text in said if isinstance(text, dict)]
    return listed(found) if found else None


def _sources(case: Case) -> None:
    """Tell where data come from now. Source: GDPR Art. 14(2)(f)."""
    for use in uses(case, "source"):
        atom = use.atom
        if len(atom.path) == 1:
            kind = _kind(atom.after if atom.came else atom.before)
            if kind in _INDIRECT:
                _told(
                    case,
                    "source.added" if atom.came else "source.removed",
                    atom,
                    None if atom.came else kind,
                    kind if atom.came else None,
                )
            else:
                silence(case, [atom], "source")
        elif atom.path[1] == "kind" and not (atom.came or atom.went):
            was, now = str(atom.before) in _INDIRECT, str(atom.after) in _INDIRECT
            code = "source.added" if now else "source.removed" if was else "source.changed"
            told = _told(case, code, atom, str(atom.before), str(atom.after))
            case.follow(
                told, [a for a in case.ledger.of(*atom.key, "source") if a.path[1] in ("who", "public")]
            )
        elif atom.path[1] == "public":
            _told(case, "source.added" if atom.after is True else "source.removed", atom, None, None)


def _kind(value: object) -> str:
    return str(value.get("kind", "")) if isinstance(value, dict) else ""


def _told(case: Case, code: str, atom: Atom, before: str | None, after: str | None) -> Draft:
    """Tell a move from one word of the format to another."""
    shown = tuple(Term("word", word) if word else None for word in (before, after))
    return case.tell(code, [atom], details=Details(shown=(shown[0], shown[1])))


def _provisions(case: Case) -> None:
    """Tell whether people must give data now. Source: GDPR Art. 13(2)(e)."""
    for use in uses(case, "provision"):
        atom = use.atom
        if len(atom.path) == 1:
            silence(case, [atom], "provision")
        elif atom.path[1] == "kind" and not (atom.came or atom.went):
            was, now = atom.before in _MANDATORY, atom.after in _MANDATORY
            name = "ground_changed" if was == now else "became_mandatory" if now else "became_optional"
            told = _told(case, f"provision.{name}", atom, str(atom.before), str(atom.after))
            rest = [
                a
                for a in case.ledger.of(*atom.key, "provision")
                if a.path[1:] in (("consequence",), ("law",))
            ]
            case.follow(told, rest)
