"""Every mutation by the rule that must find it."""

from collections.abc import Mapping, Sequence

from tests.mutations.adequacy import ADEQUACY
from tests.mutations.change import Mutation, TextMutation
from tests.mutations.cookies import COOKIES
from tests.mutations.data import DATA
from tests.mutations.decisions import DECISIONS
from tests.mutations.documents import DOCUMENTS
from tests.mutations.identity import IDENTITY
from tests.mutations.language import LANGUAGE
from tests.mutations.people import PEOPLE
from tests.mutations.purposes import PURPOSES
from tests.mutations.recipients import RECIPIENTS
from tests.mutations.retention import RETENTION
from tests.mutations.rights import RIGHTS
from tests.mutations.transfers import TRANSFERS

TABLE: Mapping[str, Sequence[Mutation | TextMutation]] = {
    **IDENTITY,
    **DATA,
    **PURPOSES,
    **RETENTION,
    **RECIPIENTS,
    **TRANSFERS,
    **ADEQUACY,
    **PEOPLE,
    **DECISIONS,
    **RIGHTS,
    **COOKIES,
    **LANGUAGE,
    **DOCUMENTS,
}

_IGNORES = "it judges ignores, which notices in use have none of; tests/suppress has whole runs with them"

NOT_ON_WHOLE_NOTICES: Mapping[str, str] = {
    "ignore-expired": _IGNORES,
    "ignore-locked": _IGNORES,
    "ignore-malformed": _IGNORES,
    "ignore-unknown-rule": _IGNORES,
    "ignore-unused": _IGNORES,
    "ignore-without-reason": _IGNORES,
    "gate-lowered": "it judges what a pull request changes; tests/run/gate has whole runs with one",
}
"""Rules that no mutation of a whole notice shows, each with the reason."""
