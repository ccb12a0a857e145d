"""The machine's report on changes: a written shape with a version, `schema/changes.schema.json`."""

from collections.abc import Mapping, Sequence
from typing import Any

from notice_lint.changes.authored import Remark
from notice_lint.changes.change import Authored, Change, Redline, Side
from notice_lint.i18n import Catalogue
from notice_lint.pages.json import written
from notice_lint.reports.changes.law import law
from notice_lint.reports.changes.result import ChangeResult, Lead, RoundTrip, Step, Version, counts, list_hash
from notice_lint.reports.changes.wording import flat, headline, meaning

SHAPE = "notice-lint/changes/1"


def report(result: ChangeResult, words: Catalogue) -> str:
    """Return the report as JSON: places count from 1, columns in code points, ends are exclusive."""
    return written(
        {
            "shape": SHAPE,
            "language": words.language,
            "notice": result.about.id,
            "asked": result.asked or None,
            "from": _version(result.old) if result.old else None,
            "to": _version(result.new),
            "first_published": result.first or None,
            "changes": [_change(change, words) for change in result.changes],
            "counts": counts(result.changes),
            "history": [_step(step, words) for step in result.steps],
            "round_trips": [_round_trip(trip, words) for trip in result.round_trips],
            "suggestions": [suggestion._asdict() for suggestion in result.suggestions],
            "remarks": [_remark(remark) for remark in result.remarks],
            "lead": _lead(result.lead) if result.lead else None,
            "sha256": list_hash(result),
        }
    )


def _version(version: Version) -> dict[str, Any]:
    return {
        "version": version.version,
        "effective": version.effective,
        "published": version.published,
        "source": version.source,
        "how": version.how,
        "sha256": version.digest,
    }


def _change(change: Change, words: Catalogue) -> dict[str, Any]:
    says = change.authored
    return {
        "code": change.code,
        "duty": change.duty.value,
        "direction": change.direction.value,
        "subject": _subject(change, words),
        "route": list(change.route),
        "before": change.before,
        "after": change.after,
        "message": flat(headline(change, words)),
        "meaning": flat(meaning(change, words)),
        "references": [{"cite": cite, "url": url} for cite, url in law(change)],
        "fingerprint": change.fingerprint,
        "base": change.base.value,
        "steps": list(change.steps),
        "rights_gained": list(change.rights_gained),
        "rights_lost": list(change.rights_lost),
        "redlines": [_redline(line) for line in change.redlines],
        "echoes": [list(route) for route in change.echoes],
        **_words(says),
        "nature": says.nature if says and says.nature else None,
        "choices": [dict(choice) for choice in says.choices] if says else [],
        "acknowledged": says.acknowledged._asdict() if says and says.acknowledged else None,
        "places": {"from": _side(change.old), "to": _side(change.new)},
    }


def _words(says: Authored | None) -> dict[str, dict[str, str] | None]:
    """Return the author's texts, each by language; null where there is none."""
    said = says or Authored()
    texts = {name: getattr(said, name) for name in ("reason", "impact", "compatibility", "consent_renewal")}
    return {name: dict(text) if text else None for name, text in texts.items()}


def _redline(line: Redline) -> dict[str, Any]:
    pieces = [list(piece) for piece in line.pieces]
    return {"language": line.language, "pieces": pieces, "alerts": list(line.alerts)}


def _subject(change: Change, words: Catalogue) -> dict[str, str]:
    kind, name, label = change.subject
    return {"kind": kind, "id": name, "label": words.arg(label)}


def _side(side: Side | None) -> dict[str, Any] | None:
    if side is None:
        return None
    line, column, end_line, end_column = side.span
    return {
        "path": side.path,
        "route": list(side.route),
        "line": line,
        "column": column,
        "end_line": end_line,
        "end_column": end_column,
    }


def _step(step: Step, words: Catalogue) -> dict[str, Any]:
    changes: Sequence[Change] = step.changes
    return {
        "from": _version(step.old),
        "to": _version(step.new),
        "changes": [_change(change, words) for change in changes],
        "counts": counts(changes),
    }


def _round_trip(trip: RoundTrip, words: Catalogue) -> dict[str, Any]:
    kind, name, label = trip.subject
    return {
        "subject": {"kind": kind, "id": name, "label": words.arg(label)},
        "codes": list(trip.codes),
        "versions": [_version(version) for version in trip.versions],
    }


def _remark(remark: Remark) -> dict[str, Any]:
    return {
        "kind": remark.kind,
        "fingerprint": remark.entry.fingerprint,
        "path": remark.path,
        "line": remark.entry.span.line,
        "column": remark.entry.span.column,
        "now": remark.now or None,
        "duty": remark.duty.value if remark.duty else None,
    }


def _lead(lead: Lead) -> Mapping[str, Any]:
    told = lead.announcement
    return {
        "policy": lead.policy,
        "duty": lead.duty.value,
        "announced": lead.announced,
        "channel": told.channel if told else "",
        "effective": lead.effective,
        "given": lead.given,
        "earliest": lead.earliest,
        "enough": lead.enough,
        "late": lead.late,
    }
