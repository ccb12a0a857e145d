"""Packs: rules and word lists that belong together."""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from notice_lint.engine.rule import Later, Rule
from notice_lint.engine.wordlist import Phrases, WordLists


class Pack(NamedTuple):
    """One pack: its rules, its word lists, and what `pack.yaml` says of it."""

    name: str
    about: Mapping[str, Any]
    rules: tuple[Rule, ...]
    lists: WordLists


def assemble(raw: Mapping[str, Any], later: Callable[[str], Later] | None = None) -> Pack:
    """Make a pack from the data of its files, which `verify` has found sound.

    `later` gives, for the name of a rule, what is not in the data.
    """
    rules = tuple(
        Rule(
            data,
            raw["name"],
            {language: texts[name] for language, texts in raw["words"].items() if name in texts},
            raw["paths"][name],
            later and later(name),
        )
        for name, data in raw["rules"].items()
    )
    names = sorted({name for lists in raw["lists"].values() for name in lists})
    lists = {
        name: {tag: Phrases(lists[name]) for tag, lists in raw["lists"].items() if name in lists}
        for name in names
    }
    return Pack(raw["name"], raw["pack"], rules, lists)
