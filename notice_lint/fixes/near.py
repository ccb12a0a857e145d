"""The one known word that an unknown one can stand for; none where there could be two."""

from collections.abc import Iterable

from notice_lint.i18n.nearest import fold, nearest, slips


def same_word(written: str, meant: str) -> bool:
    """Whether both are one word but for capitals, accents, hyphens, underscores and spaces."""
    return bool(meant) and fold(written) == fold(meant)


def only_near(word: str, choices: Iterable[str]) -> str:
    """Return the choice that `word` stands for, or "" where another is as near, or only a slip farther."""
    known = list(choices)
    meant = nearest(word, known)
    if not meant or same_word(word, meant):
        return meant
    folded = fold(word)
    distance = slips(folded, fold(meant))
    rivals = (other for other in known if other != meant)
    return "" if any(slips(folded, fold(other)) <= distance + 1 for other in rivals) else meant
