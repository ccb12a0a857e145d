"""`notice-lint schema`: JSON Schemas, for editors."""

from pathlib import Path

import click

from notice_lint import schema

_NAMES = ("notice", "rule", "pack", "check")


@click.command("schema")
@click.argument("name", type=click.Choice(_NAMES), default="notice")
def command(name: str) -> None:
    """Print the JSON Schema of a notice, a rule, a pack, or of the report of `check --format json`.

    \b
    notice-lint schema > notice.schema.json
    """
    path = Path(schema.__file__).with_name(f"{name}.schema.json")
    click.echo(path.read_text(encoding="utf-8"), nl=False)
