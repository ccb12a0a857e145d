"""Settings from a file whose shape is known to be right."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from notice_lint.findings import Ignored
from notice_lint.settings.settings import Grade, Only, Override, PackOff, Settings, Skip
from notice_lint.settings.toml import TomlDocument
from notice_lint.source.document import Document, Route


def build(document: Document | TomlDocument, folder: str) -> Settings:
    """Return the settings that a file states; `folder` is where it stands, from the root of its tree."""
    data: Mapping[str, Any] = document.data if isinstance(document.data, dict) else {}
    return Settings(
        path=document.path,
        folder=folder,
        data=data,
        document=document,
        lines=document.lines,
        severity=tuple(_grades(data, ())),
        skip=tuple(_skips(data, ())),
        only=_only(data.get("only")),
        packs=tuple(
            PackOff(name, _excuse(off), ("packs", name)) for name, off in (data.get("packs") or {}).items()
        ),
        overrides=tuple(
            _override(one, ("overrides", index)) for index, one in enumerate(data.get("overrides") or ())
        ),
    )


def _override(data: Mapping[str, Any], route: Route) -> Override:
    notices = tuple(data["notices"])
    skips = tuple(skip._replace(notices=skip.notices or notices) for skip in _skips(data, route))
    return Override(notices, tuple(_grades(data, route)), skips, str(data.get("fail_on") or ""), route)


def _grades(data: Mapping[str, Any], route: Route) -> Iterator[Grade]:
    for rule, grade in (data.get("severity") or {}).items():
        yield Grade(rule, grade["severity"], _excuse(grade), (*route, "severity", rule))


def _skips(data: Mapping[str, Any], route: Route) -> Iterator[Skip]:
    for index, skip in enumerate(data.get("skip") or ()):
        rule = skip.get("rule") or ()
        rules: Sequence[str] = [rule] if isinstance(rule, str) else rule
        yield Skip(tuple(rules), tuple(skip.get("notices") or ()), _excuse(skip), (*route, "skip", index))


def _only(data: Mapping[str, Any] | None) -> Only | None:
    return None if data is None else Only(tuple(data["rules"]), _excuse(data), ("only",))


def _excuse(data: Mapping[str, Any]) -> Ignored:
    until = data.get("until")
    return Ignored("settings", str(data["reason"]), data.get("by"), None if until is None else str(until))
