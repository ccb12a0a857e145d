"""Words for what kept the tool from doing its job."""

from collections.abc import Iterator, Sequence

from notice_lint.errors import NoticeLintError
from notice_lint.i18n import Catalogue
from notice_lint.schema.mistake import Mistake, Mistaken

CANNOT = 2
_LONGEST = 110


def words_of(error: NoticeLintError) -> str:
    """Return what to tell the user; of a wrong file, one line a mistake, with file, line and column."""
    from notice_lint.cli.language import language_of_user  # noqa: PLC0415 - only where something failed
    from notice_lint.i18n import Term, catalogue  # noqa: PLC0415 - likewise
    from notice_lint.i18n.nearest import nearest  # noqa: PLC0415 - likewise
    from notice_lint.reference.world import UnknownAssumption  # noqa: PLC0415 - likewise

    words = catalogue(language_of_user())
    if isinstance(error, UnknownAssumption):
        args = {"name": error.ids[0], "suggestion": nearest(error.ids[0], error.choices)}
        return _safe(
            words.arg(Term("phrase", "assumption.unknown", {**args, "choices": ", ".join(error.choices)}))
        )
    if not isinstance(error, Mistaken):
        return _safe(words.failure(error.sentence, error.filled))
    lines = [line for one in error.mistakes for line in _mistake(one, error.lines.get(one.path, ()), words)]
    return words.say(error.refused, len(error.mistakes)) + "".join(f"\n{line}" for line in lines)


def _mistake(mistake: Mistake, lines: Sequence[str], words: Catalogue) -> Iterator[str]:
    """Yield a mistake as a line that editors can follow, and its excerpt where the file's lines are known."""
    span = mistake.span
    yield _safe(f"{mistake.path}:{span.line}:{span.column}: {words.arg(mistake.detail)}")
    if span.line <= len(lines):
        from notice_lint.pages.terminal import visible  # noqa: PLC0415 - only where something failed

        line = lines[span.line - 1]
        cut = max(0, span.column - _LONGEST // 2) if len(line) > _LONGEST else 0
        start = len(visible(line[cut : span.column - 1]))
        end = span.end_column if span.end_line == span.line else len(line) + 1
        marked = len(visible(line[span.column - 1 : min(end - 1, cut + _LONGEST)]))
        width = len(str(span.line))
        yield _safe(f"  {span.line} │ {line[cut : cut + _LONGEST]}")
        yield f"  {' ' * width} │ {' ' * start}{'^' * max(1, marked)}"


def _safe(line: str) -> str:
    from notice_lint.pages.terminal import harmless, visible  # noqa: PLC0415 - only where something failed

    return harmless(visible(line))
