"""How long a retention rule keeps data, in words for readers: "10 years, from: end of the contract"."""

from collections.abc import Iterator

from notice_lint.changes.labels import Labels, listed
from notice_lint.i18n.terms import Arg, Term, Text
from notice_lint.model.record import Record, said


def kept(labels: Labels, names: tuple[str, ...]) -> Arg | None:
    """Return what some rules of a notice say of time; None where they say nothing."""
    known = labels.notice.by_id("retention_rules")
    worded = [worded for name in names if name in known for worded in _worded(labels, known[name])]
    return listed(worded) if worded else None


def _worded(labels: Labels, rule: Record) -> Iterator[Arg]:
    """Yield how long a rule keeps data, in words: "10 years, from: end of the contract"."""
    args: dict[str, Arg] = {}
    for field in ("period", "from", "until"):
        value = rule.value(field)
        if said(value):
            written = getattr(value, "written", value)
            args[field] = (
                Term("length", written)
                if field == "period"
                else labels.named("retention_events", str(written))
            )
    indefinite, criteria = rule.value("indefinite"), rule.value("criteria")
    if isinstance(indefinite, Text):
        yield Term("phrase", "changes.kept.indefinite")
    elif args.keys() & {"period", "until"}:
        yield Term("phrase", f"changes.kept.{_form(rule, args)}", args)
    elif isinstance(criteria, Text):
        yield criteria
    elif isinstance(rule.value("text"), Text):
        yield rule.value("text")  # type: ignore[misc] # it is a text


def _form(rule: Record, args: dict[str, Arg]) -> str:
    if "period" not in args:
        return "until"
    form = "from" if "from" in args else "period"
    if "until" in args:
        form += "-or-later" if rule.text("whichever") == "last" else "-or"
    return f"{form}.at-most" if rule.value("maximum") is True else form
