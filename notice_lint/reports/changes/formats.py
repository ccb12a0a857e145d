"""Every form of a comparison: for whom, and in which medium."""

from collections.abc import Iterable, Mapping

from notice_lint.i18n import Catalogue
from notice_lint.pages.blocks import Block
from notice_lint.pages.markdown import markdown
from notice_lint.pages.plain import plain
from notice_lint.reports.changes.result import ChangeResult
from notice_lint.reports.changes.wording import flat

AUDIENCES = ("readers", "counsel", "pr")
FORMATS: Mapping[str, tuple[str, ...]] = {
    "readers": ("text", "markdown", "html", "json", "short", "email"),
    "counsel": ("text", "markdown", "html", "json"),
    "pr": ("markdown", "json"),
}
"""The formats for each audience; the first is the usual one. JSON is the same for all."""

ALL = tuple(dict.fromkeys(form for forms in FORMATS.values() for form in forms))


def report(result: ChangeResult, words: Catalogue, audience: str, form: str, file: str) -> str:
    """Return a comparison as text; `file` is where changes.yaml belongs, which the pull request is told."""
    if form == "json":
        from notice_lint.reports.changes.json import report as machine  # noqa: PLC0415 - one form a run

        return machine(result, words)
    if audience == "pr":
        from notice_lint.reports.changes.pr import comment  # noqa: PLC0415 - likewise

        return comment(result, words, file)
    if form == "short":
        from notice_lint.reports.changes.short import short  # noqa: PLC0415 - likewise

        return short(result, words)
    if form == "email":
        from notice_lint.reports.changes.email import email  # noqa: PLC0415 - likewise

        return email(result, words)
    return _page(result, words, audience, form)


def _page(result: ChangeResult, words: Catalogue, audience: str, form: str) -> str:
    blocks = list(_blocks(result, words, audience, form))
    if form == "html":
        from notice_lint.pages.html import html  # noqa: PLC0415 - imports Jinja2, which takes 30 ms
        from notice_lint.reports.changes.readers import title  # noqa: PLC0415 - likewise

        return html(blocks, flat(title(result, words)), words.language)
    return {"text": plain, "markdown": markdown}[form](blocks, words.language)


def _blocks(result: ChangeResult, words: Catalogue, audience: str, form: str) -> Iterable[Block]:
    if audience == "counsel":
        from notice_lint.reports.changes.counsel import counsel  # noqa: PLC0415 - one form a run

        return counsel(result, words, wide=form != "text")
    from notice_lint.reports.changes.readers import readers  # noqa: PLC0415 - likewise

    return readers(result, words)
