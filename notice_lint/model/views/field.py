"""What one thing that rules can ask for is, and what a record of it is."""

from collections.abc import Mapping
from typing import NamedTuple


class Field(NamedTuple):
    """One thing that a rule can ask of a record."""

    kind: str
    meaning: str
    choices: tuple[str, ...] = ()
    """The only values that `word` and `words` can have."""


class View(NamedTuple):
    """A sequence of records of one kind."""

    record: str
    """What one record is."""
    anchor: str
    """Where a finding about something missing is shown."""
    fields: Mapping[str, Field]


def text(meaning: str) -> Field:
    """Declare a field that holds a text in the notice's languages."""
    return Field("text", meaning)


def string(meaning: str) -> Field:
    """Declare a field that holds a name or an address, not translated."""
    return Field("string", meaning)


def id_(meaning: str) -> Field:
    """Declare a field that holds the id of a thing."""
    return Field("id", meaning)


def ids(meaning: str) -> Field:
    """Declare a field that holds the ids of several."""
    return Field("ids", meaning)


def word(meaning: str, choices: tuple[str, ...]) -> Field:
    """Declare a field that holds one word of a closed list."""
    return Field("word", meaning, choices)


def words(meaning: str, choices: tuple[str, ...]) -> Field:
    """Declare a field that holds several words of a closed list."""
    return Field("words", meaning, choices)


def date(meaning: str) -> Field:
    """Declare a field that holds a date of known precision."""
    return Field("date", meaning)


def flag(meaning: str) -> Field:
    """Declare a field that holds true or false."""
    return Field("flag", meaning)


def part(meaning: str) -> Field:
    """Declare a field that holds a whole part of the notice."""
    return Field("part", meaning)
