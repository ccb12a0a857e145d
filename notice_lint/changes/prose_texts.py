"""Texts that changed, each once for all its languages: which changed, which did not, which came or went."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from notice_lint.changes.canonical_form import kind_of
from notice_lint.changes.change import Redline
from notice_lint.changes.comparison import MISSING, Languages, Leaf, Pair
from notice_lint.changes.prose import same
from notice_lint.changes.redline import redline
from notice_lint.source.document import Route


class TextChange(NamedTuple):
    """One text of an entry that stands on both sides and differs in some language."""

    path: Route
    """Of the text, without the language."""
    before: Mapping[str, str]
    after: Mapping[str, str]
    changed: tuple[str, ...]
    """Languages in which other words stand."""
    typographic: tuple[str, ...]
    """Languages in which only typography differs."""
    unchanged: tuple[str, ...]
    """Languages that stand on both sides and say the same, be it with other typography."""
    added: tuple[str, ...]
    """Languages that came here, though the notice as a whole had them."""
    removed: tuple[str, ...]
    redlines: tuple[Redline, ...]

    @property
    def drifts(self) -> bool:
        """Whether one language changed and another that stands on both sides did not."""
        return bool(self.changed and self.unchanged)

    @property
    def is_typographic(self) -> bool:
        """Whether nothing but typography differs, in any language."""
        return not (self.changed or self.added or self.removed)


def text_of(part: str, leaf: Leaf) -> Route | None:
    """Return the path of the text of which a leaf is one language, None for any other leaf."""
    kind = kind_of(part, leaf.path)
    if kind is None or kind.how not in ("text", "texts") or not leaf.path:
        return None
    if any(isinstance(side, dict) for side in (leaf.before, leaf.after)):
        return None  # the whole text came or went
    return leaf.path[:-1]


def text_changes(pair: Pair, languages: Languages) -> tuple[TextChange, ...]:
    """Return the texts of a pair that differ, each once.

    `languages` are those of the comparison: a language that the whole notice gained or lost is no change of
    one of its texts, and a text that differs by nothing else is left out.
    """
    if pair.before is None or pair.after is None:
        return ()
    paths = dict.fromkeys(path for leaf in pair.leaves if (path := text_of(pair.part, leaf)) is not None)
    found = (_change(path, pair.before.value, pair.after.value, languages) for path in paths)
    return tuple(change for change in found if change is not None)


def _change(path: Route, before: Any, after: Any, languages: Languages) -> TextChange | None:
    old, new = _at(before, path), _at(after, path)
    both = [language for language in new if language in old]
    unchanged = tuple(language for language in both if same(old[language], new[language]))
    change = TextChange(
        path,
        old,
        new,
        tuple(language for language in both if language not in unchanged),
        tuple(language for language in unchanged if old[language] != new[language]),
        unchanged,
        tuple(language for language in new if language not in old and language not in languages.added),
        tuple(language for language in old if language not in new and language not in languages.removed),
        tuple(_redlines(old, new, both)),
    )
    return None if change.is_typographic and not change.typographic else change


def _redlines(old: Mapping[str, str], new: Mapping[str, str], both: list[str]) -> Iterator[Redline]:
    for language in both:
        found = redline(old[language], new[language], language)
        if found is not None:
            yield found


def _at(value: Any, path: Route) -> dict[str, str]:
    for step in path:
        value = value.get(step, {}) if isinstance(value, dict) else {}
    return value if isinstance(value, dict) else {}


def only_a_language(part: str, leaf: Leaf, languages: Languages) -> bool:
    """Whether a leaf says only that the whole notice gained or lost a language."""
    if text_of(part, leaf) is None:
        return False
    language = leaf.path[-1]
    return (leaf.before is MISSING and language in languages.added) or (
        leaf.after is MISSING and language in languages.removed
    )
