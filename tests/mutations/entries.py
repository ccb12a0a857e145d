"""Which entries of a notice a mutation fits, and what holds for them."""

from typing import Any

from notice_lint.source.document import Route
from tests.mutations.change import Data, Where, routes, value


def has(**wanted: object) -> Where:
    """Accept an entry that has these values; of a list, one that holds them."""

    def where(notice: Data, entry: Route) -> bool:
        there = [(value(notice, (*entry, key)), want) for key, want in wanted.items()]
        return all(one == want or (isinstance(one, list) and want in one) for one, want in there)

    return where


def with_keys(*keys: str) -> Where:
    """Accept an entry that has all of these keys."""
    return lambda notice, entry: set(keys) <= set(value(notice, entry) or ())


def without(*keys: str) -> Where:
    """Accept an entry that has none of these keys."""
    return lambda notice, entry: not set(keys) & set(value(notice, entry) or ())


def both(*conditions: Where) -> Where:
    """Accept an entry that all conditions accept."""
    return lambda notice, entry: all(condition(notice, entry) for condition in conditions)


def but_not(condition: Where) -> Where:
    """Accept an entry that a condition does not accept."""
    return lambda notice, entry: not condition(notice, entry)


def under_one_law(notice: Data, _: Route) -> bool:
    """Accept an entry of a notice for the GDPR alone."""
    return len(notice["notice"]["regimes"]) == 1


def inherited_by_all(key: str) -> Where:
    """Accept a collection that states something for all of its categories: none states it for itself."""

    def where(notice: Data, entry: Route) -> bool:
        categories = (value(notice, (*entry, "categories")) or {}).values()
        return key in value(notice, entry) and not any(key in (one or {}) for one in categories)

    return where


def stated(notice: Data, category: Route, key: str) -> Any:
    """Return what holds for a category inside a collection: its own statement, else the collection's."""
    own = value(notice, (*category, key))
    return own if own is not None else value(notice, (*category[:2], key))


def rests_on(basis: str) -> Where:
    """Accept a collection, or a category inside one, all of whose purposes rest on one legal basis."""

    def where(notice: Data, entry: Route) -> bool:
        categories = routes(notice, "categories.*", entry) or [entry]
        used = {one for category in categories for one in stated(notice, category, "purposes")}
        return {str(notice["purposes"][one]["legal_basis"]) for one in used} == {basis}

    return where


def collected_for(notice: Data, purpose: str) -> list[Route]:
    """Return every category, inside its collection, that serves a purpose; one that is limited to nothing."""
    collected = routes(notice, "collections.*.categories.*")
    return [route for route in collected if purpose in (stated(notice, route, "purposes") or ())]
