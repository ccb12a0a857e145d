"""The edge cases of comparing, by their number in the reference: identity, absence, form, text."""

from datetime import date
from typing import NamedTuple

import pytest

from notice_lint.changes.compare import compare
from notice_lint.schema.load import load_schema
from notice_lint.schema.validate import violations
from notice_lint.source.parse import parse
from tests.changes.oracle import compared, lines
from tests.model.resolved import notice

NFC, NFD = "caf\u00e9", "cafe\u0301"
CRM, MAIL = (
    "{name: CRM SARL, country: FR, purposes: [news]}",
    "{name: Post AG, country: AT, purposes: [shop]}",
)
SHOP = "{text: To sell you what you order, legal_basis: contract}"
NEWS = "{text: To send you a letter every month, legal_basis: consent}"


class Case(NamedTuple):
    """What is written before and after, and what is told."""

    number: str
    sentence: str
    old: str
    new: str
    told: tuple[str, ...] = ()


CASES = [
    Case(
        "1",
        "lists in another order are nothing",
        "purposes: {a: {text: x, kinds: [service, support]}}",
        "purposes: {a: {text: x, kinds: [support, service]}}",
    ),
    Case(
        "1",
        "entries in another order are told as that, and as nothing else",
        f"purposes: {{shop: {SHOP}, news: {NEWS}}}",
        f"purposes: {{news: {NEWS}, shop: {SHOP}}}",
        ("purposes: reordered",),
    ),
    Case(
        "2",
        "keys in another order are nothing",
        "controller: {name: A, country: FR}\nsecurity: locked",
        "security: locked\ncontroller: {country: FR, name: A}",
    ),
    Case(
        "3",
        "an id renamed, and declared: what changed inside is still told, who names it is not",
        f"recipients: {{crm: {CRM}}}\ncookies: {{items: {{a: {{provider: crm}}}}}}",
        "recipients: {base: {name: CRM SARL, country: DE, purposes: [news], previous_ids: [crm]}}\n"
        "cookies: {items: {a: {provider: base}}}",
        ("recipients: crm -> base", "recipients/base country: FR -> DE"),
    ),
    Case(
        "4",
        "an id renamed with the same content, undeclared: removed, added, and a suggestion",
        f"recipients: {{crm: {CRM}}}",
        f"recipients: {{base: {CRM}}}",
        ("+ recipients/base", "- recipients/crm", "recipients: identical crm ~ base"),
    ),
    Case(
        "5",
        "an id renamed and edited: removed, added, and a suggestion, never paired in silence",
        "purposes: {news: {text: To send you our letter every month, legal_basis: consent}}",
        "purposes: {letter: {text: To send you our letter every week, legal_basis: consent}}",
        ("+ purposes/letter", "- purposes/news", "purposes: similar news ~ letter"),
    ),
    Case(
        "6",
        "two that are equally similar: no suggestion",
        "purposes: {news: {text: To send you our letter every month, legal_basis: consent}}",
        "purposes: {b: {text: To send you our letter every week, legal_basis: consent},"
        " c: {text: To send you our letter every day, legal_basis: consent}}",
        ("+ purposes/b", "+ purposes/c", "- purposes/news"),
    ),
    Case(
        "7",
        "an old id for another thing: its fields changed, and the author is told",
        "purposes: {x: {text: To send you a letter every month, legal_basis: consent}}",
        "purposes: {x: {text: Fraud is detected and prevented, legal_basis: legitimate-interests}}",
        (
            "purposes/x legal_basis.consent: {} -> ",
            "purposes/x legal_basis.legitimate-interests:  -> {}",
            "purposes/x text.en: To send you a letter every month -> Fraud is detected and prevented",
            "purposes: reused x ~ x",
        ),
    ),
    Case(
        "10",
        "the same id in two parts: two things",
        "data_subjects: {x: {label: Customers}}\ndata_categories: {x: {label: Names}}",
        "data_subjects: {x: {label: Customers}}\ndata_categories: {x: {label: Surnames}}",
        ("data_categories/x label.en: Names -> Surnames",),
    ),
    Case(
        "15",
        "one removed and one added at the same place: two changes",
        f"purposes: {{a: {SHOP}, b: {NEWS}}}",
        "purposes: {a: " + SHOP + ", c: {text: Fraud is detected, legal_basis: legitimate-interests}}",
        ("+ purposes/c", "- purposes/b"),
    ),
    Case(
        "16",
        "lists of one item on both sides",
        "purposes: {a: {text: x, kinds: [service]}}",
        "purposes: {a: {text: x, kinds: [support]}}",
        ("purposes/a kinds.service: yes -> ", "purposes/a kinds.support:  -> yes"),
    ),
    Case(
        "17",
        "all ids changed: so many removed and so many added, not one blob",
        "retention: {a: {period: P1Y}, b: {period: P2Y}, c: {period: P3Y}}",
        "retention: {d: {period: P4Y}, e: {period: P5Y}, f: {period: P6Y}}",
        (
            *("+ retention/d", "+ retention/e", "+ retention/f"),
            *("- retention/a", "- retention/b", "- retention/c"),
        ),
    ),
    Case(
        "18",
        "a category split, declared: a succession",
        "data_categories: {contact: {label: Name and address}}",
        "data_categories: {name: {label: Name, replaces: [contact]},"
        " address: {label: Address, replaces: [contact]}}",
        (
            *("+ data_categories/name", "+ data_categories/address", "- data_categories/contact"),
            "data_categories: contact => name+address",
        ),
    ),
    Case(
        "19",
        "a category split in which one part keeps the id",
        "data_categories: {contact: {label: Name and address}}",
        "data_categories: {contact: {label: Name}, address: {label: Address, replaces: [contact]}}",
        (
            "data_categories/contact label.en: Name and address -> Name",
            "+ data_categories/address",
            "data_categories: contact => contact+address",
        ),
    ),
    Case(
        "20",
        "two categories merged, declared: a succession",
        "data_categories: {name: {label: Name}, address: {label: Address}}",
        "data_categories: {contact: {label: Contact details, replaces: [name, address]}}",
        (
            *("+ data_categories/contact", "- data_categories/name", "- data_categories/address"),
            "data_categories: name+address => contact",
        ),
    ),
    Case(
        "21",
        "a recipient replaced by a declared successor: a succession, both sides kept",
        f"recipients: {{crm: {CRM}}}",
        "recipients: {base: {name: Base Inc., country: US, purposes: [news], replaces: [crm]}}",
        ("+ recipients/base", "- recipients/crm", "recipients: crm => base"),
    ),
    Case(
        "22",
        "a reference to what is gone: the comparison goes on",
        f"recipients: {{crm: {CRM}}}\ncookies: {{items: {{a: {{provider: crm}}}}}}",
        "cookies: {items: {a: {provider: crm, kind: analytics}}}",
        ("- recipients/crm", "cookies/a kind:  -> analytics"),
    ),
    Case(
        "23", "missing and null are the same", "controller: {name: A}", "controller: {name: A, email: null}"
    ),
    Case(
        "24", "missing and [] are the same", "purposes: {a: {text: x}}", "purposes: {a: {text: x, kinds: []}}"
    ),
    Case(
        "24",
        "`recipients: []` says nothing, like a missing key (format, principle 3); `none` says something",
        "security: locked",
        "recipients: []\nsecurity: locked",
    ),
    Case(
        "24",
        "`none` is something else than nothing",
        "recipients: []",
        "recipients: none",
        ("+ recipients/none",),
    ),
    Case(
        "24",
        "`none` with words is something else than `none`",
        "dpo: none",
        "dpo: {none: We are a small shop}",
        ("dpo none.en:  -> We are a small shop",),
    ),
    Case("25", '"" and missing are the same', "controller: {name: A}", 'controller: {name: A, email: ""}'),
    Case(
        "26",
        "a basis, and a list of one basis",
        "purposes: {a: {legal_basis: consent}}",
        "purposes: {a: {legal_basis: [{basis: consent}]}}",
    ),
    Case(
        "26",
        "a retention rule, and a list of one",
        "collections: {a: {retention: r, purposes: [p], categories: {c: {}}}}",
        "collections: {a: {retention: [r], purposes: [p], categories: {c: {}}}}",
    ),
    Case(
        "27",
        "a source in one word, and as a mapping",
        "collections: {a: {source: observed, provision: voluntary}}",
        "collections: {a: {source: {kind: observed}, provision: {kind: voluntary}}}",
    ),
    Case(
        "27",
        "one transfer block, a list of one, and the country written out",
        "recipients: {a: {country: US, transfer: {basis: adequacy}}}",
        "recipients: {a: {country: US, transfer: [{country: US, basis: adequacy}]}}",
    ),
    Case(
        "27",
        "one retention rule for all purposes, and the same for each",
        "collections: {a: {retention: r, purposes: [p, q], categories: {c: {}}}}",
        "collections: {a: {retention: {p: r, q: [r]}, purposes: [p, q], categories: {c: {}}}}",
    ),
    Case("29", "NO is Norway", "controller: {country: NO}", 'controller: {country: "NO"}'),
    Case("31", "a date, and a quoted date", "", ""),
    Case(
        "32",
        "defaults written out: a company, the first that comes, not statutory, the law of the Union",
        "controller: {name: A}\nretention: {r: {until: contract-end}}\nrepresentatives: {b: {name: B}}",
        "controller: {name: A, kind: company}\nrepresentatives: {b: {name: B, regime: eu-gdpr}}\n"
        "retention: {r: {until: contract-end, whichever: first, statutory: false, maximum: false}}",
    ),
    Case(
        "34",
        "indented, quoted and folded in another way",
        "purposes: {a: {text: To answer you and to help you}}",
        "purposes:\n    a:\n        text: >-\n            To answer you\n            and to help you\n"
        '        "kinds": []',
    ),
    Case("35", "comments", "security: locked", "# reviewed\nsecurity: locked # well"),
    Case(
        "36",
        "anchors and aliases are expanded",
        "retention: {a: {period: P1Y, text: One year}, b: {period: P1Y, text: One year}}",
        "retention:\n  a: &one {period: P1Y, text: One year}\n  b: *one",
    ),
    Case("37", "line ends, trailing blanks and lines", "security: locked", "security: locked  \r\n\r\n"),
    Case(
        "38",
        "a block with and without its last line break",
        "security: |\n  a\n  b\n",
        "security: |-\n  a\n  b",
    ),
    Case("41", "composed and decomposed letters", f"security: {NFC}", f"security: {NFD}"),
    Case(
        "49",
        "a language added to all texts is one thing, and a leaf each",
        "security: locked\nrights: {access: You can ask}",
        "security: {en: locked, fr: fermé}\nrights: {access: {en: You can ask, fr: Demandez}}",
        ("rights/access text.fr:  -> Demandez", "security text.fr:  -> fermé", "language +fr"),
    ),
    Case(
        "50",
        "a paragraph moved between fields: it went and it came",
        "sections: {a: {text: We keep it well.}, b: {heading: B}}",
        "sections: {a: {heading: A}, b: {heading: B, text: We keep it well.}}",
        (
            'sections/a heading:  -> {"en": "A"}',
            'sections/a text: {"en": "We keep it well."} -> ',
            'sections/b text:  -> {"en": "We keep it well."}',
        ),
    ),
    Case(
        "54",
        "P12M and P1Y: told as the same",
        "retention: {r: {period: P12M}}",
        "retention: {r: {period: P1Y}}",
        ("retention/r: P12M = P1Y",),
    ),
    Case(
        "66",
        "UK and EL are the ISO codes; the schema refuses names and small letters",
        "recipients: {a: {country: UK, processing_countries: [EL, UK]}}",
        "recipients: {a: {country: GB, processing_countries: [GB, GR]}}",
    ),
    Case(
        "66",
        "UK in a transfer block",
        "recipients: {a: {country: GB, transfer: [{country: UK, basis: adequacy}]}}",
        "recipients: {a: {country: GB, transfer: [{country: GB, basis: adequacy}]}}",
    ),
    Case(
        "74",
        "a recipient removed that a cookie still names",
        f"recipients: {{crm: {CRM}, mail: {MAIL}}}\ncookies: {{items: {{a: {{access: [crm, mail]}}}}}}",
        f"recipients: {{mail: {MAIL}}}\ncookies: {{items: {{a: {{access: [crm, mail]}}}}}}",
        ("- recipients/crm",),
    ),
    Case("75", "the same notice twice", f"purposes: {{shop: {SHOP}}}", f"purposes: {{shop: {SHOP}}}"),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"edge {case.number}: {case.sentence}")
def test_edge_case(case: Case) -> None:
    assert tuple(lines(compared(case.old, case.new))) == case.told


HEADS = [
    ("30", "version 1.10 is not 1.1", "version: 1.10", "version: 1.1", ["notice version: 1.10 -> 1.1"]),
    ("30", "a version with quotes is the same", "version: 1.10", 'version: "1.10"', []),
    ("31", "a date with quotes is the same", "effective: 2024-11-01", 'effective: "2024-11-01"', []),
    ("31", "a year with quotes is the same", "published: 2024", 'published: "2024"', []),
    ("32", "the law of the Union written out", "version: v", "version: v, regimes: [eu-gdpr]", []),
]


@pytest.mark.parametrize(
    ("old", "new", "told"), [case[2:] for case in HEADS], ids=[f"edge {n}: {s}" for n, s, *_ in HEADS]
)
def test_edge_case_of_the_head(old: str, new: str, told: list[str]) -> None:
    assert lines(compared("", "", old_head=old, new_head=new)) == told


REFUSED = [
    ("9", "the same id twice, differently", "purposes:\n  a: {text: x}\n  a: {text: y}", "duplicate-key"),
    ("9", "the same id twice, identically", "purposes:\n  a: {text: x}\n  a: {text: x}", "duplicate-key"),
    ("12", "the same id composed and decomposed", f"purposes: {{{NFC}: {{}}}}", ""),
    ("12", "the same id in capitals", "purposes: {News: {}}", ""),
    ("11", "an item without an id", "purposes: [{text: x}]", ""),
    ("13", "a number for an id", "purposes: {12: {text: x}}", ""),
    ("13", "a number with quotes for an id", 'purposes: {"12": {text: x}}', ""),
    ("14", "an id with brackets, quotes and dots", "purposes: {\"a['b'].c/~\": {text: x}}", ""),
    ("28", "a number for yes", "retention: {r: {statutory: 1}}", ""),
    ("28", "a word for yes", 'retention: {r: {statutory: "true"}}', ""),
    ("36", "a merge key", "retention:\n  a: &one {period: P1Y}\n  b: {<<: *one}", "merge-key"),
    ("40", "aliases without end", "sections: &a [*a]", "recursive-alias"),
    ("40", "nested too deeply", "sections: " + "[" * 500 + "]" * 500, "too-deep"),
    ("40", "too large", "security: " + "x" * (1 << 20), "too-large"),
    ("66", "a country by its name", "controller: {country: Deutschland}", ""),
    ("66", "a country in small letters", "controller: {country: de}", ""),
]


@pytest.mark.parametrize(
    ("text", "flaw"), [case[2:] for case in REFUSED], ids=[f"edge {n}: {s}" for n, s, *_ in REFUSED]
)
def test_edge_case_that_is_refused_before_anything_is_compared(text: str, flaw: str) -> None:
    document = parse(f"format: 1\nnotice: {{id: example, language: en}}\n{text}", "notice.yaml")
    flaws = [found.kind for found in document.flaws]

    assert flaws[:1] == [flaw] if flaw else violations(document.data, load_schema("notice"))


def test_edge_8_an_id_that_left_and_came_back_is_no_change_in_the_end() -> None:
    with_it, without = f"purposes: {{shop: {SHOP}, news: {NEWS}}}", f"purposes: {{shop: {SHOP}}}"

    assert lines(compared(with_it, without)) == ["- purposes/news"]
    assert lines(compared(without, with_it)) == ["+ purposes/news"]
    assert lines(compared(with_it, with_it)) == []


def test_edge_33_a_default_is_the_same_for_both_sides_whatever_their_day() -> None:
    old = notice("controller: {name: A}", day=date(2019, 1, 1))
    new = notice("controller: {name: A, kind: company}")

    assert lines(compare(old, new)) == []


def test_edge_39_where_the_file_lies_does_not_matter() -> None:
    old, new = (parse("format: 1\nnotice: {id: a, language: en}", path) for path in ("a/b.yaml", "c.yaml"))

    assert old.data == new.data
