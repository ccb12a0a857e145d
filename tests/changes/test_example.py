"""The example's pages on what has changed, and one expected file a form: read them, they are for people."""

import json
import os
import re
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from notice_lint.changes.authored import ChangesFile
from notice_lint.changes.change import Duty
from notice_lint.i18n import catalogue
from notice_lint.reports.changes.formats import report
from notice_lint.reports.changes.result import ChangeResult, RoundTrip
from notice_lint.reports.changes.sections import sections
from notice_lint.reports.changes.short import MOST
from notice_lint.run.changes import Asked, changes
from notice_lint.run.lead import lead_of
from tests.changes.made import CHANGES, NEW, NEWSLETTER, OLD, result
from tests.conftest import ROOT

CLEARNOX = ROOT / "examples/clearnox"
DAY = date(2026, 11, 22)
_EXPECTED = ROOT / "tests/reports/expected"
_FORMS = [
    ("changes-readers.en.txt", "en", "readers", "text"),
    ("changes-readers.fr.md", "fr", "readers", "markdown"),
    ("changes-readers.en.html", "en", "readers", "html"),
    ("changes-short.fr.txt", "fr", "readers", "short"),
    ("changes-email.fr.txt", "fr", "readers", "email"),
    ("changes-counsel.en.md", "en", "counsel", "markdown"),
    ("changes-counsel.fr.txt", "fr", "counsel", "text"),
    ("changes-pr.en.md", "en", "pr", "markdown"),
    ("changes.en.json", "en", "readers", "json"),
]


@cache
def clearnox() -> ChangeResult:
    """Return what has changed in the example since November 2024."""
    before = Path.cwd()
    os.chdir(ROOT)
    try:
        return changes(Asked("examples/clearnox/notice.yaml", DAY, since="2024-11"))
    finally:
        os.chdir(before)


def page(language: str, audience: str = "readers", form: str = "markdown") -> str:
    """Return the example in one form."""
    return report(clearnox(), catalogue(language), audience, form, "examples/clearnox/changes.yaml")


@pytest.mark.parametrize(
    ("name", "language", "form"),
    [
        ("changes-since-2024-11.fr.md", "fr", "markdown"),
        ("changes-since-2024-11.en.md", "en", "markdown"),
        ("changes-since-2024-11.html", "fr", "html"),
    ],
)
def test_a_page_of_the_example_is_what_the_tool_writes(
    name: str,
    language: str,
    form: str,
    rewrite: bool,  # noqa: FBT001 - a fixture
) -> None:
    path, text = CLEARNOX / name, page(language, form=form)
    if rewrite:
        path.write_text(text, encoding="utf-8")

    assert path.read_text(encoding="utf-8") == text


@pytest.mark.parametrize(("name", "language", "audience", "form"), _FORMS)
def test_each_form_is_as_expected(
    name: str,
    language: str,
    audience: str,
    form: str,
    rewrite: bool,  # noqa: FBT001 - a fixture
) -> None:
    trip = RoundTrip(NEWSLETTER.subject, ("purpose.added", "purpose.removed"), (OLD, NEW))
    found = result(*CHANGES, round_trips=(trip,))
    found = found._replace(lead=lead_of(found, ChangesFile(), {}))
    text = report(found, catalogue(language), audience, form, "changes.yaml")
    path = _EXPECTED / name
    if rewrite:
        path.write_text(text, encoding="utf-8")

    assert path.read_text(encoding="utf-8") == text


def test_every_word_of_the_author_finds_its_change() -> None:
    assert [f"{one.kind} {one.entry.code} {one.entry.subject}" for one in clearnox().remarks] == []
    assert sum(change.authored is not None for change in clearnox().changes) >= 15


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (
            "fr",
            (
                "Ces changements s’appliquent à partir du 1er décembre 2026.",
                "changements qui vous concernent",
                "Vous opposer à l’utilisation de vos données, pour",
                "Poser une question ou exercer vos droits",
                "projet d’illustration, non confirmé par l’entreprise",
            ),
        ),
        (
            "en",
            (
                "These changes apply from 1 December 2026.",
                "changes that affect you",
                "Object to the use of your data, for",
                "Ask a question, or use your rights",
                "illustrative draft, not confirmed by the company",
            ),
        ),
    ],
)
def test_the_first_screen_answers_what_from_when_and_what_can_i_do(
    language: str, said: tuple[str, ...]
) -> None:
    first = page(language, form="text").splitlines()[:55]
    text = re.sub(r"\s+", " ", " ".join(first))

    assert [sentence for sentence in said if sentence not in text.replace("\u00a0", " ")] == []


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize(
    ("audience", "form"),
    [("readers", "text"), ("readers", "email"), ("counsel", "text"), ("pr", "markdown")],
)
def test_no_sentence_is_missing_or_left_unfilled(language: str, audience: str, form: str) -> None:
    text = page(language, audience, form).replace("changes.yaml", "")

    assert re.findall(r"\b(?:changes|versions|word|part|said)\.[a-z][a-z_.-]*", text) == []
    assert re.findall(r"\{[a-z_]+\}", text) == []


@pytest.mark.parametrize("form", ["markdown", "html"])
def test_every_link_on_the_page_leads_to_its_place(form: str) -> None:
    text = page("en", form=form)
    links = set(re.findall(r'(?:href="|\]\()#([^")]+)', text))

    assert len(links) > 5
    assert links - set(re.findall(r'id="([^"]+)"', text)) == set()


def test_all_forms_count_the_same() -> None:
    machine = json.loads(page("en", form="json"))
    total = len(machine["changes"])
    readers = page("en", form="text")
    spans = re.findall(r"^(\d+)(?:–(\d+))?\. ", readers, re.MULTILINE)
    numbered = [n for first, last in spans for n in range(int(first), int(last or first) + 1)]
    counsel = page("en", "counsel", "text")
    comment = page("en", "pr")

    assert sum(machine["counts"].values()) == total
    assert sum(len(members) for members in sections(clearnox().changes).values()) == total
    assert [number for number in range(1, total + 1) if number not in numbered] == []
    assert f"{total} changes: " in counsel
    assert f"{total} changes: " in comment
    assert machine["counts"]["review"] == sum(one.duty is Duty.REVIEW for one in clearnox().changes)


def test_the_forms_for_messages_stay_within_their_limits() -> None:
    assert len(page("fr", form="short")) <= MOST
    assert len(page("en", "pr")) <= 65_000
