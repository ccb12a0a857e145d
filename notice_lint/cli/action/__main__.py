"""One run of the action: check once, then hand over what was found: log, summary, outputs, comment."""

import json
import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from notice_lint.cli.action.asked import Asked, asked, shallow
from notice_lint.cli.action.calls import Done, Files, changes, check
from notice_lint.cli.action.outlet import Outlet
from notice_lint.cli.failure import CANNOT, words_of
from notice_lint.errors import NoticeLintError
from notice_lint.i18n import LANGUAGES, catalogue

_BUG = 3
_RESULTS = {0: "clean", 1: "findings", CANNOT: "could-not-check"}


class Found(NamedTuple):
    """What a check has found out."""

    done: Done
    report: Mapping[str, Any]
    """The report as JSON; empty where the check ended before there was one."""
    files: Files
    compared: str
    """What has changed for the reader, as Markdown."""


def run(environment: Mapping[str, str]) -> int:
    """Run the action, and return its exit status: that of the command line, 2 where nothing could be done."""
    out = Outlet(environment)
    try:
        given = asked(environment)
        if given.inputs.comment_from:
            return _second_half(environment, given, out)
        if given.inputs.mode == "changes":
            from notice_lint.cli.action.release import release  # noqa: PLC0415 - not what a check needs

            return release(environment, given, out)
    except NoticeLintError as failure:
        out.error(words_of(failure))
        out.outputs({"result": _RESULTS[CANNOT], "exit-code": str(CANNOT)})
        return CANNOT
    return _check(environment, given, out)


def _check(environment: Mapping[str, str], given: Asked, out: Outlet) -> int:
    files = Files.below(given.temporary)
    done = check(given.inputs, given.base, files, given.folder)
    report = _report(files.json)
    if not report and done.status in (0, 1):  # Python itself ends with 1 where it cannot start
        done = done._replace(status=_BUG)
    found = Found(done, report, files, _compared(given, report, files, out))
    _show(given, found, out)
    out.outputs(_outputs(given, found))
    if given.inputs.comment:
        from notice_lint.cli.action.speak import Say, speak  # noqa: PLC0415 - off by default

        say = Say(report, found.compared, failed=done.status == 1)
        speak(environment, given, say, given.words, out)
    return done.status


def _second_half(environment: Mapping[str, str], given: Asked, out: Outlet) -> int:
    """Write the comment for a run that may not. Raises `UsageProblem` for a file that is no report."""
    from notice_lint.cli.action.speak import Say, foreign_report, speak  # noqa: PLC0415 - only for forks

    report = foreign_report(given.folder / given.inputs.comment_from)
    words = catalogue(given.inputs.language or str(report["language"]))
    speak(environment, given, Say(report, "", given.event.failed), words, out)
    out.outputs({"result": _RESULTS[0], "exit-code": "0"})
    return 0


def _report(path: Path) -> Mapping[str, Any]:
    if not path.is_file():
        return {}
    data: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return data


def _compared(given: Asked, report: Mapping[str, Any], files: Files, out: Outlet) -> str:
    """Return what has changed for the reader, notice by notice; "" where nothing is compared or differs."""
    since = given.inputs.changes_since
    base = since == "auto"
    since = given.event.base if base else since
    if since in ("", "none"):
        return ""
    texts = []
    for notice in report.get("notices", ()):
        own = notice["language"] if notice["language"] in LANGUAGES else ""
        language = given.inputs.language or own
        point = f"--from={since}" if base else f"--since={since}"
        done, text = changes(notice["path"], point, language, given.folder, files)
        if done.status not in (0, 1):
            out.line(given.words.say("page.action.not-compared", path=notice["path"], reason=done.said))
        elif text:
            texts.append(text)
    if texts:
        files.changes.write_text("\n".join(texts), encoding="utf-8", errors="backslashreplace")
    return "\n".join(texts)


def _show(given: Asked, found: Found, out: Outlet) -> None:
    """Say what could not be checked, then write annotations and the job summary."""
    if found.done.status not in (0, 1):
        out.error(_why(given, found.done))
    files = found.files
    if given.inputs.annotations and files.annotations.is_file():
        out.commands(files.annotations.read_text(encoding="utf-8"))
    if given.inputs.summary:
        parts = [files.summary.read_text(encoding="utf-8")] if files.summary.is_file() else []
        parts += [found.compared] if found.compared else []
        out.summary(parts, given.words.sentence("page.action.left-out"))


def _outputs(given: Asked, found: Found) -> dict[str, str]:
    counts = found.report.get("counts", {})
    files = found.files
    written = {"json-file": files.json, "summary-file": files.summary, "changes-file": files.changes}
    sarif = given.inputs.sarif_file
    there = sarif and (given.folder / sarif).is_file()
    return {
        "result": _RESULTS.get(found.done.status, "bug"),
        "exit-code": str(found.done.status),
        **{f"{level}s": str(counts.get(level, "")) for level in ("error", "warning", "note")},
        "ignored": str(counts.get("ignored", "")),
        "suppressed": str(counts.get("ignored", "")),
        "notices": str(len(found.report["notices"])) if found.report else "",
        **{name: path.as_posix() if path.is_file() else "" for name, path in written.items()},
        "sarif-file": Path(given.inputs.working_directory, sarif).as_posix() if there else "",
    }


def _why(given: Asked, done: Done) -> str:
    """Return what could not be checked, and what to write in the workflow where that would help."""
    said = done.said.removeprefix("notice-lint: ") or given.words.sentence("page.action.no-reason")
    key = "page.action.could-not-check" if done.status == CANNOT else "page.action.bug"
    text = given.words.say(key, reason=said)
    missing = given.base and shallow(given.folder)
    return f"{text}\n{given.words.sentence('page.action.shallow')}" if missing else text


def main(environment: Mapping[str, str]) -> int:
    """Run the action. A bug of ours is 3, never the 1 with which Python ends: that would read as findings."""
    try:
        return run(environment)
    except Exception as error:  # noqa: BLE001 - whatever it is, the step must say that nothing was decided
        from traceback import format_exception  # noqa: PLC0415 - only for a bug

        out = Outlet(environment)
        for line in "".join(format_exception(error)).splitlines():
            out.line(line)
        out.error(catalogue("en").say("page.action.bug", reason=type(error).__name__))
        out.outputs({"result": "bug", "exit-code": str(_BUG)})
        return _BUG


if __name__ == "__main__":
    sys.exit(main(os.environ))
