"""Which findings can be put right, and how: the fixes that rule files name."""

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from notice_lint.engine.rule import Rule
from notice_lint.findings import Finding
from notice_lint.fixes.fix import Fix, RenameKey, SetValue
from notice_lint.fixes.shape import shape_fix
from notice_lint.fixes.written import order_of_keys, quotation_marks, remove_comment, trailing_spaces
from notice_lint.source.document import Document, Route

Fixer = Callable[[Finding, Document], Fix | None]

FIXERS: Mapping[str, Fixer] = {
    "form": shape_fix,
    "quotation-marks": quotation_marks,
    "trailing-spaces": trailing_spaces,
    "order-of-keys": order_of_keys,
    "remove-comment": remove_comment,
}
"""Every fix that a rule file can name under `fix`."""


class Planned(NamedTuple):
    """A fix, and the findings that it is to put right."""

    fix: Fix
    findings: tuple[Finding, ...]


def fixable(finding: Finding, rule: Rule, document: Document) -> str:
    """Return how a finding can be put right by the tool: `safe`, `unsafe`, or "". Cheap: nothing is tried."""
    fix = _fix(finding, rule, document)
    return fix.safety if fix else ""


def plan(
    findings: Iterable[Finding], rules: Mapping[str, Rule], document: Document, *, unsafe: bool
) -> list[Planned]:
    """Return the fixes for these findings, in their order; `unsafe` asks for guesses as well.

    One fix may serve several findings: an id is renamed together with everything that refers to it. What is
    ignored is not fixed.
    """
    planned: dict[object, Planned] = {}
    for finding in findings:
        rule = rules.get(finding.rule)
        fix = _fix(finding, rule, document) if rule and finding.ignored is None else None
        if fix is None or not (fix.safe or unsafe):
            continue
        whole = (
            ("id-form", fix.title)
            if finding.key == "id-form"
            else (finding.rule, finding.route, finding.span)
        )
        before = planned.get(repr(whole), Planned(fix._replace(edits=()), ()))
        merged = fix._replace(edits=(*before.fix.edits, *fix.edits))
        planned[repr(whole)] = Planned(merged, (*before.findings, finding))
    return [_with_places(one, document) for one in planned.values()]


def _with_places(planned: Planned, document: Document) -> Planned:
    """Add the sections that are printed after an entry whose id changes: `after: recipients.Zoom`."""
    sections = document.value(("sections",))
    renamed = {edit.route: edit.key for edit in planned.fix.edits if isinstance(edit, RenameKey)}
    more = []
    for name in sections if isinstance(sections, dict) and renamed else ():
        after = document.value(("sections", name, "after"))
        steps = tuple(after.split(".")) if isinstance(after, str) else ()
        if steps[:2] in renamed and len(steps) > 1:
            now = ".".join((steps[0], renamed[steps[:2]], *steps[2:]))
            more.append(SetValue(("sections", name, "after"), now))
    return planned._replace(fix=planned.fix._replace(edits=(*planned.fix.edits, *more))) if more else planned


def _fix(finding: Finding, rule: Rule, document: Document) -> Fix | None:
    elsewhere = finding.path != document.path  # in the settings, or in a baseline
    if not rule.fix or elsewhere or document.flaws or _through_alias(finding.route, document):
        return None
    fixer = FIXERS.get(rule.fix)
    return fixer(finding, document) if fixer else None


def _through_alias(route: Route, document: Document) -> bool:
    """Whether a place is a repetition: it is mended where it is written."""
    return any(document.written(route[:length]).startswith("*") for length in range(1, len(route) + 1))
