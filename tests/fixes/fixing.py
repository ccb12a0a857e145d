"""Fixes texts by the packs that ship, for tests."""

from collections.abc import Sequence
from datetime import date

from notice_lint.engine.shipped import shipped_packs
from notice_lint.reports.result import Result
from notice_lint.run.check import Options, Source, check
from notice_lint.run.fix import Fixed, fix
from notice_lint.source.document import Document
from notice_lint.source.parse import parse

DAY = date(2026, 11, 22)
HEAD = "format: 1\nnotice: {id: example, language: en}\n"


def judged(document: Document, only: Sequence[str] = ()) -> Result:
    """Return what the packs that ship find in a document."""
    options = Options(shipped_packs(), DAY, only)
    return check([Source(document.path, lambda: document)], options)


def fixed(text: str, *, unsafe: bool = False, bom: bool = False, only: Sequence[str] = ()) -> Fixed:
    """Return a text with its fixes."""
    document = parse(text, "notice.yaml", bom=bom)
    return fix(document, lambda one: judged(one, only), unsafe=unsafe)


def after(line: str, *, unsafe: bool = False) -> str:
    """Return what becomes of lines that stand below the smallest notice."""
    text = fixed(HEAD + line, unsafe=unsafe).document.text
    assert text.startswith(HEAD)
    return text.removeprefix(HEAD)
