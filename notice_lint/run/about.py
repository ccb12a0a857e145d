"""What pages on changes say of the notice itself: its name, its controller, where people can turn."""

from collections.abc import Iterator

from notice_lint.i18n.terms import Text
from notice_lint.model.notice import Notice
from notice_lint.reference.authorities import authorities
from notice_lint.reports.changes.result import About

_CHANNELS = ("email", "url", "phone")


def about(notice: Notice) -> About:
    """Return it from the notice; what it does not say is empty."""
    reader = notice.reader
    title = reader.value(("notice", "title"), "text")
    translations = reader.value(("notice", "translations"), "ids")
    others = translations if type(translations) is tuple else ()
    return About(
        id=notice.id,
        title=title if isinstance(title, Text) else Text(),
        language=reader.language,
        languages=tuple(dict.fromkeys((reader.language, *map(str, others)))),
        controller=_plain(notice, "controller", "name"),
        contacts=tuple(dict.fromkeys(_contacts(notice))),
        url=_plain(notice, "notice", "url"),
        authorities=tuple(_authorities(notice)),
    )


def occasions(notice: Notice) -> dict[str, Text]:
    """Return what the collections are called, by id."""
    labelled = ((record.text("id"), record.value("label")) for record in notice.view("collections"))
    return {name: label for name, label in labelled if isinstance(label, Text)}


def _contacts(notice: Notice) -> Iterator[str]:
    """Yield where people can ask, best first: for requests, the data protection officer, the controller."""
    for channel in _CHANNELS:
        for part in ("requests", "dpo", "controller"):
            said = _plain(notice, part, channel)
            if said:
                yield said


def _authorities(notice: Notice) -> Iterator[tuple[str, str]]:
    known = {one.id: one for one in authorities()}
    for record in notice.view("complaints"):
        for name in record.ids("authorities"):
            if name in known:
                yield known[name].name, known[name].url


def _plain(notice: Notice, *route: str) -> str:
    value = notice.reader.value(route, "string")
    return value if isinstance(value, str) else ""
