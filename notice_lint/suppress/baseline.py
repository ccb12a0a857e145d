"""The baseline: findings that were there before, accepted for a reason, in a file that people can read."""

import posixpath
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from notice_lint.errors import UnreadableNotice
from notice_lint.findings import Finding, Ignored
from notice_lint.schema.load import load_schema
from notice_lint.schema.mistake import Mistake, Mistaken
from notice_lint.schema.told import flaw_retold, violation_retold
from notice_lint.schema.validate import violations
from notice_lint.source.document import Document, Route
from notice_lint.source.read import read_bytes
from notice_lint.source.tree import Tree, joined, relative
from notice_lint.suppress.cover import Cover


class InvalidBaseline(Mistaken):
    """A baseline is wrong; `mistakes` say where and how."""

    refused = "baseline.refused"


class Entry(NamedTuple):
    """One accepted finding. `path` is that of the notice, from the root of the tree."""

    path: str
    fingerprint: str
    rule: str
    says: str
    excuse: Ignored
    added: str
    route: Route
    """Where it stands in the file; empty for one that is new."""


Key = tuple[str, str]
"""The path of a notice, and a fingerprint."""


class Baseline(NamedTuple):
    """A baseline as read."""

    path: str
    """From the root of the tree."""
    document: Document
    entries: tuple[Entry, ...]

    def covers(self) -> dict[Key, Cover]:
        """Return a cover for each entry, for one run to count with."""
        return {(one.path, one.fingerprint): _cover(one) for one in self.entries}

    def speaking(self, finding: Finding, path: str, earlier: Sequence[str]) -> Entry | None:
        """Return the entry that speaks of a finding; `earlier` are names that its rule had before."""
        wanted = set(keys(finding, path, earlier))
        return next((one for one in self.entries if (one.path, one.fingerprint) in wanted), None)


def keys(finding: Finding, path: str, earlier: Sequence[str]) -> list[Key]:
    """Return what a finding can be called in a baseline; `earlier` are names that its rule had before.

    A fingerprint is made of the rule's name: a finding of a renamed rule is looked for under all names.
    """
    return [(path, finding._replace(rule=rule).fingerprint) for rule in (finding.rule, *earlier)]


def _cover(entry: Entry) -> Cover:
    key = f"{entry.path} {entry.fingerprint}"
    return Cover((entry.rule,), entry.excuse, route=entry.route, key=key)


def load(tree: Tree, path: str, shown: str) -> Baseline:
    """Return what a baseline of the tree says; `shown` is its path as users see it.

    Raises `InvalidBaseline` with every mistake, `UnreadableNotice` if it cannot be opened or says nothing.
    """
    content = tree.read(path)
    if content is None:
        raise UnreadableNotice(shown, "there is no such file")
    document = read_bytes(content, shown)
    mistakes = [Mistake(shown, flaw.span, flaw_retold(flaw)) for flaw in document.flaws]
    for violation in [] if document.flaws else violations(document.data, load_schema("baseline")):
        span = document.key_span(violation.route) if violation.at_key else document.span(violation.route)
        mistakes.append(Mistake(shown, span, violation_retold(violation)))
    if mistakes:
        raise InvalidBaseline(mistakes, {shown: document.lines})
    return Baseline(path, document, tuple(_entries(document, posixpath.dirname(path))))


def _entries(document: Document, folder: str) -> Iterator[Entry]:
    data: Any = document.data
    for number, group in enumerate(data["accepted"]):
        until = group.get("until")
        excuse = Ignored("baseline", group["reason"], group.get("by"), None if until is None else str(until))
        for notice, findings in group["findings"].items():
            for index, one in enumerate(findings):
                route: Route = ("accepted", number, "findings", notice, index)
                path = joined(folder, notice) or notice
                says = str(one.get("says") or "")
                yield Entry(path, one["fingerprint"], one["rule"], says, excuse, str(group["added"]), route)


_HEAD = """\
# Findings that were there before and do not count, each group with its reason. Written by
# `notice-lint check --update-baseline`; reason, by and until may be edited by hand.
baseline: 1
accepted:
"""


def written(entries: Sequence[Entry], path: str) -> str:
    """Return a baseline as text. The same entries make the same bytes, in whatever order they come."""
    groups: dict[tuple[str, str, str, str], list[Entry]] = {}
    for entry in sorted(entries):
        excuse = entry.excuse
        key = (entry.added, excuse.reason, excuse.by or "", excuse.until or "")
        groups.setdefault(key, []).append(entry)
    text = "".join(_group(*key, found, path) for key, found in sorted(groups.items()))
    return _HEAD + text if text else _HEAD.replace("accepted:\n", "accepted: []\n")


def _group(  # noqa: PLR0913, PLR0917 - the head of a group
    added: str, reason: str, by: str, until: str, entries: Sequence[Entry], path: str
) -> str:
    lines = [f"  - reason: {_quoted(reason)}"]
    lines += [f"    by: {_quoted(by)}"] * bool(by)
    lines += [f"    until: {_quoted(until)}"] * bool(until)
    lines += [f"    added: {_quoted(added)}", "    findings:"]
    last = ""
    for entry in sorted(entries, key=lambda e: (e.path, e.rule, e.fingerprint)):
        if entry.path != last:
            lines.append(f"      {_quoted(relative(entry.path, posixpath.dirname(path)))}:")
        last = entry.path
        name, says = f"rule: {entry.rule}, fingerprint: {_quoted(entry.fingerprint)}", _quoted(entry.says)
        lines.append(f"        - {{{name}, says: {says}}}")
    return "".join(f"{line}\n" for line in lines)


def _quoted(text: str) -> str:
    """Return text between double quotes; JSON's escapes are YAML's as well. What nobody sees is spelt out."""
    from json import dumps  # noqa: PLC0415 - only where a baseline is written

    return dumps("".join(c if c.isprintable() else f"\\u{{{ord(c):x}}}" for c in text), ensure_ascii=False)
