"""Blocks to one HTML file: no script, nothing from elsewhere, readable on paper and on a telephone."""

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from notice_lint.pages.address import host, safe
from notice_lint.pages.blocks import Block
from notice_lint.pages.excerpt import parted
from notice_lint.pages.inline import colon, runs
from notice_lint.pages.terminal import visible

if TYPE_CHECKING:  # jinja2 takes 30 ms, which only a page in HTML pays
    from jinja2 import Template

_TEMPLATE = "page.html.jinja"

_COMMAND = re.compile(r"^(\s*)::", re.MULTILINE)
"""What GitHub's runner may take for a command where a step prints the page; "##[" is the other one."""


def html(blocks: Iterable[Block], title: str, language: str = "en") -> str:
    """Return a page as HTML; `title` is what the browser shows, `language` (BCP 47) that of our sentences.

    Every text goes through `visible` and the escapes of Jinja2 in one place, the template's `finalize`.
    """
    page = _template().render(
        blocks=list(blocks), title=title, language=language, colon=colon(language), newline="\n"
    )
    return _COMMAND.sub(r"\1&#58;:", page).replace("##[", "#&#35;[").lstrip("\n") + "\n"


@cache
def _template() -> "Template":
    from jinja2 import Environment, FileSystemLoader, StrictUndefined  # noqa: PLC0415 - as above

    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent),
        autoescape=True,
        finalize=_shown,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {
        "kind": lambda block: type(block).__name__.casefold(),
        "runs": runs,
        "safe_address": safe,
        "host": host,
        "parted": parted,
        "figure": _figure,
    }
    return environment.get_template(_TEMPLATE)


def _shown(value: object) -> object:
    """Return what is written: text without hidden characters; what a macro has escaped stays as it is."""
    return visible(value) if type(value) is str and value != "\n" else value


def _figure(number: float) -> str:
    """Return a measure of a drawing with at most one decimal, the same on every machine."""
    return f"{number:.1f}".removesuffix(".0")
