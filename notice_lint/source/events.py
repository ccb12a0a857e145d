"""Parser events, from PyYAML's C parser or, where that is missing, from its pure one."""

from collections.abc import Callable
from typing import Any

from yaml.events import ScalarEvent
from yaml.parser import Parser
from yaml.reader import Reader
from yaml.scanner import Scanner, ScannerError

CParser: Any
try:
    from yaml._yaml import CParser
except ImportError:  # PyYAML built without libyaml
    CParser = None

C_PARSER: bool = CParser is not None
"""Whether the fast parser is there. Without it everything works the same, a hundred times more slowly."""


def events(text: str, *, pure: bool = False) -> Callable[[], Any]:
    """Return a function that gives the next event each time; it raises PyYAML's own errors."""
    if pure or not C_PARSER:
        return _PureEvents(text).get
    get_event: Callable[[], Any] = CParser(text).get_event
    return get_event


class _PureEvents(Reader, Scanner, Parser):
    """The pure parser, as strict about escapes as libyaml is."""

    def __init__(self, text: str) -> None:
        self._text = text
        Reader.__init__(self, text)
        Scanner.__init__(self)
        Parser.__init__(self)

    def get(self) -> Any:
        """Return the next event."""
        try:
            event = self.get_event()  # type: ignore[no-untyped-call]  # PyYAML's stubs have no types here
        except (ValueError, OverflowError) as error:  # a number out of range: "\U00110000", %YAML 1.99…
            raise self._out_of_range() from error
        if isinstance(event, ScalarEvent) and event.style == '"' and _has_surrogate(event.value):
            raise ScannerError(None, None, "found an escape for a surrogate", self.get_mark())
        return event

    def _out_of_range(self) -> ScannerError:
        mark: Any = self.get_mark()
        line = self._text.rfind("\n", 0, mark.index) + 1
        what = "directive" if self._text.startswith("%", line) else "escape"
        return ScannerError(None, None, f"found an {what} out of range", mark)


def _has_surrogate(value: str) -> bool:
    return not value.isprintable() and any("\ud800" <= character <= "\udfff" for character in value)
