"""Findings by the parts of the notice in which they stand, in the order of the file."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from notice_lint.findings import Finding, Severity
from notice_lint.i18n import Catalogue
from notice_lint.reports.result import Judged, Result


class Section(NamedTuple):
    """The findings of one part of a notice."""

    title: str
    anchor: str
    findings: Sequence[Finding]

    def count(self, severity: Severity) -> int:
        """Return how many findings of a severity stand here."""
        return sum(finding.severity is severity for finding in self.findings)


class Chapter(NamedTuple):
    """One file: a notice, or settings that have findings."""

    number: int
    notice: Judged
    sections: Sequence[Section]


def chapters(result: Result, words: Catalogue, *, ignored: bool = False) -> list[Chapter]:
    """Return the files with what counts in each, or also what is ignored; a file without findings as well."""
    by_path: dict[str, list[Finding]] = {}
    for finding in result.findings if ignored else result.counted():
        by_path.setdefault(finding.path, []).append(finding)
    paths = [notice.path for notice in result.notices]
    paths += [path for path in by_path if path not in paths]
    return [
        Chapter(number, result.notice(path), list(_sections(by_path.get(path, []), number, words)))
        for number, path in enumerate(paths, 1)
    ]


def _sections(findings: Sequence[Finding], chapter: int, words: Catalogue) -> Iterator[Section]:
    parts: dict[str, list[Finding]] = {}
    for finding in findings:
        parts.setdefault(_part(finding), []).append(finding)
    for number, (part, found) in enumerate(parts.items(), 1):
        title = words.part(part) if part else words.sentence("page.file")
        yield Section(title[:1].upper() + title[1:], f"part-{chapter}-{number}", found)


def _part(finding: Finding) -> str:
    return str(finding.route[0]) if finding.route else ""
