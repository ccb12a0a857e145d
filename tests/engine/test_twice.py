"""What stands twice, what nobody refers to, and which earlier versions can be read."""

import pytest

from tests.engine.judged import dotted, found_by, small

SAME = "We use these data to answer you."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"retention: {{a: {{text: {SAME}}}, b: {{text: {SAME}}}}}", ["retention.b.text"]),
        (f"retention: {{a: {{text: {SAME}}}, b: {{text: {{en: {SAME}}}}}}}", ["retention.b.text.en"]),
        (f"retention: {{a: {{text: &s {SAME}}}, b: {{text: *s}}}}", []),
        (f"retention: {{a: {{text: &s {{en: {SAME}}}}}, b: {{text: *s}}}}", []),
        (f"purposes: {{a: {{text: {SAME}}}, b: {{text: {SAME}}}}}\nretention: {{a: {{text: {SAME}}}}}", []),
        (f"retention: {{a: {{text: {SAME}, covers: {SAME}}}}}", []),
        ("retention: {a: {text: One full year}, b: {text: One full year}}", []),
    ],
)
def test_the_later_of_two_equal_texts_is_found(text: str, expected: list[str]) -> None:
    assert dotted(found_by("text-duplicated", small(text))) == expected


def test_an_entry_that_nothing_names_is_shown_at_its_key() -> None:
    (finding,) = found_by("entry-unused", small("data_subjects:\n  visitors: {label: Visitors}"))

    assert (finding.span.line, finding.span.column, finding.span.end_column) == (4, 3, 11)


def test_nothing_is_called_unused_while_what_may_name_it_cannot_be_read() -> None:
    text = "data_subjects: {visitors: {label: V}}\ncollections: {site: {data_subjects: {visitors: 1}}}"

    assert found_by("entry-unused", small(text)) == ()


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("modified: 2024-11", ["notice.modified"]),
        ("modified: 2024-11, previous_versions: [{version: a, url: b}]", []),
        ("modified: 2024-11, previous_versions: [{url: b}, {version: a}]", ["notice.previous_versions.1"]),
        ("published: 2024-11, modified: 2024-11", []),
        ("published: 2024-10, modified: 2024-11", ["notice.modified"]),
        ("published: 2024-10", []),
    ],
)
def test_an_earlier_version_can_be_read(head: str, expected: list[str]) -> None:
    text = f"format: 1\nnotice: {{id: example, language: en, {head}}}\n"

    assert dotted(found_by("previous-version-unavailable", text)) == expected
