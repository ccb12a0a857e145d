"""Markdown, as GitHub's parser sees it: what others wrote reads as they wrote it and changes nothing."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from notice_lint.pages.blocks import Items, Link, Links, Paragraph, Table
from notice_lint.pages.inline import Foreign, Mono, Prose, Ref, Strong, folded
from notice_lint.pages.markdown import line, markdown
from notice_lint.pages.terminal import harmless, visible
from tests.hostile import BREAKERS, commands, naughty_strings
from tests.pages.page import page
from tests.pages.readers import later, of_markdown, structure, words

NEUTRAL = structure(of_markdown(markdown(page("plain"))))

_TEMPTING = (
    *BREAKERS,
    "@team and @org/team, a@b.example, mailto:a@b.example, xmpp:a@b.example",
    "#12, owner/repo#12, GH-12, gh-3, deadbeef1, 0a1b2c3d4e5f60718293a4b5c6d7e8f901234567",
    "http://a.example www.a.example WWW.A.EXAMPLE https://a.example ftp://a.example",
    ":tada: :+1: :100: $x$ $$y$$ $`z`$",
    "![x](https://evil.example/x.png) [x]: y [^1] [x][y] [[x]] [ ] [x]",
    "^x]: y", "^a", "^a]",
    "# a", "## a ##", "> a", "- a", "+ a", "* a", "1. a", "1) a", "999999999. a", "=== ", "---", "***", "___",
    "    code", "\tcode", "~~~", "```", "`", "``", "a`b", "`a`", "\\", "a\\", "\\|", "a|b", "|", "||",
    "<b>x</b>", "<!--", "-->", "<?x", "<![CDATA[", "</summary>", "</details>", "<a href=x>", "&lt;", "&#124;",
    "*a*", "_a_", "**a**", "~a~", "~~a~~", "a_b_c", "{{ x }}", "{% x %}", '!1 &2 %3 ~4 ^5 %"x" ~"y"',
    "\u00a0# a", "\u3000- a", "a\n\n# b", "a\n---", "a\n===", "a  \nb", " a ", "   ",
)  # fmt: skip
"""What each construct of the syntax looks like, and what GitHub and GitLab look for afterwards."""


@pytest.mark.parametrize("text", _TEMPTING)
def test_no_text_changes_the_structure_of_a_page(text: str) -> None:
    root = of_markdown(markdown(page(text)))

    assert structure(root) == NEUTRAL
    assert later(root) == []


def test_no_naughty_string_changes_the_structure_of_a_page() -> None:
    for text in naughty_strings():
        root = of_markdown(markdown(page(text)))

        assert structure(root) == NEUTRAL, text
        assert later(root) == [], text


@settings(max_examples=400)
@given(st.text(alphabet=st.sampled_from("`*_~[]()<>#|!&;:@$%^\\/-+=.\"'{} \n\t1aw\u00a0é"), max_size=24))
def test_no_generated_text_changes_the_structure_of_a_page(text: str) -> None:
    root = of_markdown(markdown(page(text or "x")))

    assert structure(root) == NEUTRAL
    assert later(root) == []


@settings(max_examples=300)
@given(st.lists(st.sampled_from(_TEMPTING), max_size=3).map("".join), st.text(max_size=8))
def test_no_mixture_changes_the_structure_of_a_page(tempting: str, text: str) -> None:
    assert structure(of_markdown(markdown(page(f"a{tempting}{text}")))) == NEUTRAL


@settings(max_examples=400)
@given(st.one_of(st.sampled_from(_TEMPTING), st.text(max_size=30)))
def test_a_text_reads_as_it_was_written(text: str) -> None:
    shown = of_markdown(markdown([Paragraph(Foreign(f"x{text}x"))]))

    assert words(shown) == " ".join(visible(folded(f"x{text}x")).split())


@settings(max_examples=300)
@given(st.one_of(st.sampled_from(_TEMPTING), st.text(max_size=30)))
def test_a_code_span_in_a_cell_reads_as_it_was_written(text: str) -> None:
    (code,) = of_markdown(markdown([Table(["a"], [[Mono(f"x{text}x")]])])).iter("code")

    assert code.text == harmless(f"x{visible(text)}x")


@pytest.mark.parametrize("text", BREAKERS)
def test_no_page_gives_a_command_to_the_runner(text: str) -> None:
    assert commands(markdown(page(text))) == []


@pytest.mark.parametrize(
    ("prose", "written"),
    [
        ("Set `x` here", "Set `x` here"),
        (Foreign("a `b` c"), "a \\`b\\` c"),
        (Foreign("we@acme.example"), "we<span>\\@</span>acme.example"),
        (Foreign("C# & co"), "C\\# & co"),
        (Foreign("1. first"), "1\\. first"),
        (Foreign("50 % – « non »"), "50 % – « non »"),
        (Strong("three"), "**three**"),
        (Strong("three."), "<strong>three.</strong>"),
        (["`", Foreign("a|b"), "` is"], "`a|b` is"),
        (Ref("the law", "https://a.example/x(1)"), "[the law](https://a.example/x%281%29)"),
        (Ref("no", "javascript:alert(1)"), "no"),
        (Ref("no", "http://a.example"), "no"),
        (Ref("up", "#top"), "[up](#top)"),
    ],
)
def test_prose_stays_legible(prose: Prose, written: str) -> None:
    assert line(prose) == written


def test_prose_of_every_day_is_not_touched() -> None:
    text = "Nous vous informerons de tout changement (art. 13, § 2) ; vos données, p. ex. l’adresse, 10 ans."

    assert line(Foreign(text)) == text


def test_french_has_a_space_before_the_colon_of_a_label() -> None:
    from notice_lint.pages.blocks import Facts  # noqa: PLC0415 - next to its use

    assert markdown([Facts([("Avant", "3 ans")])], "fr") == "- Avant\u00a0: 3 ans\n"


def test_a_link_of_a_list_may_lead_to_a_page_beside_it() -> None:
    assert markdown([Links([Link("a", "a/README.md")])]) == "- [a](a/README.md)\n"
    assert markdown([Items(["x"]), Links([Link("a", "data:text/html,x")])]) == "- x\n\n- a\n"
