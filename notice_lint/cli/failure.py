"""Words for what kept the tool from doing its job."""

from notice_lint.errors import NoticeLintError

CANNOT = 2


def words_of(error: NoticeLintError) -> str:
    """Return what to tell the user; of a wrong rule pack, one line a mistake, with file, line and column."""
    from notice_lint.cli.language import language_of_user  # noqa: PLC0415 - only where something failed
    from notice_lint.engine.folders import InvalidRulePack  # noqa: PLC0415 - likewise
    from notice_lint.i18n import Term, catalogue  # noqa: PLC0415 - likewise
    from notice_lint.i18n.nearest import nearest  # noqa: PLC0415 - likewise
    from notice_lint.pages.terminal import harmless, visible  # noqa: PLC0415 - likewise
    from notice_lint.reference.world import UnknownAssumption  # noqa: PLC0415 - likewise

    words = catalogue(language_of_user())
    if isinstance(error, UnknownAssumption):
        args = {"name": error.ids[0], "suggestion": nearest(error.ids[0], error.choices)}
        sentence = words.arg(
            Term("phrase", "assumption.unknown", {**args, "choices": ", ".join(error.choices)})
        )
        return harmless(visible(sentence))
    if not isinstance(error, InvalidRulePack):
        return harmless(visible(words.failure(error.sentence, error.filled)))
    lines = [f"{m.path}:{m.span.line}:{m.span.column}: {words.arg(m.detail)}" for m in error.mistakes]
    return words.say("pack.refused", len(lines)) + "".join(f"\n{harmless(visible(line))}" for line in lines)
