"""Where every key and value stands, in every style, and what a document says about itself."""

import pytest
from hypothesis import given

from notice_lint.source.document import Document, Route, Span
from notice_lint.source.parse import parse
from tests.source.rendering import Data, documents

NOTICE = """\
# why
format: 1
"quoted": 'it''s'
empty:
flow: {a: [x, 'é😀 y'], b: }   # c
block:
  text: |
    un

    deux

  last: x
list:
- one
- - inner
  - more
folded: >-

  un
  deux


anchor: &id
  basis: x
alias: *id
plain: un
  deux  # c
"""

SPANS: list[tuple[Route, Span, Span]] = [
    ((), Span(2, 1, 27, 7), Span(1, 1, 1, 2)),
    (("format",), Span(2, 9, 2, 10), Span(2, 1, 2, 7)),
    (("quoted",), Span(3, 11, 3, 18), Span(3, 1, 3, 9)),
    (("empty",), Span(4, 7, 4, 7), Span(4, 1, 4, 6)),
    (("flow",), Span(5, 7, 5, 28), Span(5, 1, 5, 5)),
    (("flow", "a"), Span(5, 11, 5, 22), Span(5, 8, 5, 9)),
    (("flow", "a", 1), Span(5, 15, 5, 21), Span(5, 15, 5, 21)),
    (("flow", "b"), Span(5, 26, 5, 26), Span(5, 24, 5, 25)),
    (("block",), Span(7, 3, 12, 10), Span(6, 1, 6, 6)),
    (("block", "text"), Span(7, 9, 10, 9), Span(7, 3, 7, 7)),
    (("list",), Span(14, 1, 16, 9), Span(13, 1, 13, 5)),
    (("list", 0), Span(14, 3, 14, 6), Span(14, 3, 14, 6)),
    (("list", 1), Span(15, 3, 16, 9), Span(15, 3, 16, 9)),
    (("folded",), Span(17, 9, 20, 7), Span(17, 1, 17, 7)),
    (("anchor",), Span(24, 3, 24, 11), Span(23, 1, 23, 7)),
    (("alias",), Span(25, 8, 25, 11), Span(25, 1, 25, 6)),
    (("alias", "basis"), Span(25, 8, 25, 11), Span(25, 8, 25, 11)),
    (("plain",), Span(26, 8, 27, 7), Span(26, 1, 26, 6)),
]


@pytest.mark.parametrize("pure", [False, True])
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
@pytest.mark.parametrize("bom", ["", "\ufeff"])
@pytest.mark.parametrize(("route", "value", "key"), SPANS)
def test_values_and_keys_stand_where_they_stand(  # noqa: PLR0913, PLR0917 - a table in three variants
    route: Route,
    value: Span,
    key: Span,
    bom: str,
    line_end: str,
    pure: bool,  # noqa: FBT001 - a test's parameter
) -> None:
    document = parse(bom + NOTICE.replace("\n", line_end), "n.yaml", pure=pure)

    assert document.flaws == ()
    assert (document.span(route), document.key_span(route)) == (value, key)
    assert document.exists(route)


@pytest.mark.parametrize(
    ("route", "nearest"),
    [
        (("gone",), ()),
        (("gone", "deeper", 3), ()),
        (("flow", "gone"), ("flow",)),
        (("flow", "a", 2), ("flow", "a")),
        (("flow", "a", -1), ("flow", "a")),
        (("flow", "a", "x"), ("flow", "a")),
        (("format", "x"), ("format",)),
        (("alias", "gone"), ("alias",)),
    ],
)
def test_a_place_that_is_not_there_is_shown_at_the_nearest_thing_around_it(
    route: Route, nearest: Route
) -> None:
    document = parse(NOTICE, "n.yaml")

    assert document.span(route) == document.span(nearest)
    assert document.key_span(route) == document.key_span(nearest)
    assert not document.exists(route)
    assert (document.value(route), document.written(route)) == (None, "")


@pytest.mark.parametrize(
    ("route", "written"),
    [
        (("format",), "1"),
        (("quoted",), "'it''s'"),
        (("empty",), ""),
        (("block", "text"), "|\n    un\n\n    deux"),
        (("alias",), "*id"),
        (("anchor",), "basis: x"),
        (("flow", "a"), "[x, 'é😀 y']"),
    ],
)
def test_what_is_written_is_the_source_text(route: Route, written: str) -> None:
    assert parse(NOTICE, "n.yaml").written(route) == written


@pytest.mark.parametrize(
    ("text", "begin"),
    [
        ("key: &a x", (1, 9)),
        ("key: &a\n  x", (2, 3)),
        ("key: &a # why\n  # more\n  x", (3, 3)),
        ("key: &a [x]", (1, 9)),
        ("key: &a", (1, 8)),
        ("key: &a # why", (1, 8)),
        ("key: &a\nnext: x", (1, 8)),
    ],
)
def test_a_value_begins_after_its_anchor(text: str, begin: tuple[int, int]) -> None:
    assert parse(text, "n.yaml").span(("key",))[:2] == begin


def test_a_key_in_a_list_of_single_pairs_has_a_place() -> None:
    document = parse("key: [a: b, c]\n", "n.yaml")

    assert document.data == {"key": [{"a": "b"}, "c"]}
    assert document.span(("key", 0)) == Span(1, 7, 1, 11)
    assert document.key_span(("key", 0, "a")) == Span(1, 7, 1, 8)


def test_aliases_repeat_what_their_anchor_says() -> None:
    document = parse("a: &x {b: 1}\nc: [*x, *x]\n&k d: *k\n", "n.yaml")

    assert document.flaws == ()
    assert document.data == {"a": {"b": 1}, "c": [{"b": 1}, {"b": 1}], "d": "d"}
    assert document.key_span(("d",)) == Span(3, 4, 3, 5)


def test_an_anchor_can_be_set_again() -> None:
    assert parse("- &a 1\n- *a\n- &a 2\n- *a\n- &a [&a 3]\n- *a\n", "n.yaml").data == [1, 1, 2, 2, [3], 3]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", ("",)),
        ("a: b\n", ("a: b", "")),
        ("a: b\r\nc: d", ("a: b", "c: d")),
        ("a: b\u2028c\nd", ("a: b\u2028c", "d")),
        ("a\rb\n", ("a\rb", "")),
    ],
)
def test_lines_end_where_editors_end_them(text: str, lines: tuple[str, ...]) -> None:
    assert parse(text, "n.yaml").lines == lines


@pytest.mark.parametrize("text", ["", "\n", "a: [", "\0"])
def test_a_text_without_data_still_has_a_place(text: str) -> None:
    document = parse(text, "n.yaml")

    assert document.data is None or document.flaws
    assert document.span(("a", 0))[:2] == document.key_span(("a", 0))[:2] == (1, 1)
    assert document.stretch((), 0, 1)[:2] == (1, 1)


def test_a_byte_order_mark_counts_for_nothing() -> None:
    document = parse("\ufeffa: b", "n.yaml")

    assert (document.bom, document.text, document.span(("a",))) == (True, "a: b", Span(1, 4, 1, 5))


@given(documents())
def test_random_documents_say_what_was_written_into_them(drawn: tuple[str, Data]) -> None:
    text, data = drawn
    document = parse(text, "n.yaml")

    assert document.flaws == ()
    assert document.data == data
    assert [comment.text for comment in document.comments if comment.text != "# why"] == ["# a comment"]
    assert document.written(("end",)) == "text"
    _inside(document, (), document.span(()))


def _inside(document: Document, route: Route, around: Span) -> None:
    span, value = document.span(route), document.value(route)

    assert around[:2] <= span[:2] <= span[2:] <= around[2:]
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, _ in inner:
        assert span[:2] <= document.key_span((*route, step))[:2]
        _inside(document, (*route, step), span)
