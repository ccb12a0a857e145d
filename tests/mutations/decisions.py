"""Mutations about automated decisions and profiling."""

from collections.abc import Iterable

from notice_lint.source.document import Route
from tests.mutations.change import Data, Mutation, Mutations, Step, routes, value
from tests.mutations.entries import collected_for, has, stated, without
from tests.mutations.steps import drop, put, put_found, say

_PARTS = ("text", "logic", "significance", "consequences", "ground", "safeguards")
_RATING = "/automated_decisions.rating"


def _decision(without: str = "") -> tuple[Step, ...]:
    """Let the notice tell of one automated decision and no other, with all that must be told but one part."""
    words = {
        "fr": "Un programme classe chaque demande d’après trois critères.",
        "en": "A program ranks each application by three criteria.",
        "de": "Ein Programm ordnet jeden Antrag nach drei Merkmalen ein.",
        "nl": "Een programma rangschikt elke aanvraag volgens drie criteria.",
    }
    parts = (say(f"{_RATING}.{part}", **words) for part in _PARTS if part != without)
    purpose = put_found(f"{_RATING}.purposes", lambda notice, _: [[*notice["purposes"]][-1]])
    return (put("/automated_decisions", {}), put("/statements", {}), *parts, purpose)


def _for_its_purpose(notice: Data, entry: Route) -> bool:
    notice["automated_decisions"]["rating"]["purposes"] = [entry[-1]]
    return True


def _health_for_this_alone(notice: Data, entry: Route) -> bool:
    """Make a category of the purpose health data, if no other purpose has them."""
    for category in collected_for(notice, str(entry[-1])):
        once = len(routes(notice, f"collections.*.categories.{category[-1]}")) == 1
        if once and len(stated(notice, category, "purposes")) == 1:
            notice["data_categories"][category[-1]]["special"] = "health"
            return True
    return False


def _say_there_is_none(notice: Data, _: Route) -> Iterable[Route]:
    """Find what denies automated decisions."""
    denied = ("automated_decisions", "none")
    return [denied if value(notice, denied) else denied[:1]]


def _denies_decisions(notice: Data, _: Route) -> bool:
    there = notice["automated_decisions"]
    return there == "none" or "none" in there


DECISIONS: Mutations = {
    "adm-undeclared": (Mutation("", (drop("automated_decisions"), drop("statements")), at="notice"),),
    "adm-contradiction": (
        Mutation(
            "purposes.*",
            (
                put("kinds", ["profiling"]),
                put("/profiling", {}),
                put("/statements", {}),
                say(
                    "text",
                    fr="Calculer votre score de crédit",
                    en="Compute your credit score",
                    de="Ihren Kreditscore berechnen",
                    nl="Uw kredietscore berekenen",
                ),
            ),
            at=_say_there_is_none,
            where=_denies_decisions,
        ),
    ),
    "profiling-contradiction": (
        Mutation(
            "purposes.*",
            (put("kinds", ["profiling"]), put("/profiling", "none"), put("/statements", {})),
            at="/profiling",
        ),
    ),
    "adm-logic-missing": (
        Mutation("", _decision("consequences"), at=_RATING),
        Mutation("automated_decisions.*", (drop("logic"),)),
    ),
    "adm-ground-missing": (
        Mutation("", _decision("ground"), at=_RATING),
        Mutation("automated_decisions.*", (drop("safeguards"),)),
    ),
    "adm-special-category": (
        Mutation(
            "purposes.*",
            (*_decision(), _for_its_purpose),
            at=_RATING,
            where=has(special_condition="health-care"),
        ),
        Mutation(
            "purposes.*",
            (
                *_decision(),
                _for_its_purpose,
                _health_for_this_alone,
                put("special_condition", "employment-law"),
                say(
                    "special_law", fr="Code du travail", en="Labour Code", de="Arbeitsgesetz", nl="Arbeidswet"
                ),
            ),
            at=_RATING,
            where=without("special_condition"),
        ),
    ),
}
