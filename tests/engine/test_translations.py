"""Is every text there in each language, and which keys need one?"""

from typing import Any

from notice_lint.engine.operators.translations import TRANSLATED
from notice_lint.schema.load import load_schema
from tests.engine.judged import dotted, found_by

_SAME_EVERYWHERE = {"law", "special_law", "certified_as", "approved_by"}
"""Texts that can be the same in every language: titles of laws, names."""


def text_keys(node: Any, key: str = "") -> set[str]:
    """Return the keys whose value the schema declares to be a text."""
    if isinstance(node, list):
        return set().union(*(text_keys(member, key) for member in node))
    if not isinstance(node, dict):
        return set()
    own = {key} if node.get("$ref") == "#/$defs/text" else set()
    for name, below in node.items():
        inner = set()
        if name == "properties":
            inner = set().union(*(text_keys(value, field) for field, value in below.items()))
        else:
            inner = text_keys(below, key)
        own |= inner
    return own


def test_every_text_of_the_format_is_known_to_need_its_translations() -> None:
    schema = load_schema("notice")
    headings = set(schema["properties"]["headings"]["anyOf"][1]["properties"])

    assert text_keys(schema) - headings - _SAME_EVERYWHERE - {""} <= TRANSLATED


def test_a_notice_whose_half_is_missing_is_told_of_each_text() -> None:
    text = (
        "format: 1\nnotice: {id: example, language: en, translations: [fr]}\n"
        "security: We take care.\nchanges: {text: {en: We write., fr: Nous écrivons.}}\n"
    )

    assert dotted(found_by("translation-missing", text)) == ["security"]


def test_a_notice_without_any_translation_is_told_once() -> None:
    text = (
        "format: 1\nnotice: {id: example, language: en, translations: [fr, de]}\n"
        "security: We take care.\nchanges: {text: We write.}\n"
    )

    assert dotted(found_by("translation-missing", text)) == [
        "notice.translations.0",
        "notice.translations.1",
    ]


def test_a_notice_without_any_text_lacks_no_translation() -> None:
    text = "format: 1\nnotice: {id: example, language: en, translations: [fr]}\nrecipients: none\n"

    assert found_by("translation-missing", text) == ()
