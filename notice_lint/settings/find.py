"""Where the settings are: the nearest file upwards, to the root of the repository."""

import posixpath
from collections.abc import Iterator

from notice_lint.errors import NoticeLintError, UnreadableNotice
from notice_lint.source.tree import Tree

NAMES = ("notice-lint.yaml", "notice-lint.yml")
PYPROJECT = "pyproject.toml"
_TABLE = b"tool.notice-lint"


class TwoSettings(NoticeLintError):
    """Two files of one folder hold settings: nobody could tell which of them counts."""


def find(tree: Tree, folder: str) -> str | None:
    """Return the path of the settings that hold in a folder of the tree, None if there are none.

    Raises `TwoSettings` if the nearest folder with settings has two files of them.
    """
    for here in _upwards(folder):
        found = list(_settings_in(tree, here))
        if len(found) > 1:
            sentence = "settings stand in {first} and in {second}: only one of them can count"
            raise TwoSettings(sentence, first=found[0], second=found[1])
        if found:
            return found[0]
    return None


def _upwards(folder: str) -> Iterator[str]:
    while True:
        yield folder
        if not folder:
            return
        folder = posixpath.dirname(folder)


def _settings_in(tree: Tree, folder: str) -> Iterator[str]:
    for name in NAMES:
        path = posixpath.join(folder, name)
        if tree.read(path) is not None:
            yield path
    path = posixpath.join(folder, PYPROJECT)
    try:
        content = tree.read(path)
    except UnreadableNotice:  # other tools' file: that it is odd is not ours to tell
        content = None
    if content is not None and _TABLE in content:
        from notice_lint.settings.toml import has_table  # noqa: PLC0415 - most projects keep none there

        if has_table(content):
            yield path
