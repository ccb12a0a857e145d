"""Is a pack sound? All that can be known is checked before a rule runs, with the place of each mistake."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from notice_lint.engine.conditions_checked import Conditions
from notice_lint.engine.operators import OPERATORS
from notice_lint.engine.placeholders import placeholders
from notice_lint.findings import Term
from notice_lint.model.views import VIEWS
from notice_lint.schema.load import load_schema
from notice_lint.schema.mistake import Mistake, Spot
from notice_lint.schema.told import flaw_retold, violation_retold
from notice_lint.schema.validate import violations
from notice_lint.source.document import Document, Route

__all__ = ["Mistake", "PackFiles", "verify"]

_WORDS = ("summary", "message", "why", "fix_hint", "limits")


class PackFiles(NamedTuple):
    """The files of one pack as read."""

    name: str
    shown: str
    pack: Document | None
    rules: Mapping[str, Document]
    words: Mapping[str, Document]
    lists: Mapping[str, Document]

    def documents(self) -> Iterator[Document]:
        """Yield every file."""
        yield from (self.pack,) if self.pack else ()
        yield from (*self.rules.values(), *self.words.values(), *self.lists.values())

    def raw(self) -> dict[str, Any]:
        """Return the data of all files, in the form that `assemble` takes and the build compiles."""
        return {
            "name": self.name,
            "pack": self.pack.data if self.pack else {},
            "rules": {name: document.data for name, document in self.rules.items()},
            "paths": {name: document.path for name, document in self.rules.items()},
            "words": {language: document.data or {} for language, document in self.words.items()},
            "lists": {language: document.data or {} for language, document in self.lists.items()},
        }


def verify(packs: Sequence[PackFiles], taken: Mapping[str, str]) -> list[Mistake]:
    """Return every mistake in these packs, in the order of files and lines.

    `taken` are the names and codes of rules that exist already, each with where.
    """
    mistakes = [mistake for pack in packs for mistake in _pack(pack)]
    return mistakes or [*_taken_twice(packs, taken), *_locked(packs, taken)]


def _pack(files: PackFiles) -> Iterator[Mistake]:
    if files.pack is None:
        yield Mistake.of(files.shown, "no-pack-file")
        return
    if not files.rules:
        yield Mistake.of(files.shown, "no-rules")
    yield from _shape(files.pack, "pack")
    for document in files.lists.values():
        yield from _list_file(document)
    lists = {name for document in files.lists.values() for name in _mapping(document.data)}
    messages: dict[str, str] = {}
    for name, document in files.rules.items():
        mistakes = list(_shape(document, "rule", but=_CONDITIONS))
        if not document.flaws and _has_what_meaning_needs(_mapping(document.data)):
            mistakes += _rule(document, name, lists)
        yield from sorted(mistakes, key=lambda mistake: mistake.span)
        if not mistakes:
            messages[name] = str(_mapping(document.data)["message"])
    for document in files.words.values():
        yield from _words_file(document, files.rules, messages)


def _flaws(document: Document) -> Iterator[Mistake]:
    """Yield what is wrong with the text of a file."""
    for flaw in document.flaws:
        yield Mistake(document.path, flaw.span, flaw_retold(flaw))


_CONDITIONS = ("where", "require")


def _has_what_meaning_needs(rule: Mapping[str, Any]) -> bool:
    """Whether a rule has the parts that `_rule` looks into, each of the right kind."""
    texts = all(isinstance(rule.get(key), str) for key in ("name", "for_each", "message"))
    examples = rule.get("examples")
    conditions = isinstance(rule.get("require"), dict) and isinstance(rule.get("where") or {}, dict)
    return texts and conditions and isinstance(examples, list)


def _shape(document: Document, schema: str, but: Collection[str] = ()) -> Iterator[Mistake]:
    """Yield what is wrong with the shape of a file, but not inside the parts that `but` names."""
    yield from _flaws(document)
    for violation in [] if document.flaws else violations(document.data, load_schema(schema)):
        if len(violation.route) > 1 and violation.route[0] in but:
            continue
        span = document.key_span(violation.route) if violation.at_key else document.span(violation.route)
        yield Mistake(document.path, span, violation_retold(violation))


def _rule(document: Document, name: str, lists: Collection[str]) -> Iterator[Mistake]:
    spot, rule = Spot(document), _mapping(document.data)
    if rule["name"] != name:
        yield spot.mistake(("name",), "file-name", file=name, name=str(rule["name"]))
    view = str(rule["for_each"])
    if view not in VIEWS:
        yield spot.unknown(("for_each",), "unknown-view", view, VIEWS)
        return
    fields = VIEWS[view].fields
    if rule.get("at") and rule["at"] not in fields:
        yield spot.unknown(("at",), "unknown-field", str(rule["at"]), fields, view=view)
    conditions = Conditions(spot, view, lists)
    for part in ("where", "require"):
        yield from conditions.mistakes((part,), rule.get(part) or {})
    if view == "document" and not conditions.checks:
        yield spot.mistake(("require",), "document-needs-check")
    yield from _message(spot, rule, {*fields, *_arguments(rule, conditions.checks)})
    yield from _examples(spot, rule)


def _arguments(rule: Mapping[str, Any], checks: Sequence[str]) -> set[str]:
    """Return what operators add to the placeholders; `mentions_none` adds the words that were found."""
    known = {argument for name in checks if name in OPERATORS for argument in OPERATORS[name].arguments}
    return known | ({"found"} if "mentions_none" in repr(rule["require"]) else set())


def _message(spot: Spot, rule: Mapping[str, Any], known: set[str]) -> Iterator[Mistake]:
    message = str(rule["message"])
    if message.count("{") != message.count("}"):
        yield spot.mistake(("message",), "brace")
    for name in sorted(placeholders(message) - known):
        yield spot.unknown(("message",), "unknown-placeholder", name, known)


def _examples(spot: Spot, rule: Mapping[str, Any]) -> Iterator[Mistake]:
    examples = [_mapping(example) for example in rule["examples"]]
    for index, example in enumerate(examples):
        if ("notice" in example) == ("text" in example):
            yield spot.mistake(("examples", index), "example-needs-one")
        if "fixed" in example and not ("text" in example and rule.get("fix")):
            yield spot.mistake(("examples", index, "fixed"), "fixed-without-fix", at_key=True)
    if rule.get("fix") and not any("fixed" in example for example in examples):
        yield spot.mistake(("fix",), "fix-without-example")
    if not any(example.get("finds") for example in examples):
        yield spot.mistake(("examples",), "no-found-example")
    if all(example.get("finds") for example in examples):
        yield spot.mistake(("examples",), "no-passing-example")


def _words_file(document: Document, rules: Collection[str], messages: Mapping[str, str]) -> Iterator[Mistake]:
    """Check the words of a language; `messages` are those of the rules that are sound."""
    yield from _flaws(document)
    spot = Spot(document)
    for name, texts in _mapping(document.data).items():
        if name not in rules:
            yield spot.unknown((name,), "words-unknown-rule", name, rules, at_key=True)
            continue
        for key, text in _mapping(texts).items():
            if key not in _WORDS:
                yield spot.mistake((name, key), "words-unknown-key", at_key=True, name=key)
            elif not isinstance(text, str):
                yield spot.mistake((name, key), "words-not-text")
        message = _mapping(texts).get("message")
        if name in messages and isinstance(message, str):
            yield from _same_braces(spot, (name, "message"), message, messages[name])


def _same_braces(spot: Spot, route: Route, here: str, there: str) -> Iterator[Mistake]:
    names = [Term("list", tuple(sorted(placeholders(message)))) for message in (here, there)]
    if names[0] != names[1]:
        yield spot.mistake(route, "words-placeholder", here=names[0], there=names[1])


def _list_file(document: Document) -> Iterator[Mistake]:
    yield from _flaws(document)
    spot = Spot(document)
    for name, entries in _mapping(document.data).items():
        if not isinstance(entries, list):
            yield spot.mistake((name,), "list-entry")
            continue
        for index, one in enumerate(entries):
            if not _is_entry(one):
                yield spot.mistake((name, index), "list-entry")


def _is_entry(one: object) -> bool:
    if isinstance(one, dict):
        near = [one.get(key) for key in ("unless_before", "unless_after") if key in one]
        known = set(one) <= {"phrase", "unless_before", "unless_after"}
        return known and _is_phrase(one.get("phrase")) and all(isinstance(words, list) for words in near)
    return _is_phrase(one)


def _is_phrase(one: object) -> bool:
    return isinstance(one, str) and any(sign.isalnum() for sign in one)


def _taken_twice(packs: Sequence[PackFiles], others: Mapping[str, str]) -> Iterator[Mistake]:
    """Yield names and codes that two rules share: both are how users name a rule."""
    for key, kind in (("name", "duplicate-name"), ("code", "duplicate-code")):
        taken = dict(others)
        for document in (document for files in packs for document in files.rules.values()):
            value = str(_mapping(document.data).get(key) or "")
            if value and value in taken:
                yield Spot(document).mistake((key,), kind, name=value, other=taken[value])
            taken.setdefault(value, document.path)


def _locked(packs: Sequence[PackFiles], others: Mapping[str, str]) -> Iterator[Mistake]:
    """Yield locked rules that do not exist: nobody would learn that they are not in force."""
    known = {name for files in packs for name in files.rules} | {name for name in others if name.islower()}
    for document in (files.pack for files in packs if files.pack is not None):
        locked = _mapping(document.data).get("locked")
        for index, name in enumerate(locked if isinstance(locked, list) else ()):
            if name not in known:
                yield Spot(document).unknown(("locked", index), "locked-unknown", str(name), known)


def _mapping(data: object) -> dict[str, Any]:
    return data if isinstance(data, dict) else {}
