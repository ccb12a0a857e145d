"""One change as counsel sees it: what it asks for and why, both places, the author's words, every redline."""

from collections.abc import Iterator

from notice_lint.changes.change import Change, Duty, Side
from notice_lint.i18n import Catalogue, Term
from notice_lint.i18n.terms import Arg
from notice_lint.pages.blocks import Block, Card, Details, Facts, Heading, Tone
from notice_lint.pages.inline import Foreign, Inline, Mono, Prose
from notice_lint.reports.changes.entries import (
    before_and_after,
    joined,
    more,
    occasion_of,
    redline,
    rights_of,
    says,
)
from notice_lint.reports.changes.law import cited, linked
from notice_lint.reports.changes.result import ChangeResult
from notice_lint.reports.changes.wording import flat, headline, meaning, quoted, sentence, value

_TONES = {Duty.REVIEW: Tone.WARNING, Duty.PRIOR_NOTICE: Tone.ERROR, Duty.ADVANCE_NOTICE: Tone.ERROR}
_SHORT = 120


def record(change: Change, number: int, result: ChangeResult, words: Catalogue, *, links: bool) -> Card:
    """Return everything that is known of one change; `links` if the law can be led to and not only cited."""
    blocks: list[Block] = [Heading([f"{number}. ", *headline(change, words)], 3)]
    blocks.append(Facts([(words.sentence(key), text) for key, text in _facts(change, words, links=links)]))
    occasion = occasion_of(change, result)
    where = [(words.sentence("changes.occasion"), value(occasion, words))] if occasion else []
    blocks.append(
        Facts(
            [*where, *before_and_after(change, result, words), *more(change, words), *_rights(change, words)]
        )
    )
    if change.authored:
        spoken = list(says(change.authored, result, words))
        blocks += [Facts(spoken)] if spoken else []
    blocks += _redlines(change, words)
    return Card([block for block in blocks if not isinstance(block, Facts) or block.rows], _tone(change))


def _facts(change: Change, words: Catalogue, *, links: bool) -> Iterator[tuple[str, Prose]]:
    yield "changes.counsel.duty", _duty(change, words)
    yield "changes.counsel.direction", direction_named(change, words)
    means = meaning(change, words)
    if means:
        yield "changes.counsel.meaning", means
    yield "changes.counsel.law", linked(change, words) if links else cited(change, words)
    yield "changes.counsel.code", [Mono(change.code)]
    yield "changes.counsel.fingerprint", [Mono(change.fingerprint)]
    yield "changes.counsel.places", _places(change, words)
    if change.authored is None or change.authored.reason is None:
        yield "changes.counsel.reason", words.sentence("changes.counsel.no-reason")
    yield "changes.counsel.acknowledged", acknowledged(change, words)


def duty_named(duty: Duty, words: Catalogue) -> str:
    """Return what a duty asks for, in words."""
    return words.sentence(f"changes.duty.{duty}")


def direction_named(change: Change, words: Catalogue) -> str:
    """Return whom a change favours, in words."""
    return words.sentence(f"changes.direction.{change.direction}")


def _duty(change: Change, words: Catalogue) -> Prose:
    duty = duty_named(change.duty, words)
    if not change.steps:
        return duty
    steps = words.list([words.sentence(f"changes.step.{step}") for step in change.steps])
    return words.say("changes.counsel.base", duty=duty, base=duty_named(change.base, words), steps=steps)


def _rights(change: Change, words: Catalogue) -> Iterator[tuple[Prose, Prose]]:
    rights = rights_of(change, words)
    if rights:
        yield words.sentence("changes.rights"), rights


def lines(change: Change) -> list[Inline]:
    """Return the lines and columns of both halves of a change, for a table below the names of the files."""
    sides = [f"{side.span.line}:{side.span.column}" if side else "–" for side in (change.old, change.new)]
    return [Mono(" → ".join(sides))]


def author(change: Change, words: Catalogue) -> list[Inline]:
    """Return what the author says of a change, in a few words: the reason, and who has classed it."""
    says = change.authored
    said: list[list[Inline]] = [[quoted(says.reason, words)]] if says and says.reason else []
    if says and says.acknowledged:
        said.append(acknowledged(change, words))
    return joined(said) or ["–"]


def _places(change: Change, words: Catalogue) -> list[Inline]:
    line = places(change)
    if change.echoes:
        line += [" · ", *sentence("changes.counsel.echoes", words, len(change.echoes))]
    return line


def places(change: Change) -> list[Inline]:
    """Return where a change stands in the old and in the new file."""
    sides = [side for side in (change.old, change.new) if side is not None]
    return joined([[Mono(place(side))] for side in sides], " → ")


def place(side: Side) -> str:
    """Return where something stands: "notice.yaml:88:14"."""
    return f"{side.path}:{side.span.line}:{side.span.column}"


def acknowledged(change: Change, words: Catalogue) -> list[Inline]:
    """Return who has read and classed a change, when, and until when that counts."""
    given = change.authored.acknowledged if change.authored else None
    if given is None:
        return [words.sentence("changes.counsel.open")]
    args: dict[str, Arg] = {"by": given.by, "when": Term("date", given.when)}
    if given.until is None:
        return sentence("changes.counsel.by", words, **args)
    return sentence("changes.counsel.by-until", words, **args, until=Term("date", given.until))


def _redlines(change: Change, words: Catalogue) -> Iterator[Block]:
    """Yield the redline of each language, with what it touches."""
    for line in change.redlines:
        name = words.sentence(f"language.{line.language}") if words.has(f"language.{line.language}") else ""
        alerts = words.list([words.sentence(f"changes.alert.{alert}") for alert in line.alerts])
        rows: list[tuple[Prose, Prose]] = []
        if alerts:
            rows.append((words.sentence("changes.counsel.touches"), alerts))
        inner: list[Block] = [Facts(rows)] if rows else []
        title = words.sentence("changes.counsel.redlines")
        summary: list[Inline] = [title, f" ({name})"] if name else [title, " (", Foreign(line.language), ")"]
        yield Details(summary, [*inner, redline(line, words)], open=True)


def short_value(change: Change, words: Catalogue) -> list[Inline]:
    """Return before and after on one line; a long one is cut, because the whole stands below."""
    sides = [_cut(flat(value(side, words))) for side in (change.shown_before, change.shown_after)]
    dash: list[Inline] = ["–"]
    return joined([[Foreign(side)] if side else dash for side in sides], " → ")


def _cut(text: str) -> str:
    line = " ".join(text.split(" "))
    return line if len(line) <= _SHORT else line[:_SHORT].rsplit(" ", 1)[0] + " …"


def _tone(change: Change) -> Tone:
    return _TONES.get(change.duty, Tone.USUAL)
