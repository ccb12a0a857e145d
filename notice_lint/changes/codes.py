"""Every kind of change by its code: whom it favours, what it asks for, on which ground; from `codes.yaml`."""

from collections.abc import Mapping
from functools import cache
from typing import Any, NamedTuple

from notice_lint.changes.change import Direction, Duty
from notice_lint.source.compiled import compiled

__all__ = ["Code", "Source", "code", "codes", "stated"]


class Source(NamedTuple):
    """What a code rests on: a citation, where it can be read, and how well it was."""

    cite: str
    url: str
    as_of: str
    evidence: str
    """V read at the source, S seen in a secondary source, K to be checked."""


class Code(NamedTuple):
    """What is known of every change of one kind, before a single one is seen."""

    name: str
    direction: Direction | None
    """None where it is worked out for each change, by an order (`orders.py`)."""
    duty: Duty
    """The base duty, before `duties.py`."""
    mirror: str
    """The code that the way back can have; "" where `waiver` says why there is none."""
    waiver: str
    references: tuple[Source, ...]
    always: bool
    """Whether people are always told of it. Source: WP260 rev.01, point 29."""
    computed: bool
    """Whether a favourable direction lowers the duty by one step: a fixed one is in the base duty already."""
    counts: tuple[str, ...]
    """What the base duty has counted already: see `steps` of a change."""
    listed: bool
    """Whether people are shown it."""


def codes() -> Mapping[str, Code]:
    """Return every code by its name, in the order of `codes.yaml`."""
    return _codes()


def code(name: str) -> Code:
    """Return one code. Raises `KeyError` for a name that `codes.yaml` does not have."""
    return _codes()[name]


@cache
def _codes() -> Mapping[str, Code]:
    data = stated()
    sources = {
        name: Source(one["cite"], one["url"], one["as_of"], one["evidence"])
        for name, one in data["sources"].items()
    }
    return {name: _code(name, one, sources) for name, one in data["codes"].items()}


def _code(name: str, one: Mapping[str, Any], sources: Mapping[str, Source]) -> Code:
    direction = one["direction"]
    return Code(
        name=name,
        direction=None if direction == "by-ladder" else Direction(direction),
        duty=Duty(one["duty"]),
        mirror=one.get("mirror", ""),
        waiver=one.get("waiver", ""),
        references=tuple(sources[key] for key in one["references"]),
        always=one.get("always", False),
        computed=one.get("computed", False),
        counts=tuple(one.get("counts", ())),
        listed=one.get("listed", True),
    )


def stated() -> Any:
    """Return `codes.yaml` as plain data; the build compiles it."""
    known = compiled("change_codes")
    if known is not None:
        return known
    from pathlib import Path  # noqa: PLC0415 - only a checkout reads the file

    from notice_lint.source.parse import parse  # noqa: PLC0415 - likewise

    path = Path(__file__).with_name("codes.yaml")
    return parse(path.read_text(encoding="utf-8"), str(path)).data
