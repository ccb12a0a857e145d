"""Results that consumers are shown: the example, hostile text, everything at once."""

from collections.abc import Callable, Mapping
from datetime import date
from functools import cache

from notice_lint.engine.shipped import shipped_packs
from notice_lint.findings import Ignored
from notice_lint.i18n import catalogue
from notice_lint.pages.terminal import Style
from notice_lint.reports.formats import report_in
from notice_lint.reports.look import Look
from notice_lint.reports.result import CouldNotRun, Result
from notice_lint.run.check import Options, Source, check, sources
from notice_lint.source.parse import parse
from tests.conftest import ROOT
from tests.hostile import BREAKERS, naughty_strings, notice

EXAMPLE = "examples/clearnox/versions/2024-11.yaml"
ODD_PATHS = (
    "a b/ä#%.yaml",
    "../up/../n.yaml",
    "/etc/n.yaml",
    "C:/n.yaml",
    "http://evil.example/n.yaml",
    "javascript:alert(1).yaml",
    "\u202eline\nbreak\x1b.yaml",
    '"><script>.yaml',
    "::error::x.yaml",
    "##[error]x.yaml",
    "./[n]{0}.yaml",
)
DAY = date(2026, 11, 22)


@cache
def example() -> Result:
    """Return what a check of the example finds, some of it ignored, and all that can go wrong."""
    result = check(sources([(ROOT / EXAMPLE, EXAMPLE)]), Options(shipped_packs(), DAY))
    how = ("inline", "settings", "baseline")
    ignored = [
        finding._replace(
            ignored=Ignored(how[number], "Being signed, see [LEGAL-1] {x}", "J. Doe", "2027-03-01")
        )
        for number, finding in enumerate(result.findings[:3])
    ]
    return result._replace(
        findings=(*ignored, *result.findings[3:]),
        could_not_check=(("notices/locked.yaml", "permission is refused"),),
        could_not_run=(CouldNotRun("sentence-length", EXAMPLE, "TypeError: [x](https://evil.example) {0}"),),
        assumed=("eu-us-dpf",),
        stale=True,
    )


@cache
def hostile() -> Result:
    """Return what is found where every text breaks something, under paths that break something else."""
    texts = [*BREAKERS, *naughty_strings()[::25]]
    paths = [*ODD_PATHS, *(f"n{number}.yaml" for number in range(len(texts)))]
    found = [
        Source(path, lambda path=path, text=text: parse(notice(text), path))  # type: ignore[misc] # bound at once
        for path, text in zip(paths, texts, strict=False)
    ]
    return check(found, Options(shipped_packs(), DAY))


def clean() -> Result:
    """Return a result without findings."""
    return example()._replace(findings=(), could_not_check=(), could_not_run=())


RESULTS: Mapping[str, Callable[[], Result]] = {"example": example, "hostile": hostile, "clean": clean}


def printed(form: str, result: Result, language: str = "en") -> str:
    """Return a report."""
    return report_in(form)(result, catalogue(language), Look(Style(colour=False)))
