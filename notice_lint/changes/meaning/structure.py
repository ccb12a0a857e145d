"""Form and the rest: other ids, other order, versions and dates, and whatever no other rule has told."""

from notice_lint.changes.case import Case, Details
from notice_lint.changes.change import Subject
from notice_lint.changes.claims import Atom, Draft
from notice_lint.changes.labels import length
from notice_lint.changes.meaning.silence import silence
from notice_lint.changes.orders import written_order
from notice_lint.i18n.terms import Term
from notice_lint.model.notice import Notice
from notice_lint.source.document import Route

_VERSION = ("version", "previous_versions")
_DATES = ("effective", "published", "modified")
_HEAD = ("reviewed", "url", "id", "exemptions", "language")
_VOCABULARY = ("data_categories", "retention_events", "recipient_groups")


def form(case: Case) -> None:
    """Tell what changed its id, its order or its way of writing. Source: WP260, point 29: not material."""
    for atom in list(case.ledger.rest()):
        if atom.renamed:
            before, after = atom.pair.before, atom.pair.after
            old, new = before.id if before else "", after.id if after else ""
            case.tell("structure.id_renamed", [atom], details=Details(values=(old, new), shown=(old, new)))
    for part in case.comparison.reordered:
        place: Route = ("collections",) if part == "categories" else (part,)
        case.tell("structure.reordered", [], Subject(part, "", Term("part", part)), Details(route=place))
    for one in case.comparison.equivalents:
        route = (*case.route(one.part, one.id), *one.path)
        shown = (length(one.before), length(one.after))
        details = Details(route=route, values=(one.before, one.after), shown=shown)
        code = "retention.equivalent" if one.part == "retention" else "structure.reformatted"
        case.tell(code, [], case.subject(one.part, one.id), details)


def head(case: Case) -> None:
    """Tell versions and dates: not news for people, but what rules about versions read."""
    ledger = case.ledger
    for code, keys in (("meta.version", _VERSION), ("meta.effective_date", _DATES), ("meta.details", _HEAD)):
        for key in keys:
            atoms = [atom for atom in ledger.of("notice", "", key) if not _is_text(atom)]
            if atoms:
                case.tell(code, atoms)
    before, after = _format(case.old), _format(case.new)
    if before and after and before != after:
        details = Details(route=("format",), values=(before, after), shown=(before, after))
        case.tell("schema.migrated", [], Subject("format", "", Term("part", "notice")), details)


def _format(notice: Notice) -> str:
    value = notice.document.value(("format",))
    return "" if value is None else str(getattr(value, "written", value))


def _is_text(atom: Atom) -> bool:
    return atom.path[0] == "exemptions" and atom.path[-1] != "article" and len(atom.path) > 3  # noqa: PLR2004 - its reason


def promises(case: Case) -> None:
    """Tell how changes are announced, and what the notice promises."""
    ledger = case.ledger
    for atom in (*ledger.came("changes"), *ledger.went("changes")):
        silence(case, [atom], "changes")
    for atom in ledger.of("changes", "", "lead"):
        _lead(case, atom)
    for atom in ledger.of("changes", "", "channel"):
        if atom.came or atom.went:
            silence(case, [atom], "changes")
        else:
            case.tell("announcement.changed", [atom])
    for text in case.reworded("changes", "", "text"):
        case.tell("announcement.changed", text.atoms, details=text.details())
    for atom in ledger.came("statements"):
        case.tell("statement.added", [atom])
    for atom in ledger.went("statements"):
        case.tell("statement.removed", [atom])
    for atom in ledger.leaves("statements"):
        if atom.path[0] == "claims":
            case.tell("statement.reclassified", [atom])


def _lead(case: Case, atom: Atom) -> None:
    if atom.came or atom.went:
        silence(case, [atom], "changes")
        return
    order = written_order(atom.before, atom.after)
    if order is None:
        case.tell("announcement.changed", [atom])
    else:
        case.tell("announcement.lead.longer" if order < 0 else "announcement.lead.shorter", [atom])


def nothing_said(case: Case) -> None:
    """Tell parts of which the notice says that there is none: now, or no longer."""
    for atom in list(case.ledger.rest()):
        whole = atom.leaf is None and isinstance(atom.entry.value, dict) and "none" in atom.entry.value
        if not whole and not (atom.path == ("none",) and (atom.came or atom.went)):
            continue
        told = _teller(case, atom)
        if told is not None:
            case.follow(told, [atom])
        else:
            silence(case, [atom], atom.pair.part)


def _teller(case: Case, atom: Atom) -> Draft | None:
    """Return a change that says of the same part what came in place of nothing, or went before it."""
    same = (draft for draft in case.drafts if draft.atoms and draft.atoms[0].pair.part == atom.pair.part)
    return next((draft for draft in same if draft.atoms[0].leaf is None or atom.leaf is not None), None)


def follow(case: Case) -> None:
    """Give every place that only names what came or went to the change that tells that."""
    for atom in list(case.ledger.rest()):
        for cause in (atom.leaf.follows if atom.leaf else None, atom.pair.follows):
            owner = case.ledger.owner(*cause) if cause else None
            if owner is not None:
                case.follow(owner, [atom])


def rest(case: Case) -> None:
    """Tell what no rule knows: entries of a vocabulary, lines, anything else for a person to look at."""
    for atom in list(case.ledger.rest()):
        if not case.ledger.is_open(atom):
            continue
        part = atom.pair.part
        if part in _VOCABULARY and atom.leaf is None:
            case.tell("structure.vocabulary", [atom])
        elif part == "sections" and atom.path == ("after",):
            case.tell("structure.reordered", [atom])
        elif part == "retention" and atom.path[0] == "then":
            silence(case, [atom], "then")
        elif part in ("sections", "legal_bases", "headings") and atom.leaf is None:
            case.tell("text.changed", [atom])
        elif part == "security":
            case.tell("security.text.changed", [atom])
        else:
            case.tell("detail.changed", case.ledger.of(*atom.key) if atom.leaf is None else [atom])
