"""Mutations about plain words, promises and translations."""

from collections.abc import Mapping

from notice_lint.source.document import Route
from tests.mutations.change import Data, Mutation, Mutations, Places, Step, in_each_language, under
from tests.mutations.sound import languages
from tests.mutations.steps import add, put, put_found, say

_TEXT = "sections.extra.text"


def _says(path: str, extras: Mapping[str, str] | None = None, on: str = "", **words: str) -> Mutation:
    """Let a text say something that the rule finds in each language."""
    return Mutation(on, (say(path, **words),), at=in_each_language(path), extras=extras or {})


def _in_all_languages_but_one(path: str) -> Places:
    """Find the translations of a text, but not the text in the notice's own language."""
    return lambda notice, entry: [(*under(entry, path), one) for one in languages(notice)[1:]]


def _but_translated(path: str, own: Mapping[str, str], translated: Mapping[str, str]) -> Step:
    """Let a text say one thing in the notice's own language and another in all translations."""

    def both(notice: Data, _: Route) -> dict[str, str]:
        first, *others = languages(notice)
        return {first: own[first], **{one: translated[one] for one in others}}

    return put_found(path, both)


def _copied(path: str) -> Step:
    """Let a text say the same words in all languages."""
    sentence = "Nous chiffrons vos données et les gardons en lieu sûr."
    return put_found(path, lambda notice, _: dict.fromkeys(languages(notice), sentence))


def _without_last_language(notice: Data, _: Route) -> dict[str, str] | None:
    words = "Lumeral"
    several = languages(notice)
    return dict.fromkeys(several[:-1], words) if len(several) > 1 else None


def _promise(claim: str) -> tuple[Step, ...]:
    """Let the notice promise one thing and no other."""
    words = {
        "fr": "Nous le promettons.",
        "en": "We promise it.",
        "de": "Wir versprechen es.",
        "nl": "Wij beloven het.",
    }
    return (put("statements", {"promise": {"claims": [claim]}}), say("statements.promise.text", **words))


_BROKER = put("recipients.broker", {"role": "controller", "country": "FR", "purposes": "all"})

_MONTHS = {
    "fr": "Nous gardons une sauvegarde pendant {} mois.",
    "en": "We keep a backup for {} months.",
    "de": "Wir bewahren eine Sicherung {} Monate auf.",
    "nl": "Wij bewaren een back-up {} maanden.",
}


def _months(number: int) -> dict[str, str]:
    return {language: words.replace("{}", str(number)) for language, words in _MONTHS.items()}


LANGUAGE: Mutations = {
    "vague-qualifier": (
        _says(
            "text",
            on="purposes.*",
            fr="Vos données peuvent être utilisées pour livrer la commande à votre porte",
            en="Your data may be used to deliver the order to your door",
            de="Wir können Ihre Daten verwenden und die Bestellung an Ihre Tür liefern",
            nl="Wij kunnen uw gegevens gebruiken om de bestelling aan uw deur te leveren",
        ),
    ),
    "vague-purpose": (
        _says(
            "text",
            on="purposes.*",
            fr="Pour améliorer nos services",
            en="To develop new services",
            de="Entwicklung neuer Dienste",
            nl="Om onze diensten te verbeteren",
        ),
    ),
    "open-ended-list": (
        _says(
            "text",
            on="purposes.*",
            fr="Livrer les colis, les lettres, etc.",
            en="Deliver parcels, letters, etc.",
            de="Pakete, Briefe usw. ausliefern",
            nl="Pakketten, brieven enz. leveren",
        ),
    ),
    "catch-all-data": (
        _says(
            "label",
            on="data_categories.*",
            fr="Toute autre information",
            en="Any other information",
            de="Alle sonstigen Daten",
            nl="Alle andere gegevens",
        ),
    ),
    "legalese-term": (
        _says(
            "security",
            fr="Ledit serveur est chiffré.",
            en="The server is encrypted pursuant to our rules.",
            de="Der vorgenannte Server ist verschlüsselt.",
            nl="Voornoemde server is versleuteld.",
        ),
    ),
    "sentence-incomplete": (
        _says(
            "security",
            fr="Vos données restent au sein du e de Lyon.",
            en="Your data stay within the e of Lyon.",
            de="Ihre Daten liegen beim.",
            nl="Uw gegevens blijven in het e van de stad.",
        ),
    ),
    "sentence-length": (
        _says(
            "security",
            fr="Nous gardons " + "la clé du coffre et " * 12 + "le registre.",
            en="We keep " + "the key of the safe and " * 12 + "the register.",
            de="Wir bewahren " + "den Schlüssel des Tresors und " * 12 + "das Verzeichnis auf.",
            nl="Wij bewaren " + "de sleutel van de kluis en " * 12 + "het register.",
        ),
    ),
    "check-back-clause": (
        _says(
            "changes.text",
            fr="Consultez régulièrement cette page.",
            en="Please check this page regularly.",
            de="Bitte lesen Sie diese Seite regelmäßig.",
            nl="Raadpleeg deze pagina regelmatig.",
        ),
    ),
    "change-notice-hedged": (
        _says(
            "changes.text",
            fr="Nous vous écrivons, si possible, avant chaque changement.",
            en="We write to you before each change where possible.",
            de="Wir schreiben Ihnen nach Möglichkeit vor jeder Änderung.",
            nl="Wij schrijven u indien mogelijk vóór elke wijziging.",
        ),
    ),
    "deemed-consent-clause": (
        _says(
            _TEXT,
            fr="En utilisant le site, vous consentez au traitement de vos données.",
            en="By using the site you consent to the processing of your data.",
            de="Durch die Nutzung der Website willigen Sie in die Verarbeitung ein.",
            nl="Door gebruik te maken van de site stemt u in met de verwerking.",
        ),
    ),
    "deemed-acceptance-clause": (
        _says(
            _TEXT,
            fr="En utilisant le site, vous acceptez cette déclaration.",
            en="By using the site you accept this notice.",
            de="Durch die Nutzung der Website akzeptieren Sie diese Hinweise.",
            nl="Door gebruik te maken van de site aanvaardt u deze verklaring.",
        ),
    ),
    "notice-mixed-with-terms": (
        _says(
            "notice.title",
            fr="Conditions d’utilisation et protection des données",
            en="Terms of use and privacy notice",
            de="Nutzungsbedingungen und Datenschutzhinweise",
            nl="Gebruiksvoorwaarden en privacyverklaring",
        ),
    ),
    "absolute-promise-contradiction": (
        Mutation(
            "",
            (
                *_promise("no-third-party-sharing"),
                _BROKER,
                say("recipients.broker.category", fr="Banques", en="Banks", de="Banken", nl="Banken"),
            ),
            at="statements.promise.text",
        ),
    ),
    "no-sale-contradiction": (
        Mutation(
            "",
            (
                *_promise("no-sale"),
                _BROKER,
                say(
                    "recipients.broker.category",
                    fr="Loueurs de fichiers, pour la vente de vos adresses",
                    en="Traders, for the sale of your addresses",
                    de="Adresshändler in Paris",
                    nl="Handelaars, voor de verkoop van uw adressen",
                ),
            ),
            at="statements.promise.text",
        ),
    ),
    "language-audience-mismatch": (
        Mutation("notice", (add("audience.countries", "FI"),), at="audience.countries"),
    ),
    "translation-missing": (Mutation("", (put_found("security", _without_last_language),), at="security"),),
    "translation-identical": (
        Mutation("", (_copied("security"),), at=_in_all_languages_but_one("security")),
    ),
    "translation-number-mismatch": (
        Mutation(
            "",
            (_but_translated("security", _months(12), _months(14)),),
            at=_in_all_languages_but_one("security"),
        ),
    ),
}
