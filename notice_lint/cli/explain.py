"""`notice-lint explain`: why a rule exists, the law behind it, a bad and a good example."""

from collections.abc import Iterator, Sequence
from typing import Any

import click

from notice_lint.cli import options
from notice_lint.cli.held import held
from notice_lint.engine.pack import Pack
from notice_lint.engine.rule import Rule
from notice_lint.engine.select import find_rules
from notice_lint.i18n import catalogue
from notice_lint.pages.plain import plain
from notice_lint.render.rules import explained


@click.command("explain")
@click.argument("rules", nargs=-1, required=True, metavar="RULE...")
@options.rule_folders
@options.config
@options.language
@click.pass_context
def command(ctx: click.Context, /, **given: Any) -> None:
    """Explain rules, by name or code; a pasted line of a report does as well.

    \b
    notice-lint explain transfer-basis-missing
    notice-lint explain TR01 --lang fr
    """
    counting = held(ctx, given["config"], given)
    named = list(dict.fromkeys(_named(counting.packs(), given["rules"])))
    words = catalogue(counting.values["lang"])
    pages = [plain(explained(rule, words)) for rule in named]
    click.echo("\n\n".join(pages), nl=False)


def _named(packs: Sequence[Pack], given: Sequence[str]) -> Iterator[Rule]:
    """Yield the rules that are named, or that a pasted line of output names."""
    known = {name: rule for pack in packs for rule in pack.rules for name in (rule.name, rule.code)}
    for text in given:
        inside = [known[word] for word in _words(text) if word in known]
        if inside:
            yield from inside
        else:
            yield from find_rules(packs, [text])


def _words(text: str) -> list[str]:
    return "".join(sign if sign.isalnum() or sign == "-" else " " for sign in text).split()
