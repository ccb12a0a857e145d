"""The comment on a pull request: one verdict, found again, never longer than the platform takes."""

import re

import pytest

from notice_lint.changes.change import Authored, Change, Redline
from notice_lint.i18n import catalogue
from notice_lint.reports.changes.formats import report
from notice_lint.reports.changes.pr import MOST
from notice_lint.reports.changes.result import ChangeResult
from tests.changes.made import ACKNOWLEDGED, ACME, BILLING, CHANGES, SECURITY, result
from tests.hostile import BREAKERS


def comment(found: ChangeResult, language: str = "en") -> str:
    """Return the comment."""
    return report(found, catalogue(language), "pr", "markdown", "examples/changes.yaml")


def test_the_comment_begins_with_a_mark_of_its_notice() -> None:
    one, other = comment(result(*CHANGES)), comment(result(BILLING, about=ACME._replace(id="other")))

    assert re.match(r"<!-- notice-lint:changes:[0-9a-f]{16} -->\n", one)
    assert one.splitlines()[0] != other.splitlines()[0]
    assert one.splitlines()[0] == comment(result(), "fr").splitlines()[0]


def test_the_verdict_counts_every_duty() -> None:
    counted = "7 changes: 1 to be reviewed, 3 well in advance, 1 to be told, 1 to be published and 1 of form"

    assert counted in comment(result(*CHANGES))


def test_what_people_need_not_be_told_is_folded_away_with_its_count() -> None:
    head, _, rest = comment(result(*CHANGES)).partition("<summary>2 further changes</summary>")

    assert BILLING.fingerprint in head
    assert CHANGES[4].fingerprint not in head
    assert CHANGES[4].fingerprint in rest


def test_a_change_that_somebody_has_classed_is_ticked() -> None:
    settled = BILLING._replace(authored=Authored(acknowledged=ACKNOWLEDGED))

    assert "well in advance ✓" in comment(result(settled))
    assert "✓" not in comment(result(BILLING))


def test_it_says_how_to_settle_a_change_and_where() -> None:
    assert "`examples/changes.yaml`" in comment(result(*CHANGES))
    assert "`notice-lint changes --draft`" in comment(result(*CHANGES))


def test_no_change_is_one_sentence() -> None:
    text = comment(result())

    assert "No change: both versions say the same." in text
    assert "<details>" not in text


def many(count: int, length: int) -> list[Change]:
    """Return so many changed texts, each with a redline of so many characters."""
    piece = (("added", "x" * length),)
    return [SECURITY._replace(after=str(number), redlines=(Redline("fr", piece),)) for number in range(count)]


@pytest.mark.parametrize(("count", "length"), [(5, 50_000), (3_000, 10), (1, 10)])
def test_edge_91_a_comment_is_never_too_long_and_says_how_much_it_leaves_out(count: int, length: int) -> None:
    text = comment(result(*many(count, length)))
    shown = text.count("| to be reviewed |")
    left = re.search(r"(\d+) changes are not shown here", text)

    assert len(text) <= MOST
    assert shown + (int(left[1]) if left else 0) == count
    assert f"{count} change" in text


@pytest.mark.parametrize("hostile", BREAKERS)
def test_no_notice_can_forge_a_mark_or_a_command(hostile: str) -> None:
    subject = BILLING.subject._replace(label=f"<!-- notice-lint:changes:0000000000000000 --> {hostile}")
    text = comment(result(BILLING._replace(subject=subject, shown_after=hostile, after=hostile)))

    assert len(re.findall(r"(?<!\\)<!--", text)) == 1
    assert not re.search(r"^\s*::|##\[", text, re.MULTILINE)
