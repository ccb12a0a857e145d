"""Conditions: what `where` and `require` say, made once into something that can be asked."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Protocol

from notice_lint.engine.kinds import kind_of
from notice_lint.engine.operators import OPERATORS
from notice_lint.engine.problem import Context, Problem
from notice_lint.engine.vocabulary import MENTIONS, WORDS, Constant, Truth, constant_of, constants_of, negated
from notice_lint.engine.wordlist import Hit, primary
from notice_lint.findings import Text
from notice_lint.model.record import Record


class Condition(Protocol):
    """Something that holds of a record, does not, or cannot be known."""

    def holds(self, record: Record, context: Context) -> Truth:
        """Return whether it holds: true, false, or None for unknown."""

    def failing(self, record: Record, context: Context, *, expected: bool = True) -> Iterator["Leaf"]:
        """Yield the tests that make it the opposite of `expected`."""


class _Single:
    """A condition without conditions inside."""

    field = ""
    """The field that it is about, if any."""

    def holds(self, record: Record, context: Context) -> Truth:
        """Return whether it holds: true, false, or None for unknown."""
        raise NotImplementedError

    def failing(self, record: Record, context: Context, *, expected: bool = True) -> Iterator["Leaf"]:
        """Yield itself if it is the opposite of `expected`; unknown is neither."""
        if self.holds(record, context) is (not expected):
            yield self


Leaf = _Single
"""What a finding can be blamed on."""


class Test(_Single):
    """One word about one field."""

    def __init__(self, field: str, word: str, constant: object, kind: str) -> None:
        self.field = field
        takes, self._holds = WORDS[word].constant, WORDS[word].holds
        self._other = str(constant["field"]) if isinstance(constant, dict) else ""
        self._list = constant if isinstance(constant, str) and takes == "several" else ""
        self._constant = () if self._other or self._list else _constant(takes, constant, kind)

    def holds(self, record: Record, context: Context) -> Truth:
        """Return whether the word holds of the field."""
        against: Constant = self._constant
        if self._other:
            against = record.value(self._other)
        elif self._list:
            against = context.world.named_list(self._list, context.regime)
        return self._holds(record.value(self.field), against, context.world.day)


def _constant(takes: str, raw: object, kind: str) -> Constant:
    match takes:
        case "none":
            return ()
        case "several":
            return constants_of(raw if isinstance(raw, list) else [raw])
        case "period":
            return constant_of("period", raw)
        case _:
            return constant_of(kind, raw)


class Mention(_Single):
    """Whether a text contains a phrase of a list, in the text's own language."""

    def __init__(self, field: str, name: str, *, wanted: bool) -> None:
        self.field = field
        self.wanted = wanted
        """Whether the phrases should be there, or not."""
        self._name = name

    def holds(self, record: Record, context: Context) -> Truth:
        """Return whether it does; unknown where there is no text, or no list in its language."""
        hits = [hits for _, hits in self.hits(record, context)]
        return any(hits) is self.wanted if hits else None

    def hits(self, record: Record, context: Context) -> Iterator[tuple[str, tuple[Hit, ...]]]:
        """Yield, for each language of the text that the list has, where its phrases stand."""
        text, lists = record.value(self.field), context.lists.get(self._name, {})
        for language, words in text.items() if isinstance(text, Text) else ():
            phrases = lists.get(primary(language))
            if phrases is not None:
                yield language, context.reading.find(words, phrases)


class Check(_Single):
    """A named operator."""

    def __init__(self, name: str, parameters: Mapping[str, str]) -> None:
        self._judge = OPERATORS[name].judge
        self._parameters = parameters

    def problems(self, record: Record, context: Context) -> Iterator[Problem]:
        """Yield what the operator finds."""
        return self._judge(record, self._parameters, context)

    def holds(self, record: Record, context: Context) -> Truth:
        """Return whether it finds nothing."""
        return next(self.problems(record, context), None) is None


class All:
    """Several conditions together. One that is false makes it false, else one that is unknown unknown."""

    _decides = False
    """What a single member can decide."""

    def __init__(self, members: Sequence[Condition]) -> None:
        self._members = members

    def holds(self, record: Record, context: Context) -> Truth:
        """Return whether they hold together."""
        result: Truth = not self._decides
        for member in self._members:
            truth = member.holds(record, context)
            if truth is self._decides:
                return truth
            if truth is None:
                result = None
        return result

    def failing(self, record: Record, context: Context, *, expected: bool = True) -> Iterator[Leaf]:
        """Yield the failing tests of its members."""
        for member in self._members:
            if member.holds(record, context) is (not expected):
                yield from member.failing(record, context, expected=expected)


class AnyOf(All):
    """One of several conditions. One that is true makes it true, else one that is unknown unknown."""

    _decides = True


class Not:
    """The opposite of a condition."""

    def __init__(self, inner: Condition) -> None:
        self._inner = inner

    def holds(self, record: Record, context: Context) -> Truth:
        """Return the opposite; unknown stays unknown."""
        return negated(self._inner.holds(record, context))

    def failing(self, record: Record, context: Context, *, expected: bool = True) -> Iterator[Leaf]:
        """Yield the tests that make the inner condition hold."""
        return self._inner.failing(record, context, expected=not expected)


def condition(raw: Mapping[str, object], view: str) -> Condition:
    """Make a condition from a rule file that `verify` has found sound."""
    return _together([_member(key, value, view) for key, value in raw.items()])


def _together(conditions: Sequence[Condition]) -> Condition:
    return conditions[0] if len(conditions) == 1 else All(conditions)


def _member(key: str, value: object, view: str) -> Condition:
    if key == "check":
        given = value if isinstance(value, dict) else {"name": value}
        return Check(str(given["name"]), {k: str(v) for k, v in given.items() if k != "name"})
    match key, value:
        case (("any_of" | "all_of"), list()):
            several = [condition(member, view) for member in value]
            return AnyOf(several) if key == "any_of" else All(several)
        case "not", dict():
            return Not(condition(value, view))
    words = value if isinstance(value, dict) else {str(value): None}
    return _together([_test(key, str(word), constant, view) for word, constant in words.items()])


def _test(field: str, word: str, constant: object, view: str) -> Condition:
    if word in MENTIONS:
        return Mention(field, str(constant), wanted=word == "mentions")
    return Test(field, word, constant, kind_of(view, field))
