"""Put right what has a fix, round by round, and prove each round before the next one begins."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from notice_lint.engine.rule import Rule
from notice_lint.findings import Finding, Term
from notice_lint.fixes.fix import Cut, Edit, FixRejected, MoveFirst, RenameKey, SetList, SetValue
from notice_lint.fixes.marks import Marks
from notice_lint.fixes.plan import Planned, plan
from notice_lint.fixes.proof import proved
from notice_lint.fixes.splice import Replacement, apart, replacements, spliced
from notice_lint.reports.result import Result
from notice_lint.source.document import Document, Route

_ROUNDS = 40
"""No notice needs more than a few; every round applies or refuses something."""

Judge = Callable[[Document], Result]
"""Judges one document as the run does: same rules, settings and day."""

Identity = tuple[str, Route, str]


class Done(NamedTuple):
    """What was put right: the finding as it stood before, and what changed."""

    finding: Finding
    title: Term
    safe: bool


class Refused(NamedTuple):
    """What could not be put right, and why, to be worded."""

    finding: Finding
    reason: Term


class Fixed(NamedTuple):
    """A document after all rounds."""

    document: Document
    """As it is now; the one that was given, if nothing changed."""
    done: tuple[Done, ...]
    refused: tuple[Refused, ...]
    result: Result
    """What is found in it now."""


def fix(document: Document, judge: Judge, *, unsafe: bool = False) -> Fixed:
    """Apply every fix to a document, until none is left; `unsafe` asks for guesses as well.

    Only form changes. Each text is read again: a fix that changes another value, loses a comment, leaves its
    finding or brings a new one is not applied and is told among `refused`. Nothing is written to a file.
    """
    return _Fixing(document, judge, unsafe=unsafe).run()


class _Trial(NamedTuple):
    """A fix that has its place in the text."""

    planned: Planned
    replacements: tuple[Replacement, ...]


class _Fixing:
    """The rounds of one document."""

    def __init__(self, document: Document, judge: Judge, *, unsafe: bool) -> None:
        self.document = document
        self._judge = judge
        self._unsafe = unsafe
        self.result = judge(document)
        self._done: list[Done] = []
        self._refused: dict[Identity, Refused] = {}

    def run(self) -> Fixed:
        """Return the document after as many rounds as it takes."""
        for _ in range(_ROUNDS):
            trials = self._trials()
            if not trials:
                break
            self._apply([trials[place] for place in apart([one.replacements for one in trials])])
        return Fixed(self.document, tuple(self._done), tuple(self._refused.values()), self.result)

    def _trials(self) -> list[_Trial]:
        """Return the fixes that can be tried now. What has no place yet waits until nothing else is left.

        ruamel, for example, stops at a tab at the end of a line, which another fix removes.
        """
        rules = {rule.name: rule for rule in self.result.rules}
        open_ = [one for one in self.result.findings if _identity(one) not in self._refused]
        planned = plan(open_, rules, self.document, unsafe=self._unsafe)
        planned.sort(key=_shifts_lines)
        marks = Marks(self.document)
        trials, waiting = [], []
        for one in planned:
            try:
                trials.append(_Trial(one, replacements(one.fix, self.document, marks)))
            except FixRejected as error:
                waiting.append((one, error))
        for one, why in () if trials else waiting:
            self._refuse(one, why)
        return trials

    def _apply(self, trials: Sequence[_Trial]) -> None:
        """Apply these fixes together; where that is refused, as many of the first ones as can be."""
        edits = [edit for one in trials for edit in one.planned.fix.edits]
        text = spliced(self.document.text, [new for one in trials for new in one.replacements])
        try:
            after = proved(text, self.document, edits)
            result = self._judge(after)
            self._hold(trials, after, result)
        except FixRejected as error:
            if len(trials) == 1:
                self._refuse(trials[0].planned, error)
            else:
                self._apply(trials[: len(trials) // 2])
            return
        for one in trials:
            safe, title = one.planned.fix.safe, one.planned.fix.title
            self._done += [Done(finding, title, safe) for finding in one.planned.findings]
        self.document, self.result = after, result

    def _hold(self, trials: Sequence[_Trial], document: Document, result: Result) -> None:
        """Raise `FixRejected` unless what was to be mended is gone and nothing new has come.

        A mistake hides what stands behind it: once a key can be read, rules judge its value. What they
        find is no harm of the fix, unless something still calls a renamed entry by its old name. About the
        file itself, nothing new may be found but where the fix is.
        """
        rules = {rule.name: rule for rule in result.rules}
        before, after = _counted(self.result.findings), _counted(result.findings)
        for one in trials:
            for identity, count in _counted(one.planned.findings).items():
                if after[identity] > before[identity] - count:
                    raise FixRejected("finding-stays")
        edits = [edit for one in trials for edit in one.planned.fix.edits]
        mended = [_place_after(edit) for edit in edits]
        old = {str(edit.route[-1]) for edit in edits if isinstance(edit, RenameKey)}
        reveals = any(_is_form(one.planned, rules) for one in trials)
        for rule, route, _ in after - before:
            about_file = rule in rules and rules[rule].for_each == "document"
            if about_file and any(place is not None and route[: len(place)] == place for place in mended):
                continue
            if about_file or not reveals or str(document.value(route)) in old:
                raise FixRejected("new-finding")

    def _refuse(self, planned: Planned, error: FixRejected) -> None:
        for finding in planned.findings:
            reason = Term("phrase", f"fix.refused.{error.reason}")
            self._refused[_identity(finding)] = Refused(finding, reason)


def _shifts_lines(planned: Planned) -> bool:
    """Whether lines move: such fixes come last, so that the others are told at the lines that people know."""
    return any(
        isinstance(edit, MoveFirst) or (isinstance(edit, Cut) and edit.comment) for edit in planned.fix.edits
    )


def _is_form(planned: Planned, rules: Mapping[str, Rule]) -> bool:
    return any(rules[one.rule].fix == "form" for one in planned.findings if one.rule in rules)


def _place_after(edit: Edit) -> Route | None:
    """Return where an edit's thing stands once it is applied; None of one that has no place."""
    if isinstance(edit, RenameKey):
        return (*edit.route[:-1], edit.key)
    return edit.route if isinstance(edit, SetValue | SetList) else None


def _identity(finding: Finding) -> Identity:
    return finding.rule, finding.route, finding.key


def _counted(findings: Iterable[Finding]) -> Counter[Identity]:
    return Counter(_identity(finding) for finding in findings if finding.ignored is None)
