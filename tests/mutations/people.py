"""Mutations about people: must they give their data, who else gives them, and are they children?"""

from notice_lint.source.document import Route
from tests.mutations.change import Data, Mutation, Mutations, value
from tests.mutations.entries import both, has, inherited_by_all, rests_on, with_keys
from tests.mutations.steps import drop, put, say

_MANDATORY = ("statutory", "contractual", "pre-contractual")
_PAGE = {"version_url": "https://children.example"}
_OTHERS = {"kind": "third-party", "public": False}


def _from_others(notice: Data, entry: Route) -> bool:
    """Accept a collection from third parties."""
    return bool(value(notice, (*entry, "source", "kind")) == "third-party")


def _is_mandatory(notice: Data, entry: Route) -> bool:
    return value(notice, (*entry, "provision", "kind")) in _MANDATORY


PEOPLE: Mutations = {
    "provision-undeclared": (
        Mutation(
            "collections.*",
            (drop("provision"),),
            where=both(has(source="data-subject"), inherited_by_all("provision")),
        ),
        Mutation(
            "", (drop("collections.*.provision", "collections.*.categories.*.provision"),), at="collections"
        ),
    ),
    "provision-consequences-missing": (
        Mutation("collections.*", (drop("provision.consequence"),), at="provision.kind", where=_is_mandatory),
    ),
    "provision-consent-mandatory": (
        Mutation(
            "collections.*",
            (put("provision.kind", "contractual"),),
            at="provision.kind",
            where=both(rests_on("consent"), inherited_by_all("provision")),
        ),
    ),
    "provision-contradicts-basis": (
        Mutation(
            "collections.*",
            (put("provision.kind", "voluntary"),),
            at="provision.kind",
            where=both(rests_on("contract"), inherited_by_all("provision")),
        ),
        Mutation(
            "collections.*",
            (put("provision.kind", "statutory"),),
            at="provision.kind",
            where=both(rests_on("legitimate-interests"), inherited_by_all("provision")),
        ),
    ),
    "source-missing": (
        Mutation("collections.*", (drop("source.who"),), at="source.kind", where=_from_others),
        Mutation(
            "collections.*", (put("source", _OTHERS),), at="source.kind", where=inherited_by_all("source")
        ),
    ),
    "source-category-mismatch": (
        Mutation(
            "",
            (
                put("collections.clubs.source", _OTHERS),
                say(
                    "collections.clubs.source.who",
                    fr="Les clubs de votre ville",
                    en="The clubs of your town",
                    de="Die Vereine Ihrer Stadt",
                    nl="De clubs van uw stad",
                ),
                say(
                    "collections.clubs.label",
                    fr="Par un club",
                    en="From a club",
                    de="Vom Verein",
                    nl="Van een club",
                ),
            ),
            at="collections.clubs.source.kind",
        ),
        Mutation(
            "collections.*",
            (drop("categories"),),
            at="source.kind",
            where=_from_others,
            extras={
                "purpose-without-data": "no other data were named for this purpose",
                "category-unused": "the data that came from there are collected nowhere else",
            },
        ),
    ),
    "indirect-timing-missing": (
        Mutation("collections.*", (drop("source.informed"),), at="source.kind", where=_from_others),
    ),
    "children-undeclared": (Mutation("", (drop("children"),), at="notice"),),
    "children-plain-version-missing": (
        Mutation("", (put("children", {"minimum_age": 15}),), at="children"),
        Mutation("children", (drop("version_url"),), where=with_keys("minimum_age")),
    ),
    "children-age-below-national": (
        Mutation(
            "", (put("children", {"minimum_age": 12, "consent_age": 12, **_PAGE}),), at="children.consent_age"
        ),
    ),
    "children-parental-consent-missing": (
        Mutation("", (put("children", {"minimum_age": 10, "consent_age": 16, **_PAGE}),), at="children"),
        Mutation("children", (drop("parental_consent"),)),
    ),
}
