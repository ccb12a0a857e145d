"""Every rule bites on whole notices: mutations of sound ones are found where they were made, no other."""

from pathlib import Path

import pytest

from notice_lint.findings import Severity
from notice_lint.run.revised import VIEWS
from tests.engine.judged import rules
from tests.mutations.judging import as_it_is, outcomes
from tests.mutations.matrix import matrix, problems
from tests.mutations.sound import NOTES, SOUND
from tests.mutations.table import NOT_ON_WHOLE_NOTICES, TABLE

_MATRIX = Path(__file__).parent / "matrix.txt"


@pytest.mark.parametrize("notice", SOUND)
def test_a_sound_notice_has_no_error_and_no_warning(notice: str) -> None:
    grave = [f"{one.rule} at {one.span.line}" for one in as_it_is(notice) if one.severity.rank < 2]

    assert grave == []


@pytest.mark.parametrize("notice", SOUND)
def test_every_note_on_a_sound_notice_is_explained(notice: str) -> None:
    notes = {one.rule for one in as_it_is(notice) if one.severity is Severity.NOTE}

    assert notes == set(NOTES.get(notice, {}))


def test_every_rule_has_a_mutation_or_a_reason_for_none() -> None:
    alone = [
        name for name, (_, rule) in rules().items() if rule.for_each not in VIEWS
    ]  # others: tests/changes

    assert sorted({*TABLE, *NOT_ON_WHOLE_NOTICES}) == sorted(alone)
    assert not {*TABLE} & {*NOT_ON_WHOLE_NOTICES}


@pytest.mark.parametrize("rule", TABLE)
def test_a_mutation_is_found_where_it_was_made_and_nothing_else_is(rule: str) -> None:
    assert problems(rule) == []


@pytest.mark.parametrize("rule", TABLE)
def test_every_mutation_fits_a_sound_notice(rule: str) -> None:
    fitting = {number for notice in SOUND for number, _ in outcomes(rule, notice)}

    assert fitting == set(range(len(TABLE[rule])))
    assert fitting


@pytest.mark.parametrize("rule", TABLE)
def test_every_extra_that_is_allowed_occurs(rule: str) -> None:
    tried = [one for notice in SOUND for one in outcomes(rule, notice)]
    occurring = {(number, extra) for number, outcome in tried for extra in outcome.extras}
    allowed = {(number, extra) for number, one in enumerate(TABLE[rule]) for extra in one.extras}

    assert allowed <= occurring


def test_the_matrix_is_the_committed_one(rewrite: bool) -> None:  # noqa: FBT001 - a fixture
    if rewrite:
        _MATRIX.write_text(matrix(), encoding="utf-8")

    assert matrix() == _MATRIX.read_text(encoding="utf-8")
