"""How fast is a comparison? Notices of 10 to 1,000 entries, of which one in twenty changed.

    python tests/bench/changes.py [--rounds 7]

Times are the processor's, the best of several rounds, beyond loading the files. `canonical` is both notices
in canonical form, `compare` all that differs, `told` with what it means once the views are resolved; the
walk is `tests/changes/oracle.py` over the same canonical values.
Goals: see `GOALS`.
"""

import argparse
import json
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from notice_lint.changes.canonical import entries  # noqa: E402 - the checkout is on the path only now
from notice_lint.changes.compare import compare  # noqa: E402 - likewise
from notice_lint.changes.differ import differences  # noqa: E402 - likewise
from notice_lint.changes.redline import redline  # noqa: E402 - likewise
from notice_lint.model.notice import Notice  # noqa: E402 - likewise
from notice_lint.reference.world import World  # noqa: E402 - likewise
from notice_lint.run.changes import Asked, changes  # noqa: E402 - likewise
from notice_lint.source.parse import parse  # noqa: E402 - likewise
from tests.changes.oracle import walk  # noqa: E402 - likewise

DAY = date(2026, 11, 22)
GOALS = {
    "1,000 entries, 5 % changed, ms": 100.0,
    "twice the entries, times the time": 2.3,
    "a text of 5,000 words, ms": 1000.0,
    "100 versions of the example, one after the other, s": 20.0,
}


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rounds", type=int, default=7)
    rounds = parser.parse_args().rounds
    taken = {size: one(size, rounds) for size in (10, 100, 250, 500, 1000)}
    show("1,000 entries, 5 % changed, ms", taken[1000] * 1e3)
    show("twice the entries, times the time", taken[1000] / taken[500])
    show("a text of 5,000 words, ms", best(lambda: redline(*prose(), "fr"), 3) * 1e3)
    example = [ROOT / f"examples/clearnox/{name}.yaml" for name in ("versions/2024-11", "notice")]
    old, new = (load(path.read_text(encoding="utf-8")) for path in example)
    print(f"the example, next to everything changed: {best(lambda: compare(old, new), rounds) * 1e3:.0f} ms")
    print(f"and what it means: {best(lambda: differences(old, new), rounds) * 1e3:.0f} ms")
    show("100 versions of the example, one after the other, s", chain(100))


def one(size: int, rounds: int) -> float:
    """Measure notices of a size; return the seconds of a comparison."""
    texts = [json.dumps(made(size, changed), ensure_ascii=False) for changed in (False, True)]
    old, new = map(load, texts)
    differences(old, new)  # deepdiff is imported, the views are resolved
    meaning = best(lambda: differences(old, new), rounds)
    total = best(lambda: compare(old, new), rounds)
    canonical = best(lambda: (entries(old), entries(new)), rounds)
    sides = [{f"{entry.part}/{entry.id}": entry.value for entry in entries(side)} for side in (old, new)]
    walked = best(lambda: list(walk(sides[0], sides[1])), rounds)
    parsed = best(lambda: [parse(text, "notice.yaml") for text in texts], rounds)
    print(
        f"{size:5} entries: compare {total * 1e3:6.1f} ms (canonical {canonical * 1e3:5.1f}), "
        f"walk by hand {walked * 1e3:5.2f} ms, ratio {total / walked:4.1f}; "
        f"to the bare parse {total / parsed:.2f}; and told {meaning * 1e3:6.1f} ms"
    )
    return total


def chain(count: int) -> float:
    """Return the seconds that the way through so many versions of the example takes, files read and all."""
    text = (ROOT / "examples/clearnox/notice.yaml").read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "versions").mkdir()
        for number in range(count):
            day = date.fromordinal(date(2024, 1, 1).toordinal() + number).isoformat()
            said = text.replace('version: "2026-12"', f'version: "v{number}"')
            said = said.replace("effective: 2026-12-01", f"effective: {day}")
            said = said.replace("period: P5Y", f"period: P{5 + number % 3}Y")
            name = "notice.yaml" if number == count - 1 else f"versions/v{number:03}.yaml"
            (Path(folder) / name).write_text(said, encoding="utf-8")
        asked = Asked(str(Path(folder) / "notice.yaml"), DAY, since="2024-01-01", history=True)
        start = time.process_time()
        steps = changes(asked).steps
        assert len(steps) == count - 1
        return time.process_time() - start


def show(name: str, value: float) -> None:
    """Print a figure and its goal."""
    print(f"{'ok ' if value <= GOALS[name] else 'OVER'} {name}: {value:.1f} (goal {GOALS[name]:g})")


def best(work: Callable[[], object], rounds: int) -> float:
    """Return the least processor time, in seconds."""
    times = []
    for _ in range(rounds):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return min(times)


def load(text: str) -> Notice:
    """Return a resolved notice."""
    return Notice(parse(text, "notice.yaml"), World(DAY))


def made(size: int, changed: bool) -> dict[str, Any]:  # noqa: FBT001 - one of two versions
    """Return a notice of so many entries, in French and English; the changed one differs in one of twenty."""

    def text(words: str, number: int) -> dict[str, str]:
        other = " de nouveau" if changed and number % 20 == 0 else ""
        return {"fr": f"{words} numéro {number}{other}", "en": f"{words} number {number}{other}"}

    purposes = {
        f"purpose-{number}": {
            "text": text("Répondre à vos questions", number),
            "legal_basis": "legitimate-interests",
            "interest": {"text": text("Servir nos clients", 1), "whose": "controller"},
            "kinds": ["support", "communication"],
        }
        for number in range(size // 4)
    }
    rules = {
        f"rule-{number}": {"period": "P3Y", "from": "contract-end", "text": text("Trois ans", number)}
        for number in range(size // 4)
    }
    recipients = {
        f"recipient-{number}": {
            "name": f"Fournisseur {number}",
            "role": "processor",
            "service": text("Héberge", number),
            "country": "US",
            "purposes": [f"purpose-{number}"],
            "transfer": {
                "basis": "standard-contractual-clauses",
                "module": 2,
                "copy": text("Écrivez-nous", 1),
            },
        }
        for number in range(size // 4)
    }
    categories = {
        f"category-{number}": {"items": [text("Une donnée", number), text("Une autre", 1)]}
        for number in range(size - 3 * (size // 4))
    }
    collection = {
        "label": text("Vous nous écrivez", 1),
        "purposes": list(purposes)[:5],
        "retention": "rule-0",
        "categories": categories,
    }
    return {
        "format": 1,
        "notice": {"id": "made", "language": "fr", "translations": ["en"]},
        "collections": {"letters": collection},
        "purposes": purposes,
        "retention": rules,
        "recipients": recipients,
    }


def prose() -> tuple[str, str]:
    """Return a text of 5,000 words, and the same with one word in forty changed."""
    words = [
        f"{('le', 'nom', 'de', 'la', 'société')[n % 5]}{n * n % 997 if n % 3 else ''}" for n in range(5000)
    ]
    return " ".join(words), " ".join("autre" if n % 40 == 0 else word for n, word in enumerate(words))


if __name__ == "__main__":
    main()
