"""Supervisory authorities, by id and by the host of their site."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from notice_lint.reference.load import data


class Authority(NamedTuple):
    """A supervisory authority (GDPR Art. 51), or the Board or the Supervisor of the Union."""

    id: str
    country: str
    land: str | None
    """Of a German Land, its ISO 3166-2 part."""
    name: str
    short: str
    name_en: str
    url: str
    hosts: tuple[str, ...]
    competence: str
    """`all`, `companies`, `public`, `union-institutions` or `none`."""
    complaints: bool
    """Whether people can complain to it about anybody."""
    former: tuple[str, ...]
    evidence: str


def authorities() -> tuple[Authority, ...]:
    """Return every authority, in the order of the data: by state, then the German Länder."""
    return tuple(_authority(entry) for entry in data("authorities")["authorities"])


def by_host(host: str) -> Authority | None:
    """Return the authority whose site is at `host` or above it (`www.cnil.fr`, `cy.ico.org.uk`)."""
    labels = host.strip().lower().rstrip(".").split(".")
    above = {".".join(labels[start:]) for start in range(len(labels))}
    return next((one for one in authorities() if above.intersection(one.hosts)), None)


def _authority(entry: Mapping[str, Any]) -> Authority:
    return Authority(
        id=entry["id"],
        country=entry["country"],
        land=entry.get("land"),
        name=entry["name"],
        short=entry["short"],
        name_en=entry["name_en"],
        url=entry["url"],
        hosts=tuple(entry["hosts"]),
        competence=entry["competence"],
        complaints=entry["complaints"],
        former=tuple(entry.get("former", ())),
        evidence=entry["evidence"],
    )
