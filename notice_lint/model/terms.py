"""The closed lists of the notice format, by the name that rules, schema and words use."""

LEGAL_BASES = (
    "consent",
    "contract",
    "legal-obligation",
    "vital-interests",
    "public-task",
    "legitimate-interests",
)
SPECIAL_CONDITIONS = (
    "explicit-consent",
    "employment-law",
    "vital-interests",
    "non-profit",
    "made-public",
    "legal-claims",
    "substantial-public-interest",
    "health-care",
    "public-health",
    "research",
)
SPECIAL_CATEGORIES = (
    "racial-ethnic-origin",
    "political-opinions",
    "religious-beliefs",
    "trade-union",
    "genetic",
    "biometric",
    "health",
    "sex-life",
)
PURPOSE_KINDS = (
    "service",
    "account",
    "billing",
    "support",
    "communication",
    "security",
    "analytics",
    "direct-marketing",
    "profiling",
    "improvement",
    "training",
    "research",
    "recruitment",
    "employment",
    "legal-claims",
    "legal-compliance",
    "other",
)
TRANSFER_BASES = (
    "adequacy",
    "standard-contractual-clauses",
    "binding-corporate-rules",
    "code-of-conduct",
    "certification",
    "ad-hoc-clauses",
    "authority-arrangement",
    "uk-idta",
    "uk-addendum",
    "derogation-explicit-consent",
    "derogation-contract",
    "derogation-public-interest",
    "derogation-legal-claims",
    "derogation-vital-interests",
    "derogation-compelling-interests",
)
ROLES = (
    "internal",
    "group-company",
    "processor",
    "sub-processor",
    "controller",
    "joint-controller",
    "public-authority",
)
RELATIONS = ("party", "prospective-party", "employee", "applicant", "child", "other")
SOURCES = ("data-subject", "observed", "assigned", "third-party", "public", "inferred")
PROVISIONS = ("statutory", "contractual", "pre-contractual", "voluntary")
REGIMES = ("eu-gdpr", "uk-gdpr", "ch-fadp")
CONTROLLER_KINDS = ("company", "public-authority", "person")
LARGE_SCALE = ("monitoring", "special-categories", "criminal-data")
INTEREST_HOLDERS = ("controller", "group", "third-party")
EVENTS = (
    "collection",
    "last-use",
    "last-contact",
    "event-end",
    "contract-end",
    "account-closure",
    "consent-withdrawal",
    "request",
    "erasure-request",
    "claim-expiry",
)
AFTERWARDS = ("delete", "anonymise", "archive")
COOKIE_KINDS = ("strictly-necessary", "preferences", "analytics", "advertising")
CLAIMS = (
    "no-profiling",
    "no-automated-decisions",
    "no-transfers-outside-eea",
    "no-sale",
    "no-special-categories",
    "no-third-party-sharing",
    "no-cookies-without-consent",
)
RIGHTS = (
    "access",
    "rectification",
    "erasure",
    "restriction",
    "portability",
    "objection",
    "objection_to_direct_marketing",
    "withdraw_consent",
    "human_review",
)
ADEQUACY = ("in-force", "expiring", "lapsed", "absent", "out-of-scope")
TEXT_KINDS = (
    "title",
    "data",
    "collection",
    "purpose",
    "legal-basis",
    "interest",
    "retention",
    "recipient",
    "transfer",
    "right",
    "request",
    "complaint",
    "automated-decision",
    "children",
    "cookie",
    "security",
    "changes",
    "statement",
    "section",
    "controller",
    "provision",
    "source",
    "law",
    "other",
)
REFERENCE_KINDS = (
    "data category",
    "data subject",
    "collection",
    "purpose",
    "retention rule",
    "retention event",
    "recipient",
    "recipient group",
    "place in the notice",
)
