"""Fixes for how a file is written, and what every fix leaves as it is."""

import pytest

from notice_lint.findings import Certainty, Finding, Severity, Term
from notice_lint.fixes.fix import Cut
from notice_lint.fixes.written import remove_comment
from notice_lint.source.blanks import without
from notice_lint.source.document import Span
from notice_lint.source.misread import misread
from notice_lint.source.parse import parse
from tests.fixes.fixing import HEAD, after, fixed


@pytest.mark.parametrize(
    ("written", "reading"),
    [
        ("NO", "false"),
        ("no", "false"),
        ("Yes", "true"),
        ("ON", "true"),
        ("off", "false"),
        ("3.10", "3.1"),
        ("3.1", ""),
        ("3.0", ""),
        ("3.", "3.0"),
        ("12:30", "750"),
        ("-1:30", "-90"),
        ("0123", "83"),
        ("0890", "890"),
        ("0x1F", "31"),
        ("0b101", "5"),
        ("1_000", "1000"),
        ("+32", "32"),
        ("2024", ""),
        ("2024-11", ""),
        ("2024-11-05", ""),
        ("1.2.3", ""),
        ("nO", ""),
        ("true", ""),
        ("none", ""),
        ("", ""),
        ("y", ""),
        ("0" * 41, ""),
    ],
)
def test_what_other_programs_read_is_told_where_it_differs(written: str, reading: str) -> None:
    assert misread(written) == reading


@pytest.mark.parametrize(
    "text",
    [
        "security: |\n  We encrypt. \n  We lock doors.\t\n\nchanges: {text: >\n",
        "security: |+\n  We encrypt.\n  \n  \nheadings: {}\n",
        'security: "We encrypt. \\\n  "\n',
    ],
)
def test_spaces_that_belong_to_a_text_are_never_removed(text: str) -> None:
    assert after(text) == text


def test_spaces_are_removed_around_a_text_that_keeps_its_own() -> None:
    text = "security: |  \n  We encrypt. \n\n# why \t\ncontroller: \n  name: A  # us \n"

    assert after(text) == "security: |\n  We encrypt. \n\n# why\ncontroller:\n  name: A  # us\n"


@pytest.mark.parametrize(
    ("before", "now"),
    [
        ("notice: {id: a, language: en}\nformat: 1", "format: 1\nnotice: {id: a, language: en}"),
        (
            "# a\n\n---\nsecurity: none # why\nnotice:\n  id: a\n  language: en\n\n# the form\nformat: 1\n",
            "# a\n\n---\n# the form\nformat: 1\nnotice:\n  id: a\n  language: en\nsecurity: none # why\n\n",
        ),
        (
            "security: |\n  text\n\nnotice: {id: a, language: en}\r\nformat: 1\r\n",
            "format: 1\r\nnotice: {id: a, language: en}\r\nsecurity: |\n  text\n\n",
        ),
    ],
)
def test_keys_move_to_the_beginning_with_their_comments(before: str, now: str) -> None:
    assert fixed(before).document.text == now


@pytest.mark.parametrize(
    "text",
    [
        "{notice: {id: a, language: en}, format: 1}\n",
        "security: &a We encrypt.\nformat: 1\nnotice: {id: a, language: en, title: *a}\n",
        "? security\n: none\n? format\n: 1\n? notice\n: {id: a, language: en}\n",
    ],
)
def test_keys_stay_where_moving_them_would_change_more(text: str) -> None:
    outcome = fixed(text)

    assert outcome.document.text == text
    assert [refused.finding.rule for refused in outcome.refused] == ["key-order"]


def _about(text: str, marked: str, **args: Term) -> Finding:
    lines = text.split("\n")
    line = next(number for number, one in enumerate(lines, 1) if marked in one)
    column = lines[line - 1].index(marked) + 1
    span = Span(line, column, line, column + len(marked))
    return Finding("ignore-unused", "", Severity.NOTE, Certainty.SURE, "notice.yaml", (), span, args)


@pytest.mark.parametrize(
    ("comment", "marked", "unused", "left"),
    [
        ("a: 1  # notice-lint: ignore[x] -- old", "# notice-lint: ignore[x] -- old", ["x"], "a: 1"),
        ("# notice-lint: ignore[x] -- old\na: 1", "# notice-lint: ignore[x] -- old", ["x"], "a: 1"),
        (
            "a: 1  # notice-lint: ignore[x, y] -- r",
            "# notice-lint: ignore[x, y] -- r",
            ["x"],
            "a: 1  # notice-lint: ignore[ y] -- r",
        ),
        (
            "a: 1  # notice-lint: ignore[x, y, z] -- r",
            "# notice-lint: ignore[x, y, z] -- r",
            ["z", "y"],
            "a: 1  # notice-lint: ignore[x] -- r",
        ),
        (
            "a: 1  # notice-lint: ignore[x, y, z] -- r",
            "# notice-lint: ignore[x, y, z] -- r",
            ["x", "z"],
            "a: 1  # notice-lint: ignore[ y] -- r",
        ),
        ("a: 1  # why  # notice-lint: ignore[x] -- r", "# notice-lint: ignore[x] -- r", ["x"], "a: 1  # why"),
        (
            "a: 1  # notice-lint: ignore[x] -- r # notice-lint: ignore[y] -- s",
            "# notice-lint: ignore[x] -- r",
            ["x"],
            "a: 1  # notice-lint: ignore[y] -- s",
        ),
    ],
)
def test_an_ignore_that_hides_nothing_goes_and_the_rest_stays(
    comment: str, marked: str, unused: list[str], left: str
) -> None:
    text = f"{comment}\nb: 2\n"
    document = parse(text, "notice.yaml")

    found = remove_comment(_about(text, marked, unused=Term("list", tuple(unused))), document)

    assert found is not None
    (cut,) = found.edits
    assert isinstance(cut, Cut)
    assert without(text, list(cut.stretches)) == f"{left}\nb: 2\n"


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("bom", [False, True])
@pytest.mark.parametrize("last", ["", "\n\n", "# the end"])
def test_line_ends_the_mark_at_the_start_and_the_last_line_stay(end: str, *, bom: bool, last: str) -> None:
    text = f"# ours\n{HEAD}\ncontroller:\n    country:   us   # where\n    kind: company\n{last}".replace(
        "\n", end
    )

    outcome = fixed(text, bom=bom)

    assert outcome.document.text == text.replace("us ", "US ")
    assert outcome.document.bom == bom


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("controller: {country: &c us}\njoint_controllers: {a: {name: A, country: *c}}\n", "elsewhere"),
        ("recipients: {a: {processing_countries: [FR], country: [  # why\n  US]}}\n", "several-lines"),
        ("retention:\n  a:\n    period: 3\n      years\n", "several-lines"),
        ('security: {"no\\t": Vi krypterer.}\n', ""),
    ],
)
def test_a_fix_that_would_change_more_is_refused_in_words(text: str, reason: str) -> None:
    outcome = fixed(HEAD + text)

    assert outcome.document.text == HEAD + text
    assert [one.reason.value for one in outcome.refused] == [f"fix.refused.{reason}"] * bool(reason)


def test_a_block_that_is_shared_is_mended_where_it_is_written() -> None:
    text = (
        "recipients:\n  a: {name: A, transfer: &t {basis: adequacy, framework: EU-US-DPF}}\n"
        "  b: {name: B, transfer: *t}\n"
    )

    assert after(text) == text.replace("EU-US-DPF", "eu-us-dpf")


def test_one_bad_fix_does_not_keep_the_others_back() -> None:
    text = "controller: {country: &c us, kind: Company}\njoint_controllers: {a: {name: A, country: *c}}\n"
    more = "retention: {a: {period: 3 years}}\n"

    outcome = fixed(HEAD + text + more)

    assert outcome.document.text == HEAD + text.replace("Company", "company") + more.replace("3 years", "P3Y")
    assert [one.finding.route for one in outcome.refused] == [("controller", "country")]


def test_a_text_that_cannot_be_read_is_not_touched() -> None:
    text = HEAD + "controller: {country: us}\ncontroller: {country: fr}\n"

    assert fixed(text, unsafe=True).document.text == text
