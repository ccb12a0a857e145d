"""Mutations about who is responsible: controller, joint controllers, representatives, the DPO."""

from notice_lint.source.document import Route
from tests.mutations.change import Data, Mutation, Mutations
from tests.mutations.entries import under_one_law
from tests.mutations.steps import add, drop, put, put_found

_WAYS = ("address", "email", "phone", "url")
_PARTNER = {"name": "Partner GmbH", "country": "DE", "email": "privacy@partner.example"}
_JOINT = (
    put("joint_controllers", {"partner": _PARTNER}),
    put_found("joint_controllers.partner.purposes", lambda notice, _: [next(iter(notice["purposes"]))]),
)
_OFFICER = {"name": "Camille Roy", "email": "dpo@example.example"}
_NO_BRITON = {"uk-representative-missing": "the British representative goes with the others"}
_NO_ARRANGEMENT = {"joint-controller-essence-missing": "a partner that is new has no arrangement yet"}


def _inside(notice: Data, _: Route) -> bool:
    """Accept a notice whose controller is established in the EEA."""
    return bool(notice["controller"]["country"] != "US")


IDENTITY: Mutations = {
    "controller-identity-missing": (
        Mutation("controller", (drop("name"),)),
        Mutation(
            "",
            (drop("controller"),),
            at="notice",
            extras={
                "controller-contact-missing": "nobody is named, so nobody can be reached",
                "controller-country-missing": "nobody is named, so no country is",
            },
        ),
    ),
    "controller-contact-missing": (Mutation("controller", (drop(*_WAYS),)),),
    "controller-contact-single-channel": (
        Mutation("controller", (drop("email", "phone", "url"), drop("/requests.email", "/requests.url"))),
    ),
    "controller-country-missing": (Mutation("controller", (drop("country"),)),),
    "controller-register-number-missing": (
        Mutation("controller", (drop("register_number"),), where=_inside),
    ),
    "eu-representative-missing": (
        Mutation(
            "",
            (put("controller.country", "US"), put("representatives", "none")),
            at="controller.country",
            extras=_NO_BRITON,
        ),
    ),
    "eu-representative-not-in-audience": (
        Mutation(
            "",
            (
                put("controller.country", "US"),
                put("representatives", {"union": {**_PARTNER, "country": "MT"}}),
            ),
            at="representatives.union.country",
            extras=_NO_BRITON,
        ),
    ),
    "uk-representative-missing": (
        Mutation("", (drop("representatives.uk"),), at="controller.country"),
        Mutation(
            "",
            (
                put("notice.regimes", ["eu-gdpr", "uk-gdpr"]),
                add("notice.audience.countries", "GB"),
            ),
            at="controller.country",
            where=under_one_law,
            extras={
                "transfer-uk-tool-mismatch": "the standard clauses have no British addendum",
                "transfer-adequacy-scope": "the certifications do not extend to the United Kingdom",
                "uk-controller-complaint-missing": "British law asks for complaints to the controller",
                "language-audience-mismatch": "the notice does not exist in English",
            },
        ),
    ),
    "representative-superfluous": (
        Mutation(
            "",
            (put("representatives.union", _PARTNER),),
            at="representatives.union",
            where=_inside,
        ),
    ),
    "dpo-undeclared": (Mutation("", (drop("dpo"),), at="notice"),),
    "dpo-contact-missing": (Mutation("", (put("dpo", {"name": "Camille Roy"}),), at="dpo"),),
    "dpo-required-by-profile": (
        Mutation("", (put("controller.large_scale", ["monitoring"]), put("dpo", "none")), at="dpo"),
    ),
    "dpo-conflict-of-interest": (
        Mutation(
            "",
            (put("controller.legal_representative", _OFFICER["name"]), put("dpo", _OFFICER)),
            at="dpo.name",
        ),
    ),
    "joint-controller-incomplete": (
        Mutation(
            "",
            (*_JOINT, drop("joint_controllers.partner.email")),
            at="joint_controllers.partner",
            extras=_NO_ARRANGEMENT,
        ),
        Mutation("joint_controllers.*", (drop("name"),)),
    ),
    "joint-controller-essence-missing": (
        Mutation("", _JOINT, at="joint_controllers.partner"),
        Mutation("joint_controllers.*", (drop("arrangement"),)),
    ),
    "joint-controller-scope-missing": (
        Mutation(
            "",
            (put("joint_controllers", {"partner": _PARTNER}),),
            at="joint_controllers.partner",
            extras=_NO_ARRANGEMENT,
        ),
    ),
}
