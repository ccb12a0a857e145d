"""`check --fix` and `check --diff`: what is put right, what would be, and what could not."""

from collections.abc import Iterator, Sequence
from difflib import unified_diff
from typing import NamedTuple

import click

from notice_lint.errors import NoticeLintError, UnreadableNotice
from notice_lint.findings import Finding
from notice_lint.i18n import Catalogue
from notice_lint.pages.terminal import harmless, visible
from notice_lint.reports.result import Result
from notice_lint.run.check import Options, Source, check
from notice_lint.run.fix import Fixed, fix
from notice_lint.run.save import replace, sweep
from notice_lint.source.document import Document

_BOM = b"\xef\xbb\xbf"


class Mended(NamedTuple):
    """What came of one notice; nothing is written yet."""

    source: Source
    before: Document
    fixed: Fixed

    @property
    def changed(self) -> bool:
        """Whether its text is another one now."""
        return self.fixed.document.text != self.before.text


class Outcome(NamedTuple):
    """What `--diff` found: how many findings would be fixed, and what could not be read."""

    fixed: int
    unread: list[NoticeLintError]


def write(
    sources: Sequence[Source], options: Options, words: Catalogue, *, unsafe: bool
) -> list[NoticeLintError]:
    """Fix notices where they are, tell on the standard error what was fixed; return what was not written."""
    failures: list[NoticeLintError] = []
    done = left = 0
    for one in _mended(sources, options, [], unsafe=unsafe):  # the check tells what cannot be read
        sweep(one.source.path, one.before.path)
        if one.changed:
            try:
                replace(one.source.path, one.before.path, _bytes(one.before), _bytes(one.fixed.document))
            except NoticeLintError as error:
                failures.append(error)
                continue
        done += len(one.fixed.done)
        left += _left(one.fixed, unsafe=unsafe)
        _tell(one.fixed, words)
    _sum("fix.done", done, left, words)
    return failures


def diff(sources: Sequence[Source], options: Options, words: Catalogue, *, unsafe: bool) -> Outcome:
    """Print what would change as a unified diff. Nothing is written, and nothing else is reported."""
    done = left = 0
    unread: list[NoticeLintError] = []
    for one in _mended(sources, options, unread, unsafe=unsafe):
        done += len(one.fixed.done)
        left += _left(one.fixed, unsafe=unsafe)
        click.echo("".join(_unified(one)), nl=False)
    _sum("fix.would", done, left, words)
    return Outcome(done, unread)


def _mended(
    sources: Sequence[Source], options: Options, unread: list[NoticeLintError], *, unsafe: bool
) -> Iterator[Mended]:
    """Yield every notice that can be read, with its fixes applied; the others are added to `unread`."""
    for source in sources:
        try:
            document = source.read()
        except UnreadableNotice as error:
            unread.append(error)
            continue
        judge = _Judge(options)
        yield Mended(source, document, fix(document, judge, unsafe=unsafe))


class _Judge:
    """Judges one text as the run does; files other than notices have nothing to be fixed."""

    def __init__(self, options: Options) -> None:
        self._options = options._replace(whole=False, elsewhere=(), flows=False)

    def __call__(self, document: Document) -> Result:
        return check([Source(document.path, lambda: document)], self._options)


def _left(fixed: Fixed, *, unsafe: bool) -> int:
    """Return how many more findings guesses would put right."""
    if unsafe:
        return 0
    return sum(one.fix == "unsafe" and one.ignored is None for one in fixed.result.findings)


def _sum(key: str, done: int, left: int, words: Catalogue) -> None:
    click.echo(words.say(key, done) if done else words.say("fix.nothing"), err=True)
    if left:
        click.echo(words.say("fix.unsafe", left), err=True)


def _tell(fixed: Fixed, words: Catalogue) -> None:
    """Tell each fix at the place where its finding stood."""
    for done in fixed.done:
        _line(done.finding, words.arg(done.title))
    for refused in fixed.refused:
        _line(refused.finding, words.say("fix.refused", None, reason=refused.reason))


def _line(finding: Finding, sentence: str) -> None:
    place = f"{finding.path}:{finding.span.line}:{finding.span.column}"
    click.echo(harmless(visible(f"{place}: {sentence} ({finding.rule})")), err=True)


def _unified(one: Mended) -> Iterator[str]:
    """Yield the lines of the diff. A line that a terminal or a build service would obey is shown, not obeyed.

    Such a line is no longer what stands in the file, and a patch with it does not apply.
    """
    path = one.before.path
    before, after = (_lines(document.text) for document in (one.before, one.fixed.document))
    for line in unified_diff(before, after, f"a/{path}", f"b/{path}"):
        body = line.removesuffix("\n")
        returned = "\r" if body.endswith("\r") else ""
        shown = "\t".join(map(visible, body.removesuffix("\r").split("\t")))
        yield f"{harmless(shown)}{returned}\n"
        if body == line:
            yield "\\ No newline at end of file\n"


def _lines(text: str) -> list[str]:
    """Return the lines with their ends; a mark at the start of the file is no part of the first."""
    return [f"{line}\n" for line in text.split("\n")[:-1]] + [text.rpartition("\n")[2]] * (
        not text.endswith("\n")
    )


def _bytes(document: Document) -> bytes:
    return (_BOM if document.bom else b"") + document.text.encode()
