"""Text that breaks formats which do not escape. Every report is shown it."""

import json
import re
from typing import Any

from tests.conftest import ROOT, SHARED

BREAKERS = (
    "50%\r\n::error::owned, file=a:b",
    "\n::add-mask::ACME",
    "x ##[stop-commands]y",
    "\u2028::set-output name=a::1",
    "\x1b]0;title\x07\x1b[2J",
    "\u202egnp.exe",
    "a\u200bb\ufeff",
    "{0.__class__} {recipient} %s",
    "</details><script>alert(1)</script>",
    "| a | b |\n---",
    "``` ` ```",
    "[text](https://evil.example) <!-- x -->",
)


def naughty_strings() -> list[str]:
    """Return the Big List of Naughty Strings, empty where the corpus is not beside the repository."""
    path = SHARED / "corpora" / "naughty-strings.txt"
    if not path.is_file():
        return []
    lines = path.read_text(encoding="utf-8").split("\n")
    return [line for line in lines if line and not line.startswith("#")]


def notice(text: str) -> str:
    """Return a notice that says `text` wherever it can, and that many rules find fault with."""
    said = json.dumps(text)
    data: dict[str, Any] = {
        "format": 1,
        "notice": {"id": "a", "language": "en", "title": text, "version": text},
        "controller": {"name": text, "kind": "public-authority"},
        "data_categories": {"a": {"label": text, "special": "health"}},
        "collections": {
            "a": {
                "label": text,
                "source": {"kind": "third-party"},
                "purposes": ["a", text],
                "categories": {"a": {"items": [text]}},
            },
            "b": {"label": text, "source": "data-subject", "categories": {"a": {"retention": ["a", "b"]}}},
        },
        "purposes": {"a": {"text": text, "legal_basis": "legitimate-interests"}, "b": {"text": text}},
        "retention": {
            "a": {"period": "P1Y", "text": text},
            "b": {"period": "P2Y", "text": f"as long as necessary {text}"},
        },
        "recipients": {"a": {"name": text, "country": "US"}, "b": {"category": text, "country": text}},
        "statements": {"a": {"text": f"[TODO] {text}", "claims": ["no-transfers-outside-eea"]}},
    }
    return json.dumps(data | {text: said}, ensure_ascii=False)


def everywhere(text: str) -> str:
    """Return a notice that uses every key of the format, with `text` in every field that takes words."""
    from notice_lint.source.parse import parse  # noqa: PLC0415 - only this needs it

    path = ROOT / "tests/schema/format-example.yaml"
    return json.dumps(_said(parse(path.read_text(encoding="utf-8"), "").data, text), ensure_ascii=False)


_PLACEHOLDERS = ("some words", "Clearnox SAS", "1 Example Street", "Zoom", "_ga", "RCS Tours 000 000 000")


def _said(value: Any, text: str) -> Any:
    if isinstance(value, dict):
        return {key: _said(below, text) for key, below in value.items()}
    if isinstance(value, list):
        return [_said(below, text) for below in value]
    return text if value in _PLACEHOLDERS else value


_COMMANDS = frozenset(
    (
        "set-env",
        "set-output",
        "save-state",
        "add-mask",
        "add-path",
        "add-matcher",
        "remove-matcher",
        "debug",
        "warning",
        "error",
        "notice",
        "group",
        "endgroup",
        "echo",
        "stop-commands",
    )
)


def commands(stream: str) -> list[str]:
    """Return the commands that GitHub's runner would obey in what a step prints.

    Source: github.com/actions/runner, ActionCommand.cs and ActionCommandManager.cs (August 2026). "::name::"
    counts after any white space at the start of a line (LF, CRLF or CR end one), "##[name]" anywhere in
    others.
    """
    found = []
    for line in re.split(r"\r\n|\r|\n", stream):
        start = line.lstrip()
        end = start.find("::", 2) if start.startswith("::") else -1
        opened = line.find("##[")
        closed = line.find("]", opened)
        name = start[2:end] if end >= 0 else line[opened + 3 : closed] if opened >= 0 and closed >= 0 else ""
        if name.split(" ", 1)[0].lower() in _COMMANDS:
            found.append(line)
    return found
