"""Check notices."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from os import PathLike
from typing import TYPE_CHECKING, NamedTuple

from notice_lint.engine.judge import judge
from notice_lint.engine.pack import Pack
from notice_lint.engine.prepare import prepare
from notice_lint.engine.problem import Context
from notice_lint.engine.rule import Rule
from notice_lint.errors import NothingToCheck, UnreadableNotice
from notice_lint.findings import Finding, Severity
from notice_lint.model.notice import HANDED, Notice
from notice_lint.reference.world import World
from notice_lint.reports.result import CouldNotRun, Judged, Result
from notice_lint.run.elsewhere import Elsewhere, findings_about, findings_elsewhere
from notice_lint.run.hiding import VIEW, Counted, Hiding
from notice_lint.run.plan import Plan
from notice_lint.settings.settings import Settings
from notice_lint.source.document import Document
from notice_lint.source.parse import C_PARSER

if TYPE_CHECKING:  # only reports that picture the flows, and runs with a baseline, load them
    from notice_lint.model.flows import Flows
    from notice_lint.suppress.baseline import Baseline


class Options(NamedTuple):
    """How to check."""

    packs: Sequence[Pack]
    today: date
    only: Sequence[str] = ()
    skip: Sequence[str] = ()
    void: frozenset[str] = frozenset()
    """Decisions and frameworks that are taken for void: what if they fall?"""
    flows: bool = False
    """Whether a report pictures what flows where."""
    settings: Settings = Settings()
    baseline: "Baseline | None" = None
    ignores: bool = True
    """Whether ignores, settings and the baseline may hide findings; without, all are shown."""
    whole: bool = False
    """Whether the run is over all notices that the settings speak of: only then is an entry called unused."""
    place: Callable[[str], str] = str
    """Gives a notice's path from the root of the tree, for its path as users see it."""
    counted: Counted | None = None
    """Which ignores inside notices count; all of them if nothing is said."""
    before: Callable[[Document], Document | None] | None = None
    """Gives the version before of a notice, for rules that compare; None for a notice that is new."""
    beside: str = ""
    """The path of the notice beside which changes.yaml lies, if it is not that of the document."""
    elsewhere: Sequence[Elsewhere] = ()
    """Records of handed-in views in other files, to be judged besides: weakenings of the settings."""


class Source(NamedTuple):
    """A notice to be read: how it is called, and how to get its document."""

    shown: str
    read: Callable[[], Document]
    path: str | PathLike[str] = ""
    """Where its file is; "" if it has none."""


def check(
    sources: Iterable[Source], options: Options, tell: Callable[[str], None] = lambda _: None
) -> Result:
    """Judge notices as on `options.today`. `tell` hears the name of each before it is read.

    A file that cannot be opened and a rule that breaks are part of the result: the others go on.
    Raises `NothingToCheck` if no notice was given, or no rule applies to any, `UsageProblem` for an
    unknown rule or assumption, and `InvalidSettings` for settings that name what does not exist.
    """
    run = Run(options)
    for source in sources:
        tell(source.shown)
        run.judge(source)
    if not run.judged and not run.unread:
        raise NothingToCheck("no notice was found")
    if run.judged and not run.applied:
        raise NothingToCheck("no rule applies to what was found")
    return run.result()


class Run:
    """Gathers what one run finds."""

    def __init__(self, options: Options) -> None:
        self.plan = Plan(options.packs, options.settings, options.today, options.only, options.skip)
        self.world = World(options.today, options.void)
        self.judged: list[Judged] = []
        self.unread: list[tuple[str, str]] = []
        self.applied: set[str] = set()
        self._options = options
        self._hiding = Hiding(self.plan, options.baseline, options.counted) if options.ignores else None
        self._had: set[str] = set()
        self._broken: list[CouldNotRun] = []
        self._findings: list[Finding] = []

    def judge(self, source: Source) -> None:
        """Judge one notice by every rule that applies to it."""
        try:
            document = source.read()
        except UnreadableNotice as error:
            self.unread.append((source.shown, error.reason))
            return
        findings = self._judge(document)
        self._findings += findings
        if findings:  # reports show lines of no other notice, and a thousand texts would fill the memory
            self.judged[-1] = self.judged[-1]._replace(lines=document.lines)

    def _judge(self, document: Document) -> list[Finding]:
        context = prepare(document, self.world, {})
        notice = context.notice
        about = (notice.id, notice.version, notice.reader.language, notice.regimes)
        readable = isinstance(document.data, dict) and not document.flaws
        pictured = flows_of(notice) if self._options.flows and readable else None
        self.judged.append(Judged(document.path, *about, lines=(), readable=readable, flows=pictured))
        ran: set[str] = set()
        place = self._options.place(document.path)
        findings: list[Finding] = []
        for pack, rule in self.plan.rules:
            if rule.for_each in HANDED or (rule.for_each != "document" and not readable):
                continue
            if rule.for_each == "document" or set(rule.regimes) & set(notice.regimes):
                ran.add(rule.name)
            findings += self._found(pack, rule, context, place if readable else None)
        if self._options.before is not None and readable:
            findings += self._changed(context, place, ran)
        self.applied |= ran
        findings = list(numbered(sorted(findings, key=_order)))
        if self._hiding is not None:
            findings, records = self._hiding.notice(document, place, findings, ran)
            about_ignores = findings_about(context, VIEW, records, self.plan.rules) if records else ()
            more = (self._hiding.by_settings(self._graded(one, place), place) for one in about_ignores)
            findings = sorted([*findings, *numbered(sorted(more, key=_order))], key=_order)
        return [self._with_fix(finding, document) for finding in findings]

    def _changed(self, context: Context, place: str, ran: set[str]) -> Iterator[Finding]:
        """Yield what rules that compare find between a notice and its version before."""
        document = context.notice.document
        before = self._options.before(document) if self._options.before is not None else None
        if before is None or before.flaws or not isinstance(before.data, dict):
            return
        from notice_lint.run.revised import VIEWS, compared  # noqa: PLC0415 - most runs compare nothing

        policy = self._options.settings.changes.get("lead") or {}
        beside = self._options.beside or document.path
        handed = compared(before, document, self.world.day, beside, policy)
        own = context._replace(notice=Notice(document, self.world, handed=handed))
        for pack, rule in self.plan.rules:
            if rule.for_each in VIEWS and set(rule.regimes) & set(own.notice.regimes):
                ran.add(rule.name)
                yield from self._found(pack, rule, own, place)

    def _with_fix(self, finding: Finding, document: Document) -> Finding:
        """Return a finding that knows how the tool could put it right."""
        rule = self.plan.by_name[finding.rule]
        if not rule.fix:
            return finding
        from notice_lint.fixes.plan import fixable  # noqa: PLC0415 - a clean notice has nothing to fix

        return finding._replace(fix=fixable(finding, rule, document))

    def _found(self, pack: Pack, rule: Rule, context: Context, place: str | None) -> Iterator[Finding]:
        """Yield what one rule finds; a file that cannot be read is as grave as its rule says: no `place`."""
        try:
            outcome = judge(rule, context._replace(lists=pack.lists))
        except Exception as error:  # noqa: BLE001 - one broken rule must not hide what the others find
            path = context.notice.document.path
            self._broken.append(CouldNotRun(rule.name, path, f"{type(error).__name__}: {error}"))
            return
        if outcome.had_something:
            self._had.add(rule.name)
        for finding in outcome.findings:
            as_own = finding._replace(severity=self.plan.own[rule.name])
            yield as_own if place is None else self._graded(finding, place)

    def _graded(self, finding: Finding, place: str) -> Finding:
        """Return a finding as grave as settings say; what rests on unread reference data stays a warning."""
        severity = self.plan.severity(self.plan.by_name[finding.rule], place)
        if finding.capped and severity is Severity.ERROR:
            return finding
        return finding if finding.severity is severity else finding._replace(severity=severity, capped=False)

    def _elsewhere(self, finding: Finding) -> Finding:
        graded = self._graded(finding, "")
        return self._hiding.by_settings(graded, "") if self._hiding is not None else graded

    def result(self) -> Result:
        """Return what was found."""
        elsewhere = list(self._options.elsewhere)
        if self._hiding is not None:
            elsewhere += self._hiding.elsewhere(whole=self._options.whole)
        regimes = sorted({regime for notice in self.judged for regime in notice.regimes})
        more = [
            self._elsewhere(finding)
            for one in elsewhere
            for finding in findings_elsewhere(one, self.plan.rules, self.world, regimes)
        ]
        views = {one.view for one in elsewhere if one.records}
        views |= {VIEW} if self._hiding is not None and self.judged else set()
        self.applied |= {rule.name for _, rule in self.plan.rules if rule.for_each in views}
        self._had |= {finding.rule for finding in (*self._findings, *more)}
        return Result(
            day=self.world.day,
            reference_data=self.world.as_of,
            stale=self.world.stale,
            assumed=tuple(sorted(self.world.void)),
            notices=tuple(self.judged),
            rules=tuple(rule for _, rule in self.plan.rules if rule.name in self.applied),
            had_something=frozenset(self._had),
            could_not_run=tuple(self._broken),
            could_not_check=tuple(self.unread),
            findings=(*self._findings, *numbered(sorted(more, key=lambda f: (f.path, *_order(f))))),
            quick_parser=C_PARSER,
            others={one.path: one.lines for one in elsewhere if any(f.path == one.path for f in more)},
        )


def _order(finding: Finding) -> tuple[object, ...]:
    return (finding.span, finding.rule, finding.key)


def flows_of(notice: Notice) -> "Flows":
    """Return what flows where in a notice."""
    from notice_lint.model.flows import flows  # noqa: PLC0415 - only reports that picture the flows pay for it

    return flows(notice)


def numbered(findings: Sequence[Finding]) -> Iterator[Finding]:
    """Give an ordinal to findings of one file that rule, route and key do not tell apart."""
    seen: dict[tuple[object, ...], int] = {}
    for finding in findings:
        identity = (finding.rule, finding.notice, finding.route, finding.key)
        ordinal = seen.get(identity, 0)
        seen[identity] = ordinal + 1
        yield finding._replace(ordinal=ordinal) if ordinal else finding


def sources(paths: Iterable[tuple[str | PathLike[str], str]]) -> Iterator[Source]:
    """Yield files as sources, each with its path as users see it."""
    from notice_lint.source.read import read  # noqa: PLC0415 - the standard input needs no files

    for path, shown in paths:
        yield Source(shown, lambda path=path, shown=shown: read(path, shown), path)  # type: ignore[misc] # bound at once
