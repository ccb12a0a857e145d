"""Which files are notices: those that are named, and those that a search of folders finds."""

import os
from collections.abc import Sequence

from notice_lint.errors import UnreadableNotice
from notice_lint.source.shown import shown

Found = tuple[str, str]
"""A file, and its path as users see it: relative to where they are, with `/`."""


def find(paths: Sequence[str], exclude: Sequence[str] = ()) -> list[Found]:
    """Return the notices among `paths`: files as they are named, folders searched.

    What a search leaves out is told in `search`; a file that is named is always in.
    Raises `UnreadableNotice` for a path that does not exist.
    """
    found: dict[str, str] = {}
    for name in paths:
        path = name.rstrip(os.sep) or name or os.curdir
        if os.path.isdir(path):  # noqa: PTH112 - pathlib takes 5 ms to import
            from notice_lint.source.search import search  # noqa: PLC0415 - 6 ms that a named file does not cost

            for one in search(path, exclude):
                found.setdefault(shown(one), one)
        elif os.path.lexists(path):
            found.setdefault(shown(path), path)
        else:
            raise UnreadableNotice(name, "there is no such file or folder")
    return [(path, name) for name, path in found.items()]
