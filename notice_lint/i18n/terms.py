"""What can fill a sentence: plain words, texts in several languages, and things to be worded."""

from collections.abc import Mapping
from typing import NamedTuple


class Text(dict[str, str]):
    """What a notice says, by language (BCP 47). Hostile until a writer escapes it."""

    __slots__ = ()

    def best(self, *languages: str) -> str:
        """Return the text in the first of `languages` that it has, else in its own first one."""
        for language in languages:
            if self.get(language):
                return self[language]
        return next((text for text in self.values() if text), "")


class Term(NamedTuple):
    """An argument of a sentence that is worded in the reader's language.

    `kind` is `country`, `countries`, `period`, `length` (a period without its code), `date`, `word` (a term
    of the format), `part` (of the notice), `phrase` (a sentence of the catalogue, filled with `args`) or
    `list` (of arguments).
    """

    kind: str
    value: object
    args: Mapping[str, "Arg"] = {}


Arg = str | int | Text | Term
