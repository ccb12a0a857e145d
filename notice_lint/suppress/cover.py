"""One way in which findings are switched off, and what came of it in a run."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from notice_lint.findings import Finding, Ignored, Term
from notice_lint.model.dates import PartialDate
from notice_lint.model.record import SILENT, Record, Value
from notice_lint.source.document import Route, Span


class Known(NamedTuple):
    """The rules that there are: what each can be called, and which are locked."""

    names: Mapping[str, str]
    """The rule's own name, by name, code and earlier names."""
    locked: Mapping[str, str] = {}
    """By rule, the pack that has locked it."""

    def name(self, written: str) -> str:
        """Return the name of the rule that is meant, "" if there is none."""
        return self.names.get(written, "")


class Cover:
    """An ignore, an entry of the settings or of the baseline. It counts what it hides as the run goes on."""

    def __init__(  # noqa: PLR0913 - what is written in one place; only this room and `run` make them
        self,
        names: Sequence[str],
        excuse: Ignored,
        *,
        route: Route = (),
        span: Span | None = None,
        written: str = "",
        malformed: str = "",
        key: str = "",
    ) -> None:
        self.names = tuple(names)
        self.excuse = excuse
        self.route = route
        self.span = span
        self.written = written
        self.malformed = malformed
        self.key = key
        self.ran: set[str] = set()
        """Rules that ran where it could have hidden something."""
        self.met: set[str] = set()
        """Rules that found something which it speaks of."""

    def hides(self, finding: Finding, known: Known, day: date) -> bool:
        """Whether a finding does not count because of it. It is asked only where its place fits."""
        if all(known.name(name) != finding.rule for name in self.names):
            return False
        self.met.add(finding.rule)
        counts = not self.malformed and self.excuse.explained and not self.excuse.expired(day)
        return counts and finding.rule not in known.locked

    def record(self, known: Known, day: date) -> Record:
        """Return what rules may ask of it, once nothing more can be hidden by it."""
        unknown = tuple(name for name in self.names if not known.name(name))
        locked = [known.name(name) for name in self.names if known.name(name) in known.locked]
        unused = [name for name in self.names if self._unused(known.name(name), known)]
        values: dict[str, Value] = {
            "how": self.excuse.how,
            "written": self.written,
            "malformed": Term("phrase", f"ignore.malformed.{self.malformed}") if self.malformed else SILENT,
            "rules": self.names,
            "unknown": unknown,
            "meant": _meant(unknown, known),
            "unused": tuple(unused),
            "locked": tuple(dict.fromkeys(locked)),
            "locked_by": known.locked[locked[0]] if locked else SILENT,
            "reason": self.excuse.reason if self.excuse.explained else SILENT,
            "by": self.excuse.by or SILENT,
            "until": PartialDate.parse(self.excuse.until)
            if self.excuse.until and not self.malformed
            else SILENT,
            "expired": self.excuse.expired(day) and not self.malformed,
        }
        places = dict.fromkeys(values, self.route)
        return Record(self.route, values, places, key=self.key or ",".join(self.names), span=self.span)

    def _unused(self, rule: str, known: Known) -> bool:
        return bool(rule) and rule in self.ran and rule not in self.met and rule not in known.locked


def hidden(finding: Finding, covers: Iterable[Cover], known: Known, day: date) -> Finding:
    """Return a finding with the first excuse that holds; every cover that speaks of it learns of it."""
    excuses = [cover.excuse for cover in covers if cover.hides(finding, known, day)]
    return finding._replace(ignored=excuses[0]) if excuses else finding


def _meant(unknown: Sequence[str], known: Known) -> Term:
    if unknown:
        from notice_lint.i18n.nearest import nearest  # noqa: PLC0415 - only where a name is wrong

        name = nearest(unknown[0], dict.fromkeys(known.names.values()))
        if name:
            return Term("phrase", "references.suggestion", {"name": name})
    return Term("phrase", "said.nothing")
