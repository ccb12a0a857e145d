"""Renames that nobody declared: told to the author, never acted on, for a wrong one would hide a removal."""

from collections.abc import Iterator, Sequence
from json import dumps

from notice_lint.changes.canonical_form import NAMED, kind_of
from notice_lint.changes.compare_leaves import strings
from notice_lint.changes.comparison import Entry, Pair, Suggestion

THRESHOLD = 0.6
"""How much of both must be the same, words counted by the field they stand in."""
MARGIN = 0.1
"""By how much the best must be better than the next."""
MOST = 200
"""Entries a side that are compared word by word, which takes the square of their number."""

_FEW = 3
_STRANGE = 0.2
"""Below this, what keeps its id has kept next to nothing else."""

_Words = frozenset[tuple[str, str]]


def suggestions(pairs: Sequence[Pair]) -> tuple[Suggestion, ...]:
    """Return what looks renamed, or like an id that now names something else, part by part."""
    return tuple(found for part in _parts(pairs) for found in _suggested(part, pairs))


def _parts(pairs: Sequence[Pair]) -> list[str]:
    return [part for part in dict.fromkeys(pair.part for pair in pairs) if part in NAMED]


def _suggested(part: str, pairs: Sequence[Pair]) -> Iterator[Suggestion]:
    here = [pair for pair in pairs if pair.part == part]
    gone = [pair.before for pair in here if pair.after is None and pair.before and _named(pair.before)]
    come = [pair.after for pair in here if pair.before is None and pair.after and _named(pair.after)]
    for old, new in _identical(gone, come):
        gone.remove(old)
        come.remove(new)
        yield Suggestion(part, old.id, new.id, "identical")
    if len(gone) <= MOST and len(come) <= MOST:
        yield from (Suggestion(part, old.id, new.id, "similar") for old, new in _similar(gone, come))
    for pair in here:
        if pair.before and pair.after and pair.how == "id" and _reused(pair.before, pair.after):
            yield Suggestion(part, pair.before.id, pair.after.id, "reused")


def _named(entry: Entry) -> bool:
    return entry.id not in ("", "none") and bool(entry.value)


def _identical(gone: Sequence[Entry], come: Sequence[Entry]) -> list[tuple[Entry, Entry]]:
    """Return what says the very same under another id, alone on both sides."""
    by_content: dict[str, tuple[list[Entry], list[Entry]]] = {}
    for side, entries in enumerate((gone, come)):
        for entry in entries:
            content = dumps(entry.value, sort_keys=True)
            by_content.setdefault(content, ([], []))[side].append(entry)
    return [(old[0], new[0]) for old, new in by_content.values() if len(old) == len(new) == 1]


def _similar(gone: Sequence[Entry], come: Sequence[Entry]) -> Iterator[tuple[Entry, Entry]]:
    """Yield what is by far the most like each other, from both sides."""
    old, new = [_words(entry) for entry in gone], [_words(entry) for entry in come]
    scores = [[_likeness(one, other) for other in new] for one in old]
    for row, entry in enumerate(gone):
        column = _clear_best(scores[row])
        if column is not None and _clear_best([line[column] for line in scores]) == row:
            yield entry, come[column]


def _clear_best(scores: Sequence[float]) -> int | None:
    if not scores or max(scores) < THRESHOLD:
        return None
    best = max(scores)
    others = sorted(scores)[:-1]
    return scores.index(best) if not others or best - others[-1] >= MARGIN else None


def _words(entry: Entry) -> _Words:
    """Return every word of an entry with the field that it stands in; the members of sets are words too."""
    found = {(".".join(map(str, path)), word) for path, text in strings(entry.value) for word in _split(text)}
    found.update((".".join(map(str, path[:-1])), str(path[-1])) for path in _members(entry.value))
    return frozenset(found)


def _split(text: str) -> list[str]:
    return text.casefold().split()


def _members(value: object, path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    if isinstance(value, dict):
        for key, below in value.items():
            if below is True or below == {}:
                yield (*path, key)
            else:
                yield from _members(below, (*path, key))


def _likeness(one: _Words, other: _Words) -> float:
    together = len(one | other)
    return len(one & other) / together if together else 0.0


def _reused(old: Entry, new: Entry) -> bool:
    """Whether an id kept no word of its texts and next to nothing else, as if it now named another thing."""
    if _likeness(_words(old), _words(new)) >= _STRANGE:
        return False
    texts = [_prose(old), _prose(new)]
    return all(len(words) >= _FEW for words in texts) and not texts[0] & texts[1]


def _prose(entry: Entry) -> set[str]:
    found = strings(entry.value)
    kinds = ("text", "line")
    return {
        word
        for path, text in found
        if (kind := kind_of(entry.part, path)) and kind.how in kinds
        for word in _split(text)
    }
