"""Cookies and other identifiers on people's devices, and the consent to them."""

from collections.abc import Iterator, Mapping, Sequence

from notice_lint.model.reader import Fields, Reader, gathered, union
from notice_lint.model.record import SILENT, UNREADABLE, Record, Value, members, said
from notice_lint.reference.identifiers import identifier

Things = Mapping[str, Record]


def cookies(
    reader: Reader, purposes: Things, recipients: Things, regimes: tuple[str, ...]
) -> Iterator[Record]:
    """Yield the cookies, each with what its name alone tells."""
    for name, route in reader.entries("cookies", "items"):
        fields = Fields(reader, route)
        fields.put("id", name)
        own = fields.read("name", "string")
        fields.put("cookie", own if isinstance(own, str) else name, fields.places.get("name"))
        fields.read_all({"provider": "id", "purposes": "ids", "kind": "word"})
        fields.read_all({"access": "ids", "retention": "id"})
        _duration(fields)
        linked = [purposes[p] for p in members(fields.values["purposes"]) if p in purposes]
        fields.put("legal_bases", union([purpose.ids("legal_bases") for purpose in linked]))
        fields.put("purpose_retention", union([purpose.ids("retention_rules") for purpose in linked]))
        fields.put("outsiders", _outsiders(fields, recipients))
        known = identifier(own) if isinstance(own, str) else None
        fields.put("known_kind", known.kind if known else SILENT)
        fields.put("known_provider", known.provider if known else SILENT)
        fields.put("regimes", regimes)
        yield fields.record()


def _duration(fields: Fields) -> None:
    route = (*fields.route, "duration")
    session = fields.reader.raw(route) == "session"
    if session:
        fields.put("duration", SILENT)
    else:
        fields.read("duration", "period")
    fields.put("session", session, route if session else None)


def _outsiders(fields: Fields, recipients: Things) -> Value:
    """Return who beside the controller's own staff gets what the cookie holds.

    Whoever says no role counts. `UNREADABLE` where a recipient is named that the notice does not have.
    """
    named = union([(str(fields.values["provider"]),)] if said(fields.values["provider"]) else [])
    named = union([named, members(fields.values["access"])])
    hidden = UNREADABLE in (fields.values["provider"], fields.values["access"])
    known = [recipients[name] for name in named if name in recipients]
    outside = tuple(record.text("id") for record in known if record.text("role") != "internal")
    return gathered(outside, complete=not hidden and len(known) == len(named))


def cookie_consent(reader: Reader, listed: Sequence[Record]) -> Iterator[Record]:
    """Yield what the notice says about consent to cookies, where it speaks of cookies."""
    if reader.value(("cookies",), "part") is not True:
        return
    fields = Fields(reader, ("cookies",))
    how = fields.read("how", "text", "consent", "how")
    fields.read("withdraw", "text", "consent", "withdraw")
    fields.read("remembered", "period", "consent", "remembered")
    fields.put("withdraw_how", reader.value(("rights", "withdraw_how"), "text"))
    names = reader.names("cookies", "items")
    fields.put("listed", UNREADABLE if names is None else names)
    used = said(how) or any("consent" in record.ids("legal_bases") for record in listed)
    fields.put("consent_used", used or (UNREADABLE if reader.hides("cookies") else False))
    yield fields.record()
