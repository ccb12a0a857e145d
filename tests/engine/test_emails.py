"""E-mail addresses that look mistyped, and those that do not."""

import pytest

from tests.engine.judged import found_by, small


def meant(rule: str, text: str) -> list[object]:
    """Return what a rule takes the addresses of a notice for."""
    return [finding.args["meant"] for finding in found_by(rule, small(text))]


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("a@gmial.com", "a@gmail.com"),
        ("a@hotnail.fr", "a@hotmail.fr"),
        ("a@outlok.con", "a@outlook.com"),
        ("privacy@clearnox.con", "privacy@clearnox.com"),
        ("privacy@mail.clearnox.ogr", "privacy@mail.clearnox.org"),
    ],
)
def test_a_slip_in_a_domain_is_put_right(address: str, expected: str) -> None:
    assert meant("email-mistyped", f"requests: {{email: {address}}}") == [expected]


@pytest.mark.parametrize(
    "address",
    [
        "a@gmail.com",
        "a@email.com",
        "a@mail.com",
        "a@ymail.com",
        "a@clearnox.co",
        "a@clearnox.cm",
        "a@clearnox.example",
        "a@gmial",
        "@gmial.com",
        "a at gmial.com",
    ],
)
def test_a_domain_that_may_be_right_is_left_alone(address: str) -> None:
    assert meant("email-mistyped", f'requests: {{how: "Write to {address}!"}}') == []


def test_the_rarer_of_two_domains_is_the_mistyped_one() -> None:
    controller = "controller: {email: a@wolterskluwer.com, url: https://wolterskluwer.com}"
    text = f"{controller}\nrequests: {{email: b@woltersklower.com}}"

    assert meant("email-mistyped", text) == ["b@wolterskluwer.com"]


def test_two_domains_that_stand_once_each_are_left_alone() -> None:
    text = "controller: {email: a@wolterskluwer.com}\nrequests: {email: b@woltersklower.com}"

    assert meant("email-mistyped", text) == []


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("wkbe-gdrp@a.eu", ["wkbe-gdpr@a.eu"]),
        ("gprd@a.eu", ["gdpr@a.eu"]),
        ("rpgd@a.eu", ["rgpd@a.eu"]),
        ("privcy@a.eu", ["privacy@a.eu"]),
        ("gdpr@a.eu", []),
        ("rgpd@a.eu", []),
        ("gdp@a.eu", []),
        ("private@a.eu", []),
        ("m.gerard@a.eu", []),
    ],
)
def test_a_word_of_the_trade_with_a_slip_in_it_is_a_question(address: str, expected: list[str]) -> None:
    assert meant("email-name-mistyped", f"requests: {{email: {address}}}") == expected


def test_one_address_is_one_finding_with_its_other_places() -> None:
    places = "\n".join(f"  s{n}: {{text: gdrp@a.eu, after: controller}}" for n in range(9))
    (finding,) = found_by("email-name-mistyped", small(f"dpo: {{email: gdrp@a.eu}}\nsections:\n{places}"))

    assert finding.route == ("dpo", "email")
    assert [related.route for related in finding.related] == [("sections", f"s{n}", "text") for n in range(4)]
