"""Which rules run on a notice."""

from collections.abc import Iterable, Mapping, Sequence

from notice_lint.engine.pack import Pack
from notice_lint.engine.rule import Rule
from notice_lint.errors import UsageProblem
from notice_lint.findings import Severity


class UnknownRule(UsageProblem):
    """`--only` or `--skip` names a rule that no pack has."""

    def __init__(self, name: str, suggestion: str) -> None:
        meant = ". Did you mean {suggestion}?" if suggestion else ""
        super().__init__("there is no rule “{name}”" + meant, name=name, suggestion=suggestion)


class LockedRule(UsageProblem):
    """`--skip` names a rule that a pack has locked."""

    def __init__(self, name: str, pack: str) -> None:
        sentence = "the rule “{name}” is locked by the pack “{pack}”: it cannot be switched off"
        super().__init__(sentence, name=name, pack=pack)


def names(packs: Sequence[Pack]) -> dict[str, str]:
    """Return the name of each rule by everything that it can be called: name, code, earlier names."""
    rules = [rule for pack in packs for rule in pack.rules]
    earlier = {name: rule.name for rule in rules for name in rule.was}
    codes = {rule.code: rule.name for rule in rules if rule.code}
    return earlier | codes | {rule.name: rule.name for rule in rules}


def locked(packs: Sequence[Pack]) -> dict[str, str]:
    """Return the rules that nothing can switch off or lower, each with the pack that says so.

    A pack can lock its own rules, and those of other packs by name.
    """
    found: dict[str, str] = {}
    for pack in packs:
        said = pack.about.get("locked") or ()
        for name in [rule.name for rule in pack.rules] if said is True else said:
            found.setdefault(str(name), pack.name)
    return found


def find_rules(packs: Sequence[Pack], wanted: Iterable[str]) -> tuple[Rule, ...]:
    """Return rules by name, code or earlier name. Raises `UnknownRule` with the nearest name."""
    rules = {rule.name: rule for pack in packs for rule in pack.rules}
    known = names(packs)
    found = []
    for name in wanted:
        if name not in known:
            from notice_lint.i18n.nearest import nearest  # noqa: PLC0415 - only where a name is wrong

            raise UnknownRule(name, nearest(name, rules))
        found.append(rules[known[name]])
    return tuple(found)


def select(
    packs: Sequence[Pack],
    only: Sequence[str],
    skip: Sequence[str],
    kept: Mapping[str, str] | None = None,
) -> tuple[tuple[Pack, Rule], ...]:
    """Return the rules to run, each with its pack, in the order of the packs.

    Rules on the file itself ("document") always run, but for notes on its form, such as spaces at the ends
    of lines: a notice that could not be read must not look clean.
    So do those of `kept`, which are locked (`locked`): raises `LockedRule` if `skip` names one of them.
    """
    kept = kept or {}
    wanted = {rule.name for rule in find_rules(packs, only)}
    unwanted = {rule.name for rule in find_rules(packs, skip)}
    for name in sorted(unwanted & kept.keys()):
        raise LockedRule(name, kept[name])
    return tuple(
        (pack, rule)
        for pack in packs
        for rule in pack.rules
        if (rule.for_each == "document" and rule.severity is not Severity.NOTE)
        or rule.name in kept
        or ((not wanted or rule.name in wanted) and rule.name not in unwanted)
    )
