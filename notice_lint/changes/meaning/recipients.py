"""Recipients: who came, went or took another's place, what they are, and for what they get data."""

from notice_lint.changes import ladders
from notice_lint.changes.case import Case, Details
from notice_lint.changes.claims import Atom
from notice_lint.changes.labels import listed
from notice_lint.changes.meaning.served import served
from notice_lint.changes.meaning.silence import silence
from notice_lint.changes.prose import fold
from notice_lint.changes.succession import Successions
from notice_lint.i18n.terms import Arg, Term, Text
from notice_lint.model.record import Record

_DETAILS = ("parent", "subprocessor_list", "organisation")


def recipients(case: Case) -> None:
    """Tell what happened to recipients. Source: GDPR Art. 13(1)(e) and (f); WP260 rev.01, point 30."""
    _replaced(case)
    for atom in case.ledger.came("recipients"):
        if atom.entry.id != "none":
            _added(case, atom)
    for atom in case.ledger.went("recipients"):
        if atom.entry.id != "none":
            case.tell("recipient.removed", [atom], details=_shown(case, atom.entry.id, old=True))
    for name in dict.fromkeys(atom.entry.id for atom in case.ledger.leaves("recipients")):
        _same(case, name)


def _replaced(case: Case) -> None:
    """Tell declared successors: each new one is in the place of the old ones."""
    known = Successions(case, "recipients")
    for old, new in (*(((a,), (b,)) for a, b in known.single), *known.groups):
        gone = [atom for atom in case.ledger.went("recipients") if atom.entry.id in old]
        came = [atom for atom in case.ledger.came("recipients") if atom.entry.id in new]
        before = listed(case.labels[0].label("recipients", name) for name in old)
        for number, atom in enumerate(came):
            values = (list(old), atom.entry.id)
            after = case.labels[1].label("recipients", atom.entry.id)
            details = Details(values=values, shown=(before, after), args=_facts(case, atom.entry.id))
            case.tell("recipient.replaced", [atom, *(gone if number == 0 else [])], details=details)


def _added(case: Case, atom: Atom) -> None:
    """Tell a new recipient, with its country and safeguard: one edit is one change.

    A controller counts before a third country, a third country before a new category of recipients: these are
    the graver facts for people, and each asks for advance notice at least.
    """
    record = case.new.by_id("recipients")[atom.entry.id]
    steps: tuple[str, ...] = ()
    if record.text("role") in ("controller", "joint-controller"):
        code = "recipient.added.controller"
        kinds = [
            case.new.by_id("purposes")[p].ids("kinds")
            for p in record.ids("purposes")
            if p in case.new.by_id("purposes")
        ]
        steps = ("advertising",) if any("direct-marketing" in kind for kind in kinds) else ()
    elif _outside(case, atom.entry.id):
        code = "recipient.added.third_country"
    else:
        code = "recipient.added.processor" if _within_known(case, record) else "recipient.added.new_category"
    details = _shown(case, atom.entry.id)._replace(args=_facts(case, atom.entry.id), steps=steps)
    case.tell(code, [atom], details=details)


def _outside(case: Case, name: str) -> tuple[str, ...]:
    """Return the third countries of a recipient under any law of the notice, on the notice's own day."""
    found = (one for one in case.new.view("transfers") if one.text("recipient_id") == name)
    return tuple(dict.fromkeys(one.text("country") or one.text("organisation") for one in found))


def _within_known(case: Case, record: Record) -> bool:
    """Whether the old notice named a recipient of the same role for one of its purposes or its category."""
    if record.text("role") in ("", "public-authority"):
        return False
    mine = {case.was("purposes", purpose) for purpose in record.ids("purposes")}
    for other in case.old.view("recipients"):
        if _side(other.text("role")) != _side(record.text("role")):
            continue
        if mine.intersection(other.ids("purposes")) or _same_category(record, other):
            return True
    return False


def _side(role: str) -> str:
    return "processor" if role in ("processor", "sub-processor", "internal") else role


def _same_category(one: Record, other: Record) -> bool:
    first, second = one.value("category"), other.value("category")
    if not isinstance(first, Text) or not isinstance(second, Text):
        return False
    return any(tag in second and fold(first[tag]) == fold(second[tag]) for tag in first)


def _shown(case: Case, name: str, *, old: bool = False) -> Details:
    """Return a recipient for readers, with its countries: "HelpCo Inc. (United States)"."""
    record = (case.old if old else case.new).by_id("recipients")[name]
    worded = in_countries(record)
    return Details(shown=(worded, None) if old else (None, worded))


def outside_of(case: Case) -> Arg:
    """Return where third countries lie, seen from the first law of the notice."""
    return Term("phrase", f"changes.outside.{case.new.regimes[0]}")


def in_countries(record: Record) -> Arg:
    """Return a recipient as an argument, with the countries where it is and where it processes data."""
    name = record.value("recipient")
    label: Arg = name if isinstance(name, (str, Text)) else record.text("id")
    countries = record.ids("countries")
    if not countries:
        return label
    return Term(
        "phrase", "changes.in-countries", {"recipient": label, "countries": Term("countries", countries)}
    )


def _facts(case: Case, name: str) -> dict[str, Arg]:
    """Return what else readers of a change want to know of a recipient: role, data, purposes, safeguard."""
    record = case.new.by_id("recipients")[name]
    facts: dict[str, Arg] = {}
    if record.text("role"):
        facts["role"] = Term("word", record.text("role"))
    if record.ids("categories"):
        facts["data"] = case.labels[1].all_named("data_categories", record.ids("categories"))
    if record.ids("purposes"):
        facts["purposes"] = case.labels[1].all_named("purposes", record.ids("purposes"))
    outside = _outside(case, name)
    facts["outside"] = outside_of(case)
    if outside:
        facts["countries"] = Term("countries", outside)
        named = [one.text("basis") for one in case.new.view("transfers") if one.text("recipient_id") == name]
        bases = tuple(dict.fromkeys(filter(None, named)))
        facts["protection"] = (
            listed(Term("word", basis) for basis in bases)
            if bases
            else Term("phrase", "changes.no-protection")
        )
    return facts


def _same(case: Case, name: str) -> None:
    """Tell what happened to a recipient that stands in both notices, but for its countries and transfers."""
    old = case.old.by_id("recipients").get(case.was("recipients", name))
    new = case.new.by_id("recipients").get(name)
    if old is None or new is None:
        return
    _name(case, name, old, new)
    role = case.ledger.of("recipients", name, "role")
    if role and (role[0].came or role[0].went):
        silence(case, role, "role")
    elif role:
        direction = ladders.ladder("role", str(role[0].before), str(role[0].after))
        case.tell("recipient.role_changed", role, details=Details(direction))
    served(case, name, old, new)
    for key in _DETAILS[:2]:
        atoms = [
            a for a in case.ledger.of("recipients", name, key) if a.path[-1] != "notice" and not _text_leaf(a)
        ]
        if atoms:
            case.tell("recipient.details_changed", atoms)
    group = case.ledger.of("recipients", name, "group")
    if group:
        case.tell("structure.reordered", group)


def _text_leaf(atom: Atom) -> bool:
    return "notice" in atom.path


def _name(case: Case, name: str, old: Record, new: Record) -> None:
    """Tell another name. Under an id that stays, one that shares no word may be another company's."""
    atoms = case.ledger.of("recipients", name, "name")
    if not atoms:
        return
    category = [a for a in case.ledger.of("recipients", name, "category") if len(a.path) == 1]
    if atoms[0].came or atoms[0].went:
        code = f"recipient.granularity.{'finer' if atoms[0].came else 'coarser'}"
        case.tell(code, [*atoms, *category], details=Details(shown=(_label(old), _label(new))))
        return
    before, after = str(atoms[0].before), str(atoms[0].after)
    if fold(before) == fold(after):
        return
    kin = _words(before) & _words(after) or atoms[0].pair.how == "declared"
    case.tell("recipient.renamed" if kin else "recipient.name.changed", atoms)


def _label(record: Record) -> Arg:
    value = record.value("recipient")
    return value if isinstance(value, (str, Text)) else record.text("id")


def _words(name: str) -> set[str]:
    return {word.strip(".,()") for word in fold(name).casefold().split()} - {"", *_FORMS}


_FORMS = frozenset("inc ltd llc gmbh sa sas sarl nv bv ag plc corp srl s.a s.a.s co kg se spa".split())  # noqa: SIM905 - a list of words
"""Legal forms: two companies that share one have nothing in common."""
