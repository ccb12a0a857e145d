"""Rules to blocks: what `explain` shows, and the READMEs under `rules/`."""

from collections.abc import Iterator, Sequence

from notice_lint.engine.pack import Pack
from notice_lint.engine.rule import Example, Rule
from notice_lint.i18n import Catalogue, Term
from notice_lint.pages.blocks import Block, Code, Facts, Heading, Link, Links, Paragraph, Table
from notice_lint.source.write import to_yaml

_GENERATED = "This page is made from the rule files beside it; a test compares the two."


def explained(rule: Rule, words: Catalogue, level: int = 1) -> Iterator[Block]:
    """Yield what a reader needs to know of a rule: why, the law, what to write, an example of each kind."""
    text = rule.words(words.language)
    yield Heading(f"{rule.name} ({rule.code})", level)
    yield Paragraph(text.summary if text.summary.endswith("?") else f"{text.summary}.")
    grade = words.sentence(f"severity.{rule.severity}")
    review = f" – {words.sentence('report.review')}" if rule.certainty == "review" else ""
    regimes = words.list([Term("word", regime) for regime in rule.regimes])
    yield Facts(
        [
            (words.sentence("explain.severity"), grade + review),
            (words.sentence("explain.pack"), rule.pack),
            (words.sentence("explain.regimes"), regimes),
        ]
    )
    yield Paragraph(text.why)
    facts = [(words.sentence("report.fix"), text.fix_hint), (words.sentence("explain.limits"), text.limits)]
    yield Facts([(label, said) for label, said in facts if said])
    yield Heading(words.sentence("explain.law"), level + 1)
    yield Links(
        [Link(words.cite(r.cite), r.url, _evidence(r.as_of, r.evidence, words)) for r in rule.references]
    )
    yield from _examples(rule, words, level + 1)


def _evidence(as_of: str, evidence: str, words: Catalogue) -> str:
    return words.say("explain.evidence", day=Term("date", as_of), evidence=Term("word", evidence))


def _examples(rule: Rule, words: Catalogue, level: int) -> Iterator[Block]:
    found = next(example for example in rule.examples if example.finds)
    passed = next(example for example in rule.examples if not example.finds)
    for key, example in (("explain.found", found), ("explain.passes", passed)):
        yield Heading(f"{words.sentence(key)}: {example.name}", level)
        yield Code(_shown(example, words), "yaml")


def _shown(example: Example, words: Catalogue) -> str:
    text = example.text if example.notice is None else to_yaml(example.notice)
    finds = "".join(f"# {words.sentence('explain.finds')}: {route}\n" for route in example.finds)
    return text.rstrip("\n") + "\n" + finds


def pack_page(pack: Pack, words: Catalogue) -> Iterator[Block]:
    """Yield the page of a pack: what it is, then each of its rules."""
    about = pack.about
    yield Heading(f"{pack.name}: {_in(about['title'], words)}")
    yield Paragraph(_GENERATED)
    if about.get("description"):
        yield Paragraph(_in(about["description"], words))
    law = about["law"]
    yield Facts(
        [
            ("Law", law if isinstance(law, str) else "; ".join(law)),
            ("As of", words.date(str(about["as_of"]))),
            ("Read by", str(about.get("read_by") or "nobody yet")),
        ]
    )
    yield _table(pack.rules, words)
    for rule in pack.rules:
        yield from explained(rule, words, level=2)


def index_page(packs: Sequence[Pack], words: Catalogue) -> Iterator[Block]:
    """Yield the page of all packs."""
    yield Heading("Rules")
    yield Paragraph(_GENERATED)
    total = sum(len(pack.rules) for pack in packs)
    yield Paragraph(
        f"{len(packs)} packs, {total} rules. "
        "One file a rule: the check, the words, the reason, the law and the proof."
    )
    yield Links(
        [Link(pack.name, f"{pack.name}/README.md", _in(pack.about["title"], words)) for pack in packs]
    )
    for pack in packs:
        yield Heading(_in(pack.about["title"], words), 2)
        yield _table(pack.rules, words)


def _table(rules: Sequence[Rule], words: Catalogue) -> Table:
    rows = [
        (
            rule.code,
            f"`{rule.name}`",
            rule.severity + (" (review)" if rule.certainty == "review" else ""),
            rule.words(words.language).summary,
        )
        for rule in rules
    ]
    return Table(("code", "rule", "severity", "what it finds"), rows)


def _in(text: object, words: Catalogue) -> str:
    if isinstance(text, dict):
        return str(text.get(words.language) or text.get("en") or next(iter(text.values())))
    return str(text)
