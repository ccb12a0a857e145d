"""A picture of what flows where, as a notice says it: data, purposes, recipients, countries."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from notice_lint.i18n import Catalogue, Text
from notice_lint.model.flows import Flows
from notice_lint.pages.columns import Column, Link, Node, drawn, ordered
from notice_lint.pages.drawing import Drawing
from notice_lint.pages.grid import broken
from notice_lint.pages.terminal import visible

_GAP = 62.0
_WIDTHS = {"data": 196.0, "use": 300.0, "receiver": 204.0, "country": 146.0}
_SIGN = 6.7
"""The width that a sign takes on average, in user units, with some room to spare."""

_LINES = 2
"""A thing may take so many lines, a country one more; where many share a box each has one line."""

_CLOSE = 3
"""So many things that share a box are many."""

_MEMBERS = 6
"""A box names at most so many things, and says how many more there are."""

_MOST = 45
"""A column has at most so many boxes, and says how many more there are."""

_ALL = 3
"""From so many purposes on, all of them together have a box of their own."""

Arrow = tuple[str, str]


class Thing(NamedTuple):
    """Something that is linked: its kind and id make its key."""

    kind: str
    id: str
    label: str
    tone: str = "usual"
    remark: str = ""

    @property
    def key(self) -> str:
        """What tells it from all others."""
        return f"{self.kind}:{self.id}"


def picture(flows: Flows, words: Catalogue) -> Drawing:
    """Return the drawing.

    Things that are linked alike share a box, and a recipient that serves every purpose is linked with all of
    them at once. What the notice leaves open ends at a box that says so.
    """
    things = list(_things(flows, words))
    arrows = list(_arrows(flows))
    used = {end for arrow in arrows for end in arrow}
    boxes, renamed = _merged([thing for thing in things if thing.key in used], arrows, words)
    links = _links(arrows, renamed, {thing.key: thing.tone for thing in things})
    columns = _cut({kind: boxes.get(kind, []) for kind in _WIDTHS}, words)
    shown = {node.key for nodes in columns.values() for node in nodes}
    links = [link for link in links if link.source in shown and link.target in shown]
    columns = _in_order(columns, links)
    return drawn(
        [Column(words.sentence(f"page.flows.{kind}"), _WIDTHS[kind], columns[kind]) for kind in _WIDTHS],
        links,
        _GAP,
    )


def serves_all(flows: Flows, purposes: Sequence[str]) -> bool:
    """Whether these are all purposes of a notice that has several."""
    return len(flows.uses) >= _ALL and {use.id for use in flows.uses} <= set(purposes)


def _things(flows: Flows, words: Catalogue) -> Iterator[Thing]:
    for category in flows.categories:
        yield _thing("data", category.id, category.label, words)
    yield Thing("data", "", words.sentence("page.flows.no-data"), "bare")
    yield Thing("use", "*", words.say("page.flows.all", len(flows.uses)), "all")
    for use in flows.uses:
        yield _thing("use", use.id, use.label, words)
    yield Thing("use", "", words.sentence("page.flows.no-use"), "bare")
    places: dict[str, Thing] = {}
    for receiver in flows.receivers:
        yield _thing("receiver", receiver.id, receiver.label, words)
        for code in receiver.countries:
            far = code in flows.third
            remark = words.sentence("page.flows.third") if far else ""
            places[code] = Thing("country", code, words.country(code), "far" if far else "usual", remark)
        if receiver.organisation:
            organisation = f"+{receiver.organisation}"
            places[organisation] = Thing("country", organisation, receiver.organisation)
    yield Thing("receiver", "", words.sentence("page.flows.no-receiver"), "bare")
    yield from sorted(places.values(), key=lambda thing: thing.tone == "far")
    yield Thing("country", "", words.sentence("page.flows.no-country"), "bare")


def _thing(kind: str, name: str, label: Text, words: Catalogue) -> Thing:
    return Thing(kind, name, visible(words.arg(label)))


def _arrows(flows: Flows) -> Iterator[Arrow]:
    """Yield what leads where; what leads nowhere, or comes from nowhere, leads to an empty id."""
    every = {found.id for found in flows.receivers if serves_all(flows, found.purposes)}
    used = {name for use in flows.uses for name in use.categories}
    served = {name for found in flows.receivers for name in found.purposes}
    for category in flows.categories:
        if category.id not in used:
            yield f"data:{category.id}", "use:"
    for use in flows.uses:
        for name in use.categories or ("",):
            yield f"data:{name}", f"use:{use.id}"
        if use.id not in served:
            yield f"use:{use.id}", "receiver:"
    for found in flows.receivers:
        for name in ("*",) if found.id in every else found.purposes or ("",):
            yield f"use:{name}", f"receiver:{found.id}"
        organisation = (f"+{found.organisation}",) if found.organisation else ()
        for code in (*found.countries, *organisation) or ("",):
            yield f"receiver:{found.id}", f"country:{code}"


def _merged(
    things: Sequence[Thing], arrows: Sequence[Arrow], words: Catalogue
) -> tuple[dict[str, list[Node]], dict[str, str]]:
    """Return the boxes of each column, and the box in which each thing stands."""
    linked: dict[str, set[Arrow]] = {thing.key: set() for thing in things}
    for source, target in arrows:
        linked[source].add(("to", target))
        linked[target].add(("from", source))
    groups: dict[tuple[str, str, frozenset[Arrow]], list[Thing]] = {}
    for thing in things:
        alone = thing.key if thing.kind == "country" or thing.tone != "usual" else ""
        groups.setdefault((thing.kind, alone, frozenset(linked[thing.key])), []).append(thing)
    boxes: dict[str, list[Node]] = {}
    renamed: dict[str, str] = {}
    for group in groups.values():
        first = group[0]
        boxes.setdefault(first.kind, []).append(Node(first.key, _lines(group, words), first.tone))
        renamed |= {thing.key: first.key for thing in group}
    return boxes, renamed


def _lines(group: Sequence[Thing], words: Catalogue) -> list[str]:
    """Return the lines of a box: one for each of several things, more for one that is alone."""
    kind = group[0].kind
    room = int((_WIDTHS[kind] - 2 * _SIGN) / _SIGN)
    if len(group) == 1:
        lines = _short(group[0].label, room, _LINES + (kind == "country"))
        return [*lines, group[0].remark] if group[0].remark else lines
    shown = group if len(group) <= _MEMBERS + 1 else group[:_MEMBERS]
    most = 1 if len(group) > _CLOSE else _LINES
    lines = [line for thing in shown for line in _short(f"• {thing.label}", room, most)]
    if len(shown) < len(group):
        lines.append(words.say("page.flows.more", len(group) - len(shown)))
    return lines


def _short(text: str, room: int, most: int) -> list[str]:
    lines = broken(text, room)
    if len(lines) <= most:
        return lines
    last = lines[most - 1]
    while len(last) >= room and " " in last:
        last = last.rpartition(" ")[0]
    return [*lines[: most - 1], f"{last[: room - 1].rstrip(' ,;:.…')}…"]


def _links(arrows: Sequence[Arrow], renamed: Mapping[str, str], tones: Mapping[str, str]) -> list[Link]:
    """Return the ribbons between boxes, once each."""
    found: dict[Arrow, Link] = {}
    for source, target in arrows:
        ends = (renamed[source], renamed[target])
        tone = "far" if tones[target] == "far" else "usual"
        found.setdefault(ends, Link(*ends, tone))
    return list(found.values())


def _cut(columns: Mapping[str, list[Node]], words: Catalogue) -> dict[str, list[Node]]:
    """Return columns that can be read: of a long one the beginning, and how many boxes are left out."""
    cut = dict(columns)
    for kind, nodes in columns.items():
        said = [node for node in nodes if node.tone != "bare"]
        if len(said) > _MOST:
            left_out = words.say("page.flows.left-out", len(said) - _MOST)
            more = Node(f"{kind}:…", broken(left_out, int(_WIDTHS[kind] / _SIGN)), "bare")
            cut[kind] = [*said[:_MOST], more, *(node for node in nodes if node.tone == "bare")]
    return cut


def _in_order(columns: Mapping[str, list[Node]], links: Sequence[Link]) -> dict[str, list[Node]]:
    """Return the columns with few crossings; purposes keep their order, third countries stand last."""
    uses = [node.key for node in columns["use"]]
    receivers = ordered(columns["receiver"], links, uses)
    return {
        **columns,
        "data": ordered(columns["data"], links, uses),
        "receiver": receivers,
        "country": sorted(
            ordered(columns["country"], links, [node.key for node in receivers]),
            key=lambda node: node.tone == "far",
        ),
    }
