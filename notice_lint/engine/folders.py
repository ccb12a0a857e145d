"""Rule packs as folders of YAML files: read, verified, made into packs."""

import posixpath
from collections.abc import Sequence
from typing import Any

from notice_lint.engine.pack import Pack, assemble
from notice_lint.engine.verify import PackFiles, verify
from notice_lint.schema.mistake import Mistaken
from notice_lint.source.read import read_bytes
from notice_lint.source.tree import Folder


class InvalidRulePack(Mistaken):
    """A rule pack is wrong; `mistakes` say where and how, to be worded by whoever shows them."""


def load_packs(folders: Sequence[tuple[Folder, str]], beside: Sequence[Pack] = ()) -> tuple[Pack, ...]:
    """Read packs from folders of the disk or of a revision, each given with its path as users see it.

    A folder with a `pack.yaml` is a pack; any other holds packs as sub-folders.
    Raises `InvalidRulePack` with every mistake in all of them; names and codes `beside` them are taken.
    """
    found = [files for folder, shown in folders for files in packs_in(folder, shown)]
    taken = {
        key: rule.path or pack.name
        for pack in beside
        for rule in pack.rules
        for key in (rule.name, *filter(None, (rule.code,)))
    }
    mistakes = verify(found, taken)
    if mistakes:
        lines = {document.path: document.lines for files in found for document in files.documents()}
        raise InvalidRulePack(mistakes, lines)
    return tuple(assemble(files.raw()) for files in found)


def packs_in(folder: Folder, shown: str) -> list[PackFiles]:
    """Read every pack of a folder, judging nothing: itself, or its sub-folders."""
    inside = _below(folder)
    if "pack.yaml" in inside:
        return [pack_files(folder, shown)]
    names = [name for name, _, rest in (path.partition("/") for path in inside) if rest == "pack.yaml"]
    return [
        pack_files(Folder(folder.tree, posixpath.join(folder.path, name)), f"{shown.rstrip('/')}/{name}")
        for name in names
    ] or [pack_files(folder, shown)]


def pack_files(folder: Folder, shown: str) -> PackFiles:
    """Read every file of a pack, judging nothing. Raises `UnreadableNotice` if one cannot be opened."""
    inside = _below(folder)

    def documents(place: str) -> dict[str, Any]:
        found = {}
        for path in inside:
            where, name = posixpath.split(path)
            content = _content(folder, path) if where == place and name.endswith(".yaml") else None
            if content is not None:
                found[name.removesuffix(".yaml")] = read_bytes(content, f"{shown}/{path}")
        return found

    rules = documents("")
    pack = rules.pop("pack", None)
    return PackFiles(folder.last, shown, pack, rules, documents("words"), documents("lists"))


def _below(folder: Folder) -> list[str]:
    """Return the files of a folder, relative to it, sorted."""
    return [posixpath.relpath(path, folder.path or ".") for path in folder.tree.files(folder.path)]


def _content(folder: Folder, path: str) -> bytes | None:
    return folder.tree.read(posixpath.join(folder.path, path))
