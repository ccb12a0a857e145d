"""Mutations about rights."""

from collections.abc import Iterable

from notice_lint.source.document import Route
from tests.mutations.change import Data, Mutation, Mutations, in_each_language
from tests.mutations.entries import but_not, has, under_one_law, with_keys
from tests.mutations.steps import add, drop, put, put_each, remove, say, where_there

_NOTHING_PORTABLE = (
    put_each("/purposes.*.legal_basis", "vital-interests"),
    where_there(put_each("/purposes.*.special_condition", "vital-interests")),
    drop("/purposes.*.interest"),
)
_NO_CONSENT = {"cookie-consent-missing": "no purpose rests on consent any more, those of cookies included"}


def _marketing_is_new(notice: Data, entry: Route) -> bool:
    """Accept a purpose of a notice that states no right to object to direct marketing."""
    return "objection_to_direct_marketing" not in notice["rights"] and has(legal_basis="consent")(
        notice, entry
    )


def _last_authority(notice: Data, entry: Route) -> Iterable[Route]:
    return [(*entry, "authorities", len(notice["complaints"]["authorities"]) - 1)]


RIGHTS: Mutations = {
    "rights-core-missing": (
        Mutation("rights", (drop("restriction"),)),
        Mutation("rights", (remove("grants", "restriction"),)),
    ),
    "right-to-object-missing": (Mutation("rights", (drop("objection"),)),),
    "right-to-object-marketing-missing": (
        Mutation("rights", (drop("objection_to_direct_marketing"),), at="objection"),
        Mutation(
            "purposes.*",
            (put("kinds", ["direct-marketing"]),),
            at="/rights.objection",
            where=_marketing_is_new,
        ),
    ),
    "right-portability-missing": (
        Mutation("rights", (drop("portability"),)),
        Mutation("rights", (remove("grants", "portability"),)),
    ),
    "right-withdraw-consent-missing": (Mutation("rights", (drop("withdraw_consent", "withdraw_how"),)),),
    "right-complaint-missing": (
        Mutation(
            "",
            (drop("complaints"),),
            at="notice",
            extras={"uk-controller-complaint-missing": "complaints to the controller go with all others"},
        ),
    ),
    "right-to-object-not-prominent": (Mutation("rights", (drop("presented_separately"),), at="objection"),),
    "right-withdraw-how-missing": (
        Mutation(
            "rights",
            (
                drop("withdraw_how"),
                put_each("/purposes.*.opt_out", ""),
                say(
                    "withdraw_consent",
                    fr="Vous avez le droit de retirer votre consentement.",
                    en="You have the right to withdraw your consent.",
                    de="Sie haben das Recht, Ihre Einwilligung zu widerrufen.",
                    nl="U hebt het recht uw toestemming in te trekken.",
                ),
            ),
            at="withdraw_consent",
        ),
    ),
    "right-overstated": (
        Mutation(
            "rights",
            _NOTHING_PORTABLE,
            at="portability",
            where=with_keys("portability"),
            extras=_NO_CONSENT,
        ),
        Mutation("rights", _NOTHING_PORTABLE, at="text", where=has(grants="portability"), extras=_NO_CONSENT),
    ),
    "rights-fee-claimed": (
        Mutation(
            "requests",
            (
                say(
                    "how",
                    fr="Joignez à votre lettre une copie de votre pièce d’identité.",
                    en="Write to us and enclose a copy of your identity card.",
                    de="Fügen Sie eine Kopie Ihres Personalausweises bei.",
                    nl="Voeg een kopie van uw identiteitskaart toe.",
                ),
            ),
            at=in_each_language("how"),
        ),
    ),
    "complaint-edpb-or-edps": (Mutation("complaints", (add("authorities", "eu-edpb"),), at="authorities"),),
    "supervisory-authority-mismatch": (
        Mutation("complaints", (put("authorities", ["es-aepd"]), drop("text", "url")), at="authorities"),
    ),
    "supervisory-authority-unknown": (
        Mutation("complaints", (add("authorities", "fr-cnli"),), at=_last_authority),
    ),
    "supervisory-authority-missing": (
        Mutation(
            "complaints",
            (
                drop("authorities", "url"),
                say(
                    "text",
                    fr="Vous avez le droit de vous plaindre à une autorité de contrôle.",
                    en="You have the right to complain to a supervisory authority.",
                    de="Sie haben das Recht, sich bei einer Aufsichtsbehörde zu beschweren.",
                    nl="U hebt het recht een klacht in te dienen bij een toezichthouder.",
                ),
            ),
            at="text",
        ),
    ),
    "uk-controller-complaint-missing": (
        Mutation("complaints", (drop("to_controller"),), where=but_not(under_one_law)),
    ),
    "rights-channel-missing": (
        Mutation(
            "",
            (
                drop("requests"),
                put("dpo", "none"),
                drop("controller.address", "controller.email", "controller.phone", "controller.url"),
            ),
            at="notice",
            extras={
                "controller-contact-missing": "who has an address of the controller can send it requests",
                "dpo-required-by-profile": "who reaches the data protection officer can send requests there",
            },
        ),
    ),
}
