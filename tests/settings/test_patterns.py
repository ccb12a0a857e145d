"""Patterns of paths."""

import pytest

from notice_lint.source.patterns import covers, fixed_part, matches


@pytest.mark.parametrize(
    ("pattern", "path", "expected"),
    [
        ("*.yaml", "a.yaml", True),
        ("*.yaml", "b/a.yaml", False),
        ("**/*.yaml", "a.yaml", True),
        ("**/*.yaml", "b/c/a.yaml", True),
        ("b/**/a.yaml", "b/a.yaml", True),
        ("b/**", "b/c/a.yaml", True),
        ("b/**", "bc/a.yaml", False),
        ("./b/*.yaml", "b/a.yaml", True),
        ("b*/a.yaml", "bc/a.yaml", True),
        ("*/a.yaml", "b/c/a.yaml", False),
        ("[ab].yaml", "b.yaml", True),
        ("b", "b/a.yaml", False),
        ("../a.yaml", "a.yaml", False),
        ("A.yaml", "a.yaml", False),
    ],
)
def test_a_pattern_names_what_it_looks_like(pattern: str, path: str, *, expected: bool) -> None:
    assert matches(path, pattern) is expected


def test_many_stars_are_as_quick_as_few() -> None:
    assert not matches("/".join(["a"] * 60), "/".join([*["**", "a"] * 30, "b"]))


@pytest.mark.parametrize("pattern", ["drafts", "drafts/", "drafts/**", "d*"])
def test_a_folder_that_is_left_out_takes_its_files_with_it(pattern: str) -> None:
    assert covers("drafts/old/a.yaml", pattern)


@pytest.mark.parametrize(
    ("pattern", "fixed"), [("a/b/*.yaml", "a/b"), ("**/a.yaml", ""), ("a/b.yaml", "a"), ("a?/b/*", "")]
)
def test_only_folders_that_a_pattern_can_name_are_looked_into(pattern: str, fixed: str) -> None:
    assert fixed_part(pattern) == fixed
