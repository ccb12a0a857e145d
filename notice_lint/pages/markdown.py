"""Blocks to Markdown, as GitHub reads it."""

from collections.abc import Iterable, Iterator, Sequence

from notice_lint.pages import escape
from notice_lint.pages.address import safe
from notice_lint.pages.blocks import (
    Block,
    Card,
    Code,
    Details,
    Excerpt,
    Facts,
    Heading,
    Items,
    Links,
    Numbered,
    Paragraph,
    Picture,
    Pieced,
    Quote,
    Redline,
    Table,
)
from notice_lint.pages.excerpt import numbered
from notice_lint.pages.inline import Kind, Prose, Run, colon, folded, runs
from notice_lint.pages.terminal import harmless, visible

_DEEPEST = 6


def markdown(blocks: Iterable[Block], language: str = "en") -> str:
    """Return a page as Markdown; `language` decides what stands before a colon."""
    return "\n".join(harmless(line) for line in _page(blocks, language)) + "\n"


def line(prose: Prose, *, first: bool = True, cell: bool = False) -> str:
    """Return a line of which Markdown takes nothing for structure but what its runs say.

    `first` says that it begins a line, `cell` that it stands in a table.
    """
    parts: list[str] = []
    for run in runs(prose):
        parts.append(_run(run, first=first and not parts, cell=cell))
    return "".join(parts).strip(" ")


def _run(run: Run, *, first: bool, cell: bool) -> str:
    target = safe(run.target)
    if run.kind is Kind.MONO:
        text = escape.code(run.text, cell=cell)
    else:
        text = escape.prose(run.text, first=first and not target, linked=bool(target))
    if run.kind is Kind.STRONG:
        text = f"**{text}**" if text[:1].isalnum() and text[-1:].isalnum() else f"<strong>{text}</strong>"
    return f"[{text}]({target.replace('&', '&amp;')})" if target else text


def _page(blocks: Iterable[Block], language: str) -> Iterator[str]:
    empty = True
    for block in blocks:
        if not empty:
            yield ""
        empty = False
        for text in _lines(block, language):
            yield from text.split("\n")


def _lines(block: Block, language: str) -> Iterator[str]:  # noqa: C901, PLR0912 - one case a kind of block
    match block:
        case Heading(text, level, anchor):
            place = f'<a id="{anchor}"></a>' if safe(f"#{anchor}") else ""
            yield f"{'#' * min(level, _DEEPEST)} {place}{line(text)}"
        case Paragraph(text):
            yield line(text)
        case Items(texts):
            yield from (f"- {line(text)}" for text in texts)
        case Links(links):
            for link in links:
                remark = f" ({line(link.remark, first=False)})" if link.remark else ""
                yield f"- {_link(link.text, link.target)}{remark}"
        case Facts(rows):
            for label, text in rows:
                yield f"- {line(label)}{colon(language)} {line(text, first=False)}"
        case Numbered(items, start):
            for number, item in enumerate(items, start):
                yield from _item(f"{number}. ", item, language)
        case Table(head, rows, caption):
            if caption:
                yield f"{line(caption)}\n"
            yield _row(head)
            yield "|" + " --- |" * len(head)
            yield from (_row(row) for row in rows)
        case Code(language=code_language):
            yield from _fenced(block.lines, code_language)
        case Quote():
            yield "\n>\n".join(f"> {line(part)}" for part in block.paragraphs)
        case Redline(pieces, _, language):
            yield _redline(pieces)
        case Excerpt():
            yield from _fenced(numbered(block), "text")
        case Details():
            yield from _details(block, language)
        case Card(inner):
            yield from _page(inner, language)
        case Picture(otherwise=inner, label=label):
            yield from _details(Details(label, inner), language)


def _link(text: Prose, target: str) -> str:
    """Return a link of a list; there, a page beside this one is an address as well."""
    if "://" in target or not target.endswith(".md"):
        target = safe(target)
    if not target:
        return line(text)
    words = "".join(
        escape.code(run.text) if run.kind is Kind.MONO else escape.prose(run.text, linked=True)
        for run in runs(text)
    )
    return f"[{words}]({target.replace('&', '&amp;')})"


def _item(marker: str, blocks: Sequence[Block], language: str) -> Iterator[str]:
    first = True
    for text in _page(blocks, language):
        lead = marker if first else " " * len(marker)
        yield f"{lead}{text}" if text else ""
        first = False


def _details(block: Details, language: str) -> Iterator[str]:
    summary = "".join(escape.in_tag(run) for run in runs(block.summary))
    yield f"<details{' open' if block.open else ''}><summary>{summary}</summary>"
    yield ""
    yield from _page(block.blocks, language)
    yield ""
    yield "</details>"


def _redline(pieces: Iterable[tuple[Pieced, str]]) -> str:
    tags = {Pieced.SAME: ("", ""), Pieced.GONE: ("<del>", "</del>"), Pieced.NEW: ("<ins><b>", "</b></ins>")}
    parts: list[str] = []
    for kind, text in pieces:
        run = Run(folded(text), foreign=True)
        opened, closed = tags[kind]
        parts.append(f"{opened}{_run(run, first=not parts and not opened, cell=False)}{closed}")
    return "".join(parts).strip(" ")


def _fenced(lines: Iterable[str], language: str) -> Iterator[str]:
    shown = [visible(text).rstrip() for text in lines]
    while shown and not shown[-1]:
        shown.pop()
    longest = max((len(run) for text in shown for run in _ticks(text)), default=0)
    fence = "`" * max(3, 1 + longest)
    yield f"{fence}{language}"
    yield from shown
    yield fence


def _row(cells: Iterable[Prose]) -> str:
    return "| " + " | ".join(line(cell, cell=True) for cell in cells) + " |"


def _ticks(text: str) -> list[str]:
    return "".join(sign if sign == "`" else " " for sign in text).split()
