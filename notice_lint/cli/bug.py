"""What users see of a bug of ours: a short apology, and where the trace is."""

import os
import tempfile
import traceback

import click


def apologise(error: Exception) -> None:
    """Write the trace to a file and say where. With NOTICE_LINT_DEBUG set, raise instead."""
    if os.environ.get("NOTICE_LINT_DEBUG"):
        raise error
    text = "".join(traceback.format_exception(error))
    handle, path = tempfile.mkstemp(prefix="notice-lint-", suffix=".txt", text=True)
    with os.fdopen(handle, "w", encoding="utf-8", errors="backslashreplace") as stream:
        stream.write(text)
    click.echo(
        f"notice-lint: this is a bug of notice-lint, sorry ({type(error).__name__}). "
        "Nothing was decided about the notice.\n"
        f"The trace is in {path}; it can hold words of the notice.",
        err=True,
    )
