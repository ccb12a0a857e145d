"""One thing that is wrong with the shape of a file: data, no words."""

from collections.abc import Mapping
from typing import NamedTuple

from notice_lint.source.places import Route

Args = Mapping[str, str | tuple[str, ...]]


class Violation(NamedTuple):
    """A kind, a place, and what fills the words that tell of it."""

    kind: str
    """One of `KINDS`."""
    route: Route
    at_key: bool
    """Whether the key is the place, and not its value."""
    args: Args


KINDS: Mapping[str, tuple[str, ...]] = {
    "unknown-key": ("key", "suggestion", "choices", "belongs"),
    "key-missing": ("keys",),
    "empty": (),
    "format-unknown": ("value", "choices"),
    "value-unknown": ("value", "suggestion", "choices"),
    "not-text": ("written",),
    "not-one-value": ("written", "suggestion"),
    "not-a-list": ("written", "value", "suggestion", "choices"),
    "not-a-mapping": ("written", "value", "keys", "choices"),
    "not-a-number": ("value", "suggestion"),
    "number-out-of-range": ("value", "least", "most"),
    "not-true-or-false": ("value", "suggestion"),
    "date-form": ("value", "suggestion"),
    "period-form": ("value", "suggestion"),
    "language-form": ("value", "suggestion"),
    "id-form": ("value", "suggestion"),
    "id-reserved": ("value",),
    "code-form": ("value", "suggestion"),
    "none-with-others": ("keys",),
}
"""Every kind, and the arguments that it always has ("" or () where there is nothing to say).

`written` is `text`, `number`, `true-or-false`, `list`, `mapping` or `nothing`. `choices` is empty where
they are too many to list (countries). `belongs` names places such as `recipients.<id>.transfer`.
"""
