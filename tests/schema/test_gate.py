"""The quick gate and jsonschema give the same verdict, and a valid notice never pays for jsonschema."""

import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from notice_lint.schema.gate import Gate
from notice_lint.schema.load import NAMES, load_schema
from notice_lint.schema.retell import retold
from notice_lint.schema.validate import violations
from notice_lint.schema.violation import KINDS
from notice_lint.source.document import WholeNumber
from notice_lint.source.parse import parse

HERE = Path(__file__).parent
SCHEMA = load_schema("notice")
GATE, JUDGE = Gate(SCHEMA), Draft202012Validator(SCHEMA)
NOTICES: list[Any] = [
    parse((HERE / name).read_text(encoding="utf-8"), name).data
    for name in ("whole.yaml", "none.yaml", "format-example.yaml")
]
VALUES: list[Any] = [
    *(
        None,
        True,
        False,
        0,
        1,
        2,
        -1,
        1.0,
        1.5,
        2024,
        150,
        151,
        2999,
        3000,
        WholeNumber("2024"),
        WholeNumber("1"),
    ),
    *(
        "",
        "x",
        "none",
        "all",
        "session",
        "same-as-purpose",
        "consent",
        "FR",
        "fr",
        "EEA",
        "true",
        "1",
        "2024",
    ),
    *(
        "P1Y",
        "P1Y\n",
        "2024-11",
        "2024-02-30",
        "webinars",
        "webinars\n",
        "Web inars",
        "present",
        "é",
        "a" * 300,
    ),
    *([], {}, [None], [""], ["a"], ["a", "B"], ["none"], ["FR"], ["access"], [{}], [[]], ["fr"], [1], [True]),
    *(
        {"none": "x"},
        {"none": None},
        {"none": "x", "a": {}},
        {"fr": "x"},
        {"fr": True},
        {"FR": "x"},
        {"a": {}},
    ),
    *({"a": None}, {"A": {}}, {"a": "b"}, {"a": ["b"]}, {"basis": "contract"}, [{"basis": "contract"}]),
    *(
        {"text": "x"},
        {"name": "x"},
        {"kind": "public"},
        {"is": 1},
        {"field": "x"},
        {"present": True},
        {"x": 1},
    ),
]


def subschemas(schema: object) -> Iterator[Mapping[str, Any]]:
    """Yield every subschema that is a mapping of keywords."""
    if isinstance(schema, dict):
        if (
            schema.keys() & {"type", "enum", "const", "anyOf", "$ref", "pattern", "properties"}
            and "$id" not in schema
        ):
            yield schema
        for keyword, below in schema.items():
            if keyword not in {"examples", "enum", "const", "required"}:
                yield from subschemas(below)
    elif isinstance(schema, list):
        for below in schema:
            yield from subschemas(below)


@pytest.mark.parametrize("name", NAMES)
def test_gate_and_jsonschema_agree_on_odd_values_at_every_place(name: str) -> None:
    schema = load_schema(name)
    differ = []
    for below in subschemas({key: part for key, part in schema.items() if key != "$id"}):
        if not isinstance(below.get("type", ""), str | list):
            continue  # a map of keys, one of which is called `type`
        here = {"$schema": schema["$schema"], **below, "$defs": schema["$defs"]}
        quick, judge = Gate(here).fits, Draft202012Validator(here)
        differ += [(below, value) for value in VALUES if quick(value) is not judge.is_valid(value)]

    assert differ == []


def routes(data: Any, route: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Yield the route of everything inside."""
    steps = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for step, below in steps:
        yield (*route, step)
        yield from routes(below, (*route, step))


KEYS = sorted(
    {step for notice in NOTICES for route in routes(notice) for step in route if isinstance(step, str)}
)
CHANGES = ("value", "odd", "remove", "rename", "add", "move")


def at(data: Any, route: Iterable[Any]) -> Any:
    """Return what stands there."""
    for step in route:
        data = data[step]
    return data


@st.composite
def mutants(draw: st.DrawFn) -> Any:
    """Draw a valid notice in which a few places were changed, removed, renamed or swapped."""
    data = deepcopy(draw(st.sampled_from(NOTICES)))
    for _ in range(draw(st.integers(0, 3))):
        *parents, last = draw(st.sampled_from(list(routes(data))))
        holder = at(data, parents)
        change = draw(st.sampled_from(CHANGES))
        if change == "value":
            holder[last] = deepcopy(draw(st.sampled_from(VALUES)))
        elif change == "odd":
            holder[last] = draw(st.recursive(_PLAIN, _nested, max_leaves=4))
        elif change == "remove":
            del holder[last]
        elif change == "move":
            holder[last] = deepcopy(at(data, draw(st.sampled_from(list(routes(data))))))
        elif isinstance(holder, dict):
            key = draw(st.sampled_from(KEYS) | st.text(max_size=8))
            holder[key] = holder.pop(last) if change == "rename" else deepcopy(draw(st.sampled_from(VALUES)))
    return data


_PLAIN = st.none() | st.booleans() | st.integers() | st.text()


def _nested(below: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.lists(below, max_size=3) | st.dictionaries(st.text(max_size=5), below, max_size=3)


@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(mutants())
def test_gate_and_jsonschema_agree_on_notices_and_near_notices(data: Any) -> None:
    assert GATE.fits(data) is JUDGE.is_valid(data)


@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(mutants())
def test_whatever_is_wrong_is_told_in_known_kinds_once_for_each_place(data: Any) -> None:
    told = violations(data, SCHEMA)

    assert bool(told) is not GATE.fits(data)
    assert len({(violation.kind, violation.route) for violation in told}) == len(told)
    assert all(set(violation.args) == set(KINDS[violation.kind]) for violation in told)


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(mutants())
def test_cutting_out_what_fits_changes_nothing_that_is_told(data: Any) -> None:
    whole = {(told.kind, told.route): told for told in reversed(list(retold(data, SCHEMA, GATE)))}

    assert {(told.kind, told.route): told for told in violations(data, SCHEMA)} == whole


def test_a_valid_notice_imports_neither_jsonschema_nor_what_retells_its_errors() -> None:
    program = (
        "import sys; from notice_lint.schema.load import load_schema;"
        "from notice_lint.schema.validate import violations;"
        "data = {'format': 1, 'notice': {'id': 'a', 'language': 'fr'}};"
        "assert violations(data, load_schema('notice')) == [];"
        "print(*(set(sys.modules) & {'jsonschema', 'referencing', 'notice_lint.schema.retell'}))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], check=True, capture_output=True, text=True, cwd=HERE.parents[1]
    )

    assert done.stdout.strip() == ""


def test_a_keyword_that_the_gate_does_not_know_is_refused_and_not_passed_over() -> None:
    with pytest.raises(ValueError, match="uniqueItems"):
        Gate({"type": "array", "uniqueItems": True}).fits([])


def test_an_unknown_schema_is_refused() -> None:
    with pytest.raises(KeyError):
        load_schema("settings.json")
