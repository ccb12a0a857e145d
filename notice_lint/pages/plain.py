"""Blocks to plain text, for terminals and mail."""

from collections.abc import Iterable, Iterator

from notice_lint.pages.blocks import Block, Code, Facts, Heading, Items, Links, Paragraph, Table
from notice_lint.pages.terminal import harmless, visible, wrapped

_WIDTH = 100
_UNDERLINES = {1: "=", 2: "-"}


def plain(blocks: Iterable[Block]) -> str:
    """Return a page as plain text, 100 characters wide."""
    parts = ["\n".join(harmless(line) for line in _lines(block)) for block in blocks]
    return "\n\n".join(part for part in parts if part) + "\n"


def _lines(block: Block) -> Iterator[str]:  # noqa: C901 - one case a kind of block
    match block:
        case Heading(text, level):
            yield visible(text)
            if level in _UNDERLINES:
                yield _UNDERLINES[level] * len(visible(text))
        case Paragraph(text):
            yield from wrapped(visible(text), _WIDTH, "", "")
        case Items(texts):
            for text in texts:
                yield from wrapped(visible(text), _WIDTH, "- ", "  ")
        case Links(links):
            for link in links:
                remark = f" ({link.remark})" if link.remark else ""
                yield from wrapped(visible(f"{link.text}{remark}"), _WIDTH, "- ", "  ")
                yield f"  {visible(link.target)}"
        case Facts(rows):
            width = max((len(label) for label, _ in rows), default=0) + 2
            for label, text in rows:
                yield from wrapped(visible(text), _WIDTH, f"{label:<{width}}", " " * width)
        case Table(head, rows):
            yield "  ".join(head)
            yield from (visible("  ".join(row)) for row in rows)
        case Code(text):
            yield from (f"    {visible(line)}" for line in text.splitlines())
