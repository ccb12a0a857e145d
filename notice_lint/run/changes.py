"""Compare two versions of a notice, or the way from one to the other."""

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from notice_lint.changes import choose
from notice_lint.changes.authored import ChangesFile, apply
from notice_lint.changes.change import Change
from notice_lint.changes.codes import code
from notice_lint.changes.comparison import Suggestion
from notice_lint.changes.versions import Version as Found
from notice_lint.errors import UsageProblem
from notice_lint.findings import Term
from notice_lint.model.notice import Notice
from notice_lint.reference.world import World
from notice_lint.reports.changes.result import ChangeResult, Step, Version, ordered
from notice_lint.reports.result import Result
from notice_lint.run.about import about, occasions
from notice_lint.run.check import Options, Source, check
from notice_lint.run.lead import lead_of
from notice_lint.run.revised import VIEWS, authored
from notice_lint.run.trips import round_trips
from notice_lint.source.document import Document
from notice_lint.source.shown import shown


class Asked(NamedTuple):
    """Which versions are to be compared, and how far."""

    path: str
    """The notice."""
    today: date
    """Decides which versions are in force, and which acknowledgements count."""
    since: str = ""
    earlier: str = ""
    later: str = ""
    history: bool = False
    """Whether the result shows the way, version by version."""
    trips: bool = False
    """Whether what came and went in between is looked for, though the way is not shown."""
    policy: Mapping[str, str] = {}
    """How long ahead people are told, by duty: ISO 8601 periods."""


class Side(NamedTuple):
    """One version, read and resolved on the day from which it counts."""

    found: Found
    notice: Notice
    digest: str


def changes(asked: Asked) -> ChangeResult:
    """Compare the version that was asked for with the later one, each judged on its own effective date.

    Raises `UnreadableNotice`, `UsageProblem`, `GitProblem`, `UnsoundNotice` for a side that has mistakes of
    shape, and `InvalidChangesFile`.
    """
    new = _side(_later(asked), asked.today)
    file = authored(asked.path, new.notice.reader.language)
    choice = _earlier(asked)
    told = choice.told
    if choice.taken is None:
        first = choice.first or new.found
        started = first.date.written if first.date else ""
        return _result(None, new)._replace(first=started, asked=_asked(choice), told=told)
    old = _side(choice.taken, asked.today)
    _refuse_strangers(old, new)
    compared, suggestions = _compared(old, new)
    found, remarks = apply(compared, file, asked.today, (old.found.version, new.found.version))
    listed = _in_order(found, new)
    steps, more = _way(asked, old, new, file) if asked.history or asked.trips else ((), ())
    result = _result(old, new)._replace(
        changes=listed,
        asked=_asked(choice),
        steps=steps if asked.history else (),
        round_trips=round_trips(steps, listed),
        suggestions=suggestions,
        remarks=remarks,
        told=(*told, *more),
    )
    return result._replace(lead=lead_of(result, file, asked.policy))


def judged(asked: Asked, options: Options) -> Result | None:
    """Judge the step between the two versions by the rules that compare; None where there is no earlier one.

    `options` say which packs and settings count; their `only` and `before` are set here.
    """
    choice = _earlier(asked)
    if choice.taken is None:
        return None
    before, after = choice.taken.read(), _later(asked).read()
    names = tuple(rule.name for pack in options.packs for rule in pack.rules if rule.for_each in VIEWS)
    asked_for = options._replace(only=names, before=lambda _: before, beside=asked.path)
    result = check([Source(after.path, lambda: after)], asked_for)
    return result._replace(findings=tuple(one for one in result.findings if one.rule in names))


def _earlier(asked: Asked) -> choose.Choice:
    """Return the version to compare with: as asked, else the one before the notice as it stands."""
    if asked.since:
        return choose.since(asked.path, asked.since, asked.today)
    if asked.earlier:
        return choose.named(asked.path, asked.earlier)
    versions, told = choose.timeline(asked.path)
    if len(versions) > 1:
        return choose.Choice("", "version", versions[-2], told=told)
    sentence = (
        "“{path}” has no earlier version that is known: say with --since or --from what to compare with"
    )
    raise UsageProblem(sentence, path=shown(asked.path))


def _later(asked: Asked) -> Found:
    if not asked.later:
        return choose.named(asked.path, asked.path).taken or _nothing(asked.path)
    return choose.named(asked.path, asked.later).taken or _nothing(asked.later)


def _nothing(path: str) -> Found:
    raise UsageProblem("“{path}” is no notice that can be read: it has no `notice.id`", path=path)


def _asked(choice: choose.Choice) -> str:
    """Return the date since which was asked, as ISO 8601 writes it; "" for anything else."""
    if choice.how != "date":
        return ""
    from notice_lint.changes.when import when  # noqa: PLC0415 - only where a date was asked for

    day = when(choice.asked)
    return day.written if day else ""


def _side(found: Found, today: date) -> Side:
    """Read one version and resolve it on its own day. Raises `UnsoundNotice` if its shape has mistakes."""
    document = found.read()
    day = found.date.first if found.date else today
    return Side(found, _sound(document, World(day)), _digest(document))


def _sound(document: Document, world: World) -> Notice:
    from notice_lint.schema.load import load_schema  # noqa: PLC0415 - needed only here
    from notice_lint.schema.validate import fits  # noqa: PLC0415 - likewise

    if document.flaws or not fits(document.data, load_schema("notice")):
        raise UnsoundNotice(document.path)
    return Notice(document, world)


class UnsoundNotice(UsageProblem):
    """A version has mistakes of shape: what cannot be read would look as if it had been taken out."""

    def __init__(self, path: str) -> None:
        sentence = (
            "“{path}” has mistakes, so that nothing can be compared with it:"
            " “notice-lint check” on it says where they are"
        )
        super().__init__(sentence, path=path)


def _digest(document: Document) -> str:
    from hashlib import sha256  # noqa: PLC0415 - 5 ms that no check pays

    return sha256((b"\xef\xbb\xbf" if document.bom else b"") + document.text.encode()).hexdigest()


def _refuse_strangers(old: Side, new: Side) -> None:
    if old.notice.id != new.notice.id:
        sentence = (
            "“{old}” is the notice {first}, “{new}” the notice {second}: these are no two versions of one"
        )
        raise UsageProblem(
            sentence,
            old=old.found.source,
            first=old.notice.id,
            new=new.found.source,
            second=new.notice.id,
        )


def _compared(old: Side, new: Side) -> tuple[tuple[Change, ...], tuple[Suggestion, ...]]:
    """Return the changes that people are shown, and what nobody declared and the author should look at."""
    from notice_lint.changes.compare import compare  # noqa: PLC0415 - imports deepdiff, which takes 70 ms
    from notice_lint.changes.differ import changes_of  # noqa: PLC0415 - likewise

    comparison = compare(old.notice, new.notice)
    listed = tuple(change for change in changes_of(comparison) if code(change.code).listed)
    return listed, comparison.suggestions


def _in_order(found: Sequence[Change], new: Side) -> tuple[Change, ...]:
    data = new.notice.document.data
    parts = {str(name): place for place, name in enumerate(data)} if isinstance(data, dict) else {}
    return ordered(found, parts)


def _way(asked: Asked, old: Side, new: Side, file: ChangesFile) -> tuple[tuple[Step, ...], tuple[Term, ...]]:
    """Return every step from one version to the other, as far as versions in between are known."""
    versions, told = choose.timeline(asked.path)
    between = _between(versions, old.found, new.found)
    sides = [old, *(_side(version, asked.today) for version in between), new]
    steps = []
    for before, after in pairwise(sides):
        found, _ = apply(_compared(before, after)[0], file, asked.today)
        steps.append(Step(_version(before), _version(after), _in_order(found, after)))
    return tuple(steps), told


def _between(versions: Sequence[Found], old: Found, new: Found) -> Sequence[Found]:
    """Return the versions that lie between two; none where one of the two is not known."""
    places = {
        side: next((n for n, one in enumerate(versions) if _same(one, of)), None)
        for side, of in (("old", old), ("new", new))
    }
    first, last = places["old"], places["new"]
    if first is None or last is None:
        return ()
    return versions[first + 1 : last]


def _same(one: Found, other: Found) -> bool:
    return one.source == other.source or bool(one.version and one.version == other.version)


def _version(side: Side) -> Version:
    found = side.found
    when = found.date.written if found.date else ""
    return Version(found.version, when, found.published, found.source, found.how, side.digest)


def _result(old: Side | None, new: Side) -> ChangeResult:
    named = {**(occasions(old.notice) if old else {}), **occasions(new.notice)}
    return ChangeResult(about(new.notice), _version(old) if old else None, _version(new), (), occasions=named)
