"""Do settings name rules and packs that exist, and leave alone what is locked?"""

from collections.abc import Iterator, Mapping, Sequence

from notice_lint.engine.pack import Pack
from notice_lint.findings import Severity
from notice_lint.schema.mistake import Mistake, Spot
from notice_lint.settings.load import InvalidSettings
from notice_lint.settings.settings import Grade, Settings, Skip
from notice_lint.source.document import Route
from notice_lint.suppress.cover import Known


def check_names(settings: Settings, packs: Sequence[Pack], known: Known) -> None:
    """Raise `InvalidSettings` with every name that does not exist, and every attempt at a locked rule."""
    if settings.document is None:
        return
    mistakes = list(_Check(settings, packs, known).mistakes())
    if mistakes:
        raise InvalidSettings(sorted(mistakes, key=lambda one: one.span), {settings.path: settings.lines})


class _Check:
    """Looks through one settings file."""

    def __init__(self, settings: Settings, packs: Sequence[Pack], known: Known) -> None:
        assert settings.document is not None  # noqa: S101 - the caller has looked
        self._settings = settings
        self._spot = Spot(settings.document, "settings")
        self._packs = {pack.name: pack for pack in packs}
        self._known = known
        self._severities: Mapping[str, Severity] = {
            rule.name: rule.severity for pack in packs for rule in pack.rules
        }

    def mistakes(self) -> Iterator[Mistake]:
        """Yield what is wrong."""
        overrides = self._settings.overrides
        for grade in [*self._settings.severity, *(g for one in overrides for g in one.severity)]:
            yield from self._grade(grade)
        for skip in [*self._settings.skip, *(s for one in overrides for s in one.skip)]:
            yield from self._skip(skip)
        if self._settings.only is not None:
            for index, name in enumerate(self._settings.only.rules):
                yield from self._rule(name, ("only", "rules", index))
        for off in self._settings.packs:
            yield from self._pack(off.name, off.route)
        for index, written in enumerate(self._settings.texts("assume")):
            if written.partition("=")[2] != "void":
                yield self._spot.mistake(("assume", index), "assumption-form", name=written)

    def _grade(self, grade: Grade) -> Iterator[Mistake]:
        yield from self._rule(grade.rule, grade.route, at_key=True)
        name = self._known.name(grade.rule)
        lowered = name and Severity(grade.severity).rank > self._severities[name].rank
        if lowered and name in self._known.locked:
            yield self._spot.mistake(
                grade.route, "locked-lowered", at_key=True, name=name, pack=self._known.locked[name]
            )

    def _skip(self, skip: Skip) -> Iterator[Mistake]:
        if not skip.rules:
            yield self._spot.mistake(skip.route, "skip-without-rule")
        for index, name in enumerate(skip.rules):
            listed = (*skip.route, "rule", index)
            route = listed if len(skip.rules) > 1 else (*skip.route, "rule")
            yield from self._rule(name, route)
            rule = self._known.name(name)
            if rule in self._known.locked:
                yield self._spot.mistake(route, "locked-skipped", name=rule, pack=self._known.locked[rule])

    def _rule(self, name: str, route: Route, *, at_key: bool = False) -> Iterator[Mistake]:
        if not self._known.name(name):
            yield self._spot.unknown(route, "unknown-rule", name, self._severities, at_key=at_key)

    def _pack(self, name: str, route: Route) -> Iterator[Mistake]:
        pack = self._packs.get(name)
        if pack is None:
            yield self._spot.unknown(route, "unknown-pack", name, self._packs, at_key=True)
            return
        for rule in pack.rules:
            if rule.name in self._known.locked:
                lock = self._known.locked[rule.name]
                yield self._spot.mistake(
                    route, "locked-pack", at_key=True, name=rule.name, pack=name, lock=lock
                )
                return
