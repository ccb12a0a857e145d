"""The operator about how a file is written: nothing here changes what the notice says."""

from collections.abc import Iterator, Mapping

from notice_lint.engine.problem import Context, Problem
from notice_lint.model.record import Record
from notice_lint.source.blanks import blanks_at_line_ends
from notice_lint.source.document import Document, Route, Span, WholeNumber
from notice_lint.source.misread import misread

PARTS = ("trailing-spaces", "order-of-keys", "quotation-marks")
"""What can be asked."""

_FIRST = ("format", "notice")


def layout(_record: Record, parameters: Mapping[str, str], context: Context) -> Iterator[Problem]:
    """Find what is untidy in one `part`; a text with flaws has worse to tell."""
    document = context.notice.document
    if not document.flaws and isinstance(document.data, dict):
        yield from _JUDGES[parameters["part"]](document)


def _trailing_spaces(document: Document) -> Iterator[Problem]:
    """Find all blanks at ends of lines as one problem: a file that has many has them everywhere."""
    found = blanks_at_line_ends(document)
    if found:
        start, end = found[0]
        line = document.text.count("\n", 0, start) + 1
        column = start - (document.text.rfind("\n", 0, start) + 1) + 1
        span = Span(line, column, line, column + end - start)
        yield Problem((), {"value": len(found), "reading": ""}, span=span)


def _order_of_keys(document: Document) -> Iterator[Problem]:
    keys = list(document.data) if isinstance(document.data, dict) else []
    wanted = [key for key in _FIRST if key in keys]
    misplaced = next((key for place, key in enumerate(wanted) if keys[place] != key), None)
    if misplaced is not None:
        yield Problem((misplaced,), {"value": misplaced, "reading": ""}, at_key=True)


def _quotation_marks(document: Document) -> Iterator[Problem]:
    for route, at_key, value in _scalars((), document.data):
        reading = misread(value)
        if reading and _plain(document, route, value, at_key=at_key):
            yield Problem(route, {"value": value, "reading": reading}, key=value, at_key=at_key)


def _plain(document: Document, route: Route, value: str, *, at_key: bool) -> bool:
    """Whether it stands without quotation marks."""
    if not at_key:
        return document.written(route) == value
    span = document.key_span(route)
    return document.lines[span.line - 1][span.column - 1 :].startswith(value)


def _scalars(route: Route, data: object) -> Iterator[tuple[Route, bool, str]]:
    """Yield every key and value that could be read otherwise: route, whether it is the key, source text."""
    if isinstance(data, dict):
        for key, value in data.items():
            yield (*route, key), True, key
            yield from _scalars((*route, key), value)
    elif isinstance(data, list):
        for place, value in enumerate(data):
            yield from _scalars((*route, place), value)
    elif isinstance(data, str | WholeNumber):
        yield route, False, data.written if isinstance(data, WholeNumber) else data


_JUDGES = {
    "trailing-spaces": _trailing_spaces,
    "order-of-keys": _order_of_keys,
    "quotation-marks": _quotation_marks,
}
