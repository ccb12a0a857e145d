"""The controller, joint controllers, representatives and the data protection officer."""

from collections.abc import Iterator

from notice_lint.model.purposes import controller_kind
from notice_lint.model.reader import Fields, Reader, gathered, union
from notice_lint.model.record import SILENT, UNREADABLE, Record, Value, members, said
from notice_lint.reference.world import World
from notice_lint.source.document import Route

_CONTACT = {
    "name": "string",
    "address": "string",
    "country": "country",
    "email": "string",
    "phone": "string",
    "url": "string",
}
_CHANNELS = ("address", "email", "phone", "url")


def contact(reader: Reader, route: Route) -> Fields:
    """Read a name and the ways to reach it."""
    fields = Fields(reader, route)
    fields.read_all(_CONTACT)
    given = tuple(channel for channel in _CHANNELS if said(fields.values[channel]))
    complete = all(fields.values[channel] is not UNREADABLE for channel in _CHANNELS)
    fields.put("channels", gathered(given, complete=complete))
    return fields


def anchor_of(reader: Reader, part: str) -> Route:
    """Return where something missing from a part is shown: at the part, else at `notice`."""
    return (part,) if reader.document.exists((part,)) else ("notice",)


def inside_eea(reader: Reader, world: World) -> Value:
    """Whether the controller's country lies in the EEA on the day; silent if the notice does not name it."""
    country = reader.value(("controller", "country"), "country")
    return world.inside(country, "eu-gdpr") if isinstance(country, str) else country


def controller(reader: Reader, world: World) -> Iterator[Record]:
    """Yield the controller, also where the notice names none."""
    fields = contact(reader, ("controller",))
    fields.read("kind", "word")
    fields.values["kind"] = controller_kind(reader)
    fields.read_all({"register_number": "string", "legal_representative": "string", "large_scale": "words"})
    fields.read("group", "string", "group", "name")
    fields.put("inside", inside_eea(reader, world))
    fields.put("all_channels", _all_channels(fields, contact(reader, ("requests",))))
    fields.put("dpo", reader.value(("dpo",), "part"), ("dpo",) if reader.document.exists(("dpo",)) else None)
    yield fields.record(anchor=anchor_of(reader, "controller"))


def _all_channels(*parties: Fields) -> Value:
    """Return every kind of channel that one of the parties gives; `UNREADABLE` if some were not read."""
    given = union([members(party.values["channels"]) for party in parties])
    complete = all(party.values[channel] is not UNREADABLE for party in parties for channel in _CHANNELS)
    return given if complete else UNREADABLE


def joint_controllers(reader: Reader) -> Iterator[Record]:
    """Yield the joint controllers."""
    for name, route in reader.entries("joint_controllers"):
        fields = contact(reader, route)
        fields.put("id", name)
        fields.read_all({"arrangement": "text", "purposes": "ids"})
        yield fields.record()


def representatives(reader: Reader, world: World) -> Iterator[Record]:
    """Yield the representatives under Art. 27."""
    for name, route in reader.entries("representatives"):
        fields = contact(reader, route)
        fields.put("id", name)
        if fields.read("regime", "word") is SILENT:
            fields.put("regime", "eu-gdpr")
        fields.put("audience_countries", reader.value(("notice", "audience", "countries"), "countries"))
        fields.put("controller_inside", inside_eea(reader, world))
        fields.put("controllers_established", _established(reader, world, fields.values["regime"]))
        yield fields.record()


def _established(reader: Reader, world: World, regime: Value) -> Value:
    """Whether all controllers are established where a law applies; silent if one does not say where it is."""
    places = [("controller",), *(route for _, route in reader.entries("joint_controllers"))]
    countries = [reader.value((*place, "country"), "country") for place in places]
    known = [country for country in countries if isinstance(country, str)]
    if not isinstance(regime, str) or reader.hides("joint_controllers"):
        return UNREADABLE
    if not all(world.inside(country, regime) for country in known):
        return False
    return True if len(known) == len(countries) else SILENT


def dpo(reader: Reader) -> Iterator[Record]:
    """Yield the data protection officer, where the notice names one."""
    if reader.value(("dpo",), "part") is True:
        fields = contact(reader, ("dpo",))
        fields.put("legal_representative", reader.value(("controller", "legal_representative"), "string"))
        yield fields.record()
