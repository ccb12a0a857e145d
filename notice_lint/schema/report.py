"""Is it a report of `check --format json`? Asked of files that came from elsewhere."""

import json
from pathlib import Path


def is_report(data: object) -> bool:
    """Whether data have the shape that `check.schema.json` states."""
    from jsonschema import Draft202012Validator  # noqa: PLC0415 - 80 ms that only this question costs

    schema = json.loads(Path(__file__).with_name("check.schema.json").read_text(encoding="utf-8"))
    return bool(Draft202012Validator(schema).is_valid(data))
