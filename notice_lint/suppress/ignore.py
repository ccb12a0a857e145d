"""Ignores inside a notice: `# notice-lint: ignore[rule] until 2027-03-01 by J. Doe -- reason`.

A comment at the end of a line speaks of that line; one that has its line to itself, of the next line that is
neither blank nor a comment. It hides findings that begin on that line, and findings anywhere inside a text
that begins there and runs over several lines.
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from notice_lint.findings import Ignored
from notice_lint.i18n.nearest import fold, nearest
from notice_lint.model.dates import PartialDate
from notice_lint.source.document import Comment, Document, Route, Span

_OURS = re.compile(r"#\s*(notice[-_ ]?lint)\b\s*(:?)\s*(.*)", re.IGNORECASE)
_FORM = re.compile(r"ignore\s*\[([^\]]*)\]\s*(.*)")
_REASON = re.compile(r"(?:^|\s)(?:--+|—|–)\s*")
_CLAUSES = ("until", "by")

MALFORMED = ("form", "word", "empty", "rest", "until")
"""What can keep a comment from being read as an ignore; each has a sentence `ignore.malformed.…`."""


class Ignore(NamedTuple):
    """One ignore as it is written. `excuse` tells why, by whom and until when."""

    rules: tuple[str, ...]
    excuse: Ignored
    span: Span
    line: int
    """The line that it speaks of, counting from 1; 0 where none follows."""
    route: Route
    """What stands on that line: the first key or entry that begins there."""
    written: str
    malformed: str = ""
    """One of `MALFORMED`, else nothing. A malformed one hides nothing."""


def ignores(document: Document) -> tuple[Ignore, ...]:
    """Return the ignores of a notice, and what looks like one, in the order of the text."""
    if not _OURS.search(document.text):
        return ()
    found = [(comment, match) for comment in document.comments for match in _marks(comment)]
    if not found:
        return ()
    lines = _Lines(document)
    return tuple(_ignore(comment, match, lines) for comment, match in found if _is_meant(match))


def _marks(comment: Comment) -> Iterator[re.Match[str]]:
    """Yield each place of a comment at which one of ours begins; one comment may hold several."""
    starts = [match.start() for match in re.finditer(r"(?:^|(?<=\s))#", comment.text)]
    ours = [start for start in starts if _OURS.match(comment.text, start)]
    for start, end in pairwise([*ours, len(comment.text)]):
        match = _OURS.match(comment.text, start, end)
        if match:
            yield match


def _is_meant(match: re.Match[str]) -> bool:
    """Whether it is an ignore or meant as one: prose about this tool is not."""
    _, colon, rest = match.groups()
    word, mark = _first_word(rest)
    if colon:
        return bool(rest.strip())
    return word == "ignore" or (mark == "[" and nearest(word, ("ignore",)) == "ignore")


def _first_word(text: str) -> tuple[str, str]:
    found = re.match(r"([\w-]*)\s*(.?)", text)
    return (found[1].casefold(), found[2]) if found else ("", "")


def _ignore(comment: Comment, match: re.Match[str], lines: "_Lines") -> Ignore:
    line = lines.after(comment.line) if comment.alone else comment.line
    written = match[0].rstrip()
    start = comment.column + match.start()
    span = Span(comment.line, start, comment.line, start + len(written))
    body = match[3].strip()
    form = _FORM.fullmatch(body) if match[2] == ":" and match[1] == "notice-lint" else None
    if form is None:
        kind = "form" if fold(_first_word(body)[0]) == "ignore" else "word"
        return Ignore((), Ignored("inline", ""), span, line, lines.route(line), written, kind)
    rules = tuple(name.strip() for name in form[1].split(",") if name.strip())
    excuse, wrong = _excuse(form[2])
    malformed = "" if rules else "empty"
    return Ignore(rules, excuse, span, line, lines.route(line), written, malformed or wrong)


def _excuse(text: str) -> tuple[Ignored, str]:
    """Return what stands after the rules, and what is wrong with it."""
    head, *reasons = _REASON.split(text, maxsplit=1)
    reason = reasons[0].strip() if reasons else ""
    clauses: dict[str, list[str]] = {}
    said: list[str] = []
    for word in head.split():
        name = word.rstrip(":").casefold()
        if name in _CLAUSES and name not in clauses:
            said = clauses[name] = []
        elif not clauses:
            return Ignored("inline", reason), "rest"
        else:
            said.append(word)
    texts = {name: " ".join(words).strip(" ,;") for name, words in clauses.items()}
    until = texts.get("until")
    excuse = Ignored("inline", reason, texts.get("by"), until)
    if not all(texts.values()):
        return excuse, "rest"
    return excuse, "" if until is None or _is_day(until) else "until"


def _is_day(text: str) -> bool:
    try:
        PartialDate.parse(text)
    except ValueError:
        return False
    return True


class _Lines:
    """What stands on which line of a document."""

    def __init__(self, document: Document) -> None:
        self._lines = document.lines
        self._alone = {comment.line for comment in document.comments if comment.alone}
        self._routes: dict[int, Route] = {}
        for route in _routes(document):
            self._routes.setdefault(document.key_span(route).line, route)

    def after(self, line: int) -> int:
        """Return the next line that is neither blank nor a comment alone, 0 if there is none."""
        rest = range(line + 1, len(self._lines) + 1)
        return next((n for n in rest if n not in self._alone and self._lines[n - 1].strip()), 0)

    def route(self, line: int) -> Route:
        """Return the first thing that begins on a line, else the nearest one that begins above it."""
        while line > 0 and line not in self._routes:
            line -= 1
        return self._routes.get(line, ())


def _routes(document: Document) -> Iterator[Route]:
    """Yield every route of a document, in its order. What aliases repeat is met once."""
    seen: set[int] = set()
    todo: list[tuple[Route, object]] = [((), document.data)]
    while todo:
        route, data = todo.pop()
        if route:
            yield route
        if id(data) in seen:
            continue
        if isinstance(data, dict):
            seen.add(id(data))
            todo += [((*route, key), value) for key, value in reversed(data.items())]
        elif isinstance(data, list):
            seen.add(id(data))
            todo += [((*route, index), data[index]) for index in reversed(range(len(data)))]


def reaches(document: Document, route: Route, span: Span) -> frozenset[int]:
    """Return the lines at which an ignore hides a finding: where it begins, and where its text does."""
    if isinstance(document.value(route), dict | list):
        return frozenset((span.line,))
    return frozenset((span.line, document.span(route).line, document.key_span(route).line))
