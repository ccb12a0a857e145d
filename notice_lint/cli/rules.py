"""`notice-lint rules`: the rules that apply, their severity, and where it was set."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import click

from notice_lint.cli import options
from notice_lint.cli.held import held
from notice_lint.engine.rule import Rule
from notice_lint.i18n import Catalogue, catalogue
from notice_lint.pages.terminal import visible
from notice_lint.run.plan import Plan


@click.command("rules")
@options.rule_folders
@options.config
@options.language
@click.option(
    "--on",
    "today",
    metavar="DATE",
    callback=options.day,
    help="The day on which reasons with an end count; the default is today.",
)
@click.pass_context
def command(ctx: click.Context, /, **given: Any) -> None:
    """List the rules: code, severity, name, pack, what each finds, and what settings and packs say of it.

    \b
    notice-lint rules
    notice-lint rules --rules our-rules --lang fr
    """
    counting = held(ctx, given["config"], given)
    day: date = given["today"]
    plan = Plan(counting.packs(), counting.settings, day)
    lang = counting.values["lang"]
    words = catalogue(lang)
    rows = []
    for pack, rule in plan.rules:
        grade = words.sentence(f"severity.{rule.severity}") + ("?" if rule.certainty == "review" else "")
        text = "; ".join([rule.words(lang).summary, *_remarks(plan, rule, words)])
        rows.append((rule.code, grade, rule.name, pack.name, text))
    widths = [max((len(row[column]) for row in rows), default=0) for column in range(4)]
    for row in rows:
        cells = "  ".join(f"{cell:<{width}}" for cell, width in zip(row, widths, strict=False))
        click.echo(visible(f"{cells}  {row[4]}"))
    click.echo(words.say("report.rules", len(rows)) + ". " + words.sentence("rules.review"))


def _remarks(plan: Plan, rule: Rule, words: Catalogue) -> Iterator[str]:
    """Yield where the severity was set, if not in the rule, and whether the rule is locked."""
    for grade in plan.settings.severity:
        if plan.known.name(grade.rule) == rule.name and rule.severity is not plan.own[rule.name]:
            own = words.sentence(f"severity.{plan.own[rule.name]}")
            place = f"{plan.settings.path}:{plan.settings.line(grade.route)}"
            yield words.say("settings.instead", own=own, place=place, reason=grade.excuse.reason)
    if rule.name in plan.known.locked:
        yield words.say("settings.locked-by", pack=plan.known.locked[rule.name])
