"""Where exactly each key and value stands, by ruamel's composer; a second opinion beside our own reader's.

ruamel reads here only what our strict reader has found sound: no bombs, no tags, no merge keys.
"""

from functools import cached_property

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError
from ruamel.yaml.nodes import MappingNode, Node, SequenceNode

from notice_lint.fixes.fix import FixRejected
from notice_lint.source.document import Document, Route, Step
from notice_lint.source.index import Lines

Stretch = tuple[int, int]
"""Offsets in the document's text, the end exclusive."""


_LEAKS = (
    YAMLError,
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    RuntimeError,
    TypeError,
    ValueError,
)
"""What ruamel raises for text that it does not take: one error in a hundred is no YAMLError."""


class Marks:
    """The marks of one sound document. An alias has those of what it repeats: ask for what is none."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._lines = Lines(document.text)

    @cached_property
    def _root(self) -> Node | None:
        yaml = YAML(typ="safe", pure=True)  # no comments: they are what ruamel stumbles over
        yaml.composer.warn_double_anchors = False  # it would warn on the standard error
        try:
            root: Node | None = yaml.compose(self._document.text)
        except _LEAKS as error:
            raise FixRejected("marks-differ") from error
        return root

    def value(self, route: Route) -> Stretch:
        """Return where a value stands, without its anchor. Raises `FixRejected` where readers disagree."""
        start, end = _stretch(self._node(route)[1])
        start += len(self._document.text[start:end]) - len(self._bare(start, end))
        span = self._document.span(route)
        if self._lines.span(start, end)[:2] != span[:2] or not self._same_end(route, start, end):
            raise FixRejected("marks-differ")
        return start, end

    def key(self, route: Route) -> Stretch:
        """Return where the key stands that leads to a value. Raises `FixRejected` where readers disagree."""
        key = self._node(route)[0]
        if key is None:
            raise FixRejected("marks-differ")
        start, end = _stretch(key)
        start += len(self._document.text[start:end]) - len(self._bare(start, end))
        if self._lines.span(start, end) != self._document.key_span(route):
            raise FixRejected("marks-differ")
        return start, end

    def _bare(self, start: int, end: int) -> str:
        """Return the text of a node without its anchor."""
        written = self._document.text[start:end]
        return written.partition(" ")[2].lstrip() if written.startswith("&") else written

    def _same_end(self, route: Route, start: int, end: int) -> bool:
        """Block scalars and block collections end where the next thing begins; no fix touches these."""
        return self._document.text[start:end] == self._document.written(route)

    def _node(self, route: Route) -> tuple[Node | None, Node]:
        """Return the key, if there is one, and the value at a route."""
        key, node = None, self._root
        for step in route:
            key, node = _below(node, step)
        if node is None:
            raise FixRejected("marks-differ")
        return key, node


def _below(node: Node | None, step: Step) -> tuple[Node | None, Node | None]:
    if isinstance(node, MappingNode):
        return next((pair for pair in node.value if pair[0].value == step), (None, None))
    if isinstance(node, SequenceNode) and isinstance(step, int) and step < len(node.value):
        return None, node.value[step]
    return None, None


def _stretch(node: Node) -> Stretch:
    return node.start_mark.index, node.end_mark.index
