"""Data files that the build made into Python literals, so that an installed tool parses no YAML of its own.

A checkout has none: there the files themselves are read, and cannot be out of date.
"""

from functools import cache
from importlib import import_module
from typing import Any


@cache
def compiled(name: str) -> Any:
    """Return the data that the build compiled under `name` ("reference_eea"), or None if there are none."""
    try:
        return import_module(f"notice_lint._data.{name}").DATA
    except ModuleNotFoundError:
        return None
