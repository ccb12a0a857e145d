"""Settings before and after: what of the difference makes the check find less."""

from collections.abc import Iterator
from typing import Any

from notice_lint.findings import Term
from notice_lint.run.gate.excuses import Rules, grades, skips
from notice_lint.run.gate.weakening import FIRST, Change, Weakening, listed, longer
from notice_lint.settings.settings import Settings
from notice_lint.source.tree import joined

_FAIL_ON = ("note", "warning", "error", "never")

_NEUTRAL = ("language", "format", "baseline")
"""Keys that change how findings are shown; and the baseline, whose entries are compared one by one."""

_WEIGHED = (
    "notices",
    "exclude",
    "rules",
    "fail_on",
    "severity",
    "skip",
    "only",
    "packs",
    "assume",
    "overrides",
)


def lowered(before: Settings, after: Settings, rules: Rules) -> list[Weakening]:
    """Return what `after` lowers. A file that is gone or not there yet is compared as an empty one.

    What this cannot weigh counts as lowered: a key of a later version must not be a way round.
    """
    changes = [
        *skips(before, after, rules),
        *grades(before, after, rules),
        *_fail_on(before, after),
        *_only(before, after, rules),
        *_packs(before, after),
        *_files(before, after),
        *_unweighed(before, after),
    ]
    return [_placed(change, before, after) for change in changes]


def _placed(change: Change, before: Settings, after: Settings) -> Weakening:
    place = after.document
    span = place.key_span(change.route) if place is not None else FIRST
    path = after.path or before.path
    return Weakening(
        "settings",
        Term(
            "phrase", f"gate.{change.kind}", {**change.args, "before": change.before, "after": change.after}
        ),
        path,
        span,
        change.route if place is not None else (),
        change.rules,
        change.before,
        change.after,
    )


def _fail_on(before: Settings, after: Settings) -> Iterator[Change]:
    old, new = ({o.notices: o.fail_on for o in one.overrides if o.fail_on} for one in (before, after))
    was, now = (one.text("fail_on") or "error" for one in (before, after))
    if _FAIL_ON.index(now) > _FAIL_ON.index(was):
        yield Change("fail-on", ("fail_on",), before=was, after=now)
    for notices in dict.fromkeys((*new, *old)):
        is_, had = new.get(notices, now), old.get(notices, was)
        if _FAIL_ON.index(is_) > _FAIL_ON.index(had) and (is_, had) != (now, was):
            route = next((o.route for o in after.overrides if o.notices == notices), ("overrides",))
            yield Change("fail-on", (*route, "fail_on"), before=had, after=is_)


def _only(before: Settings, after: Settings, rules: Rules) -> Iterator[Change]:
    if after.only is None:
        return
    new = [rules.name(rule) for rule in after.only.rules]
    if before.only is None:
        yield Change("only", ("only",), tuple(new), args={"rules": listed(new)})
        return
    gone = [name for name in map(rules.name, before.only.rules) if name not in new]
    if gone:
        yield Change("only-fewer", ("only", "rules"), tuple(gone), args={"rules": listed(gone)})
    elif longer(before.only.excuse.until, after.only.excuse.until):
        yield Change("only-until", ("only",), before=before.only.excuse.until or "")


def _packs(before: Settings, after: Settings) -> Iterator[Change]:
    known = {off.name: off for off in before.packs}
    for off in after.packs:
        old = known.get(off.name)
        if old is None:
            yield Change("pack", off.route, args={"name": off.name})
        elif longer(old.excuse.until, off.excuse.until):
            yield Change("pack-until", off.route, before=old.excuse.until or "", args={"name": off.name})


def _files(before: Settings, after: Settings) -> Iterator[Change]:
    """Yield patterns and folders by which fewer notices are looked at, or fewer rules are read."""
    for key, kind in (("rules", "folder"), ("notices", "pattern"), ("assume", "assumption")):
        new = _paths(after, key)
        for path in _paths(before, key):
            if path not in new and not (key == "notices" and not new):
                yield Change(kind, (key,), before=path, args={"name": path})
    if _paths(after, "notices") and not _paths(before, "notices"):
        yield Change("patterns", ("notices",), args={"names": listed(after.texts("notices"))})
    known = _paths(before, "exclude")
    for index, path in enumerate(_paths(after, "exclude")):
        if path not in known:
            yield Change("exclude", ("exclude", index), after=path, args={"name": path})


def _paths(settings: Settings, key: str) -> list[str]:
    """Return paths from the root of the tree, so that a file that moves may rewrite its own."""
    written = settings.texts(key)
    return [*written] if key == "assume" else [joined(settings.folder, path) or path for path in written]


def _unweighed(before: Settings, after: Settings) -> Iterator[Change]:
    """Yield the order of overrides, of which the last one counts, and keys of which nothing is known here."""
    old, new = ([override.notices for override in one.overrides] for one in (before, after))
    if [one for one in old if one in new] != [one for one in new if one in old]:
        yield Change("order", ("overrides",))
    for key in dict.fromkeys((*before.data, *after.data)):
        values: list[Any] = [one.data.get(key) for one in (before, after)]
        if key not in (*_WEIGHED, *_NEUTRAL) and values[0] != values[1] and not _stricter(key, *values):
            yield Change("other", (key,), args={"name": key})


def _stricter(key: str, before: Any, after: Any) -> bool:
    """Whether settings for `changes` were added where there were none, and switch nothing off."""
    added = key == "changes" and not before and isinstance(after, dict)
    return added and after.get("fail_on") != "never"
