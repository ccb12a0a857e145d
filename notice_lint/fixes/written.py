"""Fixes for how a file is written: quotation marks, spaces, the order of keys, comments without use."""

import re

from notice_lint.findings import Finding, Term
from notice_lint.fixes.fix import Cut, Fix, MoveFirst, Quote, becomes, members
from notice_lint.source.blanks import blanks_at_line_ends
from notice_lint.source.document import Comment, Document

_FIRST = ("format", "notice")


def quotation_marks(finding: Finding, document: Document) -> Fix | None:
    """Put a value, or a key, between quotation marks."""
    at_key = finding.span == document.key_span(finding.route) and finding.span != document.span(finding.route)
    text = finding.key
    if not text:
        return None
    return Fix(becomes(text, f'"{text}"'), safe=True, edits=(Quote(finding.route, at_key),))


def trailing_spaces(finding: Finding, document: Document) -> Fix | None:
    """Remove all spaces at ends of lines that mean nothing."""
    del finding
    found = tuple(blanks_at_line_ends(document))
    if not found:
        return None
    title = Term("phrase", "fix.spaces", {"count": len(found)})
    return Fix(title, safe=True, edits=(Cut(found, comment=False),))


def order_of_keys(finding: Finding, document: Document) -> Fix | None:
    """Move `format` and `notice` to the beginning."""
    del document
    if not finding.route:
        return None
    title = Term("phrase", "fix.moved", {"key": str(finding.route[-1])})
    return Fix(title, safe=True, edits=(MoveFirst(_FIRST),))


def remove_comment(finding: Finding, document: Document) -> Fix | None:
    """Remove the comment in which a finding stands; of `ignore[a, b]`, only what the finding calls `unused`.

    A comment alone on its line takes its line with it. Where a comment holds more than the finding marks, the
    rest of it stays.
    """
    span = finding.span
    for comment in document.comments:
        start, end = span.column - comment.column, span.end_column - comment.column
        if comment.line == span.line == span.end_line and 0 <= start < end <= len(comment.text):
            begin = _offset(document, comment)
            names = _names(finding, comment.text[start:end])
            stretches = [(begin + start + first, begin + start + last) for first, last in names]
            stretches = stretches or [_part(document, comment, start, end)]
            gone = ", ".join(document.text[first:last].strip(", \t\r\n") for first, last in stretches)
            return Fix(
                Term("phrase", "fix.removed", {"text": gone}),
                safe=True,
                edits=(Cut(tuple(stretches), comment=True),),
            )
    return None


_BRACKET = re.compile(r"\[([^\]]*)\]")


def _names(finding: Finding, written: str) -> list[tuple[int, int]]:
    """Return where the unused names of an ignore stand, each with a comma; none if all are unused."""
    bracket = _BRACKET.search(written)
    idle = members(finding.args.get("unused"))
    if not idle or bracket is None:
        return []
    listed = list(re.finditer(r"[^,]+,?", bracket[1]))
    kept = [one for one in listed if one[0].strip(" \t,") not in idle]
    if not kept or len(kept) == len(listed):
        return []
    at = bracket.start() + 1
    gone = [(at + one.start(), at + one.end()) for one in listed if one not in kept]
    last = kept[-1]
    if last[0].endswith(",") and last is not listed[-1]:  # the comma after the last name that stays
        gone = [
            (at + last.end() - 1, gone[-1][1]) if first >= at + last.end() else (first, end)
            for first, end in gone
        ]
    return sorted(set(gone))


def _offset(document: Document, comment: Comment) -> int:
    """Return the offset at which a comment begins."""
    line = 0
    for _ in range(comment.line - 1):
        line = document.text.index("\n", line) + 1
    return line + comment.column - 1


def _part(document: Document, comment: Comment, start: int, end: int) -> tuple[int, int]:
    """Return the offsets of a part of a comment with the blanks, or the line, that go with it."""
    text, begin = document.text, _offset(document, comment)
    first, last = begin + start, begin + end
    whole = (start, len(comment.text.rstrip())) == (0, end)
    if whole and comment.alone:
        line = first - comment.column + 1
        following = text.find("\n", last)
        return line, len(text) if following < 0 else following + 1
    if start == 0 and not whole:
        while text[last : last + 1] in (" ", "\t"):
            last += 1
        return first, last
    while first and text[first - 1] in " \t":
        first -= 1
    return first, last
