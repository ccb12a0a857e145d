"""What a file said: plain data, and where every piece of it stands."""

from functools import cached_property
from typing import Any

from notice_lint.source.index import Index, Lines, Nodes
from notice_lint.source.places import Comment, Flaw, Route, Span, Step
from notice_lint.source.scalars import WholeNumber

__all__ = ["Comment", "Document", "Flaw", "Route", "Span", "Step", "WholeNumber"]


class Document:
    """One YAML text as read: `data` is plain, places are looked up by route and only when asked for.

    With any flaw, `data` may be partial or None. Aliases share their data: treat it as unchangeable.
    """

    def __init__(  # noqa: PLR0913 - what reading found out; only `parse` and `read` make documents
        self,
        path: str,
        text: str,
        data: object = None,
        *,
        bom: bool = False,
        flaws: tuple[Flaw, ...] = (),
        nodes: Nodes | None = None,
        read_to: int | None = None,
        index: Index | None = None,
    ) -> None:
        self.path = path
        """As users see it, with `/`."""
        self.text = text
        """Decoded, without a byte order mark, line ends as they are."""
        self.bom = bom
        self.data = data
        self.flaws = flaws
        self._nodes = nodes or Nodes()
        self._read_to = len(text) if read_to is None else read_to
        if index is not None:
            self._index = index

    def span(self, route: Route) -> Span:
        """Return where the value stands; of an alias, where the alias does.

        Without such a value: where the nearest thing around it stands.
        """
        number, _ = self._find(route)
        return self._node_span(number)

    def key_span(self, route: Route) -> Span:
        """Return where the key stands that leads to the value; for an item of a list, its value.

        The root's is the first character. Without such a value: the nearest key around it.
        """
        number, taken = self._find(route)
        if taken == 0:
            return Span(1, 1, 1, 2 if self.lines[0] else 1)
        if self._is_alias(self._find(route[: taken - 1])[0]):
            return self._node_span(number)
        return self._node_span(number - 1 if isinstance(route[taken - 1], str) else number)

    def exists(self, route: Route) -> bool:
        """Return whether the document has a value there, be it null."""
        node = self.data
        for step in route:
            inside = node if isinstance(node, dict) else range(len(node)) if isinstance(node, list) else ()
            if step not in inside:
                return False
            node = node[step]  # type: ignore[index] # it is inside
        return bool(self._nodes.starts)

    def value(self, route: Route) -> object:
        """Return the value there, or None."""
        node = self.data
        for step in route:  # asked for a thousand times a notice: each test here counts
            if type(node) is dict:
                node = node.get(step)
            elif type(node) is list and type(step) is int and 0 <= step < len(node):
                node = node[step]
            else:
                return None
        return node

    def written(self, route: Route) -> str:
        """Return the value's source text as it stands, with quotes; "" if there is no such value."""
        number, taken = self._find(route)
        if taken < len(route) or not self._nodes.starts:
            return ""
        return self.text[self._index.begins[number] : self._index.finishes[number]]

    def stretch(self, route: Route, start: int, end: int) -> Span:
        """Return where the characters `start` to `end` (exclusive, from 0) of a text value stand.

        Where that cannot be told (an alias, no text there), the whole value's span.
        """
        number, taken = self._find(route)
        value = self.value(route)
        if taken < len(route) or isinstance(value, (dict, list)) or not self._nodes.starts:
            return self._node_span(number)
        return self._stretch(number, value, start, end)

    @cached_property
    def comments(self) -> tuple[Comment, ...]:
        """All comments, in order; of a text that could not be read to its end, those before that place."""
        from notice_lint.source.comments import comments  # noqa: PLC0415 - most runs ask for none

        return tuple(comments(self.text, self._index.begins, self._nodes.ends, self._read_to))

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """The text's lines without their ends (LF or CR LF, nothing else), at least one."""
        *ended, last = self.text.split("\n")
        return (*(line.removesuffix("\r") for line in ended), last)

    @cached_property
    def _index(self) -> Index:
        return Index(self.text, self.data, self._nodes)

    @cached_property
    def _offsets(self) -> Lines:
        return Lines(self.text)

    def _find(self, route: Route) -> tuple[int, int]:
        """Return the number of the nearest node to a route, and how many of its steps lead there.

        What an alias repeats stands where the alias does: ten processors may share one transfer block.
        """
        node: Any = self.data
        number = 0
        for taken, step in enumerate(route):
            inside = self._index.inside.get(id(node), {}) if isinstance(node, (dict, list)) else {}
            if step not in inside:
                return number, taken
            if not self._is_alias(number):
                number = inside[step]
            node = node[step]
        return number, len(route)

    def _is_alias(self, number: int) -> bool:
        begin = self._index.begins[number]
        return self.text[begin : begin + 1] == "*"

    def _node_span(self, number: int) -> Span:
        if not self._nodes.starts:
            return Span(1, 1, 1, 2 if self.lines[0] else 1)
        return self._offsets.span(self._index.begins[number], self._index.finishes[number])

    def _stretch(self, number: int, value: object, start: int, end: int) -> Span:
        begin, raw_end = self._index.begins[number], max(self._nodes.ends[number], self._index.begins[number])
        written = self.text[begin:raw_end]
        from notice_lint.source.stretch import pieces  # noqa: PLC0415 - only for findings inside a text

        found = pieces(written, value if isinstance(value, str) else written)
        if not found:
            return self._node_span(number)
        start = max(0, min(start, len(found)))
        end = max(start, min(end, len(found)))
        first = found[start][1] if start < len(found) else found[-1][2]
        last = found[end - 1][2] if end > start else first
        return self._offsets.span(begin + first, begin + last)
