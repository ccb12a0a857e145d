"""The sound notices that are mutated, each read once; and what may be noted on them as they are."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from notice_lint.source.document import Document
from notice_lint.source.read import read

_ROOT = Path(__file__).parent.parent.parent
_FILES = {
    "web-shop.fr": "tests/notices/sound/web-shop.fr.yaml",
    "hospital.be": "tests/notices/sound/hospital.be.yaml",
    "software.us": "tests/notices/sound/software.us.yaml",
    "employer.de": "tests/notices/sound/employer.de.yaml",
    "employer.de-uk-ch": "tests/notices/sound/employer.de-uk-ch.yaml",
    "clearnox": "examples/clearnox/notice.yaml",
}
SOUND = tuple(_FILES)
"""The names of the sound notices."""

_APPEAL = "the decision on the EU-US framework is under appeal: every notice that rests on it hears so"

NOTES: Mapping[str, Mapping[str, str]] = {
    "software.us": {"transfer-adequacy-expiring": _APPEAL},
    "employer.de-uk-ch": {"transfer-adequacy-expiring": _APPEAL},
    "clearnox": {
        "controller-register-number-missing": "the real notice gives none, and the example invents none",
        "email-name-mistyped": "the address stands so in the real notice",
        "recipient-named-preferred": "the real notice does not name its independent contractors",
        "sentence-length": "the long sentences are those of the real notice",
        "transfer-adequacy-expiring": _APPEAL,
    },
}
"""By notice: the rules of severity note that speak there, each with the reason why it is left as it is."""


@cache
def document(name: str) -> Document:
    """Return a sound notice as it was read."""
    return read(_ROOT / _FILES[name], _FILES[name])


def data(name: str) -> dict[str, Any]:
    """Return the data of a sound notice, not to be changed."""
    there = document(name).data
    assert isinstance(there, dict)
    return there


def languages(notice: dict[str, Any]) -> list[str]:
    """Return the languages that every text of a notice has, its own first."""
    return [notice["notice"]["language"], *notice["notice"].get("translations", [])]
