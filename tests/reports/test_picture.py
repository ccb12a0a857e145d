"""The picture of what flows where: all that is drawn is said, and nothing is lost in silence."""

from collections.abc import Iterator, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from notice_lint.i18n import catalogue
from notice_lint.i18n.terms import Text
from notice_lint.model.flows import Category, Flows, Receiver, Use
from notice_lint.pages.drawing import Band, Box, Drawing, Words
from notice_lint.reports.flows import counted, pictured
from notice_lint.reports.picture import picture

_NAMES = ("a", "b", "c", "d")
_IDS = st.lists(st.sampled_from(_NAMES), unique=True, max_size=4).map(tuple)


def made(
    categories: Sequence[str],
    uses: Sequence[tuple[str, ...]],
    receivers: Sequence[tuple[tuple[str, ...], tuple[str, ...]]],
) -> Flows:
    """Return flows: purposes by their categories, recipients by their purposes and countries."""
    return Flows(
        categories=tuple(Category(name, Text({"en": f"Data {name}"})) for name in categories),
        uses=tuple(Use(f"u{n}", Text({"en": f"Use {n}"}), found) for n, found in enumerate(uses)),
        receivers=tuple(
            Receiver(f"r{n}", Text({"en": f"Receiver {n}"}), "", purposes, (), countries, "")
            for n, (purposes, countries) in enumerate(receivers)
        ),
        third=frozenset({"US"}),
        regime="eu-gdpr",
        whole=True,
    )


def drawn(flows: Flows) -> Drawing:
    """Return the picture in English."""
    return picture(flows, catalogue("en"))


def boxes(drawing: Drawing) -> dict[str, Box]:
    """Return the boxes by the words in them."""
    found: dict[str, Box] = {}
    for box in (shape for shape in drawing.shapes if isinstance(shape, Box)):
        lines = [
            shape.text
            for shape in drawing.shapes
            if isinstance(shape, Words)
            and box.x <= shape.x <= box.x + box.width
            and box.y <= shape.y <= box.y + box.height
        ]
        found[" / ".join(lines)] = box
    return found


def ends(drawing: Drawing) -> Iterator[tuple[str, str]]:
    """Yield what each ribbon joins, by the words in the boxes."""
    known = boxes(drawing)
    for band in (shape for shape in drawing.shapes if isinstance(shape, Band)):
        (start,) = [w for w, b in known.items() if b.x + b.width == band.x and b.y < band.y < b.y + b.height]
        (end,) = [w for w, b in known.items() if b.x == band.to_x and b.y < band.to_y < b.y + b.height]
        yield start, end


def test_a_ribbon_stands_for_each_thing_that_is_said() -> None:
    flows = made("ab", [("a",), ("a", "b")], [(("u0",), ("FR",)), (("u1",), ("US",))])

    assert set(ends(drawn(flows))) == {
        ("Data a", "Use 0"),
        ("Data a", "Use 1"),
        ("Data b", "Use 1"),
        ("Use 0", "Receiver 0"),
        ("Use 1", "Receiver 1"),
        ("Receiver 0", "France (FR)"),
        ("Receiver 1", "United States (US) / third country"),
    }


def test_what_the_notice_leaves_open_ends_at_a_box_that_says_so() -> None:
    flows = made("a", [()], [((), ())])

    assert set(ends(drawn(flows))) == {
        ("Data a", "no purpose named"),
        ("no data category named", "Use 0"),
        ("Use 0", "no recipient named"),
        ("no purpose named", "Receiver 0"),
        ("Receiver 0", "no country named"),
    }


def test_whoever_serves_every_purpose_is_linked_with_all_of_them_at_once() -> None:
    flows = made("a", [("a",)] * 3, [(("u0", "u1", "u2"), ("FR",)), (("u0",), ("FR",))])

    assert ("All 3 purposes", "Receiver 0") in set(ends(drawn(flows)))
    assert ("Use 0", "Receiver 1") in set(ends(drawn(flows)))


def test_things_with_the_same_links_share_a_box() -> None:
    flows = made("ab", [("a", "b")], [(("u0",), ("US",)), (("u0",), ("US",)), (("u0",), ("FR",))])

    assert ("Use 0", "• Receiver 0 / • Receiver 1") in set(ends(drawn(flows)))
    assert ("Use 0", "Receiver 2") in set(ends(drawn(flows)))
    assert ("• Data a / • Data b", "Use 0") in set(ends(drawn(flows)))


def test_ribbons_to_third_countries_have_a_tone_of_their_own_and_the_box_has_words() -> None:
    drawing = drawn(made("a", [("a",)], [(("u0",), ("FR", "US"))]))
    tones = [shape.tone for shape in drawing.shapes if isinstance(shape, Band)]

    assert tones.count("far") == 1
    assert boxes(drawing)["United States (US) / third country"].tone == "far"
    assert boxes(drawing)["France (FR)"].tone == "usual"


@pytest.mark.parametrize("count", [46, 60, 300])
def test_a_column_that_is_too_long_says_how_much_it_leaves_out(count: int) -> None:
    uses = [(f"c{n}",) for n in range(count)]
    drawing = drawn(made([f"c{n}" for n in range(count)], uses, []))

    assert any(words.startswith(f"{count - 45} more box") for words in boxes(drawing))
    assert ("Use 0", "no recipient named") in set(ends(drawing))
    assert drawing.height < 3000


def test_many_things_in_a_box_are_counted() -> None:
    flows = made("a", [("a",)], [(("u0",), ("FR",))] * 12)

    assert any(words.endswith("• Receiver 5 / and 6 more") for words in boxes(drawn(flows)))


@settings(max_examples=150)
@given(
    st.lists(_IDS, max_size=5),
    st.lists(
        st.tuples(
            st.lists(st.sampled_from(["u0", "u1", "u2"]), unique=True).map(tuple),
            st.lists(st.sampled_from(["FR", "US", "EEA"]), unique=True).map(tuple),
        ),
        max_size=5,
    ),
)
def test_no_boxes_overlap_and_all_is_inside_the_picture(
    uses: list[tuple[str, ...]], receivers: list[tuple[tuple[str, ...], tuple[str, ...]]]
) -> None:
    known = {f"u{n}" for n in range(len(uses))}
    given_ = [(tuple(u for u in purposes if u in known), countries) for purposes, countries in receivers]
    drawing = drawn(made(_NAMES, uses, given_))
    found = [shape for shape in drawing.shapes if isinstance(shape, Box)]

    for number, one in enumerate(found):
        assert 0 <= one.x <= one.x + one.width <= drawing.width
        assert 0 <= one.y <= one.y + one.height <= drawing.height
        for other in found[:number]:
            assert one.x != other.x or one.y >= other.y + other.height or other.y >= one.y + one.height
    assert len(list(ends(drawing))) == sum(isinstance(shape, Band) for shape in drawing.shapes)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_an_empty_notice_has_an_empty_picture_and_empty_tables(language: str) -> None:
    nothing = made("", [], [])

    assert len(list(pictured(nothing, catalogue(language)))) == 3
    assert "0" in counted(nothing, catalogue(language))
