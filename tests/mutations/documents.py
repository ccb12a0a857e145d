"""Mutations about the file itself: its text, its shape, its ids and its dates."""

import re
from collections.abc import Callable

from notice_lint.source.document import Document, Route
from tests.mutations.change import Data, Mutation, Mutations, Step, TextMutation, in_each_language
from tests.mutations.steps import drop, put, put_found, rename, say


def _after(line: str, more: str) -> Callable[[Document], str]:
    """Insert lines after the first line that reads so."""
    return lambda sound: sound.text.replace(f"\n{line}\n", f"\n{line}\n{more}\n", 1)


def _rgdp(notice: Data, _: Route) -> str:
    """Return an address of the notice's own domain in whose name two letters change places."""
    return "rgdp@" + str(notice["requests"]["email"]).partition("@")[2]


def _with_end(end: str) -> Callable[[Data, Route], str]:
    """Return the controller's address with another end of the domain."""
    return lambda notice, _: str(notice["controller"]["email"]).rpartition(".")[0] + end


def _same(path: str) -> Step:
    """Say one sentence at a path."""
    return say(
        path,
        fr="Nous répondons à chaque lettre dans le mois.",
        en="We answer every letter within the month.",
        de="Wir beantworten jeden Brief innerhalb des Monats.",
        nl="Wij beantwoorden elke brief binnen de maand.",
    )


DOCUMENTS: Mutations = {
    "not-yaml": (TextMutation(lambda sound: sound.text + "\nbroken: [\n", at=lambda _: ()),),
    "yaml-refused": (
        TextMutation(lambda sound: sound.text + "\nwhole: !secret text\n", at=lambda _: ("whole",)),
    ),
    "hidden-character": (
        TextMutation(
            _after("controller:", '  group_name: "Acme \\u202etnemeganam"'),
            at=lambda _: ("controller", "group_name"),
        ),
    ),
    "duplicate-id": (
        TextMutation(
            _after("recipients:", "  twice: {name: One}\n  twice: {name: Two}"),
            at=lambda _: ("recipients", "twice"),
        ),
    ),
    "schema-violation": (Mutation("controller", (rename("address", "adress"),), at="adress"),),
    "value-unquoted": (
        TextMutation(
            lambda sound: re.sub(r"\n  version: .*", "\n  version: 3.10", sound.text, count=1),
            at=lambda _: ("notice", "version"),
        ),
    ),
    "trailing-spaces": (
        TextMutation(_after("recipients:", "  "), at=lambda _: ()),
        TextMutation(
            lambda sound: sound.text.replace("\nrecipients:\n", "\nrecipients:\t\n", 1), at=lambda _: ()
        ),
    ),
    "key-order": (
        TextMutation(
            lambda sound: sound.text.replace("format: 1\n", "", 1) + "\nformat: 1\n", at=lambda _: ("format",)
        ),
    ),
    "dangling-reference": (Mutation("recipients.*", (put("purposes", ["nothing"]),), at="purposes.0"),),
    "date-order": (
        Mutation("notice", (put("published", "2026-12-24"), put("effective", "2026-12-01")), at="effective"),
        Mutation("notice", (put("reviewed", "2027-01-15"),), at="reviewed"),
    ),
    "effective-date-missing": (Mutation("notice", (drop("version"),)),),
    "review-overdue": (Mutation("notice", (put("reviewed", "2024-03-15"),), at="reviewed"),),
    "previous-version-unavailable": (
        Mutation("notice", (put("previous_versions", [{"version": "2020-01"}]),), at="previous_versions.0"),
    ),
    "email-mistyped": (
        Mutation("requests", (put("email", "privacy@gmial.com"),), at="email"),
        Mutation("controller", (put_found("email", _with_end(".con")),), at="email"),
    ),
    "email-name-mistyped": (Mutation("requests", (put_found("email", _rgdp),), at="email"),),
    "entry-unused": (
        Mutation(
            "",
            (
                say(
                    "data_subjects.birds.label",
                    fr="Ornithologues",
                    en="Bird-watchers",
                    de="Vogelkundler",
                    nl="Vogelaars",
                ),
            ),
            at="data_subjects.birds",
        ),
    ),
    "mojibake": (
        Mutation(
            "",
            (
                say(
                    "security",
                    fr="DonnÃ©es chiffrÃ©es.",
                    en="Peopleâ€™s data.",
                    de="DatenÃ¼bermittlung.",
                    nl="PatiÃ«nten.",
                ),
            ),
            at=in_each_language("security"),
        ),
    ),
    "text-duplicated": (
        Mutation(
            "",
            (_same("sections.one.text"), _same("sections.two.text")),
            at=in_each_language("sections.two.text"),
        ),
    ),
    "placeholder-text": (
        Mutation(
            "",
            (say("security", fr="TODO", en="TODO", de="TODO", nl="TODO"),),
            at=in_each_language("security"),
        ),
    ),
}
