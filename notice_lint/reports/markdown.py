"""The report for job summaries, comments and mail: Markdown as GitHub reads it, never longer than allowed."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from notice_lint.findings import Finding
from notice_lint.i18n import Catalogue
from notice_lint.pages.blocks import Block, Details, Facts, Heading, Items, Paragraph, Table
from notice_lint.pages.inline import Foreign, Inline, Mono, Prose
from notice_lint.pages.markdown import markdown
from notice_lint.reports import overview
from notice_lint.reports.finding import (
    excerpt,
    gravest_first,
    place,
    reasons,
    related,
    remarks,
    sentence,
    trail,
)
from notice_lint.reports.look import Detail, Look
from notice_lint.reports.result import Result

SUMMARY = 1_000_000
"""A job summary takes 1 MiB (1,048,576 bytes); of one that is longer nothing is shown.

Source: docs.github.com, "Workflow commands for GitHub Actions", job summaries.
"""

COMMENT = 65_000
"""A comment takes 65,536 characters. Counted here in bytes, which are never fewer."""

_FEWEST = 1_000
"""Headline, circumstances and the sentences on what is left out need so many bytes."""

_SENTENCE = 160
"""So many bytes are kept free for the sentence on what is left out of a part."""


class _Part(NamedTuple):
    """Entries with what stands before them; `share` is how much of the room that is left they may take."""

    before: str
    entries: Iterable[str]
    total: int
    share: float
    left_out: str


def report(result: Result, words: Catalogue, look: Look) -> str:
    """Return the report, cut to what a job summary takes."""
    return within(result, words, look, SUMMARY)


def within(result: Result, words: Catalogue, look: Look, limit: int) -> str:
    """Return the report in at most `limit` bytes of UTF-8: `SUMMARY`, `COMMENT`, another one from 1,000 on.

    It is cut between two entries and never within one, and says how many are left out, and of what.
    """
    quiet = look.detail is Detail.QUIET
    first = _written([Heading(overview.title(result, words), 2), overview.verdict(result, words)], words)
    last = _written(overview.circumstances(result, words, quiet=quiet), words)
    parts = list(_parts(result, words))
    room = max(limit, _FEWEST) - _size(first) - _size(last) - 2 - _SENTENCE * len(parts)
    texts = [first]
    for part in parts:
        text = _filled(part, int(room * part.share), words)
        room -= _size(text) + 1
        texts.append(text)
    return "\n".join([*texts, *([last] if last else [])])


def _filled(part: _Part, room: int, words: Catalogue) -> str:
    """Return a part with as many entries as there is room for, and a sentence on those that are left out."""
    shown: list[str] = []
    room -= _size(part.before)
    for entry in part.entries:
        room -= _size(entry)
        if room < 0:
            break
        shown.append(entry)
    missing = part.total - len(shown)
    sentence_ = f"\n{_written([Paragraph(words.say(part.left_out, missing))], words)}" if missing else ""
    return part.before + "".join(shown) + sentence_ if shown else sentence_.lstrip("\n")


def _parts(result: Result, words: Catalogue) -> Iterator[_Part]:
    head, *items = _opened(overview.unchecked(result, words, 3), words)
    if items:
        yield _Part(head, items, len(items), 0.3, "page.left-out.unchecked")
    findings = gravest_first(list(result.counted()))
    touched = [finding for finding in findings if finding.touched]
    others = [finding for finding in findings if not finding.touched]
    numbers = {id(finding): number for number, finding in enumerate(findings, 1)}
    for found, key in ((touched, "page.touched.title"), (others, "page.others.title")):
        if found:
            title = [Heading(words.sentence(key), 3)] if touched else []
            yield _table(result, found, numbers, title, words)
    if findings:
        before = _written([Heading(words.sentence("page.each"), 3)], words) + "\n"
        told: dict[str, int] = {}
        entries = (
            _written([_details(result, finding, number, told, words)], words) + "\n"
            for number, finding in enumerate(findings, 1)
        )
        yield _Part(before, entries, len(findings), 0.9, "page.left-out.details")
    head, *rows = _opened(overview.ignored(result, words, 3), words)
    if rows:
        yield _Part(head, rows, len(rows), 1.0, "page.left-out.ignored")


def _opened(blocks: Iterable[Block], words: Catalogue) -> list[str]:
    """Return what stands before the entries of the last block, a list or a table, and each entry."""
    page = list(blocks)
    if not page:
        return [""]
    lines = markdown(page, words.language).splitlines(keepends=True)
    last = page[-1]
    count = len(last.rows) if isinstance(last, Table) else len(last.texts) if isinstance(last, Items) else 0
    return ["".join(lines[:-count]), *lines[-count:]]


def _table(
    result: Result,
    findings: Sequence[Finding],
    numbers: dict[int, int],
    title: Sequence[Block],
    words: Catalogue,
) -> _Part:
    head = [words.sentence(f"page.column.{key}") for key in ("number", "severity", "what", "place")]
    rows: list[list[Prose]] = [
        [
            str(numbers[id(finding)]),
            words.sentence(f"severity.{finding.severity}"),
            [*sentence(finding, result, words), " ", Mono(finding.rule)],
            Mono(place(finding)),
        ]
        for finding in findings
    ]
    before, *entries = _opened([*title, Table(head, rows)], words)
    return _Part(before, entries, len(entries), 0.4, "page.left-out.rows")


def _details(
    result: Result, finding: Finding, number: int, told: dict[str, int], words: Catalogue
) -> Details:
    """Return a finding, folded away; reason and law stand in full at the first finding of each rule."""
    rule = result.rule(finding.rule)
    severity = words.sentence(f"severity.{finding.severity}")
    title: list[Inline] = [
        f"{number}. {severity}{words.sentence('page.colon')}",
        rule.words(words.language).summary,
        " – ",
        Mono(place(finding)),
    ]
    first = told.setdefault(finding.rule, number)
    rows = related(finding, words)
    known = Paragraph(words.say("page.as-before", number=first))
    blocks: list[Block] = [
        Paragraph(Foreign(trail(finding, words))),
        Paragraph(sentence(finding, result, words)),
        *remarks(finding, words),
        *excerpt(finding, result.notice(finding.path)),
        *([Facts(rows)] if rows else []),
        reasons(finding, result, words) if first == number else known,
    ]
    return Details(title, blocks)


def _written(blocks: Iterable[Block], words: Catalogue) -> str:
    return markdown(blocks, words.language)


def _size(text: str) -> int:
    return len(text.encode("utf-8", "surrogatepass"))
