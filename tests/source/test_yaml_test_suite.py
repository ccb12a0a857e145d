"""The YAML test suite: what we make of each of its cases is pinned, and a change is looked at by a person.

Write the table anew with `python tests/source/test_yaml_test_suite.py`, and read the difference.
Source: https://github.com/yaml/yaml-test-suite (MIT), release data-2022-01-17.
"""

import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from notice_lint.source.document import Document
from notice_lint.source.parse import parse
from tests.source.rendering import places

_HERE = Path(__file__).resolve().parent
_SUITE = _HERE.parents[2] / "shared" / "corpora" / "yaml-test-suite"
_TABLE = _HERE / "yaml_test_suite.txt"

_HEAD = """\
# Each case of the YAML test suite: its name, what we make of it (`read`, or the first flaw's kind), and why.
# Written by `python tests/source/test_yaml_test_suite.py`; read the difference before it is committed.
#
# as-suite                  the suite's data, or refused where the suite says that it is an error
# empty                     holds no document at all, as the suite says
# refused-by-design         sound YAML that a notice may not use: tags, directives, a second document,
#                           merge keys, keys that are not text, characters that nobody sees
# core-scalars              read; floats, octal and hexadecimal numbers stay text as written
# libyaml-refuses           sound YAML 1.2 that the parser below us does not know (`?` and `:` next to flow
#                           indicators, tabs as separation, keys over several lines): told as a flaw
# libyaml-accepts           an error to the suite that the parser below us lets pass (a comment without a
#                           blank before it, indentation inside flow collections, and the like)
# libyaml-reads-otherwise   read, with other data than the suite's: `?` at the start of a text inside a flow
#                           collection, blank lines at the end of a text without a last line end
"""

_PURE_READS_OTHERWISE = {
    "the pure parser refuses tabs that separate tokens": (
        *("6HB6", "DC7X", "DK95/05", "DK95/07", "HS5T", "J3BT", "K54U", "NB6Z", "UV7Q"),
        *("Y79Y/002", "Y79Y/003"),
    ),
    "the pure parser reads tabs that libyaml takes for indentation": (
        "96NN/00",
        "96NN/01",
        "R4YG",
        "Y79Y/001",
    ),
    "libyaml takes `:` and `?` next to flow indicators otherwise": ("4ABK", "JR7V", "WZ62"),
    "libyaml reads `>#` as a header with a comment": ("X4QW",),
}
_PURE_PLACES = {
    "the pure parser stops at an earlier tab": ("6BCT",),
    "a key that is left out in a flow collection stands elsewhere": ("DFF7", "FRK4"),
}


def _cases() -> dict[str, Path]:
    return {
        found.parent.relative_to(_SUITE).as_posix(): found.parent for found in sorted(_SUITE.rglob("in.yaml"))
    }


def _read(folder: Path, *, pure: bool = False) -> Document:
    return parse((folder / "in.yaml").read_bytes().decode(), folder.name, pure=pure)


def _outcome(document: Document) -> str:
    return document.flaws[0].kind if document.flaws else "read"


def _expected(folder: Path) -> list[object]:
    """Return the data of each document."""
    text = (folder / "in.json").read_text(encoding="utf-8").strip()
    decoder, found = json.JSONDecoder(), []
    while text:
        value, end = decoder.raw_decode(text)
        found.append(value)
        text = text[end:].strip()
    return found


def _as_text(data: object) -> object:
    """Numbers as text: what is left is a difference of the data, not of their types."""
    if isinstance(data, dict):
        return {key: _as_text(value) for key, value in data.items()}
    if isinstance(data, list):
        return [_as_text(value) for value in data]
    if isinstance(data, (int, float)) and not isinstance(data, bool):
        return float(data)
    return _as_number(data) if isinstance(data, str) else data


def _as_number(text: str) -> str | float:
    try:
        return float(int(text, 0)) if text[:2] in {"0x", "0o"} else float(text)
    except ValueError:
        return text


def _why(folder: Path, document: Document) -> str:
    outcome = _outcome(document)
    if (folder / "error").exists():
        return "libyaml-accepts" if outcome == "read" else "as-suite"
    if outcome != "read":
        return "libyaml-refuses" if outcome == "syntax" else "refused-by-design"
    return _why_read(_expected(folder), document.data)


def _why_read(expected: list[object], data: object) -> str:
    if not expected:
        return "empty"
    if json.dumps(expected[0]) == json.dumps(data):
        return "as-suite"
    return "core-scalars" if _as_text(expected[0]) == _as_text(data) else "libyaml-reads-otherwise"


def rows() -> Iterator[str]:
    """Yield the lines of the table as they are now."""
    for name, folder in _cases().items():
        document = _read(folder)
        yield f"{name:8} {_outcome(document):22} {_why(folder, document)}"


def rewrite() -> None:
    """Write the table anew."""
    _TABLE.write_text(_HEAD + "\n" + "\n".join(rows()) + "\n", encoding="utf-8")


needs_the_suite = pytest.mark.skipif(
    not _SUITE.is_dir() and not os.environ.get("CI"),
    reason=f"the YAML test suite is not at {_SUITE}; it must be where CI is set",
)


@needs_the_suite
def test_every_case_of_the_suite_is_read_or_refused_as_pinned() -> None:
    assert len(_cases()) == 402, f"the YAML test suite is not complete at {_SUITE}"
    pinned = [line for line in _TABLE.read_text(encoding="utf-8").splitlines() if line and line[0] != "#"]

    assert list(rows()) == pinned


@needs_the_suite
def test_both_parsers_say_the_same_but_for_the_pinned_cases() -> None:
    differing = {
        name for name, folder in _cases().items() if _said(_read(folder)) != _said(_read(folder, pure=True))
    }

    assert differing == {name for names in _PURE_READS_OTHERWISE.values() for name in names}


@needs_the_suite
def test_both_parsers_give_the_same_places_but_for_the_pinned_cases() -> None:
    said_otherwise = {name for names in _PURE_READS_OTHERWISE.values() for name in names}
    differing = {
        name
        for name, folder in _cases().items()
        if name not in said_otherwise and _places(_read(folder)) != _places(_read(folder, pure=True))
    }

    assert differing == {name for names in _PURE_PLACES.values() for name in names}


def _said(document: Document) -> tuple[object, list[str]]:
    """The kinds of flaws; the data only where there are none, as nobody judges them otherwise."""
    return None if document.flaws else document.data, [flaw.kind for flaw in document.flaws]


def _places(document: Document) -> list[object]:
    if document.flaws:
        return [(flaw.kind, flaw.span) for flaw in document.flaws]
    found: list[object] = [document.comments]
    return found + places(document)


if __name__ == "__main__":
    rewrite()
