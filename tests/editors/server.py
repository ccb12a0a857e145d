"""A small editor: it opens one file in yaml-language-server and asks what it knows."""

import json
import subprocess
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from tests.consumers import tool


class Server:
    """One yaml-language-server, spoken to as editors do: JSON-RPC over its standard streams."""

    def __init__(self, path: Path, text: str) -> None:
        program = tool.package("yaml-language-server/bin/yaml-language-server")
        self._uri = path.as_uri()
        self._last = 0
        self.problems: list[dict[str, Any]] = []
        self._process = subprocess.Popen(
            [tool.program("node"), program, "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        able = {"textDocument": {"hover": {"contentFormat": ["markdown"]}, "completion": {}}}
        self.ask("initialize", {"processId": None, "rootUri": None, "capabilities": able})
        self._tell("initialized", {})
        self.open(text)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._process.kill()
        self._process.communicate()

    def open(self, text: str) -> None:
        """Show the server a text, and wait for what it finds wrong."""
        item = {"uri": self._uri, "languageId": "yaml", "version": 1, "text": text}
        self._tell("textDocument/didOpen", {"textDocument": item})
        self.problems = self._until(
            lambda message: message.get("method") == "textDocument/publishDiagnostics"
        )["params"]["diagnostics"]

    def completions(self, line: int, column: int) -> list[str]:
        """Return what can stand at a place, counted from 0."""
        answer = self.ask("textDocument/completion", self._at(line, column))
        items = answer["items"] if isinstance(answer, dict) else answer or []
        return [str(item["label"]) for item in items]

    def hover(self, line: int, column: int) -> str:
        """Return what is said of the thing at a place, as Markdown."""
        answer = self.ask("textDocument/hover", self._at(line, column))
        return str(answer["contents"]["value"]) if answer else ""

    def ask(self, method: str, params: object) -> Any:
        """Return the answer to a request."""
        self._last += 1
        number = self._last
        self._send({"id": number, "method": method, "params": params})
        return self._until(lambda message: message.get("id") == number and "method" not in message).get(
            "result"
        )

    def _at(self, line: int, column: int) -> dict[str, Any]:
        return {"textDocument": {"uri": self._uri}, "position": {"line": line, "character": column}}

    def _tell(self, method: str, params: object) -> None:
        self._send({"method": method, "params": params})

    def _send(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self._process.stdin is not None
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self._process.stdin.flush()

    def _until(self, wanted: Any) -> dict[str, Any]:
        """Return the first message that is wanted; what the server asks meanwhile gets an empty answer."""
        while True:
            message = self._message()
            if wanted(message):
                return message
            if "id" in message and "method" in message:
                asked = message.get("params", {}).get("items")
                result = [{"schemaStore": {"enable": False}, "hover": True}] * len(asked) if asked else None
                self._send({"id": message["id"], "result": result})

    def _message(self) -> dict[str, Any]:
        assert self._process.stdout is not None
        length = 0
        while line := self._process.stdout.readline().strip():
            name, _, value = line.partition(b":")
            if name.lower() == b"content-length":
                length = int(value)
        assert length, "the language server has ended"
        found: dict[str, Any] = json.loads(self._process.stdout.read(length))
        return found
