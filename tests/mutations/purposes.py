"""Mutations about purposes and their legal bases."""

from collections.abc import Callable, Iterable

from notice_lint.source.document import Route
from tests.mutations.change import Data, Mutation, Mutations, routes, value
from tests.mutations.entries import both, has, inherited_by_all, without
from tests.mutations.sound import languages
from tests.mutations.steps import add, drop, put, put_each, put_found, say

_SAME_LAW = "the law was named for the basis and for the condition"
_INTERESTS = has(legal_basis="legitimate-interests")


def _bases_with(wanted: str, *, alone: bool = False) -> Callable[[Data, Route], Iterable[Route]]:
    """Find the legal basis of every purpose that rests on one, alone or also with others."""

    def places(notice: Data, _: Route) -> Iterable[Route]:
        for route in routes(notice, "purposes.*.legal_basis"):
            bases = value(notice, route)
            several = [one["basis"] for one in bases] if isinstance(bases, list) else [bases]
            if wanted in several and (len(several) == 1 or not alone):
                yield route

    return places


def _in_first_language(path: str) -> Callable[[Data, Route], Iterable[Route]]:
    """Find a text in the notice's own language."""

    def places(notice: Data, entry: Route) -> Iterable[Route]:
        several = languages(notice)
        return [(*entry, path, several[0]) if len(several) > 1 else (*entry, path)]

    return places


def _reversed_balance(notice: Data, _: Route) -> Iterable[Route]:
    """Find the balancing in English and French: the rule reads no other language."""
    route: Route = ("legal_bases", "legitimate-interests", "balancing")
    several = languages(notice)
    return [(*route, one) for one in several if one in ("en", "fr") and len(several) > 1]


def _first_purpose(key: str) -> Callable[[Data, Route], object]:
    """Return what the first purpose of a collection says."""
    return lambda notice, entry: value(notice, ("purposes", value(notice, (*entry, "purposes"))[0], key))


def _plain(notice: Data, entry: Route) -> bool:
    """Accept a collection with one retention rule and without special categories."""
    first = _first_purpose("special_condition")(notice, entry)
    return isinstance(value(notice, (*entry, "retention")), str) and first is None


PURPOSES: Mutations = {
    "purpose-undescribed": (
        Mutation(
            "purposes.*",
            (say("text", fr="Marketing", en="Marketing", de="Marketing", nl="Marketing"),),
            at=_in_first_language("text"),
        ),
    ),
    "purpose-duplicate": (
        Mutation(
            "collections.*",
            (
                put_found("/purposes.copy.text", _first_purpose("text")),
                put("/purposes.copy.legal_basis", "legal-obligation"),
                say(
                    "/purposes.copy.law", fr="Code civil", en="Civil Code", de="BGB", nl="Burgerlijk Wetboek"
                ),
                add("purposes", "copy"),
            ),
            at="/purposes.copy.text",
            where=both(inherited_by_all("purposes"), _plain),
        ),
    ),
    "purpose-without-data-subject": (
        Mutation("", (drop("collections.*.data_subjects", "purposes.*.data_subjects"),), at="purposes"),
    ),
    "purpose-without-legal-basis": (
        Mutation(
            "purposes.*",
            (drop("legal_basis"),),
            extras={"category-without-legal-basis": "the same defect, told of the data"},
        ),
    ),
    "legal-basis-unknown": (
        Mutation("purposes.*", (put("legal_basis", "legitimate-interest"),), at="legal_basis"),
        Mutation("purposes.*", (put("legal_basis", "GDPR-99-1-a"),), at="legal_basis"),
    ),
    "legal-basis-multiple-unexplained": (
        Mutation(
            "purposes.*",
            (put("legal_basis", ["contract", "legitimate-interests"]),),
            at="legal_basis",
            where=_INTERESTS,
        ),
    ),
    "legal-basis-consent-and-legitimate-interest": (
        Mutation(
            "purposes.*",
            (put("legal_basis", ["consent", "legitimate-interests"]),),
            at="legal_basis",
            where=_INTERESTS,
        ),
    ),
    "legal-obligation-law-missing": (
        Mutation(
            "purposes.*",
            (drop("law"),),
            where=both(has(legal_basis="legal-obligation"), without("special_condition")),
        ),
        Mutation("purposes.*", (put("legal_basis", "legal-obligation"), drop("interest")), where=_INTERESTS),
    ),
    "public-task-law-missing": (
        Mutation("purposes.*", (drop("law"),), where=has(legal_basis="public-task")),
        Mutation("purposes.*", (put("legal_basis", "public-task"), drop("interest")), where=_INTERESTS),
    ),
    "special-category-law-missing": (
        Mutation(
            "purposes.*",
            (drop("special_law"), drop("law")),
            at="special_condition",
            extras={"legal-obligation-law-missing": _SAME_LAW},
        ),
        Mutation(
            "purposes.*", (put("special_condition", "research"),), at="special_condition", where=_INTERESTS
        ),
    ),
    "contract-basis-non-party": (
        Mutation(
            "",
            (put_each("data_subjects.*.relation", "other"),),
            at=_bases_with("contract", alone=True),
        ),
    ),
    "contract-basis-tracking-purpose": (
        Mutation("purposes.*", (put("kinds", ["analytics"]),), at="kinds", where=has(legal_basis="contract")),
    ),
    "vital-interest-unusual": (
        Mutation(
            "purposes.*",
            (put("legal_basis", "vital-interests"), put("kinds", ["billing"]), drop("interest")),
            at="kinds",
        ),
    ),
    "legitimate-interest-missing": (Mutation("purposes.*", (drop("interest"),), where=_INTERESTS),),
    "legitimate-interest-without-basis": (
        Mutation(
            "purposes.*",
            (
                say(
                    "interest.text", fr="Vendre plus", en="Sell more", de="Mehr verkaufen", nl="Meer verkopen"
                ),
            ),
            at="interest.text",
            where=has(legal_basis="consent"),
        ),
    ),
    "legitimate-interest-restates-purpose": (
        Mutation(
            "purposes.*",
            (
                put_found("interest.text", lambda notice, entry: value(notice, (*entry, "text"))),
                put("kinds", ["communication"]),
            ),
            at="interest.text",
            where=_INTERESTS,
        ),
        Mutation(
            "purposes.*",
            (put("interest", "same-as-purpose"), put("kinds", ["communication"])),
            at="interest",
            where=_INTERESTS,
        ),
    ),
    "legitimate-interest-balancing-info": (
        Mutation(
            "",
            (drop("purposes.*.interest.balancing", "legal_bases.legitimate-interests.balancing"),),
            at="purposes",
        ),
    ),
    "legitimate-interest-balancing-reversed": (
        Mutation(
            "",
            (
                say(
                    "legal_bases.legitimate-interests.balancing",
                    fr="Nous avons déterminé que notre intérêt légitime ne l’emporte pas sur vos droits.",
                    en="We found that our legitimate interests do not override your rights.",
                    de="Unsere berechtigten Interessen überwiegen Ihre Rechte nicht.",
                    nl="Onze gerechtvaardigde belangen wegen niet zwaarder dan uw rechten.",
                ),
            ),
            at=_reversed_balance,
        ),
    ),
    "legitimate-interest-public-authority": (
        Mutation(
            "",
            (put("controller.kind", "public-authority"),),
            at=_bases_with("legitimate-interests"),
            extras={"dpo-required-by-profile": "a public authority needs a data protection officer"},
        ),
    ),
}
