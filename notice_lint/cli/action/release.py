"""The mode `changes`: what has changed since the last release, in files that are ready to be published."""

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from notice_lint.cli.action.asked import Asked
from notice_lint.cli.action.calls import notices, published
from notice_lint.cli.action.outlet import Outlet
from notice_lint.cli.action.tags import previous, stood
from notice_lint.cli.failure import CANNOT, words_of
from notice_lint.cli.written import write
from notice_lint.errors import NoticeLintError
from notice_lint.i18n import LANGUAGES, catalogue
from notice_lint.pages.blocks import Paragraph
from notice_lint.pages.inline import Foreign, Inline
from notice_lint.pages.markdown import markdown

LONGEST = 65_000
"""A release takes 125,000 characters, an issue or a comment 65,536. Counted here in bytes, never fewer."""

_NOTES = "release-notes"
_PART = re.compile(r"^(?=#{1,6} )", re.MULTILINE)
_OPENED, _CLOSED = (re.compile(rf"^<{slash}details>", re.MULTILINE) for slash in ("", "/"))


class _Written(NamedTuple):
    """What there is to publish about one notice."""

    text: str
    changes: int
    files: tuple[Path, ...]
    new: bool
    """Whether it did not stand in the last release."""


def release(environment: Mapping[str, str], asked: Asked, out: Outlet) -> int:
    """Write the files and hand them over; return the exit status. Raises `NoticeLintError`."""
    given = asked.inputs
    auto = given.changes_since in ("auto", "none", "")
    since = previous(asked.folder, environment) if auto else given.changes_since
    folder = (asked.folder / given.output_dir).resolve() if given.output_dir else asked.temporary
    listed = notices(given, asked.folder)
    folder.mkdir(parents=True, exist_ok=True)
    found, taken = [], {_NOTES}
    for notice in listed:
        stem = folder / _name(str(notice["id"]), taken)
        try:
            found.append(_written(asked, notice, since, stem, auto=auto))
        except NoticeLintError as failure:
            path, reason = str(notice["path"]), words_of(failure)
            out.error(asked.words.say("page.action.not-compared", path=path, reason=reason))
    found.sort(key=lambda one: one.new)
    notes = folder / f"{_NOTES}.md"
    body = "\n".join(_short(one.text, LONGEST // len(found) - 1, asked) for one in found)
    write(str(notes), notes.name, body)
    if given.summary:
        out.summary([one.text for one in found], asked.words.sentence("page.action.left-out"))
    out.outputs(_outputs(found, notes, body, failed=len(found) < len(listed)))
    return CANNOT if len(found) < len(listed) else 0


def _outputs(found: Sequence[_Written], notes: Path, body: str, *, failed: bool) -> dict[str, str]:
    changed = any(one.changes or one.new for one in found)
    return {
        "result": "could-not-check" if failed else "changes" if changed else "no-changes",
        "exit-code": str(CANNOT if failed else 0),
        "notices": str(len(found)),
        "changes": str(sum(one.changes for one in found)),
        "changes-file": notes.as_posix(),
        "changes-files": "\n".join(path.as_posix() for one in found for path in one.files),
        "changes-body": body,
    }


def _written(asked: Asked, notice: Mapping[str, str], since: str, stem: Path, *, auto: bool) -> _Written:
    """Write what has changed in one notice. Raises `NoticeLintError`."""
    path = notice["path"]
    if auto and not (since and stood(asked.folder / path, since)):
        text = _new(asked, notice)
        file = stem.with_name(f"{stem.name}.md")
        write(str(file), file.name, text)
        return _Written(text, 0, (file,), new=True)
    point = f"--from={since}" if auto else f"--since={since}"
    changes, files = published(asked.inputs, path, point, stem, asked.folder)
    return _Written(files[0].read_text(encoding="utf-8"), changes, files, new=False)


def _new(asked: Asked, notice: Mapping[str, str]) -> str:
    """Return what is said of a notice that no earlier release held, in its own language."""
    own = notice.get("language", "").partition("-")[0]
    words = catalogue(asked.inputs.language or (own if own in LANGUAGES else "en"))
    said: list[Inline] = [words.sentence("page.action.new"), " ", Foreign(notice["path"])]
    return markdown([Paragraph(said)], words.language)


def _short(text: str, longest: int, asked: Asked) -> str:
    """Return Markdown of at most so many bytes: whole sections, and a last line that says what is missing."""
    if len(text.encode()) <= longest:
        return text
    last = f"{asked.words.sentence('page.action.cut')}\n"
    room = longest - len(last.encode()) - 1
    read = kept = ""
    for part in _PART.split(text):
        read += part
        if len(read.encode()) > room:
            break
        if len(_OPENED.findall(read)) == len(_CLOSED.findall(read)):  # what is folded away is not cut open
            kept = read
    return f"{kept.rstrip()}\n\n{last}" if kept.strip() else last


def _name(notice: str, taken: set[str]) -> str:
    """Return a file name for a notice: of its id only what no system takes for anything else."""
    plain = re.sub(r"[^a-z0-9]+", "-", notice.lower()).strip("-")[:60] or "notice"
    name = next(one for one in _numbered(plain) if one not in taken)
    taken.add(name)
    return name


def _numbered(name: str) -> Iterator[str]:
    yield name
    number = 2
    while True:
        yield f"{name}-{number}"
        number += 1
