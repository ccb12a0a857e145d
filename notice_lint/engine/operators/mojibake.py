"""The operator about damaged characters: texts that were written in one encoding and read in another."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from notice_lint.engine.problem import Context, Problem
from notice_lint.findings import Arg, Term, Text
from notice_lint.model.record import Record

_ENCODINGS = ("cp1252", "cp1250", "iso8859_16", "iso8859_2", "mac_roman", "cp437", "cp850")
"""What UTF-8 is taken for by mistake: Western and Central European Windows, Romanian, Macintosh, DOS."""

_LEADS = "\ufffdÃÂĂÄÅĆĹâ√¬ƒ≈‚├┬─┼ΓÔ"
_SUSPECTS = re.compile(f"[{_LEADS}]" + "|(?<![^\\W\\d_])[a-zß-öø-ÿœ]{2,}[À-ÖØ-Þ][a-zß-öø-ÿœ]")
"""The first sign of every damage that is looked for: few texts hold one, and only those cost time."""
_ANY = re.compile(f"[À-Þ{_LEADS}]")
"""Without one of these nothing is damaged; asking so is quicker than the pattern."""

_TWO, _THREE = (0xC2, 0xC3, 0xC4, 0xC5), 0xE2
"""First bytes in UTF-8 of letters with accents (two bytes), and of typographic signs (three).

Source: RFC 3629, section 3.
"""
_GO_ON = range(0x80, 0xC0)
_SIGNS = frozenset("\u2026\u202f\u20ac\u2122").union(map(chr, range(0x2010, 0x203B)))
_CLOSERS = frozenset("\xa0»«”“’‘…–—·°™®©")
"""What may well stand right after a capital letter with an accent: « LIBERTÉ »."""
_COMMON = frozenset("àâäáãåçéèêëíîïñóôöõúùûüßøłąęśćżńăîșțşţčšžřýěůğı")
_LINES = frozenset(map(chr, range(0x2500, 0x2580)))
"""Signs that tables are drawn with."""
_OPENERS = frozenset("«“„‘‚\"'(")
_RARE = frozenset("ĂÄÅĆĹ")
"""Letters that begin words in Romanian, German, Swedish, Polish and Slovak."""


class Damage(NamedTuple):
    """Some characters of a text, from `start` to `end` (exclusive), and what was probably meant."""

    start: int
    end: int
    meant: str
    """Empty where that cannot be told."""


def no_mojibake(record: Record, _: Mapping[str, str], context: Context) -> Iterator[Problem]:
    """Find a text whose characters were damaged ("donnÃ©es", "lâ€™accord"), once, at its first damaged word.

    Where two readings are possible ("É”" may be a letter and a closing quote), the text has the benefit of
    the doubt.
    """
    value, place = record.value("text"), record.place("text")
    text = next(iter(value.values()), "") if isinstance(value, Text) else ""
    if place is None or text.isascii():
        return
    words = list(_damaged_words(text, trust_unknown=not context.notice.document.flaws))
    if words:
        first = words[0]
        nothing = Term("phrase", "said.nothing")
        meant = Term("phrase", "mojibake.meant", {"text": first.meant}) if first.meant else nothing
        found = text[first.start : first.end]
        args: dict[str, Arg] = {"found": found, "meant": meant, "count": len(words)}
        yield Problem(place, args, stretch=(first.start, first.end), key=found)


def damages(text: str) -> Iterator[Damage]:
    """Yield the damaged characters of a text, in order."""
    matches, end = list(_SUSPECTS.finditer(text)) if _ANY.search(text) else [], 0
    if not matches:
        return
    order = sorted(_ENCODINGS, key=lambda encoding: -_natural(text, matches, encoding))
    for match in matches:
        found = _damage(text, match, order) if match.start() >= end else None
        if found:
            end = found.end
            yield found


def _damaged_words(text: str, *, trust_unknown: bool) -> Iterator[Damage]:
    """Yield each word that holds damage, put right if all of it can be.

    U+FFFD counts only if `trust_unknown`: where the text has flaws, it may be this tool that wrote it.
    """
    several = [one for one in damages(text) if trust_unknown or text[one.start] != "\ufffd"]
    while several:
        start, end = _word(text, several[0])
        inside = [one for one in several if one.start < end]
        several = several[len(inside) :]
        meant, done = "", start
        for one in inside:
            meant, done = meant + text[done : one.start] + one.meant, one.end
        whole = all(one.meant for one in inside)
        yield Damage(start, max(end, done), meant + text[done:end] if whole else "")


def _word(text: str, damage: Damage) -> tuple[int, int]:
    start, end = damage.start, damage.end
    while start > 0 and (text[start - 1].isalnum() or text[start - 1] in "’'-"):
        start -= 1
    while end < len(text) and not text[end].isspace() and text[end] not in ".,;:()":
        end += 1
    return start, end


def _natural(text: str, matches: Sequence[re.Match[str]], encoding: str) -> int:
    """Return how often an encoding gives a common letter where a small one is due."""
    readings = (_reading(text, match.start(), encoding) for match in matches)
    return sum(one.meant in _COMMON for one in readings if one and text[one.start - 1 : one.start].islower())


def _damage(text: str, match: re.Match[str], order: Sequence[str]) -> Damage | None:
    start = match.start()
    if text[start] == "\ufffd":
        return Damage(start, start + 1, "")
    if len(match[0]) > 1:
        return Damage(match.end() - 2, match.end() - 1, "")
    readings = (_reading(text, start, encoding) for encoding in order)
    found = next(filter(None, readings), None)
    if found is None and text.startswith("â€", start):
        return Damage(start, start + 2, "")
    return found


def _reading(text: str, start: int, encoding: str) -> Damage | None:
    """Return what stands there if the text is UTF-8 that was taken for `encoding`."""
    byte_of = _bytes_of(encoding)
    first = byte_of.get(text[start], 0)
    length = 2 if first in _TWO else 3 if first == _THREE else 0
    rest = [byte_of.get(sign, 0) for sign in text[start + 1 : start + length]]
    if len(rest) != length - 1 or not all(byte in _GO_ON for byte in rest):
        return None
    meant = bytes([first, *rest]).decode("utf-8")
    sure = meant in _SIGNS if first == _THREE else _no_word(text, start)
    return Damage(start, start + length, meant) if sure else None


def _no_word(text: str, start: int) -> bool:
    """Whether a capital letter with an accent, and the sign after it, cannot be what the author wrote."""
    lead, sign = text[start], text[start + 1]
    before = text[start - 1] if start else " "
    if not lead.isalpha():
        return lead not in "─┼" or not _LINES.intersection((before, text[start + 2 : start + 3]))
    if before.islower():
        return True
    if lead in _RARE:
        alone = lead == "Ă" and not before.isalpha() and before not in _OPENERS
        lower_after = text[start + 2 : start + 3].islower()
        return alone and (sign == "\xa0" or (sign.isupper() and lower_after) or sign in "©§¨")
    if sign in _CLOSERS:
        return not before.isalpha() and before not in _OPENERS
    return True


@cache
def _bytes_of(encoding: str) -> Mapping[str, int]:
    """Return the upper half of an encoding; bytes that it leaves open stand for themselves."""
    raw = [bytes([number]) for number in range(0x80, 0x100)]
    return {one.decode(encoding, "ignore") or one.decode("latin-1"): one[0] for one in raw}
