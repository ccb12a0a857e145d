"""Pages as others read them: Markdown through GitHub's own parser, HTML as a tree; and what GitHub adds."""

import re
from typing import Any

import cmarkgfm
from cmarkgfm.cmark import Options
from lxml import html

_ALLOWED = ("span", "br")
"""Tags without meaning: an escape may add them."""


def gfm(text: str) -> str:
    """Return Markdown as GitHub's parser has it, raw HTML and footnotes included."""
    options = Options.CMARK_OPT_UNSAFE | Options.CMARK_OPT_FOOTNOTES
    found: str = cmarkgfm.github_flavored_markdown_to_html(text, options)
    return found


def tree(page: bytes) -> Any:
    """Return a page, or a part of one, as a tree."""
    return html.document_fromstring(page, parser=html.HTMLParser(encoding="utf-8", huge_tree=True))


def of_markdown(text: str) -> Any:
    """Return the tree of a page in Markdown."""
    return tree(f"<html><body>{gfm(text)}</body></html>".encode("utf-8", "surrogatepass"))


def of_html(text: str) -> Any:
    """Return the tree of a page in HTML."""
    return tree(text.encode("utf-8", "surrogatepass"))


def structure(root: Any) -> list[tuple[str, tuple[str, ...]]]:
    """Return every element with the names of its attributes; comments count as elements."""
    return [(str(node.tag), tuple(sorted(node.attrib))) for node in root.iter() if node.tag not in _ALLOWED]


def words(node: Any) -> str:
    """Return the text of an element, on one line."""
    return " ".join("".join(node.itertext()).split())


_LATER = {
    "mention": re.compile(r"(?<![\w/`])@[A-Za-z0-9][A-Za-z0-9-]*"),
    "issue": re.compile(r"(?<!\w)#\d+|(?<!\w)GH-\d+", re.IGNORECASE),
    "commit": re.compile(r"(?<!\w)(?=[0-9a-f]*[a-f])(?=[0-9a-f]*\d)[0-9a-f]{7,40}(?!\w)"),
    "emoji": re.compile(r":[\w+-]+:"),
    "formula": re.compile(r"\$[^$\s][^$]*\$"),
    "reference of GitLab": re.compile(r"(?<!\w)[!&%~^][\w\"]"),
}
"""What GitHub and GitLab look for in the text of each element, after the Markdown.

Source: github.com/gjtorikian/html-pipeline (mentions), docs.github.com, "Autolinked references and URLs".
"""


def later(root: Any) -> list[str]:
    """Return what would become a mention, a link, a picture or a formula; code and links are passed over."""
    found = []
    for node in root.iter():
        inside = {parent.tag for parent in (node, *node.iterancestors())} & {"code", "pre", "a"}
        outside = {parent.tag for parent in node.iterancestors()} & {"code", "pre", "a"}
        texts = [] if inside else [node.text]
        texts += [] if outside else [node.tail]
        for text in filter(None, texts):
            found += [f"{kind}: {m[0]}" for kind, sign in _LATER.items() for m in sign.finditer(text)]
    return found
