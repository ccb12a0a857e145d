"""The catalogue of one language, and how a sentence is filled."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache, cached_property
from typing import Any, NamedTuple

from notice_lint.i18n.load import PREFIXES, SUBJECTS, words, words_of
from notice_lint.i18n.nearest import fold
from notice_lint.i18n.terms import Arg, Term, Text
from notice_lint.source.compiled import compiled

LANGUAGES = ("en", "fr")
"""The languages in which the tool speaks."""

_LONGEST = 90
"""A label longer than this is cut: it names a thing, it does not quote it."""

_SENTENCE = 30
"""A label longer than this stands between quotation marks, so that its commas are its own."""

_MOST, _MOST_LABELS = 20, 4
"""A list longer than this is cut, and says how many more there are; labels are longer than words."""


_FRENCH_LAWS = {
    "GDPR": "RGPD",
    "UK GDPR": "RGPD britannique",
    "Swiss FADP": "LPD suisse",
    "Directive 2002/58/EC": "Directive 2002/58/CE",
}


class Piece(NamedTuple):
    """A part of a filled sentence: ours, or from a notice or the command line."""

    text: str
    foreign: bool
    """Whether others wrote it: then the writer of each medium escapes it."""


class Catalogue:
    """The words of one language. A sentence that is missing there is given in English."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._words: Mapping[str, Any] = words(language)
        self._english: Mapping[str, Any] = words("en") if language != "en" else self._words

    def _found(self, key: str) -> Any:
        """Return what stands under a key, in English where it is missing; the key itself if nothing does."""
        found = self._words.get(key, self._english.get(key))
        if found is None and key.partition(".")[0] in PREFIXES:
            found = self._later.get(key)
        return key if found is None else found

    @cached_property
    def _later(self) -> Mapping[str, Any]:
        """The words of all subjects, in English where one is missing; read when the first is asked for."""
        english = {key: text for subject in SUBJECTS for key, text in words_of(subject, "en").items()}
        return english | {
            key: text for subject in SUBJECTS for key, text in words_of(subject, self.language).items()
        }

    def sentence(self, key: str, count: int | None = None) -> str:
        """Return a sentence with its braces; of one that varies, the form for `count`."""
        found = self._found(key)
        if isinstance(found, dict):
            single = count in ((0, 1) if self.language == "fr" else (1,))
            found = found["one" if single else "other"]
        return str(found)

    def has(self, key: str) -> bool:
        """Whether the catalogue has a sentence."""
        return self._found(key) is not key

    def say(self, key: str, count: int | None = None, /, **args: Arg) -> str:
        """Return a filled sentence; `count` also fills {count}."""
        given = args if count is None else {"count": count, **args}
        return fill(self.sentence(key, count), given, self)

    def failure(self, sentence: str, filled: Mapping[str, str]) -> str:
        """Word what kept the tool from doing its job; `sentence` is English, and names its translation."""
        args = {
            name: self.sentence(f"failure.{value}") if self.has(f"failure.{value}") else value
            for name, value in filled.items()
        }
        key = f"failure.{sentence}"
        return fill(self.sentence(key) if self.has(key) else sentence, args, self)

    def cite(self, reference: str) -> str:
        """Return a citation as lawyers write it: "GDPR Art. 9(1)" is "RGPD, art. 9, § 1" in French."""
        if self.language != "fr":
            return reference
        law, art, provision = reference.partition(" Art. ")
        name = _FRENCH_LAWS.get(law, law)
        if not art or law not in _FRENCH_LAWS:
            return name if not art else reference
        first, *points = provision.split("(")
        return f"{name}, art. {first}" + "".join(_french_point(point) for point in points)

    def date(self, written: str) -> str:
        """Word a date of any precision: "2024-11-05" is "5 November 2024", in French "5 novembre 2024"."""
        year, *rest = written.split("-")
        if not rest:
            return year
        months: Sequence[str] = self._words["month"]
        month = months[int(rest[0]) - 1]
        if len(rest) == 1:
            return self.say("date.month", month=month, year=year)
        day = str(int(rest[1]))
        if self.language == "fr" and day == "1":
            day = "1er"
        return self.say("date.day", day=day, month=month, year=year)

    def period(self, written: str) -> str:
        """Word an ISO 8601 period, with its code: "10 years (P10Y)"."""
        return f"{self.length(written)} ({written})"

    def length(self, written: str) -> str:
        """Word an ISO 8601 period for readers, without its code: "10 years"."""
        amounts: list[Arg] = []
        number = ""
        for sign in written[1:]:
            if sign.isdigit():
                number += sign
            else:
                amounts.append(self.say(f"unit.{sign}", int(number)))
                number = ""
        return self.list(amounts)

    def country(self, code: str) -> str:
        """Word a country, with its code: "United States (US)"."""
        if code == "EEA":
            return self.sentence("country.EEA")
        name = territories(self.language).get(code)
        return f"{name} ({code})" if name else code

    def countries(self, codes: Sequence[str]) -> str:
        """Word several countries."""
        return self.list([Term("country", code) for code in codes])

    def word(self, term: str) -> str:
        """Word a term of the notice format."""
        key = f"word.{term}"
        return self.sentence(key) if self.has(key) else term

    def part(self, name: str) -> str:
        """Word a part of the notice, such as `recipients`."""
        key = f"part.{name}"
        return self.sentence(key) if self.has(key) else name

    def list(self, members: Sequence[Arg]) -> str:
        """Word a list: "one, two and three"; of a long one the beginning, and how many more there are."""
        most = _MOST_LABELS if any(isinstance(member, Text) for member in members) else _MOST
        shown = [self.member(member) for member in members[:most]]
        if len(members) > most:
            shown.append(self.say("list.more", len(members) - most))
        if len(shown) < 2:  # noqa: PLR2004 - nothing to join
            return "".join(shown)
        return self.say("list.two", first=self.sentence("list.comma").join(shown[:-1]), second=shown[-1])

    def member(self, member: Arg) -> str:
        """Word an argument beside others: a label that is nearly a sentence stands in quotation marks."""
        worded = self.arg(member)
        long = isinstance(member, Text) and len(worded) > _SENTENCE
        return self.say("quote", text=worded) if long else worded

    def arg(self, arg: Arg, longest: int = _LONGEST) -> str:
        """Word one argument; a label is cut after `longest` characters."""
        match arg:
            case Text():
                return _short(arg.best(self.language), longest)
            case Term():
                return self._term(arg)
            case _:
                return str(arg)

    def _term(self, term: Term) -> str:
        value: Any = term.value
        if term.kind == "phrase":
            return fill(self.sentence(self._phrase(value, term.args)), term.args, self)
        worded: Callable[[Any], str] = getattr(self, term.kind)
        return worded(value)

    def _phrase(self, key: str, args: Mapping[str, Arg]) -> str:
        """Return the form of a sentence that fits what is known: a suggestion, a place, open choices."""
        for name in ("suggestion", "belongs"):
            if _says(args.get(name)) and self.has(f"{key}.{name}"):
                return f"{key}.{name}"
        closed = "choices" not in args or _says(args["choices"])
        return key if closed or not self.has(f"{key}.open") else f"{key}.open"


def fill(template: str, args: Mapping[str, Arg], words_of: Catalogue) -> str:
    """Return a sentence with its braces filled."""
    return "".join(piece.text for piece in pieces(template, args, words_of))


def pieces(template: str, args: Mapping[str, Arg], words_of: Catalogue) -> Iterator[Piece]:
    """Yield the parts of a filled sentence. A name in braces that nothing fills stays as it is."""
    ours, *filled = template.split("{")
    yield Piece(ours, foreign=False)
    for part in filled:
        quoted = ours.rstrip("\u00a0").endswith(("“", "«"))
        name, _, ours = part.partition("}")
        if name not in args:
            yield Piece(f"{{{name}}}", foreign=False)
        else:
            arg = args[name]
            worded = words_of.arg(arg) if quoted else words_of.member(arg)
            yield Piece(worded, foreign=not _is_ours(arg))
        yield Piece(ours, foreign=False)


def _is_ours(arg: Arg) -> bool:
    """Whether every word of an argument is the tool's own."""
    kinds = ("period", "length", "date", "country", "countries", "word", "part")
    return isinstance(arg, int) or (isinstance(arg, Term) and arg.kind in kinds)


def _french_point(point: str) -> str:
    """Return one step of a citation: "1)" is ", § 1", "f)" is ", f)"."""
    mark = point.partition(")")[0]
    rest = point.partition(")")[2]
    return (f", § {mark}" if mark.isdigit() else f", {mark})") + rest


def _says(arg: Arg | None) -> bool:
    return bool(arg.value if isinstance(arg, Term) else arg)


def _short(text: str, longest: int) -> str:
    """Return a label on one line, cut at a word if it is long."""
    line = " ".join(text.split())
    if len(line) <= longest:
        return line
    cut = line[:longest].rsplit(" ", 1)[0].rstrip(" ,;:")
    return cut + "…"


@cache
def catalogue(language: str) -> Catalogue:
    """Return the catalogue of a language, English for one that the tool does not speak."""
    return Catalogue(language if language in LANGUAGES else "en")


def country_named(name: str) -> str:
    """Return the code of a country that is written out in a language of the tool ("Norvège"), else ""."""
    wanted = fold(name)
    for language in LANGUAGES:
        for code, known in territories(language).items():
            if len(code) == 2 and fold(known) == wanted:  # noqa: PLR2004 - ISO 3166-1 alpha-2
                return code
    return ""


@cache
def territories(language: str) -> Mapping[str, str]:
    """Return the names of countries in a language, by code. Source: Unicode CLDR, through Babel."""
    known: Mapping[str, str] | None = compiled(f"territories_{language}")
    return _from_babel(language) if known is None else known


def _from_babel(language: str) -> Mapping[str, str]:
    from babel import Locale  # noqa: PLC0415 - 20 ms that an installed tool, or a run that names no country, does not pay

    names: Mapping[str, str] = Locale.parse(language).territories
    return names
