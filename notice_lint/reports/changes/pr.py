"""The comment on a pull request: one verdict, what people must be told of, the rest folded away."""

from collections.abc import Iterator, Sequence
from hashlib import sha256

from notice_lint.changes.authored import settled
from notice_lint.changes.change import Change, Duty
from notice_lint.i18n import Catalogue, Term
from notice_lint.pages.blocks import Block, Card, Details, Heading, Items, Paragraph, Table, Tone
from notice_lint.pages.inline import Foreign, Inline, Mono, Prose, Strong, colon
from notice_lint.pages.markdown import markdown
from notice_lint.reports.changes.counsel import totals
from notice_lint.reports.changes.document import document_word
from notice_lint.reports.changes.entries import redline
from notice_lint.reports.changes.record import duty_named, short_value
from notice_lint.reports.changes.result import ChangeResult
from notice_lint.reports.changes.undecided import remark, suggestion
from notice_lint.reports.changes.wording import headline, sentence

MOST = 65_000
"""Characters. GitHub takes 65,536 in a comment."""

_TELL = (Duty.REVIEW, Duty.PRIOR_NOTICE, Duty.ADVANCE_NOTICE, Duty.NOTIFY)
_HEAD = ("number", "duty", "change", "values", "fingerprint")


def comment(result: ChangeResult, words: Catalogue, path: str) -> str:
    """Return the comment, with a mark by which it is found again; `path` is where changes.yaml belongs.

    It is never longer than `MOST`: then redlines go first, then changes from the end; it says how many.
    """
    mark = f"<!-- notice-lint:changes:{sha256(result.about.id.encode()).hexdigest()[:16]} -->\n"
    least, most = 0, len(result.changes)
    for redlines in (True, False):
        text = mark + markdown(blocks(result, words, path, most, redlines=redlines), words.language)
        if len(text) <= MOST:
            return text
    while least < most:  # the largest number that fits
        middle = (least + most + 1) // 2
        text = mark + markdown(blocks(result, words, path, middle, redlines=False), words.language)
        least, most = (middle, most) if len(text) <= MOST else (least, middle - 1)
    return mark + markdown(blocks(result, words, path, least, redlines=False), words.language)


def blocks(
    result: ChangeResult, words: Catalogue, path: str, most: int, *, redlines: bool
) -> Iterator[Block]:
    """Yield the comment's blocks with the first `most` changes."""
    yield Heading(sentence("changes.pr.title", words, document=document_word(result.about, words)), 3)
    yield from _verdict(result, words)
    if result.old is None or not result.changes:
        return
    shown = result.changes[:most]
    told = sorted((change for change in shown if change.duty in _TELL), key=_is_text)
    rest = [change for change in shown if change.duty not in _TELL]
    if told:
        yield _table(result, told, words)
    if rest:
        yield Details(sentence("changes.pr.rest", words, len(rest)), [_table(result, rest, words)])
    lines = [change for change in shown if change.redlines]
    if lines and redlines:
        cards = [_redlines(result, change, words) for change in lines]
        yield Details(sentence("changes.pr.redlines", words, len(lines)), cards)
    if most < len(result.changes):
        yield Paragraph(sentence("changes.pr.fewer", words, len(result.changes) - most), Tone.WARNING)
    remarks = [*(remark(one, words) for one in result.remarks)]
    remarks += [suggestion(one, words) for one in result.suggestions]
    if remarks:
        yield Items(remarks)
    how = sentence("changes.pr.how.text", words, path=path)
    yield Details(words.sentence("changes.pr.how"), [Paragraph(how)])


def _is_text(change: Change) -> bool:
    """Whether it is prose in other words: many of these would hide what the tool knows the meaning of."""
    return change.code.startswith("text.")


def _verdict(result: ChangeResult, words: Catalogue) -> Iterator[Block]:
    """Yield what was compared, how much of what came out, and the earliest day under the policy."""
    if result.old is None:
        yield Paragraph(words.sentence("changes.first-published.none"))
        return
    names = [version.version or version.effective or version.source for version in (result.old, result.new)]
    yield Paragraph(sentence("changes.pr.between", words, old=names[0], new=names[1]), Tone.QUIET)
    if not result.changes:
        yield Paragraph([Strong(words.sentence("changes.none"))])
        return
    line = totals(result, words)
    if result.lead and result.lead.earliest:
        earliest = sentence("changes.lead.earliest", words, earliest=Term("date", result.lead.earliest))
        line += [" — ", *earliest]
    yield Paragraph(line)


def _table(result: ChangeResult, changes: Sequence[Change], words: Catalogue) -> Table:
    head = [words.sentence(f"changes.counsel.{name}") for name in _HEAD]
    return Table(head, [_row(result, change, words) for change in changes])


def _row(result: ChangeResult, change: Change, words: Catalogue) -> list[Prose]:
    duty: list[Inline] = [duty_named(change.duty, words)]
    if settled(change):
        duty += [" ✓"]
    number = str(result.changes.index(change) + 1)
    values = short_value(change, words)
    return [number, duty, headline(change, words), values, [Mono(change.fingerprint)]]


def _redlines(result: ChangeResult, change: Change, words: Catalogue) -> Card:
    number = result.changes.index(change) + 1
    lines: list[Block] = [Heading([f"{number}. ", *headline(change, words)], 4)]
    for line in change.redlines:
        alerts = words.list([words.sentence(f"changes.alert.{alert}") for alert in line.alerts])
        language: list[Inline] = [Foreign(line.language)]
        if alerts:
            touches = words.sentence("changes.counsel.touches") + colon(words.language)
            language += [" · ", touches, " ", alerts]
        lines += [Paragraph(language), redline(line, words)]
    return Card(lines)
