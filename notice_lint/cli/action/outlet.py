"""What the action hands to the workflow: outputs, the job summary, lines in the log, annotations."""

import os
import secrets
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import groupby
from pathlib import Path

from notice_lint.pages.terminal import harmless, visible
from notice_lint.pages.workflow import MOST, annotation

_SUMMARY = 1 << 20
"""Of a summary above 1 MiB GitHub shows nothing, and an error in its place."""

_TITLE = "notice-lint"


class Outlet:
    """The ways out of one step. All annotations share the ten of a level that GitHub keeps of a step."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        self._environment = environment
        self._shown: Counter[str] = Counter()

    def outputs(self, values: Mapping[str, str]) -> None:
        """Hand outputs to later steps. No value can end its own entry: the delimiter is random."""
        entries = []
        for name, value in values.items():
            delimiter = f"ghadelimiter_{secrets.token_hex(16)}"
            entries.append(f"{name}<<{delimiter}\n{value}\n{delimiter}\n")
        _append(self._environment.get("GITHUB_OUTPUT"), "".join(entries))

    def summary(self, parts: Sequence[str], left_out: str) -> None:
        """Write the job summary; a part that no longer fits is replaced by `left_out`, said once."""
        last = f"{left_out}\n\n"
        room = _SUMMARY - len(last.encode())
        text, cut = "", False
        for part in parts:
            whole = f"{text}{part.rstrip()}\n\n"
            if len(whole.encode("utf-8", "backslashreplace")) <= room:
                text = whole
            else:
                cut = True
        _append(self._environment.get("GITHUB_STEP_SUMMARY"), f"{text}{last if cut else ''}")

    def line(self, text: str) -> None:
        """Print a line of the log that commands nothing."""
        _print(harmless(visible(text)))

    def error(self, text: str) -> None:
        """Print an error that GitHub shows at the head of the run."""
        self._annotate("error", text)

    def notice(self, text: str) -> None:
        """Print a remark that GitHub shows at the head of the run."""
        self._annotate("notice", text)

    def commands(self, text: str) -> None:
        """Print the annotations of a report; its last line, for people, stands in the log already.

        The last one of a level says how many more there are. Where an error of ours has taken a place, the
        first one gives way: the report begins with what could not be checked, and that is what ours says.
        """
        found = [line for line in text.splitlines() if line.startswith("::")]
        for level, members in groupby(found, key=_level):
            listed = list(members)
            shown = listed[max(0, len(listed) + self._shown[level] - MOST) :]
            self._shown[level] += len(shown)
            for command in shown:
                _print(command)

    def _annotate(self, level: str, text: str) -> None:
        """Print an annotation while GitHub would keep it, after that a line: nothing is lost unseen."""
        self._shown[level] += 1
        if self._shown[level] <= MOST:
            _print(annotation(level, {"title": _TITLE}, text, " …"))
        else:
            for one in text.split("\n"):
                self.line(one)


def _level(command: str) -> str:
    return command.removeprefix("::").partition(" ")[0]


def _print(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def _append(path: str | None, text: str) -> None:
    if not path or not text:
        return
    with Path(path).open("a", encoding="utf-8", errors="backslashreplace", newline="\n") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
