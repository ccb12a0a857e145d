"""The parts of a repository that has a gate, and a run in it."""

import json
from typing import Any, NamedTuple

from click.testing import CliRunner

from notice_lint.cli.main import group
from notice_lint.errors import NoticeLintError
from tests.conftest import ROOT

SOUND = (ROOT / "tests" / "notices" / "shop.yaml").read_text(encoding="utf-8")
SPY = "  spy: {name: Spy Inc., role: processor, service: Looks, country: IN, purposes: [offers]}\n"
"""A recipient outside the EEA without a transfer basis: an error."""

RULE = """\
name: our-owner-missing
code: OUR1
severity: error
summary: Nobody is named as the parent
for_each: controller
require: {kind: {in: [company]}}
message: "The controller is no company."
why: We only work for companies.
fix_hint: Say what it is.
references: [{cite: Our policy, url: "https://example.org", as_of: 2026-11-01, evidence: V}]
regimes: [eu-gdpr]
examples:
  - {name: a person, notice: {controller: {name: A, kind: person}}, finds: [controller.kind]}
  - {name: a company, notice: {controller: {name: A, kind: company}}, finds: []}
"""
PACK = "name: our-rules\ntitle: Ours\nlaw: Our policy\nregimes: [eu-gdpr]\nas_of: 2026-11-01\nlocked: true\n"
SETTINGS = "rules: [our-rules]\nassume: [eu-us-dpf=void]\n"
EXPIRED = "# notice-lint: ignore[transfer-basis-missing] until 2026-01-01 -- In signature.\n"
DAY = "2026-11-22"


class Ran(NamedTuple):
    """How a run ended."""

    status: int
    findings: list[dict[str, Any]]
    error: str
    text: str

    def of(self, rule: str) -> list[dict[str, Any]]:
        """Return what a rule found and nothing hides."""
        return [one for one in self.findings if one["rule"] == rule and not one["ignored"]]


def run(*arguments: str) -> Ran:
    """Run `check` in this process, in the current folder."""
    done = CliRunner().invoke(group, ["check", "--on", DAY, "--format", "json", *arguments])
    if isinstance(done.exception, NoticeLintError):
        return Ran(2, [], str(done.exception), done.output)
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exc_info
    return Ran(done.exit_code, json.loads(done.stdout)["findings"], done.stderr, done.stdout)


def next_version(text: str) -> str:
    """Return a notice with a version of its own, so that the rules on changes find no error in it."""
    return text.replace('version: "2026-03"', 'version: "2026-11"')


def with_spy(text: str = SOUND) -> str:
    """Return the next version of a notice, with a recipient that has no transfer basis."""
    return next_version(text).replace("recipients:\n", f"recipients:\n{SPY}")


def with_person(text: str = SOUND) -> str:
    """Return the next version of a notice, against which only the repository's own rule speaks."""
    return next_version(text).replace("controller:\n", "controller:\n  kind: person\n", 1)
