"""Rule packs as folders of YAML files: read, verified, made into packs."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from notice_lint.engine.pack import Pack, assemble
from notice_lint.engine.verify import Mistake, PackFiles, verify
from notice_lint.errors import NoticeLintError
from notice_lint.source.read import read


class InvalidRulePack(NoticeLintError):
    """A rule pack is wrong; `mistakes` say where and how, to be worded by whoever shows them."""

    def __init__(self, mistakes: Sequence[Mistake]) -> None:
        super().__init__(f"{len(mistakes)} mistakes in rule packs")
        self.mistakes = tuple(mistakes)


def load_packs(folders: Sequence[tuple[Path, str]], beside: Sequence[Pack] = ()) -> tuple[Pack, ...]:
    """Read packs from folders, each given with its path as users see it.

    A folder with a `pack.yaml` is a pack; any other holds packs as sub-folders.
    Raises `InvalidRulePack` with every mistake in all of them; names and codes `beside` them are taken.
    """
    found = [
        pack_files(folder, shown) for path, name in folders for folder, shown in _pack_folders(path, name)
    ]
    taken = {
        key: rule.path or pack.name
        for pack in beside
        for rule in pack.rules
        for key in (rule.name, rule.code)
    }
    mistakes = verify(found, taken)
    if mistakes:
        raise InvalidRulePack(mistakes)
    return tuple(assemble(files.raw()) for files in found)


def _pack_folders(path: Path, shown: str) -> list[tuple[Path, str]]:
    if (path / "pack.yaml").is_file():
        return [(path, shown)]
    below = (
        sorted(child for child in path.iterdir() if (child / "pack.yaml").is_file()) if path.is_dir() else []
    )
    return [(child, f"{shown.rstrip('/')}/{child.name}") for child in below] or [(path, shown)]


def pack_files(folder: Path, shown: str) -> PackFiles:
    """Read every file of a pack, judging nothing. Raises `UnreadableNotice` if one cannot be opened."""

    def documents(pattern: str) -> dict[str, Any]:
        files = sorted(folder.glob(pattern)) if folder.is_dir() else []
        return {p.stem: read(p, f"{shown}/{p.relative_to(folder).as_posix()}") for p in files}

    rules = {name: doc for name, doc in documents("*.yaml").items() if name != "pack"}
    pack = documents("pack.yaml").get("pack")
    return PackFiles(folder.name, shown, pack, rules, documents("words/*.yaml"), documents("lists/*.yaml"))
