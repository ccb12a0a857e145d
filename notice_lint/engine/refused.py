"""Which places of a notice cannot be read, because the schema refused what stands there."""

from collections.abc import Iterator, Sequence

from notice_lint.schema.validate import Violation
from notice_lint.source.document import Document, Route


def refused_routes(document: Document, violations: Sequence[Violation]) -> frozenset[Route]:
    """Return the routes at which nothing can be read.

    A misspelt key counts as written under the key that was meant, a misplaced one at its home: what the
    author did write is not reported as missing besides.
    """
    return frozenset(route for violation in violations for route in _refused(document, violation))


def _refused(document: Document, violation: Violation) -> Iterator[Route]:
    if violation.kind == "key-missing":
        return
    yield violation.route
    if violation.kind != "unknown-key":
        return
    meant = violation.args.get("suggestion")
    if isinstance(meant, str) and meant:
        yield (*violation.route[:-1], meant)
    for home in violation.args.get("belongs", ()):
        yield _existing(document, _at(home, violation.route))


def _at(home: str, route: Route) -> Route:
    """Return a home ("recipients.<id>.transfer.basis") as a route, with the ids of where the key stands."""
    steps = enumerate(home.split("."))
    return tuple(route[i] if step == "<id>" and i < len(route) else step for i, step in steps)


def _existing(document: Document, route: Route) -> Route:
    """Return the route, or the first part of it that the document lacks."""
    lengths = range(1, len(route))
    return next((route[:n] for n in lengths if not document.exists(route[:n])), route)
