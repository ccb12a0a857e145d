"""Addresses that a page may lead to."""

import re
from urllib.parse import quote

_ANCHOR = re.compile(r"#[A-Za-z0-9][A-Za-z0-9_-]*")
_MAIL = re.compile(r"mailto:[A-Za-z0-9._+-]+@[A-Za-z0-9.-]+")
_WEB = re.compile(r"https://[A-Za-z0-9.-]+(?::\d{1,5})?(?:[/?#].*)?", re.DOTALL)
_KEPT = "-._~:/?#@!$&*+,;=%"
"""Signs of an address that stay as they are; brackets and quotes would break out of Markdown or HTML."""


def safe(target: str) -> str:
    """Return an address that every writer may put into a link, "" for one that is none.

    Only https, mailto and places of the page itself: no other scheme can run or fetch something.
    """
    if _ANCHOR.fullmatch(target) or _MAIL.fullmatch(target):
        return target
    if _WEB.fullmatch(target):
        return quote(target, safe=_KEPT, errors="replace")
    return ""


def host(target: str) -> str:
    """Return the host of a web address, to be shown beside a link; "" for another kind of address."""
    found = re.match(r"https://([A-Za-z0-9.-]+)", target)
    return found[1] if found else ""
