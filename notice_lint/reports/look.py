"""How a report looks: its colours, and how much it says."""

from enum import Enum
from typing import NamedTuple

from notice_lint.pages.terminal import Style


class Detail(Enum):
    """How much a report says."""

    QUIET = "findings only"
    USUAL = "findings and a summary"
    VERBOSE = "also the files, and the rules that had nothing to check"


class Look(NamedTuple):
    """What the person at the keyboard asked for."""

    style: Style
    detail: Detail = Detail.USUAL
    ignored: bool = False
    """Whether findings that are ignored with a reason are listed as well (`--show-ignored`)."""
    settings: str = ""
    """The settings file that holds, to be named where everything is said; "" if there is none."""
    width: int = 100
    """How many columns a table may take."""
