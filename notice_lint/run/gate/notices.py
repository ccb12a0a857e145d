"""Notices before and after: is each one still checked, and under the same laws?"""

import posixpath
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from notice_lint.errors import NoticeLintError
from notice_lint.run.gate.gitignore import Ignored
from notice_lint.run.gate.weakening import FIRST, Weakening, detail, listed
from notice_lint.settings.settings import Settings
from notice_lint.source.document import Document
from notice_lint.source.patterns import covers
from notice_lint.source.read import read_bytes
from notice_lint.source.search import SKIPPED, root_keys
from notice_lint.source.tree import Tree, relative

_ENDINGS = (".yaml", ".yml")
_OURS = {b"format", b"notice"}


class Looked(NamedTuple):
    """What a run looks at, in paths from the root of the tree."""

    asked: Sequence[str] = ("",)
    """The files and folders that were asked for; "" is the whole tree."""
    named: Callable[[str], bool] | None = None
    """Whether the settings name a file as a notice; None where they name none, and folders are searched."""
    left_out: Callable[[str], bool] = lambda _: False
    """Whether the command line leaves a file out: that is the choice of whoever runs it."""


def unchecked(
    before: Tree, after: Tree, settings: Settings, looked: Looked, judged: Mapping[str, str]
) -> Iterator[tuple[str, str]]:
    """Yield the notices of the base revision that this run has not looked at, each with why.

    `gone`: there is no such file, and nothing new has its id. `no-notice`: the file no longer says that it is
    one. `left-out`: something else keeps a search from it, such as a `.gitignore`. `settings` are those in
    force; `judged` are the notices of the run, with their ids.
    """
    known = {path for path in notices_in(before, settings, looked) if not looked.left_out(path)}
    moved = {notice for path, notice in judged.items() if path not in known and notice}
    for path in sorted(known - set(judged)):
        content = _read(after, path)
        if content is None:
            if id_of(before, path) not in moved:
                yield path, "gone"
        else:
            yield path, "left-out" if _says(content) else "no-notice"


def notices_in(tree: Tree, settings: Settings, looked: Looked) -> Iterator[str]:
    """Yield the notices of a tree: those that the settings name, else those that say that they are."""
    excluded = settings.texts("exclude")
    ignored = Ignored(tree)
    for path in tree.files(""):
        roots = [one for one in looked.asked if _is_in(path, one)]
        if not path.endswith(_ENDINGS) or not roots:
            continue
        below = relative(path, settings.folder)
        if path in roots:
            yield path
        elif any(covers(below, pattern) for pattern in excluded):
            continue
        elif looked.named is not None:
            if looked.named(path):
                yield path
        elif (
            any(_searched(tree, path, root) for root in roots)
            and not ignored.has(path)
            and _says(_read(tree, path) or b"")
        ):
            yield path


def _searched(tree: Tree, path: str, root: str) -> bool:
    """Whether a search that begins at `root` comes to a file; `.gitignore` is asked elsewhere."""
    folder = posixpath.dirname(path)
    while folder and folder != root.strip("/"):
        name = posixpath.basename(folder)
        if name.startswith(".") or name in SKIPPED or tree.read(f"{folder}/pyvenv.cfg") is not None:
            return False
        folder = posixpath.dirname(folder)
    return True


def unchecked_weakening(path: str, why: str, shown: str) -> Weakening:
    """Return what to tell of a notice that is no longer checked; `shown` is its path as users see it."""
    return Weakening("notices", detail(f"notice-{why}", path=shown), shown, FIRST, (), (), path)


def regimes(before: Document, after: Document) -> Iterator[Weakening]:
    """Yield the laws under which a notice is no longer judged. Without a word on it, that is the GDPR."""
    old, new = _regimes(before), _regimes(after)
    gone = [one for one in old if one not in new]
    if gone and isinstance(after.data, dict):
        route = ("notice", "regimes")
        said = detail("regime", names=listed(gone))
        yield Weakening("notices", said, after.path, after.key_span(route), route, (), ", ".join(gone))


def _regimes(document: Document) -> list[str]:
    said = document.value(("notice", "regimes"))
    return [str(one) for one in said] if isinstance(said, list) and said else ["eu-gdpr"]


def _is_in(path: str, folder: str) -> bool:
    return not folder or path == folder or path.startswith(f"{folder.rstrip('/')}/")


def _says(content: bytes) -> bool:
    return root_keys(content[: 1 << 20]) >= _OURS


def _read(tree: Tree, path: str) -> bytes | None:
    try:
        return tree.read(path)
    except NoticeLintError:  # something stands there that cannot be read: not what it was
        return b""


def id_of(tree: Tree, path: str) -> str:
    """Return the id of the notice in a file, "" if there is none."""
    try:
        found = read_bytes(tree.read(path) or b"", path).value(("notice", "id"))
    except NoticeLintError:
        return ""
    return found if isinstance(found, str) else ""
