"""Comments and their places; a number sign inside a scalar is none."""

import pytest

from notice_lint.source.document import Comment
from notice_lint.source.parse import parse

NONE = [
    "a: b#c\n",
    "a: 'x # y'\n",
    'a: "x # y\n  # z"\n',
    "a: |\n  x # y\n  # z\n",
    "a: >\n  # y\n\n  # z\n",
    "a: un\n  deux#trois\n",
    "'# a': x\n",
    "a: http://x.example/#part\n",
    "a: &x 'y # z'\n",
]
FOUND = [
    ("# one\na: b\n", [(1, 1, "# one", True)]),
    ("a: b # one\r\n  # two\r\n", [(1, 6, "# one", False), (2, 3, "# two", True)]),
    ("a: | # one\n  x # no\n# two\n", [(1, 6, "# one", False), (3, 1, "# two", True)]),
    ("a: &x | # one\n  x # no\n", [(1, 9, "# one", False)]),
    ("a: &x # one\n  b: c\n", [(1, 7, "# one", False)]),
    ("a: un\n  deux # one\n", [(2, 8, "# one", False)]),
    ("a: [b, # one\n  c] # two\n", [(1, 8, "# one", False), (2, 6, "# two", False)]),
    ("a: # one\n  b: 'é😀' # two", [(1, 4, "# one", False), (2, 11, "# two", False)]),
    ("a: # one\n- b\n", [(1, 4, "# one", False)]),
    ("a: 'x' #", [(1, 8, "#", False)]),
    ("\ufeff# one\n", [(1, 1, "# one", True)]),
    ("a: *b # one\n", [(1, 7, "# one", False)]),
    ("a: b # one\na: c # two\n", [(1, 6, "# one", False), (2, 6, "# two", False)]),
    ("a: b # one\n--- # two\nc: d # three\n", [(1, 6, "# one", False)]),
]


@pytest.mark.parametrize("text", NONE)
def test_a_number_sign_in_a_scalar_is_no_comment(text: str) -> None:
    assert parse(text, "n.yaml").comments == ()


@pytest.mark.parametrize(("text", "comments"), FOUND)
def test_comments_are_found_where_they_stand(text: str, comments: list[tuple[int, int, str, bool]]) -> None:
    assert parse(text, "n.yaml").comments == tuple(Comment(*comment) for comment in comments)


def test_comments_before_the_place_where_reading_stopped_are_found() -> None:
    document = parse("# one\na: b # two\nc: 'd # three\n", "n.yaml")

    assert document.data is None
    assert [comment.text for comment in document.comments] == ["# one", "# two"]
