"""A drawing of things in columns, with ribbons from each column to the next."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from notice_lint.pages.drawing import Band, Box, Drawing, Shape, Words

_LINE, _PAD, _GAP, _HEAD = 15.0, 5.0, 7.0, 26.0
_INDENT = 7.0
_RIBBON = 1.6


class Node(NamedTuple):
    """One thing, or several that are linked alike: a box with its lines."""

    key: str
    lines: Sequence[str]
    tone: str = "usual"

    @property
    def height(self) -> float:
        """The height of its box."""
        return _LINE * len(self.lines) + 2 * _PAD


class Column(NamedTuple):
    """Things of one kind under a head, from the top."""

    head: str
    width: float
    nodes: Sequence[Node]


class Link(NamedTuple):
    """A ribbon between things of neighbouring columns, by their keys."""

    source: str
    target: str
    tone: str = "usual"


def ordered(nodes: Sequence[Node], links: Sequence[Link], neighbours: Sequence[str]) -> list[Node]:
    """Return nodes in an order with few crossings: each near the middle of what it is linked with.

    Nodes without links keep to the end; of equals the order is kept.
    """
    position = {key: index for index, key in enumerate(neighbours)}
    found: dict[str, list[int]] = {node.key: [] for node in nodes}
    for link in links:
        for one, other in ((link.source, link.target), (link.target, link.source)):
            if one in found and other in position:
                found[one].append(position[other])
    middles = {key: sum(at) / len(at) if at else float(len(position)) for key, at in found.items()}
    return sorted(nodes, key=lambda node: middles[node.key])


def drawn(columns: Sequence[Column], links: Sequence[Link], gap: float) -> Drawing:
    """Return the drawing; `gap` is the room between two columns."""
    heights = [_height(column) for column in columns]
    tallest = max(heights, default=0.0)
    boxes: dict[str, Box] = {}
    words: list[Words] = []
    x = 0.5
    for column, height in zip(columns, heights, strict=True):
        words.append(Words(x + _INDENT, _LINE, column.head, tone="head"))
        y = _HEAD + (tallest - height) / 2
        for node in column.nodes:
            boxes[node.key] = Box(x, y, column.width, node.height, node.tone)
            words += _lines(node, x, y)
            y += node.height + _GAP
        x += column.width + gap
    shapes: list[Shape] = [*_ribbons(links, boxes), *boxes.values(), *words]
    return Drawing(x - gap + 0.5, _HEAD + tallest + 1, shapes)


def _height(column: Column) -> float:
    return sum(node.height + _GAP for node in column.nodes) - _GAP if column.nodes else 0.0


def _lines(node: Node, x: float, y: float) -> Iterator[Words]:
    for number, line in enumerate(node.lines, 1):
        yield Words(x + _INDENT, y + _PAD + number * _LINE - 3.5, line)


def _ribbons(links: Sequence[Link], boxes: Mapping[str, Box]) -> Iterator[Band]:
    """Yield the ribbons; several that meet at a box stand below each other, sorted so as not to cross."""
    leaving = _slots(links, boxes, [link.source for link in links], [link.target for link in links])
    coming = _slots(links, boxes, [link.target for link in links], [link.source for link in links])
    for index, link in enumerate(links):
        start, end = boxes[link.source], boxes[link.target]
        yield Band(start.x + start.width, leaving[index], end.x, coming[index], _RIBBON, link.tone)


def _slots(
    links: Sequence[Link], boxes: Mapping[str, Box], ends: Sequence[str], others: Sequence[str]
) -> dict[int, float]:
    """Return the height at which each ribbon meets the box at one of its ends."""
    by_box: dict[str, list[int]] = {}
    for index in range(len(links)):
        by_box.setdefault(ends[index], []).append(index)
    slots = {}
    for key, indices in by_box.items():
        box = boxes[key]
        indices.sort(key=lambda index: (boxes[others[index]].y, index))
        for number, index in enumerate(indices, 1):
            slots[index] = box.y + box.height * number / (len(indices) + 1)
    return slots
