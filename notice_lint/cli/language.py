"""The language of the person at the keyboard."""

import os

from notice_lint.i18n import LANGUAGES

_VARIABLES = ("NOTICE_LINT_LANG", "LC_ALL", "LC_MESSAGES", "LANG")


_chosen: list[str] = []


def choose(language: str) -> str:
    """Remember the language that `--lang` asks for, so that failures are told in it as well."""
    _chosen[:] = [language]
    return language


def language_of_user() -> str:
    """Return the language of `--lang`, else `fr` where the system speaks French, else `en`."""
    if _chosen:
        return _chosen[0]
    for name in _VARIABLES:
        value = os.environ.get(name, "")
        if value:
            return next((tag for tag in LANGUAGES if value.lower().startswith(tag)), "en")
    return "en"
