"""What a parser's complaint means to the author: a reason of a small closed set, and a place.

The parsers' own sentences are not shown. They are only looked at here, for words that both of them use.
"""

from typing import NamedTuple

from yaml.error import Mark, MarkedYAMLError

from notice_lint.source.index import line_end, tag_end

PROBLEMS = (
    "bad-indent",
    "colon-in-text",
    "missing-colon",
    "reserved-character",
    "tab-indent",
    "text-after-value",
    "unclosed-flow",
    "unclosed-quote",
    "unknown-escape",
    "other",
)
"""Every value that the argument `problem` of a `syntax` flaw can have."""


class Complaint(NamedTuple):
    """A flaw with the offsets of the place to look at."""

    kind: str
    at: int
    end: int
    args: dict[str, str]


_AT_START = {
    "end of stream": "unclosed-quote",
    "document indicator": "unclosed-quote",
    "document separator": "unclosed-quote",
    "alphabetic or numeric": "reserved-character",
    "comment or line break": "reserved-character",
    "comment or a line break": "reserved-character",
    "indentation indicator": "reserved-character",
    "expected ':'": "missing-colon",
    "',' or ": "unclosed-flow",
}
"""Words of a complaint about something that began earlier, where people should look."""

_HERE = {
    "escape": "unknown-escape",
    "hexdecimal": "unknown-escape",
    "tab character": "tab-indent",
    "entries are not allowed": "bad-indent",
    "keys are not allowed": "bad-indent",
}


def explain(error: MarkedYAMLError, text: str) -> Complaint:
    """Return what is wrong, for a text that a parser refuses."""
    context, problem = error.context or "", error.problem or ""
    at = _offset(error.problem_mark, text)
    start = _offset(error.context_mark, text) if error.context_mark else at
    if any("directive" in said or "YAML document" in said for said in (context, problem)):
        line = text.rfind("\n", 0, at) + 1
        return Complaint("directive", line, line + len(text[line : line_end(text, line)].rstrip()), {})
    if " tag" in context or "tag handle" in problem:
        start = at if "tag handle" in problem else start
        end = tag_end(text, start)
        return Complaint("tag", start, end, {"tag": text[start:end]})
    return _syntax(problem, start, at, text)


def _syntax(problem: str, start: int, at: int, text: str) -> Complaint:
    for table, place in ((_AT_START, start), (_HERE, at)):
        for words, code in table.items():
            if words in problem:
                return _complaint(code, place, text)
    if "cannot start any token" in problem:
        return _complaint("tab-indent" if text.startswith("\t", at) else "reserved-character", at, text)
    if "mapping values" in problem:
        return _colon(at, text)
    if "node content" in problem:
        return _complaint(_no_content(at, text), at, text)
    return _out_of_place(at, text)


def _colon(at: int, text: str) -> Complaint:
    """A colon where none can be: inside unquoted text, or on a line that is indented wrongly."""
    line = text.rfind("\n", 0, at) + 1
    before = text[line:at].lstrip(" -")
    if " " in before.strip():
        return _complaint("colon-in-text", at, text)
    above = text[:line].rstrip()
    line_above = above.rfind("\n") + 1
    tight = text[line_above : len(above)].lstrip(" ")
    if line and ":" in tight and ": " not in tight and not tight.endswith(":"):
        return _complaint("missing-colon", len(above) - len(tight), text)
    if before.strip() and not line:
        return _complaint("colon-in-text", at, text)
    return _complaint("bad-indent", at - len(before), text)


def _out_of_place(at: int, text: str) -> Complaint:
    line = text.rfind("\n", 0, at) + 1
    before = text[line:at].rstrip(" \t")
    if before.endswith(('"', "'", "]", "}")):
        return _complaint("text-after-value", at, text)
    if "\t" in before and not before.strip():
        return _complaint("tab-indent", at, text)
    return _complaint("other" if before.strip(" -") or not line else "bad-indent", at, text)


def _no_content(at: int, text: str) -> str:
    if at >= len(text.rstrip()):
        return "unclosed-flow"
    before = text[text.rfind("\n", 0, at) + 1 : at].rstrip(" ")
    return "reserved-character" if before.endswith((":", "-")) or not before else "other"


def _complaint(code: str, at: int, text: str) -> Complaint:
    args = {"problem": code}
    if code == "reserved-character":
        args["character"] = text[at : at + 1]
    if code == "unknown-escape":
        at = text.rfind("\\", 0, at + 1) if "\\" in text[: at + 1] else at
    return Complaint("syntax", at, at + (text[at : at + 1] not in "\r\n"), args)


def _offset(mark: Mark | None, text: str) -> int:
    return min(mark.index, len(text)) if mark else 0
