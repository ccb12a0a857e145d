"""Two hostile notices compared: no form lets what they say become structure, a command or a second line."""

import json
from datetime import date
from pathlib import Path

import pytest
from lxml import html as parsed

from notice_lint.changes.change import Authored, Change, Redline
from notice_lint.i18n import Term, catalogue
from notice_lint.reports.changes.formats import FORMATS, report
from notice_lint.reports.changes.result import ChangeResult
from notice_lint.run.changes import Asked, changes
from tests.changes.made import ACKNOWLEDGED, BILLING, result, texts
from tests.changes.shop import shop
from tests.hostile import BREAKERS, commands, naughty_strings

_FORMS = [(audience, form) for audience, forms in FORMATS.items() for form in forms]


def compared(where: Path, text: str) -> ChangeResult:
    """Return what changes when a shop's notice says `text` in names, texts and labels."""
    said = json.dumps(text)  # a JSON string is a YAML one
    edits = (
        ("name: Hébergeur SARL", f"name: {said}"),
        ("title: Privacy notice", f"title: {said}"),
        ("{label: Orders}", f"{{label: {said}}}"),
        ("{text: To organise events", f"{{text: {said}"),
        ("access: You can ask which data we have.", f"access: {said}"),
        ("name: Boutique SAS", f"name: {said}"),
    )
    (where / "old.yaml").write_text(shop("1", "2025-01-01"), encoding="utf-8")
    (where / "new.yaml").write_text(shop("2", "2026-01-01", "", *edits), encoding="utf-8")
    asked = Asked(str(where / "new.yaml"), date(2026, 11, 22), earlier=str(where / "old.yaml"))
    return changes(asked)


@pytest.mark.parametrize("hostile", BREAKERS, ids=range(len(BREAKERS)))
def test_edge_53_no_form_takes_what_a_notice_says_for_its_own(tmp_path: Path, hostile: str) -> None:
    visible = "".join(sign for sign in hostile if sign.isprintable())  # the reader refuses the others
    found = compared(tmp_path, visible or "x")
    calm = compared(tmp_path, "calm")
    assert len(found.changes) == len(calm.changes)

    for audience, form in _FORMS:
        written = report(found, catalogue("en"), audience, form, "changes.yaml")
        usual = report(calm, catalogue("en"), audience, form, "changes.yaml")

        assert commands(written) == []
        if form == "html":
            assert _shape(written) == _shape(usual)


def _shape(page: str) -> list[str]:
    """Return the elements of a page that a browser would act on, and how many headings and cards it has."""
    tree = parsed.document_fromstring(page)
    live = [one.tag for one in tree.iter() if one.tag in ("script", "iframe", "img", "form", "object")]
    return [*live, *(f"{tag} {len(tree.findall(f'.//{tag}'))}" for tag in ("h1", "h2", "h3", "details"))]


@pytest.mark.parametrize(("audience", "form"), _FORMS)
def test_no_naughty_string_is_taken_for_structure(audience: str, form: str) -> None:
    strings = naughty_strings() or list(BREAKERS)
    naughty, calm = (
        [_saying(string if hostile else "calm", number) for number, string in enumerate(strings)]
        for hostile in (True, False)
    )
    written = report(result(*naughty), catalogue("fr"), audience, form, "changes.yaml")
    usual = report(result(*calm), catalogue("fr"), audience, form, "changes.yaml")

    assert commands(written) == []
    if form == "html":
        assert _shape(written) == _shape(usual)
    if form == "json":
        assert len(json.loads(written)["changes"]) == len(strings)


def _saying(text: str, number: int) -> Change:
    """Return a change in which everything that comes from a notice is one text."""
    said = texts(text, "")
    subject = BILLING.subject._replace(label=said, id=f"id-{number}")
    line = Redline("fr", (("same", f"{text} "), ("removed", text), ("added", f"{text}.")), ("number",))
    words = Authored(
        said, "legal", (said,), impact=said, consent_renewal=said, acknowledged=ACKNOWLEDGED._replace(by=text)
    )
    change = BILLING._replace(subject=subject, redlines=(line,), authored=words, before=text)
    return change._replace(shown_before=said, shown_after=Term("list", (said, text)))
