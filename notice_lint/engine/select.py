"""Which rules run on a notice."""

from collections.abc import Iterable, Sequence

from notice_lint.engine.pack import Pack
from notice_lint.engine.rule import Rule
from notice_lint.errors import UsageProblem


class UnknownRule(UsageProblem):
    """`--only` or `--skip` names a rule that no pack has."""

    def __init__(self, name: str, suggestion: str) -> None:
        meant = ". Did you mean {suggestion}?" if suggestion else ""
        super().__init__("there is no rule “{name}”" + meant, name=name, suggestion=suggestion)


def find_rules(packs: Sequence[Pack], names: Iterable[str]) -> tuple[Rule, ...]:
    """Return rules by name or code. Raises `UnknownRule` with the nearest name."""
    rules = [rule for pack in packs for rule in pack.rules]
    by_name = {rule.name: rule for rule in rules} | {rule.code: rule for rule in rules}
    found = []
    for name in names:
        if name not in by_name:
            from notice_lint.i18n.nearest import nearest  # noqa: PLC0415 - only where a name is wrong

            raise UnknownRule(name, nearest(name, [rule.name for rule in rules]))
        found.append(by_name[name])
    return tuple(found)


def select(packs: Sequence[Pack], only: Sequence[str], skip: Sequence[str]) -> tuple[tuple[Pack, Rule], ...]:
    """Return the rules to run, each with its pack, in the order of the packs.

    Rules on the file itself ("document") always run: a notice that could not be read must not look clean.
    """
    wanted = {rule.name for rule in find_rules(packs, only)}
    unwanted = {rule.name for rule in find_rules(packs, skip)}
    return tuple(
        (pack, rule)
        for pack in packs
        for rule in pack.rules
        if rule.for_each == "document" or ((not wanted or rule.name in wanted) and rule.name not in unwanted)
    )
