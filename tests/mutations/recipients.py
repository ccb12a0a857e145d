"""Mutations about recipients."""

from notice_lint.source.document import Route
from tests.mutations.change import Data, Mutation, Mutations, in_each_language, value
from tests.mutations.entries import both, has, with_keys, without
from tests.mutations.steps import drop, put, say

_INSIDE = without("transfer")


def _sets_no_cookie(notice: Data, entry: Route) -> bool:
    """Accept a named processor that no cookie names."""
    cookies = value(notice, ("cookies", "items")) or {}
    setting = {one.get("provider") for one in cookies.values()}
    return entry[-1] not in setting and both(has(role="processor"), with_keys("name"))(notice, entry)


RECIPIENTS: Mutations = {
    "recipients-undeclared": (
        Mutation(
            "",
            (drop("recipients"),),
            at="notice",
            extras={"dangling-reference": "cookies name the recipients that set and read them"},
        ),
    ),
    "recipient-country-missing": (
        Mutation(
            "recipients.*",
            (drop("country", "processing_countries"),),
            where=both(with_keys("name"), _INSIDE),
        ),
    ),
    "recipient-country-imprecise": (
        Mutation("recipients.*", (put("country", "EEA"),), at="country", where=_INSIDE),
    ),
    "recipient-role-missing": (
        Mutation("recipients.*", (drop("role"),), at="country", where=both(with_keys("name"), _INSIDE)),
    ),
    "recipient-unlinked": (
        Mutation("recipients.*", (drop("purposes", "categories"),), at="name", where=_sets_no_cookie),
    ),
    "recipient-named-preferred": (
        Mutation(
            "",
            (
                put("recipients.hosts", {"role": "processor", "country": "IE", "purposes": "all"}),
                say(
                    "recipients.hosts.category",
                    fr="Hébergeurs à Dublin",
                    en="Hosting providers in Dublin",
                    de="Hosting-Anbieter in Dublin",
                    nl="Hostingproviders in Dublin",
                ),
            ),
            at="recipients.hosts.country",
        ),
    ),
    "recipient-category-too-vague": (
        Mutation(
            "",
            (
                put("recipients.others", {"role": "controller", "purposes": "all"}),
                say(
                    "recipients.others.category",
                    fr="Nos partenaires de confiance",
                    en="Our trusted partners",
                    de="Unsere vertrauenswürdigen Partner",
                    nl="Onze vertrouwde partners",
                ),
            ),
            at=in_each_language("recipients.others.category"),
        ),
    ),
    "subprocessor-list-undated": (
        Mutation(
            "recipients.*",
            (put("subprocessor_list", {"url": "https://list.example"}),),
            at="subprocessor_list.url",
            where=has(role="processor"),
        ),
    ),
    "subprocessor-parent-unknown": (
        Mutation(
            "recipients.*",
            (put("role", "sub-processor"),),
            at="country",
            where=both(has(role="processor"), _INSIDE),
        ),
        Mutation(
            "recipients.*",
            (put("role", "sub-processor"), put("parent", "nobody")),
            at="parent",
            where=both(has(role="processor"), _INSIDE),
        ),
    ),
}
