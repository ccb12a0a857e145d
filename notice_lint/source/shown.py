"""How a path is shown to people."""

import os


def shown(path: str) -> str:
    """Return a path as users see it. Bytes that are no UTF-8 are shown as `\\xff`."""
    below = os.path.relpath(path)
    if below.startswith("..") and os.path.isabs(path):  # noqa: PTH117 - pathlib takes 5 ms to import
        below = os.path.normpath(path)
    return below.replace(os.sep, "/").encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
