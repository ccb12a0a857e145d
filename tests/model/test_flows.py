"""What flows where: what the notice says, and nothing that it does not say."""

from datetime import date
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from notice_lint.engine.prepare import prepare
from notice_lint.model.flows import Flows, Receiver, flows
from notice_lint.reference.world import World
from notice_lint.source.parse import parse
from notice_lint.source.write import to_yaml
from tests.engine.test_any_notice import VALUES, WHOLE
from tests.model.resolved import DAY, notice

_WHOLE: dict[str, Any] = WHOLE  # type: ignore[assignment] # a mapping, as a test of its own holds

_TEXT = """
data_categories: {name: {label: Your name}, unused: {label: Unused}}
collections:
  shop: {label: Shop, purposes: [order], categories: {name: {}, address: {purposes: [order, mail]}}}
purposes: {order: {text: To send it}, idle: {text: Idle}}
recipients:
  post: {name: Post, role: processor, country: FR, purposes: [order]}
  cloud: {name: Cloud, country: UK, processing_countries: [US, IE], purposes: all, categories: [name]}
  somebody: {category: {en: Somebody, fr: Quelqu’un}}
  ghost: {name: Ghost, purposes: [gone], organisation: epo}
"""


def found(text: str = _TEXT) -> Flows:
    """Return what flows where in a short notice."""
    return flows(notice(text))


def receiver(name: str) -> Receiver:
    """Return a recipient of the notice above."""
    return next(one for one in found().receivers if one.id == name)


def test_categories_lead_to_the_purposes_for_which_they_are_collected() -> None:
    assert {use.id: use.categories for use in found().uses} == {
        "order": ("name", "address"),
        "idle": (),
        "mail": ("address",),
        "gone": (),
    }


def test_what_is_used_without_being_declared_is_called_by_its_id() -> None:
    assert [(one.id, one.label.best()) for one in found().categories] == [
        ("name", "Your name"),
        ("unused", "Unused"),
        ("address", "address"),
    ]
    assert [use.label.best() for use in found().uses] == ["To send it", "Idle", "mail", "gone"]


def test_a_recipient_gets_the_data_that_are_named_for_it_else_those_of_its_purposes() -> None:
    assert receiver("cloud").categories == ("name",)
    assert receiver("post").categories == ("name", "address")
    assert receiver("somebody").categories == ()


def test_a_recipient_is_where_it_is_established_and_where_it_processes() -> None:
    assert receiver("cloud").countries == ("GB", "US", "IE")
    assert receiver("post").countries == ("FR",)
    assert receiver("ghost").organisation == "epo"
    assert found().third == {"GB", "US"}


def test_third_countries_are_those_outside_the_notices_own_law() -> None:
    assert flows(notice(_TEXT, head="regimes: [uk-gdpr]")).third == {"FR", "IE", "US"}


def test_all_means_every_purpose_that_is_declared() -> None:
    assert receiver("cloud").purposes == ("order", "idle")


def test_a_label_keeps_its_languages() -> None:
    assert receiver("somebody").label == {"en": "Somebody", "fr": "Quelqu’un"}


def test_a_notice_that_says_nothing_has_no_flows() -> None:
    empty = found("")

    assert (empty.categories, empty.uses, empty.receivers, empty.third) == ((), (), (), frozenset())
    assert empty.whole


def test_what_cannot_be_read_is_told() -> None:
    document = parse(to_yaml(_WHOLE | {"recipients": {"a": {"name": "A", "country": ["??"]}}}), "a.yaml")

    assert not flows(prepare(document, World(date(2026, 11, 22)), {}).notice).whole


@settings(max_examples=60)
@given(st.sampled_from(["data_categories", "collections", "purposes", "recipients", "notice"]), VALUES)
def test_any_notice_has_flows(part: str, value: Any) -> None:
    document = parse(to_yaml(_WHOLE | {part: value}), "a.yaml")
    if not document.flaws:
        made = flows(prepare(document, World(DAY), {}).notice)

        assert {name for use in made.uses for name in use.categories} <= {one.id for one in made.categories}
        assert {name for one in made.receivers for name in one.purposes} <= {use.id for use in made.uses}
