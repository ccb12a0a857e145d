"""The one comment: found only where it is ours, edited, never a second one, and never a reason to fail."""

import json
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from notice_lint.cli.action import conversation
from notice_lint.cli.action.conversation import MARK, NotSaid, Place, keep, number_of, place

_OWN = {"login": "github-actions[bot]", "type": "Bot"}
_OTHER = {"login": "mallory", "type": "User"}


class Server:
    """GitHub's API for one issue: comments that are there, an answer that goes wrong, and what was asked."""

    def __init__(self) -> None:
        self.comments: list[dict[str, Any]] = []
        self.wrong: tuple[int, bytes] | None = None
        self.wait = 0.0
        self.viewer: str | None = None
        self.asked: list[tuple[str, str, Any]] = []
        self.pulls: list[dict[str, Any]] = []
        self.where = Place("", "", "acme/site", "not-a-secret")

    def answer(self, method: str, path: str, sent: Any) -> tuple[int, bytes]:
        self.asked.append((method, path, sent))
        time.sleep(self.wait)
        if self.wrong:
            return self.wrong
        if path == "/graphql":
            data: Any = {"data": {"viewer": {"login": self.viewer}}} if self.viewer else {"errors": []}
        elif "/pulls?" in path:
            data = self.pulls
        elif method == "GET":
            page = int(path.rpartition("=")[2])
            data = self.comments[(page - 1) * 100 : page * 100]
        else:
            data = {"id": 1}
        return 200, json.dumps(data).encode()

    def written(self) -> list[tuple[str, str, str]]:
        """Return what was written: method, path, text."""
        return [
            (m, p, sent["body"]) for m, p, sent in self.asked if m in ("POST", "PATCH") and "body" in sent
        ]


@pytest.fixture
def server() -> Iterator[Server]:
    """An API on this machine."""
    state = Server()

    class Handler(BaseHTTPRequestHandler):
        def _any(self) -> None:
            length = int(self.headers.get("Content-Length") or 0)
            sent = json.loads(self.rfile.read(length)) if length else None
            status, text = state.answer(self.command, self.path, sent)
            self.send_response(status)
            if status in (301, 302, 307):
                self.send_header("Location", f"{state.where.api}/stolen?page=1")
            self.send_header("Content-Length", str(len(text)))
            self.end_headers()
            self.wfile.write(text)

        do_GET = do_POST = do_PATCH = _any  # noqa: N815 - as the library names them

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - as the library calls it
            del format, args

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as http:
        thread = threading.Thread(target=http.serve_forever, args=(0.02,))
        thread.start()
        address = f"http://127.0.0.1:{http.server_port}"
        state.where = state.where._replace(api=address, graphql=f"{address}/graphql")
        yield state
        http.shutdown()
        thread.join()


def comment(number: int, user: dict[str, str], body: str = f"{MARK}\nold") -> dict[str, Any]:
    """Return a comment as the API gives it."""
    return {"id": number, "user": user, "body": body}


def test_the_first_time_it_is_created(server: Server) -> None:
    done = keep(server.where, 7, "## two errors", "all clear")

    assert done == "created"
    assert server.written() == [("POST", "/repos/acme/site/issues/7/comments", f"{MARK}\n## two errors")]


def test_a_clean_pull_request_gets_none(server: Server) -> None:
    assert keep(server.where, 7, "", "all clear") == "none"
    assert server.written() == []


def test_the_second_time_it_is_edited(server: Server) -> None:
    server.comments = [comment(1, _OTHER, "hello"), comment(5, _OWN)]

    done = keep(server.where, 7, "## one error", "all clear")

    assert done == "edited"
    assert server.written() == [("PATCH", "/repos/acme/site/issues/comments/5", f"{MARK}\n## one error")]


def test_once_nothing_is_left_it_says_so(server: Server) -> None:
    server.comments = [comment(5, _OWN)]

    assert keep(server.where, 7, "", "all clear") == "edited"
    assert server.written()[0][2] == f"{MARK}\nall clear"


def test_what_it_says_already_is_not_written_again(server: Server) -> None:
    server.comments = [comment(5, _OWN, f"{MARK}\r\n## one error\r\n")]

    assert keep(server.where, 7, "## one error\n", "all clear") == "unchanged"
    assert server.written() == []


def test_a_comment_of_somebody_else_with_our_mark_is_not_edited(server: Server) -> None:
    server.comments = [comment(1, _OTHER), comment(2, {"login": "github-actions"})]

    assert keep(server.where, 7, "## one error", "") == "created"
    assert keep(server.where, 7, "", "all clear") == "none"


def test_a_mark_that_is_quoted_is_no_mark(server: Server) -> None:
    server.comments = [comment(1, _OWN, f"> {MARK}\nquoted")]

    assert keep(server.where, 7, "## one error", "") == "created"


def test_it_is_found_behind_two_hundred_others(server: Server) -> None:
    server.comments = [*(comment(n, _OTHER) for n in range(250)), comment(999, _OWN)]

    assert keep(server.where, 7, "## one error", "") == "edited"
    assert [path[-6:] for method, path, _ in server.asked if method == "GET"] == [
        "page=1",
        "page=2",
        "page=3",
    ]


def test_a_token_of_another_account_knows_its_own_comment(server: Server) -> None:
    server.viewer = "acme-bot[bot]"
    server.comments = [comment(1, _OWN), comment(2, {"login": "acme-bot[bot]"})]

    keep(server.where, 7, "## one error", "")

    assert server.written()[0][1].endswith("/comments/2")


@pytest.mark.parametrize("status", [401, 403, 404, 422, 429, 500, 502, 503, 301, 302, 307])
def test_a_refusal_is_a_reason_and_no_crash(server: Server, status: int) -> None:
    server.wrong = (status, b"<html>no</html>")

    with pytest.raises(NotSaid) as raised:
        keep(server.where, 7, "## one error", "")

    assert raised.value.reason == f"HTTP {status}"
    assert [path for _, path, _ in server.asked if "stolen" in path] == []


@pytest.mark.parametrize("text", [b"<html></html>", b"{", b"", b'{"message": "x"}', b"[" * 100_000])
def test_an_answer_of_another_kind_is_a_reason(server: Server, text: bytes) -> None:
    server.wrong = (200, text)

    with pytest.raises(NotSaid) as raised:
        keep(server.where, 7, "## one error", "")

    assert raised.value.reason == "unexpected answer"


def test_no_answer_in_time_is_a_reason(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(conversation, "_SECONDS", 0.1)
    server.wait = 0.5

    with pytest.raises(NotSaid, match="no answer in time"):
        keep(server.where, 7, "## one error", "")


def test_nobody_there_is_a_reason() -> None:
    with pytest.raises(NotSaid, match="no connection"):
        keep(Place("http://127.0.0.1:1", "", "acme/site", "x"), 7, "## one error", "")


@pytest.mark.parametrize(
    "environment",
    [
        {"GITHUB_REPOSITORY": "acme/site/../../x"},
        {"GITHUB_REPOSITORY": ""},
        {"GITHUB_REPOSITORY": "acme/site", "GITHUB_API_URL": "file:///etc"},
        {"GITHUB_REPOSITORY": "acme/site", "GITHUB_API_URL": "http://evil.example"},
    ],
)
def test_an_odd_address_is_refused(environment: dict[str, str]) -> None:
    with pytest.raises(NotSaid):
        place(environment, "not-a-secret")


def test_the_pull_request_of_a_fork_is_found_by_its_head_and_not_by_what_it_says(server: Server) -> None:
    server.pulls = [{"number": 3, "head": {"sha": "b" * 40}}, {"number": 8, "head": {"sha": "a" * 40}}]

    assert number_of(server.where, "mallory", "x&head=y", "a" * 40) == 8
    assert number_of(server.where, "mallory", "topic", "c" * 40) == 0
    assert server.asked[0][1] == "/repos/acme/site/pulls?state=open&per_page=100&head=mallory%3Ax%26head%3Dy"
