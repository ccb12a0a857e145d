"""How mutations send data abroad: a processor of the EEA moves to another country."""

from collections.abc import Iterable, Mapping

from notice_lint.source.document import Route
from tests.mutations.change import Data, Mutation, Places, Step, routes
from tests.mutations.entries import both, has, without
from tests.mutations.steps import put, say

PROCESSOR = both(has(role="processor"), without("transfer"))
PROMISE = {"transfer-negative-claim-false": "the notice promises that no data leave the EEA"}
OTHER_LAWS = {
    **PROMISE,
    "transfer-adequacy-scope": "British and Swiss law ask for certifications of their own",
}
CLAUSES = {"basis": "standard-contractual-clauses", "module": 2, "adapted_for": ["ch", "uk"]}
CERTIFIED = {
    "basis": "adequacy",
    "framework": "eu-us-dpf",
    "certified": "2026-10-01",
    "certified_as": "Example, Inc.",
}
COPY = say("transfer.copy", fr="Sur demande", en="On request", de="Auf Anfrage", nl="Op aanvraag")
MEASURES = say(
    "transfer.supplementary_measures",
    fr="Les données sont chiffrées.",
    en="The data are encrypted.",
    de="Die Daten sind verschlüsselt.",
    nl="De gegevens zijn versleuteld.",
)


def moved(
    country: str,
    transfer: Mapping[str, object] | None = None,
    *more: Step,
    at: str | Places = "country",
    extras: Mapping[str, str] = PROMISE,
) -> Mutation:
    """Move the first processor without transfers abroad, with a transfer block if one is given."""
    steps = (put("country", country), put("processing_countries", [country]))
    block = (put("transfer", transfer),) if transfer else ()
    return Mutation("recipients.*", (*steps, *block, *more), at=at, where=PROCESSOR, extras=extras)


def but(block: Mapping[str, object], *without: str, **other: object) -> dict[str, object]:
    """Return a transfer block without some keys, and with others."""
    return {**{key: value for key, value in block.items() if key not in without}, **other}


def promises(notice: Data, _: Route) -> Iterable[Route]:
    """Find the text of every promise that no data leave the EEA."""
    statements = routes(notice, "statements.*")
    return [(*one, "text") for one in statements if has(claims="no-transfers-outside-eea")(notice, one)]
