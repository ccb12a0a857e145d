"""Every check a rule file can ask for, by the name it is asked for."""

from collections.abc import Mapping

from notice_lint.engine.operators.ages import consent_age_reaches_national
from notice_lint.engine.operators.audience import audience_language_there
from notice_lint.engine.operators.authorities import (
    authority_known,
    authority_named,
    authority_of_a_place,
)
from notice_lint.engine.operators.balancing import weighs_right_way
from notice_lint.engine.operators.contradictions import no_third_country, one_period
from notice_lint.engine.operators.cookies import cookie_retention_agrees
from notice_lint.engine.operators.dates import dates_in_order
from notice_lint.engine.operators.emails import PARTS as EMAIL_PARTS
from notice_lint.engine.operators.emails import emails_sound
from notice_lint.engine.operators.layout import PARTS as LAYOUT_PARTS
from notice_lint.engine.operators.layout import layout
from notice_lint.engine.operators.mojibake import no_mojibake
from notice_lint.engine.operators.presence import provision_stated
from notice_lint.engine.operators.profiling import decisions_as_stated, profiling_as_stated
from notice_lint.engine.operators.promises import nothing_sold, promises_kept
from notice_lint.engine.operators.provisions import consent_is_free
from notice_lint.engine.operators.purposes import purpose_described, purposes_told_apart
from notice_lint.engine.operators.readability import LENGTHS, no_missing_word, short_sentences
from notice_lint.engine.operators.retention import ends_with_consent, no_longer_than_ours
from notice_lint.engine.operators.shape import PARTS, shape
from notice_lint.engine.operators.text import no_placeholder
from notice_lint.engine.operators.translations import not_copied, same_figures, texts_translated
from notice_lint.engine.operators.twice import entries_used, texts_differ
from notice_lint.engine.operators.versions import previous_versions_readable
from notice_lint.engine.operators.wording import ORDERS, TOPICS, not_in_one_sentence, purpose_explained
from notice_lint.engine.problem import Operator

OPERATORS: Mapping[str, Operator] = {
    "shape": Operator(
        shape,
        "document",
        "the file can be read, and has the shape of a notice",
        parameters={"part": PARTS},
        arguments=("detail",),
    ),
    "layout": Operator(
        layout,
        "document",
        "the file is written so that people and other programs read it easily",
        parameters={"part": LAYOUT_PARTS},
        arguments=("value", "reading"),
    ),
    "dates_in_order": Operator(
        dates_in_order,
        "notice",
        "published comes before effective, and no date lies where it cannot",
        arguments=("detail",),
    ),
    "provision_stated": Operator(
        provision_stated,
        "notice",
        "of every collection from the person, the notice says whether the data must be given",
        arguments=("collections",),
    ),
    "one_period": Operator(
        one_period,
        "collected_categories",
        "no two retention rules that both apply set different periods",
        arguments=("first", "second"),
    ),
    "no_third_country": Operator(
        no_third_country,
        "statements",
        "no recipient lies in a third country",
        arguments=("recipients",),
    ),
    "consent_age_reaches_national": Operator(
        consent_age_reaches_national,
        "children",
        "the age of consent is not below that of a country whose people are addressed",
        arguments=("country", "national_age", "declared_age"),
    ),
    "authority_named": Operator(
        authority_named,
        "complaints",
        "a supervisory authority is named, by its id, its site or in words",
    ),
    "authority_known": Operator(
        authority_known,
        "complaints",
        "the authorities that are named exist under that name today",
        arguments=("detail",),
    ),
    "authority_of_a_place": Operator(
        authority_of_a_place,
        "complaints",
        "an authority is of a country of the controller or of the people who are addressed",
        arguments=("named", "expected"),
    ),
    "decisions_as_stated": Operator(
        decisions_as_stated,
        "notice",
        "where it is said that there are no automated decisions, none is described",
        arguments=("stated", "described"),
    ),
    "profiling_as_stated": Operator(
        profiling_as_stated,
        "notice",
        "where it is said that there is no profiling, none is described",
        arguments=("stated", "described"),
    ),
    "consent_is_free": Operator(
        consent_is_free,
        "provisions",
        "no data that rest on consent alone must be given",
        arguments=("categories",),
    ),
    "no_placeholder": Operator(
        no_placeholder,
        "texts",
        "no text waits to be filled in",
        arguments=("found",),
    ),
    "purpose_described": Operator(
        purpose_described,
        "purposes",
        "a purpose has a text that is more than a label",
    ),
    "purposes_told_apart": Operator(
        purposes_told_apart,
        "purposes",
        "no two purposes of the same words rest on different bases, or keep data differently",
        arguments=("other",),
    ),
    "weighs_right_way": Operator(
        weighs_right_way,
        "texts",
        "no sentence says that the controller's interests do not outweigh the person's",
    ),
    "ends_with_consent": Operator(
        ends_with_consent,
        "collected_categories",
        "data that rest on consent alone are not kept for a term after its withdrawal",
        arguments=("rule", "period"),
    ),
    "no_longer_than_ours": Operator(
        no_longer_than_ours,
        "recipients",
        "a recipient keeps no data for longer than the controller does",
        arguments=("kept", "theirs", "ours"),
    ),
    "promises_kept": Operator(
        promises_kept,
        "statements",
        "no other part of the notice contradicts what it promises",
        arguments=("promise", "against"),
    ),
    "nothing_sold": Operator(
        nothing_sold,
        "statements",
        "no purpose or recipient speaks of selling data (word list `sale-of-data`)",
        arguments=("found",),
    ),
    "short_sentences": Operator(
        short_sentences,
        "texts",
        "no sentence has more than `most` words",
        parameters={"most": LENGTHS},
        arguments=("count", "beginning"),
    ),
    "no_missing_word": Operator(
        no_missing_word,
        "texts",
        "no word of a sentence is lost",
        arguments=("found",),
    ),
    "not_in_one_sentence": Operator(
        not_in_one_sentence,
        "texts",
        "no sentence holds phrases of both word lists, `TOPIC-act` and `TOPIC-word`",
        parameters={"topic": TOPICS, "order": ORDERS},
        arguments=("found",),
    ),
    "purpose_explained": Operator(
        purpose_explained,
        "texts",
        "the text says more than a vague purpose (word lists `vague-purposes`, `purpose-filler`)",
        arguments=("found",),
    ),
    "texts_translated": Operator(
        texts_translated,
        "notice",
        "every text exists in every language of the notice",
        arguments=("missing", "count"),
    ),
    "not_copied": Operator(
        not_copied,
        "passages",
        "no longer text is the same in two languages",
        arguments=("first", "second"),
    ),
    "same_figures": Operator(
        same_figures,
        "passages",
        "numbers, dates, periods and countries are the same in every language",
        arguments=("language_here", "here", "language_there", "there"),
    ),
    "audience_language_there": Operator(
        audience_language_there,
        "notice",
        "the notice exists in a language of every country that it addresses",
        arguments=("country", "offered", "official"),
    ),
    "cookie_retention_agrees": Operator(
        cookie_retention_agrees,
        "cookies",
        "the data of a cookie are kept as long as the data of its purposes",
        arguments=("own", "others"),
    ),
    "no_mojibake": Operator(
        no_mojibake,
        "texts",
        "no text was written in one encoding and read in another",
        arguments=("found", "meant", "count"),
    ),
    "emails_sound": Operator(
        emails_sound,
        "notice",
        "no e-mail address looks mistyped, in its domain or in its name",
        parameters={"part": EMAIL_PARTS},
        arguments=("found", "meant"),
    ),
    "texts_differ": Operator(
        texts_differ,
        "notice",
        "no longer text stands under two things of one kind",
        arguments=("other",),
    ),
    "entries_used": Operator(
        entries_used,
        "notice",
        "something refers to every group of people, group of recipients and retention event",
        arguments=("entry", "kind"),
    ),
    "previous_versions_readable": Operator(
        previous_versions_readable,
        "notice",
        "every earlier version has an address",
        arguments=("detail",),
    ),
}
