"""Questions about the world on one day: what is inside or adequate, who is the authority, from which age."""

from collections.abc import Callable
from datetime import date
from typing import Any, NamedTuple

from notice_lint.errors import UsageProblem
from notice_lint.reference import adequacy, authorities, countries, frameworks
from notice_lint.reference.adequacy import Adequacy
from notice_lint.reference.authorities import Authority
from notice_lint.reference.frameworks import Framework
from notice_lint.reference.load import as_of, data

__all__ = [
    "Adequacy",
    "Age",
    "Authority",
    "Framework",
    "UnknownAssumption",
    "World",
    "known_assumptions",
    "known_lists",
]

STALE_DAYS = 365
"""Reference data older than this, seen from the day of the check, deserve a word in the report."""

_DECISIONS = {"eu-gdpr": "adequacy", "uk-gdpr": "adequacy-uk", "ch-fadp": "adequacy-ch"}
_HOME = {"uk-gdpr": "GB", "ch-fadp": "CH"}

_LISTS = (
    "eea",
    "eea-states",
    "eu",
    "adequate",
    "third-countries",
    "overseas",
    "authorities",
    "countries",
)


class Age(NamedTuple):
    """The age from which a child can consent to an online service alone (GDPR Art. 8(1))."""

    country: str
    age: int
    from_: date
    source: str
    evidence: str


class UnknownAssumption(UsageProblem):
    """An id given to `--assume` that the reference data do not know."""

    def __init__(self, ids: frozenset[str]) -> None:
        self.ids = tuple(sorted(ids))
        self.choices = known_assumptions()
        named = ", ".join(repr(one) for one in self.ids)
        super().__init__(f"cannot assume {named}: choose from {', '.join(self.choices)}")


class World:
    """The reference data as they stand on `day`, with the decisions in `void` taken for ended.

    Raises `UnknownAssumption` for an id in `void` that `known_assumptions` does not list.
    """

    def __init__(self, day: date, void: frozenset[str] = frozenset()) -> None:
        unknown = void.difference(known_assumptions()) if void else frozenset[str]()
        if unknown:
            raise UnknownAssumption(unknown)
        self.day = day
        self.void = void
        self._area: frozenset[str] | None = None
        self._decisions: dict[str, dict[str, list[Any]]] = {}

    @property
    def as_of(self) -> str:
        """The newest day of which the reference data speak, as reports print it."""
        # The articles are evidence for the law's text, not facts that change.
        return as_of()

    @property
    def stale(self) -> bool:
        """Whether the data are older than a year on the day of the check."""
        return (self.day - date.fromisoformat(self.as_of)).days > STALE_DAYS

    def canonical_country(self, code: str) -> str:
        """Return the ISO 3166-1 code for `UK` and `EL`, any other text as it is."""
        return countries.canonical(code)

    def inside(self, country: str, regime: str) -> bool:
        """Say whether data that go there stay inside the regime's own territory: then nothing is transferred.

        Under `eu-gdpr` that is the EEA, also where only `EEA` is known; the United Kingdom until 2020-12-31.
        """
        code = countries.canonical(country)
        if regime in _HOME:
            return code == _HOME[regime]
        return code in self._eea()

    def adequacy(self, country: str, regime: str, framework: str | None = None) -> Adequacy:
        """Return what adequacy decisions say of a country outside the regime; ask `inside` first.

        A decision for certified organisations only (the United States) is `out-of-scope`, with all its
        details, unless `framework` names the one under which the recipient is certified.
        """
        code = countries.canonical(country)
        decisions = self._by_country(regime)
        found = decisions.get(code)
        if found is None and code in self._eea():
            found = decisions.get(countries.REGION)
        return adequacy.judge(found or (), self.day, self.void, framework)

    def organisation(self, name: str, regime: str = "eu-gdpr") -> Adequacy:
        """Return what adequacy decisions say of an international organisation (`epo`)."""
        return adequacy.judge(self._by_country(regime).get(name, ()), self.day, self.void)

    def framework(self, name: str) -> Framework | None:
        """Return a framework or a set of standard clauses by its id (`eu-us-dpf`)."""
        return next((one for one in frameworks.frameworks(self.day, self.void) if one.id == name), None)

    def dead_frameworks(self) -> tuple[Framework, ...]:
        """Return those that one could rely on once, but not on the day; those assumed void are among them."""
        return tuple(
            one
            for one in frameworks.frameworks(self.day, self.void)
            if not one.in_force and one.from_ <= self.day
        )

    def authority(self, name: str) -> Authority | None:
        """Return an authority by its id (`be-apd`)."""
        return next((one for one in self.authorities() if one.id == name), None)

    def authorities(self) -> tuple[Authority, ...]:
        """Return every authority, in the order of the data: by state, then the German Länder."""
        return authorities.authorities()

    def authority_by_host(self, host: str) -> Authority | None:
        """Return the authority whose site is at `host` or above it (`www.cnil.fr`, `cy.ico.org.uk`)."""
        return authorities.by_host(host)

    def digital_consent_age(self, country: str) -> Age | None:
        """Return the age of Art. 8(1) GDPR in a country on the day, None where the data have none."""
        code, day = countries.state_of(countries.canonical(country)), self.day.isoformat()
        for entry in data("ages")["ages"]:
            if entry["country"] == code and entry["from"] <= day <= (entry["until"] or day):
                first = date.fromisoformat(entry["from"])
                return Age(code, int(entry["age"]), first, entry["source"], entry["evidence"])
        return None

    def named_list(self, name: str, regime: str = "eu-gdpr") -> frozenset[str]:
        """Return a list that rules may name (`in: eea`), judged on the day and under the regime.

        `eea` agrees with `inside`: the region's own code and territories are in it; `eea-states` has neither.
        Raises `KeyError` for a name that `known_lists` does not have.
        """
        answers: dict[str, Callable[[], frozenset[str]]] = {
            "eea": self._eea,
            "eea-states": lambda: countries.members(self.day),
            "eu": lambda: countries.area(self.day, union=True),
            "adequate": lambda: frozenset(code for code in countries.codes() if self._adequate(code, regime)),
            "third-countries": lambda: frozenset(
                code for code in countries.codes() if not self.inside(code, regime)
            ),
            "overseas": countries.overseas,
            "authorities": lambda: frozenset(one.id for one in self.authorities()),
            "countries": countries.codes,
        }
        return answers[name]()

    def _eea(self) -> frozenset[str]:
        if self._area is None:
            self._area = countries.area(self.day) | {countries.REGION}
        return self._area

    def _adequate(self, code: str, regime: str) -> bool:
        outside = not self.inside(code, regime)
        return outside and self.adequacy(code, regime).status in {"in-force", "expiring"}

    def _by_country(self, regime: str) -> dict[str, list[Any]]:
        """The regime's decisions by country or organisation, in the order of their days."""
        if regime not in self._decisions:
            found: dict[str, list[Any]] = {}
            for entry in _in_order(regime):
                found.setdefault(entry.get("country") or entry["organisation"], []).append(entry)
            self._decisions[regime] = found
        return self._decisions[regime]


def known_lists() -> tuple[str, ...]:
    """Return the names that `World.named_list` knows."""
    return _LISTS


def known_assumptions() -> tuple[str, ...]:
    """Return the ids that `--assume ID=void` takes: every decision, of every regime, and every framework."""
    decisions = (adequacy.assumption(entry) for regime in _DECISIONS for entry in _in_order(regime))
    return tuple(sorted({*decisions, *frameworks.assumable()}))


def _in_order(regime: str) -> list[Any]:
    return sorted(data(_DECISIONS[regime])["decisions"], key=lambda entry: str(entry["from"]))
