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

NOT_ON_WHOLE_NOTICES: Mapping[str, str] = {}
"""Rules that no mutation of a whole notice shows, each with the reason."""
