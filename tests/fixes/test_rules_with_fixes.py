"""Rules that name a fix: each shows in an example what it leaves, and its finding is gone afterwards."""

import json
from datetime import date
from pathlib import Path

import pytest

from notice_lint.engine.folders import InvalidRulePack, load_packs
from notice_lint.engine.shipped import shipped_packs
from notice_lint.fixes.plan import FIXERS, fixable
from notice_lint.run.check import Options, Source, check
from notice_lint.run.examples import FixTrial, fix_trials
from notice_lint.run.fix import fix
from notice_lint.source.parse import parse
from notice_lint.source.tree import Folder
from tests.conftest import ROOT

_TRIALS = list(fix_trials(shipped_packs()))
_RULES = [rule for pack in shipped_packs() for rule in pack.rules if rule.fix]


def test_a_rule_file_can_name_every_fix_and_no_other() -> None:
    schema = json.loads((ROOT / "notice_lint/schema/rule.schema.json").read_text(encoding="utf-8"))

    assert schema["properties"]["fix"]["enum"] == list(FIXERS)


def test_every_fix_is_named_by_a_rule() -> None:
    assert {rule.fix for rule in _RULES} == set(FIXERS)


@pytest.mark.parametrize("trial", _TRIALS, ids=lambda trial: f"{trial.rule}: {trial.example}")
def test_a_fix_leaves_the_text_that_the_example_says(trial: FixTrial) -> None:
    assert trial.left == trial.expected


@pytest.mark.parametrize(
    "rule", [rule for rule in _RULES if rule.fix != "remove-comment"], ids=lambda rule: rule.name
)
def test_what_is_called_fixable_is_fixed_and_only_that(rule: object) -> None:
    pack = next(pack for pack in shipped_packs() if rule in pack.rules)
    known = next(one for one in pack.rules if one is rule)
    options = Options((pack,), date(2026, 11, 22), (known.name,))
    for example in known.examples:
        document = parse(example.text or "format: 1\nnotice: {id: example, language: en}\n", "notice.yaml")
        found = check([Source("notice.yaml", lambda document=document: document)], options).findings  # type: ignore[misc] # bound at once
        promised = [one.route for one in found if fixable(one, known, document)]

        outcome = fix(document, lambda one: check([Source(one.path, lambda: one)], options), unsafe=True)

        done = {one.finding.route for one in outcome.done}
        assert set(promised) <= done | {one.finding.route for one in outcome.refused}
        assert not outcome.refused


_RULE = """\
name: {name}
code: XX01
severity: note
summary: A rule
for_each: document
require: {{check: {{name: layout, part: trailing-spaces}}}}
message: "{{value}}"
why: Because.
fix_hint: Do it.
references:
  - {{cite: GDPR Art. 5, url: "https://a.example", as_of: 2026-11-01, evidence: V}}
regimes: [eu-gdpr]
since: 0.1.0
{more}
"""
_FOUND = '  - {name: one, text: "format: 1 \\nnotice: {id: a, language: en}\\n", finds: [.]}\n'
_PASSED = '  - {name: two, text: "format: 1\\nnotice: {id: a, language: en}\\n", finds: []}\n'


@pytest.mark.parametrize(
    ("more", "mistake"),
    [
        (f"fix: trailing-spaces\nexamples:\n{_FOUND}{_PASSED}", "pack.fix-without-example"),
        (f"examples:\n{_FOUND.replace('finds', 'fixed: x, finds')}{_PASSED}", "pack.fixed-without-fix"),
        (
            f"fix: trailing-space\nexamples:\n{_FOUND.replace('finds', 'fixed: x, finds')}{_PASSED}",
            "violation.value-unknown",
        ),
    ],
)
def test_a_rule_that_promises_a_fix_and_shows_none_is_refused(
    tmp_path: Path, more: str, mistake: str
) -> None:
    pack = (ROOT / "rules/integrity/pack.yaml").read_text(encoding="utf-8")
    (tmp_path / "pack.yaml").write_text(pack.replace("name: integrity", "name: ours"), encoding="utf-8")
    (tmp_path / "a-rule.yaml").write_text(_RULE.format(name="a-rule", more=more), encoding="utf-8")

    with pytest.raises(InvalidRulePack) as refused:
        load_packs([(Folder.on_disk(tmp_path), "ours")])

    assert [one.detail.value for one in refused.value.mistakes] == [mistake]
