"""Texts: in other words, in other typography, in one language alone. No text is editorial by itself."""

import re
from collections.abc import Mapping

from notice_lint.changes.canonical_form import kind_of
from notice_lint.changes.case import Case, Details, Reworded
from notice_lint.changes.change import Subject
from notice_lint.changes.claims import Atom
from notice_lint.changes.labels import listed
from notice_lint.changes.meaning.silence import silence
from notice_lint.changes.prose_texts import TextChange, only_a_language
from notice_lint.i18n.load import words
from notice_lint.i18n.terms import Arg, Term, Text

_INFORMATION: Mapping[str, tuple[str, ...]] = {
    "collections": ("provision", "source"),
    "categories": ("provision", "source"),
    "purposes": ("law", "special_law", "interest"),
    "legal_bases": ("text", "balancing"),
    "data_categories": ("law",),
    "retention": ("law", "covers", "text"),
    "recipients": ("category", "service", "terms", "transfer", "subprocessor_list"),
    "joint_controllers": ("arrangement",),
    "automated_decisions": ("ground",),
    "complaints": ("text", "to_controller"),
    "children": ("text", "parental_consent"),
    "cookies": ("consent",),
}
"""Keys whose texts tell what the law asks a notice to tell: silence is an omission, a word puts it right."""

_NUMBER = re.compile(r"^\s*(?:(?:\d{1,3}|[A-Za-z]|[IVXLCivxlc]{1,6})[.)]\s*)+")
_HEADINGS = ("heading", "section", "label")


def languages(case: Case) -> None:
    """Tell languages that the notice as a whole gained or lost: one change each, for all its texts."""
    gained, lost = case.comparison.languages
    for code, tags, came in (("language.added", gained, True), ("language.removed", lost, False)):
        for tag in tags:
            atoms = [*_stated(case, tag, came), *_texts_in(case, tag)]
            if atoms:
                name = language_named(tag)
                shown = (None, name) if came else (name, None)
                values = (None, tag) if came else (tag, None)
                details = Details(
                    values=values, shown=shown, args={"language": name}, route=("notice", "translations")
                )
                case.tell(code, atoms, Subject("notice", tag, name), details)
    for atom in case.ledger.of("notice", "", "translations"):
        stated = atom.after or atom.before
        declared = stated if isinstance(stated, dict) else {atom.path[-1]: True}
        named = listed(language_named(str(tag)) for tag in declared)
        shown = (None, named) if atom.came else (named, None)
        details = Details(shown=shown, args={"language": named})
        case.tell("language.added" if atom.came else "language.removed", [atom], details=details)


def language_named(tag: str) -> Arg:
    """Return a language as an argument; one that the tool has no word for by its tag."""
    known = f"language.{tag}" in words("en")
    return Term("phrase", f"language.{tag}") if known else tag


def _stated(case: Case, tag: str, came: bool) -> list[Atom]:  # noqa: FBT001 - a side
    found = []
    for atom in (*case.ledger.of("notice", "", "translations"), *case.ledger.of("notice", "", "language")):
        value = atom.after if came else atom.before
        names = (
            (value,)
            if isinstance(value, str)
            else tuple(value)
            if isinstance(value, dict)
            else (atom.path[-1],)
        )
        if tag in names and len(names) == 1 and (atom.came is came or atom.path == ("language",)):
            found.append(atom)
    return found


def _texts_in(case: Case, tag: str) -> list[Atom]:
    return [
        atom
        for atom in case.ledger.rest()
        if atom.leaf
        and atom.path[-1:] == (tag,)
        and only_a_language(atom.pair.part, atom.leaf, case.comparison.languages)
    ]


def texts(case: Case) -> None:
    """Tell every text that nobody has told. Source: WP260, point 29: spelling is not material."""
    for pair in case.comparison.pairs:
        if pair.after is None or not pair.leaves:
            continue
        for text in case.texts(pair.part, pair.after.id):
            _text(case, pair.part, text)
    for atom in list(case.ledger.rest()):
        kind = kind_of(atom.pair.part, atom.path) if atom.leaf else None
        if kind is not None and kind.how in ("text", "texts"):
            _whole(case, atom)


def _text(case: Case, part: str, text: Reworded) -> None:
    change = text.change
    code = "security.text.changed" if part == "security" else "text.changed"
    if change.is_typographic:
        code = "text.typographic" if _more_than_blanks(change) else "structure.reformatted"
    elif change.drifts:
        code = "text.drift"
    elif not change.changed:
        code = "language.added" if change.added else "language.removed"
    elif _only_numbered(part, change):
        code = "structure.renumbered"
    details = text.details()
    if code == "text.drift":
        sides = (change.before, change.after)
        shown = tuple(Text({tag: side[tag] for tag in change.changed}) for side in sides)
        details = details._replace(shown=(shown[0], shown[1]))
    if code.startswith("language."):
        tags = change.added or change.removed
        details = details._replace(args={"language": listed(language_named(tag) for tag in tags)})
    case.tell(code, text.atoms, details=details)


def _more_than_blanks(change: TextChange) -> bool:
    """Whether more differs than blanks and line breaks."""
    return any(
        " ".join(change.before[tag].split()) != " ".join(change.after[tag].split())
        for tag in change.typographic
    )


def _only_numbered(part: str, change: TextChange) -> bool:
    """Whether a heading has another number before it, and says the same."""
    if part != "headings" and not set(_HEADINGS).intersection(change.path):
        return False
    pairs = [(change.before[tag], change.after[tag]) for tag in change.changed]
    return all(_NUMBER.sub("", one) == _NUMBER.sub("", other) for one, other in pairs)


def _whole(case: Case, atom: Atom) -> None:
    """Tell a text that came or went altogether."""
    part = atom.pair.part
    if str(atom.path[0]) in _INFORMATION.get(part, ()) and not _said_by_reference(case, atom):
        key = str(atom.path[0])
        silence(case, [atom], (_WHAT[key] or key) if key in _WHAT else part)
        return
    value = atom.before if atom.went else atom.after
    text = Text(value) if isinstance(value, dict) else None
    shown = (text, None) if atom.went else (None, text)
    case.tell(
        "security.text.changed" if part == "security" else "text.changed",
        [atom],
        details=Details(shown=shown),
    )


def _said_by_reference(case: Case, atom: Atom) -> bool:
    """Whether a text says to which data a rule applies, and on both sides data name the rule themselves."""
    names = case.was("retention", atom.entry.id), atom.entry.id
    named = (labels.by_rule.get(name) for labels, name in zip(case.labels, names, strict=True))
    return atom.pair.part == "retention" and atom.path[0] == "covers" and all(named)


_WHAT = {
    **dict.fromkeys(
        ("provision", "source", "interest", "transfer", "arrangement", "service", "terms", "ground")
    ),
    "law": "law",
    "special_law": "law",
    "category": "recipient",
    "subprocessor_list": "subprocessors",
    "balancing": "balancing",
}
"""What a text is about, by its key, where that is not its part."""
