"""The packs that come with the tool: compiled in an installed wheel, read from `rules/` in a checkout."""

from functools import cache
from pathlib import Path
from typing import Any

from notice_lint.engine.pack import Pack, assemble, load_packs
from notice_lint.source.compiled import compiled

_HERE = Path(__file__).parent.parent
_PLACES = (_HERE / "packs", _HERE.parent / "rules")


def folder() -> Path:
    """Return the folder that holds the packs as YAML."""
    return next((place for place in _PLACES if place.is_dir()), _PLACES[0])


@cache
def shipped_packs() -> tuple[Pack, ...]:
    """Return the packs that come with the tool."""
    packs: list[dict[str, Any]] | None = compiled("packs")
    if packs is None:
        return load_packs([(folder(), "rules")])
    return tuple(assemble(raw) for raw in packs)
