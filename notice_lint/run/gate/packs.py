"""Rule packs of the repository before and after: rules that are gone, lower, or judge otherwise."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from notice_lint.engine.verify import PackFiles
from notice_lint.findings import Severity
from notice_lint.run.gate.weakening import FIRST, Weakening, detail, listed
from notice_lint.source.document import Document

_WORDS = (
    "summary",
    "message",
    "why",
    "fix_hint",
    "limits",
    "references",
    "since",
    "examples",
    "code",
    "name",
)
"""Keys of a rule that say how it speaks, not what it finds. Whatever is not here is weighed."""


def lowered(before: Sequence[PackFiles], after: Sequence[PackFiles]) -> list[Weakening]:
    """Return what packs of the repository lose. New rules, stricter ones and other words are no weakening."""
    now = {files.shown: files for files in after}
    rules = {name: (files, doc) for files in after for name, doc in rules_of(files).items()}
    found: list[Weakening] = []
    for files in before:
        if files.shown not in now:
            found += _gone(files, [name for name in rules_of(files) if name not in rules])
            continue
        for name, document in rules_of(files).items():
            found += _rule(name, document, *rules.get(name, (None, None)))
        new = now[files.shown]
        found += [*_locks(files, new), *_lists(files, new)]
    return found


def _gone(files: PackFiles, names: Sequence[str]) -> Iterator[Weakening]:
    """Yield a pack that is gone, unless all its rules are in another."""
    if names:
        said = detail("pack-gone", name=files.name, rules=listed(names))
        yield Weakening("packs", said, f"{files.shown}/pack.yaml", FIRST, (), tuple(names), files.name)


def rules_of(files: PackFiles) -> Mapping[str, Document]:
    """Return the rule files of a pack by the names that they give."""
    named = {}
    for document in files.rules.values():
        data = document.data if isinstance(document.data, dict) else {}
        if isinstance(data.get("name"), str):
            named[data["name"]] = document
    return named


def _rule(name: str, old: Document, _: PackFiles | None, new: Document | None) -> Iterator[Weakening]:
    if new is None:
        yield Weakening("packs", detail("rule-gone", rule=name), old.path, FIRST, (), (name,), name)
        return
    was, now = _severity(old), _severity(new)
    if now.rank > was.rank:
        said = detail("rule-severity", rule=name, before=was.value, after=now.value)
        route = ("severity",)
        yield Weakening("packs", said, new.path, new.key_span(route), route, (name,), was.value, now.value)
    changed = [key for key in _judging(old, new) if old.value((key,)) != new.value((key,))]
    if changed:
        said = detail("rule-changed", rule=name, keys=listed(changed))
        place = (changed[0],)
        yield Weakening("packs", said, new.path, new.key_span(place), place, (name,))


def _judging(*documents: Document) -> list[str]:
    keys = {
        key for document in documents for key in (document.data if isinstance(document.data, dict) else ())
    }
    return sorted(key for key in keys if isinstance(key, str) and key not in (*_WORDS, "severity"))


def _severity(document: Document) -> Severity:
    written = str(document.value(("severity",)))
    return Severity(written) if written in tuple(Severity) else Severity.NOTE


def _locks(old: PackFiles, new: PackFiles) -> Iterator[Weakening]:
    """Yield what a pack no longer locks."""
    was, now = (_locked(files.pack) for files in (old, new))
    gone = [] if now is True else (["*"] if was is True else [name for name in was if name not in now])
    if gone and new.pack is not None:
        names = () if gone == ["*"] else tuple(gone)
        said = detail("lock", rules=listed(names)) if names else detail("lock-all", name=new.name)
        yield Weakening("packs", said, new.pack.path, new.pack.key_span(("locked",)), ("locked",), names)


def _locked(pack: Document | None) -> Any:
    """Return the names of the rules that a pack locks, or True for all of its own."""
    said = pack.value(("locked",)) if pack is not None else None
    return (
        said
        if said is True
        else [name for name in said if isinstance(name, str)]
        if isinstance(said, list)
        else []
    )


def _lists(old: PackFiles, new: PackFiles) -> Iterator[Weakening]:
    """Yield word lists that differ: which way a change works, only a person can tell."""
    for language, document in old.lists.items():
        now = new.lists.get(language)
        if now is None or now.data != document.data:
            path, span = (now or document).path, FIRST
            yield Weakening("packs", detail("list", name=document.path), path, span)
