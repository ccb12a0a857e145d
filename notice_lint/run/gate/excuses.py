"""What settings switch off or grade lower: skips and severities, for all notices or for some."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from notice_lint.findings import Severity
from notice_lint.run.gate.weakening import Change, listed, longer
from notice_lint.settings.settings import Grade, Settings, Skip

_Place = tuple[tuple[str, ...], str]
"""The patterns of the notices for which a grade holds, none for all; and the rule."""


class Rules(NamedTuple):
    """The rules that there are."""

    names: Mapping[str, str]
    """The rule's own name, by name, code and earlier names."""
    severities: Mapping[str, Severity]
    """What its pack says, by name."""

    def name(self, written: str) -> str:
        """Return the rule's own name, or what was written."""
        return self.names.get(written, written)

    def own(self, rule: str) -> Severity:
        """Return how its pack grades a rule; of one that is not known, as an error."""
        return self.severities.get(rule, Severity.ERROR)


def skips(before: Settings, after: Settings, rules: Rules) -> Iterator[Change]:
    """Yield entries under `skip`, also those of overrides, that no earlier entry covers."""
    earlier = _skips(before)
    for skip in _skips(after):
        if not skip.excuse.explained or any(_covered(skip, old, rules) for old in earlier):
            continue
        names = tuple(rules.name(rule) for rule in skip.rules)
        same = [old for old in earlier if _covered(skip, old, rules, until=False)]
        until = skip.excuse.until or ""
        if same:
            was = same[0].excuse.until or ""
            yield Change("skip-until", skip.route, names, was, until, {"rules": listed(names)})
        else:
            yield Change(
                "skip" if names else "skip-all", skip.route, names, after=until, args={"rules": listed(names)}
            )


def _skips(settings: Settings) -> list[Skip]:
    return [*settings.skip, *(skip for override in settings.overrides for skip in override.skip)]


def _covered(new: Skip, old: Skip, rules: Rules, *, until: bool = True) -> bool:
    """Whether an earlier entry hides all that a new one does, for as long."""
    names, known = ({rules.name(rule) for rule in skip.rules} for skip in (new, old))
    spoken_of = not known or (bool(names) and names <= known)
    notices = not old.notices or (bool(new.notices) and set(new.notices) <= set(old.notices))
    return spoken_of and notices and not (until and longer(old.excuse.until, new.excuse.until))


def grades(before: Settings, after: Settings, rules: Rules) -> Iterator[Change]:
    """Yield rules that are graded lower than they were, and lower grades that last longer."""
    old, new = _grades(before, rules), _grades(after, rules)
    for place in dict.fromkeys((*new, *old)):
        rule = place[1]
        was, now = _severity(old, place, rules, strongest=place not in old), _severity(new, place, rules)
        grade, earlier = new.get(place), old.get(place)
        route = grade.route if grade else ("severity",)
        if now.rank > was.rank:
            yield Change("severity", route, (rule,), was.value, now.value, {"rule": rule})
        elif grade and earlier and now.rank > rules.own(rule).rank and longer(_until(earlier), _until(grade)):
            ends = (_until(earlier) or "", _until(grade) or "")
            yield Change("severity-until", route, (rule,), *ends, {"rule": rule})


def _grades(settings: Settings, rules: Rules) -> dict[_Place, Grade]:
    named: dict[_Place, Grade] = {((), rules.name(grade.rule)): grade for grade in settings.severity}
    for override in settings.overrides:
        named |= {(override.notices, rules.name(grade.rule)): grade for grade in override.severity}
    return named


def _severity(
    grades: Mapping[_Place, Grade], place: _Place, rules: Rules, *, strongest: bool = False
) -> Severity:
    """Return how a rule is graded for some notices: there, else for all, else by its pack.

    `strongest` asks for the strongest that any place gives it: patterns that differ may name the same notice.
    """
    if place in grades:
        return Severity(grades[place].severity)
    general = grades.get(((), place[1]))
    found = Severity(general.severity) if general else rules.own(place[1])
    others = [
        Severity(grade.severity) for (_, rule), grade in grades.items() if strongest and rule == place[1]
    ]
    return min((found, *others), key=lambda severity: severity.rank)


def _until(grade: Grade) -> str | None:
    return grade.excuse.until
