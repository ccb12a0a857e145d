"""What flows where, as a picture and as tables that say the same."""

from collections.abc import Iterator, Sequence

from notice_lint.i18n import Catalogue
from notice_lint.model.flows import Flows, Receiver, Use
from notice_lint.pages.blocks import Block, Paragraph, Picture, Table, Tone
from notice_lint.pages.inline import Foreign, Inline, Prose
from notice_lint.reports.picture import picture, serves_all

_ALL = 5
"""From so many data categories on, all of them are not listed one by one."""


def pictured(flows: Flows, words: Catalogue) -> Iterator[Block]:
    """Yield the picture, its tables, and what the reader must know of them."""
    yield Paragraph(counted(flows, words))
    yield Paragraph(words.sentence("page.flows.note"), Tone.QUIET)
    if not flows.whole:
        yield Paragraph(words.sentence("page.flows.partial"), Tone.WARNING)
    yield Picture(
        title=words.sentence("page.flows.caption"),
        description=f"{counted(flows, words)} {words.sentence('page.flows.note')}",
        drawing=picture(flows, words),
        otherwise=list(_tables(flows, words)),
        label=words.sentence("page.flows.tables"),
    )


def counted(flows: Flows, words: Catalogue) -> str:
    """Return how many of what there are, in words."""
    countries = {code for receiver in flows.receivers for code in receiver.countries}
    return words.say(
        "page.flows.counts",
        data=words.say("page.flows.counts.data", len(flows.categories)),
        uses=words.say("page.flows.counts.uses", len(flows.uses)),
        receivers=words.say("page.flows.counts.receivers", len(flows.receivers)),
        countries=words.say("page.flows.counts.countries", len(countries)),
        third=words.say("page.flows.counts.third", len(countries & flows.third)),
    )


def _tables(flows: Flows, words: Catalogue) -> Iterator[Block]:
    yield Table(
        [words.sentence(f"page.flows.{key}") for key in ("receiver", "role", "use", "data", "country")],
        [_receiver(receiver, flows, words) for receiver in flows.receivers],
        caption=words.sentence("page.flows.by-receiver"),
        row_heads=True,
    )
    rows = [_use(use, flows, words) for use in flows.uses]
    used = {name for use in flows.uses for name in use.categories}
    unused = [category.id for category in flows.categories if category.id not in used]
    if unused:
        rows.append([words.sentence("page.flows.no-use"), _categories(unused, flows, words), "–"])
    yield Table(
        [words.sentence(f"page.flows.{key}") for key in ("use", "data", "receiver")],
        rows,
        caption=words.sentence("page.flows.by-use"),
        row_heads=True,
    )


def _receiver(receiver: Receiver, flows: Flows, words: Catalogue) -> list[Prose]:
    return [
        Foreign(words.arg(receiver.label)),
        words.word(receiver.role) if receiver.role else words.sentence("page.flows.no-role"),
        _purposes(receiver.purposes, flows, words),
        _categories(receiver.categories, flows, words),
        _places(receiver, flows, words),
    ]


def _purposes(names: Sequence[str], flows: Flows, words: Catalogue) -> Prose:
    if serves_all(flows, names):
        return words.say("page.flows.all", len(flows.uses))
    labels = {use.id: words.arg(use.label) for use in flows.uses}
    return _listed([labels[name] for name in names], words.sentence("page.flows.no-use"), words)


def _categories(names: Sequence[str], flows: Flows, words: Catalogue) -> Prose:
    labels = {category.id: words.arg(category.label) for category in flows.categories}
    if len(labels) >= _ALL and len(names) == len(labels):
        return words.say("page.flows.all-data", len(labels))
    return _listed([labels[name] for name in names], words.sentence("page.flows.no-data"), words)


def _places(receiver: Receiver, flows: Flows, words: Catalogue) -> Prose:
    third = words.sentence("page.flows.third")
    places = [
        f"{words.country(code)}, {third}" if code in flows.third else words.country(code)
        for code in receiver.countries
    ]
    if receiver.organisation:
        places.append(receiver.organisation)
    return _listed(places, words.sentence("page.flows.no-country"), words)


def _use(use: Use, flows: Flows, words: Catalogue) -> list[Prose]:
    every = [found for found in flows.receivers if serves_all(flows, found.purposes)]
    own = [
        words.arg(found.label) for found in flows.receivers if use.id in found.purposes and found not in every
    ]
    receivers: list[Inline] = [*_listed(own, "", words)]
    if every:
        receivers += [
            words.sentence("page.semicolon") if own else "",
            words.say("page.flows.and-every", len(every)),
        ]
    return [
        Foreign(words.arg(use.label)),
        _categories(use.categories, flows, words),
        receivers or words.sentence("page.flows.no-receiver"),
    ]


def _listed(labels: Sequence[str], otherwise: str, words: Catalogue) -> list[Inline]:
    """Return labels of others, parted by semicolons; in place of none, a sentence of ours."""
    found: list[Inline] = []
    for label in labels:
        found += [words.sentence("page.semicolon") if found else "", Foreign(label.rstrip(". "))]
    return found or ([otherwise] if otherwise else [])
