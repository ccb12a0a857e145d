"""`notice-lint test-rules`: run the examples inside rule packs."""

import click

from notice_lint.cli import options
from notice_lint.engine.examples import Trial, trials
from notice_lint.engine.shipped import shipped_packs
from notice_lint.pages.terminal import harmless, visible
from notice_lint.run.examples import FixTrial, fix_trials
from notice_lint.run.hand import hand_over


@click.command("test-rules")
@click.argument("folders", nargs=-1, metavar="[DIR]...")
@click.pass_context
def command(ctx: click.Context, folders: tuple[str, ...]) -> None:
    """Run the examples inside rule packs; without DIR, of the packs that come with the tool.

    Exit status 1 if an example is not found where it says, or something else is.

    \b
    notice-lint test-rules our-rules
    """
    packs = options.own_packs(folders) if folders else shipped_packs()
    failed: set[tuple[str, str]] = set()
    total = 0
    for trial in trials(packs, hand_over((*shipped_packs(), *packs))):
        total += 1
        if not trial.passed:
            failed.add((trial.rule, trial.example))
            click.echo(harmless(visible(_failure(trial))))
    for left in fix_trials(packs):
        if not left.passed:
            failed.add((left.rule, left.example))
            click.echo("".join(f"{harmless(visible(line))}\n" for line in _left(left)), nl=False)
    rules = sum(len(pack.rules) for pack in packs)
    click.echo(f"{total - len(failed)} of {total} examples of {rules} rules are as they say.")
    ctx.exit(int(bool(failed)))


def _failure(trial: Trial) -> str:
    start = f"{trial.path}: {trial.rule}, “{trial.example}”: "
    if trial.unreadable:
        return f"{start}the example is no notice at {', '.join(trial.unreadable)}"
    return f"{start}finds {_routes(trial.found)}, should find {_routes(trial.expected)}"


def _left(trial: FixTrial) -> list[str]:
    start = f"{trial.path}: {trial.rule}, “{trial.example}”: "
    return [f"{start}`--fix` does not leave the text under “fixed”, but", *trial.left.splitlines()]


def _routes(routes: tuple[str, ...]) -> str:
    return ", ".join(sorted(routes)) or "nothing"
