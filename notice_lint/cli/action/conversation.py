"""The one comment on a pull request that is ours: found again, edited, never a second one.

The only place of the tool that speaks to the network, and only where a workflow sets `comment: true`.
"""

import json
import re
from collections.abc import Iterator, Mapping
from http.client import HTTPException, HTTPMessage
from typing import IO, Any, NamedTuple, NoReturn
from urllib.error import HTTPError
from urllib.request import HTTPRedirectHandler, Request, build_opener

MARK = "<!-- notice-lint: one comment -->"
"""Stands first in our comment. Others can copy it, so it counts only where the author is the token's own."""

_SECONDS = 15
_PAGE, _PAGES = 100, 100
_LARGEST = 20 << 20
_WORKFLOW = "github-actions[bot]"
"""Who writes with the token of a workflow, where GitHub does not say it."""

_REPOSITORY = re.compile(r"[A-Za-z0-9_.-]+/[A-Za-z0-9_.-]+")


class NotSaid(Exception):
    """The comment could not be read or written; `reason` is a status of HTTP or a few English words."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class Place(NamedTuple):
    """Where GitHub is spoken to, and with which token."""

    api: str
    graphql: str
    repository: str
    token: str


class _NoRedirect(HTTPRedirectHandler):
    """Follows nothing: the token would go along."""

    def redirect_request(  # noqa: PLR0913, PLR0917 - as urllib calls it
        self, req: Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage, newurl: str
    ) -> NoReturn:
        del newurl
        raise HTTPError(req.full_url, code, msg, headers, fp)


_open = build_opener(_NoRedirect).open


def place(environment: Mapping[str, str], token: str) -> Place:
    """Return where to speak. `GITHUB_API_URL` is another host on GitHub Enterprise."""
    api = environment.get("GITHUB_API_URL") or "https://api.github.com"
    repository = environment.get("GITHUB_REPOSITORY", "")
    if not _REPOSITORY.fullmatch(repository) or not api.startswith(("https://", "http://127.0.0.1:")):
        raise NotSaid("unknown repository")
    return Place(api.rstrip("/"), environment.get("GITHUB_GRAPHQL_URL", ""), repository, token)


def keep(where: Place, number: int, body: str, clear: str) -> str:
    """Bring our comment on pull request `number` up to date: created, edited, unchanged, or none.

    An empty `body` means that there is nothing to say: then no comment is created, and one that is there
    says `clear`. Raises `NotSaid`.
    """
    own = _own(where, number)
    text = f"{MARK}\n{body or clear}"
    if own is None:
        if not body:
            return "none"
        _call(where, "POST", f"/repos/{where.repository}/issues/{number}/comments", {"body": text})
        return "created"
    if str(own.get("body", "")).replace("\r\n", "\n").strip() == text.strip():
        return "unchanged"
    _call(where, "PATCH", f"/repos/{where.repository}/issues/comments/{int(own['id'])}", {"body": text})
    return "edited"


def number_of(where: Place, owner: str, branch: str, commit: str) -> int:
    """Return the open pull request whose head is this commit of this branch, 0 if there is none.

    Of a fork the event tells no number, and a number that the fork's run left in a file is not to be
    believed. Raises `NotSaid`.
    """
    from urllib.parse import quote  # noqa: PLC0415 - only the second half of a fork's run needs it

    head = quote(f"{owner}:{branch}", safe="")
    found = _call(where, "GET", f"/repos/{where.repository}/pulls?state=open&per_page={_PAGE}&head={head}")
    numbers = [
        pull.get("number")
        for pull in (found if isinstance(found, list) else ())
        if isinstance(pull, dict) and (pull.get("head") or {}).get("sha") == commit
    ]
    return next((number for number in numbers if isinstance(number, int)), 0)


def _own(where: Place, number: int) -> dict[str, Any] | None:
    """Return our comment: the first of the token's own account that begins with the mark."""
    who = None
    for comment in _comments(where, number):
        if not str(comment.get("body", "")).startswith(MARK):
            continue
        who = who or _who(where)
        if (comment.get("user") or {}).get("login") == who:
            return comment
    return None


def _comments(where: Place, number: int) -> Iterator[dict[str, Any]]:
    for page in range(1, _PAGES + 1):
        address = f"/repos/{where.repository}/issues/{number}/comments?per_page={_PAGE}&page={page}"
        found = _call(where, "GET", address)
        if not isinstance(found, list):
            raise NotSaid("unexpected answer")
        yield from (comment for comment in found if isinstance(comment, dict))
        if len(found) < _PAGE:
            return


def _who(where: Place) -> str:
    """Return the login of the token's own account."""
    if not where.graphql.startswith(("https://", "http://127.0.0.1:")):
        return _WORKFLOW
    try:
        answer = _send(where, "POST", where.graphql, {"query": "query { viewer { login } }"})
        return str(answer["data"]["viewer"]["login"])
    except (NotSaid, TypeError, KeyError):
        return _WORKFLOW


def _call(where: Place, method: str, path: str, data: Mapping[str, str] | None = None) -> Any:
    return _send(where, method, where.api + path, data)


def _send(where: Place, method: str, address: str, data: Mapping[str, str] | None = None) -> Any:
    """Return what GitHub answers, as data."""
    request = Request(  # noqa: S310 - https, or this machine: `place` saw to it
        address,
        method=method,
        data=None if data is None else json.dumps(data).encode(),
        headers={
            "Accept": "application/vnd.github+json",
            "Authorization": f"Bearer {where.token}",
            "Content-Type": "application/json",
            "User-Agent": "notice-lint",
            "X-GitHub-Api-Version": "2022-11-28",
        },
    )
    try:
        with _open(request, timeout=_SECONDS) as answer:
            return json.loads(answer.read(_LARGEST))
    except HTTPError as error:
        error.close()
        raise NotSaid(f"HTTP {error.code}") from error
    except TimeoutError as error:
        raise NotSaid("no answer in time") from error
    except (OSError, HTTPException) as error:
        raise NotSaid("no connection") from error
    except (ValueError, RecursionError) as error:
        raise NotSaid("unexpected answer") from error
