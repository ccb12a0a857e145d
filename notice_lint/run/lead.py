"""The time between the news and the change, under the organisation's own policy."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from notice_lint.changes.authored import ChangesFile
from notice_lint.changes.change import AHEAD, Change, Duty
from notice_lint.model.period import Period
from notice_lint.reports.changes.result import ChangeResult, Lead, day_of

USUAL = "P30D"
"""What counts where the organisation has set nothing. A default: no law gives a number (WP260 rev.01, 30)."""


class Dated(NamedTuple):
    """The newer version and its dates, as precisely as it states them; "" where it does not."""

    version: str
    effective: str
    published: str


def lead_of(result: ChangeResult, file: ChangesFile, policy: Mapping[str, str]) -> Lead | None:
    """Return the calculation for a comparison; see `lead`."""
    new = result.new
    return lead(result.changes, Dated(new.version, new.effective, new.published), file, policy)


def lead(changes: Iterable[Change], new: Dated, file: ChangesFile, policy: Mapping[str, str]) -> Lead | None:
    """Return the calculation for the strongest duty among the changes; None if none asks for time ahead.

    A change under review may turn out to ask for it, and counts as if it did.
    """
    present = {change.duty for change in changes}
    strongest = next((duty for duty in AHEAD if duty in present), None)
    duty = strongest or (Duty.REVIEW if Duty.REVIEW in present else None)
    if duty is None:
        return None
    period = policy.get(duty if duty in AHEAD else Duty.PRIOR_NOTICE) or USUAL
    told = file.announcements.get(new.version)
    announced = told.date if told else new.published
    start, effect = day_of(announced), day_of(new.effective)
    earliest = Period.parse(period).after(start) if start else None
    return Lead(
        policy=period,
        duty=duty,
        announced=announced,
        announcement=told,
        effective=new.effective,
        given=(effect - start).days if start and effect else None,
        earliest=earliest.isoformat() if earliest else "",
        enough=effect >= earliest if earliest and effect else None,
        late=bool(start and effect and effect < start),
    )
