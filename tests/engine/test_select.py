"""Which rules run, and by which name they are called."""

import pytest

from notice_lint.engine.select import UnknownRule, find_rules, select
from notice_lint.engine.shipped import shipped_packs
from tests.engine.judged import rules

FORM = {"key-order", "trailing-spaces", "value-unquoted"}
"""Notes on the form of a file: it can be read all the same."""

ON_FILE = {name for name, (_, rule) in rules().items() if rule.for_each == "document"} - FORM


def selected(only: list[str], skip: list[str]) -> set[str]:
    """Return the names of the rules that run."""
    return {rule.name for _, rule in select(shipped_packs(), only, skip)}


def test_all_rules_run_unless_somebody_says_otherwise() -> None:
    assert selected([], []) == set(rules())


def test_only_and_skip_leave_the_rules_on_the_file_itself() -> None:
    assert selected(["transfer-basis-missing"], []) == {"transfer-basis-missing", *ON_FILE}
    assert selected([], ["not-yaml", "retention-vague"]) == set(rules()) - {"retention-vague"}


def test_notes_on_form_can_be_left_out_like_any_other_rule() -> None:
    assert selected([], sorted(FORM)) == set(rules()) - FORM
    assert selected(["key-order"], []) == {"key-order", *ON_FILE}


@pytest.mark.parametrize("name", ["transfer-basis-missing", "TR01"])
def test_a_rule_is_found_by_name_and_by_code(name: str) -> None:
    assert [rule.name for rule in find_rules(shipped_packs(), [name])] == ["transfer-basis-missing"]


def test_an_unknown_rule_is_refused_with_the_one_that_was_meant() -> None:
    with pytest.raises(UnknownRule, match=r"“transfer-basis-mising”.*transfer-basis-missing"):
        select(shipped_packs(), ["transfer-basis-mising"], [])
