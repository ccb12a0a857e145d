"""What does not count, and why: ignores in notices, entries of the settings, the baseline."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from notice_lint.findings import Finding
from notice_lint.model.record import Record
from notice_lint.run.elsewhere import Elsewhere
from notice_lint.run.plan import Plan
from notice_lint.source.document import Document, Route
from notice_lint.suppress.cover import Cover, hidden

if TYPE_CHECKING:  # only a run that has them loads them
    from notice_lint.suppress.baseline import Baseline
    from notice_lint.suppress.ignore import Ignore

VIEW = "ignores"
"""The view whose records these are."""

_MARKS = ("notice-lint", "notice lint", "notice_lint", "noticelint")
"""Every ignore, and whatever looks like one, has one of these: a text without them needs no look."""

Counted = Callable[[Document, "Sequence[Ignore]"], "Sequence[Ignore]"]
"""Says which ignores of a notice count: under `--base`, those that stood in the base revision."""


class Hiding:
    """Hides findings of one run, and remembers what came of each way to do so."""

    def __init__(self, plan: Plan, baseline: "Baseline | None", counted: Counted | None = None) -> None:
        self._plan = plan
        self._baseline = baseline
        self._accepting = baseline.covers() if baseline is not None else {}
        """What the baseline accepts, by path and fingerprint."""
        self._accepted_in: dict[str, list[Cover]] = {}
        for (path, _), cover in self._accepting.items():
            self._accepted_in.setdefault(path, []).append(cover)
        self._counted = counted
        self._earlier = {rule.name: rule.was for _, rule in plan.rules if rule.was}
        self._places: set[str] = set()

    def notice(
        self, document: Document, place: str, findings: Sequence[Finding], ran: Collection[str]
    ) -> tuple[list[Finding], list[Record]]:
        """Return a notice's findings, some of them hidden, and records of its ignores.

        `ran` are the rules that were run on it. What keeps a notice from being read cannot be hidden.
        """
        if document.flaws or not isinstance(document.data, dict):
            return list(findings), []
        inline = self._inline(document)
        settings = self._plan.covers(place)
        self._note(place, [*(cover for covers in inline.values() for cover in covers), *settings], ran)
        if inline or settings or self._accepting:
            findings = [self._hidden(document, place, inline, settings, finding) for finding in findings]
        covers = sorted({id(c): c for covers in inline.values() for c in covers}.values(), key=_by_span)
        return list(findings), [cover.record(self._plan.known, self._plan.day) for cover in covers]

    def by_settings(self, finding: Finding, place: str) -> Finding:
        """Return a finding about ignores, which only settings can hide."""
        if finding.rule in self._plan.known.locked or not self._plan.skips:
            return finding
        return hidden(finding, self._plan.covers(place), self._plan.known, self._plan.day)

    def elsewhere(self, *, whole: bool) -> Iterator[Elsewhere]:
        """Yield records of what stands in the settings and in the baseline, once all notices are judged.

        Only a run over everything can tell that an entry hides nothing: `whole`.
        """
        settings = self._plan.settings
        covers = [*(cover for _, cover in self._plan.skips), *self._plan.switched()]
        if not whole:
            for cover in covers:
                cover.ran.clear()
        if covers:
            yield Elsewhere(settings.path, settings.lines, VIEW, self._records(covers))
        if self._baseline is not None:
            document = self._baseline.document
            records = self._records(list(self._of_baseline(self._baseline, whole=whole)))
            yield Elsewhere(document.path, document.lines, VIEW, records)

    def _of_baseline(self, baseline: "Baseline", *, whole: bool) -> Iterator[Cover]:
        """Yield the entries of a baseline; of a group that does not count any more, the group alone."""
        groups: set[Route] = set()
        for entry in baseline.entries:
            cover, group = self._accepting[entry.path, entry.fingerprint], entry.route[:2]
            if entry.excuse.explained and not entry.excuse.expired(self._plan.day):
                if whole and entry.path not in self._places:
                    cover.ran.add(self._plan.known.name(entry.rule))
                cover.span = baseline.document.span(entry.route)
                yield cover
            elif group not in groups:
                groups.add(group)
                key = "until" if entry.excuse.explained else "reason"
                span = baseline.document.span((*group, key))
                yield Cover((), entry.excuse, route=group, span=span, key=str(group[1]))

    def _records(self, covers: Sequence[Cover]) -> list[Record]:
        return [cover.record(self._plan.known, self._plan.day) for cover in covers]

    def _inline(self, document: Document) -> Mapping[int, list[Cover]]:
        """Return the ignores of a notice by the line that they speak of."""
        text = document.text.lower()
        if not any(mark in text for mark in _MARKS):
            return {}
        from notice_lint.suppress.ignore import ignores  # noqa: PLC0415 - most notices have none

        found: Sequence[Ignore] = ignores(document)
        if found and self._counted is not None:
            found = self._counted(document, found)
        by_line: dict[int, list[Cover]] = {}
        for one in found:
            cover = Cover(
                one.rules,
                one.excuse,
                route=one.route,
                span=one.span,
                written=one.written,
                malformed=one.malformed,
            )
            by_line.setdefault(one.line, []).append(cover)
        return by_line

    def _note(self, place: str, covers: Sequence[Cover], ran: Collection[str]) -> None:
        self._places.add(place)
        for cover in covers:
            cover.ran.update(ran)
        for cover in self._accepted_in.get(place, ()):
            cover.ran.update(ran)

    def _hidden(
        self,
        document: Document,
        place: str,
        inline: Mapping[int, list[Cover]],
        settings: Sequence[Cover],
        finding: Finding,
    ) -> Finding:
        covers: list[Cover] = []
        if inline:
            from notice_lint.suppress.ignore import reaches  # noqa: PLC0415 - likewise

            lines = sorted(reaches(document, finding.route, finding.span))
            covers += [cover for line in lines for cover in inline.get(line, ())]
        covers += settings
        if self._accepting:
            from notice_lint.suppress.baseline import keys  # noqa: PLC0415 - only a run with a baseline loads it

            named = keys(finding, place, self._earlier.get(finding.rule, ()))
            covers += [self._accepting[key] for key in named if key in self._accepting]
        return hidden(finding, covers, self._plan.known, self._plan.day) if covers else finding


def _by_span(cover: Cover) -> tuple[int, int]:
    return (cover.span.line, cover.span.column) if cover.span else (0, 0)
