"""Words whose change can turn a sentence round: not, only, may, must, days, months; in four languages.

Known by their forms, case folded. They warn a reviewer and decide nothing.
"""

from collections.abc import Mapping

_FORMS = {
    "en": {
        "negation": (
            "not no never none nobody nothing neither nor cannot without only except unless "
            "solely exclusively exclude excludes excluding excluded refuse refuses"
        ),
        "modality": (
            "can could may might must shall should will would need needs required optional always sometimes"
        ),
        "number": (
            "two three four five six seven eight nine ten eleven twelve twenty thirty sixty "
            "ninety hundred thousand"
        ),
        "date": (
            "january february march april june july august september october november december "
            "day days week weeks month months year years"
        ),
    },
    "fr": {
        "negation": (
            "ne n' pas jamais aucun aucune aucuns aucunes ni sans sauf uniquement seulement seul "
            "seule seuls seules exclusivement hormis excepté exclut excluent rien nul nulle non"
        ),
        "modality": (
            "peut peuvent pouvez pouvons pourra pourront pourrez pourrons pourrait pourraient "
            "doit doivent devez devons devra devront devrez devrons devrait devraient faut "
            "toujours parfois obligatoire obligatoires facultatif facultative facultatifs "
            "facultatives"
        ),
        "number": (
            "deux trois quatre cinq six sept huit dix onze douze quinze vingt trente soixante "
            "quatre-vingt-dix cent mille"
        ),
        "date": (
            "janvier février mars avril mai juin juillet août septembre octobre novembre décembre "
            "jour jours semaine semaines mois an ans année années"
        ),
    },
    "de": {
        "negation": (
            "nicht kein keine keinen keinem keiner keines nie niemals nichts niemand nur "
            "ausschließlich außer ohne weder lediglich sofern ausgenommen"
        ),
        "modality": (
            "kann können könnte könnten darf dürfen dürfte muss müssen müsste soll sollen sollte "
            "sollten immer manchmal freiwillig verpflichtend verpflichtet"
        ),
        "number": (
            "zwei drei vier fünf sechs sieben acht neun zehn elf zwölf zwanzig dreißig sechzig "
            "neunzig hundert tausend"
        ),
        "date": (
            "januar februar märz april mai juni juli august september oktober november dezember "
            "tag tage tagen woche wochen monat monate monaten jahr jahre jahren"
        ),
    },
    "nl": {
        "negation": (
            "niet geen nooit niets niemand noch alleen uitsluitend slechts enkel behalve zonder "
            "tenzij uitgezonderd"
        ),
        "modality": (
            "kan kunnen kunt kon mag mogen moet moeten zal zullen zou zouden altijd soms verplicht vrijwillig"
        ),
        "number": (
            "twee drie vier vijf zes zeven acht negen tien elf twaalf twintig dertig zestig "
            "negentig honderd duizend"
        ),
        "date": (
            "januari februari maart april mei juni juli augustus september oktober november "
            "december dag dagen week weken maand maanden jaar jaren"
        ),
    },
}

WORDS: Mapping[str, Mapping[str, frozenset[str]]] = {
    language: {kind: frozenset(words.casefold().split()) for kind, words in kinds.items()}
    for language, kinds in _FORMS.items()
}

ELISIONS = frozenset(
    ("c", "d", "j", "l", "m", "n", "s", "t", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu", "presqu")
)
"""What French writes before an apostrophe, as a word of its own; "aujourd’hui" is one word."""

OTHER_NAMES = {
    "en": ("USA", "U.S.", "US", "UK", "EU", "EEA", "European Union", "America", "Great Britain", "England"),
    "fr": ("UE", "EEE", "Union européenne", "Espace économique européen", "Amérique", "Angleterre"),
    "de": ("USA", "EU", "EWR", "Europäischen Union", "Europäische Union", "Großbritannien"),
    "nl": ("VS", "EU", "EER", "Europese Unie", "Groot-Brittannië"),
}
"""What countries and unions of them are called besides the names that the catalogues have."""
