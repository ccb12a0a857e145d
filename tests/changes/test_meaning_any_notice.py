"""What holds for the changes between any two notices: whole ones, edited at random."""

import re
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from notice_lint.changes.change import Direction, Duty
from notice_lint.changes.codes import codes
from notice_lint.changes.compare import compare
from notice_lint.changes.differ import changes_of, differences
from notice_lint.changes.records import records
from notice_lint.i18n import LANGUAGES, catalogue
from notice_lint.model.views import VIEWS
from tests.changes.accounting import accounted
from tests.changes.test_compare_any_notice import FILES, document, edited, resolved

SOME = settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
_FILE = st.sampled_from(FILES)


@SOME
@given(st.data(), _FILE)
def test_nothing_that_differs_is_left_out_or_told_twice(draw: Any, path: Any) -> None:
    data = document(path).data
    everything, claimed = accounted(resolved(data), resolved(edited(draw.draw, data)))

    assert sorted(map(repr, claimed)) == sorted(map(repr, everything))


@SOME
@given(st.data(), _FILE)
def test_every_change_can_be_worded_placed_and_named(draw: Any, path: Any) -> None:
    data = document(path).data
    found = differences(resolved(data), resolved(edited(draw.draw, data)))

    assert len({change.fingerprint for change in found}) == len(found)
    for change in found:
        for language in LANGUAGES:
            words = catalogue(language)
            sentence = words.say(f"changes.code.{change.code}", None, **change.args)
            shown = [
                words.arg(side) for side in (change.shown_before, change.shown_after) if side is not None
            ]
            assert not re.search(r"changes\.\w+\.|Term\(", " ".join((sentence, *shown))), sentence
        assert change.old is not None or change.new is not None
        assert (
            change.duty.rank <= codes()[change.code].duty.rank
            or change.direction is Direction.MORE_PROTECTIVE
        )
        assert change.route


@SOME
@given(st.data(), _FILE)
def test_the_way_back_tells_as_much(draw: Any, path: Any) -> None:
    data = document(path).data
    other = edited(draw.draw, data)
    there, back = (
        differences(*pair) for pair in ((resolved(data), resolved(other)), (resolved(other), resolved(data)))
    )

    assert bool(there) == bool(back)
    assert [one.code for one in back if one.code not in codes()] == []


@SOME
@given(st.data(), _FILE)
def test_the_same_two_notices_give_the_same_changes(draw: Any, path: Any) -> None:
    data = document(path).data
    other = edited(draw.draw, data)

    assert differences(resolved(data), resolved(other)) == differences(resolved(data), resolved(other))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_notice_has_not_changed_against_itself(path: Any) -> None:
    assert differences(resolved(document(path).data), resolved(document(path).data)) == ()


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_changes_are_records_of_the_view_that_rules_read(path: Any) -> None:
    found = changes_of(compare(resolved(document(FILES[0]).data), resolved(document(path).data)))

    for record in records(found):
        assert set(record.values) <= set(VIEWS["differences"].fields)


def test_the_gravest_duty_comes_first() -> None:
    found = differences(resolved(document(FILES[-2]).data), resolved(document(FILES[-1]).data))
    ranks = [change.duty.rank for change in found]

    assert ranks == sorted(ranks)
    assert found[0].duty is Duty.REVIEW
