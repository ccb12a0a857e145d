"""`notice-lint test-rules`: run the examples inside rule packs."""

import click

from notice_lint.cli import options
from notice_lint.engine.examples import Trial, trials
from notice_lint.engine.shipped import shipped_packs
from notice_lint.i18n import Catalogue, Text, catalogue
from notice_lint.pages.terminal import harmless, visible
from notice_lint.run.examples import FixTrial, fix_trials
from notice_lint.run.hand import hand_over


@click.command("test-rules")
@click.argument("folders", nargs=-1, metavar="[DIR]...")
@options.language
@click.pass_context
def command(ctx: click.Context, folders: tuple[str, ...], lang: str) -> None:
    """Run the examples inside rule packs; without DIR, of the packs that come with the tool.

    Exit status 1 if an example is not found where it says, or something else is.

    \b
    notice-lint test-rules our-rules
    """
    words = catalogue(lang)
    packs = options.own_packs(folders) if folders else shipped_packs()
    failed: set[tuple[str, str]] = set()
    total = 0
    for trial in trials(packs, hand_over((*shipped_packs(), *packs))):
        total += 1
        if not trial.passed:
            failed.add((trial.rule, trial.example))
            _print(_start(trial, words) + _failure(trial, words))
    for left in fix_trials(packs):
        if not left.passed:
            failed.add((left.rule, left.example))
            _print(_start(left, words) + words.sentence("examples.fixed"), *left.left.splitlines())
    rules = words.say("report.rules", sum(len(pack.rules) for pack in packs))
    examples = words.say("examples.count", total)
    click.echo(words.say("examples.sum", passed=total - len(failed), total=examples, rules=rules))
    ctx.exit(int(bool(failed)))


def _print(*lines: str) -> None:
    click.echo("".join(f"{harmless(visible(line))}\n" for line in lines), nl=False)


def _start(trial: Trial | FixTrial, words: Catalogue) -> str:
    name = words.arg(Text({"": trial.example}))
    return f"{trial.path}: {trial.rule}, {name}{words.sentence('page.colon')}"


def _failure(trial: Trial, words: Catalogue) -> str:
    if trial.unreadable:
        return words.say("examples.unreadable", routes=", ".join(trial.unreadable))
    found, expected = (_routes(routes, words) for routes in (trial.found, trial.expected))
    return words.say("examples.found", found=found, expected=expected)


def _routes(routes: tuple[str, ...], words: Catalogue) -> str:
    return ", ".join(sorted(routes)) or words.sentence("examples.nothing")
