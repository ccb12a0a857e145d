"""Every text of a notice, one record for each language."""

from collections.abc import Iterator

from notice_lint.findings import Text
from notice_lint.model.reader import Reader, is_translation
from notice_lint.model.record import Record, Value
from notice_lint.source.document import Route, WholeNumber

_NOT_PROSE = frozenset(
    (
        "format",
        "id",
        "language",
        "translations",
        "version",
        "published",
        "modified",
        "effective",
        "reviewed",
        "regimes",
        "countries",
        "country",
        "processing_countries",
        "kind",
        "large_scale",
        "regime",
        "special",
        "inferred_from",
        "relation",
        "data_subjects",
        "provision",
        "purposes",
        "retention",
        "legal_basis",
        "basis",
        "whose",
        "special_condition",
        "kinds",
        "categories",
        "collections",
        "from",
        "until",
        "period",
        "then",
        "whichever",
        "role",
        "group",
        "parent",
        "organisation",
        "certified",
        "adapted_for",
        "grants",
        "presented_separately",
        "authorities",
        "claims",
        "after",
        "previous_ids",
        "replaces",
        "provider",
        "access",
        "duration",
        "remembered",
        "lead",
        "source",
        "date",
    )
)
"""Keys whose values are ids, words of closed lists, dates or countries."""

_ABOUT = {
    "notice": "title",
    "controller": "controller",
    "joint_controllers": "controller",
    "representatives": "controller",
    "dpo": "controller",
    "data_categories": "data",
    "data_subjects": "data",
    "collections": "collection",
    "legal_bases": "legal-basis",
    "purposes": "purpose",
    "retention": "retention",
    "retention_events": "retention",
    "recipients": "recipient",
    "recipient_groups": "recipient",
    "rights": "right",
    "requests": "request",
    "complaints": "complaint",
    "automated_decisions": "automated-decision",
    "profiling": "automated-decision",
    "children": "children",
    "cookies": "cookie",
    "security": "security",
    "changes": "changes",
    "statements": "statement",
    "sections": "section",
}
_CLOSER = {
    "items": "data",
    "interest": "interest",
    "transfer": "transfer",
    "provision": "provision",
    "source": "source",
}


_WORDS = ("none", "same-as-purpose")
"""Words of the format that can stand where a text can."""


def texts(reader: Reader) -> Iterator[Record]:
    """Yield every text, name and address of the notice, in the order of the file."""
    yield from _walk(reader, (), reader.raw(()), prose=True)


def _walk(reader: Reader, route: Route, raw: object, *, prose: bool) -> Iterator[Record]:
    if reader.is_broken(route):
        return
    if isinstance(raw, dict):
        by_purpose = len(route) > 1 and route[-1] == "retention"  # ids of rules, by ids of purposes
        for key, below in raw.items():
            plain = isinstance(below, dict | list)
            prose = not by_purpose and (plain or key not in _NOT_PROSE)
            yield from _walk(reader, (*route, key), below, prose=prose)
    elif isinstance(raw, list):
        words = prose and (not route or route[-1] not in _NOT_PROSE)
        for index, below in enumerate(raw):
            yield from _walk(reader, (*route, index), below, prose=words or isinstance(below, dict))
    elif prose and isinstance(raw, str | WholeNumber):
        text = raw.written if isinstance(raw, WholeNumber) else raw
        if text.strip() and text not in _WORDS:
            yield _record(reader, route, text)


def _record(reader: Reader, route: Route, text: str) -> Record:
    language = reader.language
    holder = reader.document.value(route[:-1])
    if isinstance(holder, dict) and is_translation(holder):
        language = str(route[-1])
    values: dict[str, Value] = {"text": Text({language: text}), "language": language, "about": _about(route)}
    return Record(route, values, {"text": route, "language": route}, key=language)


def _about(route: Route) -> str:
    """Return what kind of text stands there: what the nearest telling key says, else its part."""
    parts = [str(step) for step in route]
    closer = next((_CLOSER[step] for step in reversed(parts[2:]) if step in _CLOSER), "")
    return closer or (_ABOUT.get(parts[0], "other") if parts else "other")
