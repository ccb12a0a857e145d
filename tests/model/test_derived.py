"""What is derived across a notice for rules: who may be a party, where controllers are, what is used."""

import pytest

from notice_lint.model.record import SILENT, UNREADABLE
from tests.model.resolved import notice, only

GROUPS = "data_subjects: {a: {relation: party}, b: {relation: other}, c: {label: C}}\n"


@pytest.mark.parametrize(
    ("people", "may_be"),
    [
        ("[a]", True),
        ("[b]", False),
        ("[a, b]", True),
        ("[c]", True),
        ("[b, c]", True),
        ("[unknown]", True),
        ("[]", True),
    ],
)
def test_people_may_be_parties_unless_each_group_is_said_not_to_be(people: str, *, may_be: bool) -> None:
    text = f"{GROUPS}purposes: {{p: {{text: P, data_subjects: {people}}}}}\n"

    assert only(text, "purposes").value("may_be_parties") is may_be


def test_a_collection_that_does_not_say_whose_data_may_hold_those_of_parties() -> None:
    text = (
        f"{GROUPS}purposes: {{p: {{text: P}}}}\n"
        "collections:\n"
        "  one: {data_subjects: [b], purposes: [p], categories: {x: {}}}\n"
        "  two: {purposes: [p], categories: {x: {}}}\n"
    )

    assert only(text, "purposes").value("may_be_parties") is True


@pytest.mark.parametrize(
    ("regime", "country", "joint", "established"),
    [
        ("eu-gdpr", "FR", "none", True),
        ("eu-gdpr", "US", "none", False),
        ("uk-gdpr", "FR", "none", False),
        ("uk-gdpr", "UK", "none", True),
        ("ch-fadp", "CH", "none", True),
        ("eu-gdpr", "FR", "{j: {country: US}}", False),
        ("eu-gdpr", "FR", "{j: {name: J}}", SILENT),
        ("eu-gdpr", '""', "none", SILENT),
    ],
)
def test_controllers_are_established_where_a_law_applies_if_all_are(
    regime: str, country: str, joint: str, established: object
) -> None:
    text = (
        f"controller: {{country: {country}}}\njoint_controllers: {joint}\n"
        f"representatives: {{r: {{regime: {regime}}}}}\n"
    )

    assert only(text, "representatives").value("controllers_established") is established


@pytest.mark.parametrize(
    "elsewhere",
    [
        "collections: {a: {categories: {usage: {}}}}",
        "purposes: {a: {categories: [usage]}}",
        "recipients: {a: {categories: [usage]}}",
    ],
)
def test_a_category_is_used_where_anything_names_it(elsewhere: str) -> None:
    assert (
        only(f"data_categories: {{usage: {{label: U}}}}\n{elsewhere}\n", "data_categories").value("used")
        is True
    )


def test_whether_a_category_is_used_is_unknown_while_a_collection_cannot_be_read() -> None:
    text = "data_categories: {usage: {label: U}}\ncollections: {a: {categories: 5}}\n"
    (record,) = notice(text, broken=frozenset({("collections", "a", "categories")})).view("data_categories")

    assert record.value("used") is UNREADABLE


@pytest.mark.parametrize(
    ("groups", "silent"),
    [("{a: {label: A}, b: {label: B}}", ("p",)), ("{a: {label: A}}", SILENT), ("{}", SILENT)],
)
def test_purposes_without_people_are_counted_where_several_groups_are_named(
    groups: str, silent: object
) -> None:
    text = (
        f"data_subjects: {groups}\npurposes: {{p: {{text: P}}}}\n"
        "collections: {one: {purposes: [p], categories: {x: {}}}}\n"
    )

    assert notice(text).view("notice")[0].value("purposes_without_people") == silent


def test_a_case_of_a_basis_that_cannot_be_read_leaves_open_whether_it_is_explained() -> None:
    text = "purposes: {p: {legal_basis: [{basis: consent, when: A}, {basis: contract, when: 5}]}}\n"
    (record,) = notice(text, broken=frozenset({("purposes", "p", "legal_basis", 1, "when")})).view("purposes")

    assert record.value("legal_bases_explained") is UNREADABLE


def test_all_channels_of_the_controller_hold_those_for_requests() -> None:
    record = only("controller: {address: A}\nrequests: {email: a@b.example, address: B}\n", "controller")

    assert record.ids("all_channels") == ("address", "email")
