"""Blocks to Markdown, as GitHub reads it."""

from collections.abc import Iterable, Iterator

from notice_lint.pages.blocks import Block, Code, Facts, Heading, Items, Links, Paragraph, Table
from notice_lint.pages.terminal import visible

_SIGNS = r"\`*_{}[]<>#|~"
"""What Markdown may take for structure anywhere in a line."""


def markdown(blocks: Iterable[Block]) -> str:
    """Return a page as Markdown."""
    return "\n\n".join("\n".join(_lines(block)) for block in blocks) + "\n"


def escaped(text: str) -> str:
    """Return text of which Markdown takes nothing for structure but code between back-ticks."""
    parts = visible(text).split("`")
    if len(parts) % 2 == 0:  # a back-tick without its partner
        return "".join(f"\\{sign}" if sign in _SIGNS else sign for sign in visible(text))
    return "`".join(part if index % 2 else _plain(part) for index, part in enumerate(parts))


def _plain(text: str) -> str:
    return "".join(f"\\{sign}" if sign in _SIGNS else sign for sign in text)


def _lines(block: Block) -> Iterator[str]:
    match block:
        case Heading(text, level):
            yield f"{'#' * level} {escaped(text)}"
        case Paragraph(text):
            yield escaped(text)
        case Items(texts):
            yield from (f"- {escaped(text)}" for text in texts)
        case Links(links):
            for link in links:
                remark = f" ({escaped(link.remark)})" if link.remark else ""
                yield f"- [{escaped(link.text)}]({link.target}){remark}"
        case Facts(rows):
            yield from (f"- {escaped(label)}: {escaped(text)}" for label, text in rows)
        case Table(head, rows):
            yield _row(head)
            yield "|" + " --- |" * len(head)
            yield from (_row(row) for row in rows)
        case Code(text, language):
            fence = "`" * max(3, 1 + max((len(run) for run in _runs(text)), default=0))
            yield f"{fence}{language}\n{text.rstrip()}\n{fence}"


def _row(cells: Iterable[str]) -> str:
    return "| " + " | ".join(escaped(cell).replace("\n", " ") for cell in cells) + " |"


def _runs(text: str) -> list[str]:
    return "".join(sign if sign == "`" else " " for sign in text).split()
