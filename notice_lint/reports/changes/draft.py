"""The skeleton of changes.yaml: what is missing there, with comments that people can read."""

from collections.abc import Iterator

from notice_lint.changes.authored import settled, subject_named
from notice_lint.changes.change import Change, Duty
from notice_lint.i18n import Catalogue
from notice_lint.pages.terminal import harmless, visible
from notice_lint.reports.changes.record import duty_named
from notice_lint.reports.changes.result import ChangeResult
from notice_lint.reports.changes.wording import flat, headline, value

_TOLD = (Duty.PRIOR_NOTICE, Duty.ADVANCE_NOTICE, Duty.NOTIFY)
_MOST = 300
"""Characters of a value in a comment; the notice has the rest."""


def draft(result: ChangeResult, words: Catalogue, path: str, *, whole: bool) -> str:
    """Return the entries that `changes.yaml` lacks, as YAML; `whole` if there is no such file yet.

    An entry is missing for a change that people are told of without a reason, and for one under review.
    Words that stand in the file already are never repeated.
    """
    missing = [change for change in result.changes if _lacks(change)]
    if not missing:
        return _comment(words.sentence("changes.draft.nothing"), "")
    lines = list(_head(result, words, path, whole=whole))
    for change in missing:
        lines += _entry(change, result, words)
    return "".join(f"{line}\n" for line in lines)


def _lacks(change: Change) -> bool:
    says = change.authored
    if change.duty is Duty.REVIEW:
        return not settled(change)
    return change.duty in _TOLD and (says is None or says.reason is None)


def _head(result: ChangeResult, words: Catalogue, path: str, *, whole: bool) -> Iterator[str]:
    yield _comment(words.sentence("changes.draft.head"), "").rstrip("\n")
    old = result.old.version or result.old.source if result.old else "–"
    new = result.new.version or result.new.source
    told = words.say("changes.draft.file", old=old, new=new, path=path)
    yield _comment(told, "").rstrip("\n")
    if whole:
        yield "format: 1"
        yield "changes:"


def _entry(change: Change, result: ChangeResult, words: Catalogue) -> Iterator[str]:
    yield ""
    yield _line(f"# {flat(headline(change, words))}", "  ")
    for name, side in (("before", change.shown_before), ("after", change.shown_after)):
        if side is not None:
            shown = _short(flat(value(side, words)))
            yield _line(f"#   {words.say(f'changes.draft.{name}', value=shown)}", "  ")
    yield _line(f"#   {words.say('changes.draft.asks', duty=duty_named(change.duty, words))}", "  ")
    if change.authored is not None:
        yield _line(f'# "{change.fingerprint}":', "  ")
        yield from _todo(change, words, "    # ")
        return
    yield f'  "{change.fingerprint}":'
    yield f"    code: {change.code}"
    yield f"    subject: {_quoted(visible(subject_named(change)))}"
    if result.old and result.old.version:
        yield f"    from: {_quoted(result.old.version)}"
    if result.new.version:
        yield f"    to: {_quoted(result.new.version)}"
    yield from _languages(result, words)
    yield from _todo(change, words, "    # ")


def _languages(result: ChangeResult, words: Catalogue) -> Iterator[str]:
    """Yield comments for the reason in each language: an empty one would say nothing."""
    told = words.sentence("changes.draft.reason")
    yield f"    # reason:  # {told}"
    yield from (f"    #   {_word(language)}: …" for language in result.about.languages)
    yield f"    # nature: …  # {words.sentence('changes.draft.nature')}"
    yield f"    # choices: […]  # {words.sentence('changes.draft.choices')}"


def _todo(change: Change, words: Catalogue, indent: str) -> Iterator[str]:
    if change.duty is Duty.REVIEW:
        yield f"{indent}acknowledged: {{by: …, when: …, duty: …}}  # {words.sentence('changes.draft.duty')}"


def _word(language: str) -> str:
    return language if language.replace("-", "").isalnum() else "fr"


def _comment(text: str, indent: str) -> str:
    return _line(f"# {text}", indent) + "\n"


def _line(text: str, indent: str) -> str:
    """Return a comment on one line: nothing that a notice says can end it and become YAML."""
    return harmless(indent + visible(" ".join(text.split(" "))))


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _MOST else f"{line[:_MOST].rsplit(' ', 1)[0]} …"


def _quoted(text: str) -> str:
    from json import dumps  # noqa: PLC0415 - a JSON string is a YAML one

    return dumps(text)
