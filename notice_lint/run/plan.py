"""What a run does, as packs, settings and the command line say together."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from notice_lint.engine.pack import Pack
from notice_lint.engine.rule import Rule
from notice_lint.engine.select import locked, names, select
from notice_lint.findings import Ignored, Severity
from notice_lint.settings.settings import Grade, Settings
from notice_lint.source.document import Route
from notice_lint.source.patterns import any_matches
from notice_lint.source.tree import relative
from notice_lint.suppress.cover import Cover, Known


class Plan:
    """Which rules run, how grave their findings are, and what settings hide.

    A `place` is a notice's path from the root of the tree: patterns are held against it.
    """

    def __init__(
        self,
        packs: Sequence[Pack],
        settings: Settings,
        day: date,
        only: Sequence[str] = (),
        skip: Sequence[str] = (),
    ) -> None:
        """Raise `InvalidSettings` for settings that name rules or packs which do not exist, or locked ones.

        Raises `UnknownRule` and `LockedRule` for `only` and `skip`, which are the command line's.
        """
        self.settings = settings
        self.day = day
        self.known = Known(names(packs), locked(packs))
        if settings.path:
            from notice_lint.run.plan_checked import check_names  # noqa: PLC0415 - only where there are settings

            check_names(settings, packs, self.known)
        self._grades = self._counting(settings.severity)
        self._overridden = [(one, self._counting(one.severity)) for one in settings.overrides]
        skips = [*settings.skip, *(skip for one in settings.overrides for skip in one.skip)]
        self.skips = [(one, self._cover(one.rules, one.excuse, one.route)) for one in skips]
        self.rules = self._selected(packs, only, skip)
        self.by_name = {rule.name: rule for _, rule in self.rules}
        self.own = {rule.name: rule.severity for pack in packs for rule in pack.rules}
        """How grave the packs take each rule, whatever settings say."""

    def severity(self, rule: Rule, place: str) -> Severity:
        """Return how grave findings of a rule are in a notice."""
        below = self._below(place) if self._overridden else ""
        for override, grades in reversed(self._overridden):
            if rule.name in grades and override.holds_for(below):
                return grades[rule.name]
        return rule.severity

    def covers(self, place: str) -> list[Cover]:
        """Return what settings hide in a notice."""
        below = self._below(place) if self.skips else ""
        return [cover for one, cover in self.skips if not one.notices or any_matches(below, one.notices)]

    def switched(self) -> Iterator[Cover]:
        """Yield the entries by which rules do not run, or are graded anew: they, too, can end."""
        grades = [*self.settings.severity, *(g for one in self.settings.overrides for g in one.severity)]
        entries = [(one.excuse, one.route) for one in grades]
        entries += [(one.excuse, one.route) for one in self.settings.packs]
        if self.settings.only is not None:
            entries.append((self.settings.only.excuse, self.settings.only.route))
        for excuse, route in entries:
            yield self._cover((), excuse, route)

    def _selected(
        self, packs: Sequence[Pack], only: Sequence[str], skip: Sequence[str]
    ) -> tuple[tuple[Pack, Rule], ...]:
        chosen = self.settings.only
        if not only and chosen and self._counts(chosen.excuse):
            only = chosen.rules
        off = {one.name for one in self.settings.packs if self._counts(one.excuse)}
        selected = select(packs, only, skip, self.known.locked)
        return tuple(
            (pack, rule.graded(self._grades[rule.name]) if rule.name in self._grades else rule)
            for pack, rule in selected
            if pack.name not in off or rule.name in self.known.locked
        )

    def _counting(self, grades: Sequence[Grade]) -> Mapping[str, Severity]:
        return {
            self.known.name(one.rule): Severity(one.severity) for one in grades if self._counts(one.excuse)
        }

    def _counts(self, excuse: Ignored) -> bool:
        return excuse.explained and not excuse.expired(self.day)

    def _cover(self, rules: Sequence[str], excuse: Ignored, route: Route) -> Cover:
        document = self.settings.document
        span = document.key_span(route) if document is not None else None
        return Cover(rules, excuse, route=route, span=span, key=".".join(map(str, route)))

    def _below(self, place: str) -> str:
        """Return a notice's path as patterns of the settings see it."""
        return relative(place, self.settings.folder)
