"""Is there time enough between the news and the change? Always the organisation's policy, never the law."""

from collections.abc import Iterator

from notice_lint.i18n import Catalogue, Term
from notice_lint.pages.blocks import Block, Heading, Items, Paragraph, Tone
from notice_lint.pages.inline import Prose
from notice_lint.reports.changes.result import ChangeResult, Lead, day_of
from notice_lint.reports.changes.wording import precision, sentence


def lead(result: ChangeResult, words: Catalogue) -> Iterator[Block]:
    """Yield the calculation, step by step, and what comes out."""
    yield Heading(words.sentence("changes.counsel.lead"), 2)
    found = result.lead
    if found is None:
        yield Paragraph(words.sentence("changes.lead.none"))
        return
    yield Items(list(_steps(found, words)))
    outcome = verdict(found, words)
    if outcome:
        yield Paragraph(outcome, Tone.GOOD if found.enough else Tone.ERROR)


def _steps(found: Lead, words: Catalogue) -> Iterator[Prose]:
    yield sentence("changes.lead.policy", words, period=Term("period", found.policy))
    duty = words.sentence(f"changes.duty.{found.duty}")
    yield sentence("changes.lead.strongest", words, duty=[duty])
    told = found.announcement
    if told is not None:
        channel = told.channel or words.sentence("changes.counsel.unsaid")
        yield sentence("changes.lead.announced", words, date=Term("date", told.date), channel=channel)
    elif day_of(found.announced) is not None:
        yield sentence("changes.lead.published", words, date=Term("date", found.announced))
    else:
        yield words.sentence("changes.lead.unknown")
    form = {"day": "effective", "month": "vague", "year": "vague"}.get(precision(found.effective))
    if form is None:
        yield words.sentence("changes.lead.undated")
    else:
        yield sentence(f"changes.lead.{form}", words, date=Term("date", found.effective))


def verdict(found: Lead, words: Catalogue) -> Prose:
    """Return whether the time is enough, with the earliest day if it is not; "" where it cannot be told."""
    if found.enough is None or found.given is None:
        return ""
    earliest = Term("date", found.earliest)
    if found.late:
        return sentence("changes.lead.late", words, earliest=earliest)
    key = "changes.lead.enough" if found.enough else "changes.lead.short"
    return sentence(key, words, found.given, earliest=earliest)
