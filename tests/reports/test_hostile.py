"""Hostile text in a notice: no report lets it give a command, move the cursor or hide."""

import json
import os
import re
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notice_lint.engine.shipped import shipped_packs
from notice_lint.i18n import catalogue
from notice_lint.pages.terminal import Style
from notice_lint.reports.formats import FORMATS, report_in
from notice_lint.reports.look import Look
from notice_lint.run.check import Options, Source, check
from notice_lint.source.parse import parse
from tests.hostile import BREAKERS, commands, naughty_strings

_OWN_COLOURS = re.compile(r"\x1b\[(0|1|2|1;31|1;33|1;36)m")
_HIDDEN = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]")


def notice(text: str) -> str:
    """Return a notice that says `text` wherever it can, and that many rules find fault with."""
    said = json.dumps(text)
    data: dict[str, Any] = {
        "format": 1,
        "notice": {"id": "a", "language": "en", "title": text, "version": text},
        "controller": {"name": text, "kind": "public-authority"},
        "data_categories": {"a": {"label": text, "special": "health"}},
        "collections": {
            "a": {
                "label": text,
                "source": {"kind": "third-party"},
                "purposes": ["a", text],
                "categories": {"a": {"items": [text]}},
            },
            "b": {"label": text, "source": "data-subject", "categories": {"a": {"retention": ["a", "b"]}}},
        },
        "purposes": {"a": {"text": text, "legal_basis": "legitimate-interests"}, "b": {"text": text}},
        "retention": {
            "a": {"period": "P1Y", "text": text},
            "b": {"period": "P2Y", "text": f"as long as necessary {text}"},
        },
        "recipients": {"a": {"name": text, "country": "US"}, "b": {"category": text, "country": text}},
        "statements": {"a": {"text": f"[TODO] {text}", "claims": ["no-transfers-outside-eea"]}},
    }
    return json.dumps(data | {text: said}, ensure_ascii=False)


def reports(text: str, path: str = "n.yaml") -> dict[str, str]:
    """Return every report on a notice, in both languages, with colours."""
    result = check([Source(path, lambda: parse(text, path))], Options(shipped_packs(), date(2026, 11, 22)))
    assert result.could_not_run == ()
    look = Look(Style(colour=True))
    return {
        f"{form} {tag}": report_in(form)(result, catalogue(tag), look)
        for form in FORMATS
        for tag in ("en", "fr")
    }


def problems(printed: str) -> list[str]:
    """Return what is wrong with a printed report: commands, and characters that nobody sees."""
    return commands(printed) + _HIDDEN.findall(_OWN_COLOURS.sub("", printed))


@pytest.mark.parametrize("text", BREAKERS)
def test_no_report_obeys_a_notice(text: str) -> None:
    for printed in reports(notice(text)).values():
        assert problems(printed) == []


def test_no_report_obeys_a_naughty_string() -> None:
    strings = naughty_strings()
    if not strings and not os.environ.get("CI"):
        pytest.skip("the corpus of naughty strings is not beside the repository")
    assert len(strings) > 400

    for text in strings:
        for name, printed in reports(notice(text)).items():
            assert problems(printed) == [], (text, name)


@given(st.text(alphabet=st.sampled_from("::##[]%\r\n\t \u2028\x1berrowanigdbu"), max_size=40))
def test_no_report_obeys_a_generated_text(text: str) -> None:
    for printed in reports(notice(f"::error::{text}")).values():
        assert problems(printed) == []


@pytest.mark.parametrize(
    "path", ["::error::x.yaml", "##[error]x.yaml", "a\n::warning::b.yaml", "a\x1b[2J.yaml"]
)
def test_no_report_obeys_a_file_name(path: str) -> None:
    for form, printed in reports(notice("plain"), path).items():
        assert problems(printed) == [], form


@pytest.mark.parametrize("text", ["50% {recipient} {0.__class__}", "{country}", "{}", "}{"])
def test_a_brace_in_a_notice_is_text(text: str) -> None:
    assert text in reports(notice(text))["short en"]
