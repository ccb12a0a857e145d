"""What is left to people: renames that nobody declared, and entries of changes.yaml that do not count."""

from notice_lint.changes.authored import Remark
from notice_lint.changes.comparison import Suggestion
from notice_lint.i18n import Catalogue, Term
from notice_lint.i18n.terms import Arg
from notice_lint.pages.inline import Inline, Mono
from notice_lint.reports.changes.wording import Filling, sentence


def suggestion(one: Suggestion, words: Catalogue) -> list[Inline]:
    """Return what the author should look at: a rename, perhaps, or an id that names something else now."""
    part = words.part(one.part)
    hint: list[Inline] = [Mono(f"previous_ids: [{one.old}]")]
    args: dict[str, Filling] = {"part": part, "old": one.old, "new": one.new, "hint": hint}
    return sentence(f"changes.suggestion.{one.why}", words, **args)


def remark(one: Remark, words: Catalogue) -> list[Inline]:
    """Return what an entry of changes.yaml does not do, with its place."""
    entry = one.entry
    args: dict[str, Arg] = {"fingerprint": entry.fingerprint, "code": entry.code, "subject": entry.subject}
    given = entry.says.acknowledged
    if given is not None:
        args |= {"by": given.by, "until": Term("date", given.until or given.when)}
        args["here"] = Term("phrase", f"changes.duty.{given.duty}")
    if one.duty is not None:
        args["duty"] = Term("phrase", f"changes.duty.{one.duty}")
    key = f"changes.remark.{one.kind}"
    if one.now:
        return sentence(f"{key}.now", words, **args, now=one.now)
    return sentence(key, words, **args)


def place_of(one: Remark) -> str:
    """Return where the entry stands: "changes.yaml:12:3"."""
    return f"{one.path}:{one.entry.span.line}:{one.entry.span.column}"
