"""What flows where: data categories to purposes, purposes to recipients, recipients to countries."""

from collections.abc import Iterator
from typing import NamedTuple

from notice_lint.findings import Text
from notice_lint.model.notice import Notice
from notice_lint.model.reader import named, union
from notice_lint.model.record import UNREADABLE, Record


class Category(NamedTuple):
    """A data category, and what the notice calls it."""

    id: str
    label: Text


class Use(NamedTuple):
    """A purpose, and the data categories that are collected for it."""

    id: str
    label: Text
    categories: tuple[str, ...]


class Receiver(NamedTuple):
    """A recipient: the purposes that it serves, the data that it gets, and where it is."""

    id: str
    label: Text
    role: str
    purposes: tuple[str, ...]
    categories: tuple[str, ...]
    """Those that the notice names for it, else those of its purposes."""
    countries: tuple[str, ...]
    organisation: str


class Flows(NamedTuple):
    """All that a notice says of where data go; things stand in its own order, once each."""

    categories: tuple[Category, ...]
    uses: tuple[Use, ...]
    receivers: tuple[Receiver, ...]
    third: frozenset[str]
    """Countries outside the territory of the notice's first law, on the day of the check."""
    regime: str
    """That law, such as `eu-gdpr`."""
    whole: bool
    """Whether all of it could be read. What cannot be read is a finding, and is missing here."""


def flows(notice: Notice) -> Flows:
    """Return what a notice says of where data go, and no more; what it does not say stays empty.

    Ids that are used but not declared are their own labels.
    """
    receivers = tuple(_receivers(notice))
    uses = tuple(_uses(notice, receivers))
    codes = union(receiver.countries for receiver in receivers)
    regime = notice.regimes[0]
    return Flows(
        categories=tuple(_categories(notice, uses, receivers)),
        uses=uses,
        receivers=receivers,
        third=frozenset(code for code in codes if not notice.world.inside(code, regime)),
        regime=regime,
        whole=not any(
            record.value(field) is UNREADABLE
            for view, fields in _LINKS.items()
            for record in notice.view(view)
            for field in fields
        ),
    )


_LINKS = {
    "purposes": ("categories", "collections"),
    "recipients": ("purposes", "categories", "countries"),
    "collected_categories": ("purposes",),
}
"""The fields that make the flows, by view."""


def _label(notice: Notice, record: Record, field: str) -> Text:
    label = record.value(field)
    return label if isinstance(label, Text) else named(notice.reader, record.text("id"))


def _receivers(notice: Notice) -> Iterator[Receiver]:
    for record in notice.view("recipients"):
        yield Receiver(
            id=record.text("id"),
            label=_label(notice, record, "recipient"),
            role=record.text("role"),
            purposes=record.ids("purposes"),
            categories=record.ids("categories"),
            countries=record.ids("countries"),
            organisation=record.text("organisation"),
        )


def _uses(notice: Notice, receivers: tuple[Receiver, ...]) -> Iterator[Use]:
    records = notice.by_id("purposes")
    for name, record in records.items():
        yield Use(name, _label(notice, record, "text"), record.ids("categories"))
    collected = notice.view("collected_categories")
    undeclared = union(
        [
            *(record.ids("purposes") for record in collected),
            *(receiver.purposes for receiver in receivers),
        ]
    )
    for name in undeclared:
        if name not in records:
            found = [record.text("category") for record in collected if name in record.ids("purposes")]
            yield Use(name, named(notice.reader, name), union([found]))


def _categories(notice: Notice, uses: tuple[Use, ...], receivers: tuple[Receiver, ...]) -> Iterator[Category]:
    records = notice.by_id("data_categories")
    for name, record in records.items():
        yield Category(name, _label(notice, record, "label"))
    for name in union([*(use.categories for use in uses), *(found.categories for found in receivers)]):
        if name not in records:
            yield Category(name, named(notice.reader, name))
