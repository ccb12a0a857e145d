"""Whatever somebody writes: no rule breaks, and one slip does not set off other findings."""

import os
import subprocess
import sys
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from notice_lint.findings import Term
from notice_lint.source.document import Route
from notice_lint.source.parse import parse
from tests.engine.judged import ROOT, findings, findings_of, names, renamed, replaced, routes, rules, sound

WHOLE = parse((ROOT / "tests/schema/whole.yaml").read_text(encoding="utf-8"), "whole.yaml").data
ON_SHAPE = {name for name, (_, rule) in rules().items() if rule.for_each == "document"}
WORDS = (
    "none",
    "",
    "all",
    "US",
    "UK",
    "EEA",
    "epo",
    "P1M",
    "P0D",
    "P30D",
    "2024",
    "2024-11",
    "consent",
    "adequacy",
)
LEAVES = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-1, 99),
    st.sampled_from(WORDS),
    st.sampled_from(
        ["eu-us-dpf", "internal", "sub-processor", "third-party", "same-as-purpose", "[name]", "XX mois"]
    ),
    st.text(max_size=6),
)
VALUES = st.recursive(
    LEAVES,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(
            st.sampled_from(["none", "fr", "kind", "basis", "text", "period", "webinars"]), inner, max_size=3
        ),
    ),
    max_leaves=5,
)


@st.composite
def notices(draw: st.DrawFn) -> Any:
    """Draw a notice that says everything, or a sound one, with some of it taken away or replaced."""
    data = deepcopy(draw(st.sampled_from([WHOLE, sound().data])))
    for _ in range(draw(st.integers(1, 8))):
        found = routes(data)
        if not found:
            break
        *above, last = draw(st.sampled_from(found))
        holder: Any = data
        for step in above:
            holder = holder[step]
        if draw(st.booleans()):
            holder[last] = draw(VALUES)
        else:
            del holder[last]
    return data


@given(notices())
@settings(
    max_examples=int(os.environ.get("NOTICE_LINT_EXAMPLES", "60")), suppress_health_check=list(HealthCheck)
)
def test_no_rule_breaks_whatever_a_notice_says(data: Any) -> None:
    found = findings_of(data)

    assert all(finding.fingerprint for finding in found)


@pytest.mark.parametrize(
    "text", ["", "null", "[]", "just words", "5", "{}", "format: 1", "- a\n- b", "a: [", "notice: none"]
)
def test_what_is_no_notice_at_all_breaks_no_rule(text: str) -> None:
    assert set(names(findings(parse(text, "notice.yaml")))) & ON_SHAPE


SLIPS = [
    pytest.param(route, value, id=f"{'.'.join(map(str, route))} = {value!r}")
    for route in routes(sound().data)
    for value in (True, "not a good word !!")
]


@pytest.mark.parametrize(("route", "value"), SLIPS)
def test_a_value_of_the_wrong_shape_is_the_only_finding(route: Route, value: object) -> None:
    found = names(findings_of(replaced(sound().data, route, value)))

    assert not set(found) & ON_SHAPE or set(found) <= ON_SHAPE


KEYS = [
    pytest.param(route, id=".".join(map(str, route)))
    for route in routes(sound().data)
    if isinstance(route[-1], str) and route[-1] not in ("format", "none")
]


@pytest.mark.parametrize("route", KEYS)
def test_a_misspelt_key_is_the_only_finding(route: Route) -> None:
    key = str(route[-1])
    found = names(findings_of(renamed(sound().data, route, f"{key[:-1]}x{key[-1]}")))

    assert not set(found) & ON_SHAPE or set(found) <= ON_SHAPE


@pytest.mark.parametrize(
    ("route", "value", "silent"),
    [
        (("recipients", "mail", "transfer"), {"basis": "sccs"}, "transfer-basis-missing"),
        (("recipients", "mail", "country"), "Norway", "recipient-country-missing"),
        (("collections", "visit", "purposes"), [["security"]], "category-without-purpose"),
        (("collections", "visit", "purposes"), ["security", True], "category-without-purpose"),
        (("collections", "visit", "retention"), [["logs"]], "category-without-retention"),
        (("purposes", "books", "legal_basis"), "legal", "category-without-legal-basis"),
        (("retention", "logs", "period"), "six months", "retention-criteria-missing"),
    ],
)
def test_what_cannot_be_read_is_not_missing_besides(route: Route, value: object, silent: str) -> None:
    found = names(findings_of(replaced(sound().data, route, value)))

    assert set(found) & ON_SHAPE
    assert silent not in found


def test_a_misspelt_controller_is_found_once_with_the_word_that_was_meant() -> None:
    found = findings_of(renamed(sound().data, ("controller",), "controler"))
    detail = found[0].args["detail"]

    assert names(found) == ["schema-violation"]
    assert isinstance(detail, Term)
    assert detail.args["suggestion"] == "controller"


def test_a_basis_written_one_level_too_high_is_not_missing_besides() -> None:
    recipient = {
        "name": "Mail Inc.",
        "role": "processor",
        "country": "US",
        "basis": "adequacy",
        "purposes": ["offers"],
    }
    found = names(findings_of(replaced(sound().data, ("recipients", "mail"), recipient)))

    assert found == ["schema-violation"]


def test_the_rest_is_judged_beside_a_slip() -> None:
    data = replaced(sound().data, ("security",), ["a", "list"])
    del data["retention"]["logs"]["period"]

    assert "retention-criteria-missing" in names(findings_of(data))


def test_findings_are_the_same_whatever_the_order_of_sets() -> None:
    script = (
        "from tests.engine.judged import *; from notice_lint.source.parse import parse;"
        "text = (ROOT / 'examples/clearnox/versions/2024-11.yaml').read_text(encoding='utf-8');"
        "print(*findings(parse(text, 'n.yaml')), sep='\\n')"
    )

    def printed(seed: str) -> str:
        environment = {"PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT), "PATH": os.environ.get("PATH", "")}
        done = subprocess.run(
            [sys.executable, "-c", script],
            capture_output=True,
            text=True,
            env=environment,
            cwd=Path(ROOT),
            check=True,
        )
        return done.stdout

    first, second, third = printed("0"), printed("1"), printed("77")

    assert first.count("\n") > 10
    assert first == second == third
