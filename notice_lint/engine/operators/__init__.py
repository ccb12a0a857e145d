"""Every check a rule file can ask for, by the name it is asked for."""

from collections.abc import Mapping

from notice_lint.engine.operators.ages import consent_age_reaches_national
from notice_lint.engine.operators.contradictions import no_third_country, one_period
from notice_lint.engine.operators.dates import dates_in_order
from notice_lint.engine.operators.presence import provision_stated
from notice_lint.engine.operators.shape import PARTS, shape
from notice_lint.engine.operators.text import no_placeholder
from notice_lint.engine.problem import Operator

OPERATORS: Mapping[str, Operator] = {
    "shape": Operator(
        shape,
        "document",
        "the file can be read, and has the shape of a notice",
        parameters={"part": PARTS},
        arguments=("detail",),
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
    "no_placeholder": Operator(
        no_placeholder,
        "texts",
        "no text waits to be filled in",
        arguments=("found",),
    ),
}
