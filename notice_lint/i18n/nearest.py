"""Which known word somebody meant who wrote an unknown one."""

from collections.abc import Iterable
from unicodedata import normalize

_LONGEST = 60
"""Longer words are no slip of the keyboard, and costly to compare."""

_LOOKALIKES = str.maketrans(
    "АВЕКМНОРСТУХІЈЅΑΒΕΖΗΙΚΜΝΟΡΤΥΧавеёіјкмнорсѕтухѵԁԛԝαβεικνορτυχγ",  # Cyrillic and Greek letters, and …
    "ABEKMHOPCTYXIJSABEZHIKMNOPTYXabeeijkmhopcstyxvdqwabeikvoptuxy",  # … the Latin ones that they look like
)


def fold(word: str) -> str:
    """Return `word` without capitals, accents, look-alike letters, spaces and signs."""
    plain = normalize("NFKD", word.translate(_LOOKALIKES)).casefold()
    return "".join(sign for sign in plain if sign.isascii() and sign.isalnum())


def nearest(word: str, choices: Iterable[str]) -> str:
    """Return the one of `choices` that `word` plainly stands for, or "".

    Equal but for capitals, accents, hyphens or look-alike letters; or so few slips away (a letter too
    many, missing, wrong, or two that changed places) that most of the word is right: none in a word
    or choice of two letters (a slip in a country's code is another country), one up to five, two above,
    a quarter of a long one.
    """
    folded = fold(word) if len(word) <= _LONGEST else ""
    best, fewest = "", max(len(folded) // 4, (len(folded) > 2) + (len(folded) > 5)) + 1  # noqa: PLR2004 - the lengths above
    for choice in choices if folded else ():
        known = fold(choice)
        if known == folded:
            return choice
        if abs(len(known) - len(folded)) < fewest:
            count = slips(folded, known)
            if count < min(fewest, len(known) - 1):
                best, fewest = choice, count
    return best


def slips(left: str, right: str) -> int:
    """Return how many slips turn one word into the other.

    The optimal string alignment distance: R. A. Wagner and R. Lowrance, "An Extension of the
    String-to-String Correction Problem", Journal of the ACM 22 (1975), restricted to neighbours.
    """
    before: list[int] = []
    last = list(range(len(right) + 1))
    for row, sign in enumerate(left, 1):
        line = [row]
        for column, other in enumerate(right, 1):
            steps = min(last[column] + 1, line[column - 1] + 1, last[column - 1] + (sign != other))
            if row > 1 and column > 1 and sign == right[column - 2] and left[row - 2] == other:
                steps = min(steps, before[column - 2] + 1)
            line.append(steps)
        before, last = last, line
    return last[-1]
