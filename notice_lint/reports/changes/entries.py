"""One change as blocks: its sentence, before and after, what it means, and the author's words."""

from collections.abc import Iterator, Sequence

from notice_lint.changes.change import Authored, Change
from notice_lint.changes.change import Redline as Line
from notice_lint.i18n import Arg, Catalogue, Term, Text
from notice_lint.pages.blocks import (
    Block,
    Card,
    Details,
    Facts,
    Heading,
    Items,
    Paragraph,
    Pieced,
    Redline,
    Tone,
)
from notice_lint.pages.inline import Inline, Prose
from notice_lint.reports.changes.result import ChangeResult
from notice_lint.reports.changes.sections import Section, section
from notice_lint.reports.changes.wording import (
    dated,
    flat,
    headline,
    is_cut,
    meaning,
    quoted,
    sentence,
    value,
)

_KINDS = {"same": Pieced.SAME, "removed": Pieced.GONE, "added": Pieced.NEW}
_MORE = ("occasions", "countries", "protection", "role", "data", "purposes")
"""What fills the sentences of some codes and is told beside them."""

_FEW = 3
"""So many members of a list of texts fit on a line."""
_HALF = 0.5
"""A redline in which less stayed is harder to read than two texts."""
_SAID = (Section.REWORDED, Section.STATED, Section.FORM)
"""Sections that have said once what their changes mean."""
_TONES = {Section.AFFECTS: Tone.WARNING, Section.FAVOUR: Tone.GOOD, Section.FORM: Tone.QUIET}


def card(change: Change, number: int | str, result: ChangeResult, words: Catalogue, level: int = 3) -> Card:
    """Return one change as readers see it, under its number; at level 0 without its long lists in full."""
    blocks: list[Block] = [Heading([f"{number}. ", *headline(change, words)], level or 3, anchor(change))]
    means = meaning(change, words)
    if means and section(change) not in _SAID:
        blocks.append(Paragraph(means))
    rows = list(facts(change, result, words))
    if rows:
        blocks.append(Facts(rows))
    line = telling(change, words)
    if line is not None:
        blocks.append(redline(line, words))
    elif level:
        blocks += _in_full(change, result, words)
    return Card(blocks, _TONES.get(section(change), Tone.USUAL))


def anchor(change: Change) -> str:
    """Return the name of a change's place on a page."""
    return f"change-{change.fingerprint}"


def facts(change: Change, result: ChangeResult, words: Catalogue) -> Iterator[tuple[Prose, Prose]]:
    """Yield label and text: before, after, rights, reason, choices. Where a redline shows both, not twice."""
    label = flat(value(change.subject.label, words))
    sides = list(_sides(change, result, words))
    shown = [flat(value(side, words)) for _, side in sides]
    if is_cut(change.subject.label, words) and label not in shown:
        yield words.sentence("changes.concerns"), value(change.subject.label, words)
    occasion = occasion_of(change, result)
    if occasion is not None and ("occasion" not in change.args or is_cut(occasion, words)):
        yield words.sentence("changes.occasion"), value(occasion, words)
    if telling(change, words) is None:
        known = shown == [label] and not is_cut(change.subject.label, words)  # the headline has said it
        yield from ((when, _few(side, words)) for when, side in sides if not known)
    yield from more(change, words)
    rights = rights_of(change, words)
    if rights:
        yield words.sentence("changes.rights"), rights
    if change.authored:
        yield from says(change.authored, result, words)


def more(change: Change, words: Catalogue) -> Iterator[tuple[Prose, Prose]]:
    """Yield what else is known of a change: where data go, what protects them, which data, what for."""
    after = flat(value(change.shown_after, words))
    for name in _MORE:
        if name in change.args and flat(value(change.args[name], words)) != after:
            yield words.sentence(f"changes.fact.{name}"), _few(change.args[name], words)


def occasion_of(change: Change, result: ChangeResult) -> Text | None:
    """Return on which occasion the data are collected of which a change speaks; None if it is not of one."""
    if "occasions" in change.args:
        return None
    inside = change.route[:1] == ("collections",) and change.subject.kind != "collections"
    return result.occasions.get(str(change.route[1])) if inside and len(change.route) > 1 else None


def before_and_after(change: Change, result: ChangeResult, words: Catalogue) -> Iterator[tuple[Prose, Prose]]:
    """Yield what stood and what stands, in full; of what came or went, only the side that there is."""
    for label, side in _sides(change, result, words):
        yield label, value(side, words)


def _sides(change: Change, result: ChangeResult, words: Catalogue) -> Iterator[tuple[list[Inline], Arg]]:
    if change.shown_before is not None:
        only = change.shown_after is None and change.code.endswith(".narrowed")
        yield [words.sentence("changes.less" if only else "changes.before")], change.shown_before
    if change.shown_after is not None:
        only = change.shown_before is None and change.code.endswith(".widened")
        yield dated("changes.more" if only else "changes.from", result.effective, words), change.shown_after


def _few(side: Arg, words: Catalogue) -> list[Inline]:
    """Return a value for a line: of a long list the beginning, because all of it stands below."""
    members = _many(side)
    if not members:
        return value(side, words)
    more = words.say("list.more", len(members) - _FEW)
    first = value(Term("list", members[:_FEW]), words)
    return [*first, words.sentence("changes.list.semicolon"), more]


def _in_full(change: Change, result: ChangeResult, words: Catalogue) -> Iterator[Block]:
    """Yield the long lists of a change in full, folded away."""
    for label, side in _sides(change, result, words):
        members = _many(side)
        if members:
            summary = sentence("changes.counted", words, len(members), name=label)
            yield Details(summary, [Items([value(member, words) for member in members])])


def _many(side: Arg) -> Sequence[Arg]:
    """Return the members of a list that is too long for a line, else nothing."""
    if not isinstance(side, Term) or side.kind != "list" or not isinstance(side.value, Sequence):
        return ()
    long = [member for member in side.value if isinstance(member, Text)]
    return side.value if len(side.value) > _FEW + 1 and long else ()


def rights_of(change: Change, words: Catalogue) -> list[Inline]:
    """Return which rights a change brings and takes, from the law of the legal bases; nothing if none."""
    gained, lost = (
        words.list([words.sentence(f"changes.right.{name}") for name in names])
        for names in (change.rights_gained, change.rights_lost)
    )
    if not gained and not lost:
        return []
    key = "both" if gained and lost else "gained" if gained else "lost"
    return [words.say(f"changes.rights.{key}", gained=gained, lost=lost)]


def says(authored: Authored, result: ChangeResult, words: Catalogue) -> Iterator[tuple[Prose, Prose]]:
    """Yield the author's words, marked as the organisation's."""
    controller = result.about.controller
    if authored.reason:
        yield sentence("changes.why", words, controller=controller), [quoted(authored.reason, words)]
    if authored.impact:
        yield sentence("changes.impact", words, controller=controller), [quoted(authored.impact, words)]
    if authored.consent_renewal:
        renewed = [quoted(authored.consent_renewal, words)]
        yield sentence("changes.renewal", words, controller=controller), renewed
    if authored.nature:
        label = sentence("changes.nature", words, controller=controller)
        yield label, words.sentence(f"changes.nature.{authored.nature}")
    for choice in authored.choices:
        yield words.sentence("changes.choices"), [quoted(choice, words)]


def telling(change: Change, words: Catalogue) -> Line | None:
    """Return the redline by which readers see best what changed, None where two texts say it better.

    That is the one in their language, unless nearly every word is another.
    """
    if (change.shown_before is None) != (change.shown_after is None):
        return None
    found = next((line for line in change.redlines if line.language == words.language), None)
    return found if found is not None and _kept(found) >= _HALF else None


def _kept(line: Line) -> float:
    """Return how much of the longer one of two texts stayed."""
    lengths = {kind: sum(len(text) for which, text in line.pieces if which == kind) for kind in _KINDS}
    return lengths["same"] / max(1, lengths["same"] + max(lengths["removed"], lengths["added"]))


def redline(line: Line, words: Catalogue) -> Redline:
    """Return one redline as a block, with the words for what went and came."""
    labels = (words.sentence("changes.removed"), words.sentence("changes.added"))
    pieces = [(_KINDS[kind], text) for kind, text in line.pieces]
    return Redline(pieces, labels, line.language)


def joined(each: Sequence[Sequence[Inline]], between: str = " · ") -> list[Inline]:
    """Return several short texts on one line."""
    line: list[Inline] = []
    for pieces in each:
        line += [between, *pieces] if line else pieces
    return line
