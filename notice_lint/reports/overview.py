"""What a page says of the whole run: what was checked, what was not, how many of what, which rules ran."""

from collections.abc import Iterator, Sequence

from notice_lint.findings import Severity
from notice_lint.i18n import Catalogue, Term, Text
from notice_lint.pages.blocks import Block, Details, Heading, Items, Paragraph, Table, Tone
from notice_lint.pages.inline import Foreign, Inline, Mono, Prose, Ref, Strong
from notice_lint.reports.finding import day_of, place
from notice_lint.reports.result import Judged, Result, message
from notice_lint.reports.sections import Chapter
from notice_lint.reports.summary import fixable, headline


def title(result: Result, words: Catalogue) -> list[Inline]:
    """Return what the page is called: by the notice, or by how many there are."""
    if len(result.notices) == 1 and (notice := result.notices[0]).id:
        name = f"{notice.id} {notice.version}".rstrip()
        return [
            words.sentence("page.title"),
            words.sentence("page.colon"),
            Foreign(words.arg(Text({"": name}))),
        ]
    return [words.say("page.title.several", len(result.notices))]


def verdict(result: Result, words: Catalogue) -> Block:
    """Return the sentence that says what was checked and what came of it."""
    counted = list(result.counted())
    clean = not counted and result.complete
    worst = min((finding.severity.rank for finding in counted), default=None)
    tone = Tone.GOOD if clean else (Tone.ERROR, Tone.WARNING, Tone.NOTE)[worst or 0]
    return Paragraph(Strong(Foreign(headline(result, words, clean=clean))), tone)


def unchecked(result: Result, words: Catalogue, level: int) -> Iterator[Block]:
    """Yield what was not checked, first of all: nothing if everything was."""
    if result.complete:
        return
    yield Heading(words.sentence("page.unchecked"), level, "unchecked")
    yield Paragraph(words.sentence("page.unchecked.why"), Tone.ERROR)
    lines: list[Prose] = []
    for path, reason in result.could_not_check:
        lines.append([Mono(path), words.sentence("page.colon"), Foreign(words.failure(reason, {}))])
    for rule, path, reason in result.could_not_run:
        told: list[Inline] = [words.sentence("page.rule"), " ", Mono(rule), ", ", Mono(path)]
        lines.append([*told, words.sentence("page.colon"), Foreign(reason)])
    yield Items(lines)


def circumstances(result: Result, words: Catalogue, *, quiet: bool = False) -> Iterator[Block]:
    """Yield on which day and which data the verdicts rest, what was assumed, and what this is not.

    Where quiet is asked for, only what casts a doubt on the verdicts.
    """
    if result.assumed:
        yield Paragraph(words.say("report.assumed", what=Term("list", result.assumed)), Tone.WARNING)
    day = words.date(result.day.isoformat())
    as_of = Term("date", result.reference_data)
    if result.stale:
        yield Paragraph(words.say("report.stale", as_of=as_of, day=day), Tone.WARNING)
    if not result.quick_parser:
        yield Paragraph(words.sentence("report.pure-parser"))
    if quiet:
        return
    yield from (Paragraph(said) for said in fixable(result, words))
    yield Paragraph(words.say("report.data", as_of=as_of))


def about(notice: Judged, words: Catalogue) -> list[tuple[Prose, Prose]]:
    """Return what a notice is: short answers with labels."""
    rows: list[tuple[Prose, Prose]] = [(words.sentence("page.notice.file"), Mono(notice.path))]
    if notice.id:
        rows.append((words.sentence("page.notice.id"), Mono(notice.id)))
    if notice.version:
        rows.append((words.sentence("page.notice.version"), Foreign(notice.version)))
    if notice.regimes:
        laws = words.list([Term("word", regime) for regime in notice.regimes])
        rows.append((words.sentence("page.notice.laws"), laws))
    return rows


def counts_table(chapter: Chapter, words: Catalogue) -> Table:
    """Return how many findings of each severity stand in each section; the sections are links."""
    head = [words.sentence("page.section"), *(words.sentence(f"page.many.{s}") for s in Severity)]
    rows: list[list[Prose]] = [
        [
            Ref(Foreign(section.title), f"#{section.anchor}"),
            *(str(section.count(severity)) for severity in Severity),
        ]
        for section in chapter.sections
    ]
    totals = [sum(section.count(severity) for section in chapter.sections) for severity in Severity]
    rows.append([Strong(words.sentence("page.total")), *(Strong(str(total)) for total in totals)])
    return Table(head, rows, caption=words.sentence("page.overview.caption"), row_heads=True)


def ignored(result: Result, words: Catalogue, level: int) -> Iterator[Block]:
    """Yield the findings that are ignored, each with its reason: they are not hidden, they do not count."""
    found = [finding for finding in result.findings if finding.ignored is not None]
    if not found:
        return
    yield Heading(words.say("page.ignored.title", len(found)), level, "ignored")
    keys = ("finding", "place", "reason", "how", "by-whom", "until-when")
    rows: list[list[Prose]] = []
    for finding in found:
        why = finding.ignored
        if why is None:
            continue
        rows.append(
            [
                [Foreign(message(finding, result.rule(finding.rule), words)), " ", Mono(finding.rule)],
                Mono(place(finding)),
                Foreign(why.reason),
                words.sentence(f"page.how.{why.how}"),
                Foreign(why.by or "–"),
                Foreign(day_of(why.until, words) if why.until else "–"),
            ]
        )
    yield Table([words.sentence(f"page.ignored.{key}") for key in keys], rows, row_heads=True)


def rules_table(result: Result, words: Catalogue) -> Details:
    """Return the rules that ran, folded away: what each looks for, and whether it had something to check."""
    yes, no = words.sentence("page.yes"), words.sentence("page.no")
    rows: list[Sequence[Prose]] = [
        (
            [Mono(rule.name), f" ({rule.code})"],
            rule.words(words.language).summary,
            yes if rule.name in result.had_something else no,
        )
        for rule in result.rules
    ]
    head = [words.sentence(f"page.rules.{key}") for key in ("rule", "summary", "had")]
    return Details(words.say("page.rules.title", len(rows)), [Table(head, rows, row_heads=True)])
