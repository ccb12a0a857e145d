"""`notice-lint rules`: the rules that apply, and their severity."""

import click

from notice_lint.cli import options
from notice_lint.i18n import catalogue
from notice_lint.pages.terminal import visible


@click.command("rules")
@options.rule_folders
@options.language
def command(folders: tuple[str, ...], lang: str) -> None:
    """List the rules: code, severity, name, pack and what each finds.

    \b
    notice-lint rules
    notice-lint rules --rules our-rules --lang fr
    """
    words = catalogue(lang)
    rows = []
    for pack in options.packs(folders):
        for rule in pack.rules:
            grade = words.sentence(f"severity.{rule.severity}") + ("?" if rule.certainty == "review" else "")
            rows.append((rule.code, grade, rule.name, pack.name, rule.words(lang).summary))
    widths = [max(len(row[column]) for row in rows) for column in range(4)]
    for row in rows:
        cells = "  ".join(f"{cell:<{width}}" for cell, width in zip(row, widths, strict=False))
        click.echo(visible(f"{cells}  {row[4]}"))
    click.echo(words.say("report.rules", len(rows)) + ". " + words.sentence("rules.review"))
