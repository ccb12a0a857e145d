"""What the comment says: short, escaped, worth saying; the second half of a fork's run believes no file."""

import json
from pathlib import Path
from typing import Any

import cmarkgfm
import pytest
from lxml.html import document_fromstring

from notice_lint.cli.action import comment
from notice_lint.cli.action.speak import foreign_report
from notice_lint.errors import UsageProblem
from notice_lint.i18n import catalogue
from tests.consumers.results import RESULTS, example, printed
from tests.hostile import BREAKERS, naughty_strings

_LINK = "https://github.com/acme/site/actions/runs/1"


def report(name: str = "example") -> dict[str, Any]:
    """Return a report as JSON."""
    data: dict[str, Any] = json.loads(printed("json", RESULTS[name]()))
    return data


def items(text: str) -> list[Any]:
    """Return the items of the list that GitHub's Markdown engine makes of a comment."""
    return list(document_fromstring(cmarkgfm.github_flavored_markdown_to_html(text)).iter("li"))


@pytest.mark.parametrize("language", ["en", "fr"])
def test_it_names_the_counts_and_what_the_pull_request_touches_first(language: str) -> None:
    data = report()
    data["findings"][-1]["touched"] = True

    text = comment.body(data, "", _LINK, catalogue(language))

    assert text.startswith("## ")
    assert str(data["counts"]["error"]) in text.split("\n")[0]
    assert f"{data['findings'][-1]['path']}:{data['findings'][-1]['line']}" in items(text)[0].text_content()
    assert len(items(text)) == 50
    assert text.rstrip().endswith(f"({_LINK})")


def test_no_text_of_others_makes_structure() -> None:
    data = report()
    finding = next(finding for finding in data["findings"] if not finding["ignored"])

    for text in (*naughty_strings(), *BREAKERS, "@acme/team #1 https://evil.example", comment.LONGEST * "x"):
        data["findings"] = [{**finding, "message": text, "path": text, "rule": text}]
        body = comment.body(data, "", _LINK, catalogue("en"))
        tree = document_fromstring(cmarkgfm.github_flavored_markdown_to_html(body))
        links = [link.get("href") for link in tree.iter("a")]

        assert len(body.encode()) <= comment.LONGEST
        assert len(items(body)) == (len(text) < comment.LONGEST)
        assert links == [_LINK]
        assert [tag for tag in ("img", "script", "h1", "table", "details") if list(tree.iter(tag))] == []


def test_it_never_grows_too_long_and_says_how_many_more_there_are() -> None:
    data = report()
    for finding in data["findings"]:
        finding["message"] = "é" * 3_000

    text = comment.body(data, "## Changes\n" * 6_000, _LINK, catalogue("en"))

    left = sum(not finding["ignored"] for finding in data["findings"]) - len(items(text))
    assert len(text.encode()) <= comment.LONGEST
    assert f"{left} more findings are in the summary" in text


def test_what_changes_for_readers_follows_the_findings() -> None:
    text = comment.body(report(), "### What changes\n", _LINK, catalogue("en"))

    assert text.index("### What changes") > text.index("\n- ")


@pytest.mark.parametrize(
    ("touched", "compared", "failed", "worth"),
    [
        (False, "", False, False),
        (True, "", False, True),
        (False, "## x", False, True),
        (False, "", True, True),
    ],
)
def test_a_pull_request_that_changes_nothing_gets_no_comment(
    touched: bool,  # noqa: FBT001 - a row of the table
    compared: str,
    failed: bool,  # noqa: FBT001 - likewise
    worth: bool,  # noqa: FBT001 - likewise
) -> None:
    data = report()
    data["findings"][-1]["touched"] = touched

    assert comment.worth_saying(data, compared, failed=failed) is worth


def test_all_clear_says_how_much_was_checked() -> None:
    text = comment.clear(report("clean"), _LINK, catalogue("en"))

    assert "all clear. 1 notice checked against" in text


@pytest.mark.parametrize(
    "text", ["", "{", "[]", "{}", "[" * 100_000, '{"shape": "notice-lint/check/1"}', '{"shape": "x/2"}']
)
def test_a_file_that_is_no_report_is_refused(text: str, tmp_path: Path) -> None:
    path = tmp_path / "report.json"
    path.write_text(text, encoding="utf-8")

    with pytest.raises(UsageProblem):
        foreign_report(path)


def test_a_report_is_accepted_and_a_huge_one_is_not(tmp_path: Path) -> None:
    path = tmp_path / "report.json"
    path.write_text(printed("json", example()), encoding="utf-8")

    assert foreign_report(path)["shape"] == "notice-lint/check/1"

    path.write_text(path.read_text(encoding="utf-8") + " " * (10 << 20), encoding="utf-8")
    with pytest.raises(UsageProblem):
        foreign_report(path)


def test_a_link_in_place_of_a_report_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "real.json").write_text(printed("json", example()), encoding="utf-8")
    (tmp_path / "report.json").symlink_to(tmp_path / "real.json")

    with pytest.raises(UsageProblem):
        foreign_report(tmp_path / "report.json")
