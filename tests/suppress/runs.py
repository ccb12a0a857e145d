"""Runs over texts, with settings, packs and a baseline of their own."""

from collections.abc import Mapping, Sequence
from datetime import date

from notice_lint.engine.folders import load_packs
from notice_lint.engine.pack import Pack
from notice_lint.engine.shipped import shipped_packs
from notice_lint.findings import Finding, Ignored
from notice_lint.reports.result import Result
from notice_lint.run.accept import Accepted, Accepting, accept
from notice_lint.run.check import Options, Source, check
from notice_lint.settings.settings import Settings
from notice_lint.source.parse import parse
from notice_lint.source.tree import Folder
from notice_lint.suppress.baseline import Baseline, load
from tests.settings.files import Files, settings

DAY = date(2026, 11, 22)
HEAD = "format: 1\nnotice: {id: shop, language: en}\n"

PACK = """\
name: house
title: House rules
law: House rules
regimes: [eu-gdpr]
as_of: 2026-11-01
"""

RULE = """\
name: service-missing
code: HO01
severity: warning
summary: It is not said what a recipient does
for_each: recipients
require: {service: present}
message: "{recipient}: not said."
why: People want to know.
fix_hint: Say it.
references:
  - {cite: House rule 1, url: "https://house.example/rules", as_of: 2026-11-01, evidence: V}
examples:
  - {name: one, notice: {recipients: {a: {name: A}}}, finds: [recipients.a]}
  - {name: two, notice: {recipients: {a: {name: A, service: B}}}, finds: []}
"""


def packs(pack: str = "", rule: str = RULE) -> tuple[Pack, ...]:
    """Return the packs that ship and one of the house; `pack` is added to its pack.yaml."""
    name = rule.partition("\n")[0].removeprefix("name: ")
    files = Files({"house/pack.yaml": PACK + pack, f"house/{name}.yaml": rule})
    return (*shipped_packs(), *load_packs([(Folder(files, "house"), "house")], shipped_packs()))


def run(  # noqa: PLR0913 - what a run can be given
    notices: Mapping[str, str],
    said: str = "",
    *,
    baseline: Baseline | None = None,
    day: date = DAY,
    ruled: Sequence[Pack] | None = None,
    ignores: bool = True,
    whole: bool = True,
    only: Sequence[str] = (),
    skip: Sequence[str] = (),
) -> Result:
    """Judge notices, given as texts, with settings."""
    sources = [Source(name, lambda name=name, text=text: parse(text, name)) for name, text in notices.items()]  # type: ignore[misc] # bound at once
    options = Options(
        shipped_packs() if ruled is None else ruled,
        day,
        only,
        skip,
        settings=settings(said) if said else Settings(),
        baseline=baseline,
        ignores=ignores,
        whole=whole,
    )
    return check(sources, options)


def told(result: Result, *rules: str) -> list[str]:
    """Return the findings of some rules as `path:line rule`, with how one is ignored."""
    return [_told(finding) for finding in result.findings if not rules or finding.rule in rules]


def about_ignores(result: Result) -> list[str]:
    """Return the findings about ignores."""
    return told(result, *(rule.name for rule in result.rules if rule.for_each == "ignores"))


def _told(finding: Finding) -> str:
    how = f" ({finding.ignored.how})" if finding.ignored else ""
    return f"{finding.path}:{finding.span.line} {finding.rule}{how}"


def baseline(text: str, path: str = "base.yaml") -> Baseline:
    """Read a baseline."""
    return load(Files({path: text}), path, path)


def accepted(  # noqa: PLR0913 - what can be accepted
    result: Result,
    reason: str = "There before.",
    *,
    before: Baseline | None = None,
    locked: Sequence[str] = (),
    whole: bool = True,
    until: str | None = None,
) -> Accepted:
    """Accept what a run found, in `base.yaml`."""
    excuse = Ignored("baseline", reason, "J. Doe", until)
    return accept(result, Accepting("base.yaml", before, excuse, str, frozenset(locked), whole))
