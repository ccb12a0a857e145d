"""A settings file, read and checked: its shape here, its rules where packs are known (`run.plan`)."""

import posixpath
from collections.abc import Iterator, Sequence

from notice_lint.errors import UnreadableNotice
from notice_lint.findings import Term
from notice_lint.schema.load import load_schema
from notice_lint.schema.mistake import Mistake, Mistaken
from notice_lint.schema.told import flaw_retold, violation_retold
from notice_lint.schema.validate import violations
from notice_lint.schema.violation import Violation
from notice_lint.settings.build import build
from notice_lint.settings.find import PYPROJECT
from notice_lint.settings.settings import Settings
from notice_lint.settings.toml import TomlDocument
from notice_lint.source.document import Document
from notice_lint.source.parse import parse
from notice_lint.source.read import read_bytes
from notice_lint.source.tree import Tree, joined

_SEVERITIES = ("error", "warning", "note")
_OFF = ("off", "false", "no", "skip", "never", "ignore")


class InvalidSettings(Mistaken):
    """The settings are wrong; `mistakes` say where and how."""

    refused = "settings.refused"


def load(tree: Tree, path: str, shown: str) -> Settings:
    """Return what a settings file of the tree says; `shown` is its path as users see it.

    Raises `InvalidSettings` with every mistake of its shape, and `UnreadableNotice` if it cannot be opened.
    """
    content = tree.read(path)
    if content is None:
        raise UnreadableNotice(shown, "there is no such file")
    document = _document(content, path, shown)
    mistakes = list(_mistakes(document))
    if not mistakes:
        mistakes = list(_leading_out(document, posixpath.dirname(path)))
    if mistakes:
        raise InvalidSettings(mistakes, {shown: document.lines})
    return build(document, posixpath.dirname(path))


def _document(content: bytes, path: str, shown: str) -> Document | TomlDocument:
    if posixpath.basename(path) == PYPROJECT:
        return TomlDocument(shown, content)
    try:
        return read_bytes(content, shown)
    except UnreadableNotice:  # nothing but blanks and comments: a starter, and nothing is set
        return parse("{}", shown)


def _mistakes(document: Document | TomlDocument) -> Iterator[Mistake]:
    for flaw in document.flaws:
        told = Term("phrase", "settings.toml") if flaw.kind == "toml" else flaw_retold(flaw)
        yield Mistake(document.path, flaw.span, told)
    for violation in [] if document.flaws else violations(document.data, load_schema("settings")):
        span = document.key_span(violation.route) if violation.at_key else document.span(violation.route)
        yield Mistake(document.path, span, _told(violation))


def _told(violation: Violation) -> Term:
    """Return the sentence for a mistake; of what is switched off without a reason, with the whole form."""
    place, value = violation.route, str(violation.args.get("value", ""))
    lacks = violation.kind == "key-missing" and "reason" in violation.args.get("keys", ())
    if not lacks and violation.kind not in ("not-a-mapping", "not-a-list"):
        return violation_retold(violation)
    holder, name = (place[-2], str(place[-1])) if len(place) > 1 else ("", "")
    kind, form = "", ""
    if holder == "severity" and value in _OFF:
        kind, form = "off", f"- {{rule: {name}, reason: …}}"
    elif holder == "severity":
        grade = value if value in _SEVERITIES else "note"
        kind, form = "severity", f"{name}: {{severity: {grade}, reason: …}}"
    elif holder == "skip" or (violation.kind == "not-a-list" and name == "skip"):
        kind, form = "skip", f"- {{rule: {value or 'TR01'}, reason: …}}"
    elif holder == "packs":
        kind, form = "pack", f"{name}: {{off: true, reason: …}}"
    elif place == ("only",):
        kind, form = "only", f"only: {{rules: [{value or 'TR01'}], reason: …}}"
    if not kind:
        return violation_retold(violation)
    return Term("phrase", f"settings.{kind}-needs-reason", {"form": form})


def _leading_out(document: Document | TomlDocument, folder: str) -> Iterator[Mistake]:
    """Yield paths that lead out of the repository: no other machine would read the same."""
    data = document.data if isinstance(document.data, dict) else {}
    lists = [("rules", index, path) for index, path in enumerate(data.get("rules") or ())]
    lists += [("notices", index, path) for index, path in enumerate(data.get("notices") or ())]
    places: Sequence[tuple[tuple[str | int, ...], str]] = [((key, index), path) for key, index, path in lists]
    if data.get("baseline"):
        places = [*places, (("baseline",), data["baseline"])]
    for route, path in places:
        if joined(folder, path) is None:
            detail = Term("phrase", "settings.leads-out", {"path": path})
            yield Mistake(document.path, document.span(route), detail)
