"""Operators that hold what a notice says of decisions and profiles against its purposes."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from notice_lint.engine.problem import Context, Place, Problem
from notice_lint.engine.wordlist import primary
from notice_lint.findings import Arg, Term, Text
from notice_lint.model.record import NONE, Record
from notice_lint.source.document import Route

_DECIDING = "automated-decisions"
"""The word list of texts that describe how a machine decides about people."""


class _Said(NamedTuple):
    """A sentence of the notice, and where it stands."""

    route: Route
    words: Text | Term

    @property
    def place(self) -> Place:
        return Place(self.route, Term("list", (self.words,)))


def decisions_as_stated(record: Record, _: Mapping[str, str], context: Context) -> Iterator[Problem]:
    """Find "no automated decisions" beside one that is described, or beside scoring and the like.

    Profiling alone is no decision; only a text that speaks of scores, credit or eligibility is asked about.
    Source: GDPR Art. 22(1); CJEU C-634/21.
    """
    claims = list(_claims("no-automated-decisions", context))
    listed = [_described(one) for one in context.notice.view("automated_decisions")]
    scoring = [
        _described(one)
        for one in (*_profiling_purposes(context), *context.notice.view("profiling"))
        if _decides(one, context)
    ]
    denials = [*_none(record, "automated_decisions", "no-automated-decisions", context), *claims]
    yield from _against(claims, listed)
    yield from _against(denials, scoring)


def profiling_as_stated(record: Record, _: Mapping[str, str], context: Context) -> Iterator[Problem]:
    """Find "no profiling" beside a purpose that its author calls profiling, or a profiling that is described.

    Source: GDPR Art. 4(4).
    """
    claims = list(_claims("no-profiling", context))
    denials = [*_none(record, "profiling", "no-profiling", context), *claims]
    yield from _against(denials, [_described(one) for one in _profiling_purposes(context)])
    yield from _against(claims, [_described(one) for one in context.notice.view("profiling")])


def _against(denials: Sequence[_Said], described: Sequence[_Said]) -> Iterator[Problem]:
    """Yield one problem for each thing that is described although it is denied, at the first denial."""
    for one in described if denials else ():
        args: dict[str, Arg] = {"stated": denials[0].words, "described": one.words}
        related = [said.place for said in (*denials, one)]
        yield Problem(denials[0].route, args, related, key=str(one.route[1]))


def _none(record: Record, part: str, word: str, context: Context) -> Iterator[_Said]:
    """Yield what a part says in its `none`, where it says that there is nothing."""
    if record.value(part) is NONE:
        route: Route = (part, "none")
        words = context.notice.reader.value(route, "text")
        if isinstance(words, Text):
            yield _Said(route, words)
        else:
            yield _Said((part,), Term("word", word))


def _claims(claim: str, context: Context) -> Iterator[_Said]:
    for statement in context.notice.view("statements"):
        if claim in statement.ids("claims"):
            words, place = statement.value("text"), statement.place("text")
            if isinstance(words, Text) and place:
                yield _Said(place, words)
            else:
                yield _Said(statement.route, Term("word", claim))


def _profiling_purposes(context: Context) -> list[Record]:
    return [one for one in context.notice.view("purposes") if "profiling" in one.ids("kinds")]


def _described(record: Record) -> _Said:
    words = record.value("text")
    place = record.place("kinds") or record.place("text") or record.route
    return _Said(place, words if isinstance(words, Text) else Term("word", record.text("id")))


def _decides(record: Record, context: Context) -> bool:
    lists, words = context.lists.get(_DECIDING, {}), record.value("text")
    return isinstance(words, Text) and any(
        context.reading.find(text, lists[primary(language)])
        for language, text in words.items()
        if primary(language) in lists
    )
