"""A word inside a value is found again in the text, whatever style the value is written in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notice_lint.source.document import Document, Span
from notice_lint.source.parse import parse
from tests.source.rendering import STYLES, TEXTS, rendered


def _slice(document: Document, span: Span) -> str:
    lines = document.text.split("\n")
    if span.line == span.end_line:
        return lines[span.line - 1][span.column - 1 : span.end_column - 1]
    middle = lines[span.line : span.end_line - 1]
    first, last = lines[span.line - 1][span.column - 1 :], lines[span.end_line - 1][: span.end_column - 1]
    return "\n".join([first, *middle, last])


def _says(written: str, character: str) -> bool:
    """Whether source characters stand for one character of a value."""
    if character in "\n " and not written.strip():
        return written == character or "\n" in written
    escapes = {"''": "'", '\\"': '"', "\\\\": "\\", "\\n": "\n", "\\_": "\xa0"}
    known = escapes.get(written, written)
    return (known if len(known) == 1 else known.encode().decode("unicode_escape")) == character


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
@given(data=st.data())
def test_each_character_is_found_where_it_is_written(style: str, line_end: str, data: st.DataObject) -> None:
    text = data.draw(TEXTS[style])
    scalar = rendered(text, style, "  ")
    document = parse(f"before: é\nkey: {scalar}\nafter: x\n".replace("\n", line_end), "n.yaml")

    assert document.flaws == ()
    assert document.value(("key",)) == text
    for at, character in enumerate(text):
        assert _says(_slice(document, document.stretch(("key",), at, at + 1)), character)


@pytest.mark.parametrize("style", STYLES)
@given(data=st.data())
def test_a_stretch_runs_from_its_first_character_to_its_last(style: str, data: st.DataObject) -> None:
    text = data.draw(TEXTS[style].filter(bool))
    document = parse(f"key: {rendered(text, style, '  ')}\n", "n.yaml")
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))

    first, last = document.stretch(("key",), start, start + 1), document.stretch(("key",), end - 1, end)

    assert document.stretch(("key",), start, end) == (*first[:2], *last[2:])


WORDS = {
    "plain over two lines": ("key: un deux\n  trois\n", "trois", (2, 3, 2, 8)),
    "plain, the fold": ("key: un\n  deux\n", " ", (1, 8, 2, 3)),
    "plain, an empty line": ("key: un\n\n  deux\n", "deux", (3, 3, 3, 7)),
    "single quotes doubled": ("key: 'l''adresse IP'\n", "adresse", (1, 10, 1, 17)),
    "double quotes, escapes": ('key: "\\u00e9t\\xe9 x"\n', "été", (1, 7, 1, 18)),
    "double quotes, line escaped": ('key: "un \\\n   deux"\n', "deux", (2, 4, 2, 8)),
    "literal": ("key: |\n  un\n\n    deux\n", "deux", (4, 5, 4, 9)),
    "literal, indent said": ("a:\n  key: |1-\n    un\n   deux\n", "deux", (4, 4, 4, 8)),
    "folded": ("key: >\n  un\n  deux\n\n  trois\n", "un deux", (2, 3, 3, 7)),
    "folded, more indented": ("key: >\n  un\n   deux\n  trois\n", "trois", (4, 3, 4, 8)),
    "folded, kept": ("key: >+  # why\n  un\n  deux\n\n", "deux", (3, 3, 3, 7)),
    "CR LF": ("key: >\r\n  un\r\n  deux\r\n", "deux", (3, 3, 3, 7)),
    "astral before": ("key: 😀 un\n", "un", (1, 8, 1, 10)),
    "anchored": ("key: &a 'un deux'\n", "deux", (1, 13, 1, 17)),
    "in a flow list": ("key: ['un\n  deux']\n", "deux", (2, 3, 2, 7)),
}


@pytest.mark.parametrize(("text", "word", "place"), WORDS.values(), ids=WORDS)
def test_a_word_is_found_in(text: str, word: str, place: tuple[int, int, int, int]) -> None:
    document = parse(text, "n.yaml")
    route: tuple[str | int, ...] = ("a", "key") if text.startswith("a:") else ("key",)
    route = (*route, 0) if isinstance(document.value(route), list) else route
    at = str(document.value(route)).index(word)

    assert document.stretch(route, at, at + len(word)) == place


@pytest.mark.parametrize(
    ("route", "start", "end", "place"),
    [
        (("alias",), 0, 1, (2, 8, 2, 10)),
        (("list",), 0, 1, (3, 7, 3, 10)),
        (("gone",), 0, 1, (1, 1, 4, 10)),
        (("key",), -3, 99, (1, 9, 1, 11)),
        (("key",), 1, 1, (1, 10, 1, 10)),
        (("key",), 2, 1, (1, 11, 1, 11)),
        (("number",), 1, 2, (4, 10, 4, 10)),
    ],
)
def test_what_has_no_such_characters_is_shown_whole_or_cut(
    route: tuple[str], start: int, end: int, place: tuple[int, int, int, int]
) -> None:
    document = parse("key: &a xy\nalias: *a\nlist: [1]\nnumber: 7\n", "n.yaml")

    assert document.stretch(route, start, end) == place
