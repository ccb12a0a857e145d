"""Mutations about retention."""

from notice_lint.source.document import Route
from tests.mutations.change import Data, Mutation, Mutations, in_each_language, value
from tests.mutations.entries import has, rests_on, stated, with_keys, without
from tests.mutations.steps import drop, put, put_found, say

_BARE = drop("period", "until", "from", "whichever", "text", "law", "statutory", "maximum", "covers")
"""Leaves of a retention rule only what happens afterwards."""


def _only_the_first(notice: Data, entry: Route) -> dict[str, object] | None:
    """Return the retention of a category for the first of its several purposes."""
    first, *others = stated(notice, entry, "purposes")
    rules = stated(notice, entry, "retention")
    rule = rules.get(first) if isinstance(rules, dict) else rules
    return {first: rule} if others and rule else None


def _in_years(notice: Data, entry: Route) -> bool:
    return str(value(notice, (*entry, "period"))).endswith("Y")


RETENTION: Mutations = {
    "retention-invalid-duration": (
        Mutation("retention.*", (put("period", "10 ans"),), at="period", where=with_keys("period")),
        Mutation("retention.*", (put("period", "P0D"),), at="period", where=with_keys("period")),
    ),
    "retention-criteria-missing": (Mutation("retention.*", (_BARE,)),),
    "retention-vague": (
        Mutation(
            "retention.*",
            (
                _BARE,
                say(
                    "text",
                    fr="Aussi longtemps que nécessaire",
                    en="As long as necessary",
                    de="So lange wie nötig",
                    nl="Niet langer dan noodzakelijk",
                ),
            ),
            at=in_each_language("text"),
        ),
    ),
    "retention-indefinite": (
        Mutation(
            "retention.*",
            (
                _BARE,
                say(
                    "indefinite",
                    fr="Ces données nous restent utiles",
                    en="These data stay useful to us",
                    de="Diese Daten bleiben für uns nützlich",
                    nl="Deze gegevens blijven voor ons nuttig",
                ),
            ),
            at="indefinite",
        ),
    ),
    "retention-start-missing": (
        Mutation("retention.*", (drop("from"), put("text", "")), at="period", where=_in_years),
    ),
    "retention-law-missing": (
        Mutation("retention.*", (drop("law"), put("text", "")), at="statutory", where=has(statutory=True)),
        Mutation("retention.*", (put("statutory", new=True),), at="statutory", where=without("law", "text")),
    ),
    "retention-covers-undeclared-data": (
        Mutation(
            "retention.*",
            (
                say(
                    "covers",
                    fr="L’enregistrement des appels",
                    en="The recording of calls",
                    de="Die Aufzeichnung der Anrufe",
                    nl="De opname van gesprekken",
                ),
            ),
            at="covers",
        ),
    ),
    "retention-after-withdrawal": (
        Mutation(
            "collections.*.categories.*",
            (
                put("/retention.kept", {"period": "P3Y", "from": "consent-withdrawal"}),
                put("retention", "kept"),
            ),
            at="retention",
            where=rests_on("consent"),
        ),
    ),
    "retention-recipient-longer": (
        Mutation(
            "recipients.*",
            (
                put("/retention.theirs", {"period": "P99Y", "from": "collection"}),
                put("retention", "theirs"),
            ),
            at="retention",
            where=has(role="processor"),
        ),
    ),
    "retention-contradiction": (
        Mutation(
            "collections.*.categories.*",
            (
                put("/retention.short", {"period": "P2Y", "from": "collection"}),
                put("/retention.long", {"period": "P5Y", "from": "collection"}),
                put("retention", ["short", "long"]),
            ),
            at="retention",
        ),
    ),
    "retention-per-purpose-missing": (
        Mutation("collections.*.categories.*", (put_found("retention", _only_the_first),)),
    ),
}
