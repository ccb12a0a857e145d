"""Mutations about adequacy decisions and the certifications under them."""

from tests.mutations.change import Mutation, Mutations
from tests.mutations.entries import has
from tests.mutations.moving import CERTIFIED, OTHER_LAWS, PROMISE, but, moved
from tests.mutations.steps import drop, put, put_each

ADEQUACY: Mutations = {
    "transfer-adequacy-unstated": (
        moved("NZ"),
        Mutation("recipients.*", (drop("transfer"),), at="country", where=has(country="GB")),
    ),
    "transfer-adequacy-absent": (moved("IN", {"basis": "adequacy"}, at="transfer.basis"),),
    "transfer-adequacy-lapsed": (
        moved(
            "US",
            but(CERTIFIED, framework="eu-us-privacy-shield"),
            at="transfer.basis",
            extras={**PROMISE, "transfer-dead-framework": "the framework that lapsed is named"},
        ),
    ),
    "transfer-adequacy-expiring": (moved("US", CERTIFIED, at="transfer.basis", extras=OTHER_LAWS),),
    "transfer-adequacy-scope": (
        moved("US", {"basis": "adequacy"}, at="transfer.basis"),
        moved(
            "JP",
            {"basis": "adequacy", "in_scope": False},
            at="transfer.basis",
            extras={**PROMISE, "transfer-adequacy-absent": "Swiss law knows no decision on Japan"},
        ),
    ),
    "transfer-dpf-unverified": (
        moved("US", but(CERTIFIED, "certified_as"), at="transfer.basis", extras=OTHER_LAWS),
        Mutation(
            "recipients.*.transfer", (drop("certified_as"),), at="basis", where=has(framework="eu-us-dpf")
        ),
    ),
    "transfer-dpf-hr-not-covered": (
        moved(
            "US",
            but(CERTIFIED, covers_hr=False),
            put_each("/data_subjects.*.relation", "employee"),
            at="transfer.covers_hr",
            extras=OTHER_LAWS,
        ),
        Mutation(
            "recipients.*.transfer.*",
            (put("covers_hr", new=False),),
            at="covers_hr",
            where=has(framework="eu-us-dpf", covers_hr=True),
        ),
    ),
}
