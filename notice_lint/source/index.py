"""Which node stands where, from the offsets that reading left behind; made when first asked for."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator

from notice_lint.source.places import Span, Step

BLOCK = ("|", ">")
_PROPERTIES = ("&", "!")


class Nodes:
    """Offsets of every key and value, in the order of the document; what reading leaves behind.

    A container has -1 as its end, and its closing mark's offset in `closers`, in the order of closing.
    """

    __slots__ = ("closers", "ends", "starts")

    def __init__(self) -> None:
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.closers: list[int] = []


class Index:
    """Numbers of nodes by container and step, and where each begins and ends, without its anchor."""

    __slots__ = ("begins", "finishes", "inside", "number_of")

    def __init__(self, text: str, data: object, nodes: Nodes) -> None:
        self.begins = [
            _begin(text, start, end) if start == end or text[start : start + 1] in _PROPERTIES else start
            for start, end in zip(nodes.starts, nodes.ends, strict=True)
        ]
        self.finishes = [
            begin if start == end else _finish(text, begin, end) if text[begin : begin + 1] in BLOCK else end
            for begin, start, end in zip(self.begins, nodes.starts, nodes.ends, strict=True)
        ]
        self.inside: dict[int, dict[Step, int]] = {}
        self.number_of: dict[int, int] = {}
        self._walk(text, data, iter(nodes.closers))
        if -1 in self.finishes:  # reading stopped inside these containers
            until = max(nodes.ends)
            self.finishes = [
                max(begin, until) if finish < 0 else finish
                for begin, finish in zip(self.begins, self.finishes, strict=True)
            ]

    def _walk(self, text: str, data: object, closers: Iterator[int]) -> None:
        """Number the values as reading met them. No recursion: depth is the author's."""
        node = last = -1
        root: dict[Step, int] = {}
        todo: list[tuple[int, Iterator[tuple[Step, object]], dict[Step, int], int]] = [
            (-1, iter([(0, data)]), root, 1)
        ]
        while todo:
            container, pairs, numbers, step = todo[-1]
            for key, value in pairs:
                node += step  # a key comes just before its value
                if node >= len(self.begins):
                    return  # reading stopped before this value
                numbers[key] = last = node
                if isinstance(value, (dict, list)) and text[self.begins[node]] != "*":
                    numbers = self.inside[id(value)] = {}
                    self.number_of[id(value)] = node
                    todo.append((node, _pairs(value), numbers, 2 if isinstance(value, dict) else 1))
                    break
            else:
                todo.pop()
                if container >= 0:
                    closer = next(closers, -1)
                    flow = text[self.begins[container]] in "[{"
                    self.finishes[container] = closer if flow and closer >= 0 else self.finishes[last]
                    last = container


class Lines:
    """Offsets to lines and columns. Lines end at LF and CR LF only, as in editors."""

    __slots__ = ("_starts",)

    def __init__(self, text: str) -> None:
        self._starts = [0]
        at = text.find("\n") + 1
        while at:
            self._starts.append(at)
            at = text.find("\n", at) + 1

    def place(self, offset: int) -> tuple[int, int]:
        """Return line and column of an offset."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1

    def span(self, start: int, end: int) -> Span:
        """Return the span from an offset to another one, exclusive."""
        return Span(*self.place(start), *self.place(end))


def _pairs(container: dict[str, object] | list[object]) -> Iterator[tuple[Step, object]]:
    pairs: Iterable[tuple[Step, object]] = (
        container.items() if isinstance(container, dict) else enumerate(container)
    )
    return iter(pairs)


def line_end(text: str, start: int) -> int:
    """Return where the line of an offset ends: at its LF, or where the text ends."""
    end = text.find("\n", start)
    return end if end >= 0 else len(text)


def tag_end(text: str, start: int) -> int:
    """Return the end of the anchor or tag that starts there."""
    while start < len(text) and text[start] not in " \t\r\n,]}":
        start += 1
    return start


def _begin(text: str, start: int, end: int) -> int:
    """Return where a node's own text begins: after its anchor and tag, and the comments behind these.

    A value that is left out begins, and ends, after the last thing before it.
    """
    if start == end:
        while start and text[start - 1] in " \t\r\n":
            start -= 1
        return start
    end = end if end >= 0 else len(text)
    while start < end and text[start] in "&!":
        start = tag_end(text, start)
        while start < end and text[start] in " \t\r\n#":
            start = line_end(text, start) if text[start] == "#" else start + 1
    return min(start, end)


def _finish(text: str, begin: int, end: int) -> int:
    """Return the end of a block scalar's last line; the parsers end it at the start of the next line."""
    return begin + len(text[begin:end].rstrip(" \t\r\n"))
