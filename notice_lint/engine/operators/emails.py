"""The operator about e-mail addresses that look mistyped."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from notice_lint.engine.problem import Context, Place, Problem
from notice_lint.findings import Arg, Text
from notice_lint.i18n.nearest import slips
from notice_lint.model.record import Record
from notice_lint.source.document import Route

PARTS = ("domain", "name")
"""What can be asked: what stands after the @, or before it."""

_ADDRESS = re.compile(r"[A-Za-z0-9][A-Za-z0-9._%+-]*@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
_HOST = re.compile(r"https?://(?:www\.)?([A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+)")

_ENDINGS = {
    **dict.fromkeys(("con", "cmo", "ocm", "comm", "vom", "xom", "cim", "coom", "c0m"), "com"),
    **dict.fromkeys(("nte", "ner", "nett", "met"), "net"),
    **dict.fromkeys(("ogr", "rog", "orgg", "prg"), "org"),
}
"""Slips of the keyboard for endings; there is no top-level domain of these names.

Source: IANA, Root Zone Database, https://www.iana.org/domains/root/db, from general knowledge.
"""
_PROVIDERS = {
    "gmail": ("gmial", "gmai", "gamil", "gmaill", "gmil", "gnail", "gmaul", "gmal", "ggmail", "gmeil"),
    "hotmail": ("hotmial", "hotmai", "hotmal", "hotmil", "hotnail", "homail", "hotmaill", "hormail"),
    "yahoo": ("yaho", "yahooo", "yhoo", "yaoo", "yahho", "tahoo"),
    "outlook": ("outlok", "outloook", "outllok", "oulook", "outlool", "outloo"),
    "icloud": ("icoud", "iclud", "icluod", "iclould"),
    "wanadoo": ("wanado", "wanadooo", "wandoo"),
    "laposte": ("lapsote", "lapotse", "laopste"),
}
"""Well-known providers, and slips of the keyboard; names that others bear are not among them."""
_RESERVED = ("example", "test", "invalid", "localhost")
"""Endings that nobody can have. Source: RFC 2606, section 2."""

_SWAPPED = ("gdpr", "rgpd", "dsgvo")
"""Short words of the trade: only letters that changed places count, for any other slip may be a name."""
_SLIPPED = ("privacy", "datenschutz", "dataprotection", "confidentialite", "gegevensbescherming")
_LONG = 6
"""Letters that the name of a domain has at least, for a single slip in it to be one."""

_MOST_PLACES = 4
"""Further places of an address that a finding shows."""

_Seen = tuple[Route, int, int]


def emails_sound(record: Record, parameters: Mapping[str, str], context: Context) -> Iterator[Problem]:
    """Find each e-mail address that looks mistyped in one `part`, once, with its other places."""
    del record
    texts = list(_texts(context))
    if parameters["part"] == "name":
        suggest = _other_name
    else:
        domains = _domains(texts)

        def suggest(address: str) -> str:
            return _other_domain(address, domains)

    for address, seen in _addresses(texts).items():
        meant = suggest(address)
        if meant:
            place, start, end = seen[0]
            args: dict[str, Arg] = {"found": address, "meant": meant}
            document = context.notice.document
            others = seen[1 : _MOST_PLACES + 1]
            related = [Place(route, None, document.stretch(route, *where)) for route, *where in others]
            yield Problem(place, args, related, stretch=(start, end), key=address)


def _texts(context: Context) -> Iterator[tuple[Route, str]]:
    for record in context.notice.view("texts"):
        value, place = record.value("text"), record.place("text")
        if isinstance(value, Text) and place is not None:
            yield from ((place, text) for text in value.values() if "@" in text or "://" in text)


def _addresses(texts: Sequence[tuple[Route, str]]) -> dict[str, list[_Seen]]:
    """Return every address in small letters, with the places where it stands."""
    found: dict[str, list[_Seen]] = {}
    for route, text in texts:
        for match in _ADDRESS.finditer(text):
            found.setdefault(match[0].lower(), []).append((route, *match.span()))
    return found


def _domains(texts: Sequence[tuple[Route, str]]) -> Counter[str]:
    """Return the domains of all addresses, of mail and of the web, and how often each stands."""
    counted: Counter[str] = Counter()
    for _, text in texts:
        counted.update(match[0].lower().partition("@")[2] for match in _ADDRESS.finditer(text))
        counted.update(match[1].lower() for match in _HOST.finditer(text))
    return counted


def _other_domain(address: str, domains: Counter[str]) -> str:
    """Return the address as it was probably meant, "" if its domain looks right."""
    name, _, domain = address.partition("@")
    first, _, ending = domain.rpartition(".")
    if ending in _RESERVED and first.rpartition(".")[2] in _RESERVED:
        return ""
    meant = next((right for right, wrong in _PROVIDERS.items() if first in wrong), "")
    if meant or ending in _ENDINGS:
        return f"{name}@{meant or first}.{_ENDINGS.get(ending, ending)}"
    for other, times in domains.items():
        if times > domains[domain] and _one_slip(first, ending, other):
            return f"{name}@{other}"
    return ""


def _one_slip(first: str, ending: str, other: str) -> bool:
    """Whether a domain is another one with a single slip in its name; a figure more or less is none."""
    there, _, ending_there = other.rpartition(".")
    if ending != ending_there or min(len(first), len(there)) < _LONG or "." in first:
        return False
    same_figures = [*filter(str.isdigit, first)] == [*filter(str.isdigit, there)]
    return same_figures and slips(first, there) == 1


def _other_name(address: str) -> str:
    """Return the address as it was probably meant, "" if the part before the @ looks right."""
    name, at, domain = address.partition("@")
    for word in re.split(r"[._%+-]", name):
        likely = [right for right in _SLIPPED if slips(word, right) == 1]
        if word not in _SWAPPED:
            alike = [right for right in _SWAPPED if sorted(right) == sorted(word)]
            likely += [right for right in alike if right[0] == word[0]]
            likely += [right for right in alike if slips(word, right) == 1]
        if likely:
            return name.replace(word, likely[0]) + at + domain
    return ""
