"""Drawings: shapes and words at places, in user units from the top left. Writers escape the words."""

from collections.abc import Sequence
from typing import NamedTuple


class Box(NamedTuple):
    """A rectangle."""

    x: float
    y: float
    width: float
    height: float
    tone: str = "usual"


class Band(NamedTuple):
    """A ribbon from the right edge of one thing to the left edge of another; it grows no wider on the way."""

    x: float
    y: float
    to_x: float
    to_y: float
    width: float
    tone: str = "usual"


class Words(NamedTuple):
    """One line of text; `anchor` is `start`, `middle` or `end`. `y` is its base line."""

    x: float
    y: float
    text: str
    anchor: str = "start"
    tone: str = "usual"


Shape = Box | Band | Words


class Drawing(NamedTuple):
    """Shapes, from the back to the front."""

    width: float
    height: float
    shapes: Sequence[Shape]
