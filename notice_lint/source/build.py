"""Parser events to plain data: one loop, which refuses what a notice may not use.

Anchors and aliases are allowed within limits: ten processors may share one transfer block.
"""

from collections.abc import Callable
from typing import Any, NamedTuple

from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from notice_lint.source.index import Nodes, line_end, tag_end
from notice_lint.source.scalars import CONSTANTS, DIGITS, FIRST, typed

DEPTH = 40
"""Mappings and lists inside one another; libyaml takes quadratic time, and then crashes, far beyond."""
NODES = 50_000
EVENTS = 2 * NODES + 5
"""More events than this say more nodes than allowed: each node has one, or two with its end."""
SCALAR_BYTES = 64 << 10
ALIASES = 200
EXPANDED = 100_000
"""Nodes that a walk which follows aliases would meet."""

MOST = 20
"""How many flaws of one text are told; nobody reads more before mending the first."""

_MISSING: Any = object()
_ODD_KEYS = frozenset(CONSTANTS) | {"<<"}


class Oddity(NamedTuple):
    """A flaw before its place is known as lines and columns: offsets, or the number of a node."""

    kind: str
    args: dict[str, str]
    start: int
    end: int
    node: int
    holder: int = 0
    """The id of the mapping that has the same key already, of a duplicate."""


class Stop(Exception):
    """Reading cannot go on; the last oddity says why."""


class KeyAside:
    """Stands in a mapping for a key that cannot: a second one of the same name, or an alias."""

    __slots__ = ("written",)

    def __init__(self, written: str) -> None:
        self.written = written


class Anchor:
    """A node that aliases may repeat: what it is, and how much of the document a repetition adds."""

    __slots__ = ("above", "before", "deepest", "size", "value")

    def __init__(self, value: object, before: int, above: int) -> None:
        self.value = value
        self.before = before  # nodes before it, expanded
        self.above = above  # depth at which it stands
        self.deepest = above
        self.size = 0  # known once it is closed


class Builder:
    """Reads one document. What it leaves: `root`, `nodes`, `oddities`, `aside` and `escaped`."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.root: Any = None
        self.nodes = Nodes()
        self.read_to = len(text)
        self.oddities: list[Oddity] = []
        self.aside: list[tuple[dict[Any, object], KeyAside]] = []
        self.escaped: list[tuple[int, str]] = []
        """Numbers and values of double-quoted scalars that hold something unprintable."""
        self._documents = 0
        self._anchors: dict[str, Anchor] = {}
        self._open: list[Anchor] = []
        self._aliases = 0
        self._expanded = 0

    def read(self, get_event: Callable[[], Any]) -> None:  # noqa: C901, PLR0912, PLR0915 - the one hot loop: a call for each event would double its time
        """Read events until the document ends. Raises `Stop`, and whatever `get_event` raises."""
        add_start, add_end = self.nodes.starts.append, self.nodes.ends.append
        add_closer = self.nodes.closers.append
        numbers, first = self.nodes.starts, FIRST
        escapes, anchors, tags = ("\\" in self.text, "&" in self.text, "!" in self.text)
        holder: Any = None
        key = _MISSING
        stack: list[Any] = []
        for _ in range(EVENTS):
            event = get_event()
            kind = type(event)
            if kind is ScalarEvent:
                add_start(event.start_mark.index)
                add_end(event.end_mark.index)
                value = event.value
                if tags and event.tag is not None:
                    self._tagged(event)
                if escapes and event.style == '"' and not value.isprintable():
                    self.escaped.append((len(numbers) - 1, value))
                if key is _MISSING and type(holder) is dict:
                    if anchors and event.anchor is not None:
                        self._anchored(event, value, len(stack))
                    key = value
                    if value in holder or ((value in _ODD_KEYS or value[:1] in DIGITS) and not event.style):
                        key = self._odd_key(value, holder, plain=not event.style)
                    continue
                if value[:1] in first and not event.style:
                    value = typed(value)
                if anchors and event.anchor is not None:
                    self._anchored(event, value, len(stack))
            elif kind is MappingStartEvent or kind is SequenceStartEvent:
                add_start(event.start_mark.index)
                add_end(-1)
                if key is _MISSING and type(holder) is dict:
                    self._stop("key-not-text", event.start_mark.index, key="")
                if event.tag is not None:
                    self._tagged(event)
                value = {} if kind is MappingStartEvent else []
                if key is not _MISSING:
                    holder[key] = value
                elif holder is not None:
                    holder.append(value)
                else:
                    self.root = value
                stack.append(holder)
                if self._open or len(stack) > DEPTH:
                    self._deep(len(stack), event.start_mark.index)
                if event.anchor is not None:
                    self._opened(event, value, len(stack))
                holder, key = value, _MISSING
                continue
            elif kind is MappingEndEvent or kind is SequenceEndEvent:
                add_closer(event.end_mark.index)
                if self._open and self._open[-1].above == len(stack):
                    self._closed()
                holder, key = stack.pop(), _MISSING
                continue
            elif kind is AliasEvent:
                add_start(event.start_mark.index)
                add_end(event.end_mark.index)
                value = self._repeated(event, len(stack))
                if key is _MISSING and type(holder) is dict:
                    key = self._set_aside("key-not-text", holder, key=f"*{event.anchor}")
                    continue
            elif kind is DocumentStartEvent:
                if not self._begun(event.start_mark.index):
                    return
                continue
            elif kind is StreamEndEvent:
                if len(numbers) > NODES:
                    self._stop("too-many-nodes", numbers[NODES], limit=str(NODES))
                return
            else:
                continue
            if key is not _MISSING:
                holder[key] = value
                key = _MISSING
            elif holder is not None:
                holder.append(value)
            else:
                self.root = value
        self._stop("too-many-nodes", numbers[NODES], limit=str(NODES))

    def _begun(self, start: int) -> bool:
        """Return whether to read this document: the first one."""
        self._documents += 1
        if self.text.startswith("%", start):
            self._note("directive", start, self._shown_end(start))
        if self._documents > 1:
            self.read_to = start
            del self.oddities[MOST - 1 :]
            self.oddities.append(Oddity("second-document", {}, start, self._shown_end(start), -1))
        return self._documents == 1

    def _odd_key(self, key: str, holder: dict[Any, object], *, plain: bool) -> str | KeyAside:
        """Note what is wrong with a key, if anything; return what to file its value under."""
        number = len(self.nodes.starts) - 1
        start, end = self.nodes.starts[number], self.nodes.ends[number]
        if plain and key == "<<":
            self._note("merge-key", start, end)
        elif plain and typed(key) is not key:
            self._note("key-not-text", start, end, key=key)
        return self._set_aside("duplicate-key", holder, key=key) if key in holder else key

    def _set_aside(self, kind: str, holder: dict[Any, object], *, key: str) -> KeyAside:
        number = len(self.nodes.starts) - 1
        start, end = self.nodes.starts[number], self.nodes.ends[number]
        if len(self.oddities) < MOST:
            self.oddities.append(Oddity(kind, {"key": key}, start, end, number, id(holder)))
        aside = KeyAside(key)
        self.aside.append((holder, aside))
        return aside

    def _tagged(self, event: Any) -> None:
        start = self.text.find("!", event.start_mark.index)
        end = tag_end(self.text, start)
        self._note("tag", start, end, tag=self.text[start:end])

    def _anchored(self, event: Any, value: object, depth: int) -> None:
        start = self.text.find("&", event.start_mark.index)
        after = start + 1 + len(event.anchor)
        if self.text[after : after + 1].strip(",[]{} \t\r\n"):  # `&R:D` would lose its `&R`
            self._note("syntax", start, start + 1, problem="reserved-character", character="&")
        self._anchors[event.anchor] = anchor = Anchor(value, 0, depth)
        anchor.size = 1

    def _opened(self, event: Any, value: object, depth: int) -> None:
        before = len(self.nodes.starts) + self._expanded
        self._anchors[event.anchor] = anchor = Anchor(value, before, depth)
        self._open.append(anchor)

    def _closed(self) -> None:
        anchor = self._open.pop()
        anchor.size = len(self.nodes.starts) + self._expanded - anchor.before + 1
        if self._open:
            self._open[-1].deepest = max(self._open[-1].deepest, anchor.deepest)

    def _repeated(self, event: Any, depth: int) -> object:
        """Return what an alias stands for, after counting, without walking, what it adds."""
        name, start, end = event.anchor, event.start_mark.index, event.end_mark.index
        self._aliases += 1
        if self._aliases > ALIASES:
            self._stop("too-many-aliases", start, end, limit=str(ALIASES))
        anchor = self._anchors.get(name)
        if anchor is None:
            self._note("unknown-alias", start, end, name=name)
            return None
        if not anchor.size:
            self._stop("recursive-alias", start, end, name=name)
        self._expanded += anchor.size
        if self._expanded + len(self.nodes.starts) > EXPANDED:
            self._stop("alias-expansion", start, end, limit=str(EXPANDED), name=name)
        if isinstance(anchor.value, (dict, list)):
            self._deep(depth + 1 + anchor.deepest - anchor.above, start)
        return anchor.value

    def _deep(self, depth: int, start: int) -> None:
        if depth > DEPTH:
            self._stop("too-deep", start, limit=str(DEPTH))
        if self._open:
            self._open[-1].deepest = max(self._open[-1].deepest, depth)

    def _shown_end(self, start: int) -> int:
        return start + len(self.text[start : line_end(self.text, start)].rstrip())

    def _note(self, kind: str, start: int, end: int, **args: str) -> None:
        if len(self.oddities) < MOST:
            self.oddities.append(Oddity(kind, args, start, end, len(self.nodes.starts) - 1))

    def _stop(self, kind: str, start: int, end: int = 0, **args: str) -> None:
        del self.oddities[MOST - 1 :]
        self._note(kind, start, max(end, start + 1), **args)
        raise Stop
