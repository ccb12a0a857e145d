"""What a run says of itself: which versions were taken, from where, and what changes.yaml does not do."""

from collections.abc import Iterator

from notice_lint.i18n import Catalogue, Term
from notice_lint.reports.changes.result import ChangeResult, Version
from notice_lint.reports.changes.undecided import place_of, remark
from notice_lint.reports.changes.wording import flat, precision, sentence, value


def told(result: ChangeResult, words: Catalogue) -> Iterator[str]:
    """Yield lines without line breaks of ours; what others wrote is for the writer to make harmless."""
    new = _named(result.new, words)
    if result.old is None:
        yield flat(sentence("changes.told.first", words, new=new, when=_when(result.first, words)))
    else:
        how = words.sentence(f"changes.how.{result.old.how}")
        old = _named(result.old, words)
        yield flat(sentence("changes.told", words, old=old, how=how, new=new))
    for term in result.told:
        yield flat(value(term, words))
    for one in result.remarks:
        yield f"{place_of(one)}: {flat(remark(one, words))}"


def _named(version: Version, words: Catalogue) -> str:
    """Return a version as the run took it: its name, its date, its source."""
    known = [version.source, version.version, _when(version.effective, words)]
    return ", ".join(dict.fromkeys(part for part in known if part))


def _when(date: str, words: Catalogue) -> str:
    return words.arg(Term("date", date)) if precision(date) else words.sentence("changes.counsel.unsaid")
