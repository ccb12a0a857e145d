"""Cookies: what their names tell, who gets their data, and for how long those are kept."""

import pytest

from notice_lint.model.record import UNREADABLE
from notice_lint.reference.identifiers import identifier
from tests.engine.judged import dotted, found_by, small
from tests.model.resolved import only

PEOPLE = "recipients: {staff: {role: internal}, tool: {name: T, role: processor}, who: {name: W}}\n"


@pytest.mark.parametrize(
    ("name", "kind", "provider"),
    [
        ("_ga", "analytics", "Google"),
        ("_ga_G12AB34", "analytics", "Google"),
        ("_ga_*", "analytics", "Google"),
        ("_gcl_au", "advertising", "Google"),
        ("_fbp", "advertising", "Meta"),
        ("_hjSessionUser_12345", "analytics", "Hotjar"),
    ],
)
def test_a_cookie_is_known_by_its_name(name: str, kind: str, provider: str) -> None:
    known = identifier(name)

    assert known is not None
    assert (known.kind, known.provider) == (kind, provider)


@pytest.mark.parametrize("name", ["", "_", "*", "_garden", "_GA", "ga", "fr", "sid", "_pk_id.1.fff", "li_gc"])
def test_a_name_that_could_be_anybodys_is_not_known(name: str) -> None:
    assert identifier(name) is None


@pytest.mark.parametrize(
    ("cookie", "expected"),
    [
        ("{provider: staff}", ()),
        ("{provider: staff, access: [staff, tool]}", ("tool",)),
        ("{provider: tool}", ("tool",)),
        ("{access: [who]}", ("who",)),
        ("{name: a}", ()),
        ("{provider: nobody}", UNREADABLE),
    ],
)
def test_own_staff_are_no_outsiders(cookie: str, expected: object) -> None:
    record = only(PEOPLE + f"cookies: {{items: {{a: {cookie}}}}}", "cookies")

    assert record.value("outsiders") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("cookies: {consent: {how: A banner}}", True),
        ("purposes: {p: {legal_basis: consent}}\ncookies: {items: {a: {purposes: [p]}}}", True),
        ("purposes: {p: {legal_basis: contract}}\ncookies: {items: {a: {purposes: [p]}}}", False),
        ("cookies: {items: {}, consent: {how: ''}}", False),
    ],
)
def test_consent_is_used_where_it_is_asked_for(text: str, *, expected: bool) -> None:
    assert only(text, "cookie_consent").value("consent_used") is expected


@pytest.mark.parametrize(
    "text", ["cookies: none", "cookies: {none: We set none.}", "cookies: {}", "cookies:", ""]
)
def test_where_cookies_are_not_spoken_of_there_is_no_consent_to_judge(text: str) -> None:
    assert found_by("cookie-list-missing", small(text)) == ()


def test_both_sides_of_two_retention_periods_are_shown() -> None:
    text = """
data_categories: {usage: {label: Usage}}
purposes: {count: {text: To count}}
retention: {long: {period: P14M}, short: {period: P6M}}
collections: {site: {purposes: [count], retention: short, categories: {usage: {}}}}
cookies: {items: {visit: {purposes: [count], retention: long}}}
"""
    found = found_by("cookie-retention-contradiction", small(text))

    assert dotted(found) == ["cookies.items.visit.retention"]
    assert [".".join(map(str, r.route)) for r in found[0].related] == [
        "retention.long.period",
        "retention.short.period",
    ]
