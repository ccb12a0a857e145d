"""What stands at each key of a notice, as a comparison sees it: the annotation of `notice.schema.json`.

Every array and every mapping of the schema has a topology here, and a test fails for one without: a *map* is
keyed by ids, a *set* has no order, a *text* is one string a language, *texts* are texts in the order of the
page, known by what they say. Without it, a comparison would have to guess what is the same thing.
"""

from collections.abc import Mapping
from typing import NamedTuple


class Kind(NamedTuple):
    """How a value is read."""

    how: str
    """`text`, `line`, `word`, `flag`, `number`, `date`, `period`, `country`, `set`, `countries`, `texts`,
    `ref`, `place` (a route); or a shape of its own: `short`, `bases`, `interest`, `transfers`, `uses`,
    `versions`, `entries`."""
    of: str = ""
    """Of ids: the part that they name things of."""
    unless_said: object = None
    """What counts where nothing is said: said or not, it is left out."""
    fields: Mapping[str, "Kind | Fields"] = {}
    """Of a shape: what stands inside."""


Fields = Mapping[str, "Kind | Fields"]

TEXT, LINE, WORD, FLAG, NUMBER = Kind("text"), Kind("line"), Kind("word"), Kind("flag"), Kind("number")
DATE, PERIOD, COUNTRY = Kind("date"), Kind("period"), Kind("country")
WORDS, COUNTRIES, TEXTS = Kind("set"), Kind("countries"), Kind("texts")
NOT_TRUE = Kind("flag", unless_said=False)
"""A flag that says something only where it is true."""


def ids(part: str) -> Kind:
    """Return the kind of a set of ids of things in `part`."""
    return Kind("set", part)


def ref(part: str) -> Kind:
    """Return the kind of one id of a thing in `part`."""
    return Kind("ref", part)


PURPOSES, CATEGORIES, SUBJECTS = ids("purposes"), ids("data_categories"), ids("data_subjects")
_CONTACT: Fields = {"name": LINE, "address": LINE, "country": COUNTRY, "email": LINE}

SOURCE = Kind("short", fields={"kind": WORD, "who": TEXT, "public": FLAG, "informed": TEXT})
PROVISION = Kind("short", fields={"kind": WORD, "consequence": TEXT, "law": TEXT})
INHERITED: Mapping[str, Kind] = {
    "purposes": PURPOSES,
    "retention": Kind("uses", "retention"),
    "source": SOURCE,
    "provision": PROVISION,
}
"""What a category has of its collection, unless it says so itself."""

TRANSFER: Fields = {
    "framework": WORD,
    "certified": DATE,
    "certified_as": TEXT,
    "covers_hr": FLAG,
    "in_scope": FLAG,
    "module": NUMBER,
    "importer_under_gdpr": FLAG,
    "approved_by": TEXT,
    "adapted_for": WORDS,
    "occasional": FLAG,
    "risks": TEXT,
    "interest": TEXT,
    "copy": TEXT,
    "supplementary_measures": TEXT,
}
"""What a transfer block says besides the country and the basis that it is known by."""

NOTICE: Fields = {
    "id": LINE,
    "title": TEXT,
    "language": WORD,
    "translations": WORDS,
    "version": LINE,
    "published": DATE,
    "modified": DATE,
    "effective": DATE,
    "reviewed": DATE,
    "url": LINE,
    "regimes": Kind("set", unless_said={"eu-gdpr": True}),
    "audience": {"countries": COUNTRIES},
    "exemptions": Kind("entries", fields={"article": LINE, "reason": TEXT}),
    "previous_versions": Kind("versions", fields={"version": LINE, "url": LINE}),
}

SINGLE: Mapping[str, Fields] = {
    "notice": NOTICE,
    "controller": {
        **_CONTACT,
        "phone": LINE,
        "url": LINE,
        "register_number": LINE,
        "kind": Kind("word", unless_said="company"),
        "legal_representative": LINE,
        "large_scale": WORDS,
        "group": {"name": LINE, "address": LINE, "country": COUNTRY, "phone": LINE},
    },
    "dpo": {"name": LINE, "email": LINE, "address": LINE},
    "requests": {"email": LINE, "address": LINE, "url": LINE, "how": TEXT},
    "complaints": {"authorities": WORDS, "url": LINE, "text": TEXT, "to_controller": TEXT},
    "children": {
        "minimum_age": NUMBER,
        "text": TEXT,
        "consent_age": NUMBER,
        "parental_consent": TEXT,
        "version_url": LINE,
    },
    "cookies": {"consent": {"how": TEXT, "withdraw": TEXT, "remembered": PERIOD}},
    "security": {"text": TEXT},
    "changes": {"text": TEXT, "channel": LINE, "lead": PERIOD},
    "headings": dict.fromkeys(
        (
            *("controller", "joint_controllers", "representatives", "dpo", "data_categories"),
            *("data_subjects", "collections", "legal_bases", "purposes", "retention", "recipients"),
            *("rights", "requests", "complaints", "automated_decisions", "profiling", "children"),
            *("cookies", "security", "changes", "statements"),
        ),
        TEXT,
    ),
}
"""Parts that are one thing."""

KEYED: Mapping[str, Fields] = {
    "joint_controllers": {**_CONTACT, "arrangement": TEXT, "purposes": PURPOSES},
    "representatives": {"regime": Kind("word", unless_said="eu-gdpr"), **_CONTACT},
    "data_categories": {"label": TEXT, "special": WORD, "criminal": NOT_TRUE, "law": TEXT}
    | {"inferred_from": CATEGORIES},
    "data_subjects": {"label": TEXT, "relation": WORD},
    "collections": {"label": TEXT, "section": TEXT, "data_subjects": SUBJECTS},
    "categories": {"items": TEXTS, **INHERITED},
    "legal_bases": {"text": TEXT, "balancing": TEXT},
    "purposes": {
        "text": TEXT,
        "legal_basis": Kind("bases", fields={"when": TEXT}),
        "interest": Kind("interest", fields={"text": TEXT, "whose": WORD, "balancing": TEXT}),
        "law": TEXT,
        "special_condition": WORD,
        "special_law": TEXT,
        "kinds": WORDS,
        "data_subjects": SUBJECTS,
        "categories": CATEGORIES,
        "collections": ids("collections"),
        "opt_out": TEXT,
    },
    "retention": {
        "period": PERIOD,
        "from": ref("retention_events"),
        "until": ref("retention_events"),
        "whichever": Kind("word", unless_said="first"),
        "text": TEXT,
        "law": TEXT,
        "statutory": NOT_TRUE,
        "then": WORD,
        "criteria": TEXT,
        "indefinite": TEXT,
        "maximum": NOT_TRUE,
        "covers": TEXT,
    },
    "retention_events": {"label": TEXT},
    "recipient_groups": {"text": TEXT},
    "recipients": {
        "name": LINE,
        "category": TEXT,
        "role": WORD,
        "group": ref("recipient_groups"),
        "service": TEXT,
        "terms": TEXT,
        "country": COUNTRY,
        "processing_countries": COUNTRIES,
        "purposes": PURPOSES,
        "categories": CATEGORIES,
        "parent": ref("recipients"),
        "subprocessor_list": {"url": LINE, "date": DATE, "notice": TEXT},
        "retention": ref("retention"),
        "organisation": WORD,
        "transfer": Kind("transfers", fields=TRANSFER),
    },
    "rights": {"text": TEXT},
    "automated_decisions": {
        "text": TEXT,
        "logic": TEXT,
        "significance": TEXT,
        "consequences": TEXT,
        "ground": TEXT,
        "safeguards": TEXT,
        "purposes": PURPOSES,
    },
    "profiling": {"text": TEXT, "purposes": PURPOSES},
    "cookies": {
        "name": LINE,
        "provider": ref("recipients"),
        "purposes": PURPOSES,
        "duration": PERIOD,
        "kind": WORD,
        "access": ids("recipients"),
        "retention": ref("retention"),
    },
    "statements": {"claims": WORDS, "text": TEXT},
    "sections": {"heading": TEXT, "text": TEXT, "after": Kind("place", "notice")},
}
"""Parts that are maps of things by id; `categories` are those inside a collection."""

PARTS = (
    *("notice", "controller", "joint_controllers", "representatives", "dpo", "data_categories"),
    *("data_subjects", "collections", "categories", "legal_bases", "purposes", "retention"),
    *("retention_events", "recipient_groups", "recipients", "rights", "requests", "complaints"),
    *("automated_decisions", "profiling", "children", "cookies", "security", "changes", "statements"),
    *("sections", "headings"),
)
"""Every part, in the order in which differences are told."""

NAMED = frozenset(KEYED) - {"categories", "legal_bases", "rights"}
"""Parts whose ids the author chooses: these can be renamed and replaced."""


def fields_of(part: str) -> Fields:
    """Return what can stand in an entry of a part; `none` is the text of one that says there is none."""
    return {**SINGLE.get(part, {}), **KEYED.get(part, {}), "none": TEXT}


def kind_of(part: str, path: tuple[str | int, ...]) -> Kind | None:
    """Return the kind of what stands at a path of an entry, or of what it stands in; None if it has none."""
    here: Kind | Fields | None = fields_of(part)
    for step in path:
        inside = here.fields if isinstance(here, Kind) else here
        if not inside:
            break
        if isinstance(here, Kind) and step not in inside:
            continue  # the id, country or basis that a shape is keyed by
        here = inside.get(str(step)) if inside else None
    return here if isinstance(here, Kind) else None
