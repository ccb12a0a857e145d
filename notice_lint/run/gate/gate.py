"""A pull request under the rules of its base revision: what it lowers, and what it touches."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from notice_lint.engine.verify import PackFiles
from notice_lint.errors import UnreadableNotice
from notice_lint.findings import Ignored
from notice_lint.reports.result import Result
from notice_lint.run.check import Source
from notice_lint.run.elsewhere import Elsewhere
from notice_lint.run.gate import baseline, notices, packs, settings
from notice_lint.run.gate.excuses import Rules
from notice_lint.run.gate.ignores import compared
from notice_lint.run.gate.touched import Touched, touched
from notice_lint.run.gate.weakening import Weakening
from notice_lint.settings.settings import Settings
from notice_lint.source.document import Document, Span
from notice_lint.source.read import read_bytes
from notice_lint.source.tree import Tree
from notice_lint.suppress.baseline import Baseline
from notice_lint.suppress.ignore import Ignore

VIEW = "weakenings"
RULE = "gate-lowered"


class Side(NamedTuple):
    """What decides about findings, in one revision."""

    tree: Tree
    settings: Settings = Settings()
    baseline: Baseline | None = None
    packs: Sequence[PackFiles] = ()
    """Those of the repository; what comes with the tool no pull request can change."""


class Paths(NamedTuple):
    """How paths from the root of the tree and paths as users see them belong together."""

    place: Callable[[str], str]
    shown: Callable[[str], str]
    looked: notices.Looked = notices.Looked()


class Gate:
    """One run with `--base`. `side` says what is in force; hand `counted` and `elsewhere` to the check.

    `accepted` is the reason for which somebody with the right to do so accepts what is lowered: then the
    head's own settings, packs, baseline and ignores are in force.
    """

    def __init__(self, base: Side, head: Side, rules: Rules, paths: Paths, accepted: str = "") -> None:
        self.base, self.head, self.rules, self.paths, self.accepted = base, head, rules, paths, accepted
        self.side = head if accepted else base
        self.elsewhere: list[Elsewhere] = []
        self._honoured: dict[str, frozenset[Span]] = {}
        self._touched: dict[str, Touched] = {}
        self._judged: dict[str, str] = {}
        self._earlier: dict[str, Document | None] = {}
        self._add(settings.lowered(base.settings, head.settings, rules), head.settings.lines)
        if head.baseline is not None:
            self._add(baseline.lowered(base.baseline, head.baseline), head.baseline.document.lines)
        for one in packs.lowered(base.packs, head.packs):
            self._add([one], self._lines(one.path))

    def sources(self, sources: Iterable[Source]) -> Iterator[Source]:
        """Yield notices to be judged; each is compared with the base revision when it is read.

        After the last one, notices that are no longer looked at are found.
        """
        for source in sources:
            yield Source(source.shown, lambda source=source: self._read(source))  # type: ignore[misc] # bound at once
        trees, looked = (self.base.tree, self.head.tree), self.paths.looked
        for path, why in notices.unchecked(*trees, self.base.settings, looked, self._judged):
            self._add([notices.unchecked_weakening(path, why, self.paths.shown(path))], ())

    def counted(self, document: Document, found: Sequence[Ignore]) -> Sequence[Ignore]:
        """Return the ignores of a notice that count: those that stood in the base revision."""
        if self.accepted:
            return found
        honoured = self._honoured.get(document.path, frozenset())
        return [one for one in found if one.span in honoured]

    def before(self, document: Document) -> Document | None:
        """Return a notice that was read as the base revision has it; None for one that is new."""
        return self._earlier.get(document.path)

    def marked(self, result: Result) -> Result:
        """Return a result with what the change touched marked, and with what was accepted ignored."""
        excuse = Ignored("accepted", self.accepted)
        findings = []
        for finding in result.findings:
            if finding.rule == RULE:
                kept = finding.ignored or (excuse if self.accepted else None)
                findings.append(finding._replace(touched=True, ignored=kept))
                continue
            asked = self._touched.get(finding.path)
            mark = asked is not None and asked(finding.route, finding.span)
            findings.append(finding._replace(touched=True) if mark else finding)
        return result._replace(findings=tuple(findings))

    def _read(self, source: Source) -> Document:
        document = source.read()
        place = self.paths.place(document.path)
        before = self._earlier[document.path] = self._before(place, document)
        found = compared(before, document, self.rules.names)
        self._honoured[document.path] = found.honoured
        self._touched[document.path] = touched(before, document)
        notice = document.value(("notice", "id"))
        self._judged[place] = notice if isinstance(notice, str) else ""
        lowered = [*found.found, *(notices.regimes(before, document) if before else ())]
        self._add(lowered, document.lines)
        return document

    def _before(self, place: str, document: Document) -> Document | None:
        """Return the notice as the base revision has it: at the same path, else under its old name."""
        content = self.base.tree.read(place)
        if content is None:
            place = self._renamed(document)
            content = self.base.tree.read(place) if place else None
        try:
            return read_bytes(content, document.path) if content is not None else None
        except UnreadableNotice:
            return None

    def _renamed(self, document: Document) -> str:
        """Return where the base revision has a notice that is now elsewhere, "" for one that is new."""
        wanted = document.value(("notice", "id"))
        return self._gone.get(wanted, "") if isinstance(wanted, str) else ""

    @cached_property
    def _gone(self) -> Mapping[str, str]:
        """Notices of the base revision at whose path there is nothing any more, by id."""
        known = notices.notices_in(self.base.tree, self.base.settings, notices.Looked())
        gone = [path for path in known if self.head.tree.read(path) is None]
        return {notices.id_of(self.base.tree, path): path for path in reversed(gone)}

    def _lines(self, path: str) -> Sequence[str]:
        content = self.head.tree.read(self.paths.place(path))
        return content.decode("utf-8", "replace").splitlines() if content is not None else ()

    def _add(self, found: Sequence[Weakening], lines: Sequence[str]) -> None:
        by_path: dict[str, list[Weakening]] = {}
        for one in found:
            by_path.setdefault(one.path, []).append(one)
        for path, some in by_path.items():
            self.elsewhere.append(Elsewhere(path, lines, VIEW, [one.record(self.accepted) for one in some]))
