"""Characters that were damaged on their way, and what only looks like it."""

import pytest

from notice_lint.engine.operators.mojibake import damages
from tests.conftest import SHARED
from tests.engine.judged import found_by, small

SCRAPED = SHARED / "clearnox" / "notice-2024-11.fr.as-scraped.txt"
MENDED = SHARED / "clearnox" / "notice-2024-11.fr.txt"
REAL = "Vos données à caractère personnel : l’intérêt « légitime », naïve, œuvre, 5 € – Straße, größer, Łódź"


def put_right(text: str) -> str:
    """Return a text with its damage put right; `?` where that cannot be told."""
    done, end = "", 0
    for one in damages(text):
        done, end = done + text[end : one.start] + (one.meant or "?"), one.end
    return done + text[end:]


def misread(text: str, encoding: str) -> str:
    """Return what becomes of a text that is saved as UTF-8 and opened in another encoding."""
    return "".join(
        bytes([byte]).decode(encoding, "ignore") or chr(byte) if byte > 127 else chr(byte)
        for byte in text.encode()
    )


@pytest.mark.parametrize("encoding", ["cp1252", "mac_roman", "cp437", "cp850"])
def test_a_text_that_was_opened_in_another_encoding_is_put_right(encoding: str) -> None:
    text = REAL.removesuffix(", Łódź").replace("œuvre, ", "").replace("«\xa0", "").replace("\xa0»", "")

    assert put_right(misread(text, encoding)) == text


@pytest.mark.parametrize("encoding", ["cp1250", "iso8859_2", "iso8859_16"])
def test_the_encoding_that_gives_common_letters_is_taken(encoding: str) -> None:
    text = "vos données, la sécurité, prévenir, près, mêmes, reçu"

    assert put_right(misread(text, encoding)) == text


@pytest.mark.parametrize(
    "text",
    [
        REAL,
        REAL.upper(),
        "“LIBERTÉ” ‘QUALITÉ’ «CAFÉ» SÉCURITÉ\xa0: CÔTE… L’ÎLE",
        "IRMÃ, NÃO, AMANHÃ, PROTEÇÃO, «AMANHû",
        "Ăștia, ĂȘTIA, „Ă”, ÎN ROMÂNIA",
        "„Ä“, Änderung, ÖÄÜ, Åland, »Å«",
        "Bunreacht na hÉireann, Tír na nÓg",
        "Γενικός Κανονισμός, Общий регламент, 個人情報",
        "√2 ≈ 1,4; ¬p; ƒ(x); ─── ┼ ├ ┐",
        "plain",
        "",
    ],
)
def test_a_text_as_it_should_be_is_left_alone(text: str) -> None:
    assert list(damages(text)) == []


@pytest.mark.skipif(not SCRAPED.is_file(), reason="the scraped notice is not beside this checkout")
def test_the_real_scraped_notice_is_damaged_and_the_mended_one_is_not() -> None:
    scraped, mended = SCRAPED.read_text(encoding="utf-8"), MENDED.read_text(encoding="utf-8")

    assert len(list(damages(scraped))) > 250
    assert "vos données à caractère personnel" not in scraped
    assert list(damages(mended)) == []


def test_a_text_is_one_finding_at_its_first_damaged_word() -> None:
    (finding,) = found_by("mojibake", small("security: Vos donnÃ©es et vos intÃ©rÃªts"))

    assert (finding.span.line, finding.span.column, finding.span.end_column) == (3, 15, 23)
    assert finding.args["found"] == "donnÃ©es"
    assert finding.args["count"] == 2


def test_a_capital_letter_inside_a_small_word_is_found_and_nothing_is_suggested() -> None:
    (finding,) = found_by("mojibake", small("security: auprÚs de nous"))

    assert finding.args["found"] == "auprÚs"
    assert getattr(finding.args["meant"], "value", "") == "said.nothing"


def test_a_lost_character_is_found_and_nothing_is_suggested() -> None:
    (finding,) = found_by("mojibake", small("security: Vos donn\ufffdes"))

    assert finding.args["found"] == "donn\ufffdes"
    assert getattr(finding.args["meant"], "value", "") == "said.nothing"
