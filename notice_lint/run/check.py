"""Check notices."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from os import PathLike
from typing import NamedTuple

from notice_lint.engine.judge import judge
from notice_lint.engine.pack import Pack
from notice_lint.engine.prepare import prepare
from notice_lint.engine.rule import Rule
from notice_lint.engine.select import select
from notice_lint.errors import NothingToCheck, UnreadableNotice
from notice_lint.findings import Finding
from notice_lint.reference.world import World
from notice_lint.reports.result import CouldNotRun, Judged, Result
from notice_lint.source.document import Document
from notice_lint.source.parse import C_PARSER


class Options(NamedTuple):
    """How to check."""

    packs: Sequence[Pack]
    today: date
    only: Sequence[str] = ()
    skip: Sequence[str] = ()
    void: frozenset[str] = frozenset()
    """Decisions and frameworks that are taken for void: what if they fall?"""


class Source(NamedTuple):
    """A notice to be read: how it is called, and how to get its document."""

    shown: str
    read: Callable[[], Document]


def check(
    sources: Iterable[Source], options: Options, tell: Callable[[str], None] = lambda _: None
) -> Result:
    """Judge notices as on `options.today`. `tell` hears the name of each before it is read.

    A file that cannot be opened and a rule that breaks are part of the result: the others go on.
    Raises `NothingToCheck` if no notice was given, or no rule applies to any, and `UsageProblem` for an
    unknown rule or assumption.
    """
    world = World(options.today, options.void)
    rules = select(options.packs, options.only, options.skip)
    run = _Run(world, rules)
    for source in sources:
        tell(source.shown)
        run.judge(source)
    if not run.judged and not run.unread:
        raise NothingToCheck("no notice was found")
    if run.judged and not run.applied:
        raise NothingToCheck("no rule applies to what was found")
    return run.result()


class _Run:
    """Gathers what one run finds."""

    def __init__(self, world: World, rules: Sequence[tuple[Pack, Rule]]) -> None:
        self.world = world
        self.rules = rules
        self.judged: list[Judged] = []
        self.unread: list[tuple[str, str]] = []
        self.applied: set[str] = set()
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
        findings = list(self._judge(document))
        findings.sort(key=lambda f: (f.span, f.rule, f.key))
        self._findings += numbered(findings)
        if findings:  # reports show lines of no other notice, and a thousand texts would fill the memory
            self.judged[-1] = self.judged[-1]._replace(lines=document.lines)

    def _judge(self, document: Document) -> Iterator[Finding]:
        context = prepare(document, self.world, {})
        notice = context.notice
        about = (notice.id, notice.version, notice.reader.language, notice.regimes)
        self.judged.append(Judged(document.path, *about, lines=()))
        for pack, rule in self.rules:
            readable = isinstance(document.data, dict) and not document.flaws
            if rule.for_each != "document" and not readable:
                continue
            if rule.for_each == "document" or set(rule.regimes) & set(notice.regimes):
                self.applied.add(rule.name)
            try:
                outcome = judge(rule, context._replace(lists=pack.lists))
            except Exception as error:  # noqa: BLE001 - one broken rule must not hide what the others find
                self._broken.append(CouldNotRun(rule.name, document.path, f"{type(error).__name__}: {error}"))
                continue
            if outcome.had_something:
                self._had.add(rule.name)
            yield from outcome.findings

    def result(self) -> Result:
        """Return what was found."""
        applied = tuple(rule for _, rule in self.rules if rule.name in self.applied)
        return Result(
            day=self.world.day,
            reference_data=self.world.as_of,
            stale=self.world.stale,
            assumed=tuple(sorted(self.world.void)),
            notices=tuple(self.judged),
            rules=applied,
            had_something=frozenset(self._had),
            could_not_run=tuple(self._broken),
            could_not_check=tuple(self.unread),
            findings=tuple(self._findings),
            quick_parser=C_PARSER,
        )


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
        yield Source(shown, lambda path=path, shown=shown: read(path, shown))  # type: ignore[misc] # bound at once
