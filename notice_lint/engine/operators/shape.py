"""The operator about the file itself: can it be read, and has it the shape of a notice?"""

from collections.abc import Iterator, Mapping

from notice_lint.engine.problem import Context, Place, Problem
from notice_lint.findings import Term
from notice_lint.i18n.catalogue import country_named
from notice_lint.model.period import Period
from notice_lint.model.record import Record
from notice_lint.schema.told import flaw_retold, violation_retold
from notice_lint.schema.validate import Violation
from notice_lint.source.document import Flaw, Route

PARTS = ("text", "yaml", "hidden-characters", "ids", "keys", "legal-bases", "transfer-bases", "periods")
"""What can be asked: each flaw of the text and each violation of the schema belongs to exactly one part."""

_BROKEN = ("not-utf8", "syntax", "empty")
_HIDDEN = ("control-character", "bidi-character", "invisible-character", "line-break-character")
_MAPS = (
    "joint_controllers",
    "representatives",
    "data_categories",
    "data_subjects",
    "collections",
    "purposes",
    "retention",
    "retention_events",
    "recipients",
    "recipient_groups",
    "automated_decisions",
    "profiling",
    "statements",
    "sections",
)
"""The parts that are keyed by id."""


def shape(_record: Record, parameters: Mapping[str, str], context: Context) -> Iterator[Problem]:
    """Find what is wrong with the text, or with the shape of the notice, in one `part`."""
    part = parameters["part"]
    document = context.notice.document
    for flaw in document.flaws:
        if _part_of_flaw(flaw) == part:
            detail = flaw_retold(flaw)
            related = [Place(flaw.route, None, span) for span in flaw.related]
            yield Problem(flaw.route, {"detail": detail}, related, span=flaw.span, key=flaw.kind)
    for violation in context.violations:
        if _part_of_violation(violation) == part:
            detail = _retold(violation)
            yield Problem(violation.route, {"detail": detail}, key=violation.kind, at_key=violation.at_key)
    if part == "periods":
        yield from _empty_periods(context)
    if part == "ids":
        yield from _claimed_twice(context)


def _part_of_flaw(flaw: Flaw) -> str:
    if flaw.kind in _BROKEN:
        return "text"
    if flaw.kind in _HIDDEN:
        return "hidden-characters"
    if flaw.kind == "duplicate-key":
        return "ids" if _names_a_thing(flaw.route) else "keys"
    return "yaml"


def _names_a_thing(route: Route) -> bool:
    """Whether a key is the id of a thing: `recipients.zoom`, a category inside a collection, a cookie."""
    match route:
        case (str(part), _):
            return part in _MAPS
        case ("collections", _, "categories", _) | ("cookies", "items", _):
            return True
        case _:
            return False


_COUNTRIES = frozenset(("country", "countries", "processing_countries"))


def _retold(violation: Violation) -> Term:
    """Return the sentence for a violation; a country that is written out is answered with its code."""
    told = violation_retold(violation)
    if violation.kind != "value-unknown" or not _COUNTRIES & set(violation.route[-2:]):
        return told
    meant = told.args["suggestion"] or country_named(str(violation.args["value"]))
    return Term("phrase", "violation.country-unknown", {**told.args, "suggestion": meant})


def _part_of_violation(violation: Violation) -> str:
    if violation.kind == "value-unknown" and "legal_basis" in violation.route:
        return "legal-bases"
    if violation.kind == "value-unknown" and "transfer" in violation.route and violation.route[-1] == "basis":
        return "transfer-bases"
    return "periods" if violation.kind == "period-form" else "keys"


def _empty_periods(context: Context) -> Iterator[Problem]:
    for rule in context.notice.view("retention_rules"):
        period, place = rule.value("period"), rule.place("period")
        if isinstance(period, Period) and period.is_nothing and place:
            yield Problem(
                place, {"detail": Term("phrase", "violation.period-nothing", {"value": period.written})}
            )


def _claimed_twice(context: Context) -> Iterator[Problem]:
    """Find an id of today, or an earlier one, that another entry lists under `previous_ids`."""
    reader = context.notice.reader
    for part in _MAPS:
        claims = dict(reader.entries(part))
        for name, route in reader.entries(part):
            for place in reader.items((*route, "previous_ids")):
                earlier = reader.value(place, "id")
                if isinstance(earlier, str) and earlier != name and earlier in claims:
                    detail = Term("phrase", "ids.claimed-twice", {"id": earlier, "by": name})
                    yield Problem(place, {"detail": detail}, [Place(claims[earlier])], key=earlier)
                elif isinstance(earlier, str):
                    claims[earlier] = place
