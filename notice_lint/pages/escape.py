"""Escapes of Markdown as GitHub and GitLab read it: cmark-gfm, and what they make of its text afterwards.

A backslash stops cmark-gfm, but mentions, numbers of issues, commits, emoji and formulas are found later, in
the text that it prints. Only a tag in between stops those: `<span>@</span>name`. Copied text stays intact.
Source: github.github.com/gfm (0.29); docs.github.com, "Writing mathematical expressions", which names
`<span>$</span>`; docs.gitlab.com, "GitLab-specific references".
"""

import re
from collections.abc import Callable
from html import escape as entities

from notice_lint.pages.inline import Kind, Run
from notice_lint.pages.terminal import visible

_SIGNS = r"\\`*_{}\[\]<>#|~^"
"""What Markdown may take for structure anywhere in a line."""

_COMMIT = r"(?<![0-9A-Za-z])(?=[0-9a-f]*[a-f])(?=[0-9a-f]*[0-9])[0-9a-f]{7,40}(?![0-9A-Za-z])"
_ALSO_IN_LINKS = r"(?P<colon>:(?=//|:|[\w+-]+(?::|\s*$)))|(?P<formula>\$)"
_LATER = (
    rf"(?P<commit>{_COMMIT})"
    r"|(?P<gh>(?<![0-9A-Za-z])[Gg][Hh]-(?=\d))"
    r"|(?P<www>[Ww](?=[Ww]{2}\.))"
    rf"|{_ALSO_IN_LINKS}"
    r"|(?P<mark>@|[#!&%~^](?=[\w\"]))"
)
_STRUCTURE = rf"(?P<entity>&(?=[#A-Za-z]))|(?P<sign>[{_SIGNS}])"
_ANYWHERE = re.compile(rf"{_LATER}|{_STRUCTURE}")
_LINKED = re.compile(rf"{_ALSO_IN_LINKS}|{_STRUCTURE}")
_AFTERWARDS = re.compile(_LATER)
_FIRST = re.compile(r"([-+=])|(\d{1,9})([.)])")
_CHUNK = 6
"""Seven hexadecimal digits may be a commit."""


def prose(text: str, *, first: bool = False, linked: bool = False) -> str:
    """Return text of which nothing is taken for structure.

    `first` says that it begins a line, `linked` that it is the text of a link: there, nobody looks for
    mentions.
    """
    line = visible(text)
    lead = ""
    if first:
        line = line.lstrip(" ")
        if found := _FIRST.match(line):
            lead = f"\\{found[1]}" if found[1] else f"{found[2]}\\{found[3]}"
            line = line[found.end() :]
    return lead + (_LINKED if linked else _ANYWHERE).sub(_replaced, line)


def code(text: str, *, cell: bool = False) -> str:
    """Return text as a code span: its fence is longer than any run of back-ticks inside."""
    line = visible(text)
    if not line.strip():
        line = line.replace(" ", "\u2423")
    fence = "`" * (1 + max(map(len, re.findall("`+", line)), default=0))
    pad = " " if line[:1] == "`" or line[-1:] == "`" or (line[:1] == " " == line[-1:]) else ""
    span = f"{fence}{pad}{line}{pad}{fence}"
    return span.replace("|", "\\|") if cell else span


def in_tag(run: Run) -> str:
    """Return a run as HTML for a line that Markdown does not read, such as `<summary>`."""
    text = visible(run.text)
    if run.kind is Kind.MONO:
        return f"<code>{entities(text)}</code>"
    parts = []
    end = 0
    for found in _AFTERWARDS.finditer(text):
        parts += [entities(text[end : found.start()]), _parted(found, entities)]
        end = found.end()
    inner = "".join([*parts, entities(text[end:])])
    return f"<strong>{inner}</strong>" if run.kind is Kind.STRONG else inner


def _replaced(found: re.Match[str]) -> str:
    kind = found.lastgroup
    return f"\\{found[0]}" if kind in ("sign", "entity") else _parted(found, _backslashed)


def _parted(found: re.Match[str], escaped: Callable[[str], str]) -> str:
    """Return what would be found later with a tag in its middle."""
    text = found[0]
    if found.lastgroup == "commit":
        chunks = [text[at : at + _CHUNK] for at in range(0, len(text), _CHUNK)]
        return "".join(f"<span>{chunk}</span>" for chunk in chunks)
    if found.lastgroup == "gh":
        return f"{text[:2]}<span>-</span>"
    return f"<span>{escaped(text)}</span>"


def _backslashed(sign: str) -> str:
    return sign if sign.isalnum() or sign == ":" else f"\\{sign}"
