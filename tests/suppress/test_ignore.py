"""How an ignore is written, and what is taken for one."""

import time

import pytest

from notice_lint.findings import Ignored
from notice_lint.source.parse import parse
from notice_lint.suppress.ignore import MALFORMED, Ignore, ignores


def written(comment: str) -> list[Ignore]:
    """Return the ignores of a comment behind a value."""
    return list(ignores(parse(f"a: b  {comment}\n", "n.yaml")))


@pytest.mark.parametrize(
    ("comment", "rules", "excuse"),
    [
        ("# notice-lint: ignore[a] -- R", ("a",), Ignored("inline", "R")),
        ("# notice-lint: ignore[a, TR01] -- R", ("a", "TR01"), Ignored("inline", "R")),
        (
            "# notice-lint: ignore[a] until 2027-03-01 -- R",
            ("a",),
            Ignored("inline", "R", None, "2027-03-01"),
        ),
        ("# notice-lint: ignore[a] by J. Doe -- R", ("a",), Ignored("inline", "R", "J. Doe")),
        (
            "# notice-lint: ignore[a] until 2027 by J. Doe -- R",
            ("a",),
            Ignored("inline", "R", "J. Doe", "2027"),
        ),
        (
            "# notice-lint: ignore[a] by J. Doe until 2027-03 -- R",
            ("a",),
            Ignored("inline", "R", "J. Doe", "2027-03"),
        ),
        (
            "# notice-lint: ignore[a] until: 2027, by: J. Doe -- R",
            ("a",),
            Ignored("inline", "R", "J. Doe", "2027"),
        ),
        ("# notice-lint: ignore[a] — R -- and more", ("a",), Ignored("inline", "R -- and more")),
        ("#notice-lint:ignore[ a ]--R", ("a",), Ignored("inline", "R")),
        ("# notice-lint: ignore[a]", ("a",), Ignored("inline", "")),
        ("# Zoom # notice-lint: ignore[a] -- R", ("a",), Ignored("inline", "R")),
        ("# notice-lint: ignore[a] -- see issue #12", ("a",), Ignored("inline", "see issue #12")),
    ],
)
def test_an_ignore_is_read_as_it_is_written(comment: str, rules: tuple[str, ...], excuse: Ignored) -> None:
    (ignore,) = written(comment)

    assert (ignore.rules, ignore.excuse, ignore.malformed) == (rules, excuse, "")


@pytest.mark.parametrize(
    ("comment", "kind"),
    [
        ("# notice-lint: ignore a -- R", "form"),
        ("# notice-lint ignore[a] -- R", "form"),
        ("# notice-lint ignore a", "form"),
        ("# Notice-Lint: Ignore[a] -- R", "form"),
        ("# notice-lint: ignore[a -- R", "form"),
        ("# notice lint: ignore[a] -- R", "form"),
        ("# notice-lint: ingore[a] -- R", "word"),
        ("# notice-lint ingore[a]", "word"),
        ("# notice-lint: disable=a", "word"),
        ("# notice-lint: ignore[ , ] -- R", "empty"),
        ("# notice-lint: ignore[a] R", "rest"),
        ("# notice-lint: ignore[a] until -- R", "rest"),
        ("# notice-lint: ignore[a] by -- R", "rest"),
        ("# notice-lint: ignore[a] until tomorrow -- R", "until"),
        ("# notice-lint: ignore[a] until 2027-02-30 -- R", "until"),
        ("# notice-lint: ignore[a] until 1/3/2027 -- R", "until"),
    ],
)
def test_what_was_meant_as_an_ignore_and_is_none_is_told_with_what_is_wrong(comment: str, kind: str) -> None:
    assert [ignore.malformed for ignore in written(comment)] == [kind]
    assert kind in MALFORMED


@pytest.mark.parametrize(
    "comment",
    [
        "# notice-lint ignores recipients in the EEA",
        "# checked with notice-lint: all well",
        "# notice-lint",
        "# notice-lint:",
        "# yaml-language-server: $schema=notice-lint.json",
        "# ignore[a] -- R",
        "# see https://example.org/#notice-lint:ignore[a]",
        "# notice-linting: ignore[a]",
    ],
)
def test_prose_about_the_tool_is_no_ignore(comment: str) -> None:
    assert written(comment) == []


@pytest.mark.parametrize(
    "text",
    [
        'a: "b # notice-lint: ignore[a] -- R"\n',
        "a: |\n  b\n  # notice-lint: ignore[a] -- R\n",
        "a: >-\n  # notice-lint: ignore[a] -- R\n  b\n",
        "a: 'b\n  # notice-lint: ignore[a] -- R'\n",
        "a: b#notice-lint: ignore[a]\n",
    ],
)
def test_nothing_inside_a_text_is_an_ignore(text: str) -> None:
    assert ignores(parse(text, "n.yaml")) == ()


def test_several_ignores_can_stand_in_one_comment() -> None:
    found = written("# notice-lint: ignore[a] -- R # notice-lint: ignore[b] until 2027 -- S")

    assert [(one.rules, one.excuse.reason, one.span.column) for one in found] == [
        (("a",), "R", 7),
        (("b",), "S", 37),
    ]


@pytest.mark.parametrize(
    ("text", "line", "route"),
    [
        ("a: b  # notice-lint: ignore[x] -- R\n", 1, ("a",)),
        ("# notice-lint: ignore[x] -- R\na: b\n", 2, ("a",)),
        ("# notice-lint: ignore[x] -- R\n\n# more\n\na: b\n", 5, ("a",)),
        ("a:\n  # notice-lint: ignore[x] -- R\n  b: c\n", 3, ("a", "b")),
        ("a: [\n  b,  # notice-lint: ignore[x] -- R\n  c]\n", 2, ("a", 0)),
        ("a: >-  # notice-lint: ignore[x] -- R\n  b\n", 1, ("a",)),
        ("a: b\n# notice-lint: ignore[x] -- R\n", 0, ()),
    ],
)
def test_an_ignore_speaks_of_its_line_or_of_the_next_one(
    text: str, line: int, route: tuple[str | int, ...]
) -> None:
    (ignore,) = ignores(parse(text, "n.yaml"))

    assert (ignore.line, ignore.route) == (line, route)


@pytest.mark.parametrize(
    "comment",
    [
        "# notice-lint: ignore[a] until" + " " * 200_000,
        "# notice-lint: ignore[" + "a," * 100_000,
        "# notice-lint: ignore[a] " + "by until " * 30_000,
        "#" * 200_000 + " notice-lint: ignore[a]",
        "# notice-lint: ignore[a] " + "- " * 100_000,
        "# notice-lint:" * 20_000,
    ],
)
def test_no_comment_makes_reading_slow(comment: str) -> None:
    document = parse(f"a: b  {comment}\n", "n.yaml")
    start = time.perf_counter()
    ignores(document)

    assert time.perf_counter() - start < 2
