"""Recipients: who gets data, where, and for what."""

from collections.abc import Iterator, Sequence

from notice_lint.findings import Text
from notice_lint.model.reader import Fields, Reader, gathered, named, words_of
from notice_lint.model.record import SILENT, UNREADABLE, Record, members, said
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


def recipients(reader: Reader, world: World, regime: str, collected: Sequence[Record]) -> Iterator[Record]:
    """Yield the recipients. Third countries are those outside the regime's territory, on the world's day."""
    names = reader.names("recipients") or ()
    for name, route in reader.entries("recipients"):
        fields = Fields(reader, route)
        fields.put("id", name)
        fields.read_all(_OWN)
        fields.put("recipient", _label(fields, name))
        _countries(fields, world, regime)
        _served(fields, collected)
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


def _countries(fields: Fields, world: World, regime: str) -> None:
    """Read where it is established and where it processes data; `country.XX` is where each is named."""
    reader, route = fields.reader, fields.route
    places: dict[str, Route] = {}
    listed = reader.items((*route, "processing_countries"))
    for place in ((*route, "country"), *listed):
        code = reader.value(place, "country")
        if isinstance(code, str):
            places.setdefault(code, place)
    hidden = UNREADABLE in (
        fields.values["country"],
        reader.value((*route, "processing_countries"), "countries"),
    )
    fields.put("countries", gathered(tuple(places), complete=not hidden))
    own_staff = fields.values["role"] == "internal"
    outside = () if own_staff else tuple(code for code in places if not world.inside(code, regime))
    fields.put("third_countries", outside)
    for code, place in places.items():
        fields.places[f"country.{code}"] = place


def _served(fields: Fields, collected: Sequence[Record]) -> None:
    """Read the purposes that it serves (`all` of them, perhaps), and the data that it gets."""
    if fields.values["purposes"] == ("all",):
        every = tuple(name for name, _ in fields.reader.entries("purposes"))
        fields.put("purposes", every or SILENT)
    purposes = set(members(fields.values["purposes"]))
    if not said(fields.values["categories"]):
        concerned = [record for record in collected if purposes.intersection(record.ids("purposes"))]
        fields.put("categories", words_of(concerned, "category"))
