"""The baseline before and after: entries that were added, and end dates that were put off."""

from notice_lint.run.gate.weakening import Weakening, detail, longer
from notice_lint.suppress.baseline import Baseline, Entry


def lowered(before: Baseline | None, after: Baseline | None) -> list[Weakening]:
    """Return what was accepted anew, one for each group of the file: hundreds of entries are one decision."""
    if after is None:
        return []
    known = {(entry.path, entry.fingerprint): entry for entry in before.entries} if before else {}
    added: dict[object, list[Entry]] = {}
    put_off: dict[object, list[Entry]] = {}
    for entry in after.entries:
        old = known.get((entry.path, entry.fingerprint))
        if old is None:
            added.setdefault(entry.route[:2], []).append(entry)
        elif longer(old.excuse.until, entry.excuse.until):
            put_off.setdefault(entry.route[:2], []).append(entry)
    groups = [("baseline", group) for group in added.values()]
    groups += [("baseline-until", group) for group in put_off.values()]
    return [_weakening(after, kind, group) for kind, group in groups]


def _weakening(after: Baseline, kind: str, group: list[Entry]) -> Weakening:
    first = group[0]
    rules = tuple(sorted({entry.rule for entry in group}))
    said = detail(kind, number=len(group), reason=first.excuse.reason)
    span = after.document.span(first.route)
    until = first.excuse.until or ""
    return Weakening("baseline", said, after.document.path, span, first.route, rules, after=until)
