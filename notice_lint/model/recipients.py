"""Recipients: who gets data, where, and for what."""

from collections.abc import Iterator, Mapping, Sequence

from notice_lint.findings import Text
from notice_lint.model.reader import Fields, Reader, gathered, named, union
from notice_lint.model.record import SILENT, UNREADABLE, Record, Value, members, said
from notice_lint.reference.world import World
from notice_lint.source.document import Route

_OWN = {
    "name": "string",
    "category": "text",
    "role": "word",
    "service": "text",
    "terms": "text",
    "country": "country",
    "organisation": "id",
    "retention": "id",
    "parent": "id",
    "purposes": "ids",
    "categories": "ids",
}
_LIST = {"url": "string", "date": "date", "notice": "text"}
"""What the list of a recipient's own sub-processors can say."""


def recipients(
    reader: Reader, world: World, regimes: Sequence[str], collected: Sequence[Record]
) -> Iterator[Record]:
    """Yield the recipients.

    Third countries are those outside the first regime's territory, foreign ones those outside the
    territory of any, both on the world's day.
    """
    names = reader.names("recipients") or ()
    elsewhere = _named_elsewhere(reader)
    serving = _by_purpose(collected)
    for name, route in reader.entries("recipients"):
        fields = Fields(reader, route)
        fields.put("id", name)
        fields.read_all(_OWN)
        fields.put("recipient", _label(fields, name))
        _countries(fields, world, regimes)
        fields.put("linked", _linked(fields, name in elsewhere))
        _served(fields, serving)
        for key, kind in _LIST.items():
            fields.read(f"subprocessor_list.{key}", kind, "subprocessor_list", key)
        parent = fields.values["parent"]
        fields.put("parent_exists", UNREADABLE if parent is UNREADABLE else parent in names)
        bases = [reader.value((*block, "basis"), "word") for block in reader.items((*route, "transfer"))]
        found = tuple(basis for basis in bases if isinstance(basis, str))
        fields.put("transfer_bases", found, (*route, "transfer") if bases else None)
        yield fields.record(anchor=fields.places.get("country", route))


def _label(fields: Fields, name: str) -> Text:
    """Return its name, else the category of recipients that it is, else its id."""
    own, category = fields.values["name"], fields.values["category"]
    if not isinstance(own, str) and isinstance(category, Text):
        return category
    return named(fields.reader, own if isinstance(own, str) else name)


def _named_elsewhere(reader: Reader) -> set[str]:
    """Return the recipients that a cookie names, and the joint controllers whose purposes are said."""
    joint = reader.entries("joint_controllers")
    found = {name for name, route in joint if said(reader.value((*route, "purposes"), "ids"))}
    for _, cookie in reader.entries("cookies", "items"):
        for key in ("provider", "access"):
            found.update(members(reader.value((*cookie, key), "ids")))
    return found


def _linked(fields: Fields, elsewhere: bool) -> Value:  # noqa: FBT001 - a fact, not a switch
    """Whether purposes (`all` of them, perhaps), data, a cookie or its processor tie it to the notice."""
    stated = [fields.values[name] for name in ("purposes", "categories", "parent")]
    if elsewhere or any(map(said, stated)):
        return True
    return UNREADABLE if UNREADABLE in stated else False


def _countries(fields: Fields, world: World, regimes: Sequence[str]) -> None:
    """Read where it is established and where it processes data; `country.XX` is where each is named."""
    reader, route = fields.reader, fields.route
    fields.read("processing_countries", "countries")
    places: dict[str, Route] = {}
    listed = reader.items((*route, "processing_countries"))
    for place in ((*route, "country"), *listed):
        code = reader.value(place, "country")
        if isinstance(code, str):
            places.setdefault(code, place)
    hidden = UNREADABLE in (fields.values["country"], fields.values["processing_countries"])
    fields.put("countries", gathered(tuple(places), complete=not hidden))
    own_staff = fields.values["role"] == "internal"
    outside = () if own_staff else tuple(code for code in places if not world.inside(code, regimes[0]))
    fields.put("third_countries", gathered(outside, complete=own_staff or not hidden))
    _foreign(fields, world, regimes)
    for code, place in places.items():
        fields.places[f"country.{code}"] = place


def _foreign(fields: Fields, world: World, regimes: Sequence[str]) -> None:
    """Gather the countries, of its transfers too, that lie outside the territory of a law of the notice."""
    blocks = list(fields.reader.items((*fields.route, "transfer")))
    named = [fields.reader.value((*block, "country"), "country") for block in blocks]
    codes = union([members(fields.values["countries"]), [code for code in named if isinstance(code, str)]])
    found = tuple(code for code in codes if any(not world.inside(code, regime) for regime in regimes))
    hidden = UNREADABLE in (*named, fields.values["country"], fields.values["processing_countries"])
    fields.put("foreign_countries", gathered(found, complete=not hidden))


def _by_purpose(collected: Sequence[Record]) -> dict[str, list[tuple[int, str]]]:
    """Return the categories that serve each purpose, with their place in the notice."""
    found: dict[str, list[tuple[int, str]]] = {}
    for place, record in enumerate(collected):
        for purpose in record.ids("purposes"):
            found.setdefault(purpose, []).append((place, record.text("category")))
    return found


def _served(fields: Fields, serving: Mapping[str, Sequence[tuple[int, str]]]) -> None:
    """Read the purposes that it serves (`all` of them, perhaps), and the data that it gets."""
    if fields.values["purposes"] == ("all",):
        every = tuple(name for name, _ in fields.reader.entries("purposes"))
        fields.put("purposes", every or SILENT)
    if not said(fields.values["categories"]):
        places = {place for name in members(fields.values["purposes"]) for place in serving.get(name, ())}
        fields.put("categories", tuple(dict.fromkeys(category for _, category in sorted(places) if category)))
