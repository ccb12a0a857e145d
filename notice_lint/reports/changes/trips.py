"""What came and went between two versions: somebody's data were processed in between."""

from collections.abc import Iterator

from notice_lint.i18n import Catalogue
from notice_lint.pages.blocks import Block, Heading, Items
from notice_lint.pages.inline import Inline
from notice_lint.reports.changes.entries import joined
from notice_lint.reports.changes.result import ChangeResult, RoundTrip
from notice_lint.reports.changes.wording import sentence, value, version_of


def trips(result: ChangeResult, words: Catalogue, level: int = 2) -> Iterator[Block]:
    """Yield the round trips, each with the versions that brought it and took it back."""
    if result.round_trips:
        yield Heading(words.sentence("changes.trips"), level)
        yield Items([_trip(trip, words) for trip in result.round_trips])


def _trip(trip: RoundTrip, words: Catalogue) -> list[Inline]:
    steps = [
        sentence("changes.trip.step", words, version=version_of(version, words), what=_what(code, words))
        for code, version in zip(trip.codes, trip.versions, strict=True)
    ]
    line = joined(steps, words.sentence("changes.list.semicolon"))
    return sentence("changes.trip", words, subject=value(trip.subject.label, words), steps=line)


def _what(code: str, words: Catalogue) -> str:
    """Return what happened, in a word: it came, it went, it changed."""
    last = code.rpartition(".")[2]
    kind = "came" if ".added" in code else "went" if last == "removed" else "changed"
    return words.sentence(f"changes.trip.{kind}")
