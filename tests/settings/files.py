"""A tree of files in memory, and settings read from it."""

from collections.abc import Mapping, Sequence

from notice_lint.i18n import catalogue
from notice_lint.settings.load import InvalidSettings, load
from notice_lint.settings.settings import Settings


class Files:
    """Files by their path, as a revision would hold them."""

    name = "memory"

    def __init__(self, files: Mapping[str, str]) -> None:
        self._files = files

    def read(self, path: str) -> bytes | None:
        """Return the bytes of a file, None if there is none."""
        return self._files[path].encode() if path in self._files else None

    def files(self, folder: str) -> Sequence[str]:
        """Return the files in a folder and below it."""
        return sorted(path for path in self._files if not folder or path.startswith(f"{folder}/"))


def settings(text: str, path: str = "notice-lint.yaml") -> Settings:
    """Return the settings that a text states."""
    return load(Files({path: text}), path, path)


def refused(text: str, path: str = "notice-lint.yaml") -> list[str]:
    """Return what is wrong with settings, one line a mistake, without the path."""
    try:
        settings(text, path)
    except InvalidSettings as error:
        return told(error)
    return []


def told(error: InvalidSettings, language: str = "en") -> list[str]:
    """Return mistakes as lines."""
    words = catalogue(language)
    return [f"{m.span.line}:{m.span.column}: {words.arg(m.detail)}" for m in error.mistakes]
