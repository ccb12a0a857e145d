"""A comparison made by hand: every section, every kind of author's word, and texts in two languages."""

from notice_lint.changes.change import (
    Acknowledged,
    Authored,
    Change,
    Direction,
    Duty,
    Redline,
    Side,
    Subject,
)
from notice_lint.i18n import Arg, Term, Text
from notice_lint.reports.changes.result import About, ChangeResult, Version, ordered
from notice_lint.source.document import Route, Span

OLD = Version("2024-09", "2024-09-01", "2024-08-01", "versions/2024-09.yaml", "folder", "0" * 64)
NEW = Version("2025-06", "2025-06-01", "2025-05-02", "notice.yaml", "file", "1" * 64)
ACME = About(
    id="acme-privacy",
    title=Text({"fr": "Notice de confidentialité", "en": "Privacy notice"}),
    language="fr",
    languages=("fr", "en"),
    controller="Acme SAS",
    contacts=("privacy@acme.example",),
    url="https://acme.example/privacy",
    authorities=(("Commission nationale de l’informatique et des libertés", "https://www.cnil.fr"),),
)


def texts(french: str, english: str) -> Text:
    """Return a text of the notice in its two languages."""
    return Text({"fr": french, "en": english})


def made(
    code: str, duty: Duty, direction: Direction, subject: Subject, route: Route, **more: object
) -> Change:
    """Return a change with both places; the old one stands ten lines higher."""
    sides = {
        "old": Side("versions/2024-09.yaml", route, Span(10, 5, 10, 9)),
        "new": Side("notice.yaml", route, Span(20, 5, 20, 9)),
    }
    fields = {"before": None, "after": None, "notice": "acme-privacy", "base": duty, **sides, **more}
    return Change(code, duty, direction, subject, route, **fields)  # type: ignore[arg-type] # fields of Change


def subject(kind: str, name: str, label: Arg) -> Subject:
    """Return what changed."""
    return Subject(kind, name, label)


_LESS, _MORE = Direction.LESS_PROTECTIVE, Direction.MORE_PROTECTIVE
_OPEN, _SAME = Direction.UNDETERMINED, Direction.NEUTRAL

BILLING = made(
    "retention.lengthened",
    Duty.ADVANCE_NOTICE,
    _LESS,
    subject("retention", "billing", texts("Données de facturation", "Billing records")),
    ("retention", "billing", "period"),
    before="P3Y",
    after="P10Y",
    shown_before=Term("period", "P3Y"),
    shown_after=Term("period", "P10Y"),
    authored=Authored(
        texts("La loi fiscale impose de conserver les factures.", "Tax law requires us to keep invoices."),
        "legal",
    ),
)
HELPDESK = made(
    "recipient.added.third_country",
    Duty.ADVANCE_NOTICE,
    _LESS,
    subject("recipients", "helpco", Text({"fr": "HelpCo Inc."})),
    ("recipients", "helpco"),
    after={"country": "US"},
    shown_after=Term("country", "US"),
    old=None,
    args={
        "outside": Term("phrase", "changes.outside.eu-gdpr"),
        "protection": Term("word", "standard-contractual-clauses"),
        "data": Term("list", (texts("nom", "name"), texts("messages", "messages"))),
    },
)
STATISTICS = made(
    "basis.changed.contract_to_legitimate_interests",
    Duty.ADVANCE_NOTICE,
    _OPEN,
    subject("purposes", "statistics", texts("Statistiques produit", "Product statistics")),
    ("purposes", "statistics", "legal_basis"),
    before=["contract"],
    after=["legitimate-interests"],
    shown_before=Term("word", "contract"),
    shown_after=Term("word", "legitimate-interests"),
    rights_gained=("objection",),
    rights_lost=("portability",),
    authored=Authored(
        choices=(texts("Vous opposer\u00a0: privacy@acme.example", "Object: privacy@acme.example"),)
    ),
)
NEWSLETTER = made(
    "purpose.removed",
    Duty.NOTIFY,
    _MORE,
    subject("purposes", "open-rate", texts("Mesure d’ouverture", "Open-rate tracking")),
    ("purposes", "open-rate"),
    before={},
    shown_before=texts("Mesurer l’ouverture de nos lettres.", "Measure whether our letters are opened."),
    new=None,
)
OFFICER = made(
    "dpo.contact_changed",
    Duty.PUBLISH,
    _SAME,
    subject("dpo", "", Term("part", "dpo")),
    ("dpo", "email"),
    before="old@acme.example",
    after="dpo@acme.example",
    shown_before="old@acme.example",
    shown_after="dpo@acme.example",
)
SECURITY = made(
    "text.changed",
    Duty.REVIEW,
    _OPEN,
    subject("security", "", Term("part", "security")),
    ("security",),
    before={"fr": "Nous ne vendons pas vos données."},
    after={"fr": "Nous vendons vos données."},
    shown_before=Text({"fr": "Nous ne vendons pas vos données."}),
    shown_after=Text({"fr": "Nous vendons vos données."}),
    redlines=(
        Redline(
            "fr",
            (
                ("same", "Nous "),
                ("removed", "ne "),
                ("same", "vendons "),
                ("removed", "pas "),
                ("same", "vos données."),
            ),
            ("negation",),
        ),
    ),
)
APOSTROPHE = made(
    "text.typographic",
    Duty.EDITORIAL,
    _SAME,
    subject("purposes", "support", texts("Service client", "Customer support")),
    ("purposes", "support", "text"),
    before={"fr": "l'aide"},
    after={"fr": "l’aide"},
    shown_before=Text({"fr": "l'aide"}),
    shown_after=Text({"fr": "l’aide"}),
)
ACKNOWLEDGED = Acknowledged("J. Exemple", "2025-05-01", None, "publish")
CHANGES = (BILLING, HELPDESK, STATISTICS, NEWSLETTER, OFFICER, SECURITY, APOSTROPHE)
_PARTS = {
    name: place for place, name in enumerate(("purposes", "recipients", "security", "retention", "dpo"))
}


def result(*changes: Change, **more: object) -> ChangeResult:
    """Return a comparison with these changes, in the order of readers."""
    base = ChangeResult(ACME, OLD, NEW, ordered(changes, _PARTS), asked="2024-11")
    return base._replace(**more)  # type: ignore[arg-type] # fields of ChangeResult
