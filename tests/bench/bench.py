"""How fast is a check? Ratios to the bare parse of the same bytes, and to an interpreter that does nothing.

    python tests/bench/bench.py [--python PATH] [--notices 1000] [--rounds 15]

`--python` names an interpreter in which a built wheel is installed: an editable install or a checkout
parses its rules at every start and is slower. Times are medians of alternating rounds; seconds differ
from machine to machine, ratios hardly. Goals: see `GOALS`.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
EXAMPLE = ROOT / "examples/clearnox/versions/2024-11.yaml"
DRAFT = ROOT / "examples/clearnox/notice.yaml"

GOALS = {
    "cold check, to an empty interpreter": 5.6,
    "in-process check, to the bare parse": 5.0,
    "1,000 notices in one process, to the bare parse": 6.0,
}
"""The most that each ratio should be, with the command line through click."""


def bare_parse(text: str) -> None:
    """Run libyaml over the text, without making one Python object for it."""
    from yaml._yaml import CParser  # noqa: PLC0415 - a benchmark measures imports

    parser = CParser(text)
    parser.raw_parse()


def seconds(action: Callable[[], object], rounds: int) -> float:
    """Return the median time of an action, seconds."""
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        action()
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def process(command: list[str]) -> Callable[[], object]:
    """Return an action that runs a command and does not look at what it prints."""
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}

    def run() -> object:
        return subprocess.run(command, capture_output=True, check=False, env=environment, cwd="/")

    return run


def in_process(texts: list[str]) -> Callable[[], object]:
    """Return an action that checks texts with all rules, from text to findings."""
    from notice_lint.engine.shipped import shipped_packs  # noqa: PLC0415 - a benchmark measures imports
    from notice_lint.run import Options, Source, check  # noqa: PLC0415 - likewise
    from notice_lint.source.parse import parse  # noqa: PLC0415 - likewise

    options = Options(shipped_packs(), date(2026, 11, 22))

    def run() -> object:
        return check([Source("n.yaml", partial(parse, text, "n.yaml")) for text in texts], options)

    run()
    return run


def show(name: str, ratio: float, detail: str) -> None:
    """Print one ratio beside its goal."""
    goal = GOALS.get(name)
    verdict = "" if goal is None else f"  (goal {goal}x: {'met' if ratio <= goal else 'NOT met'})"
    print(f"{name:<52} {ratio:7.2f}x{verdict}  {detail}")


def main() -> None:
    """Measure and print."""
    plain = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=plain)
    parser.add_argument("--python", default=sys.executable)
    parser.add_argument("--notices", type=int, default=1000)
    parser.add_argument("--rounds", type=int, default=15)
    args = parser.parse_args()
    for name, path in (("the real notice, with findings", EXAMPLE), ("its next version, without", DRAFT)):
        if path.is_file():
            one(name, path, args.python, args.rounds)
    if DRAFT.is_file():
        many(args.python, args.notices)


def one(name: str, path: Path, python: str, rounds: int) -> None:
    """Measure one notice, cold and in process."""
    text = path.read_text(encoding="utf-8")
    print(f"\n{name}: {path.name}, {len(text.encode()):,} bytes")
    check = [python, "-m", "notice_lint", "check", "--on", "2026-11-22", str(path)]
    empty = seconds(process([python, "-c", "pass"]), rounds)
    cold = seconds(process(check), rounds)
    bare = seconds(lambda: bare_parse(text), rounds * 5)
    warm = seconds(in_process([text]), rounds)
    detail = f"{cold * 1000:.0f} ms to {empty * 1000:.1f} ms"
    show("cold check, to an empty interpreter", cold / empty, detail)
    detail = f"{warm * 1000:.2f} ms to {bare * 1000:.2f} ms"
    show("in-process check, to the bare parse", warm / bare, detail)


def many(python: str, count: int) -> None:
    """Measure many notices in one process: the draft with another id in each."""
    text = DRAFT.read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as folder:
        total = 0
        for number in range(count):
            varied = text.replace("id: clearnox-privacy", f"id: clearnox-privacy-{number}", 1)
            total += len(varied.encode())
            Path(folder, f"{number}.yaml").write_text(varied, encoding="utf-8")
        print(f"\n{count:,} notices, {total / 1e6:.1f} MB")
        check = [python, "-m", "notice_lint", "check", "--on", "2026-11-22", "--format", "json", folder]
        whole = seconds(process(check), 1)
        bare = seconds(lambda: bare_parse(text), 20) * count
    name = "1,000 notices in one process, to the bare parse"
    show(name, whole / bare, f"{whole:.2f} s to {bare:.2f} s; {count / whole:.0f} notices a second")


if __name__ == "__main__":
    main()
