"""What rules may ask of the controller and of those who stand beside it."""

from collections.abc import Mapping

from notice_lint.model import terms
from notice_lint.model.views.field import Field, View, flag, id_, ids, part, string, text, word, words

CONTACT: Mapping[str, Field] = {
    "name": string("the name"),
    "address": string("the postal address"),
    "country": Field("country", "the country"),
    "email": string("the e-mail address"),
    "phone": string("the telephone number"),
    "url": string("the web address"),
    "channels": ids("the ways of contact that are given: address, email, phone, url"),
}

PARTIES: Mapping[str, View] = {
    "controller": View(
        "the controller, also where the notice names none",
        "`controller`, else `notice`",
        {
            **CONTACT,
            "kind": word("what it is; company if the notice does not say", terms.CONTROLLER_KINDS),
            "register_number": string("its company register number"),
            "legal_representative": string("who represents it"),
            "large_scale": words("what it does on a large scale (Art. 37)", terms.LARGE_SCALE),
            "group": string("the name of its parent company"),
            "inside": flag("whether its country lies in the EEA on the day"),
            "all_channels": ids("the ways to reach it, those given for requests among them"),
            "dpo": part("the data protection officer"),
        },
    ),
    "joint_controllers": View(
        "a joint controller",
        "its id",
        {
            **CONTACT,
            "id": id_("its id"),
            "arrangement": text("the essence of the arrangement (Art. 26(2))"),
            "purposes": ids("the purposes that are shared"),
        },
    ),
    "representatives": View(
        "a representative under Art. 27",
        "its id",
        {
            **CONTACT,
            "id": id_("its id"),
            "regime": word("the law under which it is named; eu-gdpr if not said", terms.REGIMES),
            "audience_countries": Field("countries", "the countries whose people the notice addresses"),
            "controller_inside": flag("whether the controller itself is established in the EEA"),
            "controllers_established": flag(
                "whether the controller and every joint controller is established where that law applies"
            ),
        },
    ),
    "dpo": View(
        "the data protection officer, where one is named",
        "`dpo`",
        {**CONTACT, "legal_representative": string("who represents the controller")},
    ),
}
