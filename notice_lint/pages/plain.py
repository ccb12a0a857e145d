"""Blocks to plain text, for terminals and mail."""

from collections.abc import Iterable, Iterator, Sequence

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
from notice_lint.pages.grid import grid, width_of, widths
from notice_lint.pages.inline import Prose, colon, folded, runs
from notice_lint.pages.terminal import harmless, visible, wrapped

_WIDTH = 100
_UNDERLINES = {1: "=", 2: "-"}


def plain(blocks: Iterable[Block], language: str = "en", width: int = _WIDTH) -> str:
    """Return a page as plain text; `language` decides what stands before a colon."""
    return "\n".join(harmless(line).rstrip() for line in _page(blocks, language, width)) + "\n"


def _page(blocks: Iterable[Block], language: str, width: int) -> Iterator[str]:
    empty = True
    for block in blocks:
        lines = list(_lines(block, language, width))
        if lines and not empty:
            yield ""
        empty = empty and not lines
        yield from lines


def line(prose: Prose) -> str:
    """Return a line without any setting; names of machines keep the back-ticks of our own sentences."""
    if isinstance(prose, str):
        return visible(prose)
    return visible("".join(_told(run.text, run.target) for run in runs(prose)))


def _told(text: str, target: str) -> str:
    """Return the text of a link with its address, where it leads away and does not say so itself."""
    address = safe(target).removeprefix("mailto:")
    return f"{text} <{address}>" if address and not address.startswith("#") and address != text else text


def _lines(block: Block, language: str, width: int) -> Iterator[str]:  # noqa: C901, PLR0912 - one case a kind of block
    match block:
        case Heading(text, level):
            yield from _title(line(text), level)
        case Paragraph(text):
            yield from wrapped(line(text), width, "", "")
        case Items(texts):
            for text in texts:
                yield from wrapped(line(text), width, "- ", "  ")
        case Links(links):
            for link in links:
                remark = f" ({line(link.remark)})" if link.remark else ""
                yield from wrapped(f"{line(link.text)}{remark}", width, "- ", "  ")
                yield f"  {visible(link.target)}"
        case Facts(rows):
            labelled = [(line(label), line(text)) for label, text in rows]
            column = max((width_of(label) for label, _ in labelled), default=0) + 2
            for label, text in labelled:
                lead = label + " " * (column - width_of(label))
                yield from wrapped(text, width, lead, " " * column)
        case Numbered(items, start):
            for number, item in enumerate(items, start):
                yield from _item(f"{number}. ", item, language, width)
        case Table():
            yield from _table(block, width)
        case Code():
            yield from (f"    {visible(row)}" for row in block.lines)
        case Quote():
            for index, part in enumerate(block.paragraphs):
                if index:
                    yield "  │"
                yield from wrapped(line(part), width, "  │ ", "  │ ")
        case Redline():
            yield from _redline(block, language, width)
        case Excerpt():
            yield from (f"    {row}" for row in numbered(block))
        case Details(summary, inner):
            yield f"{line(summary)}{colon(language)}"
            yield ""
            yield from _page(inner, language, width)
        case Card(inner):
            yield from _page(inner, language, width)
        case Picture(title=title, otherwise=inner):
            yield from wrapped(visible(title), width, "", "")
            yield ""
            yield from _page(inner, language, width)


def _title(text: str, level: int) -> Iterator[str]:
    yield text
    if level in _UNDERLINES:
        yield _UNDERLINES[level] * width_of(text)


def _item(marker: str, blocks: Sequence[Block], language: str, width: int) -> Iterator[str]:
    lead = marker
    for text in _page(blocks, language, width - len(marker)):
        yield f"{lead}{text}".rstrip()
        lead = " " * len(marker)


def _table(table: Table, width: int) -> Iterator[str]:
    if table.caption:
        yield from wrapped(line(table.caption), width, "", "")
        yield ""
    rows = [[line(cell) for cell in row] for row in (table.head, *table.rows)]
    columns = widths(rows, width)
    for index, lines in enumerate(grid(rows, columns)):
        yield from lines
        if not index:
            yield "  ".join("─" * column for column in columns)


_MARKS = {Pieced.SAME: ("", ""), Pieced.GONE: ("[-", "-]"), Pieced.NEW: ("{+", "+}")}


def _redline(block: Redline, language: str, width: int) -> Iterator[str]:
    marked = "".join(
        f"{_MARKS[kind][0]}{visible(folded(text))}{_MARKS[kind][1]}" for kind, text in block.pieces
    )
    yield from wrapped(marked, width, "", "")
    kinds = {kind for kind, _ in block.pieces}
    legend = [
        f"{opened}…{closed}{colon(language)} {label}"
        for kind, label in zip((Pieced.GONE, Pieced.NEW), block.labels, strict=True)
        if kind in kinds
        for opened, closed in [_MARKS[kind]]
    ]
    if legend:
        yield f"({', '.join(legend)})"
