"""The Markdown report: never longer than allowed, cut between entries, and honest about what is left out."""

import re
from datetime import date
from functools import cache

import pytest

from notice_lint.engine.shipped import shipped_packs
from notice_lint.findings import Ignored
from notice_lint.i18n import catalogue
from notice_lint.pages.terminal import Style
from notice_lint.reports.look import Look
from notice_lint.reports.markdown import COMMENT, SUMMARY, report, within
from notice_lint.reports.result import Result
from notice_lint.run.check import Options, Source, check, sources
from notice_lint.source.parse import parse
from tests.conftest import ROOT
from tests.hostile import BREAKERS, notice
from tests.pages.readers import later, of_markdown, words

_LOOK = Look(Style(colour=False))
_PATH = "examples/clearnox/versions/2024-11.yaml"


@cache
def result() -> Result:
    """Return what a check of the example finds."""
    return check(sources([(ROOT / _PATH, _PATH)]), Options(shipped_packs(), date(2026, 11, 22)))


def many(times: int) -> Result:
    """Return a run that found the same in many files, ignored some of it, and could not check others."""
    found = [f._replace(path=f"{number}/{f.path}") for number in range(times) for f in result().findings]
    ignored = [f._replace(ignored=Ignored("settings", "A reason", None, None)) for f in found[:50]]
    unread = tuple((f"{number}.yaml", "permission is refused") for number in range(40))
    return result()._replace(findings=(*ignored, *found[50:]), could_not_check=unread)


_ROWS = r"(\d+) (?:more findings? (?:is|are) left out of|constats? de plus (?:n’est|ne sont) pas repris dans)"
_DETAILS = r"(?:Of|détails de) (\d+) (?:more finding|constat)"


def numbers(pattern: str, text: str) -> int:
    """Return the sum of the numbers that a pattern finds."""
    return sum(int(found) for found in re.findall(pattern, text))


@pytest.mark.parametrize("limit", [1_000, 2_000, 5_000, 20_000, COMMENT, 200_000, SUMMARY])
@pytest.mark.parametrize("language", ["en", "fr"])
def test_no_report_is_longer_than_allowed_and_what_is_left_out_is_counted(limit: int, language: str) -> None:
    whole = many(12)
    text = within(whole, catalogue(language), _LOOK, limit)
    root = of_markdown(text)
    rows = [row for row in root.iter("tr") if row.findall("td") and len(row) == 4]
    counted = len(list(whole.counted()))

    assert len(text.encode()) <= limit
    assert len(rows) + numbers(_ROWS, text) == counted
    assert len(root.findall(".//details")) + numbers(_DETAILS, text) == counted


@pytest.mark.parametrize("limit", [1_500, 3_000, 10_000, COMMENT])
def test_a_report_is_cut_between_two_entries(limit: int) -> None:
    text = within(many(12), catalogue("en"), _LOOK, limit)
    root = of_markdown(text)

    assert text.count("<details>") == text.count("</details>") == len(root.findall(".//details"))
    assert all(len(row) in (4, 6) for row in root.iter("tr"))
    assert words(root).endswith("This is no legal advice.")


def test_a_report_that_fits_leaves_nothing_out() -> None:
    text = report(result(), catalogue("en"), _LOOK)

    assert "left out" not in text
    assert len(text.encode()) < SUMMARY


def test_a_comment_that_is_cut_still_lists_every_finding_of_the_example() -> None:
    text = within(result(), catalogue("en"), _LOOK, COMMENT)

    assert "left out of this table" not in text
    assert "the details are left out here" in text


def test_what_could_not_be_checked_stands_before_the_findings() -> None:
    text = report(many(1), catalogue("en"), _LOOK)

    assert text.index("What was not checked") < text.index("| No. |") < text.index("<details>")
    assert "`39.yaml`: permission is refused" in text


def test_findings_on_what_a_change_touched_come_first() -> None:
    *others, last = result().findings
    touched = result()._replace(findings=(*others, last._replace(touched=True)))
    text = report(touched, catalogue("en"), _LOOK)
    first = of_markdown(text).find(".//details/summary")

    assert text.index("### On what this change touched") < text.index("### Elsewhere")
    assert words(first).startswith("1. ")
    assert f"{last.path}:{last.span.line}:{last.span.column}" in words(first)


def test_the_gravest_come_first() -> None:
    rows = of_markdown(report(result(), catalogue("en"), _LOOK)).findall(".//tr")
    order = [words(row[1]) for row in rows[1:]]

    assert order == sorted(order, key=["error", "warning", "note"].index)


def test_the_reason_is_told_once_for_each_rule() -> None:
    root = of_markdown(report(result(), catalogue("en"), _LOOK))
    rules = {finding.rule for finding in result().counted()}
    told = [item for item in root.iter("li") if words(item).startswith("Why:")]
    referred = [p for p in root.iter("p") if "what to write: see finding" in words(p)]

    assert len(told) == len(rules)
    assert len(told) + len(referred) == len(result().findings)


@pytest.mark.parametrize("text", BREAKERS)
def test_nobody_is_mentioned_and_nothing_linked_but_the_law(text: str) -> None:
    found = check(
        [Source("n.yaml", lambda: parse(notice(f"{text} @team #12"), "n.yaml"))],
        Options(shipped_packs(), date(2026, 11, 22)),
    )
    root = of_markdown(report(found, catalogue("en"), _LOOK))
    laws = {reference.url for rule in found.rules for reference in rule.references}

    assert later(root) == []
    assert list(root.iter("img")) == []
    assert {link.get("href") for link in root.iter("a") if link.get("href")} <= laws
