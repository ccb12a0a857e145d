"""The machine's report: its shape, its counts, and that nothing in it can mislead."""

import json
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from notice_lint.changes.change import Change, Duty
from notice_lint.i18n import catalogue
from notice_lint.reports.changes.json import report
from notice_lint.reports.changes.result import RoundTrip, Step, list_hash
from tests.changes.made import BILLING, CHANGES, NEW, OLD, SECURITY, result
from tests.conftest import ROOT
from tests.hostile import BREAKERS

SCHEMA = json.loads((ROOT / "notice_lint/schema/changes.schema.json").read_text(encoding="utf-8"))


def shaped(*changes: Change, language: str = "en", **more: object) -> Any:
    """Return the report as data, held against its schema."""
    data = json.loads(report(result(*changes, **more), catalogue(language)))
    Draft202012Validator(SCHEMA).validate(data)
    return data


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_report_has_the_settled_shape(language: str) -> None:
    data = shaped(*CHANGES, language=language)

    assert data["shape"] == "notice-lint/changes/1"
    assert (data["from"]["version"], data["to"]["version"]) == ("2024-09", "2025-06")
    assert sum(data["counts"].values()) == len(data["changes"]) == len(CHANGES)


def test_every_duty_is_counted_also_where_there_is_none() -> None:
    assert list(shaped()["counts"]) == [
        "prior-notice",
        "advance-notice",
        "notify",
        "publish",
        "editorial",
        "review",
    ]


def test_changes_come_by_duty_and_then_the_unfavourable_first() -> None:
    duties = [change["duty"] for change in shaped(*CHANGES)["changes"]]

    assert duties == sorted(duties, key=lambda duty: Duty(duty).rank)


def test_the_way_and_what_came_and_went_are_told_beside_the_net_view() -> None:
    trip = RoundTrip(BILLING.subject, ("retention.lengthened", "retention.shortened"), (OLD, NEW))
    data = shaped(steps=(Step(OLD, NEW, (BILLING,)),), round_trips=(trip,))

    assert [change["code"] for change in data["history"][0]["changes"]] == ["retention.lengthened"]
    assert data["round_trips"][0]["codes"] == ["retention.lengthened", "retention.shortened"]


def test_where_there_was_no_version_yet_there_is_none() -> None:
    data = shaped(old=None, first="2025-06-01")

    assert (data["from"], data["first_published"]) == (None, "2025-06-01")


def test_the_signed_hash_changes_with_what_is_listed_and_how_it_is_classed() -> None:
    whole = result(*CHANGES)
    fewer = result(*CHANGES[1:])
    classed = result(*(c._replace(duty=Duty.PUBLISH) if c is SECURITY else c for c in CHANGES))
    other = whole._replace(new=NEW._replace(digest="2" * 64))

    assert len({list_hash(one) for one in (whole, fewer, classed, other)}) == 4


@pytest.mark.parametrize("hostile", BREAKERS)
def test_a_hostile_text_stays_text(hostile: str) -> None:
    subject = BILLING.subject._replace(label=hostile)
    text = report(
        result(BILLING._replace(subject=subject, after=hostile, shown_after=hostile)), catalogue("en")
    )

    assert json.loads(text)["changes"][0]["after"] == hostile
    assert text.isascii()
    assert "##[" not in text
