"""A rule as its file states it."""

from collections.abc import Callable, Mapping
from copy import copy
from functools import cached_property
from typing import Any, NamedTuple, Self

from notice_lint.engine.condition import Condition, condition
from notice_lint.engine.kinds import kind_of
from notice_lint.findings import Certainty, Severity


class Reference(NamedTuple):
    """A source of law, or of a standard."""

    cite: str
    url: str
    as_of: str
    evidence: str
    """V read at the source, S seen in a secondary source, K to be checked."""
    regime: str = ""
    """The only law under which it counts; empty for all laws of the rule."""


class Words(NamedTuple):
    """What a rule tells its reader, in one language."""

    summary: str
    message: str
    why: str
    fix_hint: str
    limits: str
    """What the rule does not judge; empty if it does not say."""


class Example(NamedTuple):
    """A partial notice, or the text of a file, and the routes at which the rule finds something in it."""

    name: str
    notice: Mapping[str, Any] | None
    text: str
    finds: tuple[str, ...]
    on: str
    assume: tuple[str, ...]
    locked: tuple[str, ...] = ()
    """Rules that count as locked in it."""
    before: Mapping[str, Any] | None = None
    """The version before, of a rule that reads `differences`: laid over the smallest notice as well."""
    authored: Mapping[str, Any] | None = None
    """What `changes.yaml` says, of a rule that compares: `announcement`, and `changes` by their codes."""
    fixed: str | None = None
    """The text as `--fix --unsafe-fixes` leaves it; None where the example does not say."""


LATER = {
    "prose": ("summary", "why", "fix_hint", "limits", "references", "since"),
    "examples": ("examples",),
}
"""Parts of a rule file that judging does not need; the build keeps them apart."""

Later = Callable[[str], Mapping[str, Any] | None]
"""Gives a part of a rule that is in `LATER`, or its words in a language: `words_fr`."""


class Rule:
    """One rule of a pack. `data` is its file, found sound by `verify`; `words` are in other languages.

    What is not in them, `later` gives when it is asked for.
    """

    def __init__(
        self,
        data: Mapping[str, Any],
        pack: str,
        words: Mapping[str, Mapping[str, str]],
        path: str = "",
        later: Later | None = None,
    ) -> None:
        here = {**dict.fromkeys(LATER, data), **{f"words_{tag}": texts for tag, texts in words.items()}}
        self._later = later or here.get
        self._data = data
        self.pack = pack
        self.path = path
        self.name = str(data["name"])
        self.code = str(data.get("code") or "")
        self.severity = Severity(data["severity"])
        self.certainty = Certainty(data.get("certainty") or "sure")
        self.for_each = str(data["for_each"])
        self.at = str(data.get("at") or "")
        self.exemption = str(data.get("exemption") or "")
        self.fix = str(data.get("fix") or "")
        """What `--fix` does about its findings, by name; empty for nothing."""
        self.regimes: tuple[str, ...] = tuple(data.get("regimes") or ("eu-gdpr",))
        self.was: tuple[str, ...] = tuple(data.get("was") or ())
        """Names that it had before: ignores, baselines and settings that use them still work."""

    def graded(self, severity: Severity) -> Self:
        """Return the same rule with another severity, as settings may give it one."""
        other = copy(self)
        other.severity = severity
        return other

    @cached_property
    def where(self) -> Condition:
        """Which records it looks at."""
        return condition(self._data.get("where") or {}, self.for_each)

    @cached_property
    def require(self) -> Condition:
        """What it asks of them."""
        return condition(self._data["require"], self.for_each)

    def words(self, language: str) -> Words:
        """Return its words in a language, each that is missing there in English."""
        other, prose = self._later(f"words_{language}") or {}, self._later("prose") or {}
        texts = (other.get(key) or prose.get(key) or self._data.get(key) for key in Words._fields)
        return Words(*(str(text or "") for text in texts))

    @property
    def placeholders(self) -> frozenset[str]:
        """The names between braces in its message."""
        from notice_lint.engine.placeholders import placeholders  # noqa: PLC0415 - only findings need them

        return placeholders(str(self._data["message"]))

    @property
    def references(self) -> tuple[Reference, ...]:
        """Its sources."""
        return tuple(
            Reference(
                str(r["cite"]), str(r["url"]), str(r["as_of"]), str(r["evidence"]), str(r.get("regime") or "")
            )
            for r in (self._later("prose") or {})["references"]
        )

    @property
    def examples(self) -> tuple[Example, ...]:
        """Its examples."""
        return tuple(
            Example(
                str(e["name"]),
                e.get("notice"),
                str(e.get("text") or ""),
                tuple(str(route) for route in e.get("finds") or ()),
                str(e.get("on") or "2026-11-22"),
                tuple(str(one) for one in e.get("assume") or ()),
                tuple(str(one) for one in e.get("locked") or ()),
                e.get("before"),
                e.get("authored"),
                None if e.get("fixed") is None else str(e["fixed"]),
            )
            for e in (self._later("examples") or {})["examples"]
        )

    @cached_property
    def reads_adequacy(self) -> bool:
        """Whether its verdict turns on the reference data about adequacy."""
        return self.for_each == "transfers" and "adequacy." in repr(
            [self._data.get("where"), self._data["require"]]
        )

    def kind(self, field: str) -> str:
        """Return the kind of a field of its view, "" for what an operator adds."""
        return kind_of(self.for_each, field)
