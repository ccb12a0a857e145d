"""Every format, by the name that `--format` takes."""

from collections.abc import Callable, Mapping
from importlib import import_module

from notice_lint.i18n import Catalogue
from notice_lint.reports.look import Look
from notice_lint.reports.result import Result

Report = Callable[[Result, Catalogue, Look], str]

FORMATS: Mapping[str, str] = {
    "text": "notice_lint.reports.text",
    "short": "notice_lint.reports.short",
    "json": "notice_lint.reports.json",
    "sarif": "notice_lint.reports.sarif",
    "junit": "notice_lint.reports.junit",
    "github": "notice_lint.reports.github",
    "gitlab": "notice_lint.reports.gitlab",
    "table": "notice_lint.reports.table",
    "markdown": "notice_lint.reports.markdown",
    "html": "notice_lint.reports.html",
}
"""Each module has a function `report`; it is imported when its format is asked for."""


def report_in(name: str) -> Report:
    """Return the report of a format. Raises `KeyError` for a name that is not in `FORMATS`."""
    report: Report = import_module(FORMATS[name]).report
    return report
