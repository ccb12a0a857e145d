"""Data to JSON that misleads nobody, wherever it is shown."""

from json import dumps
from typing import Any


def written(data: Any) -> str:
    """Return data as JSON, in ASCII: what nobody sees, such as bidi controls, is written as an escape.

    "##[" is a command to GitHub's runner wherever it stands in a line; "\\u0023" is the same sign.
    """
    return dumps(data, indent=2, ensure_ascii=True).replace("##[", "#\\u0023[") + "\n"
