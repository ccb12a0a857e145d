"""Where in the file a place of the canonical form is written, so that a change can be shown at its line."""

from typing import Any

from notice_lint.changes.canonical_form import INHERITED
from notice_lint.changes.canonical_values import plain
from notice_lint.changes.comparison import Entry
from notice_lint.changes.prose import fold
from notice_lint.model.notice import Notice
from notice_lint.source.document import Route, Step


def route_of(notice: Notice, entry: Entry, path: Route = ()) -> Route:
    """Return the route in the file of what an entry says at `path`, or of the nearest thing that is written.

    What a category has of its collection stands at the collection, a member of a set at its item, a
    transfer at its block.
    """
    place, rest = _start(notice, entry, path)
    raw = notice.document.value(place)
    if rest[:1] == ("transfer",) and isinstance(raw, dict) and "transfer" in raw:
        block = _block(notice, (*place, "transfer"), rest[1:])
        return block if len(rest) < 4 else _walked(notice, block, rest[3:])  # noqa: PLR2004 - country, basis, key
    return _walked(notice, place, rest)


def _start(notice: Notice, entry: Entry, path: Route) -> tuple[Route, Route]:
    """Return from where the path goes on in the file."""
    value = notice.document.value(entry.route)
    if entry.part in ("rights", "security") and path:
        return entry.route, path[1:]
    if path[:1] == ("none",) or (entry.id == "none" and path):
        return (*entry.route, "none") if isinstance(value, dict) else entry.route, path[1:]
    if entry.part == "categories" and path and path[0] in INHERITED:
        own = notice.document.value((*entry.route, path[0])) is not None
        return entry.route if own else entry.route[:2], path
    return entry.route, path


def _walked(notice: Notice, place: Route, path: Route) -> Route:
    for step in path:
        raw = notice.document.value(place)
        if isinstance(raw, dict) and step in raw:
            place = (*place, step)
        elif isinstance(raw, list):
            index = next((index for index, item in enumerate(raw) if _is(notice, item, step)), None)
            if index is None:
                return place
            place = (*place, index)
        elif step == "":
            continue  # for all purposes: the same rules stand one step further up
        else:
            return place
    return place


def _is(notice: Notice, item: Any, step: Step) -> bool:
    """Whether an item of a list is what a set, or a mapping by basis, language or version, calls `step`."""
    if not isinstance(item, dict):
        return plain(item) == step or fold(plain(item)) == step or _code(notice, item) == step
    said = [item.get(key) for key in ("basis", "version", "url", notice.reader.language)]
    return any(plain(text) == step or fold(plain(text)) == step for text in said if text)


def _code(notice: Notice, item: object) -> str:
    return notice.world.canonical_country(plain(item))


def _block(notice: Notice, place: Route, path: Route) -> Route:
    """Return the transfer block of a country and a basis; one without a country stands for each."""
    raw = notice.document.value(place)
    if not isinstance(raw, list) or not path:
        return place
    best, found = 0, place
    for index, block in enumerate(raw):
        if not isinstance(block, dict):
            continue
        country = _code(notice, block.get("country"))
        if country not in (path[0], ""):
            continue
        fits = 1 + (country == path[0]) + 2 * (len(path) > 1 and plain(block.get("basis")) == path[1])
        if fits > best:
            best, found = fits, (*place, index)
    return found
