"""What somebody plainly meant who wrote a period, a date, an id or a language in another form.

Each function returns the right form, or "" where that is not plain.
"""

import re
from unicodedata import normalize

_LONGEST = 80
"""Longer texts are prose, not a period or a date in another form."""

_UNITS = {
    **dict.fromkeys(("y", "year", "years", "an", "ans", "annee", "annees", "jaar", "jahr", "jahre"), "Y"),
    **dict.fromkeys(("m", "month", "months", "mois", "maand", "maanden", "monat", "monate"), "M"),
    **dict.fromkeys(("w", "week", "weeks", "semaine", "semaines", "weken", "woche", "wochen"), "W"),
    **dict.fromkeys(("d", "day", "days", "jour", "jours", "dag", "dagen", "tag", "tage"), "D"),
}
_AND = frozenset({"and", "et", "en", "und", "p"})
_MONTHS = {
    word: f"{number:02}"
    for number, words in enumerate(
        (
            "january janvier januari januar",
            "february fevrier februari februar",
            "march mars maart marz",
            "april avril",
            "may mai mei",
            "june juin juni",
            "july juillet juli",
            "august aout augustus",
            "september septembre",
            "october octobre oktober",
            "november novembre",
            "december decembre dezember",
        ),
        1,
    )
    for word in words.split()
}
_LANGUAGES = {
    **dict.fromkeys(("french", "francais", "frans", "franzosisch"), "fr"),
    **dict.fromkeys(("english", "anglais", "engels", "englisch"), "en"),
    **dict.fromkeys(("dutch", "neerlandais", "nederlands", "niederlandisch"), "nl"),
    **dict.fromkeys(("german", "allemand", "duits", "deutsch"), "de"),
}
_TRUTHS = {
    **dict.fromkeys(("true", "yes", "y", "on", "oui", "vrai", "ja", "1"), "true"),
    **dict.fromkeys(("false", "no", "n", "off", "non", "faux", "nee", "nein", "0"), "false"),
}

_NOTHINGS = frozenset(
    ("none", "nothing", "nil", "null", "n/a", "aucun", "aucune", "neant", "geen", "kein", "keine")
)


def period(written: str) -> str:
    """Return "P10Y" for "10 years", "10 ans" or "P10Years"; "P1Y6M" for "1 year and 6 months"."""
    amounts: dict[str, str] = {}
    number = ""
    for part in re.findall(r"[0-9]+|[a-z]+|[^a-z0-9\s,]", _plain(written)):
        if part.isdigit() and not number:
            number = part
        elif number and part in _UNITS and _UNITS[part] not in amounts:
            amounts[_UNITS[part]], number = number, ""
        elif number or part not in _AND:
            return ""
    tidy = "".join(f"{int(amounts[unit])}{unit}" for unit in "YMWD" if unit in amounts)
    return f"P{tidy}" if tidy and not number and all(len(amount) <= 3 for amount in amounts.values()) else ""  # noqa: PLR2004 - as the schema


def date(written: str) -> str:
    """Return "2024-11-05" for "2024/11/5", "25.12.2024" or "5 novembre 2024"; "2024-11" for "11/2024".

    "05/11/2024" stays open: it is 5 November or 11 May, depending on who writes.
    """
    words = re.findall(r"[a-z]+|[0-9]+", _plain(written).replace("1er", "1"))
    numbers = [_MONTHS.get(word, word) for word in words]
    if not 2 <= len(numbers) <= 3 or not all(number.isdigit() for number in numbers):  # noqa: PLR2004 - year, month, day
        return ""
    if len(numbers[-1]) == 4:  # noqa: PLR2004 - a year
        named = any(word in _MONTHS for word in words)
        numbers.reverse()
        if len(numbers) == 3 and words[0] in _MONTHS:  # noqa: PLR2004 - "November 5, 2024"
            numbers = [numbers[0], numbers[2], numbers[1]]
        elif len(numbers) == 3 and not named and int(numbers[2]) <= 12:  # noqa: PLR2004 - perhaps a month
            return ""
    return _as_date(numbers)


def _as_date(numbers: list[str]) -> str:
    from datetime import date as day  # noqa: PLC0415 - only for what is wrong

    year, month, *rest = map(int, numbers)
    try:
        day(year, month, *rest or [1])
    except (ValueError, OverflowError):
        return ""
    return f"{year:04}-{month:02}" + "".join(f"-{number:02}" for number in rest)


def identifier(written: str) -> str:
    """Return "web-statistics" for "Web statistics", "web_statistics" or "webStatistics"."""
    if len(written) > _LONGEST:
        return ""
    spaced = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", " ", normalize("NFKD", written).replace("&", " "))
    plain = "".join(sign for sign in spaced if sign.isascii()).lower()
    tidy = "-".join(re.findall(r"[a-z0-9]+", plain))
    return tidy if re.search("[a-z]", tidy) and tidy != "none" else ""


def language(written: str) -> str:
    """Return "fr" for "FR" or "français", "nl-BE" for "nl_BE"."""
    first, *rest = written[:_LONGEST].strip().replace("_", "-").split("-")
    tag = "-".join([first.lower(), *rest])
    if re.fullmatch("[a-z]{2,3}(-[A-Za-z0-9]{1,8})*", tag) and tag not in _LANGUAGES:
        return tag
    return _LANGUAGES.get(_plain(written), "")


def truth(written: str) -> str:
    """Return "true" for "yes" or "oui", "false" for "no" or "non"."""
    return _TRUTHS.get(_plain(written), "")


def nothing(written: str) -> bool:
    """Whether it says that there is none: "no", "false", "aucun", "n/a"."""
    return _plain(written) in _NOTHINGS or truth(written) == "false"


def number(written: str) -> str:
    """Return "18" for "18 years"."""
    found = re.findall("[0-9]+", written[:_LONGEST])
    return str(int(found[0])) if len(found) == 1 else ""


def _plain(written: str) -> str:
    text = normalize("NFKD", written[: _LONGEST + 1]).casefold() if len(written) <= _LONGEST else ""
    return "".join(sign for sign in text if sign.isascii()).strip()
