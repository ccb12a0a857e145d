"""The report for counsel: every change with its law, both places, redlines, what is open, and a sign-off."""

from collections.abc import Iterator, Sequence

from notice_lint.changes.change import Change, Duty
from notice_lint.i18n import Catalogue, Term
from notice_lint.pages.blocks import Block, Facts, Heading, Items, Paragraph, Table, Tone
from notice_lint.pages.inline import Foreign, Inline, Mono, Prose
from notice_lint.reports.changes.document import document_word
from notice_lint.reports.changes.law import cited
from notice_lint.reports.changes.lead import lead
from notice_lint.reports.changes.record import author, direction_named, duty_named, lines, record, short_value
from notice_lint.reports.changes.result import ChangeResult, Version, counts, list_hash
from notice_lint.reports.changes.trips import trips
from notice_lint.reports.changes.undecided import remark, suggestion
from notice_lint.reports.changes.wording import headline, sentence, value

_DRIFT = "text.drift"


def counsel(result: ChangeResult, words: Catalogue, *, wide: bool = True) -> Iterator[Block]:
    """Yield counsel's report: versions, the time ahead, all changes, drift, what is open, the sign-off.

    `wide` is for media that take a table with many columns; each change is told in full in any case.
    """
    document = document_word(result.about, words)
    yield Heading(sentence("changes.counsel.title", words, document=document, notice=result.about.id))
    yield Paragraph(words.sentence("changes.counsel.legal"), Tone.QUIET)
    yield from _versions(result, words)
    yield from lead(result, words)
    if result.changes:
        yield Heading(words.sentence("changes.counsel.table"), 2)
        yield _table(result.changes, words, wide=wide)
        yield Heading(words.sentence("changes.counsel.each"), 2)
        yield from (
            record(change, number, result, words, links=wide)
            for number, change in enumerate(result.changes, 1)
        )
    elif result.old is not None:
        yield Paragraph(words.sentence("changes.none"))
    yield from _steps(result, words, wide=wide)
    yield from trips(result, words)
    yield from _drift(result, words)
    yield from _undecided(result, words)
    yield from _sign_off(result, words)


def _versions(result: ChangeResult, words: Catalogue) -> Iterator[Block]:
    """Yield which versions were compared, where they came from, and how many changes there are."""
    yield Heading(words.sentence("changes.counsel.versions"), 2)
    rows: list[tuple[Prose, Prose]] = []
    for key, version in (("earlier", result.old), ("later", result.new)):
        if version is not None:
            rows.append((words.sentence(f"changes.counsel.{key}"), _version(version, words)))
    if result.old is not None:
        rows.append((words.sentence("changes.counsel.how"), words.sentence(f"changes.how.{result.old.how}")))
    else:
        rows.append(
            (words.sentence("changes.counsel.earlier"), words.sentence("changes.first-published.none"))
        )
    rows.append((words.sentence("changes.counsel.duties"), totals(result, words)))
    rows.append((words.sentence("changes.counsel.hash"), [Mono(list_hash(result))]))
    yield Facts(rows)
    if result.told:
        yield Items([value(term, words) for term in result.told])


def totals(result: ChangeResult, words: Catalogue) -> list[Inline]:
    """Return how many changes there are, and of each duty: the counts of the machine's report."""
    counted = counts(result.changes)
    shown = [name for name in (duty.value for duty in Duty) if counted[name]]
    each = words.list([words.say(f"changes.duties.{name}", counted[name]) for name in shown])
    return sentence("changes.counsel.totals", words, len(result.changes), list=each or "0")


def _version(version: Version, words: Catalogue) -> list[Inline]:
    unsaid = words.sentence("changes.counsel.unsaid")
    dates = {
        name: Term("date", date) if date else unsaid
        for name, date in (("effective", version.effective), ("published", version.published))
    }
    source: list[Inline] = [Mono(version.source)]
    digest: list[Inline] = [Mono(version.digest[:16])]
    named = version.version or unsaid
    return sentence("changes.counsel.version", words, version=named, source=source, digest=digest, **dates)


_HEAD = ("number", "duty", "direction", "change", "values")
_REST = ("law", "lines", "author", "fingerprint")


def _table(changes: Sequence[Change], words: Catalogue, *, wide: bool) -> Table:
    names = (*_HEAD, *_REST) if wide else _HEAD
    head = [words.sentence(f"changes.counsel.{name}") for name in names]
    rows = [_row(change, number, words, wide=wide) for number, change in enumerate(changes, 1)]
    return Table(head, rows, row_heads=True)


def _row(change: Change, number: int, words: Catalogue, *, wide: bool) -> list[Prose]:
    duty = duty_named(change.duty, words)
    narrow: list[Prose] = [str(number), duty, direction_named(change, words)]
    values = short_value(change, words)
    if not wide:
        return [*narrow, headline(change, words), values]
    told = [*headline(change, words), " ", Mono(change.code)]
    law = cited(change, words)
    return [*narrow, told, values, law, lines(change), author(change, words), [Mono(change.fingerprint)]]


def _steps(result: ChangeResult, words: Catalogue, *, wide: bool) -> Iterator[Block]:
    """Yield the way there, version by version, with the changes of each in one line."""
    if result.steps:
        yield Heading(words.sentence("changes.history"), 2)
    for step in result.steps:
        between: list[Inline] = [Foreign(f"{_name(step.old)} → {_name(step.new)}")]
        yield Heading(between, 3)
        if step.changes:
            yield _table(step.changes, words, wide=wide)
        else:
            yield Paragraph(words.sentence("changes.none"))


def _name(version: Version) -> str:
    return version.version or version.effective or version.source


def _drift(result: ChangeResult, words: Catalogue) -> Iterator[Block]:
    """Yield the texts that changed in one language and not in the other."""
    found = [change for change in result.changes if change.code == _DRIFT]
    yield Heading(words.sentence("changes.counsel.drift"), 2)
    if found:
        yield Items([_numbered(result, change, words) for change in found])
    else:
        yield Paragraph(words.sentence("changes.counsel.drift.none"))


def _numbered(result: ChangeResult, change: Change, words: Catalogue) -> list[Inline]:
    number = result.changes.index(change) + 1
    return [f"{number}. ", *headline(change, words)]


def _undecided(result: ChangeResult, words: Catalogue) -> Iterator[Block]:
    """Yield what the tool leaves to people: reviews, possible renames, entries that do not count."""
    yield Heading(words.sentence("changes.counsel.undecided"), 2)
    reviews = list(result.of(Duty.REVIEW))
    lines: list[Prose] = [suggestion(one, words) for one in result.suggestions]
    lines += [remark(one, words) for one in result.remarks]
    if reviews:
        yield Paragraph(sentence("changes.counsel.undecided.review", words, len(reviews)), Tone.WARNING)
        lines = [*(_numbered(result, change, words) for change in reviews), *lines]
    elif not lines:
        yield Paragraph(words.sentence("changes.counsel.undecided.none"))
    if lines:
        yield Items(lines)


def _sign_off(result: ChangeResult, words: Catalogue) -> Iterator[Block]:
    yield Heading(words.sentence("changes.counsel.sign"), 2)
    digest: list[Inline] = [Mono(list_hash(result))]
    yield Paragraph(sentence("changes.counsel.sign.text", words, hash=digest))
    line = words.sentence("changes.counsel.sign.line")
    yield Facts([(words.sentence(f"changes.counsel.sign.{name}"), line) for name in ("name", "date")])
