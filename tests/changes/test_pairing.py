"""Which entry is which: by id, by what the author declares; what looks renamed is only suggested."""

import time

import pytest

from notice_lint.changes.canonical import entries
from notice_lint.changes.pairing import pairing
from notice_lint.changes.pairing_similar import MOST
from tests.changes.oracle import compared, lines
from tests.model.resolved import notice

NEWS = "text: To send you a letter every month, legal_basis: consent"
CASES = [
    (
        "a chain: ids of several earlier versions are declared",
        f"purposes: {{a: {{{NEWS}}}}}",
        f"purposes: {{c: {{{NEWS}, previous_ids: [b, a]}}}}",
        ["purposes: a -> c"],
    ),
    (
        "a declaration that is kept once the id is known is nothing",
        f"purposes: {{c: {{{NEWS}, previous_ids: [b, a]}}}}",
        f"purposes: {{c: {{{NEWS}, previous_ids: [b, a]}}}}",
        [],
    ),
    (
        "the declaration alone is nothing",
        f"purposes: {{c: {{{NEWS}}}}}",
        f"purposes: {{c: {{{NEWS}, previous_ids: [a]}}}}",
        [],
    ),
    (
        "the same id is the same thing, whatever another declares",
        f"purposes: {{a: {{{NEWS}}}}}",
        f"purposes: {{a: {{{NEWS}}}, b: {{text: To count, previous_ids: [a]}}}}",
        ["+ purposes/b"],
    ),
    (
        "a declaration at an id that was there already renames nothing",
        f"purposes: {{a: {{{NEWS}}}, b: {{text: To count}}}}",
        "purposes: {b: {text: To count, previous_ids: [a]}}",
        ["- purposes/a"],
    ),
    (
        "two that were one, by previous_ids: a split, nothing is paired",
        f"purposes: {{a: {{{NEWS}}}}}",
        "purposes: {b: {text: x, previous_ids: [a]}, c: {text: y, previous_ids: [a]}}",
        ["+ purposes/b", "+ purposes/c", "- purposes/a", "purposes: a => b+c"],
    ),
    (
        "one that was two, by previous_ids: a merger",
        "purposes: {b: {text: x}, c: {text: y}}",
        f"purposes: {{a: {{{NEWS}, previous_ids: [b, c]}}}}",
        ["+ purposes/a", "- purposes/b", "- purposes/c", "purposes: b+c => a"],
    ),
    (
        "a merger into one that keeps its id",
        "purposes: {b: {text: x}, c: {text: y}}",
        "purposes: {b: {text: x and y, replaces: [c]}}",
        ["purposes/b text.en: x -> x and y", "- purposes/c", "purposes: b+c => b"],
    ),
    (
        "what was replaced in an earlier version is not replaced again",
        "purposes: {a: {text: x}, b: {text: y, replaces: [a]}}",
        "purposes: {a: {text: x}, b: {text: z, replaces: [a]}}",
        ["purposes/b text.en: y -> z"],
    ),
    (
        "who names a renamed thing does not change: purposes, retention, recipients, events, sections",
        """
purposes: {news: {text: x}}
retention: {r: {period: P1Y, from: closing}}
retention_events: {closing: {label: x}}
recipients: {mail: {purposes: [news], retention: r}, sub: {parent: mail}}
collections: {form: {purposes: [news], retention: {news: r}, categories: {name: {}}}}
data_categories: {name: {label: x}}
sections: {s: {text: x, after: collections.form}}
statements: {p: {text: x}}
""",
        """
purposes: {letter: {text: x, previous_ids: [news]}}
retention: {year: {period: P1Y, from: end, previous_ids: [r]}}
retention_events: {end: {label: x, previous_ids: [closing]}}
recipients: {post: {purposes: [letter], retention: year, previous_ids: [mail]}, sub: {parent: post}}
collections:
  page: {purposes: [letter], retention: {letter: year}, categories: {names: {}}, previous_ids: [form]}
data_categories: {names: {label: x, previous_ids: [name]}}
sections: {s: {text: x, after: collections.page}}
statements: {p: {text: x}}
""",
        [
            "data_categories: name -> names",
            "collections: form -> page",
            "categories: form/name -> page/names",
            "purposes: news -> letter",
            "retention: r -> year",
            "retention_events: closing -> end",
            "recipients: mail -> post",
        ],
    ),
    (
        "identical twice on one side: no suggestion",
        f"purposes: {{a: {{{NEWS}}}}}",
        f"purposes: {{b: {{{NEWS}}}, c: {{{NEWS}}}}}",
        ["+ purposes/b", "+ purposes/c", "- purposes/a"],
    ),
    (
        "what says nothing is like nothing else",
        "purposes: {a: {}}",
        "purposes: {b: {}}",
        ["+ purposes/b", "- purposes/a"],
    ),
    (
        "`none` is not renamed",
        "recipients: none",
        "recipients: {a: {name: A}}",
        ["+ recipients/a", "- recipients/none"],
    ),
    (
        "too little in common: no suggestion",
        "purposes: {a: {text: To send you a letter}}",
        "purposes: {b: {text: To send a bill}}",
        ["+ purposes/b", "- purposes/a"],
    ),
    (
        "some words in common: the id still names the same",
        "purposes: {a: {text: To send you a letter every month}}",
        "purposes: {a: {text: To send you offers of our partners}}",
        ["purposes/a text.en: To send you a letter every month -> To send you offers of our partners"],
    ),
]


@pytest.mark.parametrize(
    ("old", "new", "told"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_pairing(old: str, new: str, told: list[str]) -> None:
    assert lines(compared(old, new)) == told


def many(prefix: str, number: int, word: str) -> str:
    """Return a notice with so many purposes, none of which is like another."""
    texts = (
        f"{prefix}-{n}: {{text: {' '.join(f'w{n}x{m}' for m in range(12))} {word}}}" for n in range(number)
    )
    return f"purposes: {{{', '.join(texts)}}}"


def test_every_rename_among_many_is_suggested() -> None:
    found = compared(many("a", 100, "old"), many("b", 100, "new")).suggestions

    assert {(one.old, one.new) for one in found} == {(f"a-{n}", f"b-{n}") for n in range(100)}


def test_beyond_the_limit_only_what_is_identical_is_suggested() -> None:
    start = time.process_time()
    found = compared(many("a", MOST + 1, "old"), many("b", MOST + 1, "new")).suggestions

    assert found == ()
    assert {one.why for one in compared(many("a", MOST + 1, "x"), many("b", MOST + 1, "x")).suggestions} == {
        "identical"
    }
    assert time.process_time() - start < 20


def test_nothing_is_lost_in_pairing() -> None:
    old, new = (entries(notice(case)) for case in CASES[8][1:3])
    pairs = pairing(old, new).pairs

    assert [pair[0] for pair in pairs if pair[0]].__len__() == len(old)
    assert [pair[1] for pair in pairs if pair[1]] == list(new)
