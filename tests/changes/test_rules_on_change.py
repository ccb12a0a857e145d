"""Rules on change, on whole notices: one edit to a sound notice makes its rule speak, and no edit none."""

from collections.abc import Mapping
from copy import deepcopy
from functools import cache
from json import dumps
from typing import Any, NamedTuple

import pytest

from notice_lint.changes.authored import ChangesFile, changes_file
from notice_lint.changes.differ import differences
from notice_lint.engine.judge import judge
from notice_lint.engine.pack import Pack
from notice_lint.engine.prepare import prepare
from notice_lint.findings import Finding
from notice_lint.model.notice import Notice
from notice_lint.reference.world import World
from notice_lint.run.revised import VIEWS, revised
from notice_lint.source.parse import parse
from tests.engine.judged import DAY, rules
from tests.mutations.sound import SOUND, data

PACK = [(pack, rule) for pack, rule in rules().values() if rule.for_each in VIEWS]
NEXT = {"version": "2027-02", "published": "2026-12-01", "effective": "2027-02-01"}
SHOP, SOFTWARE = "web-shop.fr", "software.us"


class Edit(NamedTuple):
    """One edit to a sound notice: the rule that speaks, where, what the notice then says, and the author."""

    rule: str
    at: str
    says: tuple[tuple[str, Any], ...]
    changes: Mapping[str, Any] = {}
    """The author's words, by code."""
    announced: Mapping[str, Any] = {}
    notice: str = SHOP
    head: Mapping[str, Any] = NEXT


def _said(french: str, english: str) -> dict[str, str]:
    return {"fr": french, "en": english}


_LONGER = (("retention.accounting.period", "P15Y"),)
_ADS = {"name": "Adfox SAS", "role": "controller", "country": "FR", "purposes": ["advertising"]}
_SURVEY = {"text": _said("Étudier vos habitudes", "To study your habits"), "legal_basis": "consent"}
_WHY = _said("La loi comptable a changé.", "The accounting act has changed.")
_TOLD = {"date": "2026-12-01", "channel": "email", "audience": "clients", "with_marketing": False}
_ACT = {"reason": {"fr": "L’article 289 du CGI demande 15 ans.", "en": "Article 289 CGI asks for 15 years."}}

EDITS = [
    Edit("version-not-bumped", "notice.version", _LONGER, head={}),
    Edit("effective-date-not-bumped", "notice.effective", _LONGER, head={"version": "2027-02"}),
    Edit("version-goes-back", "notice.version", _LONGER, head={**NEXT, "version": "2026-09"}),
    Edit("version-without-change", "notice.version", (), head=NEXT),
    Edit("effective-date-retroactive", "notice.effective", _LONGER, head={**NEXT, "effective": "2026-11-01"}),
    Edit("notification-lead-time", "notice.effective", _LONGER, head={**NEXT, "effective": "2026-12-05"}),
    Edit("notification-missing", "notice", _LONGER),
    Edit("notification-bundled", "notice", _LONGER, announced={**_TOLD, "with_marketing": True}),
    Edit("retention-extended", "retention.accounting", _LONGER),
    Edit("impact-missing", "retention.accounting", _LONGER),
    Edit("change-summary-missing", "purposes.survey", (("purposes.survey", _SURVEY),)),
    Edit("purpose-change-compatibility", "purposes.survey", (("purposes.survey", _SURVEY),)),
    Edit(
        "change-summary-vague",
        "retention.accounting",
        _LONGER,
        {"retention.lengthened": {"reason": _said("Raisons diverses.", "For legal reasons.")}},
    ),
    Edit(
        "change-notice-language-gap",
        "retention.accounting",
        _LONGER,
        {"retention.lengthened": {"reason": {"fr": _WHY["fr"]}}},
    ),
    Edit(
        "change-misclassified",
        "retention.accounting",
        _LONGER,
        {
            "retention.lengthened": {
                "acknowledged": {"by": "A. Roux", "when": "2026-11-20", "duty": "editorial"}
            }
        },
    ),
    Edit("recipient-added", "recipients.adfox", (("recipients.adfox", _ADS),)),
    Edit("consent-renewal-needed", "recipients.adfox", (("recipients.adfox", _ADS),)),
    Edit(
        "third-country-added",
        "recipients.carrier",
        (
            ("recipients.carrier.country", "IN"),
            ("recipients.carrier.transfer", {"basis": "standard-contractual-clauses", "module": 2}),
        ),
    ),
    Edit(
        "safeguard-weakened",
        "recipients.mailer",
        (("recipients.mailer.transfer", {"basis": "derogation-explicit-consent"}),),
    ),
    Edit(
        "special-category-added",
        "data_categories.messages",
        (("data_categories.messages.special", "health"),),
    ),
    Edit("removal-unexplained", "recipients.adlume", (("recipients.adlume", None),)),
    Edit("right-channel-changed", "requests", (("requests.email", "droits@lumeral.example"),)),
    Edit(
        "legal-basis-swapped",
        "purposes.newsletter",
        (("purposes.newsletter.legal_basis", "legitimate-interests"),),
    ),
    Edit(
        "id-reused",
        "purposes.advertising",
        (
            (
                "purposes.advertising",
                {
                    "text": _said("Lutte contre toute fraude bancaire", "Fraud detection by a program"),
                    "legal_basis": "contract",
                },
            ),
        ),
    ),
    Edit(
        "adm-added",
        "automated_decisions.scoring",
        (
            (
                "automated_decisions",
                {"scoring": {"text": _said("Un programme refuse seul.", "A program refuses alone.")}},
            ),
        ),
    ),
]


def _put(there: dict[str, Any], path: str, value: Any) -> None:
    *above, last = path.split(".")
    for step in above:
        there = there[step]
    if value is None:
        del there[last]
    else:
        there[last] = value


@cache
def _resolved(text: str) -> Notice:
    document = parse(text, "notice.yaml")
    assert not document.flaws
    return prepare(document, World(DAY), {}).notice


def _text(said: dict[str, Any]) -> str:
    return dumps(said, ensure_ascii=False)


def _judged(pack: Pack, name: str, old: str, new: str, file: ChangesFile) -> tuple[Finding, ...]:
    """Return what a rule finds between two texts."""
    handed = revised(_resolved(old), _resolved(new), file, DAY, {})
    context = prepare(parse(new, "notice.yaml"), World(DAY), pack.lists, handed)
    return judge(rules()[name][1], context).findings


def _authored(edit: Edit, old: str, new: str) -> ChangesFile:
    """Return the author's file: words by code become words by fingerprint."""
    said = {
        change.fingerprint: edit.changes[change.code]
        for change in differences(_resolved(old), _resolved(new))
        if change.code in edit.changes
    }
    assert len(said) >= len(edit.changes)
    announced = {edit.head["version"]: edit.announced} if edit.announced else {}
    written = _text({"format": 1, "changes": said, "announcements": announced})
    return changes_file(parse(written, "changes.yaml"), "fr")


def _sides(edit: Edit) -> tuple[str, str]:
    old = deepcopy(data(edit.notice))
    new = deepcopy(old)
    new["notice"].update(edit.head)
    for path, value in edit.says:
        _put(new, path, value)
    return _text(old), _text(new)


def test_every_rule_on_change_has_an_edit() -> None:
    assert sorted(edit.rule for edit in EDITS) == sorted(rule.name for _, rule in PACK)


@pytest.mark.parametrize("edit", EDITS, ids=lambda edit: edit.rule)
def test_one_edit_of_a_whole_notice_makes_its_rule_speak(edit: Edit) -> None:
    old, new = _sides(edit)
    found = _judged(rules()[edit.rule][0], edit.rule, old, new, _authored(edit, old, new))
    routes = [".".join(map(str, one.route)) for one in found]

    assert routes
    assert [route for route in routes if not f"{route}.".startswith(f"{edit.at}.")] == []


@pytest.mark.parametrize("notice", SOUND)
def test_no_rule_on_change_speaks_of_a_notice_that_has_not_changed(notice: str) -> None:
    text = _text(data(notice))
    spoke = [rule.name for pack, rule in PACK if _judged(pack, rule.name, text, text, ChangesFile())]

    assert spoke == []


def test_what_is_told_in_full_is_not_asked_for_again() -> None:
    words = {"retention.lengthened": {**_ACT, "impact": _said("Vos factures restent.", "Invoices stay.")}}
    edit = Edit("", "", _LONGER, words, _TOLD)
    old, new = _sides(edit)
    file = _authored(edit, old, new)
    spoke = [rule.name for pack, rule in PACK if _judged(pack, rule.name, old, new, file)]

    assert spoke == []
