"""What rules may ask of cookies and other identifiers on people's devices, and of the consent to them."""

from collections.abc import Mapping

from notice_lint.model import terms
from notice_lint.model.views.field import Field, View, flag, id_, ids, string, text, word, words

COOKIES: Mapping[str, View] = {
    "cookies": View(
        "a cookie or other identifier on people's devices",
        "its id",
        {
            "id": id_("its id"),
            "name": string("its name"),
            "cookie": string("its name, or its id where it has none"),
            "provider": id_("the recipient that provides it"),
            "purposes": ids("its purposes"),
            "legal_bases": words("the legal bases of its purposes", terms.LEGAL_BASES),
            "duration": Field("period", "how long it lives; a session says nothing here"),
            "session": flag("whether it lives for a session only"),
            "kind": word("what it is", terms.COOKIE_KINDS),
            "access": ids("the recipients that can read it"),
            "outsiders": ids("the recipients, other than own staff, that provide it or can read it"),
            "retention": id_("the retention rule of its data"),
            "purpose_retention": ids("the retention rules of the data that its purposes use"),
            "known_kind": word("what a cookie of this name is known to be", terms.COOKIE_KINDS),
            "known_provider": string("whose a cookie of this name is known to be"),
            "regimes": words("the laws the notice is written for", terms.REGIMES),
        },
    ),
    "cookie_consent": View(
        "what the notice says about consent to cookies, where it speaks of cookies at all",
        "`cookies`",
        {
            "how": text("how consent is asked"),
            "withdraw": text("how consent to cookies is withdrawn"),
            "withdraw_how": text("how any consent is withdrawn, under `rights`"),
            "remembered": Field("period", "how long the choice is remembered"),
            "listed": ids("the cookies that it lists"),
            "consent_used": flag("whether it asks for consent: it says how, or some cookie rests on it"),
        },
    ),
}
