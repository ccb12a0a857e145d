"""One edit is one change: inheritance, echoes, what follows from a thing that came or went."""

import pytest

from notice_lint.changes.canonical import entries
from notice_lint.changes.canonical_places import route_of
from tests.changes.oracle import compared, lines
from tests.model.resolved import notice

SHOP = """
collections:
  shop:
    {{purposes: {purposes}, retention: {retention}, source: data-subject,
      categories: {{name: {{}}, order: {{}}, card: {card}}}}}
"""


def shop(purposes: str = "[sell]", retention: str = "years", card: str = "{}") -> str:
    """Return a collection with three categories."""
    return SHOP.format(purposes=purposes, retention=retention, card=card)


CASES = [
    (
        "moving a key from the collection to its categories is nothing",
        "collections: {a: {source: observed, purposes: [p], categories: {b: {}, c: {}}}}",
        "collections: {a: {purposes: [p], categories: {b: {source: observed}, c: {source: observed}}}}",
        [],
    ),
    (
        "a key of the collection that each category replaces is nothing",
        "collections: {a: {categories: {b: {source: observed}}}}",
        "collections: {a: {source: public, categories: {b: {source: observed}}}}",
        [],
    ),
    (
        "an own [] says that nothing is inherited, null that all is",
        "collections: {a: {purposes: [p], categories: {b: {purposes: }}}}",
        "collections: {a: {purposes: [p], categories: {b: {purposes: []}}}}",
        ['categories/a/b purposes: {"p": true} -> '],
    ),
    (
        "another retention of a collection is told once",
        shop(retention="years"),
        shop(retention="months"),
        [
            "collections/shop retention..months:  -> yes (3 categories)",
            "collections/shop retention..years: yes ->  (3 categories)",
        ],
    ),
    (
        "a category with an own key stays as it is",
        shop(retention="years", card="{retention: day}"),
        shop(retention="months", card="{retention: day}"),
        [
            "collections/shop retention..months:  -> yes (2 categories)",
            "collections/shop retention..years: yes ->  (2 categories)",
        ],
    ),
    (
        "what one category alone has is told there",
        shop(),
        shop(card="{purposes: [sell, pay]}"),
        ["categories/shop/card purposes.pay:  -> yes"],
    ),
    (
        "one purpose with another retention: the others stay",
        shop(purposes="[sell, pay]", retention="years"),
        shop(purposes="[sell, pay]", retention="{sell: years, pay: months}"),
        [
            "collections/shop retention.pay.months:  -> yes (3 categories)",
            "collections/shop retention.pay.years: yes ->  (3 categories)",
        ],
    ),
    (
        "a purpose that came, and those who name it: they follow",
        "purposes: {sell: {text: x}}" + shop(),
        "purposes: {sell: {text: x}, pay: {text: y}}" + shop(purposes="[sell, pay]"),
        [
            "collections/shop purposes.pay:  -> yes (3 categories), with purposes/pay",
            "+ purposes/pay",
        ],
    ),
    (
        "a cookie that begins to name who went: no echo of that",
        "recipients: {r: {name: R}}\ncookies: {items: {a: {kind: analytics}}}",
        "cookies: {items: {a: {kind: analytics, access: [r]}}}",
        ["- recipients/r", 'cookies/a access:  -> {"r": true}'],
    ),
    (
        "a collection that went, and its categories",
        shop(),
        "",
        [
            "- collections/shop",
            "- categories/shop/name, with collections/shop",
            "- categories/shop/order, with collections/shop",
            "- categories/shop/card, with collections/shop",
        ],
    ),
    (
        "a data category that came, in a collection that was there",
        "data_categories: {a: {label: x}}\ncollections: {c: {categories: {a: {}}}}",
        "data_categories: {a: {label: x}, b: {label: y}}\ncollections: {c: {categories: {a: {}, b: {}}}}",
        ["+ data_categories/b", "+ categories/c/b, with data_categories/b"],
    ),
    (
        "a collection that begins to name its categories",
        "collections: {c: {source: public, purposes: [p]}}",
        "collections: {c: {source: public, purposes: [p], categories: {a: {}}}}",
        ["+ categories/c/a"],
    ),
    (
        "a right granted by a text for several, then by its own",
        "rights: {text: You can., grants: [access, erasure]}",
        "rights: {text: You can., grants: [erasure], access: You can ask.}",
        ['rights/access text:  -> {"en": "You can ask."}'],
    ),
    (
        "a text for several rights that changes is told once",
        "rights: {text: You can., grants: [access, erasure]}",
        "rights: {text: You may., grants: [access, erasure]}",
        ["rights/text text.en: You can. -> You may."],
    ),
    (
        "a right that is no longer granted",
        "rights: {text: You can., grants: [access, erasure]}",
        "rights: {text: You can., grants: [erasure]}",
        ["- rights/access"],
    ),
    (
        "a transfer basis for one of two countries",
        "recipients: {r: {country: US, processing_countries: [IN], transfer: {basis: adequacy}}}",
        (
            "recipients: {r: {country: US, processing_countries: [IN], transfer:"
            " [{country: US, basis: adequacy}, {country: IN, basis: certification}]}}"
        ),
        ["recipients/r transfer.IN.adequacy: {} -> ", "recipients/r transfer.IN.certification:  -> {}"],
    ),
    (
        "no recipients any more, and that is said",
        "recipients: {r: {name: R}}",
        "recipients: none",
        ["+ recipients/none", "- recipients/r"],
    ),
    (
        "cookies: the consent, and each of them",
        "cookies: {consent: {remembered: P6M}, items: {a: {duration: session}}}",
        "cookies: {consent: {remembered: P13M}, items: {a: {duration: P1Y}}}",
        ["cookies consent.remembered: P6M -> P1Y1M", "cookies/a duration: session -> P1Y"],
    ),
]


@pytest.mark.parametrize(
    ("old", "new", "told"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_one_edit_is_told_once(old: str, new: str, told: list[str]) -> None:
    assert lines(compared(old, new)) == told


NOTICE = """
purposes: {p: {legal_basis: [contract, {basis: consent, when: x}], kinds: [service, support]}}
collections:
  c:
    {purposes: [p, q], retention: {p: r, q: [r, s]}, source: public,
     categories: {a: {}, b: {source: {kind: observed, who: x}}}}
recipients:
  r:
    {country: US, processing_countries: [UK],
     transfer: [{basis: adequacy, copy: x}, {country: US, basis: certification}]}
rights: {access: x, text: y, grants: [erasure, portability]}
security: {en: x}
dpo: {none: x}
joint_controllers: none
cookies: {items: {k: {access: [r]}}}
"""
PLACES = [
    ("purposes/p", "legal_basis.consent.when.en", "purposes.p.legal_basis.1.when"),
    ("purposes/p", "legal_basis.contract", "purposes.p.legal_basis.0"),
    ("purposes/p", "kinds.support", "purposes.p.kinds.1"),
    ("purposes/p", "law", "purposes.p"),
    ("categories/c/a", "purposes.q", "collections.c.purposes.1"),
    ("categories/c/a", "retention.q.s", "collections.c.retention.q.1"),
    ("categories/c/a", "source.kind", "collections.c.source"),
    ("categories/c/b", "source.who.en", "collections.c.categories.b.source.who"),
    ("recipients/r", "processing_countries.GB", "recipients.r.processing_countries.0"),
    ("recipients/r", "transfer.GB.adequacy.copy.en", "recipients.r.transfer.0.copy"),
    ("recipients/r", "transfer.US.certification", "recipients.r.transfer.1"),
    ("rights/access", "text.en", "rights.access"),
    ("rights/portability", "granted", "rights.grants"),
    ("security", "text.en", "security.en"),
    ("dpo", "none.en", "dpo.none"),
    ("joint_controllers/none", "", "joint_controllers"),
    ("cookies/k", "access.r", "cookies.items.k.access.0"),
]


@pytest.mark.parametrize(("entry", "path", "route"), PLACES)
def test_a_place_is_found_where_it_is_written(entry: str, path: str, route: str) -> None:
    resolved = notice(NOTICE)
    found = {f"{one.part}/{one.id}".rstrip("/"): one for one in entries(resolved)}[entry]
    steps = tuple(path.split(".")) if path else ()

    assert ".".join(map(str, route_of(resolved, found, steps))) == route
