"""`[tool.notice-lint]` of a pyproject.toml: plain data, and the place of each key."""

import re
import tomllib
from collections.abc import Sequence
from datetime import date, datetime, time
from typing import Any

from notice_lint.source.document import Flaw, Route, Span, Step

_TABLE = ("tool", "notice-lint")
_HEADER = re.compile(r"\s*(\[\[?)\s*([^\]#]+?)\s*\]")
_KEY = re.compile(r"""\s*((?:[\w-]+|"[^"]*"|'[^']*')(?:\s*\.\s*(?:[\w-]+|"[^"]*"|'[^']*'))*)\s*=""")
_PART = re.compile(r"""[\w-]+|"[^"]*"|'[^']*'""")


def has_table(content: bytes) -> bool:
    """Whether the text has a table `[tool.notice-lint]`; a text that is no TOML may."""
    try:
        return _table(tomllib.loads(content.decode())) is not None
    except ValueError:  # also a text that is not UTF-8
        return bool(re.search(rb"^\s*\[+\s*tool\.notice-lint", content, re.MULTILINE))


class TomlDocument:
    """What the table says. Places are those of keys; a value's place is the rest of its line."""

    def __init__(self, path: str, content: bytes) -> None:
        self.path = path
        text = content.decode(errors="replace")
        self.lines: Sequence[str] = text.splitlines() or [""]
        self.data: object = None
        self.flaws: tuple[Flaw, ...] = ()
        try:
            self.data = _plain(_table(tomllib.loads(content.decode())))
        except ValueError as error:
            self.flaws = (Flaw("toml", _span_of(error, self.lines), {}),)
        self._spans = _places(self.lines)

    def key_span(self, route: Route) -> Span:
        """Return where a key stands, or the nearest key around it."""
        for length in range(len(route), -1, -1):
            if route[:length] in self._spans:
                return self._spans[route[:length]]
        return Span(1, 1, 1, 2)

    def span(self, route: Route) -> Span:
        """Return where the value of a key stands: the rest of its line."""
        key = self.key_span(route)
        line = self.lines[key.line - 1]
        rest = line[key.end_column - 1 :]
        start = key.end_column + len(rest) - len(rest.lstrip(" \t=]"))
        end = len(line.rstrip()) + 1
        return Span(key.line, start, key.line, end) if start < end else key


def _table(data: Any) -> object:
    for key in _TABLE:
        data = data.get(key) if isinstance(data, dict) else None
    return data


def _plain(data: object) -> object:
    """Return TOML's days as they are written."""
    if isinstance(data, dict):
        return {key: _plain(value) for key, value in data.items()}
    if isinstance(data, list):
        return [_plain(member) for member in data]
    return data.isoformat() if isinstance(data, date | datetime | time) else data


def _span_of(error: ValueError, lines: Sequence[str]) -> Span:
    found = re.search(r"line (\d+), column (\d+)", str(error))
    line, column = (int(found[1]), int(found[2])) if found else (len(lines), max(1, len(lines[-1])))
    return Span(line, column, line, column + 1)


def _places(lines: Sequence[str]) -> dict[Route, Span]:
    """Return where keys stand that have a line of their own, and tables."""
    spans: dict[Route, Span] = {}
    inside: Route = ()
    counts: dict[Route, int] = {}
    for number, line in enumerate(lines, 1):
        header, key = _HEADER.match(line), _KEY.match(line)
        if header:
            inside = _route(header[2])
            if header[1] == "[[":
                position = counts.get(inside, 0)
                counts[inside] = position + 1
                inside = (*_numbered(inside, counts), position)
            else:
                inside = _numbered(inside, counts)
            start, end = header.span(2)
        elif key:
            start, end = key.span(1)
        else:
            continue
        route = inside if header else (*inside, *_route(key[1] if key else ""))
        if route[: len(_TABLE)] == _TABLE:
            spans.setdefault(route[len(_TABLE) :], Span(number, start + 1, number, end + 1))
    return spans


def _route(written: str) -> Route:
    return tuple(part.strip("\"'") for part in _PART.findall(written))


def _numbered(route: Route, counts: dict[Route, int]) -> Route:
    """Return a route with the position of each list of tables that it leads through."""
    steps: list[Step] = []
    plain: Route = ()
    for step in route[:-1]:
        plain = (*plain, step)
        steps.append(step)
        if plain in counts:
            steps.append(counts[plain] - 1)
    return (*steps, *route[-1:])
