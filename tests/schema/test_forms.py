"""Plain meanings in another form are put right; what has two meanings is left open."""

import pytest

from notice_lint.schema import forms

CASES = [
    (
        forms.period,
        {
            "10 years": "P10Y",
            "10 ans": "P10Y",
            "P10Years": "P10Y",
            "12 mois": "P12M",
            "90 jours": "P90D",
            "p1y": "P1Y",
            "1 year and 6 months": "P1Y6M",
            "6 mois et 1 an": "P1Y6M",
            "36M": "P36M",
            "2 weken": "P2W",
            "010 ans": "P10Y",
            "10": "",
            "years": "",
            "PT24H": "",
            "P-1Y": "",
            "1.5 years": "",
            "10 years after": "",
            "9999 years": "",
            "": "",
            "1 year 2 years": "",
            "1 2 years": "",
            "as long as necessary": "",
            "1 year, 6 months": "P1Y6M",
            "x" * 500: "",
        },
    ),
    (
        forms.date,
        {
            "2024/11/5": "2024-11-05",
            "25.12.2024": "2024-12-25",
            "5 novembre 2024": "2024-11-05",
            "11/2024": "2024-11",
            "1er août 2024": "2024-08-01",
            "November 5, 2024": "2024-11-05",
            "novembre 2024": "2024-11",
            "2024-1": "2024-01",
            "05/11/2024": "",
            "12/25/2024": "",
            "2024-13": "",
            "2023-02-29": "",
            "20241105": "",
            "soon": "",
            "": "",
        },
    ),
    (
        forms.identifier,
        {
            "Web statistics": "web-statistics",
            "web_stats": "web-stats",
            "webStats": "web-stats",
            "Été": "ete",
            "R&D": "r-d",
            "_ga": "ga",
            "2024": "",
            "none": "",
            "None": "",
            "日本": "",
            "": "",
            "x " * 100: "",
        },
    ),
    (
        forms.language,
        {
            "FR": "fr",
            "fr_BE": "fr-BE",
            "nl_BE": "nl-BE",
            "français": "fr",
            "Deutsch": "de",
            "text": "",
            "": "",
            "é": "",
        },
    ),
    (
        forms.truth,
        {"yes": "true", "Oui": "true", "ja": "true", "no": "false", "NON": "false", "maybe": "", "": ""},
    ),
    (forms.number, {"18 ans": "18", "18": "18", "16-18": "", "": "", "adult": ""}),
]


@pytest.mark.parametrize(
    ("mend", "word", "meant"),
    [
        pytest.param(mend, word, meant, id=f"{mend.__name__}: {word[:30]}")
        for mend, cases in CASES
        for word, meant in cases.items()
    ],
)
def test_a_form_is_put_right_only_where_the_meaning_is_plain(mend: object, word: str, meant: str) -> None:
    assert callable(mend)
    assert mend(word) == meant


@pytest.mark.parametrize("word", ["no", "Non", "false", "aucun", "n/a", "nothing", "geen"])
def test_words_for_nothing_are_known(word: str) -> None:
    assert forms.nothing(word)


def test_a_country_that_starts_like_no_is_not_nothing() -> None:
    assert not forms.nothing("Norway")
