"""HTML: one file that runs nothing, fetches nothing, and has the elements that we put there and no others."""

import re
import subprocess
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from notice_lint.pages.blocks import (
    Block,
    Details,
    Excerpt,
    Facts,
    Heading,
    Items,
    Paragraph,
    Pieced,
    Quote,
    Redline,
    Table,
)
from notice_lint.pages.html import html
from notice_lint.pages.inline import Foreign, Ref
from notice_lint.pages.terminal import visible
from tests.consumers import tool
from tests.hostile import BREAKERS, commands, naughty_strings
from tests.pages.page import page
from tests.pages.readers import of_html, structure, words

_RUNS = (
    "<script>document.title='SUNG'</script>",
    "<img src=x onerror=document.title='SUNG'>",
    "<svg onload=document.title='SUNG'>",
    "'\"><script>document.title='SUNG'</script>",
    "</style></title></svg><script>document.title='SUNG'</script>",
    "javascript:document.title='SUNG'",
    "\" autofocus onfocus=document.title='SUNG' x=\"",
)


class _Elements(HTMLParser):
    """Counts elements as Python's own parser sees them."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, tuple[str, ...]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, tuple(sorted(name for name, _ in attrs))))

    def handle_comment(self, data: str) -> None:
        self.found.append((f"comment {len(data)}", ()))


def elements(text: str) -> list[tuple[str, tuple[str, ...]]]:
    """Return the elements of a page, with the names of their attributes."""
    parser = _Elements()
    parser.feed(text)
    return parser.found


def written(text: str) -> str:
    """Return the page with every block, on which a text of others stands."""
    return html(page(text), text, "en")


NEUTRAL = elements(written("plain"))
_TREE = structure(of_html(written("plain")))


@pytest.mark.parametrize("text", [*BREAKERS, *_RUNS])
def test_no_text_changes_the_elements_of_a_page(text: str) -> None:
    assert elements(written(text)) == NEUTRAL
    assert structure(of_html(written(text))) == _TREE
    assert commands(written(text)) == []


def test_no_naughty_string_changes_the_elements_of_a_page() -> None:
    for text in naughty_strings():
        assert elements(written(text)) == NEUTRAL, text
        assert structure(of_html(written(text))) == _TREE, text


@settings(max_examples=200)
@given(
    st.one_of(
        st.text(min_size=1, max_size=40), st.text(alphabet=st.sampled_from("<>\"'&;/=! -a"), min_size=1)
    )
)
def test_no_generated_text_changes_the_elements_of_a_page(text: str) -> None:
    assert elements(written(text)) == NEUTRAL


@given(st.text(min_size=1, max_size=30))
def test_a_text_reads_as_it_was_written(text: str) -> None:
    (paragraph,) = of_html(html([Paragraph(Foreign(f"x{text}x"))], "t")).iter("p")

    folded = " ".join(f"x{text}x".split())

    assert words(paragraph) == " ".join(visible(folded).split()) or "\\u{" in words(paragraph)


def sung(text: str, folder: Path) -> bool:
    """Whether a script of a page ran: it changes the title."""
    file = folder / "page.html"
    file.write_text(text, encoding="utf-8", errors="replace")
    command = [
        tool.program("chromium"),
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        f"--user-data-dir={folder / 'profile'}",
        "--virtual-time-budget=3000",
        "--dump-dom",
        file.as_uri(),
    ]
    done = subprocess.run(command, capture_output=True, timeout=120, check=True)
    return b"<title>SUNG" in done.stdout


def canaries() -> list[str]:
    """Return naughty strings of which a script, if it ran, would change the title."""
    strings = [
        re.sub(r"(?i)(?:alert|prompt|confirm)\(", "document.title=('SUNG'+", s) for s in naughty_strings()
    ]
    return [*_RUNS, *strings]


def test_the_canary_sings_where_nobody_escapes(tmp_path: Path) -> None:
    assert sung(f"<!doctype html><title>quiet</title><body>{_RUNS[0]}{_RUNS[1]}", tmp_path)


def test_no_script_runs_in_a_browser(tmp_path: Path) -> None:
    blocks: list[Block] = [block for text in canaries() for block in page(text)]

    assert not sung(html(blocks, "quiet", "en"), tmp_path)


def test_the_policy_of_the_page_stops_what_an_escape_might_miss(tmp_path: Path) -> None:
    text = html([Paragraph("here")], "quiet").replace("here", _RUNS[0] + _RUNS[1])

    assert not sung(text, tmp_path)


def test_the_page_fetches_nothing_and_runs_nothing() -> None:
    text = written("plain")
    tags = {tag for tag, _ in NEUTRAL}
    attributes = {name for _, names in NEUTRAL for name in names}

    assert "default-src 'none'; style-src 'unsafe-inline'" in text
    assert tags.isdisjoint({"script", "img", "iframe", "link", "object", "form", "base", "a:href"})
    assert [name for name in attributes if name.startswith("on") or name in {"src", "style"}] == []
    assert "url(" not in text
    assert "@import" not in text


@pytest.mark.parametrize(
    "target",
    ["javascript:alert(1)", "http://a.example", "data:text/html,x", "//a.example", "file:///etc", ""],
)
def test_only_https_mail_and_places_of_the_page_are_links(target: str) -> None:
    root = of_html(html([Paragraph(Ref("text", target))], "t"))

    assert list(root.iter("a")) == []
    assert words(root.find("body")) == "text"


def test_a_link_that_leads_away_tells_nobody_from_where() -> None:
    (link,) = of_html(html([Paragraph(Ref("law", "https://a.example/x?a=1&b=2"))], "t")).iter("a")

    assert link.get("href") == "https://a.example/x?a=1&b=2"
    assert link.get("rel") == "noreferrer noopener"
    assert link.get("title") == "a.example"


def test_the_page_says_its_language_and_that_of_quotations() -> None:
    quote = Quote("Bonjour.\n\nAu revoir.", "fr")
    root = of_html(html([Heading("A"), quote, Paragraph(["x", Foreign("mot", "fr")])], "A", "en"))

    assert root.get("lang") == "en"
    assert [words(p) for p in root.findall(".//blockquote[@lang='fr']/p")] == ["Bonjour.", "Au revoir."]
    assert [span.text for span in root.findall(".//p/span[@lang='fr']")] == ["mot"]


def test_tables_have_heads_for_screen_readers() -> None:
    root = of_html(html([Table(["a", "b"], [["1", "2"]], caption="c", row_heads=True)], "t"))

    assert [th.get("scope") for th in root.iter("th")] == ["col", "col", "row"]
    assert words(root.find(".//caption")) == "c"
    assert root.find(".//div[@role='region']").get("aria-label") == "c"


def test_a_redline_says_in_words_what_it_shows_by_lines() -> None:
    pieces = [(Pieced.SAME, "we keep "), (Pieced.GONE, "3"), (Pieced.NEW, "10"), (Pieced.SAME, " years")]
    root = of_html(html([Redline(pieces, ("supprimé", "ajouté"), "en")], "t", "fr"))

    assert words(root.find(".//p")) == "we keep [supprimé : 3] [ajouté : 10] years"
    assert [tag for tag, _ in structure(root) if tag in {"del", "ins"}] == ["del", "ins"]


def test_an_excerpt_marks_its_stretch() -> None:
    root = of_html(html([Excerpt([(9, "a"), (10, "  country: US")], 10, 12, 14)], "t"))

    assert root.find(".//mark").text == "US"
    assert [span.text for span in root.findall(".//span[@class='number']")] == ["9", "10"]


@pytest.mark.parametrize("open_", [True, False])
def test_details_are_folded_unless_they_are_asked_for(open_: bool) -> None:  # noqa: FBT001 - a parameter of the table
    root = of_html(html([Details("More", [Items(["a"]), Facts([("b", "c")])], open=open_)], "t"))

    assert ("open" in root.find(".//details").attrib) == open_
    assert words(root.find(".//summary")) == "More"


def test_the_same_blocks_give_the_same_bytes() -> None:
    assert written("a") == written("a")
    assert written("a").startswith("<!doctype html>\n")
    assert written("a").endswith("</html>\n")


def luminance(colour: str) -> float:
    """Return the relative luminance of a colour (#rgb or #rrggbb). Source: WCAG 2.2, relative luminance."""
    digits = colour.lstrip("#")
    pairs = [digit * 2 for digit in digits] if len(digits) == 3 else [digits[at : at + 2] for at in (0, 2, 4)]
    parts = [int(pair, 16) / 255 for pair in pairs]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, two: str) -> float:
    """Return the contrast of two colours. Source: WCAG 2.2, contrast ratio."""
    lighter, darker = sorted((luminance(one), luminance(two)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("scheme", [0, 1, 2])
def test_every_text_can_be_read_on_its_ground(scheme: int) -> None:
    css = (Path(__file__).parents[2] / "notice_lint/pages/page.css").read_text(encoding="utf-8")
    colours = dict(re.findall(r"--(\w+): (#\w+);", css.split(":root {")[scheme + 1].partition("}")[0]))
    grounds = ("paper", "shade", "box")
    texts = ("ink", "dim", "link", "error", "warning", "note", "good", "quiet")

    low = [
        (text, ground)
        for text in texts
        for ground in grounds
        if contrast(colours[text], colours[ground]) < 4.5
    ]

    assert [pair for pair in low if pair[1] != "box" or pair[0] in {"ink", "dim"}] == []
    assert contrast("#1b1f24", colours["mark"]) > 4.5
    assert contrast(colours["ink"], colours["gone"]) > 4.5
    assert contrast(colours["ink"], colours["new"]) > 4.5
