"""Transfers: into which third countries data go, and how well they are covered, each side on its own day."""

from collections.abc import Mapping
from typing import NamedTuple

from notice_lint.changes import ladders
from notice_lint.changes.case import Case, Details
from notice_lint.changes.change import Direction
from notice_lint.changes.claims import Atom
from notice_lint.changes.labels import listed
from notice_lint.changes.meaning.recipients import outside_of
from notice_lint.changes.meaning.silence import silence
from notice_lint.changes.succession import Successions
from notice_lint.i18n.terms import Arg, Term
from notice_lint.model.notice import Notice
from notice_lint.model.record import Record

_PLACES = ("country", "processing_countries", "organisation")
_TEXTS = ("copy", "risks", "interest", "supplementary_measures", "approved_by", "certified_as")


class Cover(NamedTuple):
    """How data are covered in one third country, under one law."""

    level: int
    """A step of the transfer ladder of `ladders`: smaller is better."""
    bases: tuple[str, ...]
    statuses: tuple[str, ...]


Covers = Mapping[tuple[str, str], Cover]
"""By law and country, or organisation."""


def transfers(case: Case) -> None:
    """Tell what happened to transfers. Source: GDPR Art. 13(1)(f), 44 to 49; WP260 rev.01, point 30."""
    before, after = _covers(case.old), _covers(case.new)
    heirs = dict(Successions(case, "recipients").single)
    names = {case.now.get(("recipients", name), name): name for name in case.old.by_id("recipients")}
    for was, now in heirs.items():
        names.setdefault(now, was)
    for name in case.new.by_id("recipients"):
        if name in names:
            _copies(case, name)
            _recipient(case, name, before.get(names[name], {}), after.get(name, {}))


def _copies(case: Case, name: str) -> None:
    """Tell another way to get a copy of the safeguards. Source: GDPR Art. 13(1)(f)."""
    for atom in case.ledger.of("recipients", name, "transfer"):
        if _is_text(atom) and atom.path[3] == "copy":
            whole = isinstance(atom.before, dict) or isinstance(atom.after, dict)
            texts = [] if whole else list(case.reworded("recipients", name, *atom.path[:4]))
            if whole:
                case.tell("transfer.safeguard_copy.changed", [atom])
            for text in texts:
                case.tell("transfer.safeguard_copy.changed", text.atoms, details=text.details())


def _covers(notice: Notice) -> dict[str, dict[tuple[str, str], Cover]]:
    found: dict[str, dict[tuple[str, str], Cover]] = {}
    for record in notice.view("transfers"):
        place = record.text("regime"), record.text("country") or record.text("organisation")
        own = found.setdefault(record.text("recipient_id"), {})
        cover = _cover(record)
        known = own.get(place)
        if known is not None:
            cover = Cover(
                min(known.level, cover.level),
                (*known.bases, *cover.bases),
                (*known.statuses, *cover.statuses),
            )
        own[place] = cover
    return found


def _cover(record: Record) -> Cover:
    basis, status = record.text("basis"), record.text("adequacy.status")
    return Cover(ladders.transfer_level(basis, status), (basis,) if basis else (), (status,))


def _recipient(case: Case, name: str, before: Covers, after: Covers) -> None:
    places = [atom for key in _PLACES for atom in case.ledger.of("recipients", name, key)]
    blocks = [atom for atom in case.ledger.of("recipients", name, "transfer") if not _is_text(atom)]
    came = tuple(dict.fromkeys(place[1] for place in after if place not in before))
    went = tuple(dict.fromkeys(place[1] for place in before if place not in after))
    regime = case.new.regimes[0]
    if len(came) == len(went) == 1:
        one, other = before.get((regime, went[0])), after.get((regime, came[0]))
        direction = ladders.by_level(one.level, other.level) if one and other else Direction.UNDETERMINED
        move = Move(name, went, came, after, direction)
        _tell(case, "transfer.country_changed", [*places, *blocks], move)
        return
    if came:
        _tell(case, "transfer.added", [*places, *blocks], Move(name, None, came, after))
        places, blocks = [], []
    if went:
        _tell(case, "transfer.removed", [*places, *blocks], Move(name, went, None, after))
        places, blocks = [], []
    if places:
        _inside(case, name, places)
    _bases(case, name, blocks, before, after)


def _is_text(atom: Atom) -> bool:
    """Whether it is something said of a safeguard beside what it is."""
    return len(atom.path) > 3 and atom.path[3] in _TEXTS  # noqa: PLR2004 - key, country, basis, then what is said


class Move(NamedTuple):
    """A recipient whose data go to other countries."""

    name: str
    went: tuple[str, ...] | None
    came: tuple[str, ...] | None
    covers: Covers
    """What covers them now."""
    direction: Direction | None = None


def _tell(case: Case, code: str, atoms: list[Atom], move: Move) -> None:
    """Tell a move between countries, with the protection that is named."""
    shown = tuple(Term("countries", codes) if codes else None for codes in (move.went, move.came))
    args: dict[str, Arg] = {"outside": outside_of(case)}
    if move.came:
        args["countries"] = Term("countries", move.came)
        args["protection"] = _protection(move.covers, move.came)
    values = tuple(list(codes) if codes else None for codes in (move.went, move.came))
    route = () if atoms else _place(case, move.name)
    details = Details(move.direction, route, (values[0], values[1]), (shown[0], shown[1]), args)
    case.tell(code, atoms, ("recipients", move.name), details)


def _protection(covers: Covers, codes: tuple[str, ...]) -> Arg:
    named = dict.fromkeys(
        basis for (_, code), cover in covers.items() if code in codes for basis in cover.bases
    )
    return (
        listed(Term("word", basis) for basis in named) if named else Term("phrase", "changes.no-protection")
    )


def _place(case: Case, name: str) -> tuple[str, ...]:
    record = case.new.by_id("recipients")[name]
    return tuple(str(step) for step in record.anchor)


def _inside(case: Case, name: str, atoms: list[Atom]) -> None:
    """Tell a country that changed without a transfer, said for the first time or in other words."""
    if all(atom.came for atom in atoms) or all(atom.went for atom in atoms):
        silence(case, atoms, "country")
        return
    old, new = (
        notice.by_id("recipients").get(one)
        for notice, one in ((case.old, case.was("recipients", name)), (case.new, name))
    )
    shown = tuple(Term("countries", record.ids("countries")) if record else None for record in (old, new))
    case.tell("recipient.country_changed", atoms, details=Details(shown=(shown[0], shown[1])))


def _bases(case: Case, name: str, blocks: list[Atom], before: Covers, after: Covers) -> None:
    """Tell that a transfer rests on something else, or that what it rests on has fallen meanwhile."""
    for place in after:
        if place not in before:
            continue
        old, new = before[place], after[place]
        stated = [atom for atom in blocks if case.ledger.is_open(atom)]
        if old.bases != new.bases and stated:
            shown = tuple(_words(cover) for cover in (old, new))
            details = Details(
                ladders.by_level(old.level, new.level), values=(list(old.bases), list(new.bases))
            )
            args: dict[str, Arg] = {"countries": _country(place[1])}
            case.tell(
                "transfer.basis_changed",
                stated,
                details=details._replace(shown=(shown[0], shown[1]), args=args),
            )
        elif old.level < new.level and not stated:
            _invalidated(case, name, place[1], old, new)
    left = [atom for atom in blocks if case.ledger.is_open(atom)]
    if left:
        _details(case, left, before, after)


def _details(case: Case, atoms: list[Atom], before: Covers, after: Covers) -> None:
    """Tell what else is said of a transfer: a framework, a certification; it may decide the basis's worth."""
    levels = [(before[place].level, after[place].level) for place in after if place in before]
    moved = [pair for pair in levels if pair[0] != pair[1]]
    if moved:
        case.tell("transfer.basis_changed", atoms, details=Details(ladders.by_level(*moved[0])))
    else:
        case.tell("transfer.details_changed", atoms)


def _invalidated(case: Case, name: str, code: str, old: Cover, new: Cover) -> None:
    """The text says the same, and the world changed: an adequacy decision or a framework has ended."""
    values = (sorted(set(old.statuses)), sorted(set(new.statuses)))
    shown = tuple(listed(Term("word", status) for status in side) for side in values)
    details = Details(None, _place(case, name), (list(values[0]), list(values[1])), (shown[0], shown[1]))
    args: dict[str, Arg] = {"countries": _country(code)}
    case.tell("transfer.basis_invalidated", [], ("recipients", name), details._replace(args=args))


def _country(code: str) -> Arg:
    return Term("countries", (code,)) if code.isupper() else Term("word", code)


def _words(cover: Cover) -> Arg:
    if not cover.bases:
        return Term("phrase", "changes.no-protection")
    return listed(Term("word", basis) for basis in cover.bases)
