"""What is wrong with a text is told with its kind, its place, and what fills the words."""

from typing import NamedTuple

import pytest

from notice_lint.source.document import Flaw, Route, Span
from notice_lint.source.parse import parse
from notice_lint.source.syntax import PROBLEMS


class Case(NamedTuple):
    """A text with one flaw."""

    text: str
    kind: str
    place: tuple[int, int, int, int]
    args: dict[str, str]
    route: Route = ()


CASES = {
    "tag": Case("a: !!str x", "tag", (1, 4, 1, 9), {"tag": "!!str"}, ("a",)),
    "tag of nothing": Case("a: ! x", "tag", (1, 4, 1, 5), {"tag": "!"}, ("a",)),
    "tag after anchor": Case("a: &b !c [x]", "tag", (1, 7, 1, 9), {"tag": "!c"}, ("a",)),
    "tag of a key": Case("b: 1\n!c a: x", "tag", (2, 1, 2, 3), {"tag": "!c"}, ("a",)),
    "tag of an unknown handle": Case("a: !b!c x", "tag", (1, 4, 1, 8), {"tag": "!b!c"}),
    "tag that is none": Case("a: !<b c", "tag", (1, 4, 1, 7), {"tag": "!<b"}),
    "YAML directive": Case("%YAML 1.1\n---\na: no", "directive", (1, 1, 1, 10), {}),
    "TAG directive": Case("# c\n%TAG ! x\n---\na: b", "directive", (2, 1, 2, 9), {}),
    "unknown directive": Case("%FOO x\n--- {a: b}", "directive", (1, 1, 1, 7), {}),
    "YAML from the future": Case("%YAML 3.0\n--- {a: b}", "directive", (1, 1, 1, 10), {}),
    "second document": Case("a: b\n---\nc: d", "second-document", (2, 1, 2, 4), {}),
    "second document, empty": Case("a: b\n---", "second-document", (2, 1, 2, 4), {}),
    "merge key": Case("a: &x {}\nb:\n  <<: *x", "merge-key", (3, 3, 3, 5), {}, ("b", "<<")),
    "number as key": Case("a: {1: x}", "key-not-text", (1, 5, 1, 6), {"key": "1"}, ("a", "1")),
    "boolean as key": Case("true: x", "key-not-text", (1, 1, 1, 5), {"key": "true"}, ("true",)),
    "null as key": Case("~: x", "key-not-text", (1, 1, 1, 2), {"key": "~"}, ("~",)),
    "nothing as key": Case("?\n: x", "key-not-text", (1, 2, 1, 2), {"key": ""}, ("",)),
    "list as key": Case("a: {[b]: c}", "key-not-text", (1, 5, 1, 6), {"key": ""}),
    "template braces": Case("a: {{ b }}", "key-not-text", (1, 5, 1, 6), {"key": ""}),
    "alias as key": Case("a: &x b\n*x : c", "key-not-text", (2, 1, 2, 3), {"key": "*x"}, ("*x",)),
    "unknown alias": Case("a: [b, *c]", "unknown-alias", (1, 8, 1, 10), {"name": "c"}, ("a", 1)),
    "alias of itself": Case("a: &a [b, *a]", "recursive-alias", (1, 11, 1, 13), {"name": "a"}),
    "anchor runs into text": Case(
        "a: &R:D", "syntax", (1, 4, 1, 5), {"problem": "reserved-character", "character": "&"}, ("a",)
    ),
    "NUL": Case("a: b\0c", "control-character", (1, 5, 1, 6), {"character": "U+0000"}, ("a",)),
    "ESC in a comment": Case("a: b # \x1b[1m", "control-character", (1, 8, 1, 9), {"character": "U+001B"}),
    "C1": Case("é: 😀\x9b", "control-character", (1, 5, 1, 6), {"character": "U+009B"}, ("é",)),
    "no character": Case("a: \uffff", "control-character", (1, 4, 1, 5), {"character": "U+FFFF"}, ("a",)),
    "DEL": Case("a\x7f: b", "control-character", (1, 2, 1, 3), {"character": "U+007F"}, ("a\ufffd",)),
    "right to left": Case(
        "a: |\n  b\u202ec", "bidi-character", (2, 4, 2, 5), {"character": "U+202E"}, ("a",)
    ),
    "zero width": Case("a: b\u200bc", "invisible-character", (1, 5, 1, 6), {"character": "U+200B"}, ("a",)),
    "second mark": Case(
        "\ufeff\ufeffa: b", "invisible-character", (1, 1, 1, 2), {"character": "U+FEFF"}, ("\ufffda",)
    ),
    "next line": Case("a: b\x85c", "line-break-character", (1, 5, 1, 6), {"character": "U+0085"}, ("a",)),
    "line separator": Case(
        "a: 'b\u2028c'\nd: e", "line-break-character", (1, 6, 1, 7), {"character": "U+2028"}, ("a",)
    ),
    "Macintosh": Case("# a\rb: c\rd: e", "line-break-character", (1, 4, 1, 5), {"character": "U+000D"}),
    "lone surrogate": Case("a: \ud800", "not-utf8", (1, 4, 1, 5), {"character": "U+D800"}, ("a",)),
    "ESC escaped": Case(
        'a: "é \\e[1m"', "control-character", (1, 7, 1, 9), {"character": "U+001B", "escape": "\\e"}, ("a",)
    ),
    "bidi escaped, folded": Case(
        'a: "b\n  c \\u202E"',
        "bidi-character",
        (2, 5, 2, 11),
        {"character": "U+202E", "escape": "\\u202E"},
        ("a",),
    ),
    "escaped in a key": Case(
        '"a\\x07": b',
        "control-character",
        (1, 3, 1, 7),
        {"character": "U+0007", "escape": "\\x07"},
        ("a\x07",),
    ),
    "CR escaped": Case(
        'a: ["b\\rc"]',
        "line-break-character",
        (1, 7, 1, 9),
        {"character": "U+000D", "escape": "\\r"},
        ("a", 0),
    ),
}


@pytest.mark.parametrize("pure", [False, True])
@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_a_flaw_is_told_with_its_place(case: Case, pure: bool) -> None:  # noqa: FBT001 - a test's parameter
    flaws = parse(case.text, "n.yaml", pure=pure).flaws

    assert flaws == (Flaw(case.kind, Span(*case.place), case.args, (), case.route),)


SYNTAX = {
    "French colon": ("purpose: texte : suite\n", "colon-in-text", (1, 16)),
    "colon on the next line": ("purpose: texte\n  voici la suite : fin\n", "colon-in-text", (2, 18)),
    "colon in a list": ("- un: deux: trois\n", "colon-in-text", (1, 11)),
    "unquoted time": ("a: b: c\n", "colon-in-text", (1, 5)),
    "no space after the colon": ("a: b\nname:Clearnox\nc: d\n", "missing-colon", (2, 1)),
    "no space in the first line": ("name:Clearnox\nc: d\n", "missing-colon", (1, 1)),
    "text without a key": ("a: b\nClearnox\nc: d\n", "missing-colon", (2, 1)),
    "deeper for no reason": ("a: b\n  c: d\n", "bad-indent", (2, 3)),
    "less deep": ("a:\n  b: c\n d: e\n", "bad-indent", (3, 2)),
    "list after a value": ("a: b\n- c\n", "bad-indent", (2, 1)),
    "key after a list": ("- a\nb: c\n", "bad-indent", (2, 1)),
    "dash in a line": ("a: - b\n", "bad-indent", (1, 4)),
    "tab before a key": ("a:\n\tb: c\n", "tab-indent", (2, 1)),
    "tab after a value": ("a: b\n\tc: d\n", "tab-indent", (2, 1)),
    "tab in the first line": ("\ta: b\n", "tab-indent", (1, 1)),
    "double quotes not closed": ('a: "b\nc: d\n', "unclosed-quote", (1, 4)),
    "single quotes not closed": ("a: 'b\n---\n", "unclosed-quote", (1, 4)),
    "text behind quotes": ('a: "b" c\nd: e\n', "text-after-value", (1, 8)),
    "apostrophe in single quotes": ("a: 'l'adresse'\nb: c\n", "text-after-value", (1, 7)),
    "text behind brackets": ("a: [voir annexe] et suite\n", "text-after-value", (1, 18)),
    "bracket not closed": ("a: [b, c\nd: e\n", "unclosed-flow", (1, 4)),
    "brace not closed": ("a: {b: c\nd: e\n", "unclosed-flow", (1, 4)),
    "bracket at the end": ("a: [b,\n", "unclosed-flow", (2, 1)),
    "Windows path": ('a: "C:\\dossier"\n', "unknown-escape", (1, 7)),
    "half an escape": ('a: "\\u12"\n', "unknown-escape", (1, 5)),
    "escaped surrogate": ('a: "\\ud800"\n', "unknown-escape", (1, 5)),
    "escape out of range": ('a: "\\U00110000"\n', "unknown-escape", (1, 5)),
    "at sign": ("a: @b\n", "reserved-character", (1, 4)),
    "back tick": ("a: `b`\n", "reserved-character", (1, 4)),
    "per cent": ("a: %b\n", "reserved-character", (1, 4)),
    "bold": ("a: **b** c\n", "reserved-character", (1, 4)),
    "ampersand": ("a: & b\n", "reserved-character", (1, 4)),
    "more than": ("a: > 10 ans\n", "reserved-character", (1, 4)),
    "comma": ("a: , b\n", "reserved-character", (1, 4)),
    "two commas": ("a: [b,, c]\n", "other", (1, 7)),
}


@pytest.mark.parametrize("pure", [False, True])
@pytest.mark.parametrize(("text", "problem", "place"), SYNTAX.values(), ids=SYNTAX)
def test_broken_yaml_is_told_in_our_words(
    text: str,
    problem: str,
    place: tuple[int, int],
    pure: bool,  # noqa: FBT001 - a test's parameter
) -> None:
    document = parse(text, "n.yaml", pure=pure)

    assert [(flaw.kind, flaw.args["problem"], flaw.span[:2]) for flaw in document.flaws] == [
        ("syntax", problem, place)
    ]
    assert document.data is None


def test_every_reason_has_a_case() -> None:
    assert {problem for _, problem, _ in SYNTAX.values()} == set(PROBLEMS)


def test_all_keys_that_stand_twice_are_shown_at_both_places() -> None:
    document = parse("a: 1\n'a': {b: 2}\nc:\n  d: 3\n  e: 4\n  d: {a: 5, a: 6}\na: 7\n", "n.yaml")

    assert [(flaw.kind, flaw.args, flaw.span, flaw.related, flaw.route) for flaw in document.flaws] == [
        ("duplicate-key", {"key": "a"}, Span(2, 1, 2, 4), (Span(1, 1, 1, 2),), ("a",)),
        ("duplicate-key", {"key": "d"}, Span(6, 3, 6, 4), (Span(4, 3, 4, 4),), ("c", "d")),
        ("duplicate-key", {"key": "a"}, Span(6, 13, 6, 14), (Span(6, 7, 6, 8),), ("c", "d", "a")),
        ("duplicate-key", {"key": "a"}, Span(7, 1, 7, 2), (Span(1, 1, 1, 2),), ("a",)),
    ]
    assert document.data == {"a": 1, "c": {"d": 3, "e": 4}}
    assert document.span(("c", "e")) == Span(5, 6, 5, 7)


def test_what_can_be_read_on_is_told_together() -> None:
    document = parse('a: !x 1\na: "\\e"\nb\u202e: *c\n<<: 2\n3: 4\n', "n.yaml")

    assert [flaw.kind for flaw in document.flaws] == [
        *("tag", "duplicate-key", "control-character", "bidi-character", "unknown-alias", "merge-key"),
        "key-not-text",
    ]


def test_no_more_than_twenty_flaws_are_told_and_the_one_that_ended_reading_is_among_them() -> None:
    document = parse("a: 1\n" * 100 + "b: '", "n.yaml")

    assert len(document.flaws) == 20
    assert document.flaws[-1].kind == "syntax"
    assert document.data is None


def test_odd_characters_are_told_instead_of_the_syntax_they_may_have_broken() -> None:
    kinds = [flaw.kind for flaw in parse("a: 1\rb: 2\rc: 3\r", "n.yaml").flaws]

    assert kinds == ["line-break-character"]


@pytest.mark.parametrize(
    "text",
    [
        "a: l’adresse\xa0; «\u202fIP\u202f»\n",
        "a: 👨\u200d👩\u200d👧 می\u200cخواهم\n",
        'a: "\\_ \\t \\n \\u00e9 \\U0001F600"\n',
        "a: b\tc # d\te\n",
        "a: x\u00ady\n",
        "--- \na: b\n...\n",
    ],
)
def test_what_french_persian_and_emoji_need_is_no_flaw(text: str) -> None:
    assert parse(text, "n.yaml").flaws == ()
