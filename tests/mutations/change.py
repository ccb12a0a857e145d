"""Mutations: one change to a sound notice, made by code, and the places at which a rule must then find it."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from copy import deepcopy
from typing import Any, NamedTuple

from notice_lint.source.document import Document, Route

Data = dict[str, Any]
Where = Callable[[Data, Route], bool]
"""Whether an entry of a notice is one to change."""
Step = Callable[[Data, Route], bool]
"""Changes a notice at an entry; False where there is nothing to change."""
Places = Callable[[Data, Route], Iterable[Route]]
"""The routes at which the rule finds a changed entry, from the changed notice."""


class Mutation(NamedTuple):
    """A change to a notice's data, at the first entry that fits and where every step has something to do."""

    on: str
    """The entry, as a route with dots; `*` stands for any key. "" is the whole notice."""
    do: tuple[Step, ...]
    at: str | Places = ""
    """Where the rule finds it: a path from the entry (see `under`), `*` for every place that fits."""
    where: Where = lambda _notice, _entry: True
    extras: Mapping[str, str] = {}
    """Other rules that may report it as well, each with the reason."""


class TextMutation(NamedTuple):
    """A change to the text of the file, for what data cannot show."""

    change: Callable[[Document], str]
    at: Callable[[Document], Route]
    """Where the rule finds it."""
    extras: Mapping[str, str] = {}


Mutations = Mapping[str, tuple[Mutation | TextMutation, ...]]
"""By rule: what it must find."""


class Mutated(NamedTuple):
    """A changed notice, and where the rule finds the change."""

    notice: Data
    expected: frozenset[Route]


def mutate(mutation: Mutation, notice: Data) -> Mutated | None:
    """Return a changed copy of a notice; None where the mutation has nothing to change in it."""
    for entry in routes(notice, mutation.on):
        if mutation.where(notice, entry):
            copy = deepcopy(notice)
            done = all(step(copy, entry) for step in mutation.do)
            expected = frozenset(_places(mutation, copy, entry)) if done else frozenset()
            if expected:
                return Mutated(copy, expected)
    return None


def _places(mutation: Mutation, changed: Data, entry: Route) -> Iterable[Route]:
    if callable(mutation.at):
        return mutation.at(changed, entry)
    return routes(changed, mutation.at, entry) if "*" in mutation.at else [under(entry, mutation.at)]


def under(entry: Route, path: str) -> Route:
    """Return a route below an entry, or, of a path with a leading "/", below the root."""
    top, steps = ((), path[1:]) if path.startswith("/") else (entry, path)
    return (*top, *(int(step) if step.isdigit() else step for step in steps.split(".") if step))


def routes(data: Any, pattern: str, entry: Route = ()) -> list[Route]:
    """Return every route that exists and fits a pattern, in the order of the notice."""
    found: list[Route] = [()]
    for step in under(entry, pattern):
        found = [(*route, key) for route in found for key in _keys(value(data, route), step)]
    return found


def _keys(holder: Any, step: int | str) -> Iterator[Any]:
    keys = holder if isinstance(holder, dict) else range(len(holder)) if isinstance(holder, list) else ()
    yield from (key for key in keys if step in ("*", key))


def value(data: Any, route: Route) -> Any:
    """Return the value at a route; None where there is none."""
    for step in route:
        if isinstance(data, dict):
            data = data.get(step)
        elif isinstance(data, list) and isinstance(step, int) and step < len(data):
            data = data[step]
        else:
            return None
    return data


def in_each_language(path: str = "") -> Places:
    """Find a text in each of its languages."""

    def places(notice: Data, entry: Route) -> Iterable[Route]:
        route = under(entry, path)
        there = value(notice, route)
        return [(*route, language) for language in there] if isinstance(there, dict) else [route]

    return places
