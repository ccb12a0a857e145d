"""Mistakes in rule packs: each is refused at its line and column, with what was meant."""

from pathlib import Path

import pytest

from notice_lint.engine.folders import InvalidRulePack, load_packs
from notice_lint.i18n import catalogue
from notice_lint.schema.mistake import Mistake
from notice_lint.source.tree import Folder

PACK = """\
name: own
title: {en: Own}
law: Own law
regimes: [eu-gdpr]
as_of: 2026-11-01
read_by: nobody
description: {en: Own rules.}
"""
RULE = """\
name: own-rule
code: OW01
severity: error
certainty: sure
summary: A recipient is not named
for_each: recipients
where:
  country: {in: eea}
require:
  name: present
message: "{recipient}: no name."
why: People should know.
fix_hint: Name it.
references:
  - {cite: GDPR Art. 13, url: "https://eur-lex.europa.eu/eli/reg/2016/679/oj", as_of: 2026-11-01, evidence: V}
regimes: [eu-gdpr]
since: 0.1.0
examples:
  - name: found
    notice: {recipients: {host: {category: Hosts, country: FR}}}
    finds: [recipients.host.country]
  - name: passed
    notice: {recipients: {host: {name: Host, country: FR}}}
    finds: []
"""
LISTS = "vague:\n  - as long as necessary\n"
WORDS = """\
own-rule:
  summary: Un destinataire n’est pas nommé
  message: "{recipient} : pas de nom."
  why: Il faut le savoir.
  fix_hint: Le nommer.
"""


def pack(folder: Path, *changes: tuple[str, str], **files: str) -> list[Mistake]:
    """Write a pack with its rule changed and files added, and return its mistakes."""
    rule = RULE
    for old, new in changes:
        assert old in rule
        rule = rule.replace(old, new)
    written = {"pack.yaml": PACK, "own-rule.yaml": rule, "lists/en.yaml": LISTS, "words/fr.yaml": WORDS}
    for name, text in {
        **written,
        **{key.replace("__", "/") + ".yaml": text for key, text in files.items()},
    }.items():
        path = folder / "own" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    try:
        load_packs([(Folder.on_disk(folder / "own"), "own")])
    except InvalidRulePack as error:
        return list(error.mistakes)
    return []


def told(mistake: Mistake) -> str:
    """Return a mistake as people read it."""
    return f"{mistake.path}:{mistake.span.line}:{mistake.span.column}: {catalogue('en').arg(mistake.detail)}"


def test_a_sound_pack_has_no_mistakes(tmp_path: Path) -> None:
    assert pack(tmp_path) == []


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "for_each: recipients",
            "for_each: recipient",
            "6:11: There is no view “recipient”. Did you mean “recipients”?",
        ),
        (
            "  name: present",
            "  nane: present",
            "10:3: The view “recipients” has no field “nane”. Did you mean “name”?",
        ),
        (
            "  name: present",
            "  name: presnt",
            "10:9: “presnt” is not a word of the vocabulary. Did you mean “present”?",
        ),
        (
            "  name: present",
            "  name: {iss: x}",
            "10:10: “iss” is not a word of the vocabulary. Words: absent, all_in,",
        ),
        ("  name: present", "  name: is", "10:9: The word “is” needs something to compare with."),
        (
            "  name: present",
            "  name: {present: 1}",
            "10:19: The word “present” compares with nothing: write “present” alone, or “present: true”.",
        ),
        (
            "  name: present",
            "  name: {older_than: P1Y}",
            "10:10: The word “older_than” does not fit the field “name”",
        ),
        (
            "  name: present",
            "  name: {is: [a]}",
            "10:14: “['a']” cannot be compared with the field “name” (kind: string).",
        ),
        (
            "  name: present",
            "  role: {is: procesor}",
            "10:14: The field “role” never has the value “procesor”. Did you mean “processor”?",
        ),
        (
            "  name: present",
            "  role: {in: [processor, vendor]}",
            "10:26: The field “role” never has the value “vendor”.",
        ),
        (
            "  name: present",
            "  name: {is: {field: nane}}",
            "10:14: The view “recipients” has no field “nane”. Did you mean “name”?",
        ),
        (
            "  name: present",
            "  name: {is: {field: parent_exists}}",
            "10:14: “parent_exists” cannot be compared",
        ),
        ("{in: eea}", "{in: eae}", "8:17: The reference data have no list “eae”. Did you mean “eea”?"),
        (
            "  name: present",
            "  service: {mentions_none: vage}",
            "10:28: The pack has no word list “vage”. Did you mean “vague”?",
        ),
        (
            "  name: present",
            "  name: {mentions_none: vague}",
            "10:10: The word “mentions_none” does not fit the field “name”",
        ),
        (
            "  name: present",
            "  check: one_periods",
            "10:10: There is no check “one_periods”. Did you mean “one_period”?",
        ),
        (
            "  name: present",
            "  check: one_period",
            "10:10: The check “one_period” judges the view “collected_categories” only.",
        ),
        (
            "{recipient}: no name.",
            "{recipent}: no name.",
            "11:10: Nothing fills “recipent”. Did you mean “recipient”?",
        ),
        ("{recipient}: no name.", "{recipient: no name.", "11:10: A brace in a message"),
        ("name: own-rule", "name: other-rule", "1:7: The file is called “own-rule”, the rule “other-rule”"),
        ("severity: error", "severity: grave", "3:11: “grave” is not one of the values that can stand here"),
        (
            "severity: error",
            "severty: error",
            "3:1: The format has no key “severty” here. Did you mean “severity”?",
        ),
        (
            "    finds: [recipients.host.country]",
            "    finds: []",
            "The rule has no example in which it finds something.",
        ),
        ("    finds: []", "    finds: [recipients.host.name]", "The rule has no example that it passes."),
        (
            "    notice: {recipients: {host: {name: Host, country: FR}}}\n",
            "",
            "An example has “notice” or “text”, and not both.",
        ),
        ("summary: A recipient is not named", "summary: [", "This cannot be read as YAML."),
        ("regimes: [eu-gdpr]", "regimes: [eu-gpdr]", "Did you mean “eu-gdpr”?"),
    ],
)
def test_a_mistake_in_a_rule_is_told_with_its_place(
    tmp_path: Path, old: str, new: str, expected: str
) -> None:
    mistakes = [told(mistake) for mistake in pack(tmp_path, (old, new))]

    assert any(mistake.startswith("own/own-rule.yaml:") and expected in mistake for mistake in mistakes), (
        mistakes
    )


@pytest.mark.parametrize(
    ("file", "text", "expected"),
    [
        (
            "words__fr",
            "own-rul: {summary: x}",
            "own/words/fr.yaml:1:1: The pack has no rule “own-rul”. Did you mean “own-rule”?",
        ),
        (
            "words__fr",
            "own-rule: {sumary: x}",
            "own/words/fr.yaml:1:12: Words of a rule are summary, message, why, fix_hint and limits",
        ),
        ("words__fr", "own-rule: {summary: [x]}", "own/words/fr.yaml:1:21: A text belongs here."),
        (
            "words__fr",
            'own-rule: {message: "{nom}"}',
            "own/words/fr.yaml:1:21: The message in this language fills nom, the rule's own recipient",
        ),
        (
            "words__fr",
            'own-rule: {message: "Pas de nom."}',
            "own/words/fr.yaml:1:21: The message in this language fills ",
        ),
        ("words__fr", "own-rule: {", "own/words/fr.yaml:1:12: This cannot be read as YAML."),
        ("lists__en", "vague: necessary", "own/lists/en.yaml:1:8: An entry of a word list is a phrase"),
        (
            "lists__en",
            "vague: [{phrase: a, unless: [b]}]",
            "own/lists/en.yaml:1:9: An entry of a word list is a phrase",
        ),
        ("lists__en", 'vague: [""]', "own/lists/en.yaml:1:9: An entry of a word list is a phrase"),
        (
            "lists__en",
            "vague: [{unless_after: [b]}]",
            "own/lists/en.yaml:1:9: An entry of a word list is a phrase",
        ),
        (
            "pack",
            PACK.replace("law:", "laws:"),
            "own/pack.yaml:3:1: The format has no key “laws” here. Did you mean “law”?",
        ),
    ],
)
def test_a_mistake_beside_the_rules_is_told_with_its_place(
    tmp_path: Path, file: str, text: str, expected: str
) -> None:
    mistakes = [told(mistake) for mistake in pack(tmp_path, **{file: text})]

    assert any(mistake.startswith(expected) for mistake in mistakes), mistakes


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("part: keys", "part: key", "The check “shape” needs “parameter”"),
        ("part: keys", "part: keys, side: left", "The check “shape” knows no parameter “side”."),
        ("check: {name: shape, part: keys}", "{}", "This must not be empty."),
    ],
)
def test_a_check_needs_its_parameters_and_no_others(
    tmp_path: Path, old: str, new: str, expected: str
) -> None:
    rule = "check: {name: shape, part: keys}".replace(old, new)
    changes = [
        ("for_each: recipients", "for_each: document"),
        ("where:\n  country: {in: eea}\n", ""),
        ("  name: present", f"  {rule}"),
    ]
    mistakes = [told(mistake) for mistake in pack(tmp_path, *changes)]

    assert any(expected.replace("“parameter”", "“part”") in mistake for mistake in mistakes), mistakes


def test_a_check_cannot_stand_in_where(tmp_path: Path) -> None:
    mistakes = [told(m) for m in pack(tmp_path, ("  country: {in: eea}", "  check: one_period"))]

    assert "own/own-rule.yaml:8:10: A check can stand in “require” only." in mistakes


@pytest.mark.parametrize(("key", "other"), [("name", "own-rule"), ("code", "OW01")])
def test_a_name_or_code_stands_once_in_all_packs(tmp_path: Path, key: str, other: str) -> None:
    first = load_packs([(Folder.on_disk(_written(tmp_path, "one", RULE)), "one")])
    rule = RULE if key == "name" else RULE.replace("name: own-rule", "name: next-rule")
    folder = _written(tmp_path, "two", rule, "own-rule" if key == "name" else "next-rule")

    with pytest.raises(InvalidRulePack) as refused:
        load_packs([(Folder.on_disk(folder), "two")], first)

    assert f"“{other}” is taken by one/own-rule.yaml" in told(refused.value.mistakes[0])


def _written(folder: Path, name: str, rule: str, rule_name: str = "own-rule") -> Path:
    (folder / name).mkdir()
    (folder / name / "pack.yaml").write_text(PACK.replace("own", name), encoding="utf-8")
    (folder / name / f"{rule_name}.yaml").write_text(rule, encoding="utf-8")
    return folder / name


def test_an_empty_folder_is_no_pack(tmp_path: Path) -> None:
    with pytest.raises(InvalidRulePack) as refused:
        load_packs([(Folder.on_disk(tmp_path), "rules")])

    assert told(refused.value.mistakes[0]) == "rules:1:1: This folder has no pack.yaml."


def test_every_mistake_of_a_pack_is_told_at_once(tmp_path: Path) -> None:
    mistakes = pack(
        tmp_path, ("{in: eea}", "{in: eae}"), ("  name: present", "  nane: present"), ("{recipient}:", "{x}:")
    )

    assert [mistake.span.line for mistake in mistakes] == [8, 10, 11]


def test_the_view_of_the_file_itself_is_judged_by_a_check_only(tmp_path: Path) -> None:
    changes = [("for_each: recipients", "for_each: document"), ("where:\n  country: {in: eea}\n", "")]
    mistakes = [
        told(mistake) for mistake in pack(tmp_path, *changes, ("  name: present", "  not: {check: shape}"))
    ]

    assert any("The check “shape” needs “part”" in mistake for mistake in mistakes)
