"""The matrix of the mutation suite: rule × notice, found or not, and what else spoke. Run it to see it."""

from tests.mutations.judging import Outcome, dotted, outcomes
from tests.mutations.sound import SOUND
from tests.mutations.table import TABLE

_HEAD = """\
Every rule against mutations of sound notices, on 22 November 2026. Written by
`pytest tests/mutations --rewrite`; `python -m tests.mutations.matrix` prints it.

  found    every mutation that applies is found where it was made (a number: so many mutations)
  –        the rule has nothing to judge in this notice
  extra    another rule reports the change as well; the table of mutations says why

"""


def matrix() -> str:
    """Return the whole table as text."""
    rows = [["rule", *SOUND]]
    rows += [[rule, *(_cell(rule, notice) for notice in SOUND)] for rule in sorted(TABLE)]
    widths = [max(len(row[column].split("\n")[0]) for row in rows) for column in range(len(rows[0]))]
    lines = ["  ".join(map(str.ljust, row, widths)).rstrip() for row in rows]
    return _HEAD + "\n".join([*lines, "", *_extras()]) + "\n"


def _cell(rule: str, notice: str) -> str:
    tried = [outcome for _, outcome in outcomes(rule, notice)]
    if not tried:
        return "–"
    if any(outcome.missed for outcome in tried):
        return "MISSED"
    extra = " +extra" if any(outcome.extras for outcome in tried) else ""
    return f"found {len(tried)}{extra}" if len(tried) > 1 else f"found{extra}"


def _extras() -> list[str]:
    lines = ["extra findings"]
    for rule in sorted(TABLE):
        for notice in SOUND:
            extras = frozenset[str]().union(*(outcome.extras for _, outcome in outcomes(rule, notice)))
            if extras:
                lines.append(f"  {rule} on {notice}: {', '.join(sorted(extras))}")
    return lines


def problems(rule: str) -> list[str]:
    """Return what went wrong with the mutations for one rule, on any notice."""
    return [
        f"{notice}, mutation {number}: {wrong}"
        for notice in SOUND
        for number, outcome in outcomes(rule, notice)
        for wrong in _wrong(outcome)
    ]


def _wrong(outcome: Outcome) -> list[str]:
    wrong = []
    if outcome.missed:
        wrong.append(f"found at {dotted(outcome.found)}, not at {dotted(outcome.expected)}")
    if outcome.unexpected:
        wrong.append(f"also reported: {', '.join(sorted(outcome.unexpected))}")
    return wrong


if __name__ == "__main__":
    print(matrix())  # noqa: T201 - it prints
