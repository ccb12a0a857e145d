"""Text in SARIF: its message syntax, and addresses that stay inside the checked folder."""

from urllib.parse import quote

from notice_lint.pages.terminal import visible

_UP, _ROOT = "_up", "_root"


def message(text: str) -> str:
    """Return text of which SARIF takes nothing for a link or a placeholder.

    Source: SARIF 2.1.0, 3.11.5 (braces are doubled) and 3.11.6 (brackets and backslashes after a backslash).
    """
    signs = "".join(f"\\{sign}" if sign in "\\[]" else sign for sign in visible(text))
    return signs.replace("{", "{{").replace("}", "}}")


def address(path: str) -> str:
    """Return a path as a relative reference, percent-encoded (RFC 3986), without a scheme and without "..".

    What lies outside the folder of the run cannot be told in such a reference, and a reader that followed
    ".." would be led out of its checkout: it comes below folders that do not exist, `_up` and `_root`.
    """
    steps = path.split("/")
    outside = path.startswith("/") or (len(steps[0]) == 2 and steps[0].endswith(":"))  # noqa: PLR2004 - "C:"
    names = [_UP if step == ".." else step for step in steps if step not in ("", ".")]
    encoded = [quote(name.encode("utf-8", "surrogatepass"), safe="") for name in names]
    return "/".join([_ROOT, *encoded] if outside else encoded)
