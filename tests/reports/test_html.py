"""The HTML report: everything is there, in order, with a heading and a place to lead to."""

from datetime import date
from functools import cache
from itertools import pairwise
from typing import Any

import pytest

from notice_lint.engine.shipped import shipped_packs
from notice_lint.findings import Ignored, Severity
from notice_lint.i18n import catalogue
from notice_lint.pages.terminal import Style
from notice_lint.reports.html import report
from notice_lint.reports.look import Look
from notice_lint.reports.result import Result
from notice_lint.run.check import Options, Source, check, sources
from notice_lint.source.parse import parse
from tests.conftest import ROOT
from tests.hostile import BREAKERS, everywhere, naughty_strings, notice
from tests.pages.readers import of_html, structure, words

_LOOK = Look(Style(colour=False))
_PATHS = ("examples/clearnox/versions/2024-11.yaml", "examples/clearnox/notice.yaml")


@cache
def result(*paths: str) -> Result:
    """Return what a check of examples finds, with what flows where."""
    found = sources([(ROOT / path, path) for path in paths])
    return check(found, Options(shipped_packs(), date(2026, 11, 22), flows=True))


@cache
def page(language: str = "en") -> Any:
    """Return the report on the published notice, as a tree."""
    return of_html(report(result(_PATHS[0]), catalogue(language), _LOOK))


@pytest.mark.parametrize("language", ["en", "fr"])
def test_headings_go_down_one_level_at_a_time(language: str) -> None:
    levels = [int(tag[1]) for tag, _ in structure(page(language)) if tag in {"h1", "h2", "h3", "h4", "h5"}]

    assert levels.count(1) == 1
    assert all(below - above <= 1 for above, below in pairwise(levels))


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_place_that_a_link_leads_to_is_there_once(language: str) -> None:
    ids = [node.get("id") for node in page(language).iter() if node.get("id")]
    targets = {link.get("href") for link in page(language).iter("a") if link.get("href").startswith("#")}

    assert len(ids) == len(set(ids))
    assert targets <= {f"#{name}" for name in ids}


def test_findings_stand_in_the_order_of_the_notice_under_its_sections() -> None:
    cards = page().findall(".//article")
    places = [words(card.find(".//span[@class='dim']")) for card in cards]
    found = list(result(_PATHS[0]).counted())
    numbers = [words(card[0]).split(".")[0] for card in cards]

    assert numbers == [str(number) for number in range(1, len(found) + 1)]
    assert sorted(places) == sorted(f"{f.path}:{f.span.line}:{f.span.column}" for f in found)
    assert [place.split(":")[1] for place in places] == [str(f.span.line) for f in found]


def test_the_overview_counts_what_the_sections_hold() -> None:
    (table, *_) = page().findall(".//table")
    rows = [[words(cell) for cell in row] for row in table.findall("tbody/tr")]
    whole = result(_PATHS[0])

    assert rows[-1] == ["In all", *(str(whole.count(severity)) for severity in Severity)]
    assert [sum(int(row[column]) for row in rows[:-1]) for column in (1, 2, 3)] == [
        int(total) for total in rows[-1][1:]
    ]


def test_each_finding_has_excerpt_reason_law_and_what_to_write() -> None:
    for card in page().findall(".//article"):
        labels = [words(label) for label in card.iter("dt")]

        assert card.find(".//mark") is not None
        assert [labels.count(label) for label in ("Why", "The law", "Fix")] == [1, 1, 1]
        assert card.findall(".//dd/a[@rel='noreferrer noopener']")


def test_what_flows_where_is_told_in_a_picture_and_in_tables() -> None:
    figure = page().find(".//figure")
    drawn = " ".join(words(text) for text in figure.iter("text"))
    tables = " ".join(words(table) for table in figure.iter("table"))

    assert words(figure.find(".//svg/title")) == words(figure.find("figcaption"))
    assert "23 recipients" in words(figure.find(".//svg/desc"))
    for name in ("Zoom", "United States (US)", "third country", "no country named", "All 26 purposes"):
        assert name in drawn
        assert name in tables


def test_no_word_of_the_picture_leaves_its_box() -> None:
    for path in _PATHS:
        root = of_html(report(result(path), catalogue("fr"), _LOOK))
        boxes = [[float(box.get(key)) for key in ("x", "y", "width", "height")] for box in root.iter("rect")]
        for text in root.iter("text"):
            x, y, width = float(text.get("x")), float(text.get("y")), len(text.text) * 6.7
            inside = [b for b in boxes if b[0] <= x <= b[0] + b[2] and b[1] <= y <= b[1] + b[3]]

            assert text.get("class") == "head" or x + width <= inside[0][0] + inside[0][2] + 7, text.text


def test_what_could_not_be_checked_stands_before_the_overview() -> None:
    partial = result(_PATHS[0])._replace(could_not_check=(("locked.yaml", "permission is refused"),))
    root = of_html(report(partial, catalogue("en"), _LOOK))
    heads = [words(head) for head in root.iter("h2")]

    assert heads.index("What was not checked") < heads.index("Overview")
    assert "locked.yaml: permission is refused" in words(root)


def test_ignored_findings_have_a_section_with_reason_and_end() -> None:
    first, *others = result(_PATHS[0]).findings
    ignored = first._replace(ignored=Ignored("inline", "In <b>signature</b>", "J.D.", "2027-03-01"))
    root = of_html(report(result(_PATHS[0])._replace(findings=(ignored, *others)), catalogue("en"), _LOOK))
    (row,) = [row for row in root.iter("tr") if "J.D." in words(row)]

    assert [words(cell) for cell in row][2:] == [
        "In <b>signature</b>",
        "by a remark in the file",
        "J.D.",
        "1 March 2027",
    ]
    assert len(root.findall(".//article")) == len(others)


def test_several_notices_have_their_own_chapters() -> None:
    root = of_html(report(result(*_PATHS), catalogue("en"), _LOOK))

    assert [words(head) for head in root.iter("h3") if words(head) in _PATHS] == [*_PATHS, *_PATHS]
    assert len(root.findall(".//figure")) == 2


def test_a_notice_without_findings_says_so_and_still_has_its_picture() -> None:
    root = of_html(report(result(_PATHS[0])._replace(findings=()), catalogue("en"), _LOOK))

    assert root.findall(".//article") == []
    assert "No finding here." in words(root)
    assert root.find(".//figure") is not None


def judged(text: str) -> Result:
    """Return what a check of a hostile notice finds."""
    source = Source("n.yaml", lambda: parse(text, "n.yaml"))
    return check([source], Options(shipped_packs(), date(2026, 11, 22), flows=True))


@pytest.mark.parametrize("text", [*BREAKERS, *naughty_strings()[::40]])
@pytest.mark.parametrize("maker", [notice, everywhere])
def test_a_hostile_text_adds_no_element_to_the_report(maker: Any, text: str) -> None:
    plain = structure(of_html(report(judged(maker("plain")), catalogue("en"), _LOOK)))
    hostile = structure(of_html(report(judged(maker(text)), catalogue("en"), _LOOK)))

    assert set(hostile) <= set(plain) | {("strong", ())}
