"""The report for a meeting: one HTML file, first the whole, then the findings in the order of the notice."""

from collections.abc import Iterator

from notice_lint.findings import Finding
from notice_lint.i18n import Catalogue
from notice_lint.pages.blocks import Block, Card, Details, Facts, Heading, Link, Links, Paragraph, Tone
from notice_lint.pages.html import html
from notice_lint.pages.inline import Dim, Foreign, Inline, Mono, Prose, Ref, words_of
from notice_lint.reports import overview
from notice_lint.reports.finding import TONES, excerpt, place, reasons, related, remarks, sentence, trail
from notice_lint.reports.flows import pictured
from notice_lint.reports.look import Detail, Look
from notice_lint.reports.result import Result
from notice_lint.reports.sections import Chapter, chapters


def report(result: Result, words: Catalogue, look: Look) -> str:
    """Return the report as one HTML file without script; a quiet one has neither overview nor rules."""
    quiet = look.detail is Detail.QUIET
    page = [*_verdict(result, words, quiet=quiet), *_body(result, words, quiet=quiet)]
    return html(page, words_of(overview.title(result, words)), words.language)


def _verdict(result: Result, words: Catalogue, *, quiet: bool) -> Iterator[Block]:
    yield Heading(overview.title(result, words), 1, "top")
    yield overview.verdict(result, words)
    yield from overview.unchecked(result, words, 2)
    yield from overview.circumstances(result, words, quiet=quiet)


def _body(result: Result, words: Catalogue, *, quiet: bool) -> Iterator[Block]:
    found = chapters(result, words)
    if quiet:
        yield Heading(words.sentence("page.findings"), 2, "findings")
        yield from _Findings(result, words).blocks(found)
        yield from overview.ignored(result, words, 2)
        return
    yield from _contents(result, found, words)
    yield Heading(words.sentence("page.overview"), 2, "overview")
    for chapter in found:
        yield from _overview(chapter, words, alone=len(found) == 1)
    yield Heading(words.sentence("page.findings"), 2, "findings")
    yield from _Findings(result, words).blocks(found)
    yield from overview.ignored(result, words, 2)
    yield Heading(words.sentence("page.about"), 2, "about")
    yield Paragraph(words.sentence("page.about.text"))
    yield overview.rules_table(result, words)


def _contents(result: Result, found: list[Chapter], words: Catalogue) -> Iterator[Block]:
    keys = ["overview", "findings", "ignored", "about"]
    if not any(finding.ignored for finding in result.findings):
        keys.remove("ignored")
    links = [Link(words.sentence(f"page.contents.{key}"), f"#{key}") for key in keys]
    if any(chapter.notice.flows for chapter in found):
        links.insert(1, Link(words.sentence("page.flows"), "#flows-1"))
    yield Links(links)


def _overview(chapter: Chapter, words: Catalogue, *, alone: bool) -> Iterator[Block]:
    notice = chapter.notice
    if not alone:
        yield Heading(Foreign(notice.path), 3)
    yield Facts(overview.about(notice, words))
    if chapter.sections:
        yield overview.counts_table(chapter, words)
    else:
        yield Paragraph(words.sentence("page.nothing"), Tone.GOOD)
    if notice.flows:
        yield Heading(words.sentence("page.flows"), 3, f"flows-{chapter.number}")
        yield from pictured(notice.flows, words)


class _Findings:
    """Writes findings one after the other; the first of a rule is told in full, the next ones refer to it."""

    def __init__(self, result: Result, words: Catalogue) -> None:
        self._result = result
        self._words = words
        self._count = 0
        self._told: dict[str, int] = {}

    def blocks(self, found: list[Chapter]) -> Iterator[Block]:
        """Yield the findings, section by section."""
        for chapter in found:
            level = 3 if len(found) == 1 else 4
            if len(found) > 1:
                yield Heading(Foreign(chapter.notice.path), 3)
            if not chapter.sections:
                yield Paragraph(self._words.sentence("page.nothing"))
            for section in chapter.sections:
                yield Heading(Foreign(section.title), level, section.anchor)
                for finding in section.findings:
                    yield self._card(finding, level + 1)

    def _card(self, finding: Finding, level: int) -> Card:
        self._count += 1
        words, result = self._words, self._result
        rule = result.rule(finding.rule)
        severity = words.sentence(f"severity.{finding.severity}")
        title = f"{self._count}. {severity[:1].upper()}{severity[1:]}{words.sentence('page.colon')}"
        where: list[Inline] = [Foreign(trail(finding, words)), " ", Dim(Foreign(place(finding)))]
        blocks: list[Block] = [
            Heading([title, rule.words(words.language).summary], level, f"f{self._count}"),
            Paragraph(where),
            Paragraph(sentence(finding, result, words)),
            *remarks(finding, words),
            *excerpt(finding, result.notice(finding.path)),
            *self._reasons(finding),
            Paragraph(self._marks(finding), Tone.QUIET),
        ]
        return Card(blocks, TONES[finding.severity])

    def _reasons(self, finding: Finding) -> Iterator[Block]:
        words = self._words
        rows = related(finding, words)
        if rows:
            yield Facts(rows)
        first = self._told.setdefault(finding.rule, self._count)
        reason = reasons(finding, self._result, words)
        if first == self._count:
            yield reason
            return
        yield Paragraph(Ref(words.say("page.as-before", number=first), f"#f{first}"))
        yield Details(words.sentence("page.reasons"), [reason])

    def _marks(self, finding: Finding) -> Prose:
        words = self._words
        colon = words.sentence("page.colon")
        return [
            f"{words.sentence('page.rule')}{colon}",
            Mono(finding.rule),
            f" ({finding.code}) · {words.sentence('page.route')}{colon}",
            Mono(".".join(map(str, finding.route)) or "–"),
            f" · {words.sentence('page.fingerprint')}{colon}",
            Mono(finding.fingerprint),
        ]
