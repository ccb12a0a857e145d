"""What reading noted, as flaws with lines, columns and routes."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import islice

from notice_lint.source.build import MOST, Builder, KeyAside, Oddity
from notice_lint.source.characters import named, odd_characters
from notice_lint.source.index import Index, Lines
from notice_lint.source.places import Flaw, Route, Span
from notice_lint.source.stretch import pieces


class Placer:
    """Knows where everything in one text stands."""

    def __init__(self, text: str, builder: Builder, index: Index) -> None:
        self._text = text
        self._builder = builder
        self._index = index
        self._lines = Lines(text)
        self._routes = _routes(index)

    def flaws(self, odd: Iterable[tuple[str, int]], *, fatal: bool) -> tuple[Flaw, ...]:
        """Return at most `MOST` flaws in the order of the text; the one that ended reading is among them.

        `odd` are kinds and offsets of characters that stand in the text as they are.
        """
        noted = [self._noted(oddity) for oddity in self._builder.oddities]
        ending = noted[-1:] if fatal else []
        others = noted[: len(noted) - len(ending)]
        others += [self._raw(kind, at) for kind, at in odd]
        others += islice(self._escaped(), MOST)
        others.sort(key=lambda flaw: flaw.span)
        return tuple(sorted(others[: MOST - len(ending)] + ending, key=lambda flaw: flaw.span))

    def _noted(self, oddity: Oddity) -> Flaw:
        related: tuple[Span, ...] = ()
        if oddity.kind == "duplicate-key":
            first = self._index.inside[oddity.holder][oddity.args["key"]] - 1
            related = (self._lines.span(self._index.begins[first], self._builder.nodes.ends[first]),)
        span = self._lines.span(oddity.start, oddity.end)
        return Flaw(oddity.kind, span, oddity.args, related, self._routes.get(oddity.node, ()))

    def _raw(self, kind: str, at: int) -> Flaw:
        nodes = self._builder.nodes
        number = bisect_right(nodes.starts, at) - 1
        inside = number >= 0 and at < nodes.ends[number]
        route = self._routes.get(number, ()) if inside else ()
        return Flaw(kind, self._lines.span(at, at + 1), {"character": named(self._text[at])}, (), route)

    def _escaped(self) -> Iterator[Flaw]:
        """Yield a flaw for each odd character that is written as an escape in double quotes."""
        for number, value in self._builder.escaped:
            begin, end = self._index.begins[number], self._builder.nodes.ends[number]
            written = self._builder.text[begin:end]
            found = pieces(written, value) or []
            for kind, at in odd_characters(value):
                start, stop = found[at][1:] if found else (0, end - begin)
                args = {"character": named(value[at]), "escape": written[start:stop]}
                span = self._lines.span(begin + start, begin + stop)
                yield Flaw(kind, span, args, (), self._routes.get(number, ()))


def _routes(index: Index) -> dict[int, Route]:
    """Return the route of every node by its number; of a key, that of its value."""
    found: dict[int, Route] = {0: ()}
    for container, numbers in index.inside.items():  # outer ones come first
        around = found[index.number_of[container]]
        for step, number in numbers.items():
            shown = step.written if isinstance(step, KeyAside) else step
            found[number] = (*around, shown)
            if isinstance(shown, str):
                found[number - 1] = found[number]
    return found
