"""What rules may ask of rights, promises, texts and the smaller parts."""

from collections.abc import Mapping

from notice_lint.model import terms
from notice_lint.model.views.field import Field, View, date, flag, id_, ids, string, text, word, words
from notice_lint.model.views.parties import CONTACT

PARTS: Mapping[str, View] = {
    "texts": View(
        "one text in one language",
        "the text",
        {
            "text": text("the text, in that language alone"),
            "language": string("the notice's language (BCP 47)"),
            "about": word("what kind of text it is", terms.TEXT_KINDS),
        },
    ),
    "passages": View(
        "one text, with all its languages",
        "the text",
        {
            "text": text("the text in each of its languages"),
            "languages": ids("the languages in which it exists"),
            "about": word("what kind of text it is", terms.TEXT_KINDS),
        },
    ),
    "rights": View(
        "what the notice says about rights",
        "`rights`, else `notice`",
        {
            **{right: text(f"what it says about the right: {right}") for right in terms.RIGHTS},
            "granted": words("the rights that it grants, each or in one sentence", terms.RIGHTS),
            "core_missing": words(
                "which of access, rectification, erasure and restriction are missing", terms.RIGHTS
            ),
            "legal_bases_used": words("the legal bases of all purposes", terms.LEGAL_BASES),
            "special_conditions_used": words(
                "the Art. 9(2) conditions of all purposes", terms.SPECIAL_CONDITIONS
            ),
            "purpose_kinds_used": words("the kinds of all purposes", terms.PURPOSE_KINDS),
            "withdraw_how": text("the way to withdraw consent"),
            "portable": flag("whether some purpose rests on consent or a contract"),
            "consent_opt_outs": flag("whether each purpose that rests on consent says how to stop it"),
            "limits": text("when rights can be limited"),
            "presented_separately": words("the rights that it sets apart (Art. 21(4))", terms.RIGHTS),
        },
    ),
    "requests": View(
        "how rights are exercised",
        "`requests`, else `notice`",
        {
            **CONTACT,
            "how": text("the way"),
            "reachable": ids("channels here, or of the DPO or the controller"),
        },
    ),
    "complaints": View(
        "where to complain",
        "`complaints`, else `notice`",
        {
            "authorities": ids("the supervisory authorities, ids of the reference data"),
            "url": string("the address"),
            "text": text("what the notice says"),
            "to_controller": text("how to complain to the controller"),
            "controller_kind": word("what the controller is", terms.CONTROLLER_KINDS),
            "day": date("the day of the check, for duties that begin on one"),
        },
    ),
    "automated_decisions": View(
        "an automated decision",
        "its id",
        {
            "id": id_("its id"),
            "text": text("what it is"),
            "logic": text("the logic involved"),
            "significance": text("the significance"),
            "consequences": text("the envisaged consequences"),
            "unexplained": words(
                "what of logic, significance and consequences is missing",
                ("logic", "significance", "consequences"),
            ),
            "ground": text("the ground (Art. 22(2))"),
            "safeguards": text("the safeguards (Art. 22(3))"),
            "purposes": ids("the purposes it serves"),
            "special_categories": words("the special categories among their data", terms.SPECIAL_CATEGORIES),
            "special_conditions": words("the Art. 9(2) conditions of its purposes", terms.SPECIAL_CONDITIONS),
        },
    ),
    "profiling": View(
        "a profiling",
        "its id",
        {"id": id_("its id"), "text": text("what it is"), "purposes": ids("the purposes it serves")},
    ),
    "children": View(
        "what the notice says about children, where it speaks of them",
        "`children`",
        {
            "minimum_age": Field("number", "the least age of users, years"),
            "text": text("what it says"),
            "consent_age": Field("number", "the age from which children consent themselves, years"),
            "parental_consent": text("how parents consent"),
            "version_url": string("where a version for children stands"),
            "audience_countries": Field("countries", "the countries whose people the notice addresses"),
            "consent_used": flag("whether some purpose rests on consent"),
            "relations": words("what the people of the notice are to the controller", terms.RELATIONS),
            "below_consent_age": flag("whether it addresses children younger than the age of consent"),
        },
    ),
    "statements": View(
        "a promise",
        "its id",
        {
            "id": id_("its id"),
            "text": text("what it promises"),
            "claims": words("what that means", terms.CLAIMS),
            "third_countries": Field("countries", "the third countries of all recipients, on the day"),
        },
    ),
    "changes": View(
        "how people learn of changes to the notice",
        "`changes`, else `notice`",
        {
            "text": text("what the notice says"),
            "channel": string("the channel"),
            "lead": Field("period", "how long before they take effect"),
        },
    ),
    "references": View(
        "a reference by id to another part of the notice",
        "the reference",
        {
            "target": id_("the id that is referred to"),
            "kind": word("what it should be", terms.REFERENCE_KINDS),
            "exists": flag("whether there is such a thing"),
            "suggestion": id_("the nearest id that exists"),
            "suggestion_words": Field("phrase", "a sentence that suggests it, or nothing"),
        },
    ),
}
