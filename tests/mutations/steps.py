"""What mutations do to a notice. A path counts from the changed entry; with a leading "/", from the root."""

from collections.abc import Callable, Mapping
from copy import deepcopy
from typing import Any

from notice_lint.source.document import Route
from tests.mutations.change import Data, Step, routes, under, value
from tests.mutations.sound import languages


def drop(*paths: str) -> Step:
    """Take out what stands at some paths; at least one must be there. `*` stands for any key."""

    def step(notice: Data, entry: Route) -> bool:
        found = [route for path in paths for route in routes(notice, path, entry)]
        for *above, last in reversed(found):
            del value(notice, tuple(above))[last]
        return bool(found)

    return step


def put(path: str, new: object) -> Step:
    """Let something else stand at a path; mappings on the way are made where there are none."""

    def step(notice: Data, entry: Route) -> bool:
        *above, last = under(entry, path)
        holder: Any = notice
        for key in above:
            if not isinstance(value(holder, (key,)), (dict, list)):
                holder[key] = {}
            holder = holder[key]
        holder[last] = deepcopy(new)
        return True

    return step


def put_each(path: str, new: object) -> Step:
    """Let something else stand wherever a path with `*` leads to something."""

    def step(notice: Data, entry: Route) -> bool:
        found = routes(notice, path, entry)
        for *above, last in found:
            value(notice, tuple(above))[last] = deepcopy(new)
        return bool(found)

    return step


def where_there(step: Step) -> Step:
    """Go on also where a step has nothing to change."""

    def always(notice: Data, entry: Route) -> bool:
        step(notice, entry)
        return True

    return always


def put_found(path: str, find: Callable[[Data, Route], object]) -> Step:
    """Let what is found in the notice stand at a path; nothing is done where nothing is found."""

    def step(notice: Data, entry: Route) -> bool:
        new = find(notice, entry)
        return new is not None and put(path, new)(notice, entry)

    return step


def add(path: str, *items: object) -> Step:
    """Add items to a list; it is made where there is none."""

    def step(notice: Data, entry: Route) -> bool:
        there = value(notice, under(entry, path))
        return put(path, [*(there if isinstance(there, list) else []), *items])(notice, entry)

    return step


def remove(path: str, item: object) -> Step:
    """Take an item out of a list, which must hold it."""

    def step(notice: Data, entry: Route) -> bool:
        there = value(notice, under(entry, path))
        if not isinstance(there, list) or item not in there:
            return False
        there.remove(item)
        return True

    return step


def say(path: str, **words: str) -> Step:
    """Let a text say something, in every language of the notice: `say("security", fr="…", en="…", …)`."""
    return put_found(path, lambda notice, _: spoken(notice, words))


def spoken(notice: Data, words: Mapping[str, str]) -> object:
    """Return a text as this notice writes texts: plain, or one for each of its languages."""
    wanted = languages(notice)
    return {one: words[one] for one in wanted} if len(wanted) > 1 else words[wanted[0]]


def rename(path: str, new: str) -> Step:
    """Give a key another name, at its place."""

    def step(notice: Data, entry: Route) -> bool:
        *above, old = under(entry, path)
        holder = value(notice, tuple(above))
        if not isinstance(holder, dict) or old not in holder:
            return False
        pairs = [(new if key == old else key, there) for key, there in holder.items()]
        holder.clear()
        holder.update(pairs)
        return True

    return step
