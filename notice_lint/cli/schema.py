"""`notice-lint schema`: JSON Schemas, for editors."""

from json import dumps
from pathlib import Path

import click

from notice_lint import schema
from notice_lint.schema.editor import for_editors
from notice_lint.schema.load import load_schema

_NAMES = ("notice", "rule", "pack", "check", "settings", "baseline", "changes", "changes-file")


@click.command("schema")
@click.argument("name", type=click.Choice(_NAMES), default="notice")
def command(name: str) -> None:
    """Print the JSON Schema of a notice, a rule, a pack, settings, a baseline, changes.yaml (`changes-file`),
    or of a report (`check` and `changes`, as --format json writes them).

    \b
    notice-lint schema > notice.schema.json
    """
    if name == "notice":
        click.echo(dumps(for_editors(load_schema(name)), ensure_ascii=False, indent=2))
        return
    path = Path(schema.__file__).with_name(f"{name}.schema.json")
    click.echo(path.read_text(encoding="utf-8"), nl=False)
