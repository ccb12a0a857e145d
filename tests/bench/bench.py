"""How fast is a check? Ratios to the bare parse of the same bytes, and to an interpreter that does nothing.

    python tests/bench/bench.py [--python PATH] [--notices 1000] [--rounds 15]

`--python` names an interpreter in which a built wheel is installed: an editable install or a checkout
parses its rules at every start and is slower. Times are the processor's, so that a busy machine tells the
same: cold ones medians of alternating rounds, those inside a process the best of many. Goals: see `GOALS`.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[2]
SMALL = ROOT / "tests/notices/sound/employer.de.yaml"
NOTICES = {
    "a small notice, without findings": SMALL,
    "the real notice, with findings": ROOT / "examples/clearnox/versions/2024-11.yaml",
    "its next version, without": ROOT / "examples/clearnox/notice.yaml",
}
DAY = "2026-11-22"

GOALS = {
    "cold check, to an empty interpreter": 5.6,
    "in-process check, to the bare parse": 5.0,
    "all in one process, to the bare parse": 6.0,
    "peak memory of that, MiB": 24.0,
}
"""The most that each should be, with the command line through click; cold, for a notice of 20 KB."""


class Run(NamedTuple):
    """What one process took: processor time in seconds, and peak memory in MiB."""

    seconds: float
    memory: float


def main() -> None:
    """Measure and print."""
    plain = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=plain)
    parser.add_argument("--python", default=sys.executable)
    parser.add_argument("--notices", type=int, default=1000)
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--inside", help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.inside:
        print(json.dumps(inside(Path(args.inside))))
        return
    for name, path in NOTICES.items():
        one(name, path, args.python, args.rounds)
    many(args.python, args.notices)


def one(name: str, path: Path, python: str, rounds: int) -> None:
    """Measure one notice, cold and in process."""
    print(f"\n{name}: {path.name}, {path.stat().st_size:,} bytes")
    commands = {
        "empty": [python, "-c", "pass"],
        "imports": [python, "-c", "import click, yaml"],
        "check": [python, "-m", "notice_lint", "check", "--on", DAY, str(path)],
    }
    taken: dict[str, list[float]] = {key: [] for key in commands}
    for _ in range(rounds):
        for key, command in commands.items():
            taken[key].append(run(command).seconds)
    empty, imports, cold = (statistics.median(times) for times in taken.values())
    show("cold check, to an empty interpreter", cold / empty, f"{cold * 1e3:.0f} ms to {empty * 1e3:.1f} ms")
    show("of which click and PyYAML alone", imports / empty, f"{imports * 1e3:.0f} ms")
    warm = of_installed(python, path)
    detail = f"{warm['check'] * 1e3:.2f} ms to {warm['bare'] * 1e3:.2f} ms"
    show("in-process check, to the bare parse", warm["check"] / warm["bare"], detail)
    show("of which reading", warm["read"] / warm["bare"], f"{warm['read'] * 1e3:.2f} ms")


def many(python: str, count: int) -> None:
    """Measure many notices in one process: the small one with another id in each."""
    text = SMALL.read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as folder:
        total = 0
        for number in range(count):
            varied = text.replace("\n  id: ", f"\n  id: n{number}-", 1)
            total += len(varied.encode())
            Path(folder, f"{number}.yaml").write_text(varied, encoding="utf-8")
        print(f"\n{count:,} notices, {total / 1e6:.1f} MB")
        whole = run([python, "-m", "notice_lint", "check", "--on", DAY, "--format", "json", folder])
        bare = of_installed(python, SMALL)["bare"] * count
    detail = f"{whole.seconds:.2f} s to {bare:.2f} s; {count / whole.seconds:.0f} notices a second"
    show("all in one process, to the bare parse", whole.seconds / bare, detail)
    show("peak memory of that, MiB", whole.memory)


def run(command: list[str]) -> Run:
    """Run a command, and look at nothing that it prints."""
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, env=environment, cwd="/")
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode > 1:
        raise SystemExit(f"{command} ended with {process.returncode}")
    return Run(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def of_installed(python: str, path: Path) -> dict[str, float]:
    """Return what `inside` measures when the interpreter `python` runs it."""
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
    command = [python, __file__, "--inside", str(path)]
    done = subprocess.run(command, capture_output=True, check=True, text=True, env=environment, cwd="/")
    times: dict[str, float] = json.loads(done.stdout)
    return times


def inside(path: Path) -> dict[str, float]:
    """Return the best times, in seconds, of a check by all rules, of reading alone, and of the bare parse."""
    from datetime import date  # noqa: PLC0415 - only in the process that is measured

    from yaml._yaml import CParser  # noqa: PLC0415 - likewise

    from notice_lint.engine.shipped import shipped_packs  # noqa: PLC0415 - likewise
    from notice_lint.run.check import Options, Source, check  # noqa: PLC0415 - likewise
    from notice_lint.source.parse import parse  # noqa: PLC0415 - likewise

    text = path.read_text(encoding="utf-8")
    read = partial(parse, text, "n.yaml")
    options = Options(shipped_packs(), date.fromisoformat(DAY))
    actions: dict[str, Callable[[], object]] = {
        "check": lambda: check([Source("n.yaml", read)], options),
        "read": read,
        "bare": lambda: CParser(text).raw_parse(),  # libyaml alone: not one Python object is made
    }
    return {name: min(_times(action)) for name, action in actions.items()}


def _times(action: Callable[[], object]) -> list[float]:
    times = []
    for _ in range(30):
        start = time.process_time()
        action()
        times.append(time.process_time() - start)
    return times


def show(name: str, figure: float, detail: str = "") -> None:
    """Print one figure beside its goal."""
    goal = GOALS.get(name)
    verdict = "" if goal is None else f"(goal {goal:g}: {'met' if figure <= goal else 'NOT met'})"
    print(f"{name:<40} {figure:7.2f}  {verdict:<22} {detail}".rstrip())


if __name__ == "__main__":
    main()
