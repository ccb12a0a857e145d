"""Whatever form a sound notice is brought into, fixing brings it back, and touches nothing else."""

import re
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from notice_lint.fixes.fix import FixRejected, RenameKey, SetValue
from notice_lint.fixes.proof import expected, proved
from notice_lint.i18n.catalogue import territories
from notice_lint.source.document import Document, Route
from notice_lint.source.parse import parse
from notice_lint.source.read import read
from tests.conftest import ROOT
from tests.fixes.fixing import fixed

_NOTICES = sorted((ROOT / "tests/notices/sound").glob("*.yaml"))
_RULES = (
    "schema-violation",
    "legal-basis-unknown",
    "retention-invalid-duration",
    "transfer-tool-unknown",
    "trailing-spaces",
    "value-unquoted",
    "key-order",
)
_UNITS = {"Y": "years", "M": "mois", "W": "weeks", "D": "jours"}
_COUNTRY, _PERIOD = re.compile("[A-Z]{2}"), re.compile("P([0-9]+)([YMWD])")
_WORDS = frozenset(("legal_basis", "basis", "role", "kind", "then", "source", "special"))


def _other_country(code: str) -> list[str]:
    names = [territories(language)[code] for language in ("en", "fr")]
    return [code.lower(), *(name for name in names if re.fullmatch("[A-Za-zéèïô -]+", name))]


def _other_period(written: str) -> list[str]:
    match = _PERIOD.fullmatch(written)
    return [written.lower(), f"{match[1]} {_UNITS[match[2]]}", f"P {match[1]} {match[2]}"] if match else []


def _other_word(word: str) -> list[str]:
    return [word.title(), word.replace("-", " ")] if "-" in word else [word.upper()]


def _other_date(written: str) -> list[str]:
    return [written.replace("-", "/"), written.replace("-0", "-")] if written.count("-") == 2 else []


def _others(route: Route, written: str) -> list[str]:
    """Return other forms of what stands at a route."""
    key = str(route[-1])
    if _COUNTRY.fullmatch(written) and {"country", "countries", "processing_countries"} & set(route[-2:]):
        return _other_country(written)
    forms: dict[str, Callable[[str], list[str]]] = {"period": _other_period, "effective": _other_date}
    if key in _WORDS and re.fullmatch("[a-z-]+", written) and written != "none":
        return _other_word(written)
    return [form for form in (forms[key](written) if key in forms else []) if form != written]


def _leaves(data: object, route: Route = ()) -> Iterator[Route]:
    pairs = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for step, value in pairs:
        yield from _leaves(value, (*route, step))
    if isinstance(data, str):
        yield route


@cache
def _sound(path: Path) -> tuple[Document, tuple[tuple[int, int, tuple[str, ...]], ...]]:
    """Return a sound notice, and its places that have other forms: offsets, and these forms."""
    document = read(path, path.name)
    starts = [0]
    for line in document.text.split("\n"):
        starts.append(starts[-1] + len(line) + 1)
    places = []
    for route in _leaves(document.data):
        written = document.written(route)
        others = tuple(_others(route, written))
        if others:
            span = document.span(route)
            start = starts[span.line - 1] + span.column - 1
            places.append((start, start + len(written), others))
    return document, tuple(sorted(set(places)))


@pytest.mark.parametrize("path", _NOTICES, ids=lambda path: path.stem)
def test_a_sound_notice_has_nothing_to_fix(path: Path) -> None:
    sound, places = _sound(path)

    assert fixed(sound.text, unsafe=True).done == ()
    assert len(places) > 20


@pytest.mark.parametrize("path", _NOTICES, ids=lambda path: path.stem)
@settings(max_examples=25)
@given(data=st.data())
def test_another_form_is_brought_back_to_the_very_same_text(path: Path, data: st.DataObject) -> None:
    sound, places = _sound(path)
    chosen = data.draw(st.lists(st.sampled_from(places), unique=True, min_size=1, max_size=8))
    end, bom = data.draw(st.sampled_from(["\n", "\r\n"])), data.draw(st.booleans())
    text = sound.text
    for start, stop, others in sorted(chosen, reverse=True):
        text = text[:start] + data.draw(st.sampled_from(others)) + text[stop:]
    text = text.replace("\n", end)

    outcome = fixed(text, bom=bom, only=_RULES)

    assert outcome.document.text == sound.text.replace("\n", end)
    assert outcome.document.bom == bom
    assert not outcome.refused
    assert fixed(outcome.document.text, bom=bom, only=_RULES).done == ()


_ODD = st.text(alphabet="abNO013-:./ '\"[]{},#&*!|>\n\té", max_size=60)


@settings(max_examples=300)
@given(_ODD, st.booleans())
def test_no_text_makes_a_fix_fail_or_go_on_for_ever(odd: str, unsafe: bool) -> None:  # noqa: FBT001 - drawn
    text = f"format: 1\nnotice: {{id: a, language: EN}}\ncontroller: {{country: us}}\nsecurity: {odd}\n"
    outcome = fixed(text, unsafe=unsafe, only=_RULES)
    again = fixed(outcome.document.text, unsafe=unsafe, only=_RULES)

    assert again.done == ()
    assert again.document.text == outcome.document.text


_TREE = st.recursive(
    st.sampled_from(["x", "us", "1", ""]),
    lambda below: (
        st.dictionaries(st.sampled_from("abcd"), below, min_size=1, max_size=3) | st.lists(below, max_size=3)
    ),
    max_leaves=8,
)


@settings(max_examples=200)
@given(st.dictionaries(st.sampled_from("abcd"), _TREE, min_size=1), st.data())
def test_the_proof_sees_every_other_change(tree: dict[str, object], data: st.DataObject) -> None:
    from json import dumps  # noqa: PLC0415 - JSON is YAML

    before = parse(dumps(tree), "x")
    leaves = list(_leaves(before.data))
    if not leaves:
        return
    here, there = data.draw(st.sampled_from(leaves)), data.draw(st.sampled_from(leaves))
    wanted = expected(before.data, [SetValue(here, "now")])
    changed = expected(wanted, [SetValue(there, "besides")])

    assert proved(dumps(wanted), before, [SetValue(here, "now")]).data == wanted
    with pytest.raises(FixRejected):
        proved(dumps(changed), before, [SetValue(here, "now")])
    with pytest.raises(FixRejected):
        proved(dumps(wanted), before, [RenameKey((next(iter(tree)),), "now")])
