"""Where each view is anchored, where its values stand, and that it holds what it declares."""

import pytest

from notice_lint.model.notice import HANDED
from notice_lint.model.record import Record
from notice_lint.model.views import VIEWS
from notice_lint.source.document import Route
from notice_lint.source.parse import parse
from tests.engine.judged import ROOT
from tests.model.resolved import notice

WHOLE = (
    (ROOT / "tests/schema/whole.yaml")
    .read_text(encoding="utf-8")
    .partition("\nnotice:\n")[2]
    .partition("\n\n")[2]
)


def dotted(route: Route | None) -> str:
    """Return a route as rule files write it."""
    return "nowhere" if route is None else ".".join(map(str, route))


def first(text: str, view: str) -> Record:
    """Return the first record of a view."""
    return notice(text).view(view)[0]


@pytest.mark.parametrize(
    ("view", "text", "anchor"),
    [
        ("document", "", ""),
        ("notice", "", "notice"),
        ("controller", "controller: {name: A}", "controller"),
        ("controller", "", "notice"),
        ("joint_controllers", "joint_controllers: {a: {name: A}}", "joint_controllers.a"),
        ("representatives", "representatives: {a: {name: A}}", "representatives.a"),
        ("dpo", "dpo: {name: A}", "dpo"),
        ("data_categories", "data_categories: {a: {label: A}}", "data_categories.a"),
        ("data_subjects", "data_subjects: {a: {label: A}}", "data_subjects.a"),
        ("sources", "collections: {a: {source: observed}}", "collections.a.source"),
        ("sources", "collections: {a: {source: {kind: public}}}", "collections.a.source.kind"),
        ("sources", "collections: {a: {source: {who: A}}}", "collections.a.source"),
        ("provisions", "collections: {a: {provision: {kind: voluntary}}}", "collections.a.provision.kind"),
        ("collections", "collections: {a: {label: A}}", "collections.a"),
        ("collected_categories", "collections: {a: {categories: {b: }}}", "collections.a.categories.b"),
        ("purposes", "purposes: {a: {text: A}}", "purposes.a"),
        ("retention_rules", "retention: {a: {period: P1Y}}", "retention.a"),
        ("recipients", "recipients: {a: {country: FR}}", "recipients.a.country"),
        ("recipients", "recipients: {a: {name: A}}", "recipients.a"),
        ("transfers", "recipients: {a: {country: US, transfer: {basis: consent}}}", "recipients.a.country"),
        (
            "transfers",
            "recipients: {a: {processing_countries: [FR, US]}}",
            "recipients.a.processing_countries.1",
        ),
        ("texts", "security: {fr: A}", "security.fr"),
        ("rights", "rights: {access: A}", "rights"),
        ("rights", "", "notice"),
        ("requests", "", "notice"),
        ("complaints", "complaints: {url: a}", "complaints"),
        ("automated_decisions", "automated_decisions: {a: {text: A}}", "automated_decisions.a"),
        ("profiling", "profiling: {a: {text: A}}", "profiling.a"),
        ("children", "children: {minimum_age: 13}", "children"),
        ("cookies", "cookies: {items: {a: {name: _a}}}", "cookies.items.a"),
        ("cookie_consent", "cookies: {consent: {how: A}}", "cookies"),
        ("statements", "statements: {a: {text: A}}", "statements.a"),
        ("changes", "changes: {text: A}", "changes"),
        ("references", "recipients: {a: {purposes: [b]}}", "recipients.a.purposes.0"),
    ],
)
def test_what_is_missing_is_shown_at_the_anchor(view: str, text: str, anchor: str) -> None:
    assert dotted(first(text, view).anchor) == anchor


@pytest.mark.parametrize(
    ("view", "field", "text", "place"),
    [
        ("notice", "effective", "", "nowhere"),
        ("notice", "recipients", "recipients: none", "recipients"),
        ("notice", "recipients", "", "nowhere"),
        ("notice", "security", "security: A", "security"),
        ("notice", "controller_country", "controller: {country: FR}", "controller.country"),
        ("notice", "eu_representatives", "", "nowhere"),
        (
            "notice",
            "representative_countries",
            "representatives: {a: {country: FR}}",
            "representatives.a.country",
        ),
        ("controller", "email", "controller: {email: a}", "controller.email"),
        ("controller", "group", "controller: {group: {name: A}}", "controller.group.name"),
        ("collections", "source", "collections: {a: {source: observed}}", "collections.a.source"),
        ("collections", "source", "collections: {a: {source: {kind: public}}}", "collections.a.source.kind"),
        (
            "collected_categories",
            "source",
            "collections: {a: {source: public, categories: {b: }}}",
            "collections.a.source",
        ),
        (
            "collected_categories",
            "purposes",
            "collections: {a: {purposes: [c], categories: {b: {purposes: [d]}}}}",
            "collections.a.categories.b.purposes",
        ),
        (
            "collected_categories",
            "purposes",
            "collections: {a: {categories: {b: {purposes: []}}}}",
            "nowhere",
        ),
        (
            "collected_categories",
            "retention_rules",
            "collections: {a: {retention: {c: d}, categories: {b: }}}",
            "collections.a.retention",
        ),
        ("purposes", "text", "purposes: {a: {legal_basis: consent}}", "nowhere"),
        ("purposes", "legal_bases", "purposes: {a: {legal_basis: [consent]}}", "purposes.a.legal_basis"),
        ("purposes", "interest", "purposes: {a: {interest: {text: A}}}", "purposes.a.interest.text"),
        ("purposes", "interest", "purposes: {a: {interest: same-as-purpose}}", "purposes.a.interest"),
        ("retention_rules", "period", "retention: {a: {period: P1Y}}", "retention.a.period"),
        (
            "recipients",
            "transfer_bases",
            "recipients: {a: {transfer: {basis: adequacy}}}",
            "recipients.a.transfer",
        ),
        ("recipients", "transfer_bases", "recipients: {a: {name: A}}", "nowhere"),
        (
            "transfers",
            "basis",
            "recipients: {a: {country: US, transfer: [{basis: adequacy}]}}",
            "recipients.a.transfer.0.basis",
        ),
        (
            "transfers",
            "country",
            "recipients: {a: {processing_countries: [US]}}",
            "recipients.a.processing_countries.0",
        ),
        ("rights", "access", "rights: {text: A, grants: [access]}", "rights.text"),
        ("rights", "access", "rights: {access: A}", "rights.access"),
        ("cookies", "duration", "cookies: {items: {a: {duration: P1Y}}}", "cookies.items.a.duration"),
        ("statements", "claims", "statements: {a: {claims: [no-sale]}}", "statements.a.claims"),
    ],
)
def test_a_value_is_shown_where_it_stands(view: str, field: str, text: str, place: str) -> None:
    assert dotted(first(text, view).place(field)) == place


@pytest.mark.parametrize("view", [view for view in VIEWS if view not in HANDED])
def test_a_view_holds_what_it_declares_and_nothing_more(view: str) -> None:
    records = notice(WHOLE).view(view)
    held = {field for record in records for field in record.values if not field.startswith("only.")}

    assert records
    assert held == set(VIEWS[view].fields)


@pytest.mark.parametrize("view", VIEWS)
def test_every_place_leads_to_something_in_the_file(view: str) -> None:
    resolved = notice(WHOLE)
    places = [place for record in resolved.view(view) for place in record.places.values()]

    assert all(resolved.document.exists(place) for place in places)


@pytest.mark.parametrize(
    ("reference", "exists", "suggestion"),
    [
        ("webinars", True, ""),
        ("webinar", False, "webinars"),
        ("webinaars", False, "webinars"),
        ("billing", False, ""),
    ],
)
def test_a_reference_is_held_against_what_is_declared(
    reference: str, *, exists: bool, suggestion: str
) -> None:
    record = first(
        f"purposes: {{webinars: {{text: A}}}}\nrecipients: {{a: {{purposes: [{reference}]}}}}", "references"
    )

    assert (record.value("exists"), record.text("suggestion")) == (exists, suggestion)


def test_ids_that_cannot_be_read_are_still_declared() -> None:
    text = "purposes: {webinars: 5}\nrecipients: {a: {purposes: [webinars]}}"
    (record,) = notice(text, broken=frozenset({("purposes", "webinars")})).view("references")

    assert record.value("exists") is True


def test_the_whole_test_notice_has_no_flaw() -> None:
    assert not parse(WHOLE, "whole.yaml").flaws
