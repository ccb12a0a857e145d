"""What a change asks for: the base duty of its code, one step up, one step down."""

import pytest

from notice_lint.changes.change import Duty
from tests.changes.pairs import changes

_SENSITIVE = "data_categories: {diet: {label: Diet, special: health}}\n"
_CRIMINAL = "data_categories: {diet: {label: Record, criminal: true}}\n"
_CHILDREN = "data_subjects: {kids: {label: Children, relation: child}}\n"


def _used(purpose: str = "", people: str = "") -> str:
    return (
        f"purposes: {{care: {{text: To feed you{purpose}}}}}\n"
        f"collections: {{school: {{label: At school{people}, purposes: [care], retention: r, "
        "categories: {diet: {}}}}\n"
    )


_LONGER = ("retention: {r: {period: P1Y}}", "retention: {r: {period: P2Y}}")
_SHORTER = _LONGER[::-1]
_TOUCHED = {
    "nothing": (_used(), ()),
    "special-category": (_SENSITIVE + _used(), ("special-category",)),
    "criminal data": (_CRIMINAL + _used(), ("special-category",)),
    "children": (_CHILDREN + _used(people=", data_subjects: [kids]"), ("children",)),
    "consent": (_used(", legal_basis: consent"), ("consent",)),
    "explicit consent": (_used(", special_condition: explicit-consent"), ("consent",)),
    "automated-decision": (
        _used() + "automated_decisions: {score: {text: S, purposes: [care]}}\n",
        ("automated-decision",),
    ),
}


@pytest.mark.parametrize("name", _TOUCHED)
def test_an_unfavourable_change_rises_by_one_step_for_what_it_touches(name: str) -> None:
    both, steps = _TOUCHED[name]
    (change,) = changes(both + _LONGER[0], both + _LONGER[1])

    assert change.steps == steps
    assert change.duty is (Duty.PRIOR_NOTICE if steps else Duty.ADVANCE_NOTICE)


@pytest.mark.parametrize("name", _TOUCHED)
def test_a_favourable_change_does_not_rise(name: str) -> None:
    both, _ = _TOUCHED[name]
    (change,) = changes(both + _SHORTER[0], both + _SHORTER[1])

    assert (change.base, change.duty) == (Duty.NOTIFY, Duty.NOTIFY)


def _transfer(basis: str, purpose: str = "") -> str:
    return (
        f"purposes: {{a: {{text: A{purpose}}}}}\n"
        f"recipients: {{h: {{name: H, country: IN, purposes: [a], transfer: {{basis: {basis}}}}}}}"
    )


@pytest.mark.parametrize(
    ("old", "new", "purpose", "duty", "steps"),
    [
        ("standard-contractual-clauses", "derogation-contract", "", Duty.ADVANCE_NOTICE, ()),
        ("derogation-contract", "standard-contractual-clauses", "", Duty.NOTIFY, ("more-protective",)),
        (
            "derogation-contract",
            "standard-contractual-clauses",
            ", legal_basis: consent",
            Duty.ADVANCE_NOTICE,
            ("consent", "more-protective"),
        ),
        (
            "standard-contractual-clauses",
            "derogation-contract",
            ", legal_basis: consent",
            Duty.PRIOR_NOTICE,
            ("consent",),
        ),
    ],
)
def test_a_direction_that_is_worked_out_lowers_and_what_is_touched_raises(
    old: str, new: str, purpose: str, duty: Duty, steps: tuple[str, ...]
) -> None:
    (change,) = changes(_transfer(old, purpose), _transfer(new, purpose))

    assert (change.duty, change.steps) == (duty, steps)


def test_a_review_is_neither_raised_nor_lowered() -> None:
    both = _SENSITIVE + _used(", legal_basis: consent")
    (change,) = changes(both + "retention: {r: {period: P1M}}", both + "retention: {r: {period: P30D}}")

    assert (change.duty, change.steps) == (Duty.REVIEW, ())


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("requests: {email: a@a.example}", "requests: {email: a@a.example, url: https://a.example}"),
        ("rights: {access: Ask}", "rights: {access: Ask, objection: Object}"),
        ("purposes: {a: {text: A}, b: {text: B}}", "purposes: {a: {text: A}}"),
    ],
    ids=["how rights are used", "rights", "purposes"],
)
def test_what_people_are_always_told_is_never_below_notify(old: str, new: str) -> None:
    (change,) = changes(old, new)

    assert change.direction == "more-protective"
    assert change.duty is Duty.NOTIFY


def _host(role: str, purposes: str, country: str = "FR") -> str:
    both = "purposes: {a: {text: A, legal_basis: consent}, b: {text: B}, c: {text: C}}\n"
    return both + f"recipients: {{h: {{name: H, role: {role}, country: {country}, purposes: [{purposes}]}}}}"


def test_several_unfavourable_changes_of_one_thing_weigh_more_together() -> None:
    found = {change.code: change for change in changes(_host("processor", "b"), _host("controller", "b, c"))}

    assert found["recipient.role_changed"].duty is Duty.PRIOR_NOTICE
    assert found["recipient.widened"].duty is Duty.ADVANCE_NOTICE
    assert {change.steps for change in found.values()} == {("accumulated",)}


def test_what_goes_both_ways_does_not_accumulate() -> None:
    found = changes(_host("controller", "b"), _host("processor", "b, c"))

    assert len(found) == 2
    assert all("accumulated" not in change.steps for change in found)


def test_a_neutral_change_that_is_only_published_stays_so() -> None:
    (change,) = changes(_host("processor", "a"), _host("processor", "a", "DE"))

    assert (change.code, change.duty, change.steps) == ("recipient.country_changed", Duty.PUBLISH, ())


def test_a_contact_that_is_the_only_way_to_use_ones_rights_is_told() -> None:
    alone, beside = (
        changes(f"dpo: {{email: a@a.example}}\n{more}", f"dpo: {{email: b@a.example}}\n{more}")
        for more in ("", "requests: {email: c@a.example}")
    )

    assert [(change.duty, change.steps) for change in alone] == [(Duty.NOTIFY, ("only-route",))]
    assert [(change.duty, change.steps) for change in beside] == [(Duty.PUBLISH, ())]


def test_a_new_controller_for_advertising_weighs_more() -> None:
    both = "purposes: {a: {text: A, kinds: [direct-marketing]}}\n"
    (change,) = changes(
        both, both + "recipients: {ads: {name: Ads, role: controller, country: FR, purposes: [a]}}"
    )

    assert (change.code, change.duty) == ("recipient.added.controller", Duty.PRIOR_NOTICE)
    assert change.steps == ("advertising",)


def test_a_code_that_has_counted_something_is_not_raised_for_it_again() -> None:
    old = "automated_decisions: {score: {text: S, logic: By income}}"
    (change,) = changes(old, old.replace("income", "place"))

    assert (change.duty, change.steps) == (Duty.ADVANCE_NOTICE, ())
