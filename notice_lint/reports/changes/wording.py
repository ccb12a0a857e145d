"""Changes in words: sentences, values in full, dates as a line of prose has them. Nothing is cut here."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from notice_lint.changes.change import Change
from notice_lint.i18n import Arg, Catalogue, Term, Text
from notice_lint.pages.inline import Foreign, Inline
from notice_lint.reports.changes.result import Version

Filling = Arg | list[Inline]
"""What may fill a sentence: an argument of the catalogue, or a line that is made already."""

_PRECISION = {4: "year", 7: "month", 10: "day"}
_VOWELS = ("04", "08", "10")
"""French months before which "de" is "d’": avril, août, octobre."""

_ENDLESS = 1_000_000
_NAMED = 3
_HEADLINE = 100
"""So many things, and so many characters of each, are named in a headline."""

_LONG = 30
"""Members of a list that are longer, or hold a comma, are parted by semicolons."""


def precision(date: str) -> str:
    """Return how precise a date is: `day`, `month`, `year`; "" for none."""
    return _PRECISION.get(len(date), "")


def dated(key: str, date: str, words: Catalogue, /, **args: Filling) -> list[Inline]:
    """Return a sentence that has one form a precision of its date, and one where there is none.

    The key is followed by `.day`, `.month`, `.month-vowel`, `.year` or `.none`.
    """
    form = precision(date) or "none"
    if form == "month" and date[5:7] in _VOWELS and words.has(f"{key}.month-vowel"):
        form = "month-vowel"
    given: dict[str, Filling] = {"date": Term("date", date)} if precision(date) else {}
    return sentence(f"{key}.{form}", words, **given, **args)


def sentence(key: str, words: Catalogue, count: int | None = None, /, **args: Filling) -> list[Inline]:
    """Return a sentence of the catalogue, filled; what others wrote stands in it in full."""
    given = args if count is None else {"count": count, **args}
    return list(_filled(words.sentence(key, count), given, words))


def _filled(template: str, args: Mapping[str, Filling], words: Catalogue) -> Iterator[Inline]:
    ours, *rest = template.split("{")
    if ours:
        yield ours
    for part in rest:
        name, _, ours = part.partition("}")
        if name in args:
            given = args[name]
            yield from given if isinstance(given, list) else value(given, words)
        else:
            yield f"{{{name}}}"
        if ours:
            yield ours


def value(arg: Arg | None, words: Catalogue) -> list[Inline]:
    """Return a value as readers see it, in full: nothing is cut, and quotations name their language."""
    match arg:
        case Text():
            return [quoted(arg, words)]
        case Term("list", members) if isinstance(members, Sequence):
            return _listed(members, words)
        case Term("phrase", str(key), args):
            return list(_filled(words.sentence(key), args, words))
        case None:
            return []
        case _:
            return [Foreign(words.arg(arg, longest=_ENDLESS))]


def quoted(text: Text, words: Catalogue) -> Foreign:
    """Return a text of the notice in the reader's language, else in its own, which it then names."""
    if text.get(words.language):
        return Foreign(text[words.language])
    language = next((language for language, said in text.items() if said), "")
    return Foreign(text.get(language, ""), language)


def _listed(members: Sequence[Arg], words: Catalogue) -> list[Inline]:
    """Return a list in full: "one, two and three"; with semicolons where members are long or hold commas."""
    each = [_unstopped(value(member, words)) for member in members]
    plain = ["".join(_text(piece) for piece in pieces) for pieces in each]
    if any(len(text) > _LONG or "," in text for text in plain):
        return _joined(each, words.sentence("changes.list.semicolon"))
    if len(each) < 2:  # noqa: PLR2004 - nothing to join
        return _joined(each, "")
    comma = words.sentence("list.comma")
    first, _, rest = words.sentence("list.two").partition("{first}")
    between, _, last = rest.partition("{second}")
    head = _joined(each[:-1], comma)
    return [piece for piece in (first, *head, between, *each[-1], last) if piece != ""]


def _unstopped(pieces: list[Inline]) -> list[Inline]:
    """Return a member of a list without the full stop of a sentence."""
    last = pieces[-1] if pieces else ""
    if isinstance(last, Foreign) and last.text.endswith("."):
        return [*pieces[:-1], last._replace(text=last.text.removesuffix("."))]
    return pieces


def _joined(each: Sequence[Sequence[Inline]], sign: str) -> list[Inline]:
    joined: list[Inline] = []
    for pieces in each:
        joined += [sign, *pieces] if joined and sign else pieces
    return joined


def _text(piece: Inline) -> str:
    return piece if isinstance(piece, str) else str(piece.text)


def named(label: Arg, words: Catalogue) -> list[Inline]:
    """Return what a thing is called, short enough for a headline; a sentence stands in quotation marks."""
    if isinstance(label, Term) and label.kind == "list" and isinstance(label.value, Sequence):
        each = [named(member, words) for member in label.value[:_NAMED]]
        rest = len(label.value) - _NAMED
        more: list[list[Inline]] = [[words.say("list.more", rest)]] if rest > 0 else []
        return _joined([*each, *more], words.sentence("list.comma"))
    if not isinstance(label, Text):
        return value(label, words)
    text = quoted(label, words)
    if len(text.text) <= _LONG:
        return [text]
    short = words.arg(Text({"": text.text.strip().removesuffix(".")}), longest=_HEADLINE)
    before, _, after = words.sentence("quote").partition("{text}")
    return [before, Foreign(short, text.language), after]


def is_cut(label: Arg, words: Catalogue) -> bool:
    """Whether a headline does not name all of a thing."""
    return "…" in flat(named(label, words)) or (
        isinstance(label, Term)
        and label.kind == "list"
        and isinstance(label.value, Sequence)
        and len(label.value) > _NAMED
    )


def headline(change: Change, words: Catalogue) -> list[Inline]:
    """Return the sentence of a change: "Billing records: kept for longer"."""
    args = _args(change)
    subject = _begun(change.subject.label, named(change.subject.label, words))
    if "occasion" in args:
        return sentence(change.told_by, words, subject=subject, occasion=named(args["occasion"], words))
    itself = "what" in args and flat(value(args["what"], words)) == flat(value(change.subject.label, words))
    key = f"{change.told_by}.itself" if itself else change.told_by
    return sentence(key, words, **{**args, "subject": subject})


def _begun(label: Arg, pieces: list[Inline]) -> list[Inline]:
    """Return a label as a headline begins: with a capital, unless it is a name or a quotation."""
    first = label.value[0] if isinstance(label, Term) and label.kind == "list" else label  # type: ignore[index] # its members
    head = pieces[0] if pieces else ""
    if isinstance(first, str) or not isinstance(head, (Foreign, str)):
        return pieces
    text = _text(head)
    begun = text[:1].upper() + text[1:]
    return [begun if isinstance(head, str) else head._replace(text=begun), *pieces[1:]]


def meaning(change: Change, words: Catalogue) -> list[Inline]:
    """Return what a change means for people, or nothing where the tool cannot tell."""
    key = f"changes.meaning.{change.code}{'.again' if 'occasion' in change.args else ''}"
    return sentence(key, words, **_args(change)) if words.has(key) else []


def _args(change: Change) -> Mapping[str, Arg]:
    shown: dict[str, Arg] = {"subject": change.subject.label}
    if change.shown_before is not None:
        shown["before"] = change.shown_before
    if change.shown_after is not None:
        shown["after"] = change.shown_after
    return {**shown, **change.args}


class _ForReaders(Catalogue):
    """The same words without codes: "10 years" and not "10 years (P10Y)"."""

    def period(self, written: str) -> str:
        return super().period(written).removesuffix(f" ({written})")

    def country(self, code: str) -> str:
        return super().country(code).removesuffix(f" ({code})")


@cache
def _plain(language: str) -> Catalogue:
    return _ForReaders(language)


def for_readers(words: Catalogue) -> Catalogue:
    """Return the words of a language as readers want them, who need no codes."""
    return _plain(words.language)


def flat(pieces: Sequence[Inline]) -> str:
    """Return a line as bare words, for machines and for media that escape themselves."""
    from notice_lint.pages.inline import words_of  # noqa: PLC0415 - a name that says more there

    return words_of(pieces)


def version_of(version: Version, words: Catalogue) -> list[Inline]:
    """Return how readers call a version: "version of 1 June 2025", else by its name."""
    date = version.effective or version.published
    if precision(date):
        return dated("changes.version", date, words)
    if version.version:
        return sentence("changes.version.named", words, version=version.version)
    return sentence("changes.version.none", words)
