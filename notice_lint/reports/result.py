"""What every report gets, and all it gets."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from notice_lint.engine.rule import Reference, Rule
from notice_lint.findings import Finding, Severity
from notice_lint.i18n import Catalogue, fill

if TYPE_CHECKING:  # only reports that picture the flows load them
    from notice_lint.model.flows import Flows


class Judged(NamedTuple):
    """A notice that was judged."""

    path: str
    id: str
    version: str
    language: str
    regimes: tuple[str, ...]
    lines: Sequence[str]
    """Empty where nothing was found."""
    readable: bool = True
    """Whether its text could be read as YAML; without, only rules on the file itself have looked at it."""
    flows: "Flows | None" = None
    """What flows where, for reports that picture it: `Options.flows`."""


class CouldNotRun(NamedTuple):
    """A rule that broke on a notice, and why."""

    rule: str
    path: str
    reason: str


class Result(NamedTuple):
    """What one run found. Findings are in the order of files, lines and columns."""

    day: date
    reference_data: str
    stale: bool
    assumed: tuple[str, ...]
    notices: tuple[Judged, ...]
    rules: tuple[Rule, ...]
    had_something: frozenset[str]
    could_not_run: tuple[CouldNotRun, ...]
    could_not_check: tuple[tuple[str, str], ...]
    """Files that could not be opened, each with the reason."""
    findings: tuple[Finding, ...]
    quick_parser: bool = True
    others: Mapping[str, Sequence[str]] = {}
    """Files that are no notices but have findings, such as the settings: their lines, by path."""

    def rule(self, name: str) -> Rule:
        """Return a rule that ran."""
        return next(rule for rule in self.rules if rule.name == name)

    def notice(self, path: str) -> Judged:
        """Return a notice that was judged; of another file, such as the settings, its lines alone."""
        known = next((notice for notice in self.notices if notice.path == path), None)
        return known or Judged(path, "", "", "", (), self.others.get(path, ()))

    def counted(self) -> Iterator[Finding]:
        """Yield the findings that count: those that nothing ignores."""
        return (finding for finding in self.findings if finding.ignored is None)

    def count(self, severity: Severity) -> int:
        """Return how many findings of a severity count."""
        return sum(finding.severity is severity for finding in self.counted())

    @property
    def complete(self) -> bool:
        """Whether everything that was asked could be checked."""
        return not self.could_not_run and not self.could_not_check


def sources_of(finding: Finding, result: Result) -> list[Reference]:
    """Return the law that a finding rests on, under the laws of its notice."""
    regimes = result.notice(finding.path).regimes
    return [
        r for r in result.rule(finding.rule).references if not r.regime or not regimes or r.regime in regimes
    ]


def message(finding: Finding, rule: Rule, words: Catalogue) -> str:
    """Return the finding's sentence in the language of `words`."""
    return fill(rule.words(words.language).message, finding.args, words)
