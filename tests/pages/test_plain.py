"""Plain text: within its width, harmless to terminals and build services, legible in every script."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from notice_lint.pages.address import host, safe
from notice_lint.pages.blocks import (
    Block,
    Code,
    Details,
    Excerpt,
    Facts,
    Heading,
    Numbered,
    Paragraph,
    Pieced,
    Quote,
    Redline,
    Table,
)
from notice_lint.pages.excerpt import numbered, parted
from notice_lint.pages.grid import broken, grid, padded, width_of, widths
from notice_lint.pages.inline import Foreign, Kind, Mono, Prose, Ref, Strong, runs, said, words_of
from notice_lint.pages.plain import plain
from tests.hostile import BREAKERS, commands, naughty_strings
from tests.pages.page import page

_RAW = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]")


@pytest.mark.parametrize("text", BREAKERS)
def test_no_text_moves_the_cursor_or_gives_a_command(text: str) -> None:
    assert commands(plain(page(text))) == []
    assert _RAW.findall(plain(page(text))) == []


def test_no_naughty_string_moves_the_cursor_or_gives_a_command() -> None:
    for text in naughty_strings():
        assert commands(plain(page(text))) == [], text
        assert _RAW.findall(plain(page(text))) == [], text


@pytest.mark.parametrize(
    ("block", "lines"),
    [
        (Heading("Ours", 1), ["Ours", "===="]),
        (Heading("漢字", 2), ["漢字", "----"]),
        (
            Paragraph(["See ", Ref("the law", "https://a.example/x"), "."]),
            ["See the law <https://a.example/x>."],
        ),
        (Paragraph(Ref("privacy@a.example", "mailto:privacy@a.example")), ["privacy@a.example"]),
        (Paragraph(["a ", Ref("link", "javascript:x")]), ["a link"]),
        (Facts([("Before", "3"), (Foreign("漢字"), "4")]), ["Before  3", "漢字    4"]),
        (Numbered([[Paragraph("a"), Code("b")], [Paragraph("c")]], 9), ["9. a", "", "       b", "10. c"]),
        (Table(["a", "bb"], [["1", Foreign("2")]], "C"), ["C", "", "a  bb", "─  ──", "1  2"]),
        (Quote("a\nb\n\nc"), ["  │ a b", "  │", "  │ c"]),
        (Details("More", [Paragraph("a")]), ["More\u00a0:", "", "a"]),
        (Excerpt([(9, "a"), (10, "b: US")], 10, 4, 6), ["     9 │ a", "    10 │ b: US", "       │    ^^"]),
    ],
)
def test_a_block_reads_well(block: Block, lines: list[str]) -> None:
    assert plain([block], "fr").splitlines() == lines


def test_a_redline_has_marks_and_explains_them() -> None:
    pieces = [(Pieced.SAME, "kept "), (Pieced.GONE, "3"), (Pieced.NEW, "10"), (Pieced.SAME, " years")]

    assert plain([Redline(pieces, ("deleted", "added"))]).splitlines() == [
        "kept [-3-]{+10+} years",
        "([-…-]: deleted, {+…+}: added)",
    ]


@settings(max_examples=100)
@given(st.text(alphabet="abc dé漢 ", min_size=1, max_size=200), st.integers(40, 120))
def test_a_page_is_as_wide_as_it_may_be(text: str, width: int) -> None:
    table = Table(["a", "b", "c"], [[Foreign(text), Foreign(text), "1"]])

    assert max(width_of(line) for line in plain([table], width=width).splitlines()) <= width


@settings(max_examples=200)
@given(st.text(alphabet="ab/-é漢\u0301 ", max_size=60), st.integers(2, 30))
def test_broken_text_loses_nothing_and_fits(text: str, width: int) -> None:
    lines = broken(text, width)

    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert all(width_of(line) <= width for line in lines)


def test_a_grid_aligns_signs_of_double_width() -> None:
    rows = [["漢字", "a"], ["abcd", "b"]]

    assert list(grid(rows, widths(rows, 20))) == [["漢字  a"], ["abcd  b"]]
    assert padded("漢", 4) == "漢  "


@pytest.mark.parametrize(
    ("target", "address"),
    [
        ("https://a.example", "https://a.example"),
        ("https://a.example/é?a=1&b=(2)#c", "https://a.example/%C3%A9?a=1&b=%282%29#c"),
        ('https://a.example/a b"><x>\n', "https://a.example/a%20b%22%3E%3Cx%3E%0A"),
        ("https://a.example:8443/", "https://a.example:8443/"),
        ("#anchor-1", "#anchor-1"),
        ("mailto:a.b+c@d.example", "mailto:a.b+c@d.example"),
        ("mailto:a@b.example?subject=x", ""),
        ("http://a.example", ""),
        ("https://user@a.example", ""),
        ("https://", ""),
        ("javascript:alert(1)", ""),
        (" https://a.example", ""),
        ("#", ""),
        ("", ""),
    ],
)
def test_only_some_addresses_may_be_led_to(target: str, address: str) -> None:
    assert safe(target) == address


def test_the_host_of_an_address_can_be_shown() -> None:
    assert [host(a) for a in ("https://a.example/x", "mailto:a@b.example", "#a")] == ["a.example", "", ""]


@pytest.mark.parametrize(
    ("prose", "kinds"),
    [
        ("a `b` c", [("a ", Kind.PLAIN), ("b", Kind.MONO), (" c", Kind.PLAIN)]),
        ("a ` b", [("a ", Kind.PLAIN), ("`", Kind.PLAIN), (" b", Kind.PLAIN)]),
        (["x `", Foreign("y"), "` z"], [("x ", Kind.PLAIN), ("y", Kind.MONO), (" z", Kind.PLAIN)]),
        (Foreign("a `b`\n c"), [("a `b` c", Kind.PLAIN)]),
        ([Strong("a"), Mono("b"), ""], [("a", Kind.STRONG), ("b", Kind.MONO)]),
    ],
)
def test_back_ticks_of_ours_set_names_of_machines(prose: Prose, kinds: list[tuple[str, Kind]]) -> None:
    assert [(run.text, run.kind) for run in runs(prose)] == kinds
    assert words_of(prose) == "".join(text for text, _ in kinds)


def test_a_filled_sentence_keeps_apart_what_others_wrote() -> None:
    from notice_lint.i18n import Piece  # noqa: PLC0415 - next to its use

    assert said([Piece("a", foreign=False), Piece("b", foreign=True)]) == ["a", Foreign("b")]


def test_a_long_line_is_cut_around_what_is_marked() -> None:
    line = "x" * 300 + "MARK" + "y" * 300
    excerpt = Excerpt([(1, line)], 1, 301, 305)
    (row,) = parted(excerpt)
    shown, carets = numbered(excerpt)

    assert row.marked == "MARK"
    assert (row.before[0], row.after[-1], len(row.before + row.after) < 120) == ("…", "…", True)
    assert shown[carets.index("^") : carets.rindex("^") + 1] == "MARK"


def test_a_mark_at_the_end_of_a_line_can_still_be_seen() -> None:
    (row,) = parted(Excerpt([(1, "ab")], 1, 3, 3))

    assert (row.before, row.marked, row.after) == ("ab", "\u00a0", "")
