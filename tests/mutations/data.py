"""Mutations about data: what is collected, and for what."""

from collections.abc import Iterable

from notice_lint.source.document import Route
from tests.mutations.change import Data, Mutation, Mutations, Step, in_each_language, routes, value
from tests.mutations.entries import but_not, collected_for, inherited_by_all, stated, without
from tests.mutations.steps import drop, put, say

_ALONE = "no other data were named for this purpose"
_LIMITS = ("data_subjects", "categories", "collections")
_TRIAL = (
    put("purposes.trial.legal_basis", "contract"),
    put("purposes.trial.kinds", ["service"]),
    say(
        "purposes.trial.text",
        fr="Livrer vos colis par drone à Lyon",
        en="Deliver your parcels by drone in Lyon",
        de="Ihre Pakete in Lyon mit einer Drohne liefern",
        nl="Uw pakketten in Lyon met een drone leveren",
    ),
)


def _flag(**marks: object) -> Step:
    """Mark, in the vocabulary, a data category that a collection uses."""

    def step(notice: Data, entry: Route) -> bool:
        notice["data_categories"][entry[-1]].update(marks)
        return True

    return step


def _wherever_collected(notice: Data, entry: Route) -> Iterable[Route]:
    return routes(notice, f"collections.*.categories.{entry[-1]}")


def _its_data(notice: Data, entry: Route) -> Iterable[Route]:
    return collected_for(notice, str(entry[-1]))


def _its_special_data(notice: Data, entry: Route) -> Iterable[Route]:
    return [one for one in _its_data(notice, entry) if value(notice, ("data_categories", one[-1], "special"))]


def _needs_no_condition(notice: Data, entry: Route) -> bool:
    """Accept a category inside a collection none of whose purposes has a condition of Art. 9(2)."""
    return not any(
        "special_condition" in notice["purposes"][one] for one in stated(notice, entry, "purposes")
    )


def _is_explained(notice: Data, entry: Route) -> bool:
    """Accept a category that the vocabulary says to be derived from others."""
    return "inferred_from" in notice["data_categories"][entry[-1]]


DATA: Mutations = {
    "category-without-purpose": (
        Mutation(
            "collections.*",
            (drop("purposes"),),
            at="categories.*",
            where=inherited_by_all("purposes"),
            extras={"purpose-without-data": _ALONE},
        ),
        Mutation(
            "collections.*.categories.*", (put("purposes", []),), extras={"purpose-without-data": _ALONE}
        ),
    ),
    "category-without-legal-basis": (
        Mutation(
            "purposes.*",
            (drop("legal_basis"),),
            at=_its_data,
            where=without(*_LIMITS),
            extras={"purpose-without-legal-basis": "the same defect, told of the purpose"},
        ),
    ),
    "category-without-retention": (
        Mutation(
            "collections.*", (drop("retention"),), at="categories.*", where=inherited_by_all("retention")
        ),
        Mutation("collections.*.categories.*", (put("retention", []),)),
    ),
    "category-unused": (
        Mutation(
            "",
            (
                say(
                    "data_categories.shoe-size.label",
                    fr="Pointure",
                    en="Shoe size",
                    de="Schuhgröße",
                    nl="Schoenmaat",
                ),
            ),
            at="data_categories.shoe-size",
        ),
    ),
    "inferred-data-undisclosed": (
        Mutation(
            "collections.*.categories.*", (put("source", {"kind": "inferred"}),), where=but_not(_is_explained)
        ),
    ),
    "purpose-without-data": (Mutation("", _TRIAL, at="purposes.trial"),),
    "special-category-condition-missing": (
        Mutation(
            "collections.*.categories.*",
            (_flag(special="political-opinions"),),
            at=_wherever_collected,
            where=_needs_no_condition,
            extras={"absolute-promise-contradiction": "the notice promises to ask for no sensitive data"},
        ),
        Mutation("purposes.*", (drop("special_condition"),), at=_its_special_data, where=without(*_LIMITS)),
    ),
    "special-category-unflagged": (
        Mutation(
            "data_categories.*",
            (
                say(
                    "label",
                    fr="Données de santé",
                    en="Health data",
                    de="Gesundheitsdaten",
                    nl="Gezondheidsgegevens",
                ),
            ),
            at=in_each_language("label"),
            where=without("special"),
        ),
    ),
    "criminal-data-authority-missing": (
        Mutation("data_categories.*", (put("criminal", new=True),), where=without("special")),
    ),
}
