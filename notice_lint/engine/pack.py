"""Packs: folders of rule files to rules."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from notice_lint.engine.rule import Rule
from notice_lint.engine.verify import Mistake, PackFiles, verify
from notice_lint.engine.wordlist import Phrases, WordLists
from notice_lint.errors import NoticeLintError
from notice_lint.source.read import read


class Pack(NamedTuple):
    """One pack: its rules, its word lists, and what `pack.yaml` says of it."""

    name: str
    about: Mapping[str, Any]
    rules: tuple[Rule, ...]
    lists: WordLists


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


def assemble(raw: Mapping[str, Any]) -> Pack:
    """Make a pack from the data of its files, which `verify` has found sound."""
    words = {
        rule: {language: texts[rule] for language, texts in raw["words"].items() if rule in texts}
        for rule in raw["rules"]
    }
    rules = tuple(
        Rule(data, raw["name"], words[name], raw["paths"][name]) for name, data in raw["rules"].items()
    )
    names = sorted({name for lists in raw["lists"].values() for name in lists})
    lists = {
        name: {tag: Phrases(lists[name]) for tag, lists in raw["lists"].items() if name in lists}
        for name in names
    }
    return Pack(raw["name"], raw["pack"], rules, lists)
