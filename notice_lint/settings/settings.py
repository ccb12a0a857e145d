"""What settings say: data, each with its place in the file, and nothing that knows rules."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from notice_lint.findings import Ignored
from notice_lint.schema.mistake import Placed
from notice_lint.source.document import Route
from notice_lint.source.patterns import any_matches
from notice_lint.source.tree import relative


class Grade(NamedTuple):
    """Another severity for a rule, as an override or the top level says it."""

    rule: str
    severity: str
    excuse: Ignored
    route: Route


class Skip(NamedTuple):
    """Findings that do not count: of these rules, in the notices that a pattern names, in all without one."""

    rules: tuple[str, ...]
    notices: tuple[str, ...]
    excuse: Ignored
    route: Route


class PackOff(NamedTuple):
    """A pack that is switched off."""

    name: str
    excuse: Ignored
    route: Route


class Only(NamedTuple):
    """The only rules that run."""

    rules: tuple[str, ...]
    excuse: Ignored
    route: Route


class Override(NamedTuple):
    """What holds for the notices that some pattern names."""

    notices: tuple[str, ...]
    severity: tuple[Grade, ...]
    skip: tuple[Skip, ...]
    fail_on: str
    route: Route

    def holds_for(self, path: str) -> bool:
        """Whether it speaks of a notice; `path` is relative to the settings file."""
        return any_matches(path, self.notices)


class Settings(NamedTuple):
    """One settings file as read; without one, nothing is set.

    Everything that names a file is relative to `folder`, which is relative to the root of the tree.
    """

    path: str = ""
    """As users see it; "" if there is no file."""
    folder: str = ""
    data: Mapping[str, Any] = {}
    """The plain values, by key."""
    document: Placed | None = None
    lines: Sequence[str] = ()
    severity: tuple[Grade, ...] = ()
    skip: tuple[Skip, ...] = ()
    only: Only | None = None
    packs: tuple[PackOff, ...] = ()
    overrides: tuple[Override, ...] = ()

    def text(self, key: str) -> str:
        """Return a plain value, "" if it is not set."""
        return str(self.data.get(key) or "")

    def texts(self, key: str) -> tuple[str, ...]:
        """Return a list of plain values, empty if it is not set."""
        return tuple(str(one) for one in self.data.get(key) or ())

    def fail_on_for(self, place: str, otherwise: str) -> str:
        """Return from which severity on a notice fails, by the last override that says it.

        `place` is the notice's path from the root of the tree.
        """
        below = relative(place, self.folder) if self.overrides else ""
        found = (one.fail_on for one in reversed(self.overrides) if one.fail_on and one.holds_for(below))
        return next(found, otherwise)

    def line(self, route: Route) -> int:
        """Return the line of a key, counting from 1; 0 if there is no file."""
        return self.document.key_span(route).line if self.document is not None else 0

    @property
    def changes(self) -> Mapping[str, Any]:
        """What is set under `changes`, as it stands."""
        return self.data.get("changes") or {}
