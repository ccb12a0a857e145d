"""Mutations about transfers to third countries, but for those on adequacy."""

from notice_lint.source.document import Route
from tests.mutations.change import Data, Mutation, Mutations, Step, in_each_language
from tests.mutations.entries import both, has, under_one_law, with_keys, without
from tests.mutations.moving import CLAUSES, COPY, MEASURES, PROCESSOR, but, moved, promises
from tests.mutations.steps import drop, put, put_found, say, where_there

_BASIS = "transfer.basis"
_NO_COUNTRY = {"recipient-country-missing": "a recipient without a country lacks it in general"}
_NOTHING_LEAVES = (
    put("/statements", {"europe": {"claims": ["no-transfers-outside-eea"]}}),
    say(
        "/statements.europe.text",
        fr="Vos données restent en Europe.",
        en="Your data stay in Europe.",
        de="Ihre Daten bleiben in Europa.",
        nl="Uw gegevens blijven in Europa.",
    ),
)
_SHIELD = say(
    "security",
    fr="Nos prestataires adhèrent au Privacy Shield.",
    en="Our providers take part in the Privacy Shield.",
    de="Unsere Dienstleister nehmen am Privacy Shield teil.",
    nl="Onze dienstverleners nemen deel aan het Privacy Shield.",
)


def _another_processor(notice: Data, entry: Route) -> str | None:
    others = (name for name, one in notice["recipients"].items() if one["role"] == "processor")
    return next((name for name in others if name != entry[-1]), None)


_SUB = (put("role", "sub-processor"), put_found("parent", _another_processor))


def _only_under(regime: str) -> Step:
    """Go on only where a law is among those of the notice."""
    return lambda notice, _: regime in notice["notice"]["regimes"]


TRANSFERS: Mutations = {
    "transfer-basis-missing": (
        moved("IN"),
        Mutation(
            "recipients.*", (drop("transfer"),), at="country", where=has(role="processor", country="US")
        ),
    ),
    "transfer-subprocessor-chain": (
        moved("IN", None, *_SUB),
        Mutation(
            "recipients.*", (drop("transfer"),), at="country", where=has(role="sub-processor", country="US")
        ),
    ),
    "transfer-tool-unknown": (moved("IN", {"basis": "scc"}, COPY, at=_BASIS),),
    "transfer-countries-unnamed": (
        Mutation(
            "recipients.*",
            (drop("country", "processing_countries"), put("transfer", CLAUSES), COPY, MEASURES),
            at="transfer",
            where=both(PROCESSOR, with_keys("name")),
            extras=_NO_COUNTRY,
        ),
    ),
    "transfer-superfluous": (
        Mutation(
            "recipients.*",
            (put("transfer", CLAUSES), COPY, MEASURES),
            at="transfer",
            where=both(PROCESSOR, under_one_law),
        ),
    ),
    "transfer-region-not-jurisdiction": (
        Mutation("recipients.*", (put("name", "Cloud, Inc."),), at="country", where=PROCESSOR),
    ),
    "transfer-remote-access-undeclared": (
        Mutation(
            "recipients.*",
            (
                where_there(drop("category")),
                put("name", "Hébergeur SAS"),
                put("subprocessor_list.url", "https://list.example"),
                put("processing_countries", []),
            ),
            at="country",
            where=PROCESSOR,
        ),
    ),
    "transfer-copy-missing": (
        moved("IN", CLAUSES, MEASURES),
        Mutation(
            "recipients.*", (drop("transfer.copy"),), at="country", where=without("processing_countries")
        ),
    ),
    "transfer-scc-module-missing": (moved("IN", but(CLAUSES, "module"), COPY, MEASURES, at=_BASIS),),
    "transfer-scc-importer-under-gdpr": (
        moved(
            "IN",
            but(CLAUSES, importer_under_gdpr=True),
            COPY,
            MEASURES,
            at="transfer.importer_under_gdpr",
        ),
    ),
    "transfer-supplementary-measures": (moved("IN", CLAUSES, COPY, at=_BASIS),),
    "transfer-bcr-approval-missing": (
        moved("IN", {"basis": "binding-corporate-rules"}, COPY, MEASURES, at=_BASIS),
    ),
    "transfer-derogation-systematic": (
        moved("IN", {"basis": "derogation-contract", "occasional": False}, at=_BASIS),
    ),
    "transfer-consent-risk-info-missing": (
        moved("IN", {"basis": "derogation-explicit-consent", "occasional": True}),
    ),
    "transfer-compelling-interest-undisclosed": (
        moved("IN", {"basis": "derogation-compelling-interests", "occasional": True}, COPY),
    ),
    "transfer-dead-framework": (Mutation("", (_SHIELD,), at=in_each_language("security")),),
    "transfer-negative-claim-false": (
        moved("IN", CLAUSES, COPY, MEASURES, *_NOTHING_LEAVES, at="/statements.europe.text", extras={}),
        moved("IN", CLAUSES, COPY, MEASURES, at=promises, extras={}),
    ),
    "transfer-uk-tool-mismatch": (
        moved(
            "IN",
            but(CLAUSES, adapted_for=["ch"]),
            COPY,
            MEASURES,
            _only_under("uk-gdpr"),
            at=_BASIS,
            extras={},
        ),
    ),
    "transfer-ch-tool-mismatch": (
        moved(
            "IN",
            but(CLAUSES, adapted_for=["uk"]),
            COPY,
            MEASURES,
            _only_under("ch-fadp"),
            at=_BASIS,
            extras={},
        ),
    ),
}
