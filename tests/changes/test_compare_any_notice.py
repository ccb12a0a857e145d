"""What holds for a comparison of any two notices: whole ones, edited at random."""

import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from copy import deepcopy
from functools import cache
from json import dumps
from os import environ
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from notice_lint.changes.canonical import entries
from notice_lint.changes.canonical_places import route_of
from notice_lint.changes.compare import compare
from notice_lint.changes.compare_echoes import every_leaf
from notice_lint.changes.compare_leaves import applied, leaves, reversed_
from notice_lint.changes.comparison import MISSING, Comparison, Entry, Leaf
from notice_lint.model.notice import Notice
from notice_lint.reference.world import World
from notice_lint.source.document import Document
from notice_lint.source.parse import parse
from tests.changes.oracle import told, whole
from tests.conftest import ROOT
from tests.model.resolved import DAY

FILES = [
    *sorted((ROOT / "tests/notices/sound").glob("*.yaml")),
    ROOT / "tests/notices/shop.yaml",
    ROOT / "examples/clearnox/versions/2024-11.yaml",
    ROOT / "examples/clearnox/notice.yaml",
]
SOME = settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


@cache
def document(path: Path) -> Document:
    """Return a notice as it stands."""
    return parse(path.read_text(encoding="utf-8"), path.name)


def resolved(data: object) -> Notice:
    """Return plain data as a notice."""
    return Notice(parse(dumps(data, ensure_ascii=False), "notice.yaml"), World(DAY))


def places(data: Any) -> Iterator[tuple[Any, Any]]:
    """Yield every holder in plain data, with each key or position in it."""
    steps = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for step, below in list(steps):
        yield data, step
        yield from places(below)


def edited(draw: st.DrawFn, data: Any) -> Any:
    """Return a copy with a few edits: values dropped, changed, copied, moved, keys renamed."""
    copy = deepcopy(data)
    for _ in range(draw(st.integers(1, 6))):
        holders = [place for place in places(copy) if place[1] not in ("format", "notice")]
        holder, step = draw(st.sampled_from(holders))
        match draw(st.sampled_from(("drop", "change", "copy", "turn", "rename", "empty"))):
            case "drop":
                del holder[step]
            case "change":
                words = (
                    "x",
                    "none",
                    "P1Y",
                    "US",
                    1,
                    True,
                    ["a", "b"],
                    {"fr": "y"},
                    "l’été : «\u00a0oui\u00a0»",
                )
                holder[step] = draw(st.sampled_from(words))
            case "copy":
                holder[step] = deepcopy(draw(st.sampled_from(holders))[0])
            case "turn" if isinstance(holder, list):
                holder.reverse()
            case "rename" if isinstance(holder, dict):
                holder[draw(st.sampled_from(("renamed", "access", "a['b']")))] = holder.pop(step)
            case "empty":
                holder[step] = draw(st.sampled_from((None, "", [], {})))
    return copy


@st.composite
def pairs(draw: st.DrawFn) -> tuple[Notice, Notice]:
    """Draw two notices: one of the files, and an edited copy of it."""
    data = document(draw(st.sampled_from(FILES))).data
    return resolved(edited(draw, data)), resolved(edited(draw, data))


def shown(comparison: Comparison) -> str:
    """Return all that a comparison says as text."""
    return repr(comparison[2:])


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_edge_75_nothing_differs_between_a_notice_and_itself(path: Path) -> None:
    one, other = (Notice(document(path), World(DAY)) for _ in "12")
    written_anew = resolved(document(path).data)

    for new in (other, written_anew):
        assert shown(compare(one, new)) == "((), (), (), (), (), Languages(added=(), removed=()))"


@SOME
@given(pairs())
def test_deepdiff_agrees_with_a_walk_by_hand(both: tuple[Notice, Notice]) -> None:
    comparison = compare(*both)
    for pair in comparison.pairs:
        if pair.before and pair.after:
            expected = whole(pair.before.value, pair.after.value)
            found = every_leaf(comparison.pairs).get((pair.part, pair.after.id), [])

            assert told(tuple(found)) == expected


@SOME
@given(pairs())
def test_what_is_no_pair_does_not_differ(both: tuple[Notice, Notice]) -> None:
    old, new = (entries(side) for side in both)
    comparison = compare(*both)
    differing = {(pair.part, side.id) for pair in comparison.pairs for side in pair[1:3] if side}
    echoed = {(echo.part, echo.id) for p in comparison.pairs for leaf in p.leaves for echo in leaf.echoes}
    values = [{(entry.part, entry.id): entry.value for entry in side} for side in (old, new)]
    silent = set(values[0]) | set(values[1]) - differing - echoed

    for key in silent - differing - echoed:
        if key[0] not in (
            "categories",
            "collections",
        ):  # these may be written in two forms that mean the same
            assert leaves(values[0][key], values[1][key]) == ()


@SOME
@given(pairs())
def test_edge_76_the_way_back_is_the_mirror_of_the_way_there(both: tuple[Notice, Notice]) -> None:
    there, back = compare(*both), compare(*reversed(both))
    if any(pair.how == "declared" for pair in (*there.pairs, *back.pairs)):
        return

    assert _sides(there) == _sides(back, turned=True)
    assert set(there.reordered) == set(back.reordered)
    assert there.languages == back.languages._replace(
        added=back.languages.removed, removed=back.languages.added
    )
    suggested = {(one.part, one.old, one.new, one.why) for one in there.suggestions}
    assert suggested == {(one.part, one.new, one.old, one.why) for one in back.suggestions}


def _sides(comparison: Comparison, *, turned: bool = False) -> Counter[str]:
    found: list[object] = []
    for pair in comparison.pairs:
        sides = pair.before and pair.before.id, pair.after and pair.after.id
        changes = reversed_(pair.leaves) if turned else pair.leaves
        told_of = [(leaf.path, _text(leaf.before), _text(leaf.after), leaf.follows) for leaf in changes]
        found.append((pair.part, sides[::-1] if turned else sides, told_of, pair.follows))
    return Counter(map(repr, found))


def _text(side: object) -> str:
    return "-" if side is MISSING else dumps(side, sort_keys=True)


@SOME
@given(pairs())
def test_edge_78_the_changes_lead_from_one_notice_to_the_other_and_back(both: tuple[Notice, Notice]) -> None:
    comparison = compare(*both)
    changes = every_leaf(comparison.pairs)
    for pair in comparison.pairs:
        if pair.before and pair.after:
            found: tuple[Leaf, ...] = tuple(changes.get((pair.part, pair.after.id), ()))

            assert _text(applied(pair.before.value, found)) == _text(pair.after.value)
            assert _text(applied(pair.after.value, reversed_(found))) == _text(pair.before.value)


@SOME
@given(pairs())
def test_every_place_is_found_in_its_file(both: tuple[Notice, Notice]) -> None:
    comparison = compare(*both)
    for pair in comparison.pairs:
        for notice, entry, side in ((both[0], pair.before, "before"), (both[1], pair.after, "after")):
            for leaf in pair.leaves if entry else ():
                _has_a_place(notice, entry, leaf, getattr(leaf, side))


def _has_a_place(notice: Notice, entry: Entry | None, leaf: Leaf, side: object) -> None:
    assert entry is not None
    route = route_of(notice, entry, leaf.path)

    assert notice.document.exists(route) or side is MISSING or entry.part == "rights"


SCRIPT = """
import sys
from datetime import date
from pathlib import Path
from notice_lint.changes.compare import compare
from notice_lint.model.notice import Notice
from notice_lint.reference.world import World
from notice_lint.source.parse import parse
world = World(date(2026, 11, 22))
notices = [Notice(parse(Path(path).read_text(encoding="utf-8"), "n"), world) for path in sys.argv[1:]]
sys.stdout.buffer.write(repr(compare(*notices)[2:]).encode())
"""


def test_edge_77_another_hash_seed_locale_time_zone_and_folder_give_the_same_bytes(tmp_path: Path) -> None:
    files = [str(ROOT / f"examples/clearnox/{name}.yaml") for name in ("versions/2024-11", "notice")]
    outputs = set()
    for seed, locale, zone in (
        ("1", "C", "UTC"),
        ("2", "fr_FR.UTF-8", "Asia/Tokyo"),
        ("77", "tr_TR", "EST5EDT"),
    ):
        env = {**environ, "PYTHONHASHSEED": seed, "LC_ALL": locale, "TZ": zone, "PYTHONPATH": str(ROOT)}
        command = [sys.executable, "-c", SCRIPT, *files]
        done = subprocess.run(command, env=env, cwd=tmp_path, capture_output=True, check=True)
        outputs.add(done.stdout)

    assert len(outputs) == 1
    assert len(outputs.pop()) > 10_000
