"""Texts: what is only typography, which words differ, which of them deserve a second look."""

import sys
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from notice_lint.changes.compare import compare
from notice_lint.changes.prose import fold, same, tokens
from notice_lint.changes.prose_texts import TextChange, only_a_language, text_changes
from notice_lint.changes.prose_words import WORDS
from notice_lint.changes.redline import redline
from tests.hostile import BREAKERS, naughty_strings
from tests.model.resolved import notice

SAME = [
    ("apostrophes", "l'accès d'autrui", "l’accès d’autrui"),
    ("quotation marks", 'We "keep" it', "We “keep” it"),
    ("French quotation marks", 'Dites "oui"', "Dites «\u00a0oui\u00a0»"),
    ("German quotation marks", 'Das "Recht"', "Das „Recht“"),
    ("no-break spaces", "Droits : 10 000 %", "Droits\u00a0: 10\u202f000\u00a0%"),
    ("the blank before a colon", "Droits : oui ; non !", "Droits: oui; non!"),
    ("the ellipsis", "and so on...", "and so on…"),
    ("dashes", "a – b, e-mail", "a - b, e‑mail"),
    ("composed and decomposed letters", "caf\u00e9", "cafe\u0301"),
    ("line breaks and paragraphs", "a b\nc", "a\n\nb c"),
    ("a soft hyphen", "Daten\u00adschutz", "Datenschutz"),
]
OTHER = [
    ("capitals", "Art. 9", "art. 9"),
    ("accents", "ou", "où"),
    ("a ligature", "coeur", "cœur"),
    ("a full stop", "We keep it.", "We keep it"),
    ("a joiner, which a word may need", "می‌خواهم", "میخواهم"),
    ("a hyphen that went", "re-sign", "resign"),
    ("a sign that turns a number round", "5", "-5"),
]


@pytest.mark.parametrize(
    ("before", "after"), [row[1:] for row in SAME], ids=[f"edge 42: {row[0]}" for row in SAME]
)
def test_what_only_typography_knows_is_folded(before: str, after: str) -> None:
    assert before != after
    assert same(before, after)
    assert redline(before, after, "fr") is None


@pytest.mark.parametrize(("before", "after"), [row[1:] for row in OTHER], ids=[row[0] for row in OTHER])
def test_what_can_change_a_word_is_not_folded(before: str, after: str) -> None:
    assert not same(before, after)
    assert redline(before, after, "fr") is not None


@given(st.text(max_size=80))
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


TOKENS = [
    ("fr", "l’adresse de l'entreprise", ["l’", "adresse ", "de ", "l'", "entreprise"]),
    ("fr", "aujourd’hui, jusqu’à 1,5 an", ["aujourd’hui", ", ", "jusqu’", "à ", "1,5 ", "an"]),
    ("fr", "10\u202f000 États-Unis : 3 %", ["10\u202f000 ", "États-Unis ", ": ", "3 ", "%"]),
    ("en", "We don’t share 2024-11-05 data.", ["We ", "don’t ", "share ", "2024-11-05 ", "data", "."]),
    ("en", "Write to dpo@a.example, or https://a.example/x.", [
        *("Write ", "to ", "dpo@a.example", ", ", "or ", "https://a.example/x", "."),
    ]),
    ("ar", "حَقّ الوصول", ["حَقّ ", "الوصول"]),
    ("en", "ok 👍🏽👍", ["ok ", "👍", "🏽", "👍"]),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "expected"), TOKENS, ids=[row[1] for row in TOKENS])
def test_words_numbers_and_signs_are_told_apart(language: str, text: str, expected: list[str]) -> None:
    assert [token.written for token in tokens(text, language)] == expected


REDLINES = [
    (
        "a number",
        "fr",
        ("conservées 3 ans", "conservées 10 ans"),
        "conservées [-3 -]{+10 +}ans",
        ("number",),
    ),
    (
        "a country that came",
        "fr",
        ("Traitées en France.", "Traitées en France et aux États-Unis."),
        "Traitées en France {+et aux États-Unis+}.",
        ("country",),
    ),
    (
        "half of a country's name",
        "en",
        ("in the United States", "in the United Kingdom"),
        "in the United [-States-]{+Kingdom+}",
        ("country",),
    ),
    (
        "edge 44: ne … pas removed",
        "fr",
        ("Nous ne vendons pas vos données.", "Nous vendons vos données."),
        "Nous [-ne -]vendons [-pas -]vos données.",
        ("negation",),
    ),
    (
        "edge 44: n’ … pas removed",
        "fr",
        ("Ce n’est pas exclu.", "C’est exclu."),
        "[-Ce n’-]{+C’+}est [-pas -]exclu.",
        ("negation",),
    ),
    ("edge 44: not removed", "en", ("We do not sell.", "We do sell."), "We do [-not -]sell.", ("negation",)),
    ("edge 44: don’t", "en", ("We don't sell.", "We sell."), "We [-don't -]sell.", ("negation",)),
    ("nicht", "de", ("Wir verkaufen nicht.", "Wir verkaufen."), "Wir verkaufen[- nicht-].", ("negation",)),
    ("alleen", "nl", ("Alleen in België", "In België"), "[-Alleen in -]{+In +}België", ("negation",)),
    (
        "edge 45: may",
        "en",
        ("You may object.", "You must object."),
        "You [-may -]{+must +}object.",
        ("modality",),
    ),
    ("edge 45: peut", "fr", ("Il peut agir.", "Il doit agir."), "Il [-peut -]{+doit +}agir.", ("modality",)),
    ("kann", "de", ("Sie können", "Sie müssen"), "Sie [-können-]{+müssen+}", ("modality",)),
    ("edge 46: a number in words", "en", ("two days", "six days"), "[-two -]{+six +}days", ("number",)),
    ("a unit of time", "en", ("30 days", "30 months"), "30 [-days-]{+months+}", ("date",)),
    ("May is a month", "en", ("from May on", "from June on"), "from [-May -]{+June +}on", ("date",)),
    ("edge 43: spelling", "en", ("adress", "address"), "[-adress-]{+address+}", ()),
    ("a language without lists", "pl", ("nie 3", "4"), "[-nie 3-]{+4+}", ("number",)),
    (
        "a German text with a country",
        "de-CH",
        ("in der Schweiz", "in Chile"),
        "in [-der Schweiz-]{+Chile+}",
        ("country",),
    ),
]


def shown(before: str, after: str, language: str) -> str:
    """Return a redline in one line."""
    found = redline(before, after, language)
    assert found is not None
    signs = {"same": "{}", "removed": "[-{}-]", "added": "{{+{}+}}"}
    return "".join(signs[kind].format(text) for kind, text in found.pieces)


@pytest.mark.parametrize(
    ("language", "sides", "pieces", "alerts"), [row[1:] for row in REDLINES], ids=[row[0] for row in REDLINES]
)
def test_a_redline_shows_the_words_and_warns_of_some(
    language: str, sides: tuple[str, str], pieces: str, alerts: tuple[str, ...]
) -> None:
    found = redline(*sides, language)
    assert found is not None

    assert shown(*sides, language) == pieces
    assert found.alerts == alerts


@pytest.mark.parametrize("language", sorted(WORDS))
def test_the_word_lists_can_be_met(language: str) -> None:
    """A word that the tokeniser would cut, or fold, could never be found."""
    lost = [
        word
        for words in WORDS[language].values()
        for word in words
        if tokens(f"{word}a" if word == "n'" else word, language)[0].key.casefold() != word
    ]

    assert lost == []


@settings(max_examples=200)
@given(st.text(max_size=120), st.text(max_size=120), st.sampled_from(("fr", "en", "ar", "")))
def test_the_pieces_of_a_redline_are_both_texts(before: str, after: str, language: str) -> None:
    found = redline(before, after, language)
    if found is not None:
        new = "".join(text for kind, text in found.pieces if kind != "removed")
        old = "".join(text for kind, text in found.pieces if kind != "added")

        assert new == after.lstrip()
        assert fold("".join(old.split())) == fold("".join(before.split()))


LONG = " ".join(
    f"{('le', 'nom', 'de', 'la', 'société')[n % 5]}{n * n % 997 if n % 3 else ''}" for n in range(5000)
)


def changed(text: str) -> str:
    """Return a text with one word in forty changed."""
    return " ".join("autre" if n % 40 == 0 else word for n, word in enumerate(text.split(" ")))


def test_words_that_stand_often_are_no_noise() -> None:
    """What difflib does by itself with words that are more than one in a hundred."""
    few = [("le", "la", "de")[number * number % 7 % 3] for number in range(300)]
    found = redline(" ".join(few), " ".join([*few[:150], "nom", *few[151:]]), "fr")
    assert found is not None

    assert [kind for kind, _ in found.pieces] == ["same", "removed", "added", "same"]
    assert [text for kind, text in found.pieces if kind == "added"] == ["nom "]


PARAGRAPHS = LONG.replace(" de", ".\n\nde")
SENTENCES = LONG.replace(" de", ". de")


@pytest.mark.parametrize("text", [LONG, PARAGRAPHS, SENTENCES], ids=["one line", "paragraphs", "sentences"])
def test_edge_51_a_field_of_5000_words_takes_less_than_a_second(text: str) -> None:
    start = time.process_time()
    found = redline(text, changed(text), "fr")
    taken = time.process_time() - start
    assert found is not None

    stayed = sum(len(words) for kind, words in found.pieces if kind == "same")
    assert stayed > 0.9 * len(text), "words that stand often were taken for noise"
    assert taken < (1.0 if sys.gettrace() is None else 20.0)


@pytest.mark.parametrize(
    ("before", "after"),
    [("a " * 30_000, "b a " * 15_000), ("a\n" * 30_000, "b a\n" * 15_000), ("a.b@" * 15_000, "x" * 60_000)],
    ids=["one word for ever", "one line for ever", "nearly an address"],
)
def test_a_text_made_to_take_long_is_told_coarsely(before: str, after: str) -> None:
    start = time.process_time()
    found = redline(before, after, "fr")

    assert found is not None
    assert time.process_time() - start < (5.0 if sys.gettrace() is None else 60.0)


@pytest.mark.parametrize("text", [*BREAKERS, *naughty_strings()])
def test_edge_52_53_what_came_from_a_notice_passes_through_unchanged(text: str) -> None:
    found = redline("a", text, "en")

    assert found is None or "".join(t for kind, t in found.pieces if kind != "removed") == text.lstrip()


def changes_of(before: str, after: str) -> list[TextChange]:
    """Return the changed texts of two short notices."""
    comparison = compare(notice(before), notice(after))
    return [change for pair in comparison.pairs for change in text_changes(pair, comparison.languages)]


def test_edge_47_one_language_that_changes_alone_drifts() -> None:
    (change,) = changes_of("security: {fr: Fermé., en: Closed.}", "security: {fr: Ouvert., en: Closed.}")

    assert change.drifts
    assert (change.changed, change.unchanged) == (("fr",), ("en",))


def test_edge_48_both_languages_are_one_change_with_both_redlines() -> None:
    (change,) = changes_of("security: {fr: Fermé., en: Closed.}", "security: {fr: Ouvert., en: Open.}")

    assert not change.drifts
    assert [one.language for one in change.redlines] == ["fr", "en"]


def test_typography_in_one_language_is_no_drift() -> None:
    (change,) = changes_of("security: {fr: l'été, en: Summer}", "security: {fr: l’été, en: Summer}")

    assert change.is_typographic
    assert not change.drifts
    assert (change.typographic, change.redlines) == (("fr",), ())


def test_edge_49_a_language_added_to_all_texts_changes_no_text() -> None:
    old, new = (
        notice("security: a\nchanges: {text: b}"),
        notice("security: {en: a, fr: x}\nchanges: {text: {en: b, fr: y}}"),
    )
    comparison = compare(old, new)

    leaves = [(pair.part, leaf) for pair in comparison.pairs for leaf in pair.leaves]
    assert len(leaves) == 2
    assert all(only_a_language(part, leaf, comparison.languages) for part, leaf in leaves)
    assert [text_changes(pair, comparison.languages) for pair in comparison.pairs] == [(), ()]


def test_a_language_added_to_one_text_of_a_bilingual_notice_is_a_change_of_that_text() -> None:
    many = "".join(f", s{number}: {{text: {{en: a, fr: b}}}}" for number in range(3))
    (change,) = changes_of(
        f"sections: {{x: {{text: a}}{many}}}", f"sections: {{x: {{text: {{en: a, fr: b}}}}{many}}}"
    )

    assert change.added == ("fr",)


def test_a_language_that_one_text_had_and_all_have_now_is_added_to_the_notice() -> None:
    old = "".join(f", s{number}: {{text: a}}" for number in range(12))
    new = old.replace("text: a", "text: {en: a, fr: b}")
    first = "x: {text: {en: a, fr: b}}"

    assert compare(
        notice(f"sections: {{{first}{old}}}"), notice(f"sections: {{{first}{new}}}")
    ).languages.added == ("fr",)


def test_an_item_that_gets_a_translation_is_the_same_item() -> None:
    first = "collections: {a: {categories: {b: {items: ["
    (change,) = changes_of(
        first + "l'adresse, {en: x, fr: y}]}}}}", first + "{en: l’adresse, fr: z}, {en: x, fr: y}]}}}}"
    )

    assert (change.typographic, change.added) == (("en",), ("fr",))
