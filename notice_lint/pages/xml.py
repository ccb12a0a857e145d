"""Text in XML: what XML cannot hold is made visible, and no line of it is a command to a build service."""

from collections.abc import Mapping

from notice_lint.pages.terminal import visible

_SIGNS = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&apos;"}
_ESCAPES = str.maketrans(_SIGNS)


def escaped(text: str) -> str:
    """Return text as it stands between tags or in an attribute.

    XML has no way to write U+0000, ESC, U+FFFE or half a surrogate pair, not even as a reference
    (https://www.w3.org/TR/xml/#charsets): each hidden character shows as `\\u{…}`. "::" and "##[" begin
    commands of GitHub's runner: their second sign is written as a reference, which every reader undoes.
    """
    signs = visible(text).translate(_ESCAPES)
    return signs.replace("::", ":&#58;").replace("##[", "#&#35;[")


def element(name: str, attributes: Mapping[str, str], *inside: str) -> str:
    """Return an element; `inside` is XML already, `name` and the attributes' names are ours."""
    said = "".join(f' {key}="{escaped(value)}"' for key, value in attributes.items())
    return f"<{name}{said}>{''.join(inside)}</{name}>" if inside else f"<{name}{said}/>"
