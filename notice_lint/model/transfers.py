"""Transfers: recipients in third countries, each with a basis that is named, judged on a day."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from notice_lint.findings import Arg, Term, Text
from notice_lint.model.dates import PartialDate
from notice_lint.model.reader import Fields, Reader, union
from notice_lint.model.record import SILENT, UNREADABLE, Record, Value, members, said
from notice_lint.reference.world import Adequacy, World
from notice_lint.source.document import Route

_BLOCK = {
    "basis": "word",
    "framework": "id",
    "certified": "date",
    "certified_as": "text",
    "covers_hr": "flag",
    "in_scope": "flag",
    "module": "number",
    "importer_under_gdpr": "flag",
    "approved_by": "text",
    "adapted_for": "ids",
    "occasional": "flag",
    "risks": "text",
    "interest": "text",
    "copy": "text",
    "supplementary_measures": "text",
}
_UK_TOOLS = ("uk-idta", "uk-addendum")
_STANDS = ("in-force", "expiring")


class _Target(NamedTuple):
    """A recipient's third country, or international organisation, under one law."""

    recipient: Record
    regime: str
    code: str
    """The country, or the organisation's id."""
    place: Route
    organisation: bool
    adequacy: Adequacy


class _Block(NamedTuple):
    """What the notice says of one transfer of a recipient."""

    country: Value
    fields: Fields

    @property
    def basis(self) -> Value:
        return self.fields.values["basis"]


class Transfers:
    """Finds transfers. `relations` says of each purpose what its people are to the controller."""

    def __init__(
        self, reader: Reader, world: World, regimes: Sequence[str], relations: Mapping[str, tuple[str, ...]]
    ) -> None:
        self._reader = reader
        self._world = world
        self._regimes = regimes
        self._relations = relations

    def of(self, recipients: Sequence[Record]) -> Iterator[Record]:
        """Yield, for each law and recipient, its third countries with each basis that is named for them.

        One without a basis if none is named; none for the controller's own staff, nor where what is
        named cannot be read. Source: GDPR Art. 44–49; UK GDPR Art. 44–49; Swiss FADP Art. 16.
        """
        for regime in self._regimes:
            for recipient in recipients:
                blocks = self._blocks(recipient.route)
                if recipient.text("role") == "internal" or blocks is None:
                    continue
                for target in self._targets(recipient, regime):
                    yield from self._records(target, blocks)

    def _blocks(self, recipient: Route) -> list[_Block] | None:
        """Return the transfer blocks of a recipient; None where one cannot be read."""
        place: Route = (*recipient, "transfer")
        blocks = [self._block(route) for route in self._reader.items(place)]
        hidden = any(UNREADABLE in (block.basis, block.country) for block in blocks)
        return None if hidden or self._reader.is_broken(place) else blocks

    def _block(self, route: Route) -> _Block:
        fields = Fields(self._reader, route)
        fields.read_all(_BLOCK)
        return _Block(self._reader.value((*route, "country"), "country"), fields)

    def _targets(self, recipient: Record, regime: str) -> Iterator[_Target]:
        for code in recipient.ids("countries"):
            if not self._world.inside(code, regime):
                place = recipient.place(f"country.{code}") or recipient.route
                found = self._world.adequacy(code, regime)
                yield _Target(recipient, regime, code, place, organisation=False, adequacy=found)
        name = recipient.text("organisation")
        if name:
            place = recipient.place("organisation") or recipient.route
            found = self._world.organisation(name, regime)
            yield _Target(recipient, regime, name, place, organisation=True, adequacy=found)

    def _records(self, target: _Target, blocks: Sequence[_Block]) -> Iterator[Record]:
        covering = [block for block in blocks if _covers(block, target)]
        stands = [self._stands(target, block) for block in covering]
        if not covering:
            yield self._record(target, None, otherwise_covered=False)
        for index, block in enumerate(covering):
            others = stands[:index] + stands[index + 1 :]
            yield self._record(target, block.fields, otherwise_covered=any(others))

    def _stands(self, target: _Target, block: _Block) -> bool:
        """Whether the basis holds for this country on the day, as far as the notice tells."""
        if block.basis == "adequacy":
            return self._status(target, block.fields) in (*_STANDS, UNREADABLE)
        if target.regime == "uk-gdpr" and block.basis == "standard-contractual-clauses":
            return "uk" in members(block.fields.values["adapted_for"])
        return target.regime != "ch-fadp" or block.basis not in _UK_TOOLS

    def _status(self, target: _Target, block: Fields | None) -> Value:
        """Return the state of adequacy: `in-force`, `expiring`, `lapsed`, `absent`, `out-of-scope`.

        A decision that covers certified organisations only holds where the framework is named and a
        certification is stated; a framework that is dead has lapsed. What cannot be read may be right.
        """
        if block is None or block.values["basis"] != "adequacy":
            return target.adequacy.status
        named = block.values["framework"]
        if any(named == framework.id for framework in self._world.dead_frameworks()):
            return "lapsed"
        if target.adequacy.scope == "certified" and (named is UNREADABLE or isinstance(named, str)):
            certified = _certified(block)
            if UNREADABLE in (named, certified):
                return UNREADABLE
            return self._world.adequacy(target.code, target.regime, str(named) if certified else None).status
        limited = block.values["in_scope"] is False and target.adequacy.status in _STANDS
        return "out-of-scope" if limited else target.adequacy.status

    def _record(self, target: _Target, block: Fields | None, *, otherwise_covered: bool) -> Record:
        recipient, code = target.recipient, target.code
        status = self._status(target, block)
        people = union([self._relations.get(purpose, ()) for purpose in recipient.ids("purposes")])
        values: dict[str, Value] = {
            **(block.values if block else {}),
            "recipient": recipient.value("recipient"),
            "recipient_id": recipient.value("id"),
            "role": recipient.value("role"),
            "regime": target.regime,
            "country": SILENT if target.organisation else code,
            "organisation": code if target.organisation else SILENT,
            "otherwise_covered": otherwise_covered,
            "relations": people,
            **_decision(target.adequacy, status),
            "adequacy_words": self._words(target, status, block),
            "adequacy.outlook": _outlook(target.adequacy),
        }
        places = {
            **(block.places if block else {}),
            ("organisation" if target.organisation else "country"): target.place,
        }
        if place := recipient.place("role"):
            places["role"] = place
        route = block.route if block else recipient.route
        return Record(route, values, places, anchor=target.place, key=code)

    def _words(self, target: _Target, status: Value, block: Fields | None) -> Term:
        """Return a sentence on the decision; it names the law where that is not plainly the GDPR."""
        adequacy = target.adequacy
        sentence = f"adequacy.{adequacy.status if status is UNREADABLE else status}"
        if sentence == "adequacy.out-of-scope" and adequacy.scope == "certified":
            named = block is not None and block.values["framework"] == adequacy.framework
            sentence = "adequacy.certification-missing" if named else "adequacy.certified-only"
        elif status == "lapsed" and (adequacy.until is None or adequacy.until >= self._world.day):
            sentence = "adequacy.assumed-void" if adequacy.status == "lapsed" else "adequacy.framework-ended"
        args: dict[str, Arg] = {"number": adequacy.number or "", "scope": Text(adequacy.scope_text)}
        if adequacy.until:
            args["until"] = Term("date", adequacy.until.isoformat())
        words = Term("phrase", sentence, args)
        if tuple(self._regimes) == ("eu-gdpr",):
            return words
        return Term("phrase", "adequacy.under", {"law": Term("word", target.regime), "sentence": words})


def _covers(block: _Block, target: _Target) -> bool:
    """Whether a block names a basis for this country; one without a country speaks of all of them.

    British tools are none under the GDPR of the Union.
    """
    concerned = target.organisation or block.country in (SILENT, target.code)
    foreign = target.regime == "eu-gdpr" and block.basis in _UK_TOOLS
    return concerned and said(block.basis) and not foreign


def _certified(block: Fields) -> Value:
    """Whether a certification is stated; unreadable where only what cannot be read could state it."""
    stated = [block.values[name] for name in ("certified", "certified_as")]
    return UNREADABLE if UNREADABLE in stated and not any(map(said, stated)) else any(map(said, stated))


def _outlook(adequacy: Adequacy) -> Term:
    """Return a sentence on what may end the decision: its last day if that is near, or an action in court."""
    args: dict[str, Arg] = {"number": adequacy.number or ""}
    if adequacy.until and adequacy.status == "expiring":
        return Term("phrase", "adequacy.ends", {**args, "until": Term("date", adequacy.until.isoformat())})
    return Term("phrase", "adequacy.litigation" if adequacy.litigation else "said.nothing", args)


def _decision(adequacy: Adequacy, status: Value) -> dict[str, Value]:
    until = adequacy.until and PartialDate.parse(adequacy.until.isoformat())
    return {
        "adequacy.status": status,
        "adequacy.decision": adequacy.number or SILENT,
        "adequacy.until": until or SILENT,
        "adequacy.limited": adequacy.limited,
        "adequacy.litigation": adequacy.litigation,
        "adequacy.evidence": adequacy.evidence,
    }
