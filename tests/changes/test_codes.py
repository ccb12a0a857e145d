"""Is every code produced by two notices, mirrored on the way back, grounded, and worded in every language?"""

import re
from pathlib import Path

import pytest

from notice_lint.changes.change import Direction, Duty
from notice_lint.changes.codes import codes
from notice_lint.changes.compare import compare
from notice_lint.changes.differ import changes_of, differences
from notice_lint.changes.rights import turn
from notice_lint.engine.placeholders import placeholders
from notice_lint.i18n import LANGUAGES, catalogue
from notice_lint.model import terms
from notice_lint.model.notice import Notice
from notice_lint.reference.load import data
from tests.changes.accounting import accounted
from tests.changes.pairs import pairs

PAIRS = pairs()
_PAIRS = pytest.mark.parametrize("pair", PAIRS.values(), ids=PAIRS)


@pytest.mark.parametrize("code", codes())
def test_every_code_is_produced_by_two_notices(code: str) -> None:
    found = differences(*PAIRS[code])

    assert code in [change.code for change in found]


def test_there_is_no_pair_for_an_unknown_code() -> None:
    assert set(PAIRS) - set(codes()) == set()


_DECLARED = (
    *("purpose.split", "purpose.merged", "category.split", "category.merged", "category.granularity.coarser"),
    *("recipient.replaced", "structure.id_renamed"),
)
"""What the new notice declares of the old one: on the way back nobody declares anything."""


@pytest.mark.parametrize(
    "pair",
    [pair for name, pair in PAIRS.items() if name not in _DECLARED],
    ids=[n for n in PAIRS if n not in _DECLARED],
)
def test_the_way_back_has_the_mirror_code(pair: tuple[Notice, Notice]) -> None:
    there = [change.code for change in differences(*pair)]
    back = [change.code for change in differences(pair[1], pair[0])]

    assert [code for code in there if not _mirrored(code, back)] == []
    assert [code for code in back if not _mirrored(code, there)] == []


def _mirrored(code: str, back: list[str]) -> bool:
    own = codes()[code]
    if own.waiver:
        return True
    fits = {own.mirror, *(name for name, other in codes().items() if other.mirror == code)}
    fits |= {
        name for name, other in codes().items() if own.mirror and other.mirror == codes()[own.mirror].mirror
    }
    return bool(fits.intersection(back))


def test_every_code_has_a_mirror_or_says_why_not() -> None:
    assert [
        name for name, code in codes().items() if bool(code.mirror) == bool(code.waiver) and not _text(name)
    ] == []
    assert [name for name, code in codes().items() if code.mirror and code.mirror not in codes()] == []


def _text(name: str) -> bool:
    return name.startswith("text.")


_OPPOSITE = {
    Direction.LESS_PROTECTIVE: {Direction.MORE_PROTECTIVE, Direction.NEUTRAL},
    Direction.MORE_PROTECTIVE: {Direction.LESS_PROTECTIVE, Direction.UNDETERMINED},
    Direction.NEUTRAL: {Direction.NEUTRAL, Direction.LESS_PROTECTIVE},
    Direction.UNDETERMINED: {Direction.UNDETERMINED, Direction.MORE_PROTECTIVE},
}


@pytest.mark.parametrize(
    "code", [code for code in codes().values() if code.mirror], ids=lambda code: code.name
)
def test_what_favours_people_on_one_way_does_not_on_the_other(code: object) -> None:
    own = codes()[code.name]  # type: ignore[attr-defined]
    mirror = codes()[own.mirror]

    assert own.direction is None or mirror.direction in _OPPOSITE[own.direction]


@_PAIRS
def test_nothing_that_differs_is_left_out_or_told_twice(pair: tuple[Notice, Notice]) -> None:
    everything, claimed = accounted(*pair)

    assert sorted(map(repr, claimed)) == sorted(map(repr, everything))


@_PAIRS
def test_a_notice_has_not_changed_against_itself(pair: tuple[Notice, Notice]) -> None:
    assert differences(pair[0], pair[0]) == ()


@_PAIRS
def test_no_two_changes_have_one_fingerprint(pair: tuple[Notice, Notice]) -> None:
    found = [change.fingerprint for change in changes_of(compare(*pair))]

    assert len(set(found)) == len(found)


@pytest.mark.parametrize("language", LANGUAGES)
@_PAIRS
def test_every_change_is_worded(pair: tuple[Notice, Notice], language: str) -> None:
    words = catalogue(language)
    for change in differences(*pair):
        sentence = words.say(f"changes.code.{change.code}", None, **change.args)

        assert not re.search(r"[{}]|changes\.|Term\(|None", sentence), sentence


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_code_has_a_headline(language: str) -> None:
    words = catalogue(language)

    assert [name for name in codes() if not words.has(f"changes.code.{name}")] == []
    assert {one for name in codes() for one in placeholders(words.sentence(f"changes.code.{name}"))} == {
        "subject",
        "what",
        "language",
        "outside",
    }


_BANNED = re.compile(
    r"\b(clarif|improv|better|simply|précis(é|er)|amélior|compliant|conforme)", re.IGNORECASE
)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sentence_about_a_change_flatters_it(language: str) -> None:
    path = Path(__file__).parents[2] / "notice_lint" / "i18n" / f"changes.{language}.yaml"
    own = [
        line
        for line in path.read_text(encoding="utf-8").splitlines()
        if line.startswith(("changes.code", "changes.meaning"))
    ]

    assert [line for line in own if _BANNED.search(line)] == []


def test_every_code_says_what_it_rests_on() -> None:
    assert [name for name, code in codes().items() if not code.references] == []


def test_what_counts_as_read_has_been_read() -> None:
    read = data("articles")["articles"]
    cited = {source.cite: source.evidence for code in codes().values() for source in code.references}

    assert {cite for cite, evidence in cited.items() if evidence == "V"} <= set(read)


@pytest.mark.parametrize("before", terms.LEGAL_BASES)
@pytest.mark.parametrize("after", terms.LEGAL_BASES)
def test_a_swap_of_legal_bases_favours_whom_the_rights_say(before: str, after: str) -> None:
    code = codes().get(f"basis.changed.{before}_to_{after}".replace("-", "_"))
    if before == after:
        assert code is None
        return

    assert code is not None
    assert code.direction is turn((before,), (after,)).direction
    assert (code.duty is Duty.REVIEW) is (before == "consent")
    assert code.duty is not Duty.PRIOR_NOTICE or after == "consent"
