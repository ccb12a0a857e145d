"""What rules may ask of the notice as a whole."""

from collections.abc import Mapping

from notice_lint.model import terms
from notice_lint.model.views.field import Field, View, date, flag, id_, ids, part, string, text, word, words

_NOTICE: Mapping[str, Field] = {
    "id": id_("the notice's id"),
    "title": text("its title"),
    "language": string("the notice's language (BCP 47)"),
    "translations": Field("ids", "the languages in which every text must also exist"),
    "version": string("its version"),
    "published": date("the day it was published"),
    "modified": date("the day of its last change"),
    "effective": date("the day from which it applies"),
    "in_force_from": date("`effective`, else `published`, else `modified`"),
    "reviewed": date("the day of the last review"),
    "url": string("where people read it"),
    "regimes": words("the laws it is written for; eu-gdpr if it names none", terms.REGIMES),
    "audience_countries": Field("countries", "the countries whose people it addresses"),
    "previous_versions": Field("ids", "the earlier versions that it names"),
    "controller": part("the controller"),
    "joint_controllers": part("joint controllers"),
    "representatives": part("representatives under Art. 27"),
    "dpo": part("the data protection officer"),
    "data_categories": part("the vocabulary of data categories"),
    "data_subjects": part("the groups of people"),
    "collections": part("the moments of collection"),
    "purposes": part("the purposes"),
    "retention": part("the retention rules"),
    "recipients": part("the recipients"),
    "rights": part("the rights"),
    "requests": part("how rights are exercised"),
    "complaints": part("where to complain"),
    "automated_decisions": part("automated decisions"),
    "profiling": part("profiling"),
    "children": part("children"),
    "cookies": part("cookies"),
    "changes": part("how people learn of changes"),
    "statements": part("promises"),
    "sections": part("further prose"),
    "security": text("what it says about security"),
    "controller_country": Field("country", "the country of the controller"),
    "controller_kind": word("what the controller is; company if it does not say", terms.CONTROLLER_KINDS),
    "controller_inside": flag("whether the controller is established in the EEA on the day"),
    "eu_representatives": ids("the representatives in the Union"),
    "uk_representatives": ids("the representatives in the United Kingdom"),
    "representative_countries": Field("countries", "the countries of the representatives in the Union"),
    "collected": ids("the data categories that some collection collects"),
    "legal_bases_used": words("the legal bases of all purposes", terms.LEGAL_BASES),
    "special_conditions_used": words("the Art. 9(2) conditions of all purposes", terms.SPECIAL_CONDITIONS),
    "special_categories_used": words("the special categories that are collected", terms.SPECIAL_CATEGORIES),
    "purpose_kinds_used": words("the kinds of all purposes", terms.PURPOSE_KINDS),
    "sources_used": words("the sources of all collected categories", terms.SOURCES),
    "rights_granted": words("the rights that it grants", terms.RIGHTS),
    "third_countries": Field("countries", "the third countries of all recipients, on the day"),
    "claims": words("what it promises under `statements`", terms.CLAIMS),
}

WHOLE: Mapping[str, View] = {
    "document": View("the file, before it is understood", "its first line", {}),
    "notice": View("the whole notice", "`notice`", _NOTICE),
}
