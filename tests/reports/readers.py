"""What a program, or a careful person, reads out of a report: one reader a format, and none of them ours.

A format that is added to FORMATS needs a reader here; `test_golden.py` and `test_naughty.py` then hold it to
what the others say.
"""

import json
import re
from collections import Counter
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple
from unicodedata import combining, east_asian_width
from urllib.parse import unquote
from xml.etree import ElementTree as ET

import cmarkgfm
from cmarkgfm.cmark import Options
from lxml.html import document_fromstring as html_of

from tests.hostile import commands


class Read(NamedTuple):
    """A finding as a reader sees it; None where a format has no place for a thing."""

    rule: str
    severity: str
    path: str | None
    line: int | None
    column: int | None
    said: str
    """Text in which the finding's sentence stands, on one line."""


class Reading(NamedTuple):
    """What a reader sees in a report."""

    found: list[Read]
    """The findings that count."""
    ignored: list[str] | None = None
    """The rules of the ignored findings; None where a format leaves them out."""
    more: Mapping[str, int] = {}
    """Findings that are not shown, only counted, by severity."""

    def counts(self) -> dict[str, int]:
        """Return how many findings of each severity the report tells of."""
        shown = Counter(read.severity for read in self.found)
        return {level: shown[level] + self.more.get(level, 0) for level in ("error", "warning", "note")}


_COLOURS = re.compile(r"\x1b\[[0-9;]*m")
_HEAD = re.compile(r"(error|warning|note)  \S.*  ([a-z0-9-]+)")
_PLACE = re.compile(r"  (\S.*?):(\d+):(\d+)(   .*)?")


def text(printed: str) -> Reading:
    """Read blocks that begin with "severity  title  rule" at the start of a line; all else is indented."""
    found: list[Read] = []
    for line in _COLOURS.sub("", printed).split("\n"):
        head = _HEAD.fullmatch(line)
        if head:
            found.append(Read(head[2], head[1], None, None, None, ""))
        elif found and line.startswith("  "):
            last, place = found[-1], _PLACE.fullmatch(line)
            if place and last.path is None:
                found[-1] = last._replace(path=place[1], line=int(place[2]), column=int(place[3]))
            else:
                found[-1] = last._replace(said=f"{last.said} {line.strip()}")
    return Reading(found)


_SHORT = re.compile(r"(.*?):(\d+):(\d+): (error|warning|note): (.*) \[([a-z0-9-]+)\]")


def short(printed: str) -> Reading:
    """Read one finding a line, as an editor's problem matcher does; each line must be one."""
    matches = [_SHORT.fullmatch(line) for line in _COLOURS.sub("", printed).split("\n")[:-1]]
    assert all(matches)
    return Reading([Read(m[6], m[4], m[1], int(m[2]), int(m[3]), m[5]) for m in matches if m])


def json_(printed: str) -> Reading:
    """Read our own shape."""
    data = json.loads(printed)
    found = [
        Read(f["rule"], f["severity"], f["path"], f["line"], f["column"], f["message"])
        for f in data["findings"]
        if not f["ignored"]
    ]
    return Reading(found, [f["rule"] for f in data["findings"] if f["ignored"]])


def _plain(message: str) -> str:
    """Undo the message syntax of SARIF."""
    return re.sub(r"\\([\\\[\]])", r"\1", message).replace("{{", "{").replace("}}", "}")


def sarif(printed: str) -> Reading:
    """Read results; those with a suppression are ignored."""
    (run,) = json.loads(printed)["runs"]
    found, ignored = [], []
    for result in run["results"]:
        assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
        if result["suppressions"]:
            ignored.append(result["ruleId"])
            continue
        place = result["locations"][0]["physicalLocation"]
        region, path = place["region"], unquote(place["artifactLocation"]["uri"])
        start = (path, region["startLine"], region["startColumn"])
        found.append(Read(result["ruleId"], result["level"], *start, _plain(result["message"]["text"])))
    return Reading(found, ignored)


def junit(printed: str) -> Reading:
    """Read failures as findings and skipped cases as ignored ones; the suites' own counts must agree."""
    root = ET.fromstring(printed.encode())  # noqa: S314 - our own output
    found, ignored = [], []
    for suite in root:
        kinds = Counter(child.tag for case in suite for child in case)
        assert [int(suite.get(key, "")) for key in ("tests", "failures", "errors", "skipped")] == [
            len(suite),
            *(kinds[kind] for kind in ("failure", "error", "skipped")),
        ]
        for case in suite:
            rule = case.get("name", "").partition(":")[0].partition(" (")[0]
            for child in case:
                if child.tag == "skipped":
                    ignored.append(rule)
                elif child.tag == "failure":
                    line, column = _at((child.text or "").strip(), suite.get("name", ""))
                    kind, said = child.get("type", ""), child.get("message", "")
                    found.append(Read(rule, kind, suite.get("name"), line, column, said))
    return Reading(found, ignored)


def _at(body: str, path: str) -> tuple[int, int]:
    assert body.startswith(f"{path}:")
    line, column, _ = body.removeprefix(f"{path}:").split(":", 2)
    return int(line), int(column)


_LEVELS = {"error": "error", "warning": "warning", "notice": "note"}
_MORE = re.compile(r"GitHub shows 10 of a kind at most\. (\d+) more (?:is|are) in the summary")


def _data(said: str) -> str:
    """Undo the runner's escapes."""
    for sign, code in (("\r", "%0D"), ("\n", "%0A"), (":", "%3A"), (",", "%2C"), ("%", "%25")):
        said = said.replace(code, sign)
    return said


def github(printed: str) -> Reading:
    """Read what the runner obeys, and how many more the last annotation of a level speaks of."""
    found, more = [], {}
    for line in commands(printed):
        head, _, message = line[2:].partition("::")
        level, _, rest = head.partition(" ")
        said = {key: _data(value) for key, _, value in (pair.partition("=") for pair in rest.split(","))}
        severity, sentences = _LEVELS[level], _data(message).split("\n")
        rest_of_level = _MORE.match(sentences[-1])
        if rest_of_level:
            more[severity] = int(rest_of_level[1])
        if "line" in said:
            rule, column = said["title"].partition(":")[0], int(said.get("col", 0)) or None
            found.append(Read(rule, severity, said["file"], int(said["line"]), column, sentences[0]))
    return Reading(found, None, more)


_GITLAB = {"critical": "error", "major": "warning", "info": "note"}


def gitlab(printed: str) -> Reading:
    """Read the entries; a blocker is no finding, but what could not be checked."""
    data: list[dict[str, Any]] = json.loads(printed)
    assert len({entry["fingerprint"] for entry in data}) == len(data)
    return Reading(
        [
            Read(
                entry["check_name"],
                _GITLAB[entry["severity"]],
                entry["location"]["path"],
                entry["location"]["lines"]["begin"],
                None,
                entry["description"],
            )
            for entry in data
            if entry["severity"] != "blocker"
        ]
    )


def _cell(line: str, start: int, end: int | None) -> str:
    """Return what stands in a column of a table, where wide signs take two places and accents none."""
    shown, place = "", 0
    for sign in line:
        if place >= start and (end is None or place < end):
            shown += sign
        place += 0 if combining(sign) else 2 if east_asian_width(sign) in "WF" else 1
    return shown.strip()


def table(printed: str) -> Reading:
    """Read rows under a ruled head; a row that is broken goes on below, with its first cells empty."""
    found: list[Read] = []
    path, columns, before = "", [0], ["", ""]
    for line in _COLOURS.sub("", printed).split("\n"):
        if line.startswith("──"):
            path, columns = (
                before[-3],
                [start for start, sign in enumerate(line) if f" {line}"[start : start + 2] == " ─"],
            )
        elif len(columns) > 1 and line:
            cells = [
                _cell(line, start, end) for start, end in zip(columns, [*columns[1:], None], strict=True)
            ]
            if cells[0]:
                row, column = cells[0].split(":")
                found.append(Read("", cells[1], path, int(row), int(column), cells[-1]))
            else:
                found[-1] = found[-1]._replace(said=f"{found[-1].said} {cells[-1]}".strip())
        else:
            columns = [0]
        before.append(line)
    return Reading([read._replace(rule=read.said.rpartition("[")[2].rstrip("]")) for read in found])


def markdown(printed: str) -> Reading:
    """Read the tables that GitHub's own Markdown engine makes of it."""
    return _tables(cmarkgfm.github_flavored_markdown_to_html(printed, Options.CMARK_OPT_UNSAFE))


def _tables(page: str) -> Reading:
    found, ignored = [], []
    for one in html_of(page).iter("table"):
        head = [cell.text_content() for cell in one.iter("th")]
        for row in one.iterfind("tbody/tr"):
            cells = [" ".join(cell.text_content().split()) for cell in row]
            codes = [code.text_content() for code in row[2 if head[0] == "No." else 0].iter("code")]
            if head[:2] == ["No.", "Severity"]:
                path, line, column = cells[3].rsplit(":", 2)
                found.append(Read(codes[-1], cells[1], path, int(line), int(column), cells[2]))
            elif head[0] == "Finding":
                ignored.append(codes[-1])
    return Reading(found, ignored)


def html(printed: str) -> Reading:
    """Read one article a finding, and the table of ignored ones, as a browser builds them."""
    found = []
    for card in html_of(printed).iter("article"):
        rule = card.xpath("p[@class='quiet']/code")[0].text_content()
        path, line, column = card.xpath(".//span[@class='dim']")[0].text_content().rsplit(":", 2)
        severity = card.get("class", "").split()[-1]
        found.append(
            Read(rule, severity, path, int(line), int(column), " ".join(card.text_content().split()))
        )
    return Reading(found, _tables(printed).ignored)


READERS: Mapping[str, Callable[[str], Reading]] = {
    "text": text,
    "short": short,
    "json": json_,
    "sarif": sarif,
    "junit": junit,
    "github": github,
    "gitlab": gitlab,
    "table": table,
    "markdown": markdown,
    "html": html,
}
