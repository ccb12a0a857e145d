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
