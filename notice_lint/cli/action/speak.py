"""Speaking on the pull request, also for a run that was not allowed to: that of a fork."""

import json
from collections.abc import Mapping
from pathlib import Path
from stat import S_ISREG
from typing import Any, NamedTuple

from notice_lint.cli.action import comment
from notice_lint.cli.action.asked import Asked
from notice_lint.cli.action.conversation import NotSaid, Place, keep, number_of, place
from notice_lint.cli.action.event import Event
from notice_lint.cli.action.outlet import Outlet
from notice_lint.errors import UsageProblem
from notice_lint.i18n import Catalogue
from notice_lint.schema.report import is_report

_LARGEST = 10 << 20


class Say(NamedTuple):
    """What a comment is made from."""

    report: Mapping[str, Any]
    """The report of the check as JSON."""
    compared: str
    """What changes for the reader: Markdown of ours."""
    failed: bool


def speak(environment: Mapping[str, str], asked: Asked, say: Say, words: Catalogue, out: Outlet) -> None:
    """Bring our comment up to date. That it cannot be written is a remark, never a failure."""
    try:
        where = place(environment, asked.inputs.token)
        number = asked.event.number or _number(where, asked.event)
        if not number:
            out.line(words.sentence("page.comment.no-pull-request"))
            return
        link = _link(environment, asked.event)
        needed = comment.worth_saying(say.report, say.compared, failed=say.failed)
        text = comment.body(say.report, say.compared, link, words) if needed else ""
        clear = comment.clear(say.report, link, words) if say.report else ""
        if text or clear:
            keep(where, number, text, clear)
    except NotSaid as failure:
        out.notice(words.say("page.comment.not-written", reason=failure.reason))


def _number(where: Place, happened: Event) -> int:
    """Return the pull request of a fork: GitHub says whose it is, not the file that the fork wrote."""
    owner, branch, commit = happened.head
    return number_of(where, owner, branch, commit) if owner and branch and commit else 0


def foreign_report(path: Path) -> Mapping[str, Any]:
    """Return a report that another run has written. Raises `UsageProblem` if it is none."""
    problem = UsageProblem("“{file}” is no report of this version of notice-lint", file=path.name)
    try:
        about = path.lstat()  # a link could lead anywhere on this machine
        if not S_ISREG(about.st_mode) or about.st_size > _LARGEST:
            raise problem
        data = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError) as error:
        raise problem from error
    if not is_report(data):
        raise problem
    report: dict[str, Any] = data
    return report


def _link(environment: Mapping[str, str], happened: Event) -> str:
    """Return the address of the run that has the summary: this one, or the one that it follows."""
    server, repository = environment.get("GITHUB_SERVER_URL", ""), environment.get("GITHUB_REPOSITORY", "")
    number = str(happened.run or environment.get("GITHUB_RUN_ID", ""))
    return f"{server}/{repository}/actions/runs/{number}" if server and number.isdigit() else ""
