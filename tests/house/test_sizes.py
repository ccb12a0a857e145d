"""Small rooms: a file or a function that is larger than usual has a reason, written here."""

import ast
from collections.abc import Iterator
from pathlib import Path

from tests.conftest import ROOT

_FILE, _FUNCTION = 350, 50
_REASONS: dict[str, str] = {
    "notice_lint/source/build.py: Builder.read": "one hot loop: a call for each event would cost a third",
}


def _sources() -> list[Path]:
    return sorted((ROOT / "notice_lint").rglob("*.py"))


def _functions(tree: ast.AST, inside: str = "") -> Iterator[tuple[str, ast.FunctionDef]]:
    for node in ast.iter_child_nodes(tree):
        name = f"{inside}{node.name}" if isinstance(node, ast.FunctionDef | ast.ClassDef) else inside
        if isinstance(node, ast.FunctionDef):
            yield name, node
        yield from _functions(node, f"{name}." if name and not name.endswith(".") else name)


def _large() -> Iterator[str]:
    for path in _sources():
        where = path.relative_to(ROOT).as_posix()
        text = path.read_text(encoding="utf-8")
        if text.count("\n") > _FILE:
            yield where
        for name, node in _functions(ast.parse(text)):
            signature = node.body[0].lineno - node.lineno
            if (node.end_lineno or 0) - node.lineno - signature >= _FUNCTION:
                yield f"{where}: {name}"


def test_what_is_large_has_a_reason() -> None:
    assert [place for place in _large() if place not in _REASONS] == []


def test_no_reason_has_outlived_its_place() -> None:
    assert [place for place in _REASONS if place not in set(_large())] == []


def test_every_file_says_what_it_is_for() -> None:
    silent = [
        path for path in _sources() if not ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
    ]

    assert silent == []
