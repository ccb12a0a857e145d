"""One change of a pull request by which less is found, with its place in the file as it is now."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from notice_lint.findings import Arg, Term
from notice_lint.model.dates import PartialDate
from notice_lint.model.record import SILENT, Record, Value
from notice_lint.source.document import Route, Span

FIRST = Span(1, 1, 1, 1)
"""The place in a file that is gone."""


class Change(NamedTuple):
    """The same within one settings file, not placed yet; `kind` names its sentence: `gate.skip`."""

    kind: str
    route: Route
    rules: tuple[str, ...] = ()
    before: str = ""
    after: str = ""
    args: Mapping[str, Arg] = {}


class Weakening(NamedTuple):
    """What was lowered. `before` and `after` are as written, "" where nothing stood or stands."""

    what: str
    """One of `model.views.handed.WEAKENED`."""
    detail: Term
    path: str
    """The file in which it was changed, as users see it."""
    span: Span = FIRST
    route: Route = ()
    rules: tuple[str, ...] = ()
    before: str = ""
    after: str = ""

    def record(self, accepted: str = "") -> Record:
        """Return what rules may ask of it; `accepted` is the reason for which somebody accepts it."""
        values: dict[str, Value] = {
            "what": self.what,
            "detail": self.detail,
            "rules": self.rules,
            "path": self.path,
            "before": self.before or SILENT,
            "after": self.after or SILENT,
            "accepted": bool(accepted),
        }
        key = " ".join(map(str, (self.detail.value, *self.rules, self.before, self.after)))
        return Record(self.route, values, dict.fromkeys(values, self.route), key=key, span=self.span)


def detail(kind: str, /, **args: Arg) -> Term:
    """Return the sentence that says what was changed."""
    return Term("phrase", f"gate.{kind}", args)


def listed(names: Sequence[str]) -> Term:
    """Return names as an argument of a sentence."""
    return Term("list", tuple(names))


def longer(before: str | None, after: str | None) -> bool:
    """Whether an end date was put off or taken away. A date that cannot be read counts as none."""
    ends = [_last(one) for one in (before, after)]
    return ends[0] is not None and (ends[1] is None or ends[1] > ends[0])


def _last(until: str | None) -> str | None:
    try:
        return PartialDate.parse(until).last.isoformat() if until else None
    except ValueError:
        return None
