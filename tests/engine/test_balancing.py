"""Which way round a balancing of interests is told, as notices word it in English and French."""

import pytest

from tests.engine.judged import dotted, found_by

RULE = "legitimate-interest-balancing-reversed"


def told(sentence: str, language: str) -> list[str]:
    """Return where the rule asks whether the opposite is meant, in a balancing of these words."""
    head = f"format: 1\nnotice: {{id: example, language: {language}}}\n"
    return dotted(
        found_by(RULE, f'{head}legal_bases: {{legitimate-interests: {{balancing: "{sentence}"}}}}\n')
    )


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("fr", "Notre intérêt légitime ne l’emporte pas sur vos intérêts."),
        ("fr", "Notre intérêt légitime ne l'emporte pas sur vos droits et libertés."),
        ("fr", "Après analyse, nos intérêts légitimes ne prévalent pas sur les droits des personnes."),
        ("fr-BE", "Un test a été fait. NOS INTÉRÊTS NE PRÉVALENT PAS SUR VOS INTÉRÊTS"),
        ("en", "Our interests do not override your interests or fundamental rights."),
        ("en", "We hold that our legitimate interest doesn’t outweigh yours."),
        ("en", "Your interests are not overridden by our interests."),
        ("en-GB", "The controller’s interests do not prevail over the rights of data subjects."),
    ],
)
def test_a_balance_that_says_that_our_interest_loses_is_questioned(language: str, sentence: str) -> None:
    assert told(sentence, language) == ["legal_bases.legitimate-interests.balancing"]


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("fr", "Vos intérêts ne l’emportent pas sur notre intérêt légitime."),
        ("fr", "Vos intérêts, mis en balance avec notre intérêt légitime, ne prévalent pas sur celui-ci."),
        ("fr", "Si notre intérêt ne l’emporte pas sur vos intérêts, nous cessons."),
        ("fr", "Nous cessons lorsque notre intérêt ne prévaut pas sur vos droits."),
        ("fr", "Notre intérêt légitime l’emporte sur vos intérêts."),
        ("fr", "Notre intérêt est réel. Il ne prévaut pas sur vos droits dans tous les cas."),
        ("en", "Your interests do not override our legitimate interests."),
        ("en", "Our interests are not overridden by your interests."),
        ("en", "Our legitimate interests override your interests."),
        ("en", "We stop where our interests do not outweigh your rights."),
        ("en", "Our interests do not outweigh your rights unless you consented."),
        ("en", "Our interests and your rights were weighed; they do not override each other."),
        ("de", "Unser Interesse überwiegt Ihre Interessen nicht."),
        ("en", ""),
    ],
)
def test_a_sound_balance_a_condition_and_other_languages_are_left_alone(language: str, sentence: str) -> None:
    assert told(sentence, language) == []


def test_the_sentence_itself_is_shown_and_not_the_whole_text() -> None:
    text = (
        "format: 1\nnotice: {id: example, language: en}\nlegal_bases:\n  legitimate-interests:\n"
        "    balancing: We weighed it. Our interests do not override your rights. Ask us.\n"
    )
    (finding,) = found_by(RULE, text)

    shown = text.splitlines()[finding.span.line - 1][finding.span.column - 1 : finding.span.end_column - 1]
    assert shown == "Our interests do not override your rights."


def test_other_texts_are_not_read_for_it() -> None:
    head = "format: 1\nnotice: {id: example, language: en}\n"
    text = f"{head}security: Our interests do not override your rights.\n"

    assert found_by(RULE, text) == ()
