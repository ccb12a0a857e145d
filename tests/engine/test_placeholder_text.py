"""What a template left to be filled in, and what only looks like it."""

from json import dumps

import pytest

from tests.engine.judged import found_by, small


def found(text: str, language: str = "en") -> list[object]:
    """Return what waits to be filled in."""
    written = (
        f"format: 1\nnotice: {{id: example, language: {language}}}\nsections: {{a: {{text: {dumps(text)}}}}}"
    )
    return [finding.args["found"] for finding in found_by("placeholder-text", written)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[Company name] is the controller.", ["[Company name]"]),
        ("[your company], [adresse]", ["[your company]", "[adresse]"]),
        ("kept for [X] months", ["[X]"]),
        ("conservées XX mois", ["XX"]),
        ("kept X months, or xx years", ["X", "xx"]),
        ("Write to <name>, <nom de la société>", ["<name>", "<nom de la société>"]),
        ("Dear {{name}}, {company}", ["{{name}}", "{company}"]),
        ("Cookies: TODO", ["TODO"]),
        ("TBD, FIXME", ["TBD", "FIXME"]),
        ("Lorem ipsum dolor", ["Lorem ipsum"]),
        ("À compléter", ["À compléter"]),
        ("Durée : à compléter.", ["à compléter"]),
        ("Period: (to be confirmed)", ["to be confirmed"]),
        ("Name: ______", ["______"]),
        ("from XX/XX/XXXX", ["XXXX"]),
        ("[●]", ["[●]"]),
        ("[insert date]", ["[insert date]"]),
    ],
)
def test_what_a_template_leaves_open_is_found(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "See [our site](https://example.eu/name) and [the address][1].",
        "[our address]: https://example.eu",
        "[the Company] is the controller.",
        "« [la Société] » et [le responsable du traitement]",
        "[…], [1], [s], [sic], [GDPR], [RGPD]",
        "Write to <privacy@example.eu> or <https://example.eu/name>.",
        "<b>bold</b><br/><address>1 Example Street</address><a href='name'>x</a>",
        "if a < number and b > name",
        "<< notre adresse >>",
        "Annex XXX, chapter XX, the XX century, 10 years",
        "- [X] done\n- [ ] to do",
        "Le formulaire à compléter en ligne est à compléter avec soin",
        "todo in small letters",
        "an e-mail_address, snake_case__name",
        "{…} and {1}",
        "10 (ten) years",
        "",
    ],
)
def test_what_only_looks_like_it_is_left_alone(text: str) -> None:
    assert found(text) == []


def test_todo_in_capitals_is_a_word_in_spanish() -> None:
    assert found("TODO EL MUNDO", "es") == []
    assert found("TODO EL MUNDO", "en") == ["TODO"]


def test_the_finding_stands_at_the_words() -> None:
    (finding,) = found_by("placeholder-text", small("security: We keep it for XX months."))

    assert (finding.span.line, finding.span.column, finding.span.end_column) == (3, 26, 28)
