"""A page with every block, on which a text of others stands wherever one can."""

from notice_lint.pages.blocks import (
    Block,
    Card,
    Code,
    Details,
    Excerpt,
    Facts,
    Heading,
    Items,
    Link,
    Links,
    Numbered,
    Paragraph,
    Picture,
    Pieced,
    Quote,
    Redline,
    Table,
    Tone,
)
from notice_lint.pages.drawing import Band, Box, Drawing, Words
from notice_lint.pages.inline import Dim, Foreign, Inline, Mono, Prose, Ref, Strong


def page(text: str) -> list[Block]:
    """Return the page. An empty line would part a quotation in two, and is the reader's business."""
    foreign = Foreign(text, "fr")
    ours = text.replace("`", "'") if text.strip() else "plain"
    line: list[Inline] = ["Before `", foreign, "` and ", Foreign(text), ", ", Mono(text), " after"]
    many: list[Prose] = [foreign, line, [Strong(foreign), Dim(foreign)], Ref(foreign, "https://a.example/")]
    drawing = Drawing(100, 50, [Box(1, 2, 3, 4), Band(1, 2, 3, 4, 5), Words(1, 2, text)])
    return [
        Heading(foreign, 1, "top"),
        Heading(["1. ", foreign], 2),
        Paragraph(foreign, Tone.WARNING),
        Paragraph(line),
        Items(many),
        Numbered([[Paragraph(foreign), Table(["a", "b"], [[foreign, line]])], [Paragraph(ours)]], start=3),
        Links([Link(foreign, "https://a.example/?a=1&b=2", foreign), Link(ours, f"javascript:{text}", ours)]),
        Facts([("Before", foreign), (foreign, line)]),
        Table([foreign, "b", "c", "d"], [many, many], caption=foreign, row_heads=True),
        Code(text.replace("\n", " "), "yaml"),
        Quote(text.replace("\n", " "), "fr"),
        Redline([(Pieced.SAME, "we "), (Pieced.GONE, text), (Pieced.NEW, text)], ("gone", "new"), "fr"),
        Redline([(Pieced.SAME, text), (Pieced.NEW, "x")], ("gone", "new")),
        Excerpt([(9, "x"), (10, text.replace("\n", " "))], 10, 2, 4),
        Details(["More ", foreign, Mono(text), Strong(foreign)], [Paragraph(foreign), Code("a\nb")]),
        Card([Heading(foreign, 3), Paragraph(foreign)], Tone.ERROR),
        Picture(text, text, drawing, [Paragraph(foreign)], ours),
        Paragraph("The end"),
    ]
