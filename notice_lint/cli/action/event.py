"""What happened in the repository: the file that GitHub writes for each run, read as data."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from notice_lint.errors import UsageProblem

_LARGEST = 25 << 20
"""GitHub cuts an event's data at 25 MB (docs.github.com, "Webhook events and payloads")."""


class Event(NamedTuple):
    """The parts of an event that the action needs; empty or 0 where there is none."""

    name: str
    base: str
    """The commit that a pull request or a merge queue wants to change."""
    number: int
    """Of the pull request."""
    head: tuple[str, str, str] = ("", "", "")
    """Of the run that a `workflow_run` follows: owner and branch of the pull request, and the commit."""
    failed: bool = False
    """Whether that run failed."""
    run: int = 0
    """The number of that run."""


def event(environment: Mapping[str, str]) -> Event:
    """Return what happened.

    Raises `UsageProblem` for `pull_request_target`: it runs with the rights of the base on the files of a
    stranger, and nothing here needs such rights (see the recipe for forks in the README).
    """
    name = environment.get("GITHUB_EVENT_NAME", "")
    if name == "pull_request_target":
        raise UsageProblem(
            "the event pull_request_target gives a stranger’s files the rights of this repository;"
            " use pull_request, and workflow_run for the comment"
        )
    data = _read(environment.get("GITHUB_EVENT_PATH", ""))
    pull, queue = _part(data, "pull_request"), _part(data, "merge_group")
    base = _text(_part(pull, "base"), "sha") or _text(queue, "base_sha")
    before = _part(data, "workflow_run") if name == "workflow_run" else {}
    owner = str(_part(_part(before, "head_repository"), "owner").get("login") or "")
    head = (owner, str(before.get("head_branch") or ""), _text(before, "head_sha"))
    failed = before.get("conclusion") == "failure"
    return Event(name, base, _number(pull, "number"), head, failed, _number(before, "id"))


def _read(name: str) -> Mapping[str, Any]:
    path = Path(name)
    if not name or not path.is_file() or path.stat().st_size > _LARGEST:
        return {}
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except (ValueError, OSError, RecursionError):
        return {}
    return data if isinstance(data, dict) else {}


def _part(data: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    part = data.get(key)
    return part if isinstance(part, dict) else {}


def _number(data: Mapping[str, Any], key: str) -> int:
    number = data.get(key)
    return number if isinstance(number, int) else 0


def _text(data: Mapping[str, Any], key: str) -> str:
    """Return a commit: 40 or 64 hexadecimal digits, nothing else."""
    text = data.get(key)
    sound = isinstance(text, str) and len(text) in (40, 64) and set(text) <= set("0123456789abcdef")
    return str(text) if sound else ""
