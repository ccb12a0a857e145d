"""`notice-lint show-settings`: what counts, and where each value was set."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import click

from notice_lint.cli.check_options import EFFECTIVE, with_options
from notice_lint.cli.held import KEYS, Held, Origin, held
from notice_lint.i18n import Catalogue, Term, catalogue
from notice_lint.pages.terminal import harmless, visible
from notice_lint.reports.told import justification
from notice_lint.run.plan import Plan
from notice_lint.run.shown_settings import Line, lines, lines_for

_SUBJECTS = ("severities", "skips", "packs-off", "only", "overrides", "locked")
SHAPE = "notice-lint/settings/1"


@click.command("show-settings")
@click.argument("notice", required=False, metavar="[FILE]")
@with_options(EFFECTIVE)
@click.option(
    "--format",
    "shape",
    type=click.Choice(("text", "json")),
    default="text",
    envvar="NOTICE_LINT_SHOW_SETTINGS_FORMAT",
    show_default=True,
    help="How it is written.",
)
@click.pass_context
def command(ctx: click.Context, /, **given: Any) -> None:
    """Print the settings that count, and where each was set; with FILE also what holds for that notice.

    Options of `check` can be given, to see what they change.

    \b
    notice-lint show-settings
    notice-lint show-settings notices/b2b/shop.yaml
    """
    counting = held(ctx, given["config"], given)
    plan = Plan(counting.packs(), counting.settings, given["today"], counting.values["only"], ())
    notice = given["notice"]
    words = catalogue(counting.values["lang"])
    if given["shape"] == "json":
        from notice_lint.pages.json import written  # noqa: PLC0415 - only where it is asked for

        click.echo(written(_shape(counting, plan, notice)), nl=False)
        return
    for line in _text(counting, plan, notice, words):
        click.echo(harmless(visible(line)))


def _text(counting: Held, plan: Plan, notice: str | None, words: Catalogue) -> Iterator[str]:
    path = counting.settings.path
    yield words.say("settings.file", path=path) if path else words.sentence("settings.none")
    yield ""
    values = list(_values(counting))
    widths = [max(len(row[0]) for row in values), max(len(_joined(row[1], words)) for row in values)]
    for key, value, origins in values:
        said = ", ".join(_origin(origin, words) for origin in origins)
        yield f"  {key:<{widths[0]}}  {_joined(value, words):<{widths[1]}}  {said}"
    everything = list(lines(plan))
    for subject in _SUBJECTS:
        yield from _section(subject, [line for line in everything if line.subject == subject], words)
    if notice is not None:
        yield from _for_notice(counting, plan, notice, words)


def _for_notice(counting: Held, plan: Plan, notice: str, words: Catalogue) -> Iterator[str]:
    place = counting.place.path(notice)
    found = lines_for(plan, place)
    yield ""
    yield words.say("settings.for-notice", path=notice)
    fail_on = counting.values["fail_on"]
    if not counting.explicit("fail_on"):
        fail_on = counting.settings.fail_on_for(place, fail_on)
    yield f"  fail_on  {fail_on}"
    for line in found:
        if line.what != "fail_on":
            yield from _told(line, words)
    if not found:
        yield f"  {words.sentence('settings.as-everywhere')}"


def _section(subject: str, found: Sequence[Line], words: Catalogue) -> Iterator[str]:
    if found:
        yield ""
        yield words.sentence(f"settings.{subject}")
        for line in found:
            yield from _told(line, words)


def _told(line: Line, words: Catalogue) -> Iterator[str]:
    value = f"  {line.what}"
    if line.subject == "locked":
        yield f"{value}  {words.say('settings.locked-by', pack=line.value)}"
        return
    if line.own:
        grade, own = (words.sentence(f"severity.{one}") for one in (line.value, line.own))
        value += f"  {own} → {grade}"
    elif line.value:
        value += f"  {line.value}"
    if line.subject in ("skips", "overrides"):
        listed = Term("list", line.notices)
        value += "  " + (
            words.say("settings.in-these", notices=listed)
            if line.notices
            else words.sentence("settings.in-all")
        )
    yield f"{value}  ({line.place})"
    if line.excuse is not None:
        yield f"    {justification(line.excuse, words)}{_doubt(line, words)}"


def _doubt(line: Line, words: Catalogue) -> str:
    if line.counts or line.excuse is None:
        return ""
    kind = "over" if line.excuse.explained else "unexplained"
    return f" [{words.sentence(f'settings.{kind}')}]"


def _values(counting: Held) -> Iterator[tuple[str, Any, Sequence[Origin]]]:
    for option, key in KEYS.items():
        if option in counting.values and option != "only":
            yield key, _value(counting, option, key), counting.origins[option]
    settings = counting.settings
    for key in ("notices", "changes"):
        there = Origin("settings", f"{settings.path}:{settings.line((key,))}")
        yield key, settings.data.get(key), (there if key in settings.data else Origin("default"),)


def _value(counting: Held, option: str, key: str) -> Any:
    value = counting.values[option]
    if option in ("folders", "exclude"):
        return [*value, *counting.settings.texts(key)]
    if option == "void":
        return [f"{name}=void" for name in sorted(value)]
    return value or counting.settings.data.get(key)


def _joined(value: Any, words: Catalogue) -> str:
    if isinstance(value, Mapping):
        return ", ".join(f"{key}: {_joined(one, words)}" for key, one in value.items())
    if isinstance(value, list | tuple):
        value = ", ".join(map(str, value))
    return str(value) if value else words.sentence("settings.nothing")


def _origin(origin: Origin, words: Catalogue) -> str:
    if origin.kind == "settings":
        return origin.name
    return words.say(f"settings.{origin.kind}", name=origin.name)


def _shape(counting: Held, plan: Plan, notice: str | None) -> dict[str, object]:
    shape: dict[str, object] = {
        "shape": SHAPE,
        "settings": counting.settings.path or None,
        "values": {
            key: {"value": value, "origins": [origin._asdict() for origin in origins]}
            for key, value, origins in _values(counting)
        },
        "rules": [_as_data(line) for line in lines(plan)],
    }
    if notice is not None:
        place = counting.place.path(notice)
        limit = counting.values["fail_on"]
        if not counting.explicit("fail_on"):
            limit = counting.settings.fail_on_for(place, limit)
        shape["notice"] = {
            "path": notice,
            "fail_on": limit,
            "rules": [_as_data(line) for line in lines_for(plan, place)],
        }
    return shape


def _as_data(line: Line) -> dict[str, object]:
    data = {**line._asdict(), "notices": list(line.notices)}
    data["excuse"] = line.excuse._asdict() if line.excuse is not None else None
    return data
