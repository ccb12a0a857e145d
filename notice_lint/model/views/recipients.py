"""What rules may ask of recipients and of transfers."""

from collections.abc import Mapping

from notice_lint.model import terms
from notice_lint.model.views.field import Field, View, date, flag, id_, ids, string, text, word, words

RECIPIENTS: Mapping[str, View] = {
    "recipients": View(
        "a recipient",
        "its `country`, else its id",
        {
            "id": id_("its id"),
            "recipient": text("its name, else the category of recipients that it is"),
            "name": string("its name"),
            "category": text("the category of recipients"),
            "role": word("what it is to the controller", terms.ROLES),
            "service": text("what it does for the controller"),
            "terms": text("what binds it"),
            "country": Field("country", "where it is established"),
            "countries": Field("countries", "where it is established and where it processes data"),
            "third_countries": Field("countries", "those of them outside the EEA on the day"),
            "organisation": id_("an international organisation instead of a country"),
            "processing_countries": Field("countries", "from where data are processed or accessed"),
            "foreign_countries": Field(
                "countries", "those of them, and of its transfers, that are foreign under a law of the notice"
            ),
            "purposes": ids("the purposes that it serves"),
            "categories": ids("the data categories that it gets"),
            "linked": flag("whether purposes, data, a cookie or its processor say what it gets data for"),
            "subprocessor_list.url": string("where it publishes its own sub-processors"),
            "subprocessor_list.date": date("the day of that list"),
            "subprocessor_list.notice": text("how people learn of changes to that list"),
            "parent": id_("the processor of a sub-processor"),
            "parent_exists": flag("whether that processor is among the recipients"),
            "transfer_bases": words("the transfer bases that it names", terms.TRANSFER_BASES),
            "retention": id_("what it keeps"),
        },
    ),
    "transfers": View(
        "a recipient, a third country (or organisation) and a basis, under one law",
        "the country, else the recipient's id",
        {
            "recipient": text("the recipient's name, else its category"),
            "recipient_id": id_("the recipient's id"),
            "role": word("what the recipient is to the controller", terms.ROLES),
            "regime": word("the law under which this is a transfer", terms.REGIMES),
            "country": Field("country", "the third country"),
            "organisation": id_("the international organisation"),
            "basis": word("the transfer basis that is named", terms.TRANSFER_BASES),
            "otherwise_covered": flag("whether another basis of the recipient covers the country and stands"),
            "framework": id_("the framework whose certified organisations are covered"),
            "certified": date("the day on which the certification was checked"),
            "certified_as": text("the name on the framework's list"),
            "covers_hr": flag("whether the certification covers data of employees"),
            "in_scope": flag("whether the recipient is in the scope of a limited decision"),
            "module": Field("number", "the module of the standard clauses"),
            "importer_under_gdpr": flag("whether the recipient itself is subject to the GDPR"),
            "approved_by": text("who approved the binding corporate rules"),
            "adapted_for": ids("the laws to which the clauses are adapted"),
            "occasional": flag("whether the transfer is occasional"),
            "risks": text("the risks that people are told of"),
            "interest": text("the compelling interest that people are told of"),
            "copy": text("how a copy of the safeguards can be had"),
            "supplementary_measures": text("measures beside the safeguards"),
            "relations": words("what the people concerned are to the controller", terms.RELATIONS),
            "adequacy.status": word("the adequacy decision on the day", terms.ADEQUACY),
            "adequacy.decision": string("the decision"),
            "adequacy.until": date("the day on which it ends"),
            "adequacy.limited": flag("whether the decision covers some recipients only"),
            "adequacy.litigation": flag("whether the decision is challenged in court"),
            "adequacy.outlook": Field("phrase", "a sentence on what may end the decision, or nothing"),
            "adequacy.evidence": word("how well the entry was checked: V, S or K", ("V", "S", "K")),
            "adequacy_words": Field("phrase", "one sentence on the adequacy decision"),
        },
    ),
}
