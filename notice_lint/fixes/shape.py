"""Fixes for what the schema refuses: the same thing in the form that the format has.

Only form. A missing key, an empty value or a word that could mean two things is for people to mend.
"""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from notice_lint.findings import Arg, Finding, Term
from notice_lint.fixes.fix import Fix, RenameKey, SetList, SetValue, becomes, members
from notice_lint.fixes.near import only_near, same_word
from notice_lint.i18n.catalogue import country_named
from notice_lint.reference.languages import lexicon
from notice_lint.source.document import Document, Route, WholeNumber

_COUNTRIES = frozenset(("country", "countries", "processing_countries"))
_OTHER_LANGUAGES = ("de", "nl")
"""Languages that the tool does not speak, but whose names of countries it knows."""

_PLAIN_TRUTHS = frozenset(("yes", "no", "oui", "non", "ja", "nein", "nee", "vrai", "faux", "true", "false"))
"""Words that mean true or false and nothing else; `1` or `on` may be something else."""

_EU_LANGUAGES = frozenset(
    "bg cs da de el en es et fi fr ga hr hu it lt lv mt nl pl pt ro sk sl sv".split()  # noqa: SIM905 - a table
)
"""Source: Regulation No 1/1958, Art. 1. In capitals none of these codes is taken for a country's by mistake,
as BE (Belarusian), UK (Ukrainian) and SE (Northern Sami) would be."""


class Case(NamedTuple):
    """One finding about the shape of a notice."""

    route: Route
    written: str
    """The value, or the key that is wrong, as text; "" of a list or mapping."""
    value: object
    args: Mapping[str, Arg]
    at_key: bool
    document: Document

    @property
    def suggestion(self) -> str:
        """What the message suggests."""
        return str(self.args.get("suggestion") or "")

    def fix(self, after: str, *, safe: bool, typed: bool = False) -> Fix | None:
        """Return the fix that writes `after`, if that is another text."""
        if not after or (after == self.written and not typed):
            return None
        edit = RenameKey(self.route, after) if self.at_key else SetValue(self.route, after, typed)
        return Fix(becomes(self.written, after), safe, (edit,))


def shape_fix(finding: Finding, document: Document) -> Fix | None:
    """Return how the form can be mended, or None. The finding is of an operator `shape`."""
    detail = finding.args.get("detail")
    if not isinstance(detail, Term) or finding.key not in _MENDERS:
        return None
    value = document.value(finding.route)
    at_key = finding.span == document.key_span(finding.route) and finding.span != document.span(finding.route)
    single = value if isinstance(value, str) else value.written if isinstance(value, WholeNumber) else ""
    if isinstance(value, bool):
        single = document.written(finding.route)
    written = str(finding.route[-1]) if at_key else single
    return _MENDERS[finding.key](Case(finding.route, written, value, detail.args, at_key, document))


def _unknown_key(case: Case) -> Fix | None:
    """Rename a key that has exactly one likely name; two keys that both want it are left alone."""
    around = case.document.value(case.route[:-1])
    choices = [
        key
        for key in members(case.args.get("choices"))
        if key != "none" and isinstance(around, dict) and key not in around
    ]
    meant = only_near(case.written, choices)
    if not meant or not isinstance(around, dict):
        return None
    rivals = [key for key in around if key != case.written and key not in members(case.args.get("choices"))]
    if any(only_near(rival, choices) == meant for rival in rivals):
        return None
    return case.fix(meant, safe=True)


def _value_unknown(case: Case) -> Fix | None:
    """Write a closed word or a country as the format does; a slip of the keyboard is a guess, and unsafe."""
    if _COUNTRIES & set(case.route[-2:]):
        return _country(case)
    choices = members(case.args.get("choices"))
    if case.written in choices:  # a number, between quotation marks
        edit = SetValue(case.route, case.written, typed=True)
        return Fix(becomes(case.document.written(case.route), case.written), safe=True, edits=(edit,))
    if case.suggestion and same_word(case.written, case.suggestion):
        return case.fix(case.suggestion, safe=True)
    return case.fix(only_near(case.written, choices), safe=False)


def _country(case: Case) -> Fix | None:
    if case.suggestion and same_word(case.written, case.suggestion):
        return case.fix(case.suggestion, safe=True)
    return case.fix(country_named(case.written) or _named_elsewhere(case.written), safe=True)


def _named_elsewhere(name: str) -> str:
    """Return the code of a country that is written out in German or Dutch."""
    for language in _OTHER_LANGUAGES:
        kind, code = lexicon(language).get(name, ("", ""))
        if kind == "country":
            return code
    return ""


def _date(case: Case) -> Fix | None:
    return case.fix(case.suggestion, safe=True)


def _period(case: Case) -> Fix | None:
    """A unit of one letter may be another one: `30m` are months to us, and minutes to some."""
    letters = "".join(sign for sign in case.written if sign.isalpha())
    return case.fix(case.suggestion, safe=len(letters) > 1 or letters.upper() == "P")


def _language(case: Case) -> Fix | None:
    """Small letters for a language; what could be a country's code in its place is a guess."""
    first = case.suggestion.partition("-")[0]
    written_out = not same_word(case.written, case.suggestion)
    if not case.suggestion or (not written_out and first not in _EU_LANGUAGES and first == case.suggestion):
        return case.fix(case.suggestion, safe=False)
    return case.fix(case.suggestion, safe=True)


def _identifier(case: Case) -> Fix | None:
    """Rename an id together with what refers to it; the notice's own is what joins its versions."""
    if not same_word(case.written, case.suggestion):
        return None
    return case.fix(case.suggestion, safe=case.route != ("notice", "id"))


def _truth(case: Case) -> Fix | None:
    return case.fix(case.suggestion, safe=case.written.casefold() in _PLAIN_TRUTHS, typed=True)


def _number(case: Case) -> Fix | None:
    """A number in quotation marks is one; of "18 years" the unit would be lost."""
    digits = case.written.strip()
    plain = digits.isascii() and digits.isdecimal() and str(int(digits)) == case.suggestion
    return case.fix(case.suggestion, safe=True, typed=True) if plain else None


def _one_value(case: Case) -> Fix | None:
    """A list of one where the thing itself belongs."""
    only = case.value[0] if isinstance(case.value, list) and len(case.value) == 1 else None
    text = only.written if isinstance(only, WholeNumber) else only
    if not isinstance(text, str) or not case.document.written(case.route).startswith("["):
        return None
    typed = isinstance(only, WholeNumber)
    return Fix(becomes(f"[{text}]", text), safe=True, edits=(SetValue(case.route, text, typed),))


def _list(case: Case) -> Fix | None:
    """One value, or several between commas, where a list belongs."""
    members = tuple(part.strip() for part in case.written.split(",") if part.strip())
    if not members or any(not _is_word(member) for member in members):
        return None
    after = f"[{', '.join(members)}]"
    return Fix(becomes(case.written, after), safe=True, edits=(SetList(case.route, members),))


def _is_word(member: str) -> bool:
    return bool(member) and all(sign.isalnum() or sign in "-_" for sign in member)


_MENDERS: Mapping[str, Callable[[Case], Fix | None]] = {
    "unknown-key": _unknown_key,
    "value-unknown": _value_unknown,
    "date-form": _date,
    "period-form": _period,
    "language-form": _language,
    "id-form": _identifier,
    "not-true-or-false": _truth,
    "not-a-number": _number,
    "not-one-value": _one_value,
    "not-a-list": _list,
}
