"""Cookies that analytics and advertising services set, by their names."""

from typing import NamedTuple

from notice_lint.reference.load import data


class Identifier(NamedTuple):
    """A name by which a service's cookie is known, and what its maker says it is for."""

    name: str
    """Ends in `*` where the service adds something of its own."""
    kind: str
    """`analytics` or `advertising`."""
    provider: str
    evidence: str


def identifier(cookie: str) -> Identifier | None:
    """Return what is known of a cookie of this name, None where the data have none.

    A notice may write the part that the service adds as it likes: `_ga_G12AB34`, `_ga_<id>`, `_ga_*`.
    """
    for entry in data("identifiers")["identifiers"]:
        name = str(entry["name"])
        if cookie == name or (name.endswith("*") and cookie.startswith(name[:-1])):
            return Identifier(name, entry["kind"], entry["provider"], entry["evidence"])
    return None
