"""The packs that come with the tool: compiled in an installed wheel, read from `rules/` in a checkout."""

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any

from notice_lint.engine.pack import Pack, assemble
from notice_lint.engine.rule import Later
from notice_lint.source.compiled import compiled

if TYPE_CHECKING:
    from pathlib import Path


def folder() -> "Path":
    """Return the folder that holds the packs as YAML."""
    from pathlib import Path  # noqa: PLC0415 - 5 ms that a run with compiled packs does not pay

    here = Path(__file__).parent.parent
    places = (here / "packs", here.parent / "rules")
    return next((place for place in places if place.is_dir()), places[0])


@cache
def shipped_packs() -> tuple[Pack, ...]:
    """Return the packs that come with the tool."""
    packs: list[dict[str, Any]] | None = compiled("packs")
    if packs is None:
        from notice_lint.engine.folders import load_packs  # noqa: PLC0415 - reads and verifies, in a checkout
        from notice_lint.source.tree import Folder  # noqa: PLC0415 - likewise

        return load_packs([(Folder.on_disk(folder()), "rules")])
    return tuple(assemble(raw, _later) for raw in packs)


def _later(rule: str) -> Later:
    def part(name: str) -> Mapping[str, Any] | None:
        parts: Mapping[str, Mapping[str, Any]] = compiled(f"packs_{name}") or {}
        return parts.get(rule)

    return part
