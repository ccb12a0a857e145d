"""Texts made to hang, crash or fool a reader end quickly, with a flaw."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from notice_lint.errors import UnreadableNotice
from notice_lint.source.build import ALIASES, DEPTH, EXPANDED, NODES, SCALAR_BYTES
from notice_lint.source.document import Document, Route
from notice_lint.source.parse import BYTES, parse
from notice_lint.source.read import read_bytes
from tests.source.rendering import documents

SHARED = Path(__file__).resolve().parents[3] / "shared"


def _alias_bomb(levels: int) -> str:
    lines = ["a0: &a0 [" + ", ".join("x" * 9) + "]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, levels)]
    return "\n".join(lines)


_DEEP_ALIASES = "\n".join(f"a{n}: &a{n} {'[' * 20}{f'*a{n - 1}' if n else 'x'}{']' * 20}" for n in range(50))
BOMBS = {
    "brackets": ("[" * 40_000, "too-deep", (1, DEPTH + 1)),
    "closed brackets": ("[" * 20_000 + "]" * 20_000, "too-deep", (1, DEPTH + 1)),
    "dashes": ("- " * 40_000, "too-deep", (1, 2 * DEPTH + 1)),
    "question marks": ("? " * 40_000, "key-not-text", (1, 3)),
    "braces": ("{a: " * 40_000, "too-deep", (1, 4 * DEPTH + 1)),
    "indents": ("".join(" " * n + "a:\n" for n in range(900)), "too-deep", (DEPTH + 1, DEPTH + 1)),
    "aliases inside one another": (_DEEP_ALIASES, "too-deep", (2, 29)),
    "9 to the 11th": (_alias_bomb(11), "alias-expansion", (6, 10)),
    "8 levels": (_alias_bomb(8), "alias-expansion", (6, 10)),
    "many aliases": ("- &a x\n" + "- *a\n" * 300, "too-many-aliases", (ALIASES + 2, 3)),
    "comments": ("# c\n" * 500_000, "too-large", (BYTES // 4 + 1, 1)),
    "ten megabytes": ("a: " + "x" * 10_000_000, "too-large", (1, BYTES + 1)),
    "a long scalar": ("a: é" + "x" * SCALAR_BYTES, "scalar-too-long", (1, 4)),
    "a long key": ("x" * 900_000, "scalar-too-long", (1, 1)),
    "items": ("[" + "a," * 500_000 + "]", "too-many-nodes", (1, 2 * NODES)),
    "keys": ("".join(f"k{n}:\n" for n in range(100_000)), "too-many-nodes", (NODES // 2, 8)),
    "the same key": ("a:\n" * 300_000, "duplicate-key", (2, 1)),
    "tags": ("- !a b\n" * 140_000, "tag", (1, 3)),
    "bidi controls": ("a: " + "\u202e" * 300_000, "bidi-character", (1, 4)),
    "escapes": ('a: "' + "\\e" * 400_000 + '"', "scalar-too-long", (1, 4)),
    "tabs": ("\t" * 1_000_000, "syntax", (1, 1)),
    "quotes not closed": ('a: "' + "b\n" * 400_000, "syntax", (1, 4)),
    "a long version": ("%YAML 1." + "9" * 5000 + "\n--- a", "directive", (1, 1)),
}


@pytest.mark.parametrize(("text", "kind", "place"), BOMBS.values(), ids=BOMBS)
def test_a_bomb_is_refused_at_its_place(text: str, kind: str, place: tuple[int, int]) -> None:
    started = time.process_time()
    flaw = parse(text, "n.yaml").flaws[0]

    assert (flaw.kind, flaw.span[:2]) == (kind, place)
    assert time.process_time() - started < 5, "no gate for speed, but far below what a hang would take"


@pytest.mark.parametrize(
    "name", ["brackets", "dashes", "braces", "9 to the 11th", "many aliases", "a long version"]
)
def test_the_pure_parser_refuses_it_too(name: str) -> None:
    text, kind, place = BOMBS[name]
    flaw = parse(text, "n.yaml", pure=True).flaws[0]

    assert (flaw.kind, flaw.span[:2]) == (kind, place)


_THOUSAND = "- &a [" + "x, " * 999 + "]\n"
LIMITS: dict[str, tuple[int, Callable[[int], str]]] = {
    "too-deep": (DEPTH, lambda count: "[" * count + "]" * count),
    "too-many-nodes": (NODES, lambda count: "- x\n" * (count - 1)),
    "scalar-too-long": (SCALAR_BYTES, lambda count: "a: " + "é" * (count // 2) + "x" * (count % 2)),
    "too-many-aliases": (ALIASES, lambda count: "- &a x\n" + "- *a\n" * count),
    "too-large": (BYTES, lambda count: "a: b\n" + "#" * (count - 5)),
    # the list, what it holds, and 98 aliases for it with a thousand nodes each, are 99,099 nodes
    "alias-expansion": (
        EXPANDED,
        lambda count: _THOUSAND + "- *a\n" * 98 + "- x\n" * (count - 99_102) + "- &b x\n- *b\n",
    ),
}


@pytest.mark.parametrize("kind", LIMITS)
def test_a_limit_is_reached_but_not_passed(kind: str) -> None:
    limit, text = LIMITS[kind]
    beyond = parse(text(limit + 1), "n.yaml")

    assert parse(text(limit), "n.yaml").flaws == ()
    assert [(flaw.kind, flaw.args["limit"]) for flaw in beyond.flaws] == [(kind, str(limit))]
    assert beyond.data is None


def _use(document: Document) -> None:
    """Ask a document everything; nothing of it may raise."""
    routes: list[Route] = [(), ("root",), ("a", 0), (0, "x"), ("root", "a", 1)]
    for route in routes:
        assert document.span(route) >= (1, 1, 1, 1)
        assert document.key_span(route) >= (1, 1, 1, 1)
        document.stretch(route, 0, 3)
        document.written(route)
    assert all(comment.text.startswith("#") for comment in document.comments)
    for flaw in document.flaws:
        assert (1, 1) <= flaw.span[:2] <= flaw.span[2:]
        assert flaw.span.line <= len(document.lines)


_YAMLISH = st.lists(
    st.sampled_from([*"ab1 :-?#&*!|>'\"%@`[]{},\n\t\\~<=é\r\0.", "\n  ", "a: ", "\ufeff", "\u2028"])
).map("".join)


@given(_YAMLISH | st.text(st.characters()))
@example("a: &a\n")
@example("? |\n  k\n: v\n")
@example("\ud800")
def test_no_text_raises_anything(text: str) -> None:
    for pure in (False, True):
        _use(parse(text, "n.yaml", pure=pure))


@given(st.binary() | _YAMLISH.map(lambda text: text.encode(errors="replace")))
def test_no_bytes_raise_anything_but_ours(data: bytes) -> None:
    try:
        document = read_bytes(data, "n.yaml")
    except UnreadableNotice:
        return
    _use(document)


@given(documents(), st.data())
def test_no_damage_to_a_document_raises_anything(drawn: tuple[str, object], data: st.DataObject) -> None:
    text, _ = drawn
    at = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(at, min(len(text), at + 8)))
    _use(parse(text[:at] + data.draw(_YAMLISH) + text[end:], "n.yaml"))


@pytest.mark.parametrize("name", ["notice-2024-11.fr.as-scraped.txt", "notice-2024-11.fr.txt"])
def test_a_real_notice_that_is_no_yaml_is_answered(name: str) -> None:
    file = SHARED / "clearnox" / name
    if not file.exists():
        pytest.skip(f"{file} is not here")
    _use(read_bytes(file.read_bytes(), name))
