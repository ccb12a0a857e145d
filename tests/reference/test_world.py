"""The world on a day: what is inside, frameworks, authorities, ages and lists."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notice_lint.reference.load import data
from notice_lint.reference.world import World, known_lists

TODAY = date(2026, 11, 22)

days = st.dates(date(1995, 1, 1), date(2060, 1, 1))
codes = st.sampled_from(sorted(World(TODAY).named_list("countries")))


def on(day: str, *void: str) -> World:
    """Return the world on a day, with some decisions assumed void."""
    return World(date.fromisoformat(day), frozenset(void))


def test_the_eea_has_thirty_states() -> None:
    assert len(World(TODAY).named_list("eea-states")) == 30


@pytest.mark.parametrize(
    ("country", "regime", "day", "inside"),
    [
        ("NO", "eu-gdpr", "2026-11-22", True),
        ("EEA", "eu-gdpr", "2026-11-22", True),
        ("EL", "eu-gdpr", "2026-11-22", True),
        ("AX", "eu-gdpr", "2026-11-22", True),
        ("RE", "eu-gdpr", "2026-11-22", True),
        ("CH", "eu-gdpr", "2026-11-22", False),
        ("GI", "eu-gdpr", "2026-11-22", False),
        ("NC", "eu-gdpr", "2026-11-22", False),
        ("GB", "eu-gdpr", "2020-06-01", True),
        ("GB", "eu-gdpr", "2020-12-31", True),
        ("UK", "eu-gdpr", "2020-12-31", True),
        ("GB", "eu-gdpr", "2021-01-01", False),
        ("HR", "eu-gdpr", "2013-06-30", False),
        ("HR", "eu-gdpr", "2013-07-01", True),
        ("UK", "uk-gdpr", "2026-11-22", True),
        ("FR", "uk-gdpr", "2026-11-22", False),
        ("CH", "ch-fadp", "2026-11-22", True),
        ("LI", "ch-fadp", "2026-11-22", False),
        ("", "eu-gdpr", "2026-11-22", False),
        ("no", "eu-gdpr", "2026-11-22", False),
    ],
)
def test_inside_is_judged_by_regime_and_day(country: str, regime: str, day: str, *, inside: bool) -> None:
    assert on(day).inside(country, regime) is inside


@given(codes, days)
def test_the_list_eea_agrees_with_inside(country: str, day: date) -> None:
    world = World(day)

    assert (country in world.named_list("eea")) == world.inside(country, "eu-gdpr")


@pytest.mark.parametrize("name", known_lists())
def test_every_known_list_has_something_in_it(name: str) -> None:
    assert World(TODAY).named_list(name)


def test_lists_are_judged_by_regime() -> None:
    world = World(TODAY)

    assert {"GB", "BR", "CH"} <= world.named_list("adequate")
    assert not world.named_list("adequate") & {"US", "FR", "MC"}
    assert {"FR", "EEA", "GI"} <= world.named_list("adequate", "uk-gdpr")
    assert "GB" in world.named_list("third-countries")
    assert "GB" not in world.named_list("third-countries", "uk-gdpr")


def test_the_union_is_not_the_eea() -> None:
    union = World(TODAY).named_list("eu")

    assert {"FR", "GR", "AX"} <= union
    assert not union & {"NO", "IS", "LI", "GB", "EEA"}


def test_an_unknown_list_is_refused() -> None:
    with pytest.raises(KeyError):
        World(TODAY).named_list("third-countires")


def test_frameworks_know_whether_they_live() -> None:
    framework = World(TODAY).framework("eu-us-dpf")
    dead = on("2026-11-22", "eu-us-dpf").framework("eu-us-dpf")

    assert framework is not None
    assert framework.in_force
    assert dead is not None
    assert not dead.in_force
    assert World(TODAY).framework("eu-us-dfp") is None


@pytest.mark.parametrize(
    ("day", "void", "dead"),
    [
        ("2015-10-05", (), set()),
        ("2015-10-06", (), {"us-safe-harbor"}),
        ("2020-07-16", (), {"us-safe-harbor", "eu-us-privacy-shield"}),
        (
            "2022-12-28",
            (),
            {
                "us-safe-harbor",
                "eu-us-privacy-shield",
                "swiss-us-privacy-shield",
                "scc-2001-497",
                "scc-2004-915",
                "scc-2010-87",
            },
        ),
    ],
)
def test_dead_frameworks_are_those_that_ended_by_the_day(
    day: str, void: tuple[str, ...], dead: set[str]
) -> None:
    assert {one.id for one in on(day, *void).dead_frameworks()} == dead


def test_a_framework_assumed_void_is_dead_and_can_be_found_in_prose() -> None:
    dead = {one.id: one for one in on("2026-11-22", "eu-us-dpf").dead_frameworks()}

    assert "Data Privacy Framework" in dead["eu-us-dpf"].phrases["en"]
    assert "eu-us-dpf" not in {one.id for one in World(TODAY).dead_frameworks()}


@pytest.mark.parametrize(
    ("host", "authority"),
    [
        ("www.cnil.fr", "fr-cnil"),
        ("CNIL.FR", "fr-cnil"),
        ("cnil.fr.", "fr-cnil"),
        ("www.autoriteprotectiondonnees.be", "be-apd"),
        ("www.gegevensbeschermingsautoriteit.be", "be-apd"),
        ("www.dataprotectionauthority.be", "be-apd"),
        ("www.lda.bayern.de", "de-by-baylda"),
        ("cy.ico.org.uk", "gb-ico"),
        ("www.edoeb.admin.ch", "ch-edoeb"),
        ("www.privacycommission.be", None),
        ("evil-cnil.fr", None),
        ("cnil.fr.example.org", None),
        ("bayern.de", None),
        ("", None),
    ],
)
def test_an_authority_is_known_by_its_host(host: str, authority: str | None) -> None:
    found = World(TODAY).authority_by_host(host)

    assert (found.id if found else None) == authority


def test_an_authority_is_known_by_its_id() -> None:
    belgian = World(TODAY).authority("be-apd")

    assert belgian is not None
    assert (belgian.country, belgian.complaints, belgian.land) == ("BE", True, None)
    assert World(TODAY).authority("be-adp") is None


def test_every_eea_state_has_an_authority_and_an_age() -> None:
    world = World(TODAY)
    countries = {one.country for one in world.authorities()}

    assert world.named_list("eea-states") <= countries
    assert all(world.digital_consent_age(code) for code in world.named_list("eea-states"))


def test_the_board_takes_no_complaints() -> None:
    assert {one.id for one in World(TODAY).authorities() if not one.complaints} == {"eu-edpb"}


@pytest.mark.parametrize(
    ("country", "day", "age"),
    [
        ("DK", "2023-12-31", 13),
        ("DK", "2024-01-01", 15),
        ("FR", "2026-11-22", 15),
        ("BE", "2026-11-22", 13),
        ("UK", "2026-11-22", 13),
        ("EL", "2026-11-22", 15),
        ("RE", "2026-11-22", 15),
        ("DE", "2018-05-24", None),
        ("US", "2026-11-22", None),
        ("EEA", "2026-11-22", None),
    ],
)
def test_the_age_of_digital_consent_is_that_of_the_day(country: str, day: str, age: int | None) -> None:
    found = on(day).digital_consent_age(country)

    assert (found.age if found else None) == age


def test_what_people_write_for_two_countries_is_understood() -> None:
    world = World(TODAY)

    assert [world.canonical_country(code) for code in ("UK", "EL", "FR", "uk")] == ["GB", "GR", "FR", "uk"]


def test_reports_print_the_day_of_the_data() -> None:
    assert World(TODAY).as_of == max(data("adequacy")["as_of"], data("authorities")["as_of"])


def test_data_older_than_a_year_are_stale() -> None:
    as_of = date.fromisoformat(World(TODAY).as_of)

    assert not World(as_of + timedelta(days=365)).stale
    assert World(as_of + timedelta(days=366)).stale
    assert not World(as_of - timedelta(days=900)).stale
