"""Text that breaks formats which do not escape. Every report is shown it."""

import re

from tests.conftest import SHARED

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
