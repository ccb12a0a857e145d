"""What an editor shows of the schema: yaml-language-server itself completes, explains and checks."""

import json
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from notice_lint.schema.editor import for_editors
from notice_lint.schema.load import load_schema
from notice_lint.source.read import read
from tests.conftest import ROOT
from tests.editors.server import Server

_TEXT = """\
# yaml-language-server: $schema={schema}
format: 1
notice: {{id: shop, language: en}}
recipients:
  zoom:
    name: Zoom
    role: procesor
    transfer:
      basis: standard-contractual-clauses
      \n\
retention:
  news: {{period: 3 years, from: collection}}
\n\
"""
_ROLE, _BELOW_TRANSFER, _ROOT = (6, 10), (9, 6), (12, 0)


@pytest.fixture(scope="module")
def schema(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the schema that `notice-lint schema` prints."""
    path = tmp_path_factory.mktemp("schema") / "notice.schema.json"
    path.write_text(json.dumps(for_editors(load_schema("notice"))), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def server(schema: Path) -> Iterator[Server]:
    """Return an editor with a notice that has two mistakes."""
    with Server(schema.with_name("notice.yaml"), _TEXT.format(schema=schema.as_uri())) as running:
        yield running


def test_mistakes_are_shown_with_what_can_stand_there(server: Server) -> None:
    shown = sorted((one["range"]["start"]["line"], one["message"]) for one in server.problems)

    assert [line for line, _ in shown] == [6, 11]
    assert '"processor"' in shown[0][1]
    assert "null" not in shown[0][1]
    assert shown[1][1].startswith("This is not a period. Write P10Y for ten years")


def test_values_of_a_closed_list_are_completed(server: Server) -> None:
    offered = server.completions(*_ROLE)

    assert {"processor", "controller", "internal", "public-authority"} <= set(offered)
    assert not {"[object Object]", '""', "[]"} & set(offered)


def test_keys_are_completed_and_those_that_stand_there_are_not(server: Server) -> None:
    offered = server.completions(*_BELOW_TRANSFER)

    assert {"copy", "framework", "supplementary_measures"} <= set(offered)
    assert "basis" not in offered
    assert {"purposes", "rights", "complaints"} <= set(server.completions(*_ROOT))


@pytest.mark.parametrize(
    ("line", "column", "words"),
    [
        (4, 3, "Who gets data"),
        (6, 5, "acts on instructions (GDPR Art. 28)"),
        (8, 8, "an adequacy decision (GDPR Art. 45)"),
        (11, 10, "How long the data are kept"),
        (2, 10, "The same in every version"),
    ],
)
def test_a_key_is_explained_with_the_law(server: Server, line: int, column: int, words: str) -> None:
    said = server.hover(line, column)

    assert words in said
    assert "Not said" not in said


@pytest.mark.parametrize(
    "name", ["tests/notices/sound/hospital.be.yaml", "examples/clearnox/versions/2024-11.yaml"]
)
def test_a_notice_without_mistakes_of_form_has_none_in_an_editor(schema: Path, name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    body = "\n".join(line for line in text.split("\n") if "yaml-language-server" not in line)
    with Server(
        schema.with_name("sound.yaml"), f"# yaml-language-server: $schema={schema.as_uri()}\n{body}"
    ) as running:
        assert running.problems == []


def test_the_modeline_of_the_example_leads_to_the_schema() -> None:
    path = ROOT / "examples/clearnox/versions/2024-11.yaml"
    first = path.read_text(encoding="utf-8").split("\n", 1)[0]
    target = first.rpartition("$schema=")[2].strip()

    assert (path.parent / target).resolve() == ROOT / "notice_lint/schema/notice.schema.json"


_NOTICES = [read(path, path.name).data for path in sorted((ROOT / "tests/notices/sound").glob("*.yaml"))]
_VALUES = st.sampled_from([None, "", [], {}, "none", "x", 1, True, ["x"], {"x": "y"}, [""], {"none": "why"}])


def _places(data: Any) -> Iterator[tuple[Any, Any]]:
    pairs = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for step, value in pairs:
        yield data, step
        yield from _places(value)


@settings(max_examples=150)
@given(st.sampled_from(_NOTICES), st.data())
def test_editors_refuse_exactly_what_we_refuse(notice: object, data: st.DataObject) -> None:
    ours = load_schema("notice")
    changed = deepcopy(notice)
    holder, step = data.draw(st.sampled_from(list(_places(changed))))
    holder[step] = data.draw(_VALUES)

    taken = [Draft202012Validator(one).is_valid(changed) for one in (ours, for_editors(ours))]

    assert taken[0] == taken[1]
