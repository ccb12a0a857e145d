"""Mutations about cookies."""

from notice_lint.source.document import Route
from tests.mutations.change import Data, Mutation, Mutations, value
from tests.mutations.entries import has, with_keys
from tests.mutations.steps import drop, put, put_found, say

_ITEMS = "cookies.items.*"
_MEASURES = has(kind="analytics")


def _on_interests(notice: Data, _: Route) -> list[str] | None:
    """Return a purpose that rests on legitimate interests."""
    purposes = notice["purposes"].items()
    return next(([name] for name, one in purposes if one["legal_basis"] == "legitimate-interests"), None)


def _own_staff(notice: Data, _: Route) -> str | None:
    """Return a recipient that is the controller's own."""
    return next((name for name, one in notice["recipients"].items() if one["role"] == "internal"), None)


def _set_by_others(notice: Data, entry: Route) -> bool:
    """Accept a cookie that is provided by somebody else than the controller."""
    return bool(value(notice, (*entry, "provider")) != _own_staff(notice, entry))


COOKIES: Mutations = {
    "cookie-purpose-missing": (Mutation(_ITEMS, (drop("purposes"),)),),
    "cookie-kind-missing": (Mutation(_ITEMS, (drop("kind"),)),),
    "cookie-duration-missing": (Mutation(_ITEMS, (drop("duration"),), where=_MEASURES),),
    "cookie-duration-absurd": (Mutation(_ITEMS, (put("duration", "P82Y"),), at="duration", where=_MEASURES),),
    "cookie-wildcard-only": (Mutation(_ITEMS, (put("name", "*"),), at="name"),),
    "cookie-third-party-undisclosed": (Mutation(_ITEMS, (drop("provider", "access"),), where=_MEASURES),),
    "cookie-recipient-unknown": (
        Mutation(
            _ITEMS,
            (
                put("name", "_ga"),
                put_found("provider", _own_staff),
                put_found("access", lambda notice, entry: [_own_staff(notice, entry)]),
            ),
            where=_MEASURES,
        ),
    ),
    "cookie-essential-misclassified": (
        Mutation(
            _ITEMS, (put("name", "_ga"), put("kind", "strictly-necessary")), at="kind", where=_set_by_others
        ),
    ),
    "cookie-consent-missing": (
        Mutation(
            _ITEMS, (put_found("purposes", _on_interests), drop("retention")), at="kind", where=_MEASURES
        ),
    ),
    "cookie-retention-contradiction": (
        Mutation(
            _ITEMS,
            (put("/retention.longer", {"period": "P30Y", "from": "collection"}), put("retention", "longer")),
            at="retention",
        ),
    ),
    "cookie-list-missing": (Mutation("cookies", (drop("items"),), where=with_keys("consent")),),
    "cookie-choice-lifetime": (Mutation("cookies", (drop("consent.remembered"),)),),
    "cookie-withdrawal-missing": (
        Mutation(
            "cookies",
            (drop("consent.withdraw", "/rights.withdraw_how"),),
            where=with_keys("consent"),
            extras={"right-withdraw-how-missing": "the general way to withdraw goes as well"},
        ),
    ),
    "cookie-withdrawal-by-deleting": (
        Mutation(
            "cookies",
            (
                say(
                    "consent.withdraw",
                    fr="Supprimez les cookies dans votre navigateur.",
                    en="Delete the cookies in your browser.",
                    de="Löschen Sie die Cookies in Ihrem Browser.",
                    nl="Verwijder de cookies in uw browser.",
                ),
            ),
            at="consent.withdraw",
            where=with_keys("consent"),
        ),
    ),
}
