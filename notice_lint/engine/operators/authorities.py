"""Operators about supervisory authorities: whether one is named, is known, and is one to go to."""

from collections.abc import Iterator, Mapping
from functools import cache
from urllib.parse import urlsplit

from notice_lint.engine.problem import Context, Place, Problem
from notice_lint.engine.wordlist import Phrases
from notice_lint.findings import Arg, Term, Text
from notice_lint.i18n.nearest import nearest
from notice_lint.model.record import UNREADABLE, Record
from notice_lint.reference.authorities import Authority
from notice_lint.reference.countries import state_of
from notice_lint.source.document import Route

_UNION = "europa.eu"
"""The sites of the Union: lists of all authorities stand there."""


def authority_named(record: Record, _: Mapping[str, str], context: Context) -> Iterator[Problem]:
    """Find a part on complaints that names no authority: by its id, its site, or its name in the text.

    Source: WP260 rev.01, annex.
    """
    host = _host(record)
    named = record.ids("authorities") or host.endswith(_UNION) or context.world.authority_by_host(host)
    hidden = any(record.value(field) is UNREADABLE for field in ("authorities", "url", "text"))
    if named or hidden or any(_mentioned(text, context) for _, text in _texts(record, context)):
        return
    yield Problem(record.place("text") or record.place("url") or record.anchor)


def authority_known(record: Record, _: Mapping[str, str], context: Context) -> Iterator[Problem]:
    """Find an id that is none of an authority, and a former name or address that stands alone."""
    place = record.place("authorities")
    for index, name in enumerate(record.ids("authorities")):
        if place is not None and context.world.authority(name) is None:
            listed = isinstance(context.notice.document.value(place), list)
            args: dict[str, Arg] = {"name": name, "suggestion": _meant(name, context)}
            route = (*place, index) if listed else place
            yield Problem(route, {"detail": Term("phrase", "authority.unknown", args)}, key=name)
    yield from _former(record, context)


def _former(record: Record, context: Context) -> Iterator[Problem]:
    """Yield the addresses and names that an authority had; a text with today's name too is about both."""
    host, place = _host(record), record.place("url")
    for one in context.world.authorities():
        if place is not None and any(host == old or host.endswith(f".{old}") for old in one.former):
            yield Problem(place, _today(host, one), key=host)
        for route, text in _texts(record, context) if one.former else ():
            if not context.reading.find(text, _names(one)):
                for hit in context.reading.find(text, _old_names(one)):
                    found = text[hit.start : hit.end]
                    yield Problem(
                        route, _today(found, one), stretch=(hit.start, hit.end), key=found.casefold()
                    )


def _today(found: str, authority: Authority) -> dict[str, Arg]:
    args: dict[str, Arg] = {"name": found, "today": Text(und=authority.name)}
    return {"detail": Term("phrase", "authority.former", args)}


def authority_of_a_place(record: Record, _: Mapping[str, str], context: Context) -> Iterator[Problem]:
    """Find authorities that are all of countries with which the notice has nothing to do.

    Those of the controller's establishment count, of joint controllers and representatives, of the people
    who are addressed, and of the law that the notice is written for; of Germany, those of every Land.
    Silent where the notice names no such country. Source: GDPR Art. 56, 77(1).
    """
    named = [one for one in map(context.world.authority, record.ids("authorities")) if one is not None]
    by_host = context.world.authority_by_host(_host(record))
    named += [by_host] if by_host is not None else []
    known = [one for one in named if one.country != "EU"]
    countries = _countries(context)
    watched = {one.country for one in context.world.authorities()}
    if not known or not watched.intersection(countries) or {one.country for one in known} & set(countries):
        return
    names = Term("list", tuple(dict.fromkeys(one.short for one in known)))
    args: dict[str, Arg] = {"named": names, "expected": Term("countries", countries)}
    home = context.notice.view("controller")[0].place("country")
    related = [Place(home, Term("countries", countries[:1]))] if home else []
    yield Problem(record.place("authorities") or record.place("url") or record.anchor, args, related)


def _countries(context: Context) -> tuple[str, ...]:
    """Return the states of everybody whom the notice names; none where one of them cannot be read."""
    controller, *_ = context.notice.view("controller")
    whole, *_ = context.notice.view("notice")
    others = [*context.notice.view("joint_controllers"), *context.notice.view("representatives")]
    values = [party.value("country") for party in (controller, *others)]
    if UNREADABLE in (*values, whole.value("audience_countries")):
        return ()
    homes = {"uk-gdpr": "GB", "ch-fadp": "CH"}
    laws = [homes[law] for law in context.notice.regimes if law in homes]
    codes = [value for value in values if isinstance(value, str)]
    return tuple(dict.fromkeys(map(state_of, [*codes, *whole.ids("audience_countries"), *laws])))


def _host(record: Record) -> str:
    """Return the host of the address for complaints, "" where there is none."""
    url = record.text("url")
    try:
        return (urlsplit(url if "//" in url else f"//{url}").hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def _texts(record: Record, context: Context) -> Iterator[tuple[Route, str]]:
    """Yield the text on complaints in each language, with its place."""
    value, place = record.value("text"), record.place("text")
    if isinstance(value, Text) and place is not None:
        several = isinstance(context.notice.document.value(place), dict)
        for language, text in value.items():
            yield (*place, language) if several else place, text


def _mentioned(text: str, context: Context) -> bool:
    return any(context.reading.find(text, _names(one)) for one in context.world.authorities())


@cache
def _names(authority: Authority) -> Phrases:
    return Phrases([*authority.name.split(" / "), authority.name_en, authority.short, *authority.hosts])


@cache
def _old_names(authority: Authority) -> Phrases:
    return Phrases(authority.former)


def _meant(name: str, context: Context) -> str:
    """Return the id that was probably meant, "" if none is near: "cnil" is "fr-cnil"."""
    known = context.world.authorities()
    folded = name.casefold()
    for one in known:
        if folded in (one.short.casefold(), one.id.partition("-")[2]):
            return one.id
    return nearest(name, [one.id for one in known])
