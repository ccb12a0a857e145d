"""The resolved notice: inheritance applied, references followed, countries judged on a day."""

from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from types import MappingProxyType
from weakref import proxy

from notice_lint.model import collected, cookies, parties, parts, purposes, stated, terms, texts, whole
from notice_lint.model.reader import Reader
from notice_lint.model.recipients import recipients
from notice_lint.model.record import Record, said
from notice_lint.model.references import References
from notice_lint.model.transfers import Transfers
from notice_lint.reference.world import World
from notice_lint.source.document import Document, Route

HANDED = ("differences", "revision", "ignores", "weakenings")
"""Views that no notice can build by itself: who has compared versions or read the settings hands them in."""

Handed = Mapping[str, Iterable[Record]]
"""Records of such views, by the view's name."""


class Notice:
    """One notice on one day. `view(name)` gives the records of a view; each view is made once, when asked."""

    def __init__(
        self,
        document: Document,
        world: World,
        broken: frozenset[Route] = frozenset(),
        handed: Handed = MappingProxyType({}),
    ) -> None:
        self.document = document
        self.world = world
        self.reader = Reader(document, world.canonical_country, broken)
        self.id = self._head("id")
        self.version = self._head("version")
        self.regimes = tuple(self._regimes()) or terms.REGIMES[:1]
        self._views: dict[str, tuple[Record, ...]] = {name: tuple(handed.get(name, ())) for name in HANDED}
        self._by_id: dict[str, Mapping[str, Record]] = {}

    def view(self, name: str) -> tuple[Record, ...]:
        """Return the records of a view, in the order of the file. Raises `KeyError` for an unknown view."""
        if name not in self._views:
            self._views[name] = tuple(_BUILDERS[name](self))
        return self._views[name]

    def by_id(self, view: str) -> Mapping[str, Record]:
        """Return the records of a view that has ids, by id."""
        if view not in self._by_id:
            self._by_id[view] = {record.text("id"): record for record in self.view(view)}
        return self._by_id[view]

    def exempted(self, part: str) -> bool:
        """Whether the notice declares, with a reason, that the law lets it leave `part` out.

        Source: GDPR Art. 13(4), 14(5).
        """
        return said(self.reader.value(("notice", "exemptions", part, "reason"), "text"))

    @cached_property
    def stated_purposes(self) -> dict[str, Record]:
        """What each purpose says of itself, before anything is linked to it."""
        return purposes.stated_purposes(self.reader)

    @cached_property
    def aggregates(self) -> whole.Aggregates:
        """What rules need across the whole notice."""
        own = proxy(self)  # no cycle: a notice must go when it is judged, and with it its text
        return whole.Aggregates(self.reader, lambda view: own.view(view))  # noqa: PLW0108 - `own.view` holds it

    def links(self) -> purposes.Links:
        """Return what purposes are linked to."""
        special = {r.text("id"): r.text("special") for r in self.view("data_categories") if r.text("special")}
        people = self.by_id("data_subjects")
        return purposes.Links(self.view("collected_categories"), self.view("recipients"), people, special)

    def _head(self, key: str) -> str:
        value = self.reader.value(("notice", key), "string")
        return value if isinstance(value, str) else ""

    def _regimes(self) -> Iterable[str]:
        """Yield the laws that the notice names, once; a misspelt one counts as the one that was meant."""
        place: Route = ("notice", "regimes")
        raw = self.document.value(place)
        named = raw if isinstance(raw, list) else [raw]
        return dict.fromkeys(filter(None, (_regime(word) for word in named if isinstance(word, str))))


def _regime(word: str) -> str:
    if word in terms.REGIMES:
        return word
    from notice_lint.i18n.nearest import nearest  # noqa: PLC0415 - only where a word is misspelt

    return nearest(word, terms.REGIMES)


def _whole(notice: Notice) -> Iterable[Record]:
    return whole.notice(notice.reader, notice.view, notice.regimes, notice.aggregates)


def _rights(notice: Notice) -> Iterable[Record]:
    used = ("legal_bases_used", "special_conditions_used", "purpose_kinds_used")
    gathered = {name: notice.aggregates[name] for name in used}
    stop = purposes.consents_can_be_stopped(notice.reader, notice.stated_purposes)
    portable = purposes.brings_portability(notice.reader, notice.stated_purposes)
    return parts.rights(notice.reader, {**gathered, "consent_opt_outs": stop, "portable": portable})


def _collected(notice: Notice) -> Iterable[Record]:
    facts = collected.Facts(notice.stated_purposes, dict(notice.by_id("data_categories")))
    return collected.collected_categories(notice.reader, facts)


def _transfers(notice: Notice) -> Iterable[Record]:
    relations = {record.text("id"): record.ids("relations") for record in notice.view("purposes")}
    return Transfers(notice.reader, notice.world, notice.regimes, relations).of(notice.view("recipients"))


_BUILDERS: Mapping[str, Callable[[Notice], Iterable[Record]]] = {
    "document": lambda _: [Record((), {}, {})],
    "notice": _whole,
    "controller": lambda n: parties.controller(n.reader, n.world),
    "joint_controllers": lambda n: parties.joint_controllers(n.reader),
    "representatives": lambda n: parties.representatives(n.reader, n.world),
    "dpo": lambda n: parties.dpo(n.reader),
    "data_categories": lambda n: parts.data_categories(n.reader),
    "data_subjects": lambda n: parts.data_subjects(n.reader),
    "collected_categories": _collected,
    "collections": lambda n: collected.collections(n.reader, n.view("collected_categories")),
    "sources": lambda n: stated.statements(n.reader, "source", n.view("collected_categories")),
    "provisions": lambda n: stated.statements(n.reader, "provision", n.view("collected_categories")),
    "purposes": lambda n: purposes.purposes(n.reader, n.stated_purposes, n.links()),
    "retention_rules": lambda n: purposes.retention_rules(n.reader, n.view("collected_categories")),
    "recipients": lambda n: recipients(n.reader, n.world, n.regimes, n.view("collected_categories")),
    "transfers": _transfers,
    "texts": lambda n: texts.texts(n.reader),
    "passages": lambda n: texts.passages(n.view("texts")),
    "rights": _rights,
    "requests": lambda n: parts.requests(n.reader),
    "complaints": lambda n: parts.complaints(n.reader, n.world.day),
    "automated_decisions": lambda n: parts.automated_decisions(n.reader, n.by_id("purposes")),
    "profiling": lambda n: parts.profiling(n.reader),
    "children": lambda n: parts.children(n.reader, n.aggregates["legal_bases_used"], n.view("data_subjects")),
    "cookies": lambda n: cookies.cookies(n.reader, n.by_id("purposes"), n.by_id("recipients"), n.regimes),
    "cookie_consent": lambda n: cookies.cookie_consent(n.reader, n.view("cookies")),
    "statements": lambda n: parts.statements(n.reader, n.aggregates["third_countries"]),
    "changes": lambda n: parts.changes(n.reader),
    "references": lambda n: References(n.reader).all(),
}
