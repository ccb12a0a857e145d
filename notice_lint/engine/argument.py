"""What fills the braces of a message: labels instead of ids, words instead of codes."""

from collections.abc import Mapping

from notice_lint.engine.problem import Problem
from notice_lint.engine.rule import Rule
from notice_lint.findings import Arg, Term, Text
from notice_lint.model.dates import PartialDate
from notice_lint.model.notice import Notice
from notice_lint.model.period import Period
from notice_lint.model.record import NONE, SILENT, Record, Said, Value
from notice_lint.source.document import Route

_NAMED_IN = {
    "purposes": ("purposes", "text"),
    "categories": ("data_categories", "label"),
    "category": ("data_categories", "label"),
    "used_by": ("data_categories", "label"),
    "collections": ("collections", "label"),
    "data_subjects": ("data_subjects", "label"),
    "recipients": ("recipients", "recipient"),
    "parent": ("recipients", "recipient"),
    "provider": ("recipients", "recipient"),
    "purposes_without_legal_basis": ("purposes", "text"),
    "purposes_without_retention": ("purposes", "text"),
    "purposes_without_condition": ("purposes", "text"),
    "purposes_without_people": ("purposes", "text"),
    "purposes_without_balancing": ("purposes", "text"),
}
"""Fields that hold ids, and where the label of the thing stands: readers are shown labels."""

_INSTEAD = {"country": "organisation"}
"""What a message says where a field says nothing: data can go to an organisation instead of a country."""

_LABELS = ("label", "name", "category", "text")
"""Keys that name a thing, the best first."""


def arguments(rule: Rule, record: Record, problem: Problem, notice: Notice) -> Mapping[str, Arg]:
    """Return what fills the braces of the rule's message: what the problem says, else the record."""
    args = dict(problem.args)
    for name in sorted(rule.placeholders - args.keys()):
        silent = record.value(name) is SILENT and record.value(_INSTEAD.get(name, name)) is not SILENT
        field = _INSTEAD[name] if silent else name
        args[name] = argument(rule.kind(field), field, record.value(field), notice)
    return args


def argument(kind: str, field: str, value: Value, notice: Notice) -> Arg:
    """Return a field's value as an argument of a message: ids become labels, codes and dates terms."""
    match value:
        case Text() | Term():
            return value
        case Said() | Period() | PartialDate() | bool():
            return _term(value)
        case int():
            return value
        case str():
            return _word(kind, field, value, notice)
    members = tuple(_word(kind.removesuffix("s"), field, member, notice) for member in value)
    return Term("countries", value) if kind == "countries" else Term("list", members)


def _term(value: Said | Period | PartialDate | bool) -> Term:  # noqa: FBT001 - a value, not a switch
    match value:
        case Said():
            return Term("phrase", "said.none" if value is NONE else "said.silent")
        case Period():
            return Term("period", value.written)
        case PartialDate():
            return Term("date", value.written)
        case _:
            return Term("word", "yes" if value else "no")


def _word(kind: str, field: str, value: str, notice: Notice) -> Arg:
    if kind == "id":
        return _label(field, value, notice)
    return Term(kind, value) if kind in ("word", "country") else value


def _label(field: str, name: str, notice: Notice) -> Arg:
    """Return what the thing of this id is called; an organisation by its name in the reader's language."""
    if field == "organisation":
        return Term("word", name)
    view, label_field = _NAMED_IN.get(field, ("", ""))
    record = notice.by_id(view).get(name) if view else None
    label = record.value(label_field) if record else None
    return label if isinstance(label, Text) else name


def trail(notice: Notice, route: Route) -> tuple[Arg, ...]:
    """Return a route as readers know it: parts of the notice, and the labels of things instead of ids."""
    steps: list[Arg] = []
    for depth, step in enumerate(route, 1):
        if isinstance(step, int):
            continue
        value = notice.document.value(route[:depth])
        if depth == 1 or (depth == 3 and step == "categories"):  # noqa: PLR2004 - inside a collection
            steps.append(Term("part", step))
        elif isinstance(value, dict):
            steps.append(_thing(notice, step, route[:depth]))
    return tuple(steps)


def _thing(notice: Notice, step: str, route: Route) -> Arg:
    if len(route) > 2 and route[-2] == "categories":  # noqa: PLR2004 - inside a collection
        route = ("data_categories", step)
    labels = (notice.reader.value((*route, key), "text") for key in _LABELS)
    return next((label for label in labels if isinstance(label, Text)), step)
